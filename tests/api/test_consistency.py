"""The public functions: what differs, what was settled, and one answer more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

import interview_journal as ij
from interview_journal.core.records import Answer, Verdict
from tests.told_journal import FOUR_WEEKS, GERMAN, NOTICE, START, THREE_MONTHS, told_journal

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return told_journal(tmp_path / "j")


def test_what_differs_is_found_with_both_places(journal: Journal) -> None:
    (found,) = ij.check_consistency(journal)
    first, second = journal.answers
    assert (found.answer_a, found.answer_b) == (first.id, second.id)
    assert (found.quote_a, found.quote_b) == (FOUR_WEEKS, THREE_MONTHS)
    assert first.answer[slice(*found.span_a)] == "four weeks"
    assert second.answer[slice(*found.span_b)] == "three months"


def test_what_was_answered_is_left_out_until_a_sentence_changes(journal: Journal) -> None:
    (found,) = ij.check_consistency(journal)
    journal.add(Verdict(key=found.key, verdict="both fine"))
    assert ij.check_consistency(journal) == []
    assert ij.check_consistency(journal, settled=True) == [found]
    journal.revise(journal.answers[1], answer=f"Good question. {THREE_MONTHS}")
    assert ij.check_consistency(journal) == []
    journal.revise(journal.answers[1], answer="My notice is half a year.")
    (again,) = ij.check_consistency(journal)
    assert again.key != found.key


def test_one_answer_more_is_compared_with_all_others(journal: Journal) -> None:
    index = ij.consistency_index(journal)
    assert len(index.findings()) == 1
    held = journal.interviews[1]
    said = Answer(interview_id=held.id, question=NOTICE, answer="My notice is six months.")
    found = index.update(said)
    assert {one.kind for one in found} == {"notice"}
    assert all(said.id in (one.answer_a, one.answer_b) for one in found)
    assert index.update(said) == found
    changed = said.with_changes(answer=FOUR_WEEKS)
    assert len(index.update(changed)) == 1
    assert index.update(said.with_changes(answer=" ")) == []
    assert len(index.findings()) == 1
    index.remove("a_none")
    assert repr(index) == "<ConsistencyIndex>"


def test_an_answer_of_an_unknown_round_is_no_part_of_it(journal: Journal) -> None:
    index = ij.consistency_index(journal)
    assert index.update(Answer(interview_id="i_gone", question=NOTICE, answer="Two years.")) == []
    gone = journal.answers[0].with_changes(removed=True)
    assert index.update(gone) == []
    assert index.findings() == []


def test_an_answer_saved_in_a_new_round_is_found(journal: Journal) -> None:
    index = ij.consistency_index(journal)
    job = journal.add(ij.Application(company="Cedar"))
    held = journal.add(ij.Interview(application_id=job.id, held_on=date(2026, 4, 4)))
    said = journal.add(Answer(interview_id=held.id, question=START, answer="My notice is a year."))
    assert index.update(said)
    assert index.update(Answer(interview_id=held.id, question="Und?", answer=GERMAN)) == []
    assert len(index.unread) == 1


def test_two_texts_are_compared_without_a_journal() -> None:
    (found,) = ij.compare_answers("My notice is four weeks.", "My notice is three months.")
    assert (found.answer_a, found.answer_b) == (None, None)
    assert found.quote_b == "My notice is three months."
    assert ij.compare_answers("Yes.", "Yes.") == []
    assert ij.compare_answers(FOUR_WEEKS, THREE_MONTHS, min_confidence=1) == []
    with pytest.raises(ValueError, match="min_confidence"):
        ij.compare_answers(FOUR_WEEKS, THREE_MONTHS, min_confidence=1.1)


def test_days_join_a_length_and_a_beginning() -> None:
    since = "I have worked as a nurse since 2019."
    three = "I have worked as a nurse for two years."
    day = date(2024, 3, 1)
    five = "I have worked as a nurse for five years."
    assert ij.compare_answers(since, three, date_a=day, date_b=day)
    assert not ij.compare_answers(since, five, date_a=day, date_b=day)


def test_the_same_question_is_a_number() -> None:
    assert ij.same_question(NOTICE, START) >= 0.5
    assert ij.same_question(NOTICE, "Can you sail?") < 0.5


def test_the_ledger_is_a_tidy_frame(journal: Journal, tmp_path: Path) -> None:
    frame = ij.ledger_frame(journal)
    notice = frame[frame["subject"] == "Notice"]
    assert notice["value"].tolist() == ["three months", "four weeks"]
    assert notice["asked_by"].tolist() == ["Ben Okoro", "Ana Silva"]
    assert str(frame["held_on"].dtype) == "datetime64[s]"
    empty = ij.ledger_frame(ij.open_journal(tmp_path / "none"))
    assert list(empty.columns) == list(frame.columns)
    assert empty.dtypes.equals(frame.dtypes)
