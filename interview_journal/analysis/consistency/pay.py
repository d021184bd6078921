"""Whether an amount of money is the person's pay, had or wished for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import exact_words
from interview_journal.analysis.consistency.mentions import PAY_NOUNS, Mention
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = ["is_in_thousands", "pay_stance", "says_pay"]

_PAYS: Final = exact_words("pays")
_PAY_FORMS: Final = frozenset({"basic", "fixed", "gross"})
_HAD: Final = frozenset({"now", "already", "currently", "earn", "present"})
"""Beside a wish these say that the amount is what is earned already."""
_TODAY: Final = frozenset({"now", "already", "currently", "moment", "current", "today", "stands"})
_SAYS: Final = frozenset({"say", "saying", "name", "ask", "asking"})
"""Who says a number now does not have it yet."""
_SHARES: Final = frozenset({"percent", "cent", "pct"})
_SHARE_REACH: Final = 3
_LEAST_PAY: Final = 1_000
_THOUSANDS: Final = (12, 400)
"""What a bare number of thousands or lakhs a year can be."""


def says_pay(reading: Reading, amount: Amount) -> bool:
    """Return whether an amount of money is the person's pay: "I'm on 58k", "I earn"."""
    if "pay" in reading.asked:
        return True
    if amount.low < _LEAST_PAY or reading.subject_at(amount.start) != "me":
        return False
    if amount.unit.endswith("/hour") or _PAY_FORMS & reading.texts(
        *reading.clause_at(amount.start)
    ):
        return True
    return any(word.text in _PAYS for word in reading.before(amount.start)[:3])


def pay_stance(reading: Reading, amount: Amount) -> str:
    """Return how money is meant; pay named where a wish was asked for is a wish."""
    stance = reading.stance_at(amount.start)
    near = reading.texts(*reading.clause_at(amount.start))
    if stance == "wants":
        return "is" if near & _HAD else "wants"
    if reading.asked >= {"want", "pay"}:
        return stance if near & _TODAY and near.isdisjoint(_SAYS) else "wants"
    return stance


def is_in_thousands(mention: Mention, after: Sequence[Word]) -> bool:
    """Return whether "sixty-four" means 64,000: asked or told about pay, and nothing counted.

    Args:
        mention: The number.
        after: The words behind it, those of a currency left out.
    """
    amount, reading = mention.amount, mention.reading
    if mention.last.form != "plain":
        return False
    if not _THOUSANDS[0] <= amount.low <= amount.high <= _THOUSANDS[1]:
        return False
    clause = reading.clause_at(amount.start)
    if "pay" not in reading.asked and "pay" not in reading.content(*clause):
        return False
    noun = mention.noun(after)
    if noun is not None and noun.text not in PAY_NOUNS:
        return False
    return _SHARES.isdisjoint(mention.texts_after(_SHARE_REACH))
