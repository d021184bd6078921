"""A briefing fits one sheet, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.writing import briefing_fitting as module
from interview_journal.writing.breadth import text_breadth
from interview_journal.writing.briefing_fitting import crop, fit_briefing
from interview_journal.writing.briefing_sections import briefing_sections
from interview_journal.writing.card import Paper
from tests.writing.briefings import HOSTILE, full

PAPERS: tuple[Paper, ...] = ("A4", "Letter")


def test_a_short_briefing_is_set_large_and_whole() -> None:
    sections = briefing_sections(full("word", count=1))
    fitted = fit_briefing(sections, "A4")
    assert fitted.points >= 10
    assert all(not one.left_out for one in fitted.sections if one.name != "people")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("word", ["W" * 900, "word " * 300, "北" * 900, HOSTILE * 9])
@pytest.mark.no_cover  # counting lines would take most of the time
def test_the_fullest_briefing_fits(word: str, paper: Paper) -> None:
    fitted = fit_briefing(briefing_sections(full(word, count=40)), paper, has_place=True)
    assert module._fills(fitted, paper, has_place=True) <= 1
    assert next(one for one in fitted.sections if one.name == "rehearse").left_out == 0
    assert next(one for one in fitted.sections if one.name == "people").left_out > 0


@given(st.text(max_size=120), st.floats(10, 60))
@settings(max_examples=80)
def test_a_cut_text_is_the_beginning_and_no_broader_than_asked(text: str, breadth: float) -> None:
    cut = crop(text, breadth)
    if cut == text:
        assert text_breadth(text) <= breadth
    else:
        assert cut.endswith(" …")
        assert text.startswith(cut[:-2])
        assert text_breadth(cut) <= breadth
