"""Several programs at once, and editors that put other files in our place: nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Answer
from interview_journal.errors import JournalLockedError
from interview_journal.store import rewriting
from interview_journal.store.backups import back_up_table
from tests.faults.making import all_rows, an_answer, furnish, open_at
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Sequence


def _start(folder: Path, who: int, count: int) -> subprocess.Popen[str]:
    program = [sys.executable, "-m", "tests.faults.saver", str(folder), str(who), str(count)]
    return subprocess.Popen(program, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True)


def _acknowledged(savers: Sequence[subprocess.Popen[str]]) -> list[str]:
    ids = []
    for saver in savers:
        out, _ = saver.communicate(timeout=200)
        assert saver.returncode == 0
        ids += out.split()
    return ids


@pytest.mark.slow
def test_four_processes_saving_250_rows_each_keep_1000_and_double_none(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    ids = _acknowledged([_start(folder, who, 250) for who in range(4)])
    assert len(ids) == len(set(ids)) == 1000
    rows = all_rows(folder)
    assert len(rows) == 1000
    assert {row[0] for row in rows} == set(ids)
    journal = open_at(folder)
    assert {answer.id for answer in journal.answers} == set(ids)
    assert not journal.conflicts
    assert {p.kind for p in journal.problems} == {"orphan"}


@pytest.mark.slow
def test_processes_saving_while_an_editor_replaces_the_file_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    open_at(folder).add(an_answer(1, id="a_before"))
    savers = [_start(folder, who, 100) for who in range(2)]
    table = folder / "answers.csv"
    replaced = 0
    while any(saver.poll() is None for saver in savers):
        # As editors do, without any lock: read, write beside, rename.
        beside = folder / "beside.tmp"
        beside.write_bytes(table.read_bytes())
        beside.replace(table)
        replaced += 1
        time.sleep(0.02)
    ids = {*_acknowledged(savers), "a_before"}
    assert replaced > 5
    assert len(ids) == 201

    journal = open_at(folder)
    journal.bring_back()
    assert {answer.id for answer in journal.answers} == ids
    assert not journal.conflicts
    rows = all_rows(folder)
    assert len(rows) == len(set(rows)) == 201
    assert {p.kind for p in open_at(folder).problems} == {"orphan"}


def test_what_a_stale_spreadsheet_saved_over_is_brought_back(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    _, first, given = furnish(journal)
    opened_in_the_morning = (folder / "answers.csv").read_bytes()
    later = journal.add(an_answer(50, interview_id=first.id))
    changed = journal.revise(given[0], note="They smiled.")
    (folder / "answers.csv").write_bytes(opened_in_the_morning)

    evening = open_at(folder)
    gone = {p.record_id for p in evening.problems if p.kind == "vanished"}
    assert gone == {later.id, changed.id}
    assert evening.bring_back() == ("answers.csv: 2 rows brought back from the backups",)
    assert evening.get(Answer, later.id) == later
    assert evening.get(Answer, changed.id) == changed
    assert not open_at(folder).problems
    assert journal.refresh()
    assert not journal.problems


def test_a_file_replaced_by_rename_while_open_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal, other = open_at(folder), open_at(folder)
    one = journal.add(an_answer(1))
    beside = folder / "beside.tmp"
    other.refresh()
    extra = other.add(an_answer(2))
    beside.write_bytes((folder / "answers.csv").read_bytes())
    beside.replace(folder / "answers.csv")
    saved = journal.add(an_answer(3))
    assert journal.answers == (one, extra, saved)
    assert open_at(folder).answers == (one, extra, saved)


def test_a_save_goes_to_the_new_file_when_it_comes_between_look_and_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    one = journal.add(an_answer(1))
    table, real = folder / "answers.csv", os.open
    times: list[object] = []

    def open_late(path: str, flags: int, *rest: int) -> int:
        if Path(path) == table and flags & os.O_APPEND and len(times) < 3:
            times.append(path)
            (folder / "beside.tmp").write_bytes(table.read_bytes())
            (folder / "beside.tmp").replace(table)
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", open_late)
    saved = journal.add(an_answer(2))
    assert len(times) == 3
    assert open_at(folder).answers == (one, saved)
    assert len(all_rows(folder)) == 2


def test_a_row_written_to_a_file_that_lost_its_name_is_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    one = journal.add(an_answer(1))
    table, real = folder / "answers.csv", os.fsync
    old = table.read_bytes()
    times: list[object] = []

    def sync_late(descriptor: int) -> None:
        real(descriptor)
        if not times and os.fstat(descriptor).st_ino == table.stat().st_ino:
            times.append(descriptor)
            (folder / "beside.tmp").write_bytes(old)
            (folder / "beside.tmp").replace(table)

    monkeypatch.setattr(os, "fsync", sync_late)
    saved = journal.add(an_answer(2))
    assert times
    assert open_at(folder).answers == (one, saved)


def test_a_file_that_never_stands_still_refuses_the_save_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from interview_journal.store.disk import FileMovedOnError

    folder = tmp_path / "journal"
    journal = open_at(folder)
    one = journal.add(an_answer(1))
    table, real = folder / "answers.csv", os.open

    def open_late(path: str, flags: int, *rest: int) -> int:
        if Path(path) == table and flags & os.O_APPEND:
            (folder / "beside.tmp").write_bytes(table.read_bytes())
            (folder / "beside.tmp").replace(table)
        return real(path, flags, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", open_late)
        with pytest.raises(FileMovedOnError, match="another program keeps writing to it"):
            journal.add(an_answer(2))
    assert open_at(folder).answers == (one,)
    assert not (folder / "recovered").exists()


_HOLDER = """
import sys, time
from pathlib import Path
from interview_journal.store.lock import JournalLock
with JournalLock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def _hold(folder: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


@pytest.mark.skipif(sys.platform == "win32", reason="this system stops no process")
def test_a_lock_held_by_a_stopped_process_is_named_and_nobody_hangs(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    open_at(folder).add(an_answer(1))
    with _hold(folder) as holder:
        holder.send_signal(signal.SIGSTOP)
        journal = open_at(folder, wait_seconds=0.2)
        assert len(journal.answers) == 1
        with pytest.raises(JournalLockedError, match=f"held by process {holder.pid} on"):
            journal.add(an_answer(2))
        holder.kill()
    assert len(journal.answers) == 1
    # The lock died with its holder: nothing is to be cleaned up.
    saved = journal.add(an_answer(2))
    assert saved in open_at(folder).answers


def test_threads_of_one_process_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder, wait_seconds=60)
    failures: list[BaseException] = []

    def work(who: int) -> None:
        try:
            for number in range(25):
                saved = journal.add(an_answer(who * 100 + number))
                journal.revise(saved, note="Once more.")
                assert len(journal.answers) > number
                journal.refresh()
        except BaseException as error:  # noqa: BLE001 - told by the main thread
            failures.append(error)

    threads = [threading.Thread(target=work, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert len(journal.answers) == 100
    assert open_at(folder).answers == journal.answers
    assert len(all_rows(folder)) == 200


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_fork_after_opening_saves_beside_its_parent(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    program = f"""
import os
from pathlib import Path
from tests.faults.making import an_answer, open_at
journal = open_at(Path({str(folder)!r}))
journal.add(an_answer(0))
with journal._alone:
    child = os.fork()
    if child == 0:
        for number in range(20):
            journal.add(an_answer(100 + number))
        os._exit(0)
for number in range(20):
    journal.add(an_answer(number))
assert os.waitpid(child, 0)[1] == 0
journal.refresh()
print(len(journal.answers))
"""
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == ["41"]
    assert len(open_at(folder).answers) == 41


class _NoLock(nullcontext[None]):
    folder_changed_ns = 0


def test_a_table_replaced_while_it_is_written_anew_is_written_anew_from_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "journal"
    journal, other = open_at(folder), open_at(folder)
    _, first, given = furnish(journal)
    changed = journal.revise(given[0], note="Again.")
    real, late = back_up_table, list[Answer]()

    def back_up_late(*args: Path) -> Path:
        kept = real(*args)  # type: ignore[arg-type]
        if not late:
            with monkeypatch.context() as patch:
                # As a program does that knows nothing of the lock.
                patch.setattr(other._writer, "_lock", _NoLock())
                other.refresh()
                late.append(other.add(an_answer(40, interview_id=first.id)))
        return kept

    monkeypatch.setattr(rewriting, "back_up_table", back_up_late)
    journal.tidy()
    assert set(open_at(folder).answers) == {changed, *given[1:], *late}
    assert not open_at(folder).problems
    assert len(all_rows(folder)) == 4
