"""The person's own templates: read as they are, private, erased and backed up."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.backups import back_up, restore_backup
from interview_journal.core.outgoing import DRAFT_KINDS, template_name
from interview_journal.errors import SaveFailedError
from interview_journal.store import own_templates as module
from interview_journal.store.own_templates import LETTER_TEMPLATE, OwnTemplates
from tests.told_journal import told_journal

if TYPE_CHECKING:
    from pathlib import Path

NAME = template_name("thank-you note")


def put(folder: Path, name: str, data: bytes) -> Path:
    (folder / "templates").mkdir(exist_ok=True)
    path = folder / "templates" / name
    path.write_bytes(data)
    return path


def test_without_a_folder_there_are_no_templates(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path)
    assert (own.texts, own.problems) == ({}, ())
    assert list(tmp_path.iterdir()) == []


def test_a_template_is_read_as_it_is_now(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path)
    put(tmp_path, NAME, "\ufeffSubject: é\r\nyou\r".encode())
    assert own.texts == {NAME: "Subject: é\nyou\n"}
    put(tmp_path, NAME, b"Subject: \xff")
    assert own.texts == {NAME: "Subject: \ufffd"}


@pytest.mark.parametrize("name", [LETTER_TEMPLATE, *map(template_name, DRAFT_KINDS)])
def test_every_template_of_ours_can_have_one_in_its_place(tmp_path: Path, name: str) -> None:
    put(tmp_path, name, b"x")
    own = OwnTemplates(tmp_path)
    assert list(own.texts) == [name]
    assert own.problems == ()


def test_a_name_of_which_nothing_is_made_is_told(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    for name in ("thank_you.txt.j2", ".hidden.swp", f"{NAME}~"):
        put(journal.path, name, b"x")
    (problem,) = journal.problems
    assert (problem.kind, problem.notice) == ("own template", True)
    assert problem.sentence.startswith("templates/thank_you.txt.j2: no draft is made from it.")
    assert journal.templates.texts == {}


def test_a_template_of_monstrous_size_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_READ_AT_MOST", 10)
    put(tmp_path, NAME, b"Subject: far too long")
    own = OwnTemplates(tmp_path)
    assert own.texts == {}
    assert "larger than" in own.problems[0].sentence


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_a_template_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, NAME, b"x")
    real = type(path).read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == NAME:
            raise PermissionError(13, "no")
        return real(self)

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    assert "cannot be read" in OwnTemplates(tmp_path).problems[0].sentence


def test_a_copy_to_begin_from_is_private_and_never_writes_over_one(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path / "j")
    path = own.keep(NAME, "Subject: ours")
    assert own.keep(NAME, "Subject: other") == path
    assert own.texts == {NAME: "Subject: ours"}
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_only_a_template_of_which_drafts_are_made_is_kept(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no draft"):
        OwnTemplates(tmp_path).keep("../../evil.txt.j2", "x")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    own = OwnTemplates(tmp_path / "j")
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(SaveFailedError):
        own.keep(NAME, "x")
    assert own.texts == {}


def test_erased_words_are_in_no_template(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    path = put(journal.path, NAME, b"Subject: a\r\n\r\nI told Ana\r\nabout it.")
    (place,) = journal.erase_text("I told Ana\nabout it")
    assert (place.file, place.count) == (f"templates/{NAME}", 1)
    assert path.read_bytes() == b"Subject: a\r\n\r\n[erased]."


def test_what_an_erasing_left_half_made_goes_with_the_next(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    left = put(journal.path, f".{NAME}.0123456789abcdef.new", b"secret words")
    journal.erase_text("other words")
    assert not left.exists()


def test_a_backup_brings_the_templates_along(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    journal.templates.keep(NAME, "Subject: mine")
    back_up(journal, tmp_path / "b.zip")
    again = restore_backup(tmp_path / "b.zip", into=tmp_path / "again")
    assert again.templates.texts == {NAME: "Subject: mine"}
