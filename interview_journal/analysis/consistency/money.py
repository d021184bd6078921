"""Amounts of money: "£26.50 an hour", "80 to 95k", "12 LPA", "fifty-five basic"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.mentions import FILLERS, PAY_NOUNS, Mention
from interview_journal.analysis.consistency.pay import is_in_thousands
from interview_journal.analysis.consistency.periods import period_after
from interview_journal.analysis.consistency.words import Word

__all__ = ["read_money"]

_CURRENCIES: Final = {
    "£": "GBP",
    "$": "USD",
    "€": "EUR",
    "₹": "INR",
    "gbp": "GBP",
    "usd": "USD",
    "us$": "USD",
    "eur": "EUR",
    "inr": "INR",
    "chf": "CHF",
    "rs": "INR",
    "pound": "GBP",
    "quid": "GBP",
    "dollar": "USD",
    "buck": "USD",
    "euro": "EUR",
    "rupe": "INR",
    "rupee": "INR",
    "franc": "CHF",
    "canadian": "CAD",
    "aussi": "AUD",
    "sterl": "GBP",
}
"""Signs, codes and roots of names of currencies."""
_BEFORE: Final = re.compile(r"(?:([£$€₹])|\b(gbp|usd|eur|inr|chf|rs\.?|us\$))\s?$", re.IGNORECASE)
_LONGEST_BEFORE: Final = 6
_AFTER: Final = re.compile(r"\s?([£$€₹])")
_INDIAN: Final = ("lakh", "lakhs", "lac", "lacs", "crore", "crores")
_LAKHS_A_YEAR: Final = frozenset({"lpa", "ctc"})
_LAKH: Final = 1e5
_MOST_LAKHS: Final = 1_000
_SIZES: Final = frozenset(
    (
        *(
            "kilobyt",
            "megabyt",
            "kb",
            "mb",
            "gb",
            "byt",
            "kilo",
            "kg",
            "gram",
            "ton",
            "tonn",
            "litre",
        ),
        *("liter", "metre", "meter", "foot", "mile", "km", "kilowatt", "watt", "volt", "degre"),
        *("squar", "sqm", "sq", "acr", "hectar", "metr"),
    )
)
"""What a large number measures even where money is spoken of."""
_MONEY_MATTERS: Final = frozenset(
    (
        *("pay", "cost", "pric", "price", "budget", "revenue", "deal", "contract", "fee", "grant"),
        *("fund", "invoic", "bill", "quota"),
    )
)
_LEAST_SUM: Final = 1_000
"""Below, a number without a currency is money only by the hour."""
_LARGE_SUM: Final = 50_000
_COUNTING: Final = frozenset({"of"})
_LEAST_YEARLY: Final = 10_000
"""From here up nobody earns it by the week."""
_WRITTEN_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEARS: Final = frozenset({"in", "since", "during", "until", "for", "of", "from", "by"})
_WAGES: Final = (4, 1_000)
_BARE_K: Final = re.compile(r"\d[kK]\Z")


class _Price(NamedTuple):
    """A number with the currency and the period that stand beside it."""

    currency: str
    period: str
    start: int
    end: int
    after: Sequence[Word]


def read_money(mention: Mention) -> Amount | None:
    """Return a number as money; None where it is something else."""
    price = _price(mention)
    is_lakhs = bool(price.after) and price.after[0].text in _LAKHS_A_YEAR
    is_guess = not is_lakhs and _is_guess(mention, price)
    if not (is_lakhs or is_guess or _is_money(mention, price)):
        return None
    amount = replace(mention.amount, kind="money", start=price.start, end=price.end)
    if is_lakhs:
        return _in_lakhs(mention, amount, price)
    if is_guess:
        # In thousands for some, in lakhs for others: what it is compared with tells.
        return replace(amount, unit="?/year")
    return _with_unit(mention, amount, price)


def _in_lakhs(mention: Mention, amount: Amount, price: _Price) -> Amount:
    """Return "12 LPA"; a large number before it is written out already."""
    if amount.high <= _MOST_LAKHS:
        amount, price = amount.times(_LAKH), price._replace(currency="INR", period="year")
    return _with_unit(mention, amount, price)


def _price(mention: Mention) -> _Price:
    """Return the currency and the period beside a number."""
    reading = mention.reading
    currency, start, end, after = "", mention.number.start, mention.last.end, mention.after
    mark = _BEFORE.search(reading.text(max(reading.sentence.start, start - _LONGEST_BEFORE), start))
    if mark is not None:
        currency = _CURRENCIES[(mark.group(1) or mark.group(2)).lower().rstrip(".")]
        start -= len(mark.group())
    sign = _AFTER.match(reading.sentence.text, end - reading.sentence.start)
    if not currency and sign is not None:
        currency, end = _CURRENCIES[sign.group(1)], end + len(sign.group())
    if not currency and after and after[0].start - end <= 1 and after[0].root in _CURRENCIES:
        currency, end = _CURRENCIES[after[0].root], after[0].end
        after = after[1:]
    period, end = period_after(end, after)
    if not currency and mention.shown.lower().endswith(_INDIAN):
        noun = mention.noun(after)
        currency = "INR" if noun is None or noun.text in PAY_NOUNS else ""
    is_pay = bool(currency) or mention.last.form == "price" or "pay" in _matters(mention)
    return _Price(currency, period if is_pay else "", start, end, after)


def _matters(mention: Mention) -> frozenset[str]:
    return mention.reading.about | mention.reading.asked


def _is_guess(mention: Mention, price: _Price) -> bool:
    """Return whether a bare "sixty-four" is pay in thousands or lakhs."""
    if price.currency or price.period not in ("", "year") or _has_unit(price.after):
        return False
    return is_in_thousands(mention, price.after)


def _has_unit(after: Sequence[Word]) -> bool:
    """Return whether a unit of time or a percent sign in words follows."""
    if after and after[0].text in FILLERS:
        after = after[1:]
    return bool(after) and (after[0].root in lexicon().units or after[0].text in ("percent", "per"))


def _is_money(mention: Mention, price: _Price) -> bool:
    """Return whether a number is money: a currency says so, or its size beside what is asked."""
    low, high = mention.amount.low, mention.amount.high
    if price.currency or (price.period == "hour" and _WAGES[0] <= low <= _WAGES[1]):
        return True
    if _BARE_K.search(mention.shown) and mention.is_bare(price.after):
        return True
    is_asked = "pay" in mention.reading.asked and high >= _LEAST_SUM
    if is_asked and mention.noun(price.after) is None and not _is_in_year(mention):
        return True
    if low < _LEAST_SUM or _is_in_year(mention):
        return False
    if not price.period and _WRITTEN_YEAR.fullmatch(mention.shown) is not None:
        # "The contract of 2024".
        return False
    is_timed = bool(price.after) and price.after[0].root in lexicon().units
    is_sized = bool(price.after) and price.after[0].root in _SIZES
    noun = mention.noun(price.after)
    is_counted = noun is not None and noun.text.endswith("s") and noun.text not in PAY_NOUNS
    is_large = low >= _LARGE_SUM and _is_nothing_else(mention, price)
    return (
        bool(price.period)
        or is_large
        or (
            bool(mention.reading.about & _MONEY_MATTERS)
            and not (is_timed or is_sized or is_counted)
        )
    )


def _is_nothing_else(mention: Mention, price: _Price) -> bool:
    """Return whether a large number counts nothing: "it settled at half a million"."""
    if price.after and price.after[0].text in _COUNTING:
        return False
    return mention.noun(price.after) is None


def _is_in_year(mention: Mention) -> bool:
    """Return whether "in 2024" stands there, beside whatever money."""
    is_written = _WRITTEN_YEAR.fullmatch(mention.shown) is not None
    if not is_written:
        return False
    is_of_month = any(word.root in lexicon().months for word in mention.before[:1])
    return is_of_month or not _BEFORE_YEARS.isdisjoint(mention.texts_before(2))


def _with_unit(mention: Mention, amount: Amount, price: _Price) -> Amount:
    """Return an amount in its currency and period; large pay is by the year."""
    period = price.period
    if not period and "pay" in _matters(mention) and amount.low >= _LEAST_YEARLY:
        period = "year"
    return replace(amount, unit=f"{price.currency}/{period}")
