"""history shows and restores; erase asks first and says where the words were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer
from tests.api.journals import Evening, write_evening
from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def evening(journal_home: Path) -> Evening:
    return write_evening(journal_home)


def test_history_shows_every_revision_with_its_date(evening: Evening) -> None:
    shown = run("history", evening.answer.id)
    assert shown.exit_code == 0
    assert shown.output.startswith(f"answer {evening.answer.id}\n")
    assert "Revision 1, saved 2026-03-04 18:3" in shown.output
    assert "  What did you say?\n    First words.\n" in shown.output
    assert "    Better words.\n    On two lines.\n" in shown.output
    assert shown.output.count("What did they ask?") == 1


def test_history_finds_an_answer_by_its_question(evening: Evening) -> None:
    by_words = run("history", "--question", "LIKE us")
    assert by_words.output == run("history", evening.answer.id).output


def test_history_lists_what_fits_when_it_is_not_one(evening: Evening) -> None:
    journal = evening.journal
    question = "Why " + "very " * 40 + "long?"
    other = journal.add(Answer(interview_id=evening.interview.id, question=question))
    journal.remove(other)
    shown = run("history", "--question", "why")
    assert shown.exit_code == 1
    assert f"- {evening.answer.id}  Why do you like us?\n" in shown.output
    assert f"- {other.id}  Why very" in shown.output
    assert "... (taken away)" in shown.output
    shown = run("history", "--question", "salary")
    assert (shown.exit_code, shown.output) == (1, "No question holds all these words.\n")


def test_history_shows_emptied_fields_and_removals(evening: Evening) -> None:
    answer = evening.journal.revise(evening.answer, answer="")
    removed = evening.journal.remove(answer)
    evening.journal.restore(removed)
    shown = run("history", answer.id)
    assert "(empty)" in shown.output
    assert "Taken away." in shown.output
    assert "Brought back." in shown.output


def test_history_brings_a_revision_back(evening: Evening) -> None:
    shown = run("history", evening.answer.id, "--restore", "1")
    assert shown.output == "Revision 1 is the newest again, as revision 3.\n"
    assert open_journal().answers[0].answer == "First words."
    shown = run("history", evening.answer.id, "--restore", "9")
    assert shown.exit_code == 2
    assert "There is no revision 9" in shown.output


@pytest.mark.parametrize("name", ["history", "erase"])
def test_an_unknown_id_is_told(name: str, evening: Evening) -> None:
    assert evening.journal.answers
    shown = run(name, "a_unknown")
    assert shown.exit_code == 2
    assert "No record of this journal has that ID" in shown.output


@pytest.mark.parametrize("words", [["history"], ["erase"]])
def test_one_of_two_ways_to_name_a_record_is_needed(words: list[str], evening: Evening) -> None:
    option = "--question" if words == ["history"] else "--text"
    assert run(*words).exit_code == 2
    assert run(*words, evening.answer.id, option, "x").exit_code == 2


def test_erase_asks_and_takes_no_for_an_answer(evening: Evening) -> None:
    for typed in ("n\n", "\n", ""):
        shown = run("erase", evening.interview.id, typed=typed)
        assert shown.exit_code == 1
        assert "all that hangs below it, for ever?" in shown.output
    assert open_journal().interviews == (evening.interview,)
    assert "Nothing was erased." in run("erase", evening.interview.id, typed="n\n").output


def test_erase_removes_a_record_and_what_hangs_below_it(evening: Evening) -> None:
    shown = run("erase", evening.interview.id, typed="y\n")
    assert shown.exit_code == 0
    assert "- interviews.csv (1 place)" in shown.output
    assert "- answers.csv (2 places)" in shown.output
    assert "Exports, zip backups" in shown.output
    assert b"words" not in (evening.journal.path / "answers.csv").read_bytes()
    assert run("check").exit_code == 0


def test_erase_takes_words_out_wherever_they_stand(evening: Evening) -> None:
    evening.journal.tidy()
    shown = run("erase", "--text", "First words", "--yes")
    assert shown.exit_code == 0
    assert "history/answers.csv" in shown.output
    stored = [p.read_bytes() for p in evening.journal.path.rglob("*") if p.is_file()]
    assert not any(b"First words" in data for data in stored)


def test_erase_asks_for_words_that_no_history_shall_keep(evening: Evening) -> None:
    shown = run("erase", "--text", "-", "--yes", typed="Better words\n")
    assert shown.exit_code == 0
    assert open_journal(evening.journal.path).answers[0].answer.startswith("[erased]")


def test_erasing_what_is_nowhere_is_told(evening: Evening) -> None:
    shown = run("erase", "--text", "never written", "--yes", "--journal", evening.journal.path)
    assert shown.exit_code == 1
    assert "Nothing to erase" in shown.output
    assert run("erase", "--text", " ", "--yes").exit_code == 2
