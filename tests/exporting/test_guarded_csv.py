"""A table that a spreadsheet may open without running what somebody wrote."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.exporting.guarded_csv import guarded_csv
from tests.exporting.hostile import HOSTILE

RUN = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("text", ["=1+1", "  =1+1", "@sum(1)", "+1", "-1", "\t=1", "\uff1d1"])
def test_what_would_run_begins_with_an_apostrophe(text: str) -> None:
    assert cells(guarded_csv(["a"], [[text]])) == [["a"], ["'" + text]]


def test_numbers_and_other_text_stand_as_they_are() -> None:
    found = cells(guarded_csv(["a", "b"], [[-0.5, "five - six"], ["'tis", 'say "no"']]))
    assert found[1:] == [["-0.5", "five - six"], ["'tis", 'say "no"']]


@given(st.text())
def test_nothing_is_lost_and_nothing_runs(text: str) -> None:
    text = text.replace("\r", "\n")
    ((_,), (cell,)) = cells(guarded_csv(["a"], [[text]]))
    assert cell in (text, f"'{text}")
    assert not cell.lstrip().startswith(RUN)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_not_run(text: str) -> None:
    ((_,), (cell,)) = cells(guarded_csv(["a"], [[text]]))
    assert not cell.lstrip().startswith(RUN)
