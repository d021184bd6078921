"""The numbers of a sentence as claims: each kind is tried in turn, and the rest is told by words.

The order of the kinds is the order of certainty: a currency or a percent sign settles what a
number is, and only what nothing else claims is a count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Final

from interview_journal.analysis.consistency.ages import is_age_then, read_age, whose_age
from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.at_once import read_at_once, tells_at_once
from interview_journal.analysis.consistency.bounds import is_range
from interview_journal.analysis.consistency.counts import (
    WORDS_OF_ONLY,
    group_of,
    read_count,
    read_only_ones,
    read_ordinal,
)
from interview_journal.analysis.consistency.frequencies import WORDS_OF_HABIT, read_frequencies
from interview_journal.analysis.consistency.labels import is_label
from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.mentions import Mention, mention_of
from interview_journal.analysis.consistency.money import read_money
from interview_journal.analysis.consistency.pay import pay_stance, says_pay
from interview_journal.analysis.consistency.percents import (
    WORDS_OF_PARTS,
    read_parts,
    read_percent,
)
from interview_journal.analysis.consistency.ratios import measures_in, read_ratios
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.spans_of_time import (
    read_article_times,
    read_carried_time,
    read_time,
    roots_of_times,
)
from interview_journal.analysis.consistency.spoken_prices import as_one_price
from interview_journal.analysis.consistency.years import read_year
from interview_journal.core.claims import Claim, ClaimKind, Span

__all__ = ["claim_of", "content_before", "read_quantities"]

_KINDS: Final[tuple[Callable[[Mention], Amount | None], ...]] = (
    read_money,
    read_percent,
    read_age,
    read_time,
    read_carried_time,
    read_year,
    read_ordinal,
    read_count,
)
_PAY: Final = frozenset({"pay", "want"})
_EMPLOYERS: Final = frozenset({"company", "employer", "firm", "contract", "they"})
_ASKS: Final = frozenset(
    {"want", "wants", "need", "needs", "require", "requires", "expect", "expects"}
)
""""My company wants thirty days from managers": that is a notice."""
_NOTHING: Final[frozenset[str]] = frozenset()
_TELLING_NUMBERS: Final = WORDS_OF_PARTS | WORDS_OF_ONLY | WORDS_OF_HABIT
"""Words that tell a number without one."""
_TO_THE_END: Final = ("to", "the", "end")
"""Behind a length of time: "six weeks to the end of the quarter" is a notice."""


_THEM: Final = frozenset({"he", "she", "they"})
_ME: Final = frozenset({"i", "we", "my", "me"})
_REPORTING: Final = exact_words("reporting")


def read_quantities(reading: Reading) -> list[Claim]:
    """Return the claims with a number in one sentence, from first to last.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("I led a team of about five engineers for three years.")[0]
        >>> [(claim.kind, claim.head, claim.low, claim.high) for claim in read_quantities(said)]
        [('count', 'engineer', 4.0, 6.0), ('duration', '', 1004.4375, 1369.6875)]
    """
    if not _may_hold_numbers(reading) or is_reported(reading):
        return []
    # What is told first keeps its words: "two" of "a month or two", "third" of "by a third".
    amounts: list[Amount] = []
    for found in (
        read_parts(reading),
        read_ratios(reading),
        read_frequencies(reading),
        read_article_times(reading),
        read_at_once(reading),
        read_only_ones(reading),
        _from_numbers(reading),
    ):
        more = list(found)
        if amounts and more:
            taken = [(amount.start, amount.end) for amount in amounts]
            more = [
                amount
                for amount in more
                if not any(start <= amount.start < end for start, end in taken)
            ]
        amounts += more
    claims = [claim_of(reading, amount) for amount in amounts]
    return sorted(claims, key=attrgetter("span"))


def _may_hold_numbers(reading: Reading) -> bool:
    """Return whether a reader of numbers has anything to look at: most sentences have nothing."""
    if reading.numbers or tells_at_once(reading):
        return True
    return not (
        reading.said.isdisjoint(_TELLING_NUMBERS) and reading.roots.isdisjoint(roots_of_times())
    )


def is_reported(reading: Reading) -> bool:
    """Return whether a sentence tells only what somebody else said: "Neil said the band is 40".

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("She said they are twelve. She asked and I said five.")
        >>> [is_reported(reading) for reading in said]
        [True, False]
    """
    words = reading.words
    if not words or not (words[0].text in _THEM or words[0].text in reading.names):
        return False
    verb = next((place for place, word in enumerate(words[1:4], 1) if word.text in _REPORTING), 0)
    if not verb or any(word.text in _ME for word in words[:verb]):
        return False
    if any(
        word.text in _ME and words[place + 1].text in _REPORTING
        for place, word in enumerate(words[:-1])
    ):
        return False
    if ("so", "i") in pairwise(reading.word_texts):
        return False
    return not any(_begins_with_me(reading, clause) for clause in reading.clauses[1:])


def _begins_with_me(reading: Reading, clause: Span) -> bool:
    """Return whether a clause tells what the person answered: "I gave them mine"."""
    return [word.text for word in reading.words_in(*clause)[:1]] == ["i"]


def _from_numbers(reading: Reading) -> Iterator[Amount]:
    """Yield what the numbers of a sentence amount to; those that only name something left out."""
    numbers = list(reading.numbers)
    while numbers:
        number = numbers.pop(0)
        following = numbers[0] if numbers else None
        if following is not None:
            joined = as_one_price(reading, number, following)
            if joined is not None:
                number, following = joined, None
                numbers.pop(0)
        if following is not None and not is_range(reading, number, following):
            following = None
        amount = _amount(mention_of(reading, number, following))
        if amount is not None:
            yield amount
            if following is not None:
                numbers.pop(0)


def _amount(mention: Mention) -> Amount | None:
    """Return what a number is, by the first kind that fits."""
    if is_label(mention):
        return None
    for read in _KINDS:
        amount = read(mention)
        if amount is not None:
            return amount.narrowed()
    return None


def claim_of(reading: Reading, amount: Amount) -> Claim:
    """Return an amount as the claim of its sentence.

    Args:
        reading: The sentence.
        amount: What one of its numbers, or words, came to.
    """
    sentence = reading.sentence
    clause = reading.clause_at(amount.start)
    span = (amount.start, amount.end)
    # What is counted may carry words that tell which ("eight backend engineers").
    but = (0, 0) if amount.kind == "count" else span
    about = reading.content(sentence.start, sentence.end, but=but)
    near = reading.content(*clause, but=but)
    if "there" in reading.texts(*clause):
        near |= content_before(reading, clause)
    is_money, asked = amount.kind == "money", reading.asked
    if is_money and _is_other_money(near):
        # Who is asked for a number may tell a quota.
        asked -= _PAY
    elif is_money and says_pay(reading, amount):
        about, near = about | {"pay"}, near | {"pay"}
    elif is_money and _is_paid_by_others(reading, amount):
        about, near = about - {"pay"}, near - {"pay"}
    if amount.kind == "percent":
        measures = measures_in(reading, clause)
        about, near = about | measures, near | measures
    about, near = about - {amount.head}, near - {amount.head}
    if amount.kind == "date":
        # A month is part of the date and ties it to nothing.
        parts = {*lexicon().months, "percent"}
        about, near = about - parts, near - parts
    names = reading.names
    if names:
        # "Four PMs at Acme": what is counted is no name.
        names = (names & reading.texts(*clause)) - reading.texts(*span)
    is_age = amount.kind == "age"
    subject = (whose_age if is_age else Reading.subject_at)(reading, amount.start)
    kind = _kind(reading, amount, near)
    stance = pay_stance(reading, amount) if is_money else reading.stance_at(amount.start)
    if is_age and is_age_then(reading, amount.start):
        stance = "was"
    if kind == "notice" and stance == "if" and not reading.sentence.is_question:
        # "I could start in a month" is how a notice is told.
        stance = "is"
    return Claim(
        kind=kind,
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        head=amount.head,
        word=amount.word,
        group=group_of(reading, amount),
        subject=subject,
        stance=stance,
        about=about,
        # Kept for each number of a journal: what is the same is one object.
        near=about if near == about else near,
        asked=asked,
        modifiers=reading.modifiers(),
        names=names or _NOTHING,
        is_hedged=amount.is_hedged,
        is_negated=reading.is_negated_at(amount.start),
        span=span,
        quote=sentence.text,
        quote_span=(sentence.start, sentence.end),
    )


def _is_other_money(near: frozenset[str]) -> bool:
    """Return whether a clause tells of a quota or the like, and of no pay."""
    matters = lexicon().matters
    return not near.isdisjoint(matters["other_money"]) and near.isdisjoint(matters["parts_of_pay"])


def content_before(reading: Reading, clause: Span) -> frozenset[str]:
    """Return what the clause before one tells of: "in the agency, I was there five years".

    Args:
        reading: The sentence.
        clause: One of its clauses; before the first there is nothing.
    """
    place = reading.clauses.index(clause)
    return reading.content(*reading.clauses[place - 1]) if place else _NOTHING


def _is_paid_by_others(reading: Reading, amount: Amount) -> bool:
    """Return whether "they paid a million" stands there, and not to the person."""
    if reading.subject_at(amount.start) != "they" or "paid" not in reading.said:
        return False
    return reading.texts(*reading.clause_at(amount.start)).isdisjoint(_ME)


def _kind(reading: Reading, amount: Amount, near: frozenset[str]) -> ClaimKind:
    """Return the kind of an amount; a length of time may be a notice."""
    if amount.kind != "duration":
        return amount.kind
    behind = tuple(word.text for word in reading.after(amount.end)[:3])
    if "notice" in near or behind == _TO_THE_END:
        return "notice"
    asks = [word.text for word in reading.before(amount.start)[:2]][::-1]
    is_due = behind[:1] == ("from",) and asks[:1] and asks[0] in _EMPLOYERS and asks[1] in _ASKS
    return "notice" if is_due else "duration"
