"""Questions and answers found in a free account, or in notes pasted from a phone.

What reads like a question they asked begins an item; the text up to the next one is its answer.
Everything else stays as ``rest``. The text is only cut, never rewritten, so every line of it
stands in exactly one place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.importing.note_cuts import cut_notes
from interview_journal.importing.note_lines import marks_end

if TYPE_CHECKING:
    from interview_journal.importing.note_cuts import Cut

__all__ = ["NotesDraft", "QuestionDraft", "parse_notes"]

_ANSWER_LABEL = re.compile(
    r"(?:\s*(?:a|ans|answer|me)\s?\d{0,3}:|[ \t]*(?:[-\u2013\u2014:;,>=]+(?=\s)|\u2192))?"
    r"\s*(?:(?-i:and|so|but|to which)\s+(?=i\b))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """One question found, with the text after it.

    Attributes:
        question: As written, on one line, without list marks, label and "she asked me".
        answer: As written; "" when nothing follows.
        start: Where the item begins in the text, its marks and label included.
        end: Where it ends, exclusive.
        reported: True when it is told in the writer's words ("why I left").
        asked_by: The name that stands with it, or "".
    """

    question: str
    answer: str
    start: int
    end: int
    reported: bool
    asked_by: str = ""


@dataclass(frozen=True, slots=True)
class NotesDraft:
    """The questions in the order of the text, and all that belongs to none of them."""

    items: tuple[QuestionDraft, ...]
    rest: str


def _read_answer(said: str) -> str:
    """Return an answer without its label; a list keeps its marks, a single line does not."""
    label = _ANSWER_LABEL.match(said)
    said = said[label.end() if label else 0 :].strip()
    return said if "\n" in said else said[marks_end(said, 0, len(said)) :].strip()


def _draft(text: str, cut: Cut, answer: int, end: int) -> QuestionDraft:
    end = cut.start + len(text[cut.start : end].rstrip())
    said = _read_answer(text[answer:end].replace("\r\n", "\n").replace("\r", "\n"))
    return QuestionDraft(
        question=" ".join(text[slice(*cut.question)].split()),
        answer=said,
        start=cut.start,
        end=end,
        reported=cut.reported,
        asked_by=cut.asked_by,
    )


def parse_notes(text: str) -> NotesDraft:
    """Return the questions and answers found in a text, and the rest of it.

    Args:
        text: An account in one's own words or notes as pasted, in any shape and size. Every
            position of the result counts its code points.

    Example:
        >>> draft = parse_notes("Nice office. Why do you want to leave? I said I want to grow.")
        >>> draft.items[0].question, draft.items[0].answer, draft.rest
        ('Why do you want to leave?', 'I said I want to grow.', 'Nice office.')
    """
    items: list[QuestionDraft] = []
    rest: list[str] = []
    opened: Cut | None = None
    answer = 0
    rest_start = 0

    def close(at: int) -> None:
        nonlocal opened, rest_start
        if opened is not None:
            items.append(_draft(text, opened, answer, at))
            rest_start, opened = items[-1].end, None

    for cut in cut_notes(text):
        if cut.kind == "plain":
            if cut.labelled and not text[answer : cut.start].strip():
                answer = max(answer, cut.body)
            continue
        close(cut.start)
        if cut.kind == "ask":
            rest.append(text[rest_start : cut.start].strip())
            opened, answer = cut, cut.body
    close(len(text))
    rest.append(text[rest_start:].strip())
    return NotesDraft(tuple(items), "\n".join(piece for piece in rest if piece))
