"""The sections of a briefing: what is shown, under which word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.preparing.values import Difference, RehearsalPick
from interview_journal.writing.briefing_sections import briefing_sections, head_lines, plain
from tests.writing.briefings import BARE, HEAD, full


def test_what_holds_nothing_has_no_section() -> None:
    assert briefing_sections(BARE) == ()
    assert len(briefing_sections(full("x"))) == 11


def test_the_heading_leaves_out_what_is_not_known() -> None:
    assert head_lines(HEAD)[1] == "Ward planner · round 2, panel interview"
    bare = replace(HEAD, company="", role="", kind="", how_long="")
    assert head_lines(bare) == ("Interview", "round 2", "Friday 13 March, 2:30 pm")


@pytest.mark.parametrize(
    ("better", "label", "words"),
    [("The ward.", "Say", "The ward."), ("", "Said", "Near.")],
)
def test_the_better_wording_goes_before_what_was_said(better: str, label: str, words: str) -> None:
    pick = RehearsalPick(
        answer_id="a", topic="Why us?", question="Why us?", better=better, given="Near.", why="W."
    )
    (section,) = briefing_sections(replace(BARE, rehearse=(pick,)))
    lines = section.items[0].lines
    assert [(one.label, one.text) for one in lines] == [(label, words), ("Why", "W.")]


def test_a_difference_shows_the_persons_word_or_says_that_there_is_none() -> None:
    one = Difference(reason="R", first="a", second="b", verdict="", what_i_will_say="", key="k")
    shown = [
        replace(one, what_i_will_say="Nine."),
        replace(one, verdict="Things changed"),
        one,
    ]
    (section,) = briefing_sections(replace(BARE, differs=tuple(shown)))
    assert [item.lines[1].text for item in section.items] == [
        "Nine.",
        "Things changed",
        "Not decided yet.",
    ]


def test_people_tell_who_is_named_and_who_only_met() -> None:
    people = full("x").people
    (section,) = briefing_sections(replace(BARE, people=(people[0], people[-1])))
    assert section.items[0].lines[1].label == "Heard, round 1"
    assert section.items[1].aside == "not named for it"
    assert section.items[1].lines[0].text == "Met in round 1."
    fresh = replace(people[0], met="")
    (section,) = briefing_sections(replace(BARE, people=(fresh,)))
    assert section.items[0].lines[1].label == "Heard"


@given(st.text(max_size=200))
@settings(max_examples=80)
def test_a_plain_text_is_one_line_that_steers_nothing(text: str) -> None:
    shown = plain(text)
    assert not any(char in shown for char in "\n\r\t\x1b\x00\u202e\u2066")
    assert plain(shown) == shown
