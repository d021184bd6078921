"""Everything beside the tables can be deleted at any moment: the answers stay the same."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Answer, Setting
from tests.faults.making import Clock, all_rows, an_answer, furnish, open_at

if TYPE_CHECKING:
    from pathlib import Path

SIDECARS = [".known", "datapackage.json", ".lock", "drafts", ".gitignore", "backups", "recovered"]


def _delete(folder: Path, name: str) -> None:
    path = folder / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@pytest.mark.parametrize("name", SIDECARS)
def test_a_sidecar_deleted_between_any_two_saves_changes_no_answer(
    tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "journal"
    clock = Clock()
    journal, other = open_at(folder, clock), open_at(folder, clock)
    _, first, given = furnish(journal)
    journal.drafts.keep("record", {"answer": "half a thought"})
    expected = {answer.id: answer for answer in given}
    for number in range(6):
        _delete(folder, name)
        writer = (journal, other)[number % 2]
        saved = writer.add(an_answer(10 + number, interview_id=first.id))
        expected[saved.id] = saved
        _delete(folder, name)
        changed = writer.revise(expected[given[0].id], note=f"Note {number}.")
        expected[changed.id] = changed
        clock.forward(hours=9)
        _delete(folder, name)
        for looking in (journal, other, open_at(folder)):
            looking.refresh()
            assert {answer.id: answer for answer in looking.answers} == expected
            assert not looking.conflicts
            assert not looking.problems
    assert len(all_rows(folder)) == len(set(all_rows(folder))) == 15
    # Saves make again what a save needs, and what describes and hides the folder.
    _delete(folder, ".lock")
    journal.add(an_answer(30, interview_id=first.id))
    assert (folder / "datapackage.json").exists()
    assert (folder / ".lock").exists()
    open_at(folder).set_setting("tone", "warm")
    assert (folder / ".gitignore").exists()


def test_every_sidecar_deleted_at_once_leaves_the_tables(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    furnish(journal)
    for name in SIDECARS:
        _delete(folder, name)
    fresh = open_at(folder)
    assert fresh.answers == journal.answers
    assert not fresh.problems
    saved = fresh.add(Setting(name="tone", value="warm"))
    assert open_at(folder).settings == (saved,)


def test_a_described_table_is_described_after_a_crash_before_the_description(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "journal"
    furnish(open_at(folder))
    whole = (folder / "datapackage.json").read_bytes()
    (folder / "datapackage.json").write_bytes(b"{}\n")
    open_at(folder).revise(open_at(folder).answers[0], note="Later.")
    assert (folder / "datapackage.json").read_bytes() == whole


@pytest.mark.parametrize(
    "damage", [b"", b"\0\0\0", b"a_x 1 10 e1_00000000", b"!a_x 3 0 -\n", b"?\n"]
)
def test_a_damaged_cache_changes_no_answer(tmp_path: Path, damage: bytes) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    furnish(journal)
    (folder / ".known" / "answers.ids").write_bytes(damage)
    fresh = open_at(folder)
    assert fresh.answers == journal.answers
    saved = fresh.add(an_answer(9))
    assert saved in open_at(folder).answers


def test_a_cache_that_cannot_be_written_keeps_no_answer_from_being_saved(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    furnish(journal)
    shutil.rmtree(folder / ".known")
    (folder / ".known").write_text("a file where the folder of caches should be")
    for number in range(3):
        saved = open_at(folder).add(an_answer(60 + number))
        assert open_at(folder).get(Answer, saved.id) == saved
    shutil.rmtree(folder / "backups")
    (folder / "backups").write_text("the same for backups")
    saved = open_at(folder).add(an_answer(70))
    assert open_at(folder).get(Answer, saved.id) == saved


def test_a_lock_file_removed_under_its_holder_lets_nobody_cut_anothers_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    folder = tmp_path / "journal"
    journal, other = open_at(folder), open_at(folder)
    one = journal.add(an_answer(1))
    other.refresh()
    real = os.fsync
    rival: list[Answer | None] = []

    def sync_late(descriptor: int) -> None:
        real(descriptor)
        if not rival and os.fstat(descriptor).st_ino == (folder / "answers.csv").stat().st_ino:
            (folder / ".lock").unlink()
            rival.append(None)
            rival.append(other.add(an_answer(2)))

    monkeypatch.setattr(os, "fsync", sync_late)
    saved = journal.add(an_answer(3))
    assert set(open_at(folder).answers) == {one, rival[1], saved}
    assert len(all_rows(folder)) == 3
