"""A difference in plain words, under a name that lasts."""

from __future__ import annotations

from datetime import date

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.difference import Difference
from interview_journal.analysis.consistency.findings import Said, finding_key, finding_of
from interview_journal.analysis.consistency.told import Told

READ = read_for_comparison("")


def said(answer_id: str, answer: str, company: str = "Acme") -> Said:
    return Said(Told(answer_id, "", answer, "", "i_1", company, date(2026, 3, 4)), READ)


def test_the_reason_names_both_places_and_days() -> None:
    one, other = said("a_1", "We are five."), said("a_2", "We are  eight.", company="")
    difference = Difference("count", 0.91234, (3, 11), (0, 12), (3, 13), (0, 14), "person")
    found = finding_of(one, other, difference)
    assert found.reason == (
        "How many people: “are five” at Acme on 4 March 2026; “are eight” on 4 March 2026."
    )
    assert found.confidence == 0.912
    assert (found.quote_a, found.quote_b) == ("We are five.", "We are  eight.")


def test_a_number_of_anything_else_is_called_how_many() -> None:
    difference = Difference("count", 0.9, (0, 2), (0, 5), (0, 2), (0, 5), "site")
    found = finding_of(said("a_1", "5 foo"), said("a_2", "8 foo"), difference)
    assert found.reason.startswith("How many: ")
    difference = Difference("age", 0.9, (0, 2), (0, 5), (0, 2), (0, 5))
    assert finding_of(said("a_1", "5 foo"), said("a_2", "8 foo"), difference).reason.startswith(
        "An age: "
    )
    difference = Difference("age", 0.9, (0, 2), (0, 5), (0, 2), (0, 5), "born")
    assert finding_of(said("a_1", "5 foo"), said("a_2", "8 foo"), difference).reason.startswith(
        "Your year of birth, from an age and its year: "
    )


def test_long_words_are_cut_in_the_reason_only() -> None:
    long = "word " * 40
    difference = Difference("polarity", 0.9, (0, 199), (0, 199), (0, 4), (0, 4))
    found = finding_of(said("a_1", long), said("a_2", long), difference)
    assert "…”" in found.reason
    assert found.quote_a == long[:199]


def test_a_key_lasts_while_the_quotes_do() -> None:
    sides = [("a_1", "We are five."), ("a_2", "We are eight.")]
    key = finding_key("count", sides)
    assert key == finding_key("count", sides[::-1])
    assert key == finding_key("count", [("a_1", " we  ARE five. "), sides[1]])
    assert key != finding_key("age", sides)
    assert key != finding_key("count", [("a_1", "We are six."), sides[1]])
    assert key.startswith("count_")
