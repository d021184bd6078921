"""Pages beside the journal: private, replaced, gone with whatever is erased."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.backups import back_up
from interview_journal.core.records import Application
from interview_journal.errors import SaveFailedError
from interview_journal.store.pages import Pages, remove_pages
from tests.told_journal import told_journal

if TYPE_CHECKING:
    from pathlib import Path


def test_a_page_is_private_and_the_next_takes_its_place(tmp_path: Path) -> None:
    pages = Pages(tmp_path / "journal")
    path = pages.keep("briefing.html", "é one")
    assert pages.keep("briefing.html", "two") == path
    assert path.read_text(encoding="utf-8") == "two"
    assert [one.name for one in path.parent.iterdir()] == ["briefing.html"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert (tmp_path / "journal" / ".gitignore").exists()


@pytest.mark.parametrize("name", ["../up.html", "a/b.html", "x.exe", "", "B.html", "a.html\n"])
def test_another_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no page is named"):
        Pages(tmp_path).keep(name, "x")
    assert list(tmp_path.iterdir()) == []


def test_erasing_anything_removes_every_page_and_says_so(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    journal.add(Application(company="Quiet Words Ltd"))
    path = journal.pages.keep("briefing.html", "in other words")
    (path.parent / "a folder").mkdir()
    places = journal.erase_text("Quiet Words Ltd")
    assert "pages/briefing.html" in {one.file for one in places}
    assert not path.exists()
    assert remove_pages(journal.path) == ()


def test_a_record_takes_the_pages_with_it(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    added = journal.add(Application(company="Quiet"))
    path = journal.pages.keep("briefing.txt", "Quiet")
    journal.erase(added)
    assert not path.exists()


def test_no_backup_takes_a_page_along(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    journal.pages.keep("briefing.txt", "unmistakable")
    back_up(journal, tmp_path / "b.zip")
    assert b"briefing.txt" not in (tmp_path / "b.zip").read_bytes()


def test_a_refusal_of_the_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = Pages(tmp_path / "j")
    pages.keep("bag.html", "x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "unlink", refuse)
    with pytest.raises(SaveFailedError):
        remove_pages(tmp_path / "j")
