"""What is shown, hidden and told across the tables of a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.core import records as rec
from tests.store.examples import HEADER, answers, example, file_of, open_at, row_of
from tests.store.test_spreadsheet_copies import copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal


def family(folder: Path) -> tuple[Journal, rec.Application, rec.Interview, rec.Answer]:
    journal = open_at(folder)
    application = journal.add(example(rec.Application))
    interview = journal.add(example(rec.Interview, application_id=application.id))
    answer = journal.add(example(rec.Answer, interview_id=interview.id))
    journal.add(example(rec.Rating, answer_id=answer.id))
    return journal, application, interview, answer


def test_removing_a_parent_hides_all_below_and_restoring_shows_it_again(tmp_path: Path) -> None:
    journal, application, interview, answer = family(tmp_path)
    removed = journal.remove(application)

    for shown in (journal, open_at(tmp_path)):
        assert (shown.applications, shown.interviews, shown.answers, shown.ratings) == ((),) * 4
        assert shown.removed(rec.Application) == (removed,)
        assert shown.removed(rec.Answer) == ()
        assert shown.get(rec.Answer, answer.id) == answer
        assert not shown.problems
    journal.restore(removed)
    assert journal.answers == (answer,)
    assert journal.interviews == (interview,)
    assert len(journal.ratings) == 1


def test_a_referee_belongs_to_no_application_and_is_shown(tmp_path: Path) -> None:
    journal, application, *_ = family(tmp_path)
    referee = journal.add(example(rec.Person, kind="referee"))
    journal.remove(application)

    assert journal.people == (referee,)
    assert not journal.problems


def test_an_orphan_is_shown_and_told_with_its_line_and_column(tmp_path: Path) -> None:
    journal = open_at(tmp_path)
    journal.add_all([example(rec.Answer, interview_id=""), example(rec.Answer, interview_id="i_x")])

    assert len(journal.answers) == 2
    assert [(p.kind, p.line, p.column, p.found) for p in journal.problems] == [
        ("orphan", 2, "interview_id", "an empty cell"),
        ("orphan", 3, "interview_id", "i_x"),
    ]
    journal.remove(journal.answers[0])
    assert [p.found for p in journal.problems] == ["i_x"]


def test_an_encounter_may_lack_two_parents(tmp_path: Path) -> None:
    journal = open_at(tmp_path)
    journal.add(example(rec.Encounter))
    assert [p.column for p in journal.problems] == ["interview_id", "person_id"]


def test_a_row_typed_under_a_parent_is_shown_below_it(tmp_path: Path) -> None:
    journal, _, interview, _ = family(tmp_path)
    path = tmp_path / "answers.csv"
    typed = [*[""] * 4, interview.id, "2", "Typed?", *[""] * 8]
    path.write_bytes(path.read_bytes() + copy_of([typed]))

    assert journal.refresh()
    assert [a.question for a in journal.answers] == ["", "Typed?"]
    assert [p.kind for p in journal.problems] == ["typed by hand"]


def test_problems_of_every_kind_name_their_file(tmp_path: Path) -> None:
    rows = [row_of(one) for one in answers(3)]
    rows[1][7] = "Edited."
    own = [[*HEADER, "mood \udce9"], *([*row, "x"] for row in rows)]
    own.append([*rows[2], "y"])
    own.append([""] * len(own[0]))
    table = copy_of([[cell.encode("utf-8", "replace").decode() for cell in row] for row in own])
    (tmp_path / "answers.csv").write_bytes(table + b'a_cut,"open')
    (tmp_path / "settings.csv").write_bytes(b"PK\x03\x04")
    journal = open_at(tmp_path)

    kinds = [p.kind for p in journal.problems if p.kind != "orphan"]
    assert kinds == [
        "other layout", "edited outside", "row twice", "empty row", "torn row set aside",
        "unreadable file",
    ]  # fmt: skip
    assert all(p.file in ("answers.csv", "settings.csv") for p in journal.problems)
    for problem in journal.problems:
        assert problem.sentence.endswith(".")
        assert "Words" not in problem.sentence


def test_many_own_columns_are_told_in_short(tmp_path: Path) -> None:
    rows = [[*HEADER, *(f"own {n}" for n in range(9))], [*row_of(answers(1)[0]), *["x"] * 9]]
    (tmp_path / "answers.csv").write_bytes(copy_of(rows))
    (problem,) = (p for p in open_at(tmp_path).problems if p.kind == "other layout")

    assert problem.found == "columns of your own: own 0, own 1, own 2, own 3, own 4 ..."


def test_a_refresh_tells_whether_anything_changed(tmp_path: Path) -> None:
    journal, *_ = family(tmp_path)
    other = open_at(tmp_path)
    assert not journal.refresh()
    other.add(example(rec.Setting))
    assert journal.refresh()
    assert len(journal.settings) == 1

    (tmp_path / "answers.csv").write_bytes(file_of(answers(2)))
    assert journal.refresh()
    assert [a.id for a in journal.answers] == ["a_aa", "a_ab"]
