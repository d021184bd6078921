"""Answers know where and to whom they were given."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from interview_journal.analysis.occasions import company_key, occasions
from interview_journal.core.records import Answer
from tests.told_journal import Round, told_journal

if TYPE_CHECKING:
    from pathlib import Path


def test_answers_come_in_the_order_they_were_given(tmp_path: Path) -> None:
    journal = told_journal(
        tmp_path / "j",
        Round("Borealis", 1, date(2026, 3, 20), [("Third?", "c")]),
        Round("Acme", 1, date(2026, 3, 3), [("First?", "a"), ("Second?", "b")], "Ana Silva"),
    )
    found = list(occasions(journal).values())
    assert [one.question for one in found] == ["First?", "Second?", "Third?"]
    assert [one.asked_by for one in found] == ["Ana Silva", "Ana Silva", ""]
    assert [one.company for one in found] == ["Acme", "Acme", "Borealis"]


def test_what_holds_no_words_or_has_no_round_is_left_out(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j", Round("Acme", 1, date(2026, 3, 3), [("Why?", " \n")]))
    journal.add(Answer(interview_id="i_gone", question="Why?", answer="Because."))
    assert occasions(journal) == {}


def test_somebody_who_is_not_in_the_journal_has_no_name(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j", Round("Acme", 1, date(2026, 3, 3)))
    held = journal.interviews[0]
    journal.add(Answer(interview_id=held.id, question="Why?", answer="So.", asked_by="n_gone"))
    (one,) = occasions(journal).values()
    assert (one.asked_by, one.person_id) == ("", "")


def test_a_company_is_the_same_in_other_capitals() -> None:
    assert company_key("  ACME  GmbH ") == company_key("Acme gmbh")
