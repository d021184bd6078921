"""What was compared is kept between two looks and two openings, and made anew when it is stale."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from interview_journal.analysis.found_topics import NOTHING_FOUND
from interview_journal.api import compared as module
from interview_journal.api.compared import ComparedJournal, journal_catalogue
from interview_journal.api.demo import copy_sample
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, QuestionLink
from interview_journal.errors import JournalFolderError
from tests.told_journal import NOTICE, START, Clock, told_journal

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

BOATS = '[[topics]]\nslug = "boats"\nphrasings = ["Can you sail?", "Do you row?"]\n'


def steps(compared: ComparedJournal) -> int:
    """Return how many steps it took to know the facts."""
    return sum(1 for _ in compared.work())


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return told_journal(tmp_path / "j")


def again(journal: Journal) -> Journal:
    return open_journal(journal.path, now=Clock())


def sidecar(journal: Journal) -> Path:
    return journal.path / ".known" / "consistency.json"


def test_an_unchanged_journal_is_compared_once(journal: Journal) -> None:
    first = ComparedJournal(journal)
    assert steps(first) == first.step_count == 4
    assert steps(first) == 0
    second = ComparedJournal(again(journal))
    assert steps(second) == 0
    assert second.known == first.known
    assert second.given == first.given


@pytest.mark.parametrize("text", ["", "{", '{"digest": "x"}', "[]"])
def test_what_was_kept_badly_is_computed_once_more(journal: Journal, text: str) -> None:
    first = ComparedJournal(journal)
    assert steps(first)
    whole = sidecar(journal).read_bytes()
    sidecar(journal).write_text(text)
    second = ComparedJournal(again(journal))
    assert steps(second) == 4
    assert second.known == first.known
    assert sidecar(journal).read_bytes() == whole


def test_other_rules_compute_anew(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    assert steps(ComparedJournal(journal))
    monkeypatch.setattr(module, "rules_digest", lambda *_: "other rules")
    assert steps(ComparedJournal(again(journal))) == 4


def test_values_of_the_wrong_kind_are_computed_anew(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert steps(ComparedJournal(journal))
    monkeypatch.setattr(module, "stored_facts", lambda *_: None)
    assert steps(ComparedJournal(again(journal))) == 4


def test_facts_that_cannot_be_kept_are_computed_each_time(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "kept_facts", lambda *_: None)
    first = ComparedJournal(journal)
    assert steps(first) == 4
    assert not sidecar(journal).exists()
    assert steps(first) == 0
    assert steps(ComparedJournal(again(journal))) == 4


def test_a_change_is_taken_in_and_is_what_one_would_read_afresh(journal: Journal) -> None:
    compared = ComparedJournal(journal)
    assert len(compared.facts().findings) == 1
    journal.revise(journal.answers[1], answer="My notice is four weeks.")
    assert compared.facts().findings == ()
    journal.revise(journal.answers[1], answer="My notice is six months.")
    sidecar(journal).unlink()
    assert compared.facts() == ComparedJournal(again(journal)).facts()
    assert len(compared.known.findings) == 1


def test_what_changes_nothing_said_costs_nothing(journal: Journal) -> None:
    compared = ComparedJournal(journal)
    assert steps(compared)
    journal.revise(journal.answers[0], note="He smiled.")
    assert steps(compared) == 0


def test_a_new_name_of_who_asked_is_known(journal: Journal) -> None:
    compared = ComparedJournal(journal)
    assert steps(compared)
    journal.revise(journal.people[0], name="Ana Costa")
    assert steps(compared) == 0
    assert [one.asked_by for one in compared.given.values()] == ["Ana Costa", "Ben Okoro"]


def test_a_word_on_two_questions_is_heard(journal: Journal) -> None:
    compared = ComparedJournal(journal)
    assert compared.facts().questions.groups
    journal.add(QuestionLink(question_a=NOTICE, question_b=START, same=False))
    assert compared.facts().questions.groups == ()


def test_the_persons_own_questions_are_heard(journal: Journal) -> None:
    for interview, question in zip(
        journal.interviews, ("Can you sail?", "Do you row?"), strict=True
    ):
        journal.add(Answer(interview_id=interview.id, position=2, question=question, answer="Yes."))
    compared = ComparedJournal(journal)
    assert len(compared.facts().questions.groups) == 1
    assert journal_catalogue(journal) is None
    (journal.path / "questions.toml").write_text(BOATS)
    assert len(compared.facts().questions.groups) == 2


def test_the_sample_is_never_written_to(tmp_path: Path) -> None:
    compared = ComparedJournal(open_journal(sample_path()))
    assert steps(compared)
    assert not (sample_path() / ".known").exists()
    copy = open_journal(copy_sample(tmp_path / "copy"))
    assert steps(ComparedJournal(copy))
    assert steps(ComparedJournal(open_journal(copy.path))) == 0


def test_a_journal_that_is_not_there_stays_so(tmp_path: Path) -> None:
    assert ComparedJournal(open_journal(tmp_path / "none")).facts().findings == ()
    assert not (tmp_path / "none").exists()


def test_without_the_sample_a_journal_is_a_journal(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise JournalFolderError(journal.path, "missing", "Install it.")

    monkeypatch.setattr(module, "sample_path", missing)
    assert steps(ComparedJournal(journal))
    assert sidecar(journal).exists()


class View:
    """A journal's records without its files."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def __getattr__(self, name: str) -> object:
        return getattr(self._journal, name)


def test_any_view_of_the_records_is_compared(journal: Journal) -> None:
    found = ComparedJournal(View(journal)).facts()  # type: ignore[arg-type]
    assert found == ComparedJournal(journal).facts()


MORE = "I led a team of nine people there, and I earned 40,000 pounds a year."


def test_after_a_change_what_did_not_change_is_known_before_all_is_compared(
    journal: Journal,
) -> None:
    whole = ComparedJournal(journal).facts()
    assert whole.findings
    assert whole.ledger
    journal.add(Answer(interview_id=journal.interviews[0].id, question="Your team?", answer=MORE))
    compared = ComparedJournal(again(journal))
    assert not compared.take_kept()
    assert compared.known.findings == whole.findings
    assert compared.known.ledger == whole.ledger
    assert steps(compared) == compared.step_count
    assert compared.take_kept()
    assert compared.known == ComparedJournal(again(journal)).facts()
    assert set(whole.findings) < {*compared.known.findings} or len(compared.known.ledger) > len(
        whole.ledger
    )


@pytest.mark.parametrize("is_open", [True, False])
def test_nothing_is_shown_of_an_answer_that_says_something_else_by_now(
    journal: Journal, *, is_open: bool
) -> None:
    earlier = ComparedJournal(journal)
    whole = earlier.facts()
    changed = next(one for one in journal.answers if one.id == whole.findings[0].answer_a)
    journal.revise(changed, answer="Nothing of that.")
    compared = earlier if is_open else ComparedJournal(again(journal))
    assert not compared.take_kept()
    told = {one.answer_id for one in compared.known.ledger}
    quoted = {one for f in compared.known.findings for one in (f.answer_a, f.answer_b)}
    assert changed.id not in told | quoted
    assert told == {one.answer_id for one in whole.ledger} - {changed.id}


@pytest.mark.parametrize("is_open", [True, False])
def test_another_word_on_two_questions_makes_all_of_it_uncertain(
    journal: Journal, *, is_open: bool
) -> None:
    earlier = ComparedJournal(journal)
    earlier.facts()
    journal.add(QuestionLink(question_a="Why?", question_b="Why us?", same=True))
    compared = earlier if is_open else ComparedJournal(again(journal))
    assert not compared.take_kept()
    assert not compared.known.findings
    assert not compared.known.ledger


@pytest.mark.parametrize(
    ("name", "value"),
    [("told", []), ("findings", [[1]]), ("ledger", 7), ("groups", [[["x"]]]), ("rules", "other")],
)
def test_what_was_kept_and_makes_no_sense_gives_nothing(
    journal: Journal, name: str, value: object
) -> None:
    ComparedJournal(journal).facts()
    stored = json.loads(sidecar(journal).read_bytes())
    stored["kept"][name] = value
    sidecar(journal).write_text(json.dumps(stored), encoding="utf-8")
    journal.add(Answer(interview_id=journal.interviews[0].id, answer=MORE))
    compared = ComparedJournal(again(journal))
    assert not compared.take_kept()
    assert compared.known.findings == ()
    assert compared.facts() == ComparedJournal(again(journal)).facts()


def test_what_was_begun_and_overtaken_changes_nothing(journal: Journal) -> None:
    compared = ComparedJournal(journal)
    begun = compared.work()
    next(begun)
    journal.add(Answer(interview_id=journal.interviews[0].id, question="Your team?", answer=MORE))
    assert not compared.take_kept()
    list(begun)
    assert not compared.take_kept()
    assert compared.facts() == ComparedJournal(again(journal)).facts()


def test_topics_are_known_with_what_was_kept_and_those_of_one_s_own_are_not(
    journal: Journal,
) -> None:
    ComparedJournal(journal).facts()
    compared = ComparedJournal(again(journal))
    assert compared.take_kept()
    first = journal.answers[0]
    assert set(compared.topics.answers) == {one.id for one in journal.answers if not one.topic}
    journal.revise(first, question="Something else?")
    compared = ComparedJournal(again(journal))
    compared.take_kept()
    assert first.id not in compared.topics.answers
    assert compared.topics.answers
    (journal.path / "questions.toml").write_text(BOATS, encoding="utf-8")
    ComparedJournal(again(journal)).facts()
    compared = ComparedJournal(again(journal))
    assert compared.take_kept()
    assert compared.topics == NOTHING_FOUND
    assert b"boats" not in sidecar(journal).read_bytes()
