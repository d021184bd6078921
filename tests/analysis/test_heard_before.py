"""A company's people, and what each of them has heard."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from interview_journal.analysis.heard_before import CompanyRounds, company_rounds, listeners
from interview_journal.analysis.occasions import occasions
from interview_journal.core.records import Answer, Encounter
from tests.told_journal import Round, tell, told_journal

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.analysis.heard_before import Listener
    from interview_journal.store.journal import Journal

TODAY = date(2026, 4, 1)


def rounds_of(journal: Journal) -> tuple[CompanyRounds, ...]:
    return company_rounds(journal, occasions(journal), TODAY)


def heard(journal: Journal) -> tuple[Listener, ...]:
    given = occasions(journal)
    return listeners(journal, given, company_rounds(journal, given, TODAY)[0])


def test_the_company_with_the_next_round_comes_first(tmp_path: Path) -> None:
    journal = told_journal(
        tmp_path / "j",
        Round("Acme", 1, date(2026, 3, 3), [("Why?", "So.")]),
        Round("Borealis", 1, date(2026, 3, 20), [("Why?", "So.")]),
        Round("Cedar", 1, date(2026, 3, 9), [("Why?", "So.")]),
        Round("Acme", 2, date(2026, 4, 1)),
        Round("Nobody asked yet", 1, date(2026, 4, 2)),
    )
    found = rounds_of(journal)
    assert [one.company for one in found] == ["Acme", "Borealis", "Cedar"]
    assert (found[0].next_on, found[0].next_round) == (date(2026, 4, 1), 2)
    assert (found[1].next_on, found[1].next_round) == (None, 0)


def test_two_applications_at_one_company_are_one(tmp_path: Path) -> None:
    journal = told_journal(
        tmp_path / "j",
        Round("Acme", 1, date(2026, 3, 3), [("Why?", "So.")]),
        Round("ACME ", 1, date(2026, 3, 9), [("Why?", "So.")]),
    )
    (found,) = rounds_of(journal)
    assert len(found.past) == 2
    assert found.company == "ACME"


def test_each_interviewer_has_what_they_asked_and_what_they_listened_to(tmp_path: Path) -> None:
    journal = told_journal(
        tmp_path / "j",
        Round("Acme", 1, date(2026, 3, 3), [("One?", "a"), ("Two?", "b")], "Ana Silva"),
        Round("Acme", 2, date(2026, 3, 9), [("Three?", "c")], "Ben Okoro"),
    )
    ana = next(one for one in journal.people if one.name == "Ana Silva")
    journal.add(Encounter(interview_id=journal.interviews[1].id, person_id=ana.id))
    first, second = heard(journal)
    assert (first.name, len(first.rounds)) == ("Ana Silva", 2)
    assert [one.question for one in first.asked] == ["One?", "Two?"]
    assert [one.question for one in first.heard] == ["Three?"]
    assert [one.question for one in second.asked] == ["Three?"]
    assert second.heard == ()


def test_who_asked_was_there_though_no_meeting_is_written_down(tmp_path: Path) -> None:
    journal = told_journal(
        tmp_path / "j", Round("Acme", 1, date(2026, 3, 3), [("One?", "a")], "Ana Silva")
    )
    journal.remove(journal.encounters[0])
    assert [one.name for one in heard(journal)] == ["Ana Silva"]


def test_what_nobody_is_named_for_comes_last(tmp_path: Path) -> None:
    journal = told_journal(
        tmp_path / "j",
        Round("Acme", 1, date(2026, 3, 3), [("One?", "a")], "Ana Silva"),
        Round("Acme", 2, date(2026, 3, 9), [("Two?", "b")]),
    )
    *_, last = heard(journal)
    assert (last.name, last.asked) == ("", ())
    assert [one.question for one in last.heard] == ["Two?"]


def test_a_round_elsewhere_is_not_heard_here(tmp_path: Path) -> None:
    journal = told_journal(
        tmp_path / "j",
        Round("Acme", 1, date(2026, 3, 9), [("One?", "a")], "Ana Silva"),
        Round("Borealis", 1, date(2026, 3, 3), [("Two?", "b")], "Ben Okoro"),
    )
    assert [one.name for one in heard(journal)] == ["Ana Silva"]


def test_a_person_who_was_never_met_has_heard_nothing(tmp_path: Path) -> None:
    journal = told_journal(
        tmp_path / "j", Round("Acme", 1, date(2026, 3, 3), [("One?", "a")], "Ana Silva")
    )
    tell(journal, Round("Acme", 2, date(2026, 4, 5), [], "Ben Okoro"))
    assert [one.name for one in heard(journal)] == ["Ana Silva"]
    assert journal.get(Answer, "a_none") is None
