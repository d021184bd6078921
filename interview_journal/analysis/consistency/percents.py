"""Percentages and parts: "by 30 percent", "from 40 to 60 %", "down a quarter", "halved"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from interview_journal.analysis.consistency.amounts import ABOUT, Amount
from interview_journal.analysis.consistency.lexicon import content_class, lexicon
from interview_journal.analysis.consistency.mentions import Mention
from interview_journal.analysis.consistency.numbers import Number
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = ["WORDS_OF_PARTS", "is_percent", "read_parts", "read_percent"]

_PERCENT: Final = frozenset({"percent", "pct", "percentage"})
_ODD_PERCENT: Final = ("odd", "percent")
_PER_CENT: Final = ("per", "cent")
_SORTS: Final = frozenset({"by", "to"})
_SORT_REACH: Final = 3
_NOUNS_OF_CHANGE: Final = frozenset(
    (
        *("cut", "drop", "rise", "reduction", "increase", "saving", "savings", "improvement"),
        *("jump", "fall", "decline", "uplift", "gain", "raise", "boost", "decrease", "lift"),
    )
)
_TO: Final = frozenset({("to",), ("down", "to"), ("up", "to")})
_IT: Final = frozenset({"it", "that", "this", "them"})
_WHOLE: Final = 100
_FARTHEST: Final = 12
"""Characters between the two numbers of "from 40 down to 60 percent"."""
_PARTS: Final = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_FACTORS: Final = {"halved": 50.0, "doubled": 100.0, "tripled": 200.0}
"""By how many percent each of these changes a thing."""
WORDS_OF_PARTS: Final = frozenset([*_PARTS, *_FACTORS])
"""Without one of these a sentence has no "by a third"."""
_PART_TOLERANCE: Final = 2.0
"""Percentage points by which "a third" is said for 31 or 35 percent."""
_LEVELS: Final = frozenset({"third", "quarter", "fifth", "tenth"})
_WHOLES: Final = frozenset({("it",), ("my",), ("our",), ("mine",)})
_CHANGES: Final = frozenset({"reduce", "increase"})
_DIRECTIONS: Final = frozenset({"down", "up", "by"})
_MORE_OR_LESS: Final = frozenset({"fewer", "less", "more", "lower", "higher"})
_TIMES: Final = frozenset({"year", "hour", "day", "percent", "per"})
_HOURS: Final = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve"),
    )
)
_CHANGE_REACH: Final = 8
_HEDGE_REACH: Final = 4


def read_percent(mention: Mention) -> Amount | None:
    """Return a number as a percentage; None where it is something else."""
    texts = mention.texts_after(2)
    end = mention.amount.end
    if mention.last.form != "percent" and not _meets_percent(mention):
        if texts == _ODD_PERCENT:
            end = mention.after[1].end
        elif texts[:1] and texts[0] in _PERCENT:
            end = mention.after[0].end
        elif texts == _PER_CENT:
            end = mention.after[1].end
        elif not _goes_on_from_percent(mention):
            return None
    return replace(mention.amount, kind="percent", head=_sort_of(mention), end=end)


def _sort_of(mention: Mention) -> str:
    """Return "by" for a change, "to" for a level that was reached, "" where it is not said."""
    behind = [word.text for word in mention.after[:_SORT_REACH] if word.text not in _PERCENT]
    if any(text in _NOUNS_OF_CHANGE for text in behind[:1]):
        return "by"
    near = mention.texts_before(_SORT_REACH)
    return next((text for text in near if text in _SORTS), "")


def _goes_on_from_percent(mention: Mention) -> bool:
    """Return whether "11" of "from 18 percent down to 11" or "and brought it to 11" is a level."""
    before = mention.before
    if mention.amount.high > _WHOLE or not mention.is_bare() or mention.texts_before(1) != ("to",):
        return False
    place = 1 + any(word.text in _DIRECTIONS for word in before[1:2])
    if place >= len(before):
        return False
    if before[place].text in _PERCENT | {"cent"}:
        return True
    is_brought = before[place].text in _IT and any(
        lexicon().class_of(word.root) in _CHANGES for word in before[place + 1 : place + 2]
    )
    earlier = (one for one in mention.reading.numbers if one.end < mention.number.start)
    return is_brought and any(is_percent(mention.reading, one) for one in earlier)


def _meets_percent(mention: Mention) -> bool:
    """Return whether "40" of "from 40 to 60 percent" stands there."""
    texts = mention.texts_after(2)
    if texts[:1] not in _TO and texts not in _TO:
        return False
    end = mention.last.end
    following = next((one for one in mention.reading.numbers if one.start > end), None)
    if following is None or following.start - end > _FARTHEST:
        return False
    return is_percent(mention.reading, following)


def is_percent(reading: Reading, number: Number) -> bool:
    """Return whether a number is written as a percentage: "28%", "28 per cent".

    Args:
        reading: Its sentence.
        number: One of its numbers.
    """
    texts = tuple(word.text for word in reading.after(number.end)[:2])
    return number.form == "percent" or texts[:1] == ("percent",) or texts == _PER_CENT


def read_parts(reading: Reading) -> Iterator[Amount]:
    """Yield "by about a third", "down a quarter", "half as many", "doubled" as percentages.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [found] = read_parts(read_answer("We cut the queue by a quarter.")[0])
        >>> found.low, found.high
        (23.0, 27.0)
    """
    if reading.said.isdisjoint(WORDS_OF_PARTS):
        return
    words = reading.words
    about = lexicon().lists["hedges_about"]
    for place, word in enumerate(words):
        share = _FACTORS.get(word.text)
        start = word.start
        if share is None:
            share = _PARTS.get(word.text)
            if share is None or not _is_part(words, place):
                continue
            if place and words[place - 1].text == "a":
                start = words[place - 1].start
        near = words[max(0, place - _HEDGE_REACH) : place]
        is_hedged = any(one.text in about or one.text == "something" for one in near)
        spread = share * ABOUT if is_hedged else _PART_TOLERANCE
        yield Amount(
            "percent",
            share - spread,
            share + spread,
            start=start,
            end=word.end,
            is_hedged=is_hedged,
        )


def _is_of_all(words: tuple[Word, ...], place: int) -> bool:
    """Return whether "of my time" stands behind a part: a share, and no change."""
    behind = tuple(word.text for word in words[place + 1 : place + 3])
    if behind[:1] != ("of",) or len(behind) == 1:
        return False
    return behind[1:] in _WHOLES or (behind[1].endswith("s") and content_class(behind[1]) != "")


def _is_of_time(words: tuple[Word, ...], place: int, behind: str) -> bool:
    """Return whether "a quarter past", "half nine", "a half year", "quarter by quarter" is said."""
    if behind == "past" or behind in _TIMES:
        return True
    if words[place].text == "half" and behind in _HOURS:
        return True
    return tuple(word.text for word in words[max(0, place - 2) : place]) == (
        words[place].text,
        "by",
    )


def _is_part(words: tuple[Word, ...], place: int) -> bool:
    """Return whether "a third" is by how much something changed."""
    before = words[place - 1].text if place else ""
    behind = words[place + 1].text if place + 1 < len(words) else ""
    if _is_of_time(words, place, behind) or (before == "two" and words[place].text == "third"):
        return False
    if before == "a" and words[place].text in _LEVELS and _is_of_all(words, place):
        return True
    if behind == "as" or (before in ("a", "one") and behind in _MORE_OR_LESS):
        return True
    if before not in ("a", "in", "by"):
        return False
    known = lexicon()
    return any(
        known.class_of(one.root) in _CHANGES or one.text in _DIRECTIONS
        for one in words[max(0, place - _CHANGE_REACH) : place]
    )
