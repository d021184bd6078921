"""Any record is found, its past is shown, and any revision of it can come back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.api.past import find_answers, find_record, restore_revision, revisions_of
from interview_journal.core.records import Answer
from interview_journal.errors import ConflictError
from tests.api.journals import Clock, Evening, write_evening

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def evening(journal_home: Path) -> Evening:
    return write_evening(journal_home)


def make_rivals(evening: Evening) -> None:
    clock = Clock()
    clock.now += timedelta(hours=1)
    other = open_journal(evening.journal.path, now=clock)
    evening.journal.revise(evening.answer, answer="Written here.")
    # The other notebook still shows the revision before and saves without looking.
    other.revise(evening.answer, answer="Written there.")
    evening.journal.refresh()
    assert len(evening.journal.conflicts) == 1


def test_a_record_of_any_table_is_found_by_its_id(evening: Evening) -> None:
    for record in (evening.application, evening.interview, evening.answer):
        assert find_record(evening.journal, record.id) == record
    assert find_record(evening.journal, "a_unknown") is None
    assert find_record(evening.journal, "not even an id") is None


def test_a_removed_record_is_found_too(evening: Evening) -> None:
    evening.journal.remove(evening.answer)
    found = find_record(evening.journal, evening.answer.id)
    assert found is not None
    assert found.removed


def test_answers_are_found_by_words_of_the_question(evening: Evening) -> None:
    journal = evening.journal
    other = journal.add(Answer(interview_id=evening.interview.id, question="Why leave?"))
    assert find_answers(journal, "us WHY") == (evening.answer,)
    assert set(find_answers(journal, "why")) == {evening.answer, other}
    assert find_answers(journal, "salary") == ()
    removed = journal.remove(other)
    assert find_answers(journal, "leave") == (removed,)


def test_each_revision_says_what_it_changed(evening: Evening) -> None:
    first, second = revisions_of(evening.journal, evening.answer)
    assert (first.label, second.label) == ("1", "2")
    assert first.changes["answer"] == "First words."
    assert first.changes["question"] == "Why do you like us?"
    assert "topic" not in first.changes
    assert second.changes == {"answer": "Better words.\nOn two lines."}
    assert not second.is_rival


def test_revisions_moved_to_history_are_shown_and_restored(evening: Evening) -> None:
    evening.journal.tidy()
    assert [one.label for one in revisions_of(evening.journal, evening.answer)] == ["1", "2"]
    restored = restore_revision(evening.journal, evening.answer, "1")
    assert restored is not None
    assert (restored.revision, evening.journal.answers[0].answer) == (3, "First words.")


def test_a_removed_record_comes_back_by_any_of_its_revisions(evening: Evening) -> None:
    evening.journal.remove(evening.answer)
    assert not evening.journal.answers
    restored = restore_revision(evening.journal, evening.answer, "2")
    assert restored is not None
    assert [answer.id for answer in evening.journal.answers] == [restored.id]
    assert not restored.removed


def test_an_unknown_revision_restores_nothing(evening: Evening) -> None:
    assert restore_revision(evening.journal, evening.answer, "7") is None
    assert restore_revision(evening.journal, evening.answer, "a") is None
    assert len(revisions_of(evening.journal, evening.answer)) == 2


def test_rivals_are_told_apart_and_naming_one_settles_them(evening: Evening) -> None:
    make_rivals(evening)
    shown = revisions_of(evening.journal, evening.answer)
    assert [(one.label, one.is_rival) for one in shown] == [
        ("1", False),
        ("2", False),
        ("3a", True),
        ("3b", True),
    ]
    assert shown[2].changes == {"answer": "Written here."}
    assert shown[3].changes == {"answer": "Written there."}
    restored = restore_revision(evening.journal, evening.answer, "3b")
    assert restored is not None
    assert (restored.revision, evening.journal.answers[0].answer) == (4, "Written there.")
    assert evening.journal.conflicts == ()
    assert not any(one.is_rival for one in revisions_of(evening.journal, evening.answer))


def test_an_older_revision_waits_until_rivals_are_settled(evening: Evening) -> None:
    make_rivals(evening)
    with pytest.raises(ConflictError):
        restore_revision(evening.journal, evening.answer, "1")
