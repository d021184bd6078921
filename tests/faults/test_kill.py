"""kill -9 at any moment: whatever was acknowledged is there, and the next save works."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from interview_journal.core.records import Answer
from tests.faults.making import all_rows, an_answer, open_at, serious
from tests.programs import CHECKOUT

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

KILLS = 200


@pytest.mark.slow
def test_kill_9_at_200_random_moments_loses_no_acknowledged_row(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    program = [sys.executable, "-m", "tests.faults.killing", str(folder), str(KILLS), "7"]
    acknowledged: list[str] = []
    with subprocess.Popen(program, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as killer:
        assert killer.stdout is not None
        for line in killer.stdout:
            acknowledged += json.loads(line)
    assert killer.returncode == 0

    journal = open_at(folder)
    past = {
        f"{record.id} {record.revision}"
        for answer in (*journal.answers, *journal.removed(Answer))
        for record in journal.history(answer)[-1:]
    }
    rows = all_rows(folder) + _rows_in(folder / "history")
    there = {f"{row[0]} {row[1]}" for row in rows}
    assert len(acknowledged) > KILLS
    assert set(acknowledged) <= there
    assert len(acknowledged) == len(set(acknowledged))
    assert past <= there
    assert len(all_rows(folder)) == len(set(all_rows(folder)))
    assert not journal.conflicts
    assert {p.kind for p in journal.problems if not p.notice} <= {"orphan", "torn row set aside"}

    saved = journal.add(an_answer(1))
    assert saved in open_at(folder).answers
    assert "torn row set aside" not in " ".join(serious(open_at(folder)))


def _rows_in(folder: Path) -> list[tuple[str, ...]]:
    return all_rows(folder) if (folder / "answers.csv").exists() else []
