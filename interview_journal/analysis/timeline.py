"""One application in time, as a frame: what has been above today, what is to come below it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.timeline_deeds import marks_of_deeds
from interview_journal.analysis.timeline_marks import (
    Mark,
    MarkKind,
    day_of,
    joined,
    marks_of_outcomes,
    marks_of_rounds,
)
from interview_journal.core.followup.days import in_zone
from interview_journal.core.followup.wording import by_words, first_line, on_words
from interview_journal.core.rounds import place_in_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    import pandas as pd

    from interview_journal.core.followup.values import DueAction, FollowUp
    from interview_journal.core.view import JournalView

__all__ = ["timeline_frame"]

_ORDER: Final[dict[MarkKind, int]] = {
    "round": 0,
    "done": 1,
    "outcome": 2,
    "today": 3,
    "waiting": 4,
    "due": 5,
}
"""Within a day."""
_ENDS: Final = ("start", "end")
_DAYS: Final = "datetime64[s]"


def timeline_frame(
    view: JournalView, application_id: str, follow_up: FollowUp, now: datetime
) -> pd.DataFrame:
    """Return the marks of one application, the earliest first.

    Args:
        view: The records.
        application_id: Which application.
        follow_up: What is due and awaited at that moment.
        now: The present, aware, in the person's zone.

    Returns:
        One row a mark, as they stand from top to bottom; no row where nothing is known.
            kind: str; round, done, outcome, today, waiting or due.
            start, end: datetime64[s], days; the same for what has no length. A mark stands at
                its end; what is overdue stands at today.
            label, detail: str; what it says, and more in a softer tone, empty for nothing.
            is_past: bool; whether it has been.
            number: Int64; the round's, NA for all other marks.

    Example:
        >>> import interview_journal as ij
        >>> from interview_journal.api.due import follow_up_of
        >>> sample = ij.open_journal(ij.sample_path())
        >>> now = datetime(2026, 6, 23, 21, tzinfo=UTC)
        >>> osprey = sample.applications[0]
        >>> frame = timeline_frame(sample, osprey.id, follow_up_of(sample, now), now)
        >>> frame["label"].tolist()[:2]
        ['Round 1: phone screen', 'Thanked Kelly Thorne']
    """
    marks = list(_marks(view, application_id, follow_up, now))
    if marks:
        today = now.date()
        marks.append(Mark(kind="today", start=today, end=today, label="Today"))
    return _frame(sorted(marks, key=_place))


def _marks(
    view: JournalView, application_id: str, follow_up: FollowUp, now: datetime
) -> Iterator[Mark]:
    application = next((one for one in view.applications if one.id == application_id), None)
    if application is None:
        return
    rounds = sorted(
        (one for one in view.interviews if one.application_id == application_id),
        key=place_in_time,
    )
    yield from marks_of_rounds(view, rounds, now)
    yield from marks_of_deeds(view, application, rounds, now)
    yield from marks_of_outcomes(application, rounds, now)
    for waiting in follow_up.waiting:
        if waiting.application_id == application_id:
            yield Mark(
                kind="waiting",
                start=waiting.since,
                end=waiting.until,
                label="Waiting for an answer",
                detail=waiting.text.removesuffix("."),
                is_past=False,
            )
    names = {one.id: first_line(one.name) for one in view.people}
    yield from _due(
        [one for one in follow_up.due if one.application_id == application_id], names, now
    )


def _due(actions: Iterable[DueAction], names: Mapping[str, str], now: datetime) -> Iterator[Mark]:
    """Yield a mark for what is due; one for several people who get the same on one day."""
    groups: dict[tuple[date, str, str, str], list[str]] = {}
    for one in sorted(actions, key=lambda one: one.due_at):
        # What is overdue is still to be done: it stands at today, not in the past.
        day = max(day_of(one.due_at, now), now.date())
        name = names.get(one.person_id, "")
        opening = one.text.removesuffix(name)
        told = groups.setdefault((day, one.kind, opening, _when(one, now)), [])
        if name and opening != one.text:
            told.append(name)
    for (day, _, opening, when), told in groups.items():
        label = f"{opening}{joined(told)}" if told else opening
        yield Mark(kind="due", start=day, end=day, label=label, detail=when, is_past=False)


def _when(one: DueAction, now: datetime) -> str:
    due_at = in_zone(one.due_at, now.tzinfo or UTC)
    if due_at <= now:
        return (
            "now" if due_at.date() == now.date() else f"since {on_words(due_at.date(), now.date())}"
        )
    if one.from_at == one.due_at:
        return f"from {on_words(due_at.date(), now.date())}"
    return f"by {by_words(due_at, now)}"


def _place(mark: Mark) -> tuple[date, int, int, int]:
    """Return where a mark stands: at its end, on the right side of today."""
    side = 1 if mark.kind == "today" else (0 if mark.is_past else 2)
    return (mark.end, side, _ORDER[mark.kind], mark.number or 0)


def _frame(marks: list[Mark]) -> pd.DataFrame:
    # pandas costs half a second; a form that never shows a frame must not pay it.
    import numpy as np
    import pandas as pd

    # Through numpy: days of any year, which pandas would refuse as text or as objects.
    days = {name: np.array([getattr(one, name) for one in marks], _DAYS) for name in _ENDS}
    return pd.DataFrame(
        {
            "kind": pd.Series([one.kind for one in marks], dtype="str"),
            **days,
            "label": pd.Series([one.label for one in marks], dtype="str"),
            "detail": pd.Series([one.detail for one in marks], dtype="str"),
            "is_past": np.array([one.is_past for one in marks], dtype=bool),
            "number": pd.array([one.number for one in marks], dtype="Int64"),
        }
    )
