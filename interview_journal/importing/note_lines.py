"""Notes cut into lines and sentences, with what stands before each line.

Positions are code points of the text as pasted, half-open; nothing is changed or left out.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from interview_journal.importing.question_patterns import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NoteLine", "Speaker", "marks_end", "read_lines", "sentence_spans"]

Speaker = Literal["", "question", "answer", "me", "them"]

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# Each mark is short and there are at most six: a line of 100,000 bullets costs one look.
_MARKS = re.compile(
    r"[ \t\u00a0>]{0,200}(?:(?:[-*+\u2022\u2023\u25e6\u25aa\u25cf\u00b7\u2013\u2014]|#{1,6}|"
    r"\(?\d{1,3}[.)]|\[[ xX]?\]|[a-z]\))[ \t\u00a0]+|\*{2}|_{2}|[\u2022\u25aa\u25cf](?=\w)){0,6}"
)
_QUESTION_LABEL = any_of("q, question, frage, pregunta") + r"\s?(?:no\.?\s?)?\d{0,3}\s?[:.)]"
_ANSWER_LABEL = (
    any_of("a, ans, answer, my answer, antwort, respuesta, response") + r"\s?\d{0,3}\s?:"
)
_LABEL = re.compile(
    rf"(?P<question>{_QUESTION_LABEL}|q\d{{1,3}}\b[ \t]*[-\u2013]?)"
    rf"|(?P<answer>{_ANSWER_LABEL}|a\d{{1,3}}\b\s?[.)\u2013-]?)"
    rf"|(?P<me>{any_of('me, myself, i, ich, candidate, applicant, interviewee')}\s?:)"
    r"|(?P<them>(?:(?:interviewers?|panel(?:list)?)(?:\s?\d)?|"
    + any_of(
        "int, them, they, he, she, hr, recruiter, hiring manager, manager, boss, team lead,"
        "chair, head"
    )
    + r")\s?:)",
    re.IGNORECASE,
)
_NAME_LABEL = re.compile(
    r"(?P<name>[^\W\d_][\w'.\u2019-]{0,24}(?: [^\W\d_][\w'.\u2019-]{0,24})?)\s?:(?=\s)"
)
# Repeats are bounded: a run of 100,000 marks must not be tried from each of its places.
_CLOSERS = r"[\"'\u201d\u2019\u00bb)\]*_]{0,9}"
_SENTENCE_END = re.compile(
    rf"[?\uff1f\u061f\u037e\u203d!\u3002][?!\uff1f\u061f.]{{0,20}}{_CLOSERS}"
    r"(?=\s|$|(?-i:[A-Z])|[\u00bf\"\u201c])"
    r"|[\uff1f\u061f\u3002]|(?<=[\u0370-\u03ff\u1f00-\u1fff]);(?=\s|$)"
    rf"|[.\u2026]{{1,20}}{_CLOSERS}(?=\s|$)"
    r"|\s(?=(?:q|question|a|ans|answer)\s?\d{0,3}:\s)",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])"
    + any_of(r"mr, mrs, ms, dr, prof, st, e\.?g, i\.?e, vs, approx, no, inc, ltd, etc, z\.b, \w")
    + r"\.$",
    re.IGNORECASE,
)


class NoteLine(NamedTuple):
    """One line that is not blank.

    Attributes:
        start: Where it begins, with its indentation.
        body: Where its words begin, after list marks and label.
        end: Where it ends, without the line break, exclusive.
        mark: The kind of list mark before it, such as "-" or "1"; "" without.
        speaker: Whose line its label says it is; "" without a label.
        name: The label as written, when it is a name.
        after_blank: Whether a blank line stands before it.
    """

    start: int
    body: int
    end: int
    mark: str
    speaker: Speaker
    name: str
    after_blank: bool


def _mark_kind(marks: str) -> str:
    bare = marks.strip(" \t\u00a0>")
    if not bare:
        return ""
    indent = len(marks) - len(marks.lstrip(" \t\u00a0>"))
    return f"{indent}{'1' if bare[:1].isdigit() or bare[:1] == '(' else bare[:1]}"


def marks_end(text: str, start: int, end: int) -> int:
    """Return where the list marks at the head of a line end.

    Example:
        >>> marks_end("- [x] done", 0, 10)
        6
    """
    marks = _MARKS.match(text, start, end)
    return marks.end() if marks else start


def _speaking_names(text: str) -> dict[str, Speaker]:
    """Return whose labels the repeated names are: the one who asks least is the writer."""
    lines: Counter[str] = Counter()
    asking: Counter[str] = Counter()
    has_me = False
    for line in _LINE.finditer(text):
        body = marks_end(text, *line.span())
        found = _NAME_LABEL.match(text, body, line.end())
        if found and found["name"][0].isupper():
            lines[found["name"]] += 1
            asking[found["name"]] += "?" in text[found.end() : line.end()]
            has_me = has_me or found["name"].casefold() in {"me", "myself", "i", "ich"}
    names = [name for name, count in lines.items() if count > 1]
    shares = {name: asking[name] / lines[name] for name in names}
    speakers: dict[str, Speaker] = dict.fromkeys(names, "them")
    quietest = min(names, key=lambda name: shares[name], default="")
    if len(names) > 1 and not has_me and shares[quietest] * 2 < max(shares.values()):
        speakers[quietest] = "me"
    return speakers


def read_lines(text: str) -> Iterator[NoteLine]:
    r"""Yield the lines of notes that are not blank, in order.

    Example:
        >>> [(line.mark, line.speaker) for line in read_lines("1. Q: Why us?\n   A: The work.")]
        [('01', 'question'), ('', 'answer')]
    """
    names = _speaking_names(text)
    last_end = 0
    for found in _LINE.finditer(text):
        start, end = found.span()
        if not found[0].strip():
            continue
        body = marks_end(text, start, end)
        speaker: Speaker = ""
        name = ""
        label = _LABEL.match(text, body, end)
        named = None if label else _NAME_LABEL.match(text, body, end)
        if label and label.lastgroup:
            speaker = label.lastgroup  # type: ignore[assignment]
        elif named and named["name"] in names:
            label, speaker = named, names[named["name"]]
            name = named["name"] if speaker == "them" else ""
        gap = text[last_end:start]
        breaks = gap.count("\n") or gap.count("\r")
        yield NoteLine(
            start=start,
            body=label.end() if label and speaker else body,
            end=end,
            mark=_mark_kind(text[start:body]),
            speaker=speaker,
            name=name,
            after_blank=breaks > 1,
        )
        last_end = end


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences between two positions: half-open, together they cover all of it.

    Example:
        >>> [text[a:b] for text in ["Why? I said so, e.g. to Dr. Bo."] for a, b in
        ...  sentence_spans(text, 0, len(text))]
        ['Why?', ' I said so, e.g. to Dr. Bo.']
    """
    at = start
    for found in _SENTENCE_END.finditer(text, start, end):
        if found[0][:1] == "." and _ABBREVIATION.search(
            text, max(at, found.end() - 9), found.end()
        ):
            continue
        yield at, found.end()
        at = found.end()
    if at < end:
        yield at, end
