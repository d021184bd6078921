"""Since when: "three years there" beside "I joined in 2021", through the day of the interview.

A length of time that goes on until now and the date at which something began say the same thing
in two ways. Both become the year, with a fraction, in which it began.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.periods import YEAR_DAYS, year_of
from interview_journal.analysis.consistency.quantities import claim_of, content_before
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word, root_of
from interview_journal.core.claims import Claim

__all__ = ["read_tenures", "with_days_ago"]

_UNTIL_NOW: Final = exact_words("until_now")
_OVER: Final = exact_words("over_and_done")
_AT_WORK: Final = exact_words("at_work")
_BEGAN_WITH: Final = frozenset(tuple(words.split("-")) for words in exact_words("began_with"))
_BEGAN: Final = frozenset(root_of(word) for word in exact_words("began"))
_EMPLOYER_OPENERS: Final = exact_words("employer_openers")
_NOT_ONESELF: Final = frozenset({"he", "she", "his", "her", "someone", "somebody"})
_QUALIFIED: Final = exact_words("qualified")
"""With one of these the time counts from an examination, at whatever school."""
_ENOUGH: Final = frozenset({"after", "enough", "long", "done"})
_DONE: Final = frozenset({"ago", "last", "next", "before"})
"""Who is asked why they leave says with the first, and without the second, how long they stayed."""
_AGO: Final = frozenset({"ago", "back"})
_BEHIND_AM: Final = frozenset({"in", "at", "with", "here", "there", "a", "an"})
_COME: Final = root_of("come")
_IN_AT: Final = ["in", "at"]
_CAME_WITH: Final = frozenset({"with", "up", "down", "off"})
_AND_FROM: Final = re.compile(
    r",?(?: (?:there|at [A-Z]\w+|in [A-Z]\w+))?,? (?:and |but )?"
    r"(?:then|from|after that|before that)\b"
)
_BEFORE_LENGTH: Final = 3
_BEHIND_LENGTH: Final = 4
_POSTS: Final = frozenset({"chair", "seat", "post", "job", "role", "position"})
_ARTICLES: Final = frozenset({"the", "these", "this"})
_SINCE: Final = frozenset({"for", "since"})
""""For the last five years" goes on until now; "in the last five years" much was done."""
_ORDINAL_ENDINGS: Final = ("st", "nd", "rd", "th", "first", "second", "third")
_WITH_ME: Final = ("with", "me")
""""The payroll is with me": so Indians say whose task it is."""
_AM: Final = frozenset({"am", "now", "currently"})
_A_MOMENT: Final = 0.001
"""Of a year: it lasts until just before the next one."""
_SHORTEST: Final = 150
"""Days: what is shorter is a task, not a time somewhere."""


def with_days_ago(
    readings: Sequence[Reading], claims: Iterable[Claim], said_on: date | None
) -> list[Claim]:
    """Return claims with the date that "two years ago" was behind the length of time.

    Args:
        readings: The answer's sentences.
        claims: Its claims with numbers.
        said_on: The day of the interview; None leaves all as they are.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> said = read_claims("The fire was two years ago.", said_on=date(2026, 1, 1))
        >>> [(one.kind, round(one.low, 1), round(one.high, 1)) for one in said]
        [('duration', 639.2, 1004.4), ('date', 2023.2, 2024.2)]
    """
    if said_on is None:
        return list(claims)
    by_start = {reading.sentence.start: reading for reading in readings}
    now = year_of(said_on)
    found = []
    for claim in claims:
        found.append(claim)
        if _is_ago(by_start[claim.quote_span[0]], claim):
            low, high = (now - days / YEAR_DAYS for days in (claim.high, claim.low))
            found.append(replace(claim, kind="date", unit="years", low=low, high=high))
    return found


def _is_ago(reading: Reading, claim: Claim) -> bool:
    """Return whether "ago" stands behind a length of time of some five months or more."""
    if claim.kind != "duration" or claim.low < _SHORTEST:
        return False
    return any(word.text in _AGO for word in reading.after(claim.span[1])[:1])


def read_tenures(
    readings: Sequence[Reading], claims: Iterable[Claim], said_on: date | None
) -> list[Claim]:
    """Return the beginnings that an answer names or implies, as claims of kind ``duration``.

    Args:
        readings: The answer's sentences.
        claims: Its claims with numbers.
        said_on: The day of the interview; None leaves lengths of time out.

    Example:
        >>> from interview_journal.analysis.consistency.claims import read_claims
        >>> said = read_claims("I've been at Acme for three years.", said_on=date(2024, 6, 1))
        >>> [(round(one.low), round(one.high)) for one in said if one.unit == "since"]
        [(2021, 2022)]
    """
    by_start = {reading.sentence.start: place for place, reading in enumerate(readings)}
    found = []
    for claim in (*claims, *_told_from_today(readings, said_on)):
        place = by_start[claim.quote_span[0]]
        began = _began(readings[place], claim, said_on)
        if began is not None:
            low, high = began
            since = replace(claim, kind="duration", unit="since", head="", low=low, high=high)
            found.append(_with_matter(readings, place, since))
    return found


def _told_from_today(readings: Sequence[Reading], said_on: date | None) -> Iterator[Claim]:
    """Yield "last September" and "last year" as dates, where something began then."""
    if said_on is None:
        return
    for reading in readings:
        if "last" not in reading.said or not ("since" in reading.said or _has_begun(reading.words)):
            continue
        for earlier, word in pairwise(reading.words):
            years = _last(word, said_on) if earlier.text == "last" else None
            # "Last September 2024" is read as what it says.
            if years is None or any(map(reading.is_in_number, reading.after(word.end)[:1])):
                continue
            is_since = [one.text for one in reading.before(earlier.start)[:1]] == ["since"]
            yield claim_of(
                reading,
                Amount(
                    "date",
                    *years,
                    unit="years",
                    head="since" if is_since else "",
                    start=earlier.start,
                    end=word.end,
                ),
            )


def _last(word: Word, said_on: date) -> tuple[float, float] | None:
    """Return when "last" year or month was, in years, or None for any other word."""
    if word.text == "year":
        return said_on.year - 1.0, said_on.year - _A_MOMENT
    month = lexicon().months.get(word.root)
    if month is None:
        return None
    year = said_on.year - (month >= said_on.month)
    return year + (month - 1) / 12, year + month / 12


def _with_matter(readings: Sequence[Reading], place: int, claim: Claim) -> Claim:
    """Return a beginning with the names or the matter that it is one of."""
    clause = readings[place].clause_at(claim.span[0])
    if [word.text for word in readings[place].words_in(*clause)[:1]] == ["which"]:
        # "The ward, which I took on in 2021": what began stands in the clause before.
        claim = replace(claim, near=claim.near | content_before(readings[place], clause))
    if not _QUALIFIED.isdisjoint(readings[place].texts(*clause)):
        matter = claim.near | {"qualified"}
        return replace(claim, near=matter, about=claim.about | matter, names=frozenset())
    return replace(claim, names=_employers(readings, place, claim))


def _employers(readings: Sequence[Reading], place: int, claim: Claim) -> frozenset[str]:
    """Return the names that a time is spent at; "there" takes up those said before."""
    reading = readings[place]
    clause = reading.clause_at(claim.span[0])
    found: set[str] = set()
    before = ""
    for word in reading.words:
        if word.text in reading.names and clause[0] <= word.start < clause[1]:
            is_first = word is reading.words[0]
            if is_first or before in _EMPLOYER_OPENERS or before in found:
                found.add(word.text)
        before = word.text
    if not found and "there" in reading.texts(*clause):
        return reading.names or (readings[place - 1].names if place else frozenset())
    return frozenset(found)


def _began(reading: Reading, claim: Claim, said_on: date | None) -> tuple[float, float] | None:
    """Return between which years something of the person began; None where nothing did."""
    words = reading.words_in(*reading.clause_at(claim.span[0]))
    near = frozenset(word.text for word in words)
    is_mine = claim.subject in ("me", "", "they") or _WITH_ME in pairwise(reading.word_texts)
    if not is_mine or near & _NOT_ONESELF or _is_of_another(words):
        return None
    if claim.kind == "date":
        is_work = bool(near & _AT_WORK) or bool(near & reading.names) or bool(claim.near)
        is_work = is_work or "been" in near
        is_begun = _has_begun([word for word in words if word.text not in reading.names])
        return (claim.low, claim.high) if is_begun or (claim.head == "since" and is_work) else None
    if said_on is None or not _goes_on(reading, claim, near):
        return None
    now = year_of(said_on)
    return max(now - claim.high / YEAR_DAYS, 0.0), now - claim.low / YEAR_DAYS


def _has_begun(words: Sequence[Word]) -> bool:
    """Return whether words say that a post or a time somewhere began."""
    texts = [word.text for word in words]
    if any(
        word.root in _BEGAN and _is_beginning(word, texts[place : place + 2])
        for place, word in enumerate(words, 1)
    ):
        return True
    return not _BEGAN_WITH.isdisjoint(pairwise(word.text for word in words))


def _is_beginning(word: Word, behind: Sequence[str]) -> bool:
    """Return whether one came somewhere: a lamp that came with a shade did not, nor costs."""
    return word.root != _COME or (behind != _IN_AT and _CAME_WITH.isdisjoint(behind[:1]))


def _is_of_another(words: Sequence[Word]) -> bool:
    """Return whether a clause goes on about somebody else: "someone sits there, has since 2016"."""
    return bool(words) and words[0].text == "has"


def _goes_on(reading: Reading, claim: Claim, near: frozenset[str]) -> bool:
    """Return whether a claim is the length of a time of the person's that goes on until now."""
    if claim.kind != "duration" or claim.low < _SHORTEST:
        return False
    before = [word.text for word in reading.before(claim.span[0])[:_BEFORE_LENGTH]]
    opener = before[:1]
    if opener == ["in"] or _is_followed(reading, claim):
        return False
    if opener == ["my"]:
        # "I'm in my fifth year here", and no "in my first year there I learned".
        is_ordinal = reading.words_in(*claim.span)[0].text.endswith(_ORDINAL_ENDINGS)
        return is_ordinal and before[1:2] in (["in"], ["into"]) and not near.isdisjoint(_AM)
    if opener in (["last"], ["past"]):
        opened_by = next((word for word in before[1:] if word not in _ARTICLES), "")
        is_since = opened_by in _SINCE or "these" in before
        return is_since and claim.stance not in ("wants", "if")
    return _lasts(claim, near) or _am_in(reading, claim) or _in_the_chair(reading, claim)


def _is_followed(reading: Reading, claim: Claim) -> bool:
    """Return whether another time came next: "four years at Acme, and from May I was here"."""
    return _AND_FROM.match(reading.text(claim.span[1], reading.sentence.end)) is not None


def _am_in(reading: Reading, claim: Claim) -> bool:
    """Return whether "I am six years in Corrib" is said, as Germans and the Irish do."""
    before, after = reading.before(claim.span[0])[:1], reading.after(claim.span[1])[:1]
    return [word.text for word in before] == ["am"] and any(
        word.text in _BEHIND_AM for word in after
    )


def _in_the_chair(reading: Reading, claim: Claim) -> bool:
    """Return whether "six years in the deputy's chair" stands there, and nothing ended it."""
    behind = [word.text for word in reading.after(claim.span[1])[:_BEHIND_LENGTH]]
    if behind[:1] != ["in"] or behind[1:2] not in (["the"], ["this"], ["my"]):
        return False
    clause = reading.texts(*reading.clause_at(claim.span[0]))
    return not _POSTS.isdisjoint(behind) and clause.isdisjoint(_OVER) and claim.stance == "is"


def _lasts(claim: Claim, near: frozenset[str]) -> bool:
    """Return whether the words around a length of time say that it goes on until now."""
    if claim.stance in ("wants", "if"):
        return False
    if "leaving" in claim.asked and not near.isdisjoint(_ENOUGH):
        return near.isdisjoint(_DONE)
    # Who is asked how long answers "eight years", and is at it still.
    is_bare = "experience" in claim.asked and not claim.about
    return near.isdisjoint(_OVER) and (is_bare or not near.isdisjoint(_UNTIL_NOW))
