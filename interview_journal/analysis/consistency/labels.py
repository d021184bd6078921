"""Numbers that name something and count nothing: a clock time, a version, "round 2"."""

from __future__ import annotations

import re
from typing import Final

from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.mentions import PHRASE_ENDS, Mention
from interview_journal.analysis.consistency.words import Word

__all__ = ["is_label"]

_BEHIND: Final = re.compile(
    r"\(k\)|[:/]\d|\.\d+\.|\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)\b", re.IGNORECASE
)
"""What stands behind a clock time, a date or a version."""
_LABELS: Final = exact_words("labels")
_LARGEST_LABEL: Final = 999
_PARTS: Final = frozenset({"thirds", "quarters", "fifths", "third", "quarter"})
_LAST_HOUR: Final = 12
_LAST_CLASS: Final = 13
_CLASSES: Final = frozenset({"year", "years", "grade", "grades"})
_AT: Final = frozenset({"at", "till", "until"})
_BESIDE_HOURS: Final = frozenset({"to", "past"})
_TO_THE_HOUR: Final = re.compile(
    r"\b(?:at|till|until|by|before|after) (?:about )?(?:five|ten|twenty|twenty-five) (?:to|past) "
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
    r"(?! ?(?:%|per ?cent|people|hundred|thousand|million|minutes|hours|days|weeks|months|years))",
    re.IGNORECASE,
)
_ONE_TO: Final = re.compile(
    r"\bone (?!(?:of|in|thing|more|day|way|step|time|person|point)\b)[a-z]+ (?:to|for|per) "
    r"(?:every )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty)\b"
    r"(?! (?:days|weeks|months|years|hours|minutes))",
    re.IGNORECASE,
)
_POINTED: Final = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_BY_THE_CLOCK: Final = frozenset({"until", "till", "before", "after"})
_LAST_DAY: Final = 31
_ALSO_NO_MONTHS: Final = frozenset({"may", "mar", "march"})
"""Months only with a capital letter."""
_AVERAGE_AGE: Final = frozenset({"average", "age"})
_ONES: Final = frozenset({"thing", "more", "day"})
"""Behind "one" these count nothing."""
_NO_COUNT: Final = frozenset({"no", "not", "this", "that", "which", "the", "every", "any", "each"})


def is_label(mention: Mention) -> bool:
    """Return whether a number only names something.

    Example:
        >>> from interview_journal.analysis.consistency.mentions import mention_of
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("In round 2 we were five.")[0]
        >>> [is_label(mention_of(said, number)) for number in said.numbers]
        [True, False]
    """
    if _is_written_as_label(mention) or _is_day_of_month(mention) or _is_clock_time(mention):
        return True
    if _is_school_year(mention) or _is_ratio(mention):
        return True
    if _is_behind_label(mention) and (not mention.number.in_words or _is_told_as_label(mention)):
        return True
    if mention.next_text in _PARTS or _AVERAGE_AGE.issubset(mention.texts_before(5)):
        return True
    is_one = mention.number.in_words and mention.number.value == 1
    return is_one and not _counts_one(mention)


def _is_written_as_label(mention: Mention) -> bool:
    """Return whether the characters around it say so: "9:30", "v1.2.3", "covid-19", "#4"."""
    sentence = mention.reading.sentence
    if _BEHIND.match(sentence.text, mention.last.end - sentence.start):
        return True
    prior = mention.reading.text(
        max(sentence.start, mention.number.start - 2), mention.number.start
    )
    if prior[-1:] in "-–'’" and prior[:1].isalnum():
        return True
    return prior.endswith(("#", ":", "/"))


def _is_clock_time(mention: Mention) -> bool:
    """Return whether "half nine", "a quarter past six" or "at ten to six" stands there."""
    near = mention.texts_before(2)
    if not _BESIDE_HOURS.isdisjoint(mention.reading.said) and _is_met_in(_TO_THE_HOUR, mention):
        return True
    if _POINTED.fullmatch(mention.shown) is not None:
        is_at = not _AT.isdisjoint(near[:1])
        return is_at and (mention.is_bare() or mention.next_text == "daily")
    return _is_hour(mention, near)


def _is_hour(mention: Mention, near: tuple[str, ...]) -> bool:
    """Return whether a number in words is an hour: "half nine", "until six"."""
    if not mention.number.in_words or mention.number.value > _LAST_HOUR:
        return False
    if near[:1] and near[0] in _BY_THE_CLOCK and mention.is_bare():
        return True
    if near[:1] == ("at",) and mention.is_bare() and mention.next_text != "odd":
        # "Dead at six": hardly anybody tells of an age below thirteen.
        return True
    if near[:1] == ("past",):
        # "The past five years" are no time of day.
        return not mention.after or mention.after[0].root not in lexicon().units
    return near[:1] == ("half",) or near == ("to", "quarter")


def _is_ratio(mention: Mention) -> bool:
    """Return whether a number is part of "one nurse to twelve patients"."""
    return "one" in mention.reading.said and _is_met_in(_ONE_TO, mention)


def _is_school_year(mention: Mention) -> bool:
    """Return whether "Year 4" or "Years 3 and 4" stands there: a class of a school."""
    if mention.number.value > _LAST_CLASS:
        return False
    before = mention.before[:3]
    if mention.texts_before(1) == ("and",) and any(word.text.isdigit() for word in before[1:2]):
        before = before[2:]
    return any(word.text in _CLASSES and word.is_upper for word in before[:1])


def _is_met_in(pattern: re.Pattern[str], mention: Mention) -> bool:
    """Return whether a number is part of what a pattern finds in its sentence."""
    sentence = mention.reading.sentence
    place = mention.number.start - sentence.start
    found = pattern.finditer(sentence.text)
    return any(match.start() <= place < match.end() for match in found)


def _is_behind_label(mention: Mention) -> bool:
    """Return whether "round 2" stands there, or a number that belongs to a name: "Form 12"."""
    if not mention.before:
        return False
    word = mention.before[0]
    if word.text in _LABELS:
        return True
    is_named = word.text in mention.reading.names and word.root not in lexicon().months
    return is_named and mention.number.start == word.end + 1 and _is_small(mention)


def _is_told_as_label(mention: Mention) -> bool:
    """Return whether "stage two" stands there, and no "on the flight two people slept"."""
    return mention.before[0].text in _LABELS and mention.is_bare()


def _is_small(mention: Mention) -> bool:
    """Return whether a number can be that of a name, and is neither a year nor an amount."""
    is_plain = mention.number is mention.last and mention.last.form == "plain"
    return is_plain and mention.number.value <= _LARGEST_LABEL and mention.is_bare()


def _is_day_of_month(mention: Mention) -> bool:
    """Return whether a number is a day: "October 9th", "9 October", "9th of October"."""
    if mention.last.form == "decade" or mention.last.value > _LAST_DAY:
        return False
    before, after = mention.before, mention.after
    if before and _is_month(before[0]):
        return True
    if not after:
        return False
    is_behind = mention.next_text == "of" and len(after) > 1
    return _is_month(after[0]) or (is_behind and _is_month(after[1]))


def _is_month(word: Word) -> bool:
    if word.root not in lexicon().months:
        return False
    return word.is_upper or word.text not in _ALSO_NO_MONTHS


def _counts_one(mention: Mention) -> bool:
    """Return whether "one" counts: "one designer", not "one of", "this one", "one thing"."""
    following = mention.next_text
    if not following or following in PHRASE_ENDS or following in _ONES:
        return False
    return not mention.before or mention.before[0].text not in _NO_COUNT
