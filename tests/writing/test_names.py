"""What one calls somebody in a letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from interview_journal.writing.names import called, fit_name, formally_called
from tests.exporting.hostile import any_text


@pytest.mark.parametrize(
    ("name", "first", "formal"),
    [
        ("Ana Ruiz", "Ana", "Ana Ruiz"),
        ("Dr Isabel Moreau", "Dr Moreau", "Dr Moreau"),
        ("Prof. Dr. Jan de Vries", "Prof. Dr. de Vries", "Prof. Dr. de Vries"),
        ("Mr Smith", "Mr Smith", "Mr Smith"),
        ("Nair, Shreya", "Shreya", "Shreya Nair"),
        ("J. R. Smith", "J. R. Smith", "J. R. Smith"),
        ("Kim (they/them)", "Kim", "Kim"),
        ("王小明", "王小明", "王小明"),
        ("فاطمة الزهراء", "فاطمة الزهراء", "فاطمة الزهراء"),
        ("Ana\nBcc: all@example.org", "Ana", "Ana Bcc: all@example.org"),
        ("No", "No", "No"),
        ("Dr", "Dr", "Dr"),
        ("...", "", ""),
    ],
)
def test_a_name_as_a_letter_says_it(name: str, first: str, formal: str) -> None:
    assert (called(name), formally_called(name)) == (first, formal)


@settings(deadline=None)
@given(any_text)
def test_any_name_stays_on_one_line_without_brackets(name: str) -> None:
    for words in (fit_name(name), called(name), formally_called(name)):
        assert words == " ".join(words.split())
        assert "[" not in words
