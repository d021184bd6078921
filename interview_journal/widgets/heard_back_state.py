"""Which rounds an answer can be entered for, what the entry changes, and what to say then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.choices import FORECAST_WORDS, Outcome
from interview_journal.core.day_words import day_words
from interview_journal.core.rounds import known_moment, latest_first, round_title, status_after

if TYPE_CHECKING:
    from datetime import date, datetime

    from interview_journal.core.records import Application, Forecast, Interview
    from interview_journal.core.view import JournalView

__all__ = [
    "HEARD_CHOICES",
    "HeardBack",
    "RoundChoice",
    "forecast_sentence",
    "heard_back",
    "heard_sentence",
    "round_choices",
]

OFFERED_AT_MOST: Final = 12

HEARD_CHOICES: Final[dict[str, Outcome]] = {
    "Yes, it goes on": "advanced",
    "No": "rejected",
    "I withdrew": "withdrew",
    "Silence. I am no longer waiting": "silence",
}
_SO_FAR: Final[dict[Outcome | None, str]] = {
    None: "",
    "advanced": ", yes so far",
    "rejected": ", no so far",
    "withdrew": ", withdrawn",
    "silence": ", silence so far",
}
_SAID: Final[dict[Outcome, str]] = {
    "advanced": "They said yes. Well done.",
    "rejected": "They said no. I'm sorry. What you wrote down is still yours to use.",
    "withdrew": "You withdrew. That is noted.",
    "silence": "Noted. You can stop waiting; if they do write, enter it here again.",
}
_EVEN: Final = 50


@dataclass(frozen=True, slots=True)
class RoundChoice:
    """One round that can be chosen."""

    label: str
    interview_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardBack:
    """What one entry changes.

    Attributes:
        interview: Changes to the round.
        application: Changes to the application; empty where nothing follows with certainty.
    """

    interview: dict[str, Any]
    application: dict[str, Any]


def round_choices(view: JournalView, *, today: date, words: str = "") -> tuple[RoundChoice, ...]:
    """Return the rounds to choose from: those without an answer first, the latest first.

    Args:
        view: The records.
        today: Rounds after this day are still to come.
        words: Only rounds whose line holds these words, in any case.
    """
    applications = {one.id: one for one in view.applications}
    wanted = words.casefold().split()
    held = [one for one in latest_first(view.interviews) if one.held_on <= today]
    held.sort(key=lambda one: one.outcome not in (None, "silence"))
    found: list[RoundChoice] = []
    for one in held:
        label = _label(one, applications.get(one.application_id), today)
        if all(word in label.casefold() for word in wanted):
            found.append(RoundChoice(label, one.id))
        if len(found) == OFFERED_AT_MOST:
            break
    return tuple(found)


def _label(one: Interview, application: Application | None, today: date) -> str:
    role = f", {application.role}" if application is not None and application.role else ""
    title = round_title(one, application) + role
    return f"{title} ({day_words(one.held_on, today=today)}){_SO_FAR[one.outcome]}"


def heard_back(
    interview: Interview,
    application: Application | None,
    outcome: Outcome,
    *,
    heard_on: date,
    now: datetime,
    view: JournalView,
) -> HeardBack:
    """Return what the entry changes; the application only where its status is then certain."""
    known_at = known_moment(heard_on, now)
    changes = {"outcome": outcome, "outcome_known_at": known_at}
    if application is None:
        return HeardBack(interview=changes, application={})
    status = status_after(application, interview, outcome, view.interviews)
    if status is None or status == application.status:
        return HeardBack(interview=changes, application={})
    return HeardBack(interview=changes, application={"status": status, "status_at": known_at})


def heard_sentence(interview: Interview, application: Application | None) -> str:
    """Return what to say once an answer is saved; empty while there is none."""
    if interview.outcome is None:
        return ""
    return f"{round_title(interview, application)}. {_SAID[interview.outcome]}"


def forecast_sentence(interview: Interview, forecast: Forecast | None) -> str:
    """Return the frozen guess beside what came of it; empty where there is none.

    Kind either way: one answer says little about a person, and less about their judgement.
    """
    if forecast is None or interview.outcome is None:
        return ""
    guess = f"Before you heard, your guess was “{_guess_words(forecast.percent)}”."
    if interview.outcome in ("withdrew", "silence"):
        return f"{guess} It stays as you wrote it."
    if interview.outcome == "advanced":
        felt = "It went better than it felt." if forecast.percent < _EVEN else "You read it well."
        return f"{guess} {felt if forecast.percent != _EVEN else ''}".rstrip()
    if forecast.percent > _EVEN:
        return f"{guess} Much of what decides cannot be seen from your chair."
    return f"{guess} You had a feel for how it went." if forecast.percent < _EVEN else guess


def _guess_words(percent: int) -> str:
    nearest = min(FORECAST_WORDS, key=lambda known: (abs(known - percent), known))
    return FORECAST_WORDS[nearest].lower()
