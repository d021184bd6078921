"""How many lines a text fills."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.writing.breadth import line_count, text_breadth


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("one", 1), ("one two three", 2), ("x" * 25, 3), ("a " + "x" * 25, 4), ("北" * 9, 3)],
)
def test_words_move_down_whole_and_long_ones_are_broken(text: str, lines: int) -> None:
    assert line_count(text, 9) == lines


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=50)
def test_more_words_never_fill_fewer_lines(first: str, more: str) -> None:
    assert line_count(f"{first} {more}", 10) >= line_count(first, 10)
    assert text_breadth(first + more) == pytest.approx(text_breadth(first) + text_breadth(more))
