"""What was done about one application, as marks in time: one a day for people who got the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.timeline_marks import Mark, day_of, joined
from interview_journal.core.choices import CHANNELS, ActionKind
from interview_journal.core.followup.wording import first_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from interview_journal.core.records import Action, Application, Interview, Person
    from interview_journal.core.view import JournalView

__all__ = ["marks_of_deeds"]

_DONE: Final[dict[ActionKind, str]] = {
    "thank-you note": "Thanked {}",
    "ask about the process": "Asked {} how it goes on",
    "ask for news": "Asked {} for news",
    "their promise": "What {} promised came",
    "my promise": "Sent {} what I promised",
    "move on": "Looked ahead",
    "ask a referee": "Asked {} to speak for me",
    "tell a referee": "Told {} that they may be called",
    "thank a referee": "Thanked {} as a referee",
    "tell a referee the outcome": "Told {} how it ended",
    "reply to a rejection": "Wrote to {} after the no",
    "answer an offer": "Answered the offer",
    "tell another company": "Wrote to {} about another offer",
}
_CHORES: Final = frozenset({"write it down", "enter the next round"})
"""Of the journal itself: they are no part of the application."""


@dataclass(frozen=True, slots=True)
class _Deed:
    """What was done on one day to several people in one way."""

    words: str
    names: list[str] = field(default_factory=list)
    channels: set[str] = field(default_factory=set)


def marks_of_deeds(
    view: JournalView, application: Application, rounds: Iterable[Interview], now: datetime
) -> Iterator[Mark]:
    """Yield a mark for what was done on a day; one for several people who got the same.

    Args:
        view: The records.
        application: Whose.
        rounds: Its rounds.
        now: The present, aware, in the person's zone.
    """
    people = {one.id: one for one in view.people}
    own = {one.id for one in rounds}
    yield from _marks_of_referees(view, application, people, now)
    deeds: dict[tuple[date, str], _Deed] = {}
    for action in view.actions:
        is_ours = action.application_id == application.id or action.interview_id in own
        if is_ours and action.status == "done" and action.kind not in _CHORES:
            day = min(day_of(action.done_at or action.saved_at or now, now), now.date())
            deed = deeds.setdefault((day, action.kind), _Deed(_words_for(action)))
            person = people.get(action.person_id)
            if person is not None and first_line(person.name) not in deed.names:
                deed.names.append(first_line(person.name))
            deed.channels.add("" if action.channel is None else CHANNELS[action.channel].lower())
    for (day, _), deed in deeds.items():
        how = ", ".join(sorted(filter(None, deed.channels)))
        yield Mark(
            kind="done", start=day, end=day, label=deed.words.format(joined(deed.names)), detail=how
        )


def _words_for(action: Action) -> str:
    known = next((words for kind, words in _DONE.items() if kind == action.kind), None)
    # A kind from elsewhere is said as it was written.
    written = first_line(action.kind).replace("{", "{{").replace("}", "}}") or "Something"
    return known or f"{written[0].upper()}{written[1:]}: {{}}"


def _marks_of_referees(
    view: JournalView, application: Application, people: Mapping[str, Person], now: datetime
) -> Iterator[Mark]:
    for one in view.references:
        person = people.get(one.person_id)
        if one.application_id != application.id or person is None:
            continue
        name = first_line(person.name)
        for moment, words in (
            (one.consented_at, f"{name} agreed to speak for me"),
            (one.checked_at, f"They called {name}"),
        ):
            if moment is not None:
                day = min(day_of(moment, now), now.date())
                yield Mark(kind="done", start=day, end=day, label=words)
