"""One tuple a table, and one thread at a time."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from interview_journal.core.tables import TABLES
from interview_journal.store.shown_records import ThreadGuard
from tests.faults.making import open_at
from tests.store.journal_v1 import RECORDS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_every_table_has_a_tuple_of_its_own_name(tmp_path: Path) -> None:
    journal = open_at(tmp_path / "journal")
    saved = journal.add_all(list(RECORDS))
    for name in TABLES:
        shown = getattr(journal, name)
        assert shown == tuple(record for record in saved if record.table == name)
        assert journal.records(name) == shown


def test_a_child_starts_with_a_free_guard(monkeypatch: pytest.MonkeyPatch) -> None:
    guard = ThreadGuard()
    with guard:
        held = guard._lock
        monkeypatch.setattr(os, "getpid", lambda: -1)
        with guard:
            assert guard._lock is not held
        monkeypatch.undo()
        guard._lock = held
        guard._process = os.getpid()


def test_what_was_removed_and_what_hangs_below_it_is_reached_where_asked_for(
    tmp_path: Path,
) -> None:
    journal = open_at(tmp_path / "journal")
    saved = journal.add_all(list(RECORDS))
    journal.remove(journal.applications[0])
    every = journal.with_removed()
    assert len(journal.interviews) < len(every.interviews)
    assert {one.id for one in saved} == {one.id for name in TABLES for one in every.records(name)}
    assert any(one.removed for one in every.applications)
