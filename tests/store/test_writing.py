"""What every write does around its rows: folders, files, links, layouts, and what it tells."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Answer
from interview_journal.core.tables import TABLES
from interview_journal.errors import (
    JournalFolderError,
    NewerJournalError,
    SaveFailedError,
    TableRefusedError,
)
from interview_journal.store.rewriting import rewrite_table
from interview_journal.store.table_file import TableFile
from tests.faults.making import EVENING, Clock, all_rows, an_answer, furnish, open_at
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


def test_reading_never_writes(folder: Path) -> None:
    journal = open_at(folder)
    assert journal.is_empty
    assert not journal.answers
    assert not journal.problems
    assert not folder.exists()


def test_everything_in_the_folder_is_for_its_owner_only(folder: Path) -> None:
    mask = os.umask(0)
    try:
        clock = Clock()
        journal = open_at(folder, clock)
        _, _, given = furnish(journal)
        journal.drafts.keep("record", {"answer": "half"})
        journal.revise(given[0], note="Again.")
        with (folder / "answers.csv").open("ab") as file:
            file.write(b'"torn')
        clock.forward(days=1)
        journal.add(an_answer(9))
        journal.tidy()
    finally:
        os.umask(mask)
    assert {"recovered", "history", "backups", "drafts", ".known"} <= {
        path.name for path in folder.iterdir()
    }
    for path in (folder, *folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_the_mode_a_person_chose_stays(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    table = folder / "answers.csv"
    table.chmod(0o640)
    journal.revise(given[0], note="Again.")
    journal.tidy()
    assert stat.S_IMODE(table.stat().st_mode) == 0o640


def test_a_hard_link_sees_every_save(folder: Path, tmp_path: Path) -> None:
    journal = open_at(folder)
    furnish(journal)
    os.link(folder / "answers.csv", tmp_path / "same.csv")
    saved = journal.add(an_answer(9))
    assert saved.id.encode() in (tmp_path / "same.csv").read_bytes()
    assert (folder / "answers.csv").stat().st_nlink == 2


def test_a_linked_table_and_a_linked_folder_are_followed_and_kept(tmp_path: Path) -> None:
    real = tmp_path / "cloud"
    real.mkdir(mode=0o700)
    folder = tmp_path / "journal"
    folder.symlink_to(real, target_is_directory=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    # A link to a table that is not there yet.
    (real / "answers.csv").symlink_to(elsewhere / "mine.csv")
    journal = open_at(folder)
    saved = journal.add(an_answer(1))
    changed = journal.revise(saved, note="Again.")
    journal.tidy()
    journal.erase_text("Again.")
    assert folder.is_symlink()
    assert (real / "answers.csv").is_symlink()
    assert (elsewhere / "mine.csv").is_file()
    assert not (elsewhere / "mine.csv").is_symlink()
    shown = open_at(folder).get(Answer, changed.id)
    assert shown is not None
    assert shown.note == "[erased]"
    assert [path.name for path in elsewhere.iterdir()] == ["mine.csv"]


def test_a_link_to_nowhere_is_told_and_nothing_is_made(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (folder / "answers.csv").symlink_to(tmp_path / "unplugged" / "mine.csv")
    with pytest.raises(SaveFailedError, match="Put it back"):
        open_at(folder).add(an_answer(1))
    assert not (tmp_path / "unplugged").exists()


def test_a_folder_that_went_away_is_told_and_not_made_again(folder: Path, tmp_path: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    folder.rename(tmp_path / "moved")
    with pytest.raises(JournalFolderError, match="it is gone"):
        journal.add(an_answer(9))
    assert not folder.exists()
    (tmp_path / "moved").rename(folder)
    saved = journal.add(an_answer(9))
    assert open_at(folder).answers == (*given, saved)


def test_an_empty_folder_that_went_away_is_made_again(folder: Path) -> None:
    journal = open_at(folder)
    journal.set_setting("tone", "warm")
    shutil.rmtree(folder)
    journal.refresh()
    journal.set_setting("tone", "brief")
    assert open_at(folder).setting("tone") == "brief"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(JournalFolderError):
        open_at(tmp_path / "file" / "journal").add(an_answer(1))


_AS_NOBODY = """
import os, sys
from pathlib import Path
from interview_journal.errors import JournalError
from tests.faults.making import an_answer, open_at
# Another user may not be able to read the libraries: everything is loaded before.
warm = open_at(Path(sys.argv[1] + "-warm"))
warm.add(an_answer(1)), warm.answers, warm.drafts.keep("record", {}), warm.problems
os.setgid(65534), os.setuid(65534)
journal = open_at(Path(sys.argv[1]))
print(len(journal.answers))
try:
    journal.add(an_answer(9))
except JournalError as error:
    print(error)
try:
    journal.drafts.keep("record", {"answer": "half"})
except JournalError as error:
    print(error)
print([p.kind for p in open_at(Path(sys.argv[1])).problems if not p.notice])
"""


def _told_to_nobody(folder: Path) -> list[str]:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("needs the right to become another user (root on Linux)")
    run = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(folder)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    if "PermissionError" in run.stderr and "site-packages" in run.stderr:
        pytest.skip("this Python cannot be read by another user")
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_a_folder_one_may_only_read_is_shown_and_a_save_is_refused_by_name(
    folder: Path, tmp_path: Path
) -> None:
    furnish(open_at(folder))
    (folder / ".lock").unlink()
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)
    count, refused, draft, problems = _told_to_nobody(folder)
    assert count == "3"
    assert refused.startswith("Not saved: .lock could not be written (Permission denied)")
    assert "permissions" in draft
    assert problems == "[]"


def test_a_table_one_may_not_read_is_a_problem_and_hides_no_other(
    folder: Path, tmp_path: Path
) -> None:
    furnish(open_at(folder))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    for path in (tmp_path, *tmp_path.parents[:2]):
        path.chmod(0o755)
    (folder / "answers.csv").chmod(0o600)
    count, refused, *_ = _told_to_nobody(folder)
    assert count == "0"
    assert refused.startswith("Not saved: nothing is written to answers.csv as it stands.")
    assert "Permission denied" in refused


def test_a_foreign_layout_is_made_ours_once_and_told(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    table = folder / "answers.csv"
    table.write_bytes(table.read_bytes().decode("utf-8-sig").encode("utf-16"))
    fresh = open_at(folder)
    assert fresh.answers == tuple(given)
    saved = fresh.add(an_answer(9))
    assert "history changed" in {p.kind for p in fresh.problems}
    (backup,) = (folder / "backups" / "rewrites").iterdir()
    assert backup.read_bytes()[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert open_at(folder).answers == (*given, saved)
    table.read_bytes().decode("utf-8-sig")
    before = len(fresh.problems)
    fresh.add(an_answer(10))
    assert len([p for p in fresh.problems if p.kind == "history changed"]) == 1
    assert len(fresh.problems) <= before + 1


def test_stretches_and_columns_of_ones_own_survive_a_rewrite(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    table = folder / "answers.csv"
    head, *rows = table.read_bytes().decode("utf-8-sig").split('"\r\n')
    rows = [f'{row}","mine {n}"\r\n' for n, row in enumerate(rows[:-1])]
    damaged = '"a broken" row, "with a stray quote"\r\n'
    table.write_bytes((head + '","my column"\r\n' + rows[0] + damaged + "".join(rows[1:])).encode())
    edited = open_at(folder)
    edited.revise(given[0], note="Again.")
    edited.tidy()
    data = table.read_bytes().decode("utf-8-sig")
    assert damaged in data
    assert '"my column"' in data.split("\r\n")[0]
    for number in (1, 2):
        assert f'"mine {number}"' in data
    shown = open_at(folder)
    assert {a.id for a in shown.answers} == {a.id for a in given}
    assert {p.kind for p in shown.problems if not p.notice} == {"unreadable row"}


def test_a_table_that_cannot_be_ours_refuses_every_write(folder: Path) -> None:
    journal = open_at(folder)
    furnish(journal)
    table = folder / "answers.csv"
    table.write_bytes(b"Name,Phone\r\nAna,1\r\n")
    fresh = open_at(folder)
    with pytest.raises(TableRefusedError, match="nothing is written to answers"):
        fresh.add(an_answer(9))
    file = TableFile(folder, TABLES["answers"])
    file.look()
    with pytest.raises(TableRefusedError):
        rewrite_table(file, folder, EVENING, lambda cells: cells)
    assert table.read_bytes() == b"Name,Phone\r\nAna,1\r\n"
    # The other tables go on.
    fresh.set_setting("tone", "warm")


def test_a_rewrite_sets_a_torn_row_aside_first(folder: Path) -> None:
    furnish(open_at(folder))
    with (folder / "answers.csv").open("ab") as stream:
        stream.write(b'"a_torn')
    file = TableFile(folder, TABLES["answers"])
    file.look()
    rewrite_table(file, folder, EVENING, lambda cells: cells)
    (kept,) = (folder / "recovered").iterdir()
    assert kept.read_bytes() == b'"a_torn'
    assert len(all_rows(folder)) == 3


def test_a_table_of_many_rows_is_rewritten_whole(folder: Path) -> None:
    journal = open_at(folder)
    given = journal.add_all([an_answer(number) for number in range(1200)])
    journal.revise(given[5], note="Again.")
    journal.tidy()
    assert len(all_rows(folder)) == 1200
    assert {a.id for a in open_at(folder).answers} == {a.id for a in given}


def test_a_description_that_cannot_be_written_keeps_no_answer_from_being_saved(
    folder: Path,
) -> None:
    folder.mkdir()
    (folder / "datapackage.json").mkdir()
    journal = open_at(folder)
    saved = journal.add(an_answer(1))
    assert saved in open_at(folder).answers
    assert "backup not made" in {p.kind for p in journal.problems}


def test_an_interrupted_look_is_made_good(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, other = open_at(folder), open_at(folder)
    _, _, given = furnish(journal)
    other.refresh()
    assert len(other.answers) == 3
    saved = journal.revise(given[0], note="Again.")
    sets = other._tables._sets["answers"]
    apply = sets.apply

    def interrupt(_: object) -> None:
        monkeypatch.setattr(sets, "apply", apply)
        raise KeyboardInterrupt

    monkeypatch.setattr(sets, "apply", interrupt)
    with pytest.raises(KeyboardInterrupt):
        other.refresh()
    assert other.get(Answer, saved.id) == saved


def test_a_newer_version_writing_meanwhile_stops_the_save_and_touches_nothing(
    folder: Path,
) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    table = folder / "answers.csv"
    newer = table.read_bytes().replace(b'"e1_', b'"e2_')
    table.write_bytes(newer)
    with pytest.raises(NewerJournalError):
        journal.add(an_answer(9))
    with pytest.raises(NewerJournalError):
        journal.refresh()
    assert table.read_bytes() == newer
    table.write_bytes(newer.replace(b'"e2_', b'"e1_'))
    saved = journal.add(an_answer(9))
    assert journal.answers == (*given, saved)


def test_a_row_without_a_line_end_is_ended_before_the_next(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    table = folder / "answers.csv"
    whole = table.read_bytes()
    for ends in (whole[:-2], whole[:-1], whole.replace(b"\r\n", b"\r")):
        table.write_bytes(ends)
        fresh = open_at(folder)
        assert [a.id for a in fresh.answers] == [a.id for a in given]
        saved = fresh.add(an_answer(9))
        assert saved in open_at(folder).answers
        assert not list(folder.glob("recovered/*"))


def test_a_file_that_appears_while_the_first_row_is_written_is_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = open_at(tmp_path / "other")
    theirs = other.add(an_answer(1))
    journal = open_at(folder)
    real = os.open
    done: list[object] = []

    def open_late(path: object, flags: int, *rest: int) -> int:
        if not done and str(path).endswith("answers.csv") and flags & os.O_EXCL:
            done.append(path)
            shutil.copy(tmp_path / "other" / "answers.csv", folder / "answers.csv")
        return real(path, flags, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", open_late)
    saved = journal.add(an_answer(2))
    assert open_at(folder).answers == (theirs, saved)


def test_the_journal_shows_no_word_of_itself(folder: Path) -> None:
    journal = open_at(folder)
    furnish(journal)
    assert repr(journal) == "<Journal>"
    assert journal.now() == EVENING
    assert journal.new_id(Answer).startswith("a_")
    assert journal.records("answers") == journal.answers


def test_the_disk_is_waited_for_before_anything_is_called_saved(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, synced = os.fsync, list[int]()

    def sync(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    journal = open_at(folder)
    saved = journal.add(an_answer(1))
    inodes = {path.name: path.stat().st_ino for path in (folder.parent, folder, *folder.iterdir())}
    # The row, the name of its file, and the name of the new folder.
    assert {inodes["answers.csv"], inodes["journal"], inodes[folder.parent.name]} <= set(synced)
    synced.clear()
    saved = journal.revise(saved, note="Again.")
    assert synced == [inodes["answers.csv"]]
    synced.clear()
    journal.tidy()
    rewritten = (folder / "answers.csv").stat().st_ino
    assert {rewritten, inodes["journal"], (folder / "history" / "answers.csv").stat().st_ino} <= {
        *synced
    }
    assert synced.index((folder / "history" / "answers.csv").stat().st_ino) < synced.index(
        rewritten
    )
