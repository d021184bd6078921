"""Old journals open, upgrades are done once and in order, and a newer journal is left alone."""

from __future__ import annotations

import re
import shutil
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interview_journal.errors import NewerJournalError
from interview_journal.store import migrations
from interview_journal.store.migrations import Migration, upgrade, versions_in
from interview_journal.store.rewriting import rewrite_table, stamped
from tests.faults.making import Clock, an_answer, furnish, open_at

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


def _as_version(cells: list[str], version: int) -> list[str]:
    joined = "\0".join(cells[:-1]).rstrip("\0").encode()
    return [*cells[:-1], f"e{version}_{zlib.crc32(joined):08x}"]


def _age(folder: Path) -> None:
    """Make it a journal of version 0, which there never was."""
    for path in [*folder.glob("*.csv"), *(folder / "history").glob("*.csv")]:
        path.write_bytes(re.sub(rb'"e1_([0-9a-f]{8})"\r\n', rb'"e0_\1"\r\n', path.read_bytes()))


def _bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def _shout(table: str, cells: list[str]) -> list[str]:
    """Upgrade from 0 to 1: companies are written in capitals."""
    if table == "applications":
        cells = [*cells[:4], cells[4].upper(), *cells[5:]]
    return stamped(cells)


TO_1 = Migration("companies in capitals", 1, _shout)


def test_a_journal_of_today_has_no_upgrade_to_make(folder: Path) -> None:
    assert upgrade(folder, Clock(), 1) == ()
    furnish(open_at(folder))
    before = _bytes_of(folder)
    assert upgrade(folder, Clock(), 1) == ()
    assert upgrade(folder, Clock(), 1, migrations=[TO_1]) == ()
    assert _bytes_of(folder) == before


def test_an_old_journal_is_upgraded_once_with_a_backup_of_every_table(folder: Path) -> None:
    journal = open_at(folder)
    applied, _, given = furnish(journal)
    journal.revise(given[0], note="Again.")
    journal.tidy()
    shutil.rmtree(folder / "backups")
    _age(folder)
    old = _bytes_of(folder)
    assert upgrade(folder, Clock(), 1, migrations=[TO_1]) == ("companies in capitals",)
    assert upgrade(folder, Clock(), 1, migrations=[TO_1]) == ()
    fresh = open_at(folder)
    assert fresh.applications[0].company == applied.company.upper()
    assert {a.id for a in fresh.answers} == {a.id for a in given}
    assert len(fresh.history(given[0])) == 2
    assert not fresh.problems
    backups = list((folder / "backups" / "rewrites").iterdir())
    assert {path.read_bytes() for path in backups} == {
        data for name, data in old.items() if name.endswith(".csv")
    }


def test_upgrades_are_done_in_their_order(folder: Path) -> None:
    furnish(open_at(folder))
    _age(folder)
    done: list[str] = []

    def step(name: str) -> Callable[[str, list[str]], list[str]]:
        def change(table: str, cells: list[str]) -> list[str]:
            del table
            if name not in done:
                done.append(name)
            return _as_version(cells, 1 if name == "second" else 0)

        return change

    steps = [Migration("second", 1, step("second")), Migration("first", 0, step("first"))]
    # Rows are of version 0 already: only what comes after is due.
    assert upgrade(folder, Clock(), 1, migrations=steps) == ("second",)
    assert done == ["second"]


def test_an_upgrade_that_was_interrupted_goes_on_with_what_is_left(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    applied, _, given = furnish(open_at(folder))
    _age(folder)
    real, rewritten = rewrite_table, list[object]()

    def rewrite_one(*args: object) -> object:
        if rewritten:
            raise KeyboardInterrupt
        rewritten.append(args)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(migrations, "rewrite_table", rewrite_one)
    with pytest.raises(KeyboardInterrupt):
        upgrade(folder, Clock(), 1, migrations=[TO_1])
    monkeypatch.setattr(migrations, "rewrite_table", real)
    assert upgrade(folder, Clock(), 1, migrations=[TO_1]) == ("companies in capitals",)
    fresh = open_at(folder)
    assert fresh.applications[0].company == applied.company.upper()
    assert fresh.answers == tuple(given)
    assert not fresh.problems


def test_rows_that_are_new_already_are_not_upgraded_twice(folder: Path) -> None:
    journal = open_at(folder)
    furnish(journal)
    _age(folder)
    # A program of today appended to the old table.
    from interview_journal.core.records import Application

    open_at(folder).add(Application(company="Acme"))
    upgrade(folder, Clock(), 1, migrations=[TO_1])
    companies = [a.company for a in open_at(folder).applications]
    assert companies == ["HARBOUR CLINIC", "Acme"]


def test_a_newer_journal_is_refused_and_not_a_byte_of_it_touched(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    journal.revise(given[0], note="Again.")
    path = folder / "answers.csv"
    data = path.read_bytes()
    at = data.rindex(b'"e1_')
    path.write_bytes(data[:at] + b'"e2_' + data[at + 4 :])
    before = _bytes_of(folder)
    with pytest.raises(NewerJournalError, match="Nothing was touched") as told:
        open_at(folder)
    assert (told.value.found, told.value.supported) == (2, 1)
    with pytest.raises(NewerJournalError):
        upgrade(folder, Clock(), 1, migrations=[TO_1])
    assert _bytes_of(folder) == before


def test_a_newer_row_in_the_middle_is_refused_too(folder: Path) -> None:
    journal = open_at(folder)
    for number in range(3):
        journal.add_all([an_answer(number * 100 + n, answer="word " * 200) for n in range(100)])
    path = folder / "answers.csv"
    rows = path.read_bytes().split(b'"\r\n"')
    rows[150] = rows[150].replace(b'"e1_', b'"e3_')
    path.write_bytes(b'"\r\n"'.join(rows))
    before = _bytes_of(folder)
    with pytest.raises(NewerJournalError):
        open_at(folder)
    assert _bytes_of(folder) == before


def test_words_that_look_like_a_mark_make_no_journal_newer(folder: Path) -> None:
    journal = open_at(folder)
    saved = journal.add(an_answer(1, answer='e9_00000000\n","e9_00000000"\n'))
    assert open_at(folder).answers == (saved,)


def test_a_table_that_cannot_be_read_has_no_version(folder: Path) -> None:
    folder.mkdir()
    assert versions_in(folder) == set()
    assert versions_in(folder / "gone.csv") == set()
    (folder / "answers.csv").write_bytes(b'PK\x03\x04,"e0_00000000"\r\n')
    before = _bytes_of(folder)
    upgrade(folder, Clock(), 1, migrations=[TO_1])
    assert before["answers.csv"] == (folder / "answers.csv").read_bytes()
