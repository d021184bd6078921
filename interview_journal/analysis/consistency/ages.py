"""Ages: "I'm 32", "turned 10", "14 years old", "at 25"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.mentions import PHRASE_ENDS, Mention
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import root_of

__all__ = ["is_age_then", "read_age", "whose_age"]

_OLDEST: Final = 110
_AGE_OPENERS: Final = frozenset({("of", "age"), ("is", "age"), ("hardly", "is")})
"""The two words before an age, the nearest first."""
_TURNED: Final = frozenset({"turned", "turning", "turn", "turns"})
_TURNS: Final = _TURNED | {"aged", "age"}
_WHEN: Final = frozenset({"in", "on", "this", "last", "next", "yesterday", "today", "soon"})
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_I_AM: Final = frozenset({("am", "i"), ("was", "i"), ("be", "will")})
_IS: Final = frozenset({"am", "is", "are", "was", "were", "be"})
_SAID_OF: Final = (_IS | _TURNS) - {"am", "aged", "age"}
_WILL: Final = frozenset({"will", "would", "to"})
_BETWEEN: Final = exact_words("before_ages")
"""Words that stand between "is" and an age."""
_PERSONS: Final = frozenset({"i", "he", "she", "who", "you", "im"})
_ONESELF: Final = frozenset({"i", "im", "you"})
_IS_REACH: Final = 5
_AGED: Final = exact_words("aged")
_PASSED_OVER: Final = _WILL | _BETWEEN
_BIG: Final = ("big", "the")
_LEAST_BIG: Final = 10
"""Only round birthdays are big ones."""
_LEAST_AT: Final = 5
"""At five and before nobody does what interviews are about."""
_MONTHS: Final = 12
_NOW: Final = frozenset({"now", "already"})


def read_age(mention: Mention) -> Amount | None:
    """Return a number as an age in years; None where it is something else."""
    if mention.amount.low > _OLDEST or mention.last.form not in ("plain", "ish", "ordinal"):
        return None
    if mention.last.form == "ordinal":
        return _birthday(mention)
    earlier = mention.texts_before(3)
    if "age" in earlier and (earlier[:2] in _AGE_OPENERS or earlier[0] == "age"):
        return replace(mention.amount, kind="age")
    spelled = _years_old(mention)
    if spelled is not None:
        return spelled
    if not mention.is_bare() and not _is_birthday(mention):
        return None
    return replace(mention.amount, kind="age") if _is_said_of_somebody(mention) else None


def is_age_then(reading: Reading, start: int) -> bool:
    """Return whether an age is the one at which something was: "qualified at thirty years old".

    Args:
        reading: The sentence.
        start: Where the age begins in the answer.
    """
    return [word.text for word in reading.before(start)[:1]] == ["at"]


def whose_age(reading: Reading, start: int) -> str:
    """Return whose an age is: the youngest's in "the youngest is 23", "he" in "he is 42".

    Args:
        reading: The sentence.
        start: Where the age begins in the answer.
    """
    before = [word.text for word in reading.before(start)[:_IS_REACH]]
    if any(word.text == "birthday" for word in reading.after(start)[1:2]):
        return "me"
    place = next((place for place, text in enumerate(before) if text not in _BETWEEN), None)
    if place is None or before[place] not in _SAID_OF:
        return reading.subject_at(start)
    whose = next((text for text in before[place + 1 :] if text not in _PASSED_OVER), "i")
    return reading.subject_at(start) if whose in _ONESELF else lexicon().class_of(root_of(whose))


def _years_old(mention: Mention) -> Amount | None:
    """Return "14 years old", and of what: "a 14-year-old system"."""
    after = mention.after
    unit = lexicon().units.get(after[0].root, "") if after else ""
    if unit not in ("year", "month") or len(after) == 1 or after[1].text != "old":
        return None
    amount = mention.amount if unit == "year" else mention.amount.times(1 / _MONTHS)
    noun = after[2] if len(after) > 2 and after[2].start - after[1].end <= 1 else None  # noqa: PLR2004 - the third word, one blank away
    is_noun = noun is not None and noun.text not in PHRASE_ENDS | _NOW
    head = lexicon().class_of(noun.root) if noun is not None and is_noun else ""
    return replace(amount, kind="age", head=head, end=after[1].end)


def _birthday(mention: Mention) -> Amount | None:
    """Return the age of "my fortieth birthday", or None for any other and anybody else's."""
    is_own = mention.texts_before(1) == ("my",) or "me" in mention.texts_before(3)
    if mention.next_text != "birthday" or not is_own:
        return None
    return replace(mention.amount, kind="age", end=mention.after[0].end)


def _is_birthday(mention: Mention) -> bool:
    """Return whether "turned 38 in May" stands there, "I was 38 in 2001" or "was 38 starting"."""
    earlier = mention.texts_before(2)
    if not _TURNED.isdisjoint(earlier[:1]):
        return mention.next_text in _WHEN
    if earlier not in _I_AM:
        return False
    behind = mention.after[1:2] if mention.next_text == "in" else ()
    is_dated = any(
        word.root in lexicon().months or _YEAR.fullmatch(word.text) is not None for word in behind
    )
    return is_dated or mention.next_text.endswith("ing")


def _is_said_of_somebody(mention: Mention) -> bool:
    """Return whether a bare number is somebody's age: "I am", "turned", "the big", "at"."""
    amount = mention.amount
    earlier = mention.texts_before(3)
    opener = next((text for text in earlier if text not in _BETWEEN), "")
    if opener in _TURNS or (earlier[:2] == _BIG and amount.low >= _LEAST_BIG):
        return True
    if opener == "at" and amount.low > _LEAST_AT and mention.next_text != "odd":
        return mention.reading.subject_at(amount.start) == "me"
    return opener in _IS and _is_of_somebody(mention, opener)


def _is_of_somebody(mention: Mention, verb: str) -> bool:
    """Return whether who "is" so many is somebody who has an age."""
    before = mention.before
    place = next(place for place, word in enumerate(before) if word.text == verb) + 1
    if place < len(before) and before[place].text in _WILL:
        place += 1
    if place == len(before):
        return False
    return before[place].text in _PERSONS or lexicon().class_of(before[place].root) in _AGED
