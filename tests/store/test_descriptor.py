"""The description beside the tables is written when it changed, and only then."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from interview_journal.store.descriptor import DESCRIPTOR, write_descriptor
from tests.store.examples import answers, file_of

if TYPE_CHECKING:
    from pathlib import Path


def test_only_the_tables_that_are_there_are_described(tmp_path: Path) -> None:
    write_descriptor(tmp_path)
    assert json.loads((tmp_path / DESCRIPTOR).read_text(encoding="utf-8"))["resources"] == []

    (tmp_path / "answers.csv").write_bytes(file_of(answers(1)))
    (tmp_path / "settings.csv").mkdir()
    write_descriptor(tmp_path)
    described = json.loads((tmp_path / DESCRIPTOR).read_text(encoding="utf-8"))
    assert [r["path"] for r in described["resources"]] == ["answers.csv"]


def test_a_description_that_is_right_is_left_alone(tmp_path: Path) -> None:
    write_descriptor(tmp_path)
    before = (tmp_path / DESCRIPTOR).stat()
    write_descriptor(tmp_path)
    assert (tmp_path / DESCRIPTOR).stat().st_ino == before.st_ino

    (tmp_path / DESCRIPTOR).write_text("{", encoding="utf-8")
    write_descriptor(tmp_path)
    assert json.loads((tmp_path / DESCRIPTOR).read_text(encoding="utf-8"))["resources"] == []
