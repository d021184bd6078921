"""What can be computed again may go at any time, and never stops anything."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interview_journal.store import sidecar as module
from interview_journal.store.sidecar import Sidecar
from tests.told_journal import told_journal

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "journal"
    home.mkdir(mode=0o700)
    return home


def file_of(folder: Path) -> Path:
    return folder / ".known" / "consistency.json"


def kept(folder: Path) -> Sidecar:
    one = Sidecar(folder, "consistency")
    one.keep("digest", {"findings": []})
    return one


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"digest": 1, "kept": 2}', b"{", b""])
def test_what_is_no_sidecar_of_ours_is_nothing(folder: Path, data: bytes) -> None:
    one = kept(folder)
    assert one.read() == ("digest", {"findings": []})
    file_of(folder).write_bytes(data)
    assert one.read() == ("", None)


def test_what_is_kept_comes_back_under_its_digest(folder: Path) -> None:
    one = kept(folder)
    assert one.load("digest") == {"findings": []}
    assert one.load("another") is None
    if os.name == "posix":
        assert stat.S_IMODE(file_of(folder).stat().st_mode) == 0o600
        assert stat.S_IMODE(file_of(folder).parent.stat().st_mode) == 0o700
    one.keep("later", [1])
    assert one.load("later") == [1]
    assert [path.name for path in (folder / ".known").iterdir()] == ["consistency.json"]


def test_nothing_is_made_where_there_is_no_journal(tmp_path: Path) -> None:
    one = Sidecar(tmp_path / "none", "consistency")
    one.keep("digest", 1)
    one.forget()
    assert one.load("digest") is None
    assert not (tmp_path / "none").exists()


def _make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


SPOILS: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "torn": lambda path: path.write_bytes(path.read_bytes()[:-5]),
    "empty": lambda path: path.write_bytes(b""),
    "no JSON": lambda path: path.write_bytes(b"\xff\xfe\x00"),
    "deep": lambda path: path.write_text("[" * 100_000),
    "a list": lambda path: path.write_text("[1]"),
    "another version": lambda path: path.write_text('{"digest": "old", "kept": 1}'),
    "no digest": lambda path: path.write_text('{"kept": 1}'),
    "a folder": _make_folder,
}


@pytest.mark.parametrize("spoil", SPOILS.values(), ids=SPOILS.keys())
def test_what_cannot_be_read_is_as_nothing_and_is_made_anew(
    folder: Path, spoil: Callable[[Path], object]
) -> None:
    one = kept(folder)
    spoil(file_of(folder))
    assert one.load("digest") is None
    one.keep("digest", 2)
    assert one.load("digest") == (None if file_of(folder).is_dir() else 2)
    assert len(list((folder / ".known").iterdir())) == 1
    one.forget()


def test_a_file_of_monstrous_size_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = kept(folder)
    monkeypatch.setattr(module, "_READ_AT_MOST", 10)
    assert one.load("digest") is None


def test_a_refusal_of_the_disk_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = kept(folder)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(module, "write_private", refuse)
    one.keep("digest", 2)
    assert one.load("digest") == {"findings": []}
    monkeypatch.undo()
    monkeypatch.setattr(Path, "replace", refuse)
    one.keep("digest", 2)
    assert [path.name for path in (folder / ".known").iterdir()] == ["consistency.json"]
    monkeypatch.setattr(Path, "unlink", refuse)
    one.forget()


def test_erasing_leaves_nothing_of_it(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    for text in ("four weeks", ""):
        journal.compared.keep("digest", 1)
        assert file_of(journal.path).exists()
        if text:
            journal.erase_text(text)
        else:
            journal.erase(journal.answers[0])
        assert not file_of(journal.path).exists()


def test_it_is_no_part_of_the_journals_own_words(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    journal.compared.keep("digest", 1)
    assert json.loads(file_of(journal.path).read_text())["digest"] == "digest"
    assert not journal.problems
