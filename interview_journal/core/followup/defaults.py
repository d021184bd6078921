"""The conventions behind the due dates, and how a person changes them.

None of these numbers is a law: that a thank-you note goes out within a day is a custom, not a
finding, and what a company says of itself always goes before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.followup.days import zone_named

if TYPE_CHECKING:
    from interview_journal.core.records import Setting

__all__ = [
    "DEFAULT_LABELS",
    "NUMBER_BOUNDS",
    "SETTING_PREFIX",
    "FollowUpDefaults",
    "expected_words",
    "parse_defaults",
    "usual_words",
]

SETTING_PREFIX: Final = "follow_up."
"""Stands before each name in the settings table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpDefaults:
    """What is assumed where nothing was said.

    Attributes:
        thank_within_hours: From the end of the interview to the thank-you note; 1 to 336.
        news_after_days: From the interview to the first question for news; 1 to 365.
        news_again_days: From the first question to the second and last; 1 to 365.
        move_on_after_days: From the last thing one could do to waiting no longer; 1 to 365.
        referee_within_hours: For telling and thanking a referee; 1 to 336.
        answer_offer_days: From the offer to the answer; 1 to 90.
        reply_within_days: From a no to the reply, and from the end to telling a referee; 1 to 90.
        let_be_after_days: After so long nobody is reminded any more; 7 to 3650.
        interview_minutes: How long an interview takes where nothing is written; 5 to 1440.
        day_starts_at: When a business day begins, in the person's zone.
        assumed_end: When an interview was over, where no hour is written.
        time_zone: The person's zone, an IANA name; empty takes the computer's.
        days_off: Own holidays, on which nothing is asked.
    """

    thank_within_hours: int = 24
    news_after_days: int = 7
    news_again_days: int = 14
    move_on_after_days: int = 14
    referee_within_hours: int = 24
    answer_offer_days: int = 7
    reply_within_days: int = 2
    let_be_after_days: int = 60
    interview_minutes: int = 60
    day_starts_at: time = time(9)
    assumed_end: time = time(17)
    time_zone: str = ""
    days_off: frozenset[date] = frozenset()


DEFAULT_LABELS: Final[Mapping[str, str]] = {
    "thank_within_hours": "Thank-you note, within so many hours",
    "news_after_days": "Ask for news after so many days, where they said nothing",
    "news_again_days": "Ask once more after so many days",
    "move_on_after_days": "Stop waiting after so many days of silence",
    "referee_within_hours": "Tell or thank a referee within so many hours",
    "answer_offer_days": "Answer an offer within so many days",
    "reply_within_days": "Reply to a no within so many days",
    "let_be_after_days": "Remind me no longer than so many days",
    "interview_minutes": "Minutes an interview takes, where none are written",
    "day_starts_at": "My day starts at",
    "assumed_end": "An interview is over by, where no hour is written",
    "time_zone": "My time zone",
    "days_off": "My days off",
}

_FIRST: Final = datetime.min.replace(tzinfo=UTC)

NUMBER_BOUNDS: Final[Mapping[str, tuple[int, int]]] = {
    "thank_within_hours": (1, 336),
    "news_after_days": (1, 365),
    "news_again_days": (1, 365),
    "move_on_after_days": (1, 365),
    "referee_within_hours": (1, 336),
    "answer_offer_days": (1, 90),
    "reply_within_days": (1, 90),
    "let_be_after_days": (7, 3650),
    "interview_minutes": (5, 1440),
}


def parse_defaults(settings: Iterable[Setting]) -> tuple[FollowUpDefaults, tuple[str, ...]]:
    """Return the person's conventions, and a sentence for each setting that could not be read.

    What could not be read stays as it is by default.

    Args:
        settings: All settings; those of other names are passed over. Of two of one name the
            one saved later counts.

    Example:
        >>> from interview_journal.core.records import Setting
        >>> ten = Setting(name="follow_up.news_after_days", value="10")
        >>> parse_defaults([ten])[0].news_after_days
        10
        >>> parse_defaults([Setting(name="follow_up.tea", value="10")])[1]
        ('settings.csv, "follow_up.tea": no such setting. It is passed over.',)
    """
    found: dict[str, Any] = {}
    problems = []
    known = {one.name for one in fields(FollowUpDefaults)}
    for setting in sorted(settings, key=lambda one: one.saved_at or _FIRST):
        name = setting.name.removeprefix(SETTING_PREFIX)
        if not setting.name.startswith(SETTING_PREFIX) or not setting.value.strip():
            continue
        if name not in known:
            problems.append(f'settings.csv, "{setting.name}": no such setting. It is passed over.')
            continue
        value = _parse(name, setting.value.strip())
        if value is None:
            problems.append(_problem(setting, name))
        else:
            found[name] = value
    return FollowUpDefaults(**found), tuple(problems)


def _parse(name: str, text: str) -> object | None:
    if name == "time_zone":
        return text if zone_named(text) is not None else None
    try:
        if name == "days_off":
            return frozenset(date.fromisoformat(one) for one in text.replace(",", " ").split())
        if name in ("day_starts_at", "assumed_end"):
            clock = time.fromisoformat(text)
            return clock if clock.tzinfo is None else None
        number = int(text) if text.isdecimal() else 0
    except ValueError:
        return None
    low, high = NUMBER_BOUNDS[name]
    return number if low <= number <= high else None


def expected_words(name: str) -> str:
    """Return what a convention takes, in words.

    Args:
        name: One of ``DEFAULT_LABELS``.

    Example:
        >>> expected_words("news_after_days"), expected_words("day_starts_at")
        ('a whole number from 1 to 365', 'a time of day such as 09:00')
    """
    if name in NUMBER_BOUNDS:
        return "a whole number from {} to {}".format(*NUMBER_BOUNDS[name])
    if name == "days_off":
        return "days such as 2026-12-24, parted by spaces"
    if name == "time_zone":
        return "a time zone's name such as Europe/Berlin"
    return "a time of day such as 09:00"


def usual_words(name: str) -> str:
    """Return what is taken where the person set nothing, in words.

    Args:
        name: One of ``DEFAULT_LABELS``.

    Example:
        >>> usual_words("news_after_days"), usual_words("day_starts_at"), usual_words("days_off")
        ('7', '09:00', 'none')
    """
    if name == "days_off":
        return "none"
    if name == "time_zone":
        return "zone of this computer"
    usual = getattr(FollowUpDefaults(), name)
    return f"{usual:%H:%M}" if isinstance(usual, time) else str(usual)


def _problem(setting: Setting, name: str) -> str:
    return (
        f'settings.csv, "{setting.name}": expected {expected_words(name)}, '
        f'found "{setting.value}". The usual {usual_words(name)} is taken.'
    )
