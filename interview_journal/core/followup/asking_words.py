"""The sentences about waiting for an answer: why it is polite to ask, and that nothing is to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import day_words
from interview_journal.core.followup.wording import by_words, on_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from interview_journal.core.followup.windows import AnswerWindow

_WEEK: Final = 7
_WEEKS: Final = {7: "one", 14: "two", 21: "three", 28: "four"}

__all__ = ["ask_reason", "rest_reason", "waiting_text"]


def ask_reason(step: str, from_at: datetime, now: datetime, window: AnswerWindow) -> str:
    """Return why one may ask for news, and from when on.

    Args:
        step: "1" for the first question, "2" for the second.
        from_at: Not before.
        now: The present.
        window: By when an answer could be expected.
    """
    if now < from_at:
        start = f"From {_day_or_hour(from_at, now)} it is polite to ask"
    else:
        start = "It is polite to ask now"
    if step == "2":
        return f"{start}, a second and last time."
    usual = "" if window.is_told else f", and about {_days_words(window.days)} is usual"
    return f"{start}: {_said(window, now.date())}{usual}."


def _day_or_hour(moment: datetime, now: datetime) -> str:
    """Return "today, 9 am" where it is later today, else the day."""
    if moment.date() == now.date():
        return f"{by_words(moment, now)},"
    return on_words(moment.date(), now.date())


def _said(window: AnswerWindow, today: date) -> str:
    day = day_words(window.last_day, today=today)
    if window.named == "promise":
        return f"they promised word by {day}"
    if window.named == "day":
        return f"they named {day}"
    return f"they said {_span_words(window)}" if window.is_told else "no day is noted"


def _span_words(window: AnswerWindow) -> str:
    """Return "one to two weeks" or "3 to 7 days", as they said it."""
    least, most = _days_words(window.at_least), _days_words(window.days)
    if not 0 < window.at_least < window.days:
        return most
    if window.at_least in _WEEKS and window.days in _WEEKS:
        return f"{_WEEKS[window.at_least]} to {most}"
    return f"{least} to {most}" if window.days in _WEEKS else f"{window.at_least} to {most}"


def _days_words(days: int) -> str:
    """Return "two weeks" or "10 days"; how a person would say it."""
    if days in _WEEKS:
        return f"{_WEEKS[days]} week{'' if days == _WEEK else 's'}"
    return {0: "the same day", 1: "one day"}.get(days, f"{days} days")


def waiting_text(
    day: int, window: AnswerWindow, until: datetime, now: datetime, *, asked_on: date | None
) -> str:
    """Return which day of how many it is, and until when there is nothing to do.

    Args:
        day: How many days have passed since the round.
        window: By when an answer can be expected.
        until: From when on something is to do.
        now: The present.
        asked_on: When one asked; None before that.

    Example:
        >>> from datetime import UTC, date, datetime
        >>> from interview_journal.core.followup.windows import AnswerWindow
        >>> told = AnswerWindow(date(2026, 3, 11), 14, is_told=True, named="days")
        >>> until = datetime(2026, 3, 12, 9, tzinfo=UTC)
        >>> waiting_text(6, told, until, datetime(2026, 3, 3, 19, tzinfo=UTC), asked_on=None)
        'Day 6 of 14. Nothing to do until Thursday 12 March.'
    """
    is_today = until.date() == now.date()
    end = by_words(until, now) if is_today else on_words(until.date(), now.date())
    if asked_on is not None:
        start = f"You asked {_on_day(asked_on, now.date())}"
    elif day == 0:
        said = _said(window, now.date())
        start = f"{said[0].upper()}{said[1:]}"
    elif day > window.days:
        start = f"Day {day}"
    else:
        start = f"Day {day} of {'' if window.is_told else 'about '}{window.days}"
    return f"{start}. Nothing to do until {end}."


def _on_day(day: date, today: date) -> str:
    words = on_words(day, today)
    return words if words in ("today", "yesterday") else f"on {words}"


def rest_reason(
    company: str, from_at: datetime, now: datetime, *, only_good_news: bool, has_asked: bool
) -> str:
    """Return why nothing is awaited any more, and from when on.

    Args:
        company: Who stays silent.
        from_at: Not before.
        now: The present.
        only_good_news: Whether only the successful hear from them.
        has_asked: Whether the person asked for news.
    """
    if only_good_news:
        why = "they tell only the ones they take"
    else:
        why = "you have asked, and that is enough" if has_asked else "you have waited long enough"
    if now < from_at:
        start = f"From {on_words(from_at.date(), now.date())}, if {company} stays silent: {why}."
    else:
        start = f"{company} has stayed silent. {why[0].upper()}{why[1:]}."
    return f"{start} It says nothing about you."
