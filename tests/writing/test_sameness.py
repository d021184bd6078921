"""Sentences that stand in two notes are found, bent ones too; what all notes share is not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.writing.sameness import shared_sentences
from tests.exporting.hostile import any_text

NOTE = "Dear Ana,\n\nI liked the wall with the magnets. We spoke of the depot.\n\nKind regards,\nJo"


def shared(text: str, *others: str) -> list[str]:
    return [text[slice(*span)] for span in shared_sentences(text, others)]


def test_a_sentence_that_stands_in_both_is_found() -> None:
    other = "Dear Ben,\n\nWe spoke of the depot. And of much else.\n\nKind regards,\nJo"
    assert shared(NOTE, other) == ["We spoke of the depot."]


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        ("I know what a late van does.", "i know what a LATE van does!"),
        ("I really liked the wall with the magnets.", "I liked the wall with the magnets."),
        (
            "What I would bring: I know what a late van does to phones.",
            "Where I could help: I know what a late van does to phones.",
        ),
        ("我昨天和你谈过北边的新仓库。", "我昨天和你谈过北边的新仓库。"),
        ("Here is [the link] for you to read.", "Here is [another one] for you to read."),
    ],
)
def test_bent_a_little_it_is_still_a_copy(mine: str, other: str) -> None:
    assert shared(mine, other) == [mine]


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        ("I liked the wall with the magnets.", "I liked the talk about the new depot."),
        ("Thank you.", "Thank you."),
        ("Dear Ana Maria Ruiz,", "Dear Ana Maria Ruiz,"),
        ("With my very best wishes,\nJo", "With my very best wishes,\nJo"),
        ("[one thing you talked about]", "[one thing you talked about]"),
        ("", ""),
    ],
)
def test_what_any_note_has_is_no_copy(mine: str, other: str) -> None:
    assert shared(mine, other) == []


def test_a_note_alone_shares_nothing() -> None:
    assert shared(NOTE) == []


@settings(deadline=None)
@given(any_text, st.lists(any_text, max_size=3))
def test_places_are_sentences_of_the_text_in_order(text: str, others: list[str]) -> None:
    spans = shared_sentences(text, others)
    assert list(spans) == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@settings(deadline=None)
@given(any_text)
def test_a_note_shares_with_itself_what_it_shares_with_anybody(text: str) -> None:
    assert set(shared_sentences(text, [text, "x"])) == set(shared_sentences(text, [text]))
