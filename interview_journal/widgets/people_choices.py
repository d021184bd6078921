"""Which application is looked at: those under way first, and a way to find one among many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final

from interview_journal.core.choices import APPLICATION_STATUS, ApplicationStatus
from interview_journal.core.followup.wording import company_of, first_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.records import Application
    from interview_journal.core.view import JournalView

__all__ = ["OFFERED_AT_MOST", "ApplicationChoice", "application_choices", "newest_active_first"]

OFFERED_AT_MOST: Final = 12
_ACTIVE: Final[tuple[ApplicationStatus, ...]] = ("open", "offer")


@dataclass(frozen=True, slots=True)
class ApplicationChoice:
    """One application that can be chosen."""

    application_id: str
    label: str


def newest_active_first(view: JournalView) -> list[Application]:
    """Return the applications, those under way before those that ended, the newest first.

    The newest is the one with the latest round, past or coming; without a round the day counts
    on which it was entered.
    """
    rounds: dict[str, date] = {}
    for one in view.interviews:
        rounds[one.application_id] = max(rounds.get(one.application_id, date.min), one.held_on)

    def place(one: Application) -> tuple[bool, date, str]:
        entered = date.min if one.saved_at is None else one.saved_at.date()
        return (one.status in _ACTIVE, rounds.get(one.id, entered), one.id)

    return sorted(view.applications, key=place, reverse=True)


def application_choices(
    ordered: Sequence[Application], *, chosen: str = "", words: str = ""
) -> tuple[ApplicationChoice, ...]:
    """Return what the list offers: at most twelve, the chosen one always among them.

    Args:
        ordered: The applications in the order to offer them.
        chosen: The id of the one that is shown.
        words: Only applications whose line holds these words, in any case.
    """
    wanted = words.casefold().split()
    fitting = (one for one in ordered if not wanted or _has_words(one, wanted))
    kept = list(islice(fitting, OFFERED_AT_MOST))
    if chosen not in [one.id for one in kept]:
        kept += [one for one in ordered if one.id == chosen]
    return tuple(ApplicationChoice(one.id, _label(one)) for one in kept)


def _has_words(one: Application, wanted: Sequence[str]) -> bool:
    label = _label(one).casefold()
    return all(word in label for word in wanted)


def _label(one: Application) -> str:
    role = first_line(one.role)
    name = f"{company_of(one)}, {role}" if role else company_of(one)
    return f"{name} ({APPLICATION_STATUS[one.status].lower()})"
