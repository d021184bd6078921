"""Notes in and as sentences, and said to their reader."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from interview_journal.writing.fitting import fit_line
from interview_journal.writing.phrasing import (
    as_phrase,
    as_sentence,
    small_words,
    speaks_for_itself,
    to_reader,
)
from tests.exporting.hostile import any_text


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Late running.", "late running"),
        ("Osprey's drivers", "Osprey's drivers"),
        ("Monday rota", "Monday rota"),
        ("SQL and Excel;", "SQL and Excel"),
        ("I like it.", "I like it"),
        ("I'm glad", "I'm glad"),
        ("It's time", "it's time"),
        ("A repairs desk", "a repairs desk"),
        ("iOS", "iOS"),
        ("Why not?", "why not?"),
        ("...", "..."),
        ("", ""),
        ("日本語。", "日本語。"),
    ],
)
def test_a_phrase_keeps_the_capitals_that_it_needs(text: str, phrase: str) -> None:
    assert as_phrase(text, small_words(["late vans on monday"])) == phrase


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("late running", "Late running."),
        ("iOS apps", "iOS apps."),
        ("Why not?", "Why not?"),
        ('he said "no."', 'He said "no."'),
        ("日本語。", "日本語。"),
        ("[a gap]", "[a gap]."),
        ("so on;", "So on."),
        ("", ""),
    ],
)
def test_a_sentence_begins_and_ends(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("I like mornings", True),
        ("it's my office", True),
        ("There is a bus", True),
        ("Fewer visits", False),
        ("Italy", False),
        ("Iowa is far", False),
        ("My experience", False),
    ],
)
def test_a_sentence_of_ones_own_begins_with_who(text: str, is_one: bool) -> None:
    assert speaks_for_itself(text) is is_one


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("They publish it.", "You publish it."),
        ("in one of their houses", "in one of your houses"),
        ("I trust them. The choice is theirs.", "I trust you. The choice is yours."),
        ("What the drivers say about their vans.", "What the drivers say about their vans."),
        ("People like them.", "People like them."),
        ("They ring patients before they come.", "You ring patients before they come."),
        ("Nothing here", "Nothing here"),
        ("", ""),
    ],
)
def test_they_are_spoken_to_where_it_is_clear_who_they_are(text: str, said: str) -> None:
    assert to_reader(text) == said


def test_days_and_months_are_never_small_words() -> None:
    assert "march" not in small_words(["we march in may on a monday"])


@settings(deadline=None)
@given(any_text.map(fit_line))
def test_no_letter_is_lost_in_a_phrase_or_a_sentence(line: str) -> None:
    def letters(text: str) -> str:
        return "".join(filter(str.isalnum, text)).casefold()

    assert letters(as_phrase(line)) == letters(line)
    assert letters(as_sentence(line)) == letters(line)
