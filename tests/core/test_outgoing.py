"""A text to send as a value: what is missing in it, and how long it is."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.outgoing import (
    DRAFT_KINDS,
    TONES,
    Draft,
    DraftKind,
    Gap,
    Tone,
    find_gaps,
    template_name,
)

WORDS = st.text(st.characters(exclude_characters="[]\n", exclude_categories=["Cs"]), min_size=1)


def draft(text: str) -> Draft:
    return Draft(kind="thank-you note", tone="warm", subject="Thank you", text=text)


def test_every_kind_and_tone_has_its_words_on_the_screen() -> None:
    assert tuple(DRAFT_KINDS) == get_args(DraftKind)
    assert tuple(TONES) == get_args(Tone)
    assert all(words[0].isupper() for words in (*DRAFT_KINDS.values(), *TONES.values()))


def test_a_gap_is_what_stands_in_square_brackets() -> None:
    text = "Dear [name],\nthank you for [one thing]."
    assert draft(text).gaps == (Gap("[name]", (5, 11)), Gap("[one thing]", (27, 38)))


def test_a_whole_text_has_no_gap() -> None:
    assert draft("Dear Ana, thank you.").gaps == ()


@pytest.mark.parametrize("text", ["[]", "[two\nlines]", "[", "]", "][", f"[{'x' * 201}]"])
def test_what_is_no_gap_is_left_alone(text: str) -> None:
    assert find_gaps(text) == ()


def test_of_brackets_in_brackets_the_inner_ones_are_the_gap() -> None:
    assert [gap.words for gap in find_gaps("[a [b] c]")] == ["[b]"]


def test_gaps_do_not_count_as_words() -> None:
    assert draft("Dear [first name], thank you.").word_count == 4
    assert draft("").word_count == 0


def test_to_whom_it_goes_may_be_unknown() -> None:
    assert (draft("").to_name, draft("").to_address) == ("", "")


@given(st.lists(st.tuples(WORDS, WORDS.filter(lambda words: len(words) <= 200))))
def test_every_gap_is_found_where_it_stands(pieces: list[tuple[str, str]]) -> None:
    text = "".join(f"{words}[{gap}]" for words, gap in pieces)
    found = find_gaps(text)
    assert [gap.words for gap in found] == [f"[{gap}]" for _, gap in pieces]
    for gap in found:
        start, end = gap.span
        assert text[start:end] == gap.words


@given(st.text())
def test_any_text_can_be_looked_over(text: str) -> None:
    made = draft(text)
    assert 0 <= made.word_count <= len(text)
    assert all(gap.words in text for gap in made.gaps)


def test_every_kind_has_a_template_of_its_own_name() -> None:
    names = {template_name(kind) for kind in DRAFT_KINDS}
    assert len(names) == len(DRAFT_KINDS)
    assert all(name.endswith(".txt.j2") and " " not in name for name in names)
