"""The notebooks to open: a checkout's own, or a copy that never loses a person's changes."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from interview_journal.cli.notebook_folder import checkout_folder, copy_notebooks, find_notebooks
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "site" / "interview_journal" / "_notebooks"
    folder.mkdir(parents=True)
    (folder / "0_tonight.ipynb").write_text("tonight, version 1", encoding="utf-8")
    (folder / "1_record.ipynb").write_text("record, version 1", encoding="utf-8")
    return folder


def test_a_checkout_opens_its_own_notebooks() -> None:
    assert checkout_folder() == CHECKOUT
    assert find_notebooks() == CHECKOUT / "notebooks"


def test_an_installed_package_copies_them_into_the_home_folder(
    shipped: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    found = find_notebooks(package=shipped.parent, home=home)
    assert found == home / "interview_journal" / "notebooks"
    assert {p.name for p in found.glob("*.ipynb")} == {"0_tonight.ipynb", "1_record.ipynb"}
    if sys.platform != "win32":
        assert stat.S_IMODE(found.parent.stat().st_mode) == 0o700


def test_a_second_start_writes_nothing(shipped: Path, tmp_path: Path) -> None:
    target = tmp_path / "copies"
    assert copy_notebooks(shipped, target) == ["0_tonight.ipynb", "1_record.ipynb"]
    before = {path: path.stat().st_mtime_ns for path in target.iterdir()}
    assert copy_notebooks(shipped, target) == []
    assert {path: path.stat().st_mtime_ns for path in target.iterdir()} == before


def test_an_upgrade_renews_a_copy_nobody_changed(shipped: Path, tmp_path: Path) -> None:
    target = tmp_path / "copies"
    copy_notebooks(shipped, target)
    (shipped / "0_tonight.ipynb").write_text("tonight, version 2", encoding="utf-8")
    assert copy_notebooks(shipped, target) == ["0_tonight.ipynb"]
    assert (target / "0_tonight.ipynb").read_text(encoding="utf-8") == "tonight, version 2"


@pytest.mark.parametrize("stamp", [None, "", "[1]", "not json"])
def test_a_changed_copy_is_never_overwritten(
    shipped: Path, tmp_path: Path, stamp: str | None
) -> None:
    target = tmp_path / "copies"
    copy_notebooks(shipped, target)
    (target / "0_tonight.ipynb").write_text("my own notes", encoding="utf-8")
    if stamp is not None:
        (target / ".shipped.json").write_text(stamp, encoding="utf-8")
    (shipped / "0_tonight.ipynb").write_text("tonight, version 2", encoding="utf-8")
    assert copy_notebooks(shipped, target) == []
    assert (target / "0_tonight.ipynb").read_text(encoding="utf-8") == "my own notes"
