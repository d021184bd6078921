"""The apostrophe is reversible, exact and injective, and guards all that a spreadsheet acts on."""

from __future__ import annotations

import csv
import itertools
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.store import guard
from interview_journal.store.guard import guard_text, unguard_text
from tests.store.examples import texts

if TYPE_CHECKING:
    from pathlib import Path

AWKWARD = "'=+-@\t\n0a "
ACTED_ON = "=+-@\t\uff1d\uff0b\uff0d\uff20"


def test_every_string_of_up_to_five_awkward_characters_comes_back_and_none_collide() -> None:
    stored: dict[str, str] = {}
    for length in range(6):
        for characters in itertools.product(AWKWARD, repeat=length):
            text = "".join(characters)
            cell = guard_text(text)
            assert unguard_text(cell) == text
            assert stored.setdefault(cell, text) == text
            assert cell[:1] not in ACTED_ON or not cell
            assert cell.lstrip()[:1] not in ACTED_ON or not cell.lstrip()
    assert len(stored) == 111_111


@settings(max_examples=1000, deadline=None)
@given(texts)
def test_any_text_comes_back(text: str) -> None:
    assert unguard_text(guard_text(text)) == text


@settings(max_examples=1000, deadline=None)
@given(
    st.one_of(
        texts,
        st.text("ae 1=-'\t!~", min_size=8, max_size=14),
        st.tuples(
            st.sampled_from(["true", "False", "INFINITY", "nan", "wahr"]),
            st.text(" \t'", max_size=12),
        ).map("".join),
    )
)
def test_a_quick_look_at_plain_words_never_decides_otherwise(text: str) -> None:
    quickly = guard_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(guard, "_PLAIN", re.compile("(?!)"))
        assert guard_text(text) == quickly


@settings(max_examples=1000, deadline=None)
@given(texts)
def test_a_cell_never_starts_with_what_a_spreadsheet_evaluates(text: str) -> None:
    cell = guard_text(text)
    assert not cell.startswith("\t")
    assert not cell.lstrip().startswith(tuple(ACTED_ON))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+49 170",
        "-",
        "@SUM(A1)",
        "\tx",
        " =SUM(hello)",
        "\n=x",
        "\uff1d1",
        "007",
        "12e5",
        "1/2",
        "Mar 4",
        "10:30",
        "$5",
        "true",
        "FALSE",
        " nan ",
        "true" + " " * 10,
        "Inf",
        "1" * 96,
        "1" * 500,
    ],
)
def test_what_a_spreadsheet_would_act_on_gets_one_apostrophe(text: str) -> None:
    assert guard_text(text) == "'" + text
    assert guard_text("''" + text) == "'''" + text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "'",
        "'''",
        "'tis",
        "plain words",
        "truely",
        "What is true, and what is not?",
        "I said 5 things " + "and more " * 12,
        "1\n" * 100,
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert guard_text(text) == text
    assert unguard_text(text) == text


def test_the_length_at_which_a_digit_ceases_to_matter_never_moves() -> None:
    # Files written long ago hold words on either side of it.
    assert guard_text("a" * 95 + "1") == "'" + "a" * 95 + "1"
    assert guard_text("a" * 96 + "1") == "a" * 96 + "1"


def test_the_published_injection_payloads_are_all_guarded(shared_data: Path) -> None:
    folder = shared_data / "nasty_csv" / "csv-injection-payloads"
    lines = [
        cell
        for path in sorted(folder.glob("*"))
        if path.suffix in (".csv", ".txt") and path.name != "SOURCE.txt"
        for row in csv.reader(path.read_text(encoding="utf-8").splitlines())
        for cell in row
        if cell.strip().startswith(tuple(ACTED_ON))
    ]
    assert len(lines) >= 4
    for text in lines:
        assert guard_text(text).startswith("'")
        assert unguard_text(guard_text(text)) == text
