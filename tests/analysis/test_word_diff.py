"""Segments give the whole text again, and mark what stands on one side only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_journal.analysis.word_diff import WORDS_AT_MOST, Segment, marked, word_differences


def words(segments: tuple[Segment, ...]) -> list[str]:
    return [one.text for one in segments if one.is_marked]


def whole(segments: tuple[Segment, ...]) -> str:
    return "".join(one.text for one in segments)


def test_the_words_of_one_side_only_are_marked() -> None:
    found = word_differences("We were five in my team.", "We were nearly eight in the team!")
    assert words(found.first) == ["five", "my"]
    assert words(found.second) == ["nearly eight", "the"]


def test_capitals_and_punctuation_make_no_difference() -> None:
    found = word_differences("Yes, I did.", "yes I did — !")
    assert words(found.first) == words(found.second) == []


def test_an_empty_text_is_all_the_difference_there_is() -> None:
    found = word_differences("", "All new.")
    assert found.first == ()
    assert words(found.second) == ["All new"]


def test_only_the_beginning_of_a_very_long_text_is_compared() -> None:
    text = "word " * (WORDS_AT_MOST + 50)
    found = word_differences(text, f"{text}more")
    assert words(found.second) == []
    assert whole(found.second) == f"{text}more"


def test_spans_may_touch_overlap_and_reach_out() -> None:
    found = marked("five people", [(4, 99), (0, 4), (2, 3), (7, 7)])
    assert found == (Segment("five", True), Segment(" people", True))
    assert marked("", [(0, 3)]) == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_segments_always_give_the_whole_text(first: str, second: str) -> None:
    found = word_differences(first, second)
    assert whole(found.first) == first
    assert whole(found.second) == second
    same = word_differences(first, first)
    assert words(same.first) == words(same.second) == []


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50))))
def test_marks_never_change_a_text(text: str, spans: list[tuple[int, int]]) -> None:
    assert whole(marked(text, spans)) == text
