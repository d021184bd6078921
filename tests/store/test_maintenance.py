"""Tidy, typed rows, rival copies: done on request, and nothing gets lost on the way."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Answer, Application
from interview_journal.errors import JournalError, SaveFailedError
from interview_journal.store import maintenance
from tests.faults.making import all_rows, an_answer, furnish, open_at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


def _notes(journal_folder: Path, record_id: str) -> list[str]:
    journal = open_at(journal_folder)
    record = journal.get(Answer, record_id)
    assert record is not None
    return [revision.note for revision in journal.history(record)]


def test_tidy_moves_old_revisions_and_keeps_the_past_to_be_shown(folder: Path) -> None:
    journal = open_at(folder)
    applied, _, given = furnish(journal)
    changed = journal.revise(journal.revise(given[0], note="One."), note="Two.")
    journal.remove(given[1])
    back = journal.restore(journal.remove(given[2]))
    assert journal.tidy() == ("answers.csv: 4 earlier versions moved to history",)
    rows = {(row[0], row[1], row[3]) for row in all_rows(folder)}
    assert rows == {
        (given[0].id, "3", "no"),
        (given[1].id, "2", "yes"),
        # An old removal mark stays: a copy merged later must not bring the record back.
        (given[2].id, "2", "yes"),
        (given[2].id, "3", "no"),
    }
    for looking in (journal, open_at(folder)):
        assert looking.answers == (changed, back)
        assert looking.removed(Answer)[0].id == given[1].id
        assert [r.revision for r in looking.history(back)] == [1, 2, 3]
        assert not looking.problems
    assert _notes(folder, changed.id) == ["", "One.", "Two."]
    assert journal.tidy() == ()
    first = journal.history(changed)[0]
    assert journal.restore(first).note == ""
    assert journal.applications == (applied,)
    assert (folder / "history").stat().st_mode & 0o777 == 0o700
    assert (folder / "history" / "answers.csv").stat().st_mode & 0o777 == 0o600


def test_a_tidy_that_died_between_history_and_table_leaves_each_row_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    journal.revise(given[0], note="One.")

    def die(*_: object, **__: object) -> None:
        raise SaveFailedError(folder / "answers.csv", "the power went", "Try again.")

    with monkeypatch.context() as patch:
        patch.setattr(maintenance, "rewrite_table", die)
        with pytest.raises(SaveFailedError):
            journal.tidy()
    assert _notes(folder, given[0].id) == ["", "One."]
    open_at(folder).tidy()
    assert _notes(folder, given[0].id) == ["", "One."]
    assert len(all_rows(folder / "history")) == 1
    assert len(all_rows(folder)) == 3


def test_tidy_leaves_what_is_shown_in_the_place_of_an_unreadable_row(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    journal.revise(given[0], position=7)
    table = folder / "answers.csv"
    table.write_bytes(table.read_bytes().replace(b'"7"', b'"seven"'))
    edited = open_at(folder)
    shown = edited.get(Answer, given[0].id)
    assert shown == given[0]
    assert edited.tidy() == ()
    assert open_at(folder).get(Answer, given[0].id) == given[0]


def test_tidy_waits_with_what_was_stamped_and_still_cannot_be_read(folder: Path) -> None:
    from interview_journal.store.rewriting import stamped
    from interview_journal.store.row_form import row_bytes

    journal = open_at(folder)
    _, _, given = furnish(journal)
    journal.revise(given[0], position=7)
    last = list(all_rows(folder)[-1])
    broken = [cell if cell != "7" else "seven" for cell in last]
    table = folder / "answers.csv"
    table.write_bytes(table.read_bytes().replace(row_bytes([last]), row_bytes([stamped(broken)])))
    edited = open_at(folder)
    assert edited.tidy() == ()
    assert open_at(folder).get(Answer, given[0].id) == given[0]


def test_a_history_that_a_spreadsheet_saved_is_made_ours_before_rows_go_there(
    folder: Path,
) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    one = journal.revise(given[0], note="Café.")
    journal.revise(one, note="Two.")
    journal.tidy()
    past = folder / "history" / "answers.csv"
    past.write_bytes(past.read_bytes().decode("utf-8-sig").encode("cp1252"))
    two = journal.get(Answer, given[0].id)
    assert two is not None
    journal.revise(two, note="Đorđe.")
    journal.tidy()
    assert _notes(folder, given[0].id) == ["", "Café.", "Two.", "Đorđe."]
    past.read_bytes().decode("utf-8-sig")
    assert list((folder / "backups" / "rewrites").glob("history-answers-*.csv"))


def test_a_table_that_cannot_be_read_does_not_keep_others_from_being_tidied(folder: Path) -> None:
    journal = open_at(folder)
    applied, _, _ = furnish(journal)
    journal.revise(applied, notes="Again.")
    (folder / "answers.csv").write_bytes(b"PK\x03\x04 a workbook")
    assert open_at(folder).tidy() == ("applications.csv: 1 earlier versions moved to history",)
    assert (folder / "answers.csv").read_bytes() == b"PK\x03\x04 a workbook"


def _type_rows(folder: Path, *rows: dict[str, str]) -> None:
    header = (folder / "answers.csv").read_bytes().split(b"\r\n")[0].decode("utf-8-sig")
    names = [name.strip('"') for name in header.split(",")]
    with (folder / "answers.csv").open("ab") as file:
        for row in rows:
            cells = ",".join(f'"{row.get(name, "")}"' for name in names)
            file.write(f"{cells}\r\n".encode())


def test_rows_typed_by_hand_are_taken_in_for_good(folder: Path) -> None:
    journal = open_at(folder)
    _, first, given = furnish(journal)
    typed = {"interview_id": first.id, "question": "Typed?", "answer": "By hand."}
    _type_rows(folder, typed, typed, {"id": "a_mine", **typed}, {"id": given[0].id, **typed})
    journal.refresh()
    shown = journal.answers
    assert len(shown) == 6
    assert journal.tidy() == ("answers.csv: 3 rows typed by hand taken in",)
    fresh = open_at(folder)
    assert [a.id for a in fresh.answers] == [a.id for a in shown]
    assert journal.answers == fresh.answers
    assert all(a.saved_at is not None for a in fresh.answers)
    # The one with the id of another row is left as it is, and asked about.
    assert [p.kind for p in fresh.problems] == ["typed by hand"]
    assert len(all_rows(folder)) == 7


def test_a_typed_row_is_taken_in_when_it_is_revised(folder: Path) -> None:
    journal = open_at(folder)
    _, first, _ = furnish(journal)
    _type_rows(folder, {"interview_id": first.id, "question": "Typed?"})
    journal.refresh()
    typed = journal.answers[-1]
    revised = journal.revise(typed, note="Now I remember.")
    assert revised.revision == 2
    assert open_at(folder).answers[-1] == revised
    assert [r.note for r in open_at(folder).history(revised)] == ["", "Now I remember."]
    assert not open_at(folder).problems


def test_rival_copies_are_united_by_their_rows(folder: Path) -> None:
    journal = open_at(folder)
    _, first, given = furnish(journal)
    laptop = folder.parent / "laptop"
    shutil.copytree(folder, laptop)
    other = open_at(laptop)
    there = other.add(an_answer(50, interview_id=first.id))
    other.revise(given[0], note="On the laptop.")
    here = journal.revise(given[0], note="At home.")
    copy = folder / "answers (Ann's conflicted copy 2026-03-04).csv"
    copy.write_bytes((laptop / "answers.csv").read_bytes().replace(b"number 2", b"number two"))
    journal.refresh()
    assert "rival copy" in {p.kind for p in journal.problems}
    told = journal.merge_copies()
    assert told == (
        f"{copy.name}: 2 rows added to answers.csv",
        (
            f"{copy.name}: 1 rows changed outside this program were not added; "
            "look at them in backups/copies"
        ),
    )
    for looking in (journal, open_at(folder)):
        assert looking.get(Answer, there.id) == there
        assert looking.get(Answer, given[2].id) == given[2]
        (conflict,) = looking.conflicts
        assert conflict.record_id == here.id
        assert {r.note for r in conflict.records if isinstance(r, Answer)} == {
            "At home.",
            "On the laptop.",
        }
    (kept,) = (folder / "backups" / "copies").iterdir()
    assert b"number two" in kept.read_bytes()
    assert journal.merge_copies() == ()


def test_a_copy_that_adds_nothing_is_only_put_away(folder: Path) -> None:
    journal = open_at(folder)
    furnish(journal)
    copy = folder / "answers 2.csv"
    copy.write_bytes((folder / "answers.csv").read_bytes())
    before = (folder / "answers.csv").read_bytes()
    assert journal.merge_copies() == ("answers 2.csv: 0 rows added to answers.csv",)
    assert (folder / "answers.csv").read_bytes() == before
    assert not copy.exists()


def test_a_copy_that_cannot_be_read_stays_where_it_is(folder: Path) -> None:
    journal = open_at(folder)
    furnish(journal)
    copy = folder / "answers 2.csv"
    copy.write_bytes(b"PK\x03\x04")
    (told,) = journal.merge_copies()
    assert told == "answers 2.csv: left as it is, for it or answers.csv cannot be read"
    assert copy.exists()
    copy.write_bytes((folder / "answers.csv").read_bytes())
    (folder / "answers.csv").write_bytes(b"PK\x03\x04")
    journal.refresh()
    (told,) = journal.merge_copies()
    assert "left as it is" in told
    assert copy.exists()


def test_a_copy_that_cannot_be_put_away_is_told_by_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    furnish(journal)
    copy = folder / "answers 2.csv"
    copy.write_bytes((folder / "answers.csv").read_bytes())

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "")

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.rename", refuse)
        with pytest.raises(SaveFailedError, match=r"answers 2\.csv"):
            journal.merge_copies()
    assert journal.merge_copies() == ("answers 2.csv: 0 rows added to answers.csv",)


def test_a_backup_of_a_newer_version_brings_nothing_back(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    table = (folder / "answers.csv").read_bytes()
    shutil.rmtree(folder / "backups")
    newer = folder / "backups" / "2026-01-01"
    newer.mkdir(parents=True)
    (newer / "answers.csv").write_bytes(table.replace(b'"e1_', b'"e9_'))
    rows = table.split(b"\r\n")
    (folder / "answers.csv").write_bytes(
        b"\r\n".join(row for row in rows if given[1].id.encode() not in row)
    )
    assert open_at(folder).bring_back() == ("answers.csv: 1 rows are in no backup",)


def test_an_older_revision_comes_back_where_the_newest_is_in_no_backup(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    journal.revise(given[0], note="Lost.")
    copy = folder / "backups" / "saves" / "2026-03-04" / "answers.csv"
    copy.write_bytes(copy.read_bytes()[: copy.read_bytes().rindex(b'"' + given[0].id.encode())])
    header = (folder / "answers.csv").read_bytes().split(b"\r\n")[0]
    (folder / "answers.csv").write_bytes(header + b"\r\n")
    fresh = open_at(folder)
    assert fresh.bring_back() == (
        "answers.csv: 3 rows brought back from the backups",
        "answers.csv: 1 rows are in no backup",
    )
    assert fresh.get(Answer, given[0].id) == given[0]
    # It was nowhere to be found, and the person is still asked.
    assert [p.kind for p in open_at(folder).problems] == ["vanished"]


def test_removal_of_a_parent_hides_its_children_and_restoring_shows_them(folder: Path) -> None:
    journal = open_at(folder)
    applied, first, given = furnish(journal)
    journal.remove(applied)
    for looking in (journal, open_at(folder)):
        assert (looking.applications, looking.interviews, looking.answers) == ((), (), ())
        assert not looking.problems
    journal.tidy()
    back = journal.restore(applied)
    for looking in (journal, open_at(folder)):
        assert looking.applications == (back,)
        assert looking.interviews == (first,)
        assert looking.answers == tuple(given)
    with pytest.raises(JournalError):
        journal.restore(Application(company="Never saved"))


def test_what_is_older_than_what_is_shown_is_not_brought_back(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    two = journal.revise(given[0], note="Two.")
    journal.revise(two, note="Three.")
    table = folder / "answers.csv"
    rows = table.read_bytes().split(b"\r\n")
    table.write_bytes(b"\r\n".join(row for row in rows if b"Three." not in row))
    copy = folder / "backups" / "saves" / "2026-03-04" / "answers.csv"
    kept = copy.read_bytes().split(b"\r\n")
    copy.write_bytes(b"\r\n".join(r for r in kept if b"Three." not in r and b"Two." not in r))
    fresh = open_at(folder)
    before = table.read_bytes()
    assert fresh.bring_back() == ("answers.csv: 1 rows are in no backup",)
    assert fresh.get(Answer, two.id) == two
    assert table.read_bytes() == before


def test_other_hazards_of_the_folder_are_no_copies(folder: Path) -> None:
    journal = open_at(folder)
    furnish(journal)
    (folder.parent / ".git").mkdir()
    (folder / ".gitignore").write_bytes(b"")
    assert "version control" in {p.kind for p in journal.problems}
    assert journal.merge_copies() == ()
