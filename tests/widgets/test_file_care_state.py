"""What to look at in the files: kindly said, grouped, with what can be pressed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, get_args

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.problems import Conflict, Problem, ProblemKind
from interview_journal.core.records import Answer, Application, Encounter, Interview, Person
from interview_journal.widgets.file_care_state import PLACES_AT_MOST, REMEDY_LABELS, care_lines
from interview_journal.widgets.rival_state import EMPTY, rival_choice

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.core.records import Record
    from interview_journal.store.journal import Journal

TODAY = date(2026, 3, 6)
NOW = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "j", now=lambda: NOW)


def rivals(*records: Record) -> Conflict:
    return Conflict(
        table=records[0].table, record_id=records[0].id, revision=2, records=tuple(records)
    )


@pytest.mark.parametrize("kind", get_args(ProblemKind))
def test_every_kind_of_problem_has_a_kind_sentence(kind: ProblemKind) -> None:
    (line,) = care_lines([Problem(kind=kind, file="answers.csv")])
    assert line.sentence.endswith(".")
    for harsh in ("error", "fail", "invalid", "corrupt", "{"):
        assert harsh not in line.sentence.lower()
    assert all(remedy in REMEDY_LABELS for remedy in line.remedies)


def test_problems_of_one_kind_in_one_file_are_one_line() -> None:
    many = [
        Problem(kind="unreadable row", file="answers.csv", line=number) for number in range(2, 900)
    ]
    other = Problem(kind="unreadable row", file="people.csv", line=3)
    lines = care_lines([*many, other])
    assert len(lines) == 2
    assert len(lines[0].places) == PLACES_AT_MOST
    assert lines[0].has_more
    assert not lines[1].has_more


def test_privacy_comes_first_then_what_can_be_mended_and_notices_last() -> None:
    problems = [
        Problem(kind="edited outside", file="answers.csv", notice=True),
        Problem(kind="unreadable row", file="answers.csv"),
        Problem(kind="vanished", file="answers.csv"),
        Problem(kind="version control", file=".gitignore"),
    ]
    lines = care_lines(problems)
    assert [line.key.split(":")[0] for line in lines] == [
        "version control",
        "vanished",
        "unreadable row",
        "edited outside",
    ]
    assert [line.is_notice for line in lines] == [False, False, False, True]


def test_a_row_typed_by_hand_can_be_taken_in_though_it_is_only_a_notice() -> None:
    problem = Problem(kind="typed by hand", file="answers.csv", notice=True)
    (line,) = care_lines([problem])
    assert line.remedies == ("tidy",)
    assert not line.is_notice


def test_rivals_show_only_what_differs(journal: Journal) -> None:
    job = journal.add(Application(company="Northgate", role="Nurse", status="open"))
    other = job.with_changes(status="offer", creative_role=True, status_at=NOW)
    choice = rival_choice(rivals(job, other), journal, today=TODAY)
    assert choice.subject == "Northgate"
    first, second = choice.versions
    assert [(d.label, d.value) for d in first.differences] == [
        ("A creative role", "No"),
        ("Where it stands", "Under way"),
        ("Since", EMPTY),
    ]
    assert [d.value for d in second.differences] == [
        "Yes",
        "They made an offer",
        "Friday 6 March, 20:00",
    ]
    assert first.saved == "Saved on Friday 6 March at 20:00"


def test_links_and_days_of_rivals_are_said_in_words(journal: Journal) -> None:
    job = journal.add(Application(company="Northgate"))
    talk = journal.add(Interview(application_id=job.id, held_on=TODAY))
    ana = journal.add(Person(application_id=job.id, name="Ana"))
    met = journal.add(Encounter(interview_id=talk.id, person_id=ana.id))
    other = met.with_changes(person_id="n_unknown", i_promised_by=TODAY, saved_at=None)
    choice = rival_choice(rivals(met, other), journal, today=TODAY)
    assert choice.subject == "One encounter"
    assert [d.value for d in choice.versions[0].differences] == ["Ana", EMPTY]
    assert [d.value for d in choice.versions[1].differences] == ["n_unknown", "Friday 6 March"]
    assert choice.versions[1].saved == "Typed by hand"


@pytest.mark.parametrize("removed", [True, False])
def test_a_rival_that_takes_the_record_away_says_so(journal: Journal, removed: bool) -> None:
    ana = Person(name="Ana", removed=removed)
    other = ana.with_changes(removed=not removed)
    choice = rival_choice(rivals(ana, other), journal, today=TODAY)
    assert choice.subject == "Ana"
    assert choice.versions[0].differences[0].label == "Removed"


def test_what_the_choice_is_about_is_named_in_the_persons_words(journal: Journal) -> None:
    job = journal.add(Application(company="Northgate"))
    talk = journal.add(Interview(application_id=job.id, held_on=TODAY))
    long = Answer(interview_id=talk.id, question="Why\nshould we " + "really " * 30)
    said = rival_choice(rivals(long, long), journal, today=TODAY).subject
    assert said.startswith("Your answer to “Why should we really")
    assert len(said) < 90
    assert rival_choice(rivals(talk, talk), journal, today=TODAY).subject == "Northgate, round 1"
