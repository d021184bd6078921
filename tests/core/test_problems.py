"""A problem says where, what and what to do, in one line."""

from __future__ import annotations

from interview_journal.core.problems import Conflict, Problem
from tests.store.examples import answers


def test_a_problem_names_file_line_column_and_remedy() -> None:
    problem = Problem(
        kind="unreadable cell",
        file="answers.csv",
        line=14,
        column="position",
        record_id="a_x",
        found='"six"',
        expected="a whole number from 1",
        remedy="Correct the cell or leave it empty.",
    )
    assert problem.sentence == (
        'answers.csv line 14, column "position" (a_x): expected a whole number from 1, found '
        '"six". Correct the cell or leave it empty.'
    )


def test_a_problem_of_a_whole_file_needs_no_place() -> None:
    assert Problem(kind="orphan", file="answers.csv").sentence == "answers.csv: orphan."
    told = Problem(kind="empty row", file="answers.csv", found="1 empty row", remedy="Passed over.")
    assert told.sentence == "answers.csv: 1 empty row. Passed over."


def test_a_conflict_says_how_many_versions_wait() -> None:
    rivals = tuple(answers(2))
    conflict = Conflict(table="answers", record_id="a_aa", revision=3, records=rivals)

    assert "a_aa was changed in 2 places at once (revision 3)" in conflict.sentence
