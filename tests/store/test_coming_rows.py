"""What stands beside a table of rows that are on their way into it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from interview_journal.core.tables import TABLES
from interview_journal.store.coming_rows import ComingRows
from interview_journal.store.known_ids import KnownIds, KnownRow
from interview_journal.store.second_copy import SecondCopy

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 4)
ROWS = [["a_x", "1", "two\nlines", "e1_00000000"], ["a_y", "2", "", "e1_11111111"]]


def test_rows_are_kept_once_more_known_and_counted(tmp_path: Path) -> None:
    copy, known = SecondCopy(tmp_path, TABLES["answers"]), KnownIds(tmp_path / ".known", "answers")
    known.rewrite({}, [])
    coming = ComingRows(ROWS, b"both\r\n", line=7, size=400, copy=copy, known=known)
    assert not (tmp_path / "saves").exists()
    coming.begin(DAY)
    assert [(key, one.revision, one.line) for key, one in coming.entries] == [
        ("a_x", 1, 7),
        ("a_y", 2, 9),
    ]
    assert (coming.line, coming.is_known) == (10, True)
    assert known.glimpse().last == KnownRow("a_y", 2, 400, "e1_11111111")
    copied = tmp_path / "saves" / "2026-03-04" / "answers.csv"
    assert copied.read_bytes().endswith(b"both\r\n")
    coming.take_back()
    assert known.glimpse().last is None
    assert not copied.read_bytes().endswith(b"both\r\n")


def test_rows_that_were_not_begun_are_not_taken_back(tmp_path: Path) -> None:
    known = KnownIds(tmp_path, "answers")
    known.rewrite({}, [KnownRow("a_y", 2, 400, "e1_11111111")])
    ComingRows(ROWS[1:], b"", line=2, size=400, copy=None, known=known).take_back()
    assert known.glimpse().last is not None
    nowhere = ComingRows(ROWS, b"", line=2, size=400, copy=None, known=None)
    nowhere.begin(DAY)
    nowhere.take_back()
    assert not nowhere.is_known
