"""Numbers in digits and in words: value, form and place."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.numbers import find_numbers
from interview_journal.analysis.consistency.spelled_numbers import read_spelled
from interview_journal.analysis.consistency.words import read_words


@pytest.mark.parametrize(
    ("text", "value", "form", "shown"),
    [
        ("80k", 80_000, "plain", "80k"),
        ("80k+", 80_000, "plus", "80k+"),
        ("5+", 5, "plus", "5+"),
        ("40ish", 40, "ish", "40ish"),
        ("40-ish", 40, "ish", "40-ish"),
        ("3rd", 3, "ordinal", "3rd"),
        ("1990s", 1990, "decade", "1990s"),
        ("1990's", 1990, "decade", "1990's"),
        ("12 %", 12, "percent", "12 %"),
        ("10x", 10, "times", "10x"),
        ("24h", 24, "plain", "24"),
        ("2.5 million", 2_500_000, "plain", "2.5 million"),
        ("3m", 3_000_000, "plain", "3m"),
        ("3mn", 3_000_000, "plain", "3mn"),
        ("2bn", 2e9, "plain", "2bn"),
        ("1,50,000", 150_000, "plain", "1,50,000"),
        ("55.000", 55_000, "plain", "55.000"),
        ("0.500", 0.5, "plain", "0.500"),
        ("3,50", 3.5, "plain", "3,50"),
        ("3,5", 3.5, "plain", "3,5"),
        ("1,234.50", 1_234.5, "plain", "1,234.50"),
        ("120'000", 120_000, "plain", "120'000"),
        ("120 000", 120_000, "plain", "120 000"),
        ("half a dozen", 6, "plain", "half a dozen"),
        ("a couple of", 2, "plain", "a couple of"),
        ("three and a half", 3.5, "plain", "three and a half"),
        ("two hundred and fifty", 250, "plain", "two hundred and fifty"),
        ("one point two five", 1.25, "plain", "one point two five"),
        ("nineteen ninety", 1990, "plain", "nineteen ninety"),
        ("twenty-third", 23, "ordinal", "twenty-third"),
        ("thirties", 30, "decade", "thirties"),
        ("twice", 2, "times", "twice"),
        ("three lakh", 300_000, "plain", "three lakh"),
    ],
)
def test_one_number(text: str, value: float, form: str, shown: str) -> None:
    said = f"({text})"
    [found] = find_numbers(said, read_words(said, 7), 7)
    assert found.value == pytest.approx(value)
    assert found.form == form
    assert said[found.start - 7 : found.end - 7] == shown


@pytest.mark.parametrize(
    "text",
    ["v1", "A4", "x1,5", "half a pear", "half of it", "a pear", "k", "a grand", "couple", "1.2.3"],
)
def test_what_is_no_number(text: str) -> None:
    assert [one.value for one in find_numbers(text, read_words(text))] in ([], [1.2])


def test_a_number_has_an_end() -> None:
    spelled = read_spelled(read_words("a hundred " + "billion " * 50), 0)
    assert spelled is not None
    assert spelled.value < 1e30
    assert find_numbers("111 " * 200, [])[0].value < 1e30
    assert find_numbers("11," * 200, [])[0].value < 1e30
