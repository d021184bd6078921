"""What is said of a text while it is written: its length, its gaps, what reads like a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.outgoing import ADVISED_WORDS, Draft, find_gaps
from interview_journal.widgets import fields as f

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.claims import Span
    from interview_journal.core.outgoing import DraftKind

__all__ = ["advice_rows", "gaps_words", "started_words"]

COUNTS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def gaps_words(count: int) -> str:
    """Return "two gaps to fill"; "no gap" where there is none."""
    said = COUNTS[count] if count < len(COUNTS) else str(count)
    return f"{said} gap to fill" if count == 1 else f"{said} gaps to fill"


def started_words(text: str, *, is_started: bool) -> str:
    """Return how far a draft is, such as "A draft is ready; two gaps to fill".

    Args:
        text: The draft.
        is_started: Whether the person has worked on it.
    """
    count = len(find_gaps(text))
    start = "You have started a note" if is_started else "A draft is ready"
    return f"{start}; {gaps_words(count)}." if count else f"{start}."


def advice_rows(
    text: str,
    *,
    kind: DraftKind,
    shared: Sequence[tuple[Span, str]] = (),
    can_renew: bool = False,
) -> list[f.Row]:
    """Return what stands beside a text while it is written.

    Args:
        text: The words so far.
        kind: What sort of text; only a thank-you note has an advised length.
        shared: What stands in another note as well: where, and in which.
        can_renew: Whether another choice of tone waits for a yes to replace the person's words.
    """
    rows = [_length_row(text, kind)]
    gaps = find_gaps(text)
    if gaps:
        title = gaps_words(len(gaps))
        rows.append(f.row("gaps", title[:1].upper() + title[1:], lines=[one.words for one in gaps]))
    if shared:
        rows.append(
            f.row(
                "shared",
                "They may compare notes: this reads like another one",
                lines=[f"“{text[start:end].strip()}” ({where})" for (start, end), where in shared],
            )
        )
    if can_renew:
        rows.append(
            f.row(
                "renew",
                "You have changed the words, so they were left as they are",
                buttons=[f.button("renew", "Start again in this tone", small=True)],
            )
        )
    return rows


def _length_row(text: str, kind: DraftKind) -> f.Row:
    count = Draft(kind=kind, tone="warm", subject="", text=text).word_count
    title = "1 word" if count == 1 else f"{count} words"
    if kind != "thank-you note":
        return f.row("length", title)
    low, high = ADVISED_WORDS
    if count < low:
        said = f"A little more is fine: {low} to {high} are good."
    elif count > high:
        said = f"Long for a thank-you: {low} to {high} are read at once."
    else:
        said = f"A good length: {low} to {high} are."
    return f.row("length", title, lines=[said])
