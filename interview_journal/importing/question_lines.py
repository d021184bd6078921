"""Does this sentence of somebody's notes hold a question they were asked?

Decided by the sentence alone, with a bounded look at it, so that pasted text of any size costs
time in proportion. A sentence that could be either is left as text: a missed question is typed
in ten seconds, a wrong one makes a tired person doubt the page.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from interview_journal.importing import question_patterns as patterns

__all__ = [
    "LOOK_CHARS_MAX",
    "Heard",
    "hear_sentence",
    "is_follow_up",
    "is_marked",
    "question_end",
    "trimmed_span",
]

LOOK_CHARS_MAX = 600
"""A longer sentence is not a question: it is dictation without full stops."""

QUESTION_MARKS = "?\uff1f\u061f\u037e\u2047\u2048\u2049\u203d"
"""Western, full-width, Arabic, Greek and doubled question marks."""

_NOT_A_NAME = frozenset(
    (
        "they",
        "she",
        "he",
        "we",
        "it",
        "hr",
        "someone",
        "somebody",
        "one",
        "the",
        "my",
        "another",
        "a",
        "which",
        "then",
        "next",
        "first",
        "also",
        "that",
        "this",
        "his",
        "her",
        "their",
    )
)
_GREEK_MARK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff];$")
_WORD = re.compile(r"\w+")
_OPENING_QUOTES = "\"'\u201c\u201e\u00ab\u2018"
_TRIM = " \t\r\n*_`\u201d\u00bb\u2019" + _OPENING_QUOTES
_JOTTED_WORDS_MAX = 3


class Heard(NamedTuple):
    """What one sentence is, with half-open positions inside it.

    Attributes:
        kind: "theirs" for a question they asked, "mine" for one I asked them, else "plain".
        start: Where the question's words begin.
        end: Where they end, exclusive.
        reported: True when it is told in the writer's words ("she asked why I left").
        asked_by: The name given with it, or "".
        until: Where an answer in the same sentence may begin.
    """

    kind: Literal["theirs", "mine", "plain"]
    start: int = 0
    end: int = 0
    reported: bool = False
    asked_by: str = ""
    until: int = 0


_PLAIN = Heard("plain")


def trimmed_span(text: str, start: int = 0, end: int | None = None) -> tuple[int, int]:
    """Return where the words of a piece stand, without quotes and emphasis around them."""
    end = len(text) if end is None else end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def is_marked(text: str) -> bool:
    """Return whether a piece of text ends in a question mark of any script."""
    bare = text.rstrip(_TRIM + ")]!.")
    return bool(bare) and (bare[-1] in QUESTION_MARKS or _GREEK_MARK.search(bare) is not None)


def question_end(text: str, start: int = 0) -> int:
    """Return where a question ends when its answer follows in the same sentence."""
    found = patterns.ANSWER_STARTS.search(text, start + 3)
    return found.start() if found else len(text)


def _hear_reported(text: str) -> Heard | None:
    found = patterns.REPORTED.match(text)
    if found:
        who = (found["who"] or "").strip()
        start = found.end()
    else:
        who = ""
        found = patterns.NAMED_QUESTION.match(text)
        start = found.end() if found else 0
        if not found and not patterns.REPORTED_LATER.search(text):
            return None
    until = question_end(text, start)
    start, end = trimmed_span(text, start, until)
    if start >= end:
        return None
    if not is_marked(text[start:end]):
        end = start + len(text[start:end].rstrip(". "))
    quoted = start > 0 and text[start - 1] in _OPENING_QUOTES
    named = who[:1].isupper() and who.split()[0].casefold() not in _NOT_A_NAME
    return Heard("theirs", start, end, not quoted, who if named else "", until)


def _theirs(text: str, until: int) -> Heard:
    start, end = trimmed_span(text, 0, until)
    return Heard("theirs", start, end, until=until)


def _is_asked(text: str, *, opens_line: bool) -> bool:
    """Return whether a sentence that ends in a question mark is one of their questions."""
    addressed = patterns.YOU.search(text) is not None
    if patterns.TAG.search(text) or (
        not addressed and (patterns.SELF_TALK.match(text) or patterns.UNSURE.match(text))
    ):
        return False
    word_count = len(_WORD.findall(text))
    if addressed or opens_line or word_count > _JOTTED_WORDS_MAX:
        return word_count > 0
    # "Why us?" is a question anywhere; "Anna?" and "Why?" inside a paragraph are not.
    return word_count > 1 and patterns.SHORT_QUESTION.match(text) is not None


def _hear_direct(sentence: str, *, opens_line: bool) -> Heard:
    """Return what a sentence is that reports nothing: a question in their words, or text."""
    if is_marked(sentence) or sentence.lstrip(_TRIM)[:1] == "\u00bf":
        asked = _is_asked(sentence, opens_line=opens_line)
        return _theirs(sentence, len(sentence)) if asked else _PLAIN
    unmarked = patterns.COMMAND.match(sentence) or (
        opens_line
        and (patterns.LINE_COMMAND.match(sentence) or patterns.LINE_QUESTION.match(sentence))
    )
    return _theirs(sentence, question_end(sentence)) if unmarked else _PLAIN


def _hear_said(text: str) -> Heard | None:
    """Return the question in "they said: tell us about ...", or None."""
    said = patterns.SAID.match(text)
    if said is None:
        return None
    heard = _hear_direct(text[said.end() :], opens_line=True)
    if heard.kind != "theirs":
        return None
    shift = said.end()
    return Heard(
        "theirs",
        heard.start + shift,
        heard.end + shift,
        asked_by=said["who"] or "",
        until=heard.until + shift,
    )


def hear_sentence(sentence: str, *, opens_line: bool) -> Heard:
    """Return what one sentence is.

    Args:
        sentence: With its closing mark, without list marks and speaker labels.
        opens_line: Whether it is the first on its line: there, a question needs no mark.

    Example:
        >>> text = "She asked me why I left, and I said I wanted to learn."
        >>> heard = hear_sentence(text, opens_line=True)
        >>> heard.kind, text[heard.start : heard.end]
        ('theirs', 'why I left')
        >>> hear_sentence("I asked them how big the team is.", opens_line=True).kind
        'mine'
    """
    if len(sentence) > LOOK_CHARS_MAX:
        return _PLAIN
    mine = patterns.MINE.search(sentence)
    if mine and not patterns.REPORTED.match(sentence):
        return _PLAIN if patterns.CLARIFYING.search(sentence) else Heard("mine")
    return (
        _hear_reported(sentence)
        or _hear_said(sentence)
        or _hear_direct(sentence, opens_line=opens_line)
    )


def is_follow_up(question: str) -> bool:
    """Return whether a question only asks for more of the one before it.

    Example:
        >>> is_follow_up("And what did you learn from it?"), is_follow_up("And your salary?")
        (True, False)
    """
    return len(question) <= LOOK_CHARS_MAX and patterns.FOLLOW_UP.match(question) is not None
