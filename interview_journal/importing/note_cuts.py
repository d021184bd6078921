"""Notes cut into pieces: a question begins, text goes on, text belongs to no question.

The pieces lie side by side and cover all that is not white space, so whatever is made of them
loses nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from interview_journal.importing.note_headings import ListReader
from interview_journal.importing.note_lines import read_lines, sentence_spans
from interview_journal.importing.question_lines import (
    Heard,
    hear_sentence,
    is_follow_up,
    is_marked,
    question_end,
    trimmed_span,
)
from interview_journal.importing.question_patterns import any_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from interview_journal.importing.note_lines import NoteLine

__all__ = ["Cut", "cut_notes"]

_ANSWER_HEAD = re.compile(r"\s*(?:a|ans|answer|me)\s?\d{0,3}:", re.IGNORECASE)
_ANY_QUESTIONS = re.compile(r"\bquestions?\b.{0,20}\b(?:us|me)\b|\bask (?:us|me)\b", re.IGNORECASE)
_BARE_ASKED = re.compile(r"\W*(?:then |also )?asked\b", re.IGNORECASE)
_QUESTION_LABEL = re.compile(r"\s*(?:q|question)\s?\d{0,3}:\s*", re.IGNORECASE)
_NOT_WRAPPED = re.compile(
    r"\s*"
    + any_of(
        r"i, i['\u2019]\w+, we, my, said, told, talked, because, mentioned, gave, used, went,"
        "spoke, explained"
    )
    + r"\b",
    re.IGNORECASE,
)
_WRAPPED_CHARS_MIN = 60
"""A question without its mark goes on in the next line only when its own line is full."""


class Cut(NamedTuple):
    """A piece of the text from here to the next cut.

    Attributes:
        start: Where it begins, in code points.
        kind: "ask" begins an item, "plain" belongs to what is before it, "rest" to no item.
        body: For "plain", where its words begin; for "ask", where the answer may begin.
        question: For "ask": the question's words, half-open.
        labelled: For "plain": whether a label such as "A:" stands before its words.
    """

    start: int
    kind: Literal["ask", "plain", "rest"]
    body: int
    question: tuple[int, int] = (0, 0)
    reported: bool = False
    asked_by: str = ""
    labelled: bool = False


def _ask(start: int, offset: int, heard: Heard, line: NoteLine, answer: int) -> Cut:
    if heard.start >= heard.end:
        return Cut(start, "plain", offset)
    return Cut(
        start,
        "ask",
        answer,
        (offset + heard.start, offset + heard.end),
        reported=heard.reported,
        asked_by=heard.asked_by or line.name,
    )


def _whole_question(text: str, start: int, end: int) -> tuple[Heard, int]:
    """Return the question that a whole piece of a line is, and where the answer may begin."""
    stop = asked = start
    for at, sentence_end in sentence_spans(text, start, end):
        if at > start and (_ANSWER_HEAD.match(text, at) or _QUESTION_LABEL.match(text, at)):
            break
        stop = sentence_end
        if is_marked(text[max(start, stop - 8) : stop]):
            asked = stop
    stop = asked if asked > start else stop
    stop = min(stop, start + question_end(text[start:stop]))
    return Heard("theirs", *trimmed_span(text[start:stop])), stop


def _cut_sentences(text: str, line: NoteLine, start: int) -> Iterator[Cut]:
    """Yield the cuts of a line without a list or a question label, from a position on."""
    opens_line, after_question = start == line.body, False
    sentences = sentence_spans(text, start, line.end)
    while (span := next(sentences, None)) is not None:
        at, end = span
        label = _QUESTION_LABEL.match(text, at, end)
        if label and not opens_line:
            heard, stop = _whole_question(text, label.end(), line.end)
            yield _ask(at, label.end(), heard, line, stop)
            sentences = sentence_spans(text, stop, line.end)
            continue
        blank = end - at - len(text[at:end].lstrip())
        heard = hear_sentence(text[at + blank : end], opens_line=opens_line)
        first = line.start if opens_line else at + blank
        if after_question and is_follow_up(text[at:end]) and is_marked(text[at:end]):
            heard = Heard("theirs", *trimmed_span(text[at + blank : end]), until=end - at - blank)
        after_question = heard.kind == "theirs" and at + blank + heard.until == end
        if heard.kind == "theirs":
            yield _ask(first, at + blank, heard, line, at + blank + heard.until)
        else:
            yield Cut(first, "rest" if heard.kind == "mine" else "plain", at)
        opens_line = False


def _cut_line(
    text: str, line: NoteLine, lists: ListReader, numbered: frozenset[str]
) -> Iterable[Cut]:
    """Return the cuts of one line."""
    under = lists.place(text, line)
    if under in {"heading", "mine"}:
        return [Cut(line.start, "rest", line.body)]
    if under == "continued" or line.speaker == "answer":
        return [Cut(line.start, "plain", line.body, labelled=bool(line.speaker))]
    if under == "theirs" or line.speaker == "question" or line.mark in numbered:
        heard, stop = _whole_question(text, line.body, line.end)
        rest = _cut_sentences(text, line._replace(body=-1), stop) if stop < line.end else ()
        return [_ask(line.start, line.body, heard, line, stop), *rest]
    if line.speaker == "me":
        _, first_end = next(sentence_spans(text, line.body, line.end), (0, line.body))
        asks = hear_sentence(text[line.body : first_end], opens_line=True).kind == "theirs"
        return [Cut(line.start, "rest" if asks else "plain", line.body, labelled=True)]
    cuts = list(_cut_sentences(text, line, line.body))
    if under == "closing" and cuts and cuts[0].kind == "plain":
        cuts[0] = cuts[0]._replace(kind="rest")
    return cuts


def _wrapped_end(text: str, cut: Cut, before: NoteLine, line: NoteLine) -> int | None:
    """Return where a question that a line break cut in two ends, or None when it was not."""
    if line.mark or line.speaker or line.after_blank or cut.body < before.end:
        return None
    if is_marked(text[max(before.start, before.end - 8) : before.end]) or not cut.question[1]:
        return None
    first = text[line.body : line.body + 1]
    if not first.islower() or _NOT_WRAPPED.match(text, line.body, line.end):
        return None
    _, end = next(iter(sentence_spans(text, line.body, line.end)))
    whole = before.end - before.start >= _WRAPPED_CHARS_MIN
    return end if whole or is_marked(text[max(line.body, end - 8) : end]) else None


def _question_numbers(text: str, lines: list[NoteLine]) -> frozenset[str]:
    """Return the kinds of numbering under which most entries are questions: then all are."""
    entries: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for line in lines:
        if "1" in line.mark and not line.speaker:
            entries[line.mark] += 1
            _, end = next(sentence_spans(text, line.body, line.end), (0, line.body))
            heard = hear_sentence(text[line.body : end], opens_line=True)
            asked[line.mark] += heard.kind == "theirs"
    return frozenset(
        mark for mark, count in asked.items() if count > 1 and 2 * count >= entries[mark]
    )


def _join_bare_labels(text: str, lines: Iterable[NoteLine]) -> Iterator[NoteLine]:
    """Yield the lines, a label that stands alone on its line made part of the next one."""
    bare: NoteLine | None = None
    for line in lines:
        joined = line
        if bare is not None and not line.speaker:
            joined = line._replace(start=bare.start, speaker="question", mark=bare.mark)
        elif bare is not None:
            yield bare
        alone = joined.speaker == "question" and not text[joined.body : joined.end].strip()
        bare = joined if alone else None
        if bare is None:
            yield joined
    if bare is not None:
        yield bare


def _cut_text(text: str) -> Iterator[Cut]:
    """Yield the cuts of the whole text, in order."""
    lists = ListReader()
    last: Cut | None = None
    before: NoteLine | None = None
    lines = list(_join_bare_labels(text, read_lines(text)))
    numbered = _question_numbers(text, lines)
    for line in lines:
        cuts: Iterable[Cut] | None = None
        if last is not None and last.kind == "ask" and before is not None:
            end = _wrapped_end(text, last, before, line)
            if end is not None:
                last = last._replace(question=(last.question[0], end), body=end)
                cuts = _cut_sentences(text, line._replace(body=-1), end)
        for cut in _cut_line(text, line, lists, numbered) if cuts is None else cuts:
            if last is not None:
                yield last
            last = cut
        before = line
    if last is not None:
        yield last


def _is_my_turn(text: str, last: Cut, cut: Cut) -> bool:
    """Return whether "asked about pay" tells what I asked: right after "any questions?"."""
    invited = last.kind == "ask" and _ANY_QUESTIONS.search(text, *last.question) is not None
    return invited and _BARE_ASKED.match(text, cut.start) is not None


def cut_notes(text: str) -> Iterator[Cut]:
    """Yield the cuts of a text, in order; before the first lies nothing but white space.

    A question such as "what happened?" is part of the question right before it.

    Example:
        >>> [cut.kind for cut in cut_notes("Nice office. Why us? What else? The work.")]
        ['plain', 'ask', 'plain', 'plain']
    """
    last: Cut | None = None
    for cut in _cut_text(text):
        if last is not None and cut.reported and _is_my_turn(text, last, cut):
            cut = cut._replace(kind="plain", body=cut.start)  # noqa: PLW2901
        between = "" if last is None else text[last.body : cut.start]
        if (
            last is not None
            and last.kind == cut.kind == "ask"
            and not between.strip()
            and "\n" not in between
            and is_follow_up(text[slice(*cut.question)])
        ):
            last = last._replace(question=(last.question[0], cut.question[1]), body=cut.body)
            continue
        if last is not None:
            yield last
        last = cut
    if last is not None:
        yield last
