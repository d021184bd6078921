"""Days and spans of an application as a letter says them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import day_words

if TYPE_CHECKING:
    from datetime import date

    from interview_journal.core.records import Interview

__all__ = ["answer_words", "letter_day"]

_NUMBERS: Final = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
)
_WEEK: Final = 7
_THIS_WEEK: Final = range(_WEEK)


def letter_day(day: date, *, today: date) -> str:
    """Return "Wednesday" within a week of that day, with the date later on.

    Never "today" or "yesterday": a letter is often sent the day after it was written.

    Example:
        >>> from datetime import date
        >>> letter_day(date(2026, 3, 18), today=date(2026, 3, 19))
        'Wednesday'
        >>> letter_day(date(2026, 3, 18), today=date(2026, 4, 1))
        'Wednesday 18 March'
    """
    words = day_words(day, today=today)
    return words.partition(" ")[0] if (today - day).days in _THIS_WEEK else words


def answer_words(interview: Interview, *, today: date) -> str:
    """Return when they said an answer would come; empty where they did not say.

    Example:
        >>> from datetime import date
        >>> from interview_journal.core.records import Interview
        >>> told = Interview(application_id="p_a", held_on=date(2026, 3, 4), answer_in_days_min=7,
        ...                  answer_in_days_max=14)
        >>> answer_words(told, today=date(2026, 3, 20))
        'within one to two weeks'
    """
    if interview.answer_by is not None:
        return f"by {day_words(interview.answer_by, today=today)}"
    ends = (interview.answer_in_days_min, interview.answer_in_days_max)
    told = sorted({days for days in ends if days is not None})
    if not told:
        return ""
    if told[-1] == 0:
        return "the same day"
    is_weeks = all(days % _WEEK == 0 for days in told)
    counts = [days // _WEEK for days in told if days] if is_weeks else [d for d in told if d]
    unit = "week" if is_weeks else "day"
    span = " to ".join(_number(count) for count in counts)
    if counts == [1]:
        return f"within a {unit}"
    return f"within {span} {unit}s"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
