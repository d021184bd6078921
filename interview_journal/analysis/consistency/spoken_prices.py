"""Prices said in two numbers: "nineteen pound eighty", "thirty-four nine", "twenty-six fifty"."""

from __future__ import annotations

import re
from typing import Final

from interview_journal.analysis.consistency.bounds import as_dollars_and_cents
from interview_journal.analysis.consistency.numbers import Number
from interview_journal.analysis.consistency.reading import Reading

__all__ = ["as_one_price"]

_CURRENCY: Final = re.compile(
    r"\s(?:pounds?|quid|dollars?|bucks?|euros?)(?:\sand)?\s", re.IGNORECASE
)
_HUNDRED: Final = 100
_CENT_STEP: Final = 5
_THOUSANDS: Final = (12, 400)
"""What the thousands of a yearly pay can be."""
_TEN: Final = 10


def as_one_price(reading: Reading, number: Number, following: Number) -> Number | None:
    """Return two numbers that are one price as one number; None where they are not.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("I'm on nineteen pound eighty an hour.")[0]
        >>> as_one_price(said, *said.numbers).value
        19.8
    """
    if number.form != "plain" or following.form != "plain":
        return None
    return (
        as_dollars_and_cents(reading, number, following)
        or _with_pence(reading, number, following)
        or _with_hundreds(reading, number, following)
        or _past_a_hundred(reading, number, following)
    )


def _with_pence(reading: Reading, number: Number, following: Number) -> Number | None:
    """Return "nineteen pound eighty" as one number."""
    if not _CENT_STEP <= following.value < _HUNDRED or following.value % 1:
        return None
    if _CURRENCY.fullmatch(reading.text(number.end, following.start)) is None:
        return None
    value = number.value + following.value / _HUNDRED
    return following._replace(value=value, start=number.start, form="price")


def _with_hundreds(reading: Reading, number: Number, following: Number) -> Number | None:
    """Return "thirty-four nine", thousands and hundreds of a yearly pay, as one number."""
    low, high = _THOUSANDS
    if not (number.in_words and following.in_words and low <= number.value <= high):
        return None
    if not 1 <= following.value < _TEN or "pay" not in reading.asked | reading.about:
        return None
    if reading.text(number.end, following.start) != " ":
        return None
    return following._replace(value=number.value + following.value / _TEN, start=number.start)


def _past_a_hundred(reading: Reading, number: Number, following: Number) -> Number | None:
    """Return "one fifty", a hundred and fifty thousand of a yearly pay, as one number."""
    if not (number.in_words and following.in_words and number.value == 1):
        return None
    if not _TEN <= following.value < _HUNDRED or "pay" not in reading.asked | reading.about:
        return None
    if reading.text(number.end, following.start) != " ":
        return None
    return following._replace(value=_HUNDRED + following.value, start=number.start)
