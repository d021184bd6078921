"""When an answer will come, read from a person's words: "one to two weeks", "by Friday".

Only what is certain is turned into days or a date; all else stays words. Two times in one
sentence, a condition or a "few" are not certain.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

__all__ = ["AnswerTime", "describe_answer_time", "is_only_a_time", "parse_answer_time"]

_DAYS_AT_MOST: Final = 730
_WORKING_DAYS: Final = 5
_FRIDAY: Final = 4
_NUMBER_WORDS: Final = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBERS: Final = {
    "a": 1,
    "an": 1,
    **{word: number for number, word in enumerate(_NUMBER_WORDS, start=1)},
}
_UNITS: Final = {"day": 1, "week": 7, "fortnight": 14, "month": 30}
_WEEKDAYS: Final = [name.lower() for name in calendar.day_name]
_MONTHS: Final = [name.lower() for name in calendar.month_name[1:]]

_NUMBER: Final = r"(\d{1,3}|" + "|".join(_NUMBERS) + r")"
_UNIT: Final = r"(working |business |week)?(day|week|fortnight|month)s?"
_JOIN: Final = r"\s*(?:to|or|-|\u2013|\u2014|and)\s*"
_MONTH: Final = "(" + "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS) + r")\.?"
_NTH: Final = r"(\d{1,2})(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:,?\s+(\d{4}))?"

_RANGE: Final = re.compile(rf"\b(?:between )?{_NUMBER}(?:\s*{_UNIT})?{_JOIN}{_NUMBER}\s*{_UNIT}\b")
_SPAN: Final = re.compile(
    r"\b(within|in less than|at most|no later than|inside|at least|in at least)?\s*"
    rf"(?:the next )?{_NUMBER}\s*{_UNIT}(?:['\u2019]s? time)?\b"
)
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DAY_MONTH: Final = re.compile(rf"\b{_NTH}\s+(?:of\s+)?{_MONTH}(?![a-z]){_YEAR}")
_MONTH_DAY: Final = re.compile(rf"\b{_MONTH}\s+{_NTH}\b{_YEAR}")
_WEEKDAY: Final = re.compile(r"\b(next |this |coming )?(" + "|".join(_WEEKDAYS) + r")\b")
_NAMED: Final = re.compile(
    r"\b(tomorrow|(?:the )?end of (?:the|this|next) (?:week|month)|next week|this week)\b"
)
_UNSURE: Final = re.compile(
    r"\b(?:if|unless|not|maybe|perhaps|few|several|some|before|after that|depends?|"
    r"morning|afternoon)\b|n['\u2019]t\b"
)
_FILLERS: Final = frozenset(
    ("in", "by", "on", "about", "within", "the", "from", "now", "or", "so", "at", "latest", "after")
)


@dataclass(frozen=True, slots=True)
class AnswerTime:
    """What is certain of when the answer comes.

    Attributes:
        days_min: The shorter end, in days from the interview.
        days_max: The longer end, in days from the interview.
        by: The day they named.
    """

    days_min: int | None = None
    days_max: int | None = None
    by: date | None = None

    @property
    def is_known(self) -> bool:
        """Whether anything is certain."""
        return self != AnswerTime()


def parse_answer_time(words: str, *, held_on: date) -> AnswerTime:
    """Return what is certain in these words; nothing when they leave a doubt.

    Args:
        words: As the person typed them.
        held_on: The day of the interview, from which they count.

    Example:
        >>> parse_answer_time("one to two weeks", held_on=date(2026, 3, 4))
        AnswerTime(days_min=7, days_max=14, by=None)
        >>> parse_answer_time("by Friday", held_on=date(2026, 3, 4)).by
        datetime.date(2026, 3, 6)
        >>> parse_answer_time("soon, maybe by Friday", held_on=date(2026, 3, 4)).is_known
        False
    """
    text = " ".join(words.casefold().split())
    if _UNSURE.search(text):
        return AnswerTime()
    found, _ = _read_times(text, held_on)
    if len(found) != 1 or found[0] is None:
        return AnswerTime()
    return found[0]


def is_only_a_time(words: str) -> bool:
    """Return whether the words say nothing beside when the answer comes.

    Example:
        >>> is_only_a_time("in about two weeks"), is_only_a_time("two weeks, Ana will call")
        (True, False)
    """
    _, rest = _read_times(" ".join(words.casefold().split()), date(2000, 1, 3))
    return all(word in _FILLERS for word in re.findall(r"\w+", rest))


def _read_times(text: str, held_on: date) -> tuple[list[AnswerTime | None], str]:
    """Return every time in the text, None for one that cannot be, and the text without them."""
    found: list[AnswerTime | None] = []
    for pattern, read in _READERS:
        found.extend(read(match, held_on) for match in pattern.finditer(text))
        # What is read is taken out: a range's second half is no time of its own.
        text = pattern.sub(" | ", text)
    return found, text


def describe_answer_time(known: AnswerTime) -> str:
    """Return words that say the same and are read back as such.

    Example:
        >>> describe_answer_time(AnswerTime(days_min=7, days_max=14))
        'in 7 to 14 days'
    """
    if known.by is not None:
        return f"by {known.by.day} {calendar.month_name[known.by.month]} {known.by.year:04d}"
    low, high = known.days_min, known.days_max
    if low is not None and high is not None:
        return f"in {low} days" if low == high else f"in {low} to {high} days"
    if high is not None:
        return f"within {high} days"
    return f"in at least {low} days" if low is not None else ""


def _number(word: str) -> int:
    return _NUMBERS[word] if word in _NUMBERS else int(word)


def _days(number: int, kind: str | None, unit: str, held_on: date) -> int:
    if unit == "day" and kind:
        return _calendar_days(number, held_on)
    return number * _UNITS[unit]


def _calendar_days(working_days: int, held_on: date) -> int:
    """Return how many calendar days a number of working days takes."""
    day = held_on
    while working_days > 0:
        day += timedelta(days=1)
        working_days -= day.weekday() < _WORKING_DAYS
    return (day - held_on).days


def _in_days(low: int | None, high: int | None) -> AnswerTime | None:
    if (low or 0) > _DAYS_AT_MOST or (high or 0) > _DAYS_AT_MOST:
        return None
    if low is not None and high is not None and low > high:
        return None
    return AnswerTime(low, high)


def _read_range(match: re.Match[str], held_on: date) -> AnswerTime | None:
    low, low_kind, low_unit, high, kind, unit = match.groups()
    return _in_days(
        _days(_number(low), low_kind or kind, low_unit or unit, held_on),
        _days(_number(high), kind, unit, held_on),
    )


def _read_span(match: re.Match[str], held_on: date) -> AnswerTime | None:
    bound, number, kind, unit = match.groups()
    days = _days(_number(number), kind, unit, held_on)
    if bound is None:
        return _in_days(days, days)
    return _in_days(days, None) if "least" in bound else _in_days(None, days)


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _by(day: date | None, held_on: date) -> AnswerTime | None:
    return AnswerTime(by=day) if day is not None and day >= held_on else None


def _read_iso(match: re.Match[str], held_on: date) -> AnswerTime | None:
    year, month, day = (int(part) for part in match.groups())
    return _by(_on(year, month, day), held_on)


def _named_day(day: str, month: str, year: str | None, held_on: date) -> AnswerTime | None:
    number = next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(month[:3]))
    if year is not None:
        return _by(_on(int(year), number, int(day)), held_on)
    this_year = _on(held_on.year, number, int(day))
    if this_year is not None and this_year < held_on:
        return _by(_on(held_on.year + 1, number, int(day)), held_on)
    return _by(this_year, held_on)


def _read_day_month(match: re.Match[str], held_on: date) -> AnswerTime | None:
    day, month, year = match.groups()
    return _named_day(day, month, year, held_on)


def _read_month_day(match: re.Match[str], held_on: date) -> AnswerTime | None:
    month, day, year = match.groups()
    return _named_day(day, month, year, held_on)


def _read_weekday(match: re.Match[str], held_on: date) -> AnswerTime | None:
    which, name = match.groups()
    ahead = (_WEEKDAYS.index(name) - held_on.weekday()) % 7
    # "next Friday" means two different days to two people; Friday said on a Friday as well.
    if which == "next " or ahead == 0:
        return None
    return _by(held_on + timedelta(days=ahead), held_on)


def _read_named(match: re.Match[str], held_on: date) -> AnswerTime | None:
    words = match.group(1)
    if words == "tomorrow":
        return _by(held_on + timedelta(days=1), held_on)
    monday = held_on - timedelta(days=held_on.weekday())
    if words == "next week":
        to_monday = (monday - held_on).days + 7
        return AnswerTime(to_monday, to_monday + _FRIDAY)
    if words.endswith("month"):
        first = held_on.replace(day=28) + timedelta(days=4) if "next" in words else held_on
        last = calendar.monthrange(first.year, first.month)[1]
        return _by(first.replace(day=last), held_on)
    friday = monday + timedelta(days=_FRIDAY + (7 if "next" in words else 0))
    return _by(friday, held_on)


_READERS: Final = (
    (_RANGE, _read_range),
    (_ISO, _read_iso),
    (_DAY_MONTH, _read_day_month),
    (_MONTH_DAY, _read_month_day),
    (_SPAN, _read_span),
    (_NAMED, _read_named),
    (_WEEKDAY, _read_weekday),
)
