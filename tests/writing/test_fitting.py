"""Notes fitted to stand in a sentence: one line, whole sentences, no bracket of their own."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from interview_journal.core.outgoing import find_gaps
from interview_journal.writing.fitting import (
    Share,
    fit_line,
    fit_portion,
    gap,
    sentences_of,
)
from tests.exporting.hostile import any_text


@settings(deadline=None)
@given(any_text)
def test_a_fitted_line_is_one_line_without_brackets(text: str) -> None:
    line = fit_line(text)
    assert "[" not in line
    assert "]" not in line
    assert line == " ".join(line.split())
    assert not any(unicodedata.category(char) == "Cc" for char in line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Late running\nThe depot", "Late running; The depot"),
        ("I like days where\nthe plan holds", "I like days where the plan holds"),
        ("1. One.\n2) Two", "One. Two"),
        ("see [the plan]", "see (the plan)"),
        ("https://example.org/a[1]", "https://example.org/a%5B1%5D"),
        ("\u202eturned\u202c round", "turned round"),
        ("---\n\n***", ""),
        ("None.", ""),
        ("Nothing but rain", "Nothing but rain"),
    ],
)
def test_notes_become_a_line(text: str, line: str) -> None:
    assert fit_line(text) == line


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Dr. Moreau and J. Smith came, e.g. on Monday.", 1),
        ("It took 2.5 hours", 1),
        ("一。二\uff01三", 3),
        ("هل هذا؟ نعم.", 2),
        ('He said "no." Then he left.', 2),
        ("Then... it went on.", 1),
    ],
)
def test_sentences_end_where_their_script_says(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


@settings(deadline=None)
@given(any_text.map(fit_line))
def test_no_word_is_lost_between_sentences(line: str) -> None:
    assert "".join("".join(sentences_of(line)).split()) == "".join(line.split())


def test_a_portion_is_made_of_whole_sentences() -> None:
    assert fit_portion("One two. Three four. Five six.", words=4) == "One two. Three four."


def test_three_readers_get_three_sentences() -> None:
    text = "First one. Second one. Third one."
    told = [fit_portion(text, words=20, share=Share(place, 3)) for place in range(3)]
    assert told == ["First one.", "Second one.", "Third one."]


def test_where_there_are_too_few_sentences_they_go_round() -> None:
    assert fit_portion("Only this.", words=20, share=Share(2, 3)) == "Only this."


def test_a_sentence_that_never_ends_is_cut_with_a_gap() -> None:
    told = fit_portion("word " * 100, words=10)
    assert told.startswith("word word")
    assert [one.words for one in find_gaps(told)] == ["[and so on: shorten this]"]


@settings(deadline=None)
@given(any_text.map(fit_line))
def test_a_gap_is_always_seen_as_one(words: str) -> None:
    (found,) = find_gaps(gap("say it to them", words))
    assert found.span == (0, len(gap("say it to them", words)))


@settings(deadline=None)
@example("0\x1e;\t0", 1, 1)
@given(any_text, st.integers(0, 5), st.integers(1, 6))
def test_a_portion_holds_only_words_of_the_text(text: str, place: int, of: int) -> None:
    told = fit_portion(text, words=12, share=Share(place, of))
    for one in reversed(find_gaps(told)):
        told = told[: one.span[0]] + told[one.span[1] :]
    assert set(told.split()) <= set(fit_line(text).split()) | _pieces(fit_line(text))


def _pieces(line: str) -> set[str]:
    """Return the words as they stand once sentences without blanks between them are parted."""
    found = (word for sentence in sentences_of(line) for word in sentence.split())
    return {shape for word in found for shape in (word, word.rstrip(";"), f"{word};")}
