"""The marks of one application in time: its rounds, and how they ended."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from interview_journal.core.choices import APPLICATION_STATUS, ApplicationStatus, Outcome
from interview_journal.core.followup.days import in_zone, zone_named
from interview_journal.core.followup.wording import clock_words, first_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interview_journal.core.records import Application, Interview
    from interview_journal.core.view import JournalView

__all__ = ["Mark", "MarkKind", "day_of", "joined", "marks_of_outcomes", "marks_of_rounds"]

MarkKind: TypeAlias = Literal["round", "done", "outcome", "today", "waiting", "due"]

_OUTCOMES: Final[dict[Outcome, str]] = {
    "advanced": "They said yes",
    "rejected": "They said no",
    "withdrew": "I withdrew",
    "silence": "Silence, no longer waiting",
}
_TOLD_BY_A_ROUND: Final[dict[ApplicationStatus, Outcome]] = {
    "rejected": "rejected",
    "withdrawn": "withdrew",
    "silent": "silence",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark on a timeline.

    Attributes:
        kind: What sort of mark.
        start: Its first day.
        end: Its last day; the same for what has no length.
        label: What it says.
        detail: What may stand beside it in a softer tone; empty for nothing.
        is_past: Whether it has been.
        number: The round's; None for all other marks.
    """

    kind: MarkKind
    start: date
    end: date
    label: str
    detail: str = ""
    is_past: bool = True
    number: int | None = None


def joined(names: Sequence[str]) -> str:
    """Return names as a person would list them; "them" for none.

    Example:
        >>> joined(["Ana", "Ben", "Cho"])
        'Ana, Ben and Cho'
    """
    if not names:
        return "them"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def marks_of_rounds(
    view: JournalView, rounds: Sequence[Interview], now: datetime
) -> Iterator[Mark]:
    """Yield a mark for each round, past and to come.

    Args:
        view: The records.
        rounds: The application's.
        now: The present, aware, in the person's zone.
    """
    people = {one.id: one for one in view.people}
    met: dict[str, dict[str, str]] = defaultdict(dict)
    for one in view.encounters:
        if one.person_id in people:
            met[one.interview_id][one.person_id] = first_line(people[one.person_id].name)
    for held in rounds:
        # The hour is the one on the clock there.
        place = zone_named(held.time_zone) or now.tzinfo or UTC
        starts = None if held.started_at is None else in_zone(held.started_at, place)
        is_past = held.held_on <= now.date()
        if held.held_on == now.date() and starts is not None:
            is_past = starts <= now
        names = list(met.get(held.id, {}).values())
        hour = "" if is_past or starts is None else clock_words(starts)
        told = [hour, f"with {joined(names)}" if names else ""]
        kind = first_line(held.kind)
        yield Mark(
            kind="round",
            start=held.held_on,
            end=held.held_on,
            label=f"Round {held.round}: {kind}" if kind else f"Round {held.round}",
            detail=", ".join(filter(None, told)),
            is_past=is_past,
            number=held.round,
        )


def marks_of_outcomes(
    application: Application, rounds: Sequence[Interview], now: datetime
) -> Iterator[Mark]:
    """Yield a mark for each outcome of a round, and for what became of the application.

    Args:
        application: Whose.
        rounds: Its rounds.
        now: The present, aware, in the person's zone.
    """
    for one in rounds:
        if one.outcome is not None:
            known_at = one.outcome_known_at
            day = min(one.held_on if known_at is None else day_of(known_at, now), now.date())
            detail = _after((day - one.held_on).days, one.round)
            yield Mark(
                kind="outcome", start=day, end=day, label=_OUTCOMES[one.outcome], detail=detail
            )
    told = _TOLD_BY_A_ROUND.get(application.status)
    if application.status == "open" or any(one.outcome == told for one in rounds if told):
        return
    if application.status_at is not None:
        day = min(day_of(application.status_at, now), now.date())
        words = APPLICATION_STATUS[application.status]
        yield Mark(kind="outcome", start=day, end=day, label=words)


def _after(days: int, number: int) -> str:
    if days < 0:
        return f"before round {number}"
    if days == 0:
        return f"on the day of round {number}"
    return f"{days} day{'' if days == 1 else 's'} after round {number}"


def day_of(moment: datetime, now: datetime) -> date:
    """Return the day of a moment where the person is.

    Args:
        moment: Aware.
        now: The present, aware, in the person's zone.
    """
    return in_zone(moment, now.tzinfo or UTC).date()
