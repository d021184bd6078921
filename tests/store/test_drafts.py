"""Drafts: whole or not at all, private, and never thrown away when damaged."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.errors import SaveFailedError
from interview_journal.store.drafts import Drafts
from tests.faults.making import Clock

if TYPE_CHECKING:
    from pathlib import Path

ANY_TEXT = st.text(st.characters())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def drafts(folder: Path) -> Drafts:
    return Drafts(folder, Clock())


def test_nothing_is_there_before_the_first_draft(drafts: Drafts, folder: Path) -> None:
    assert drafts.names() == ()
    assert drafts.get("record") is None
    drafts.discard("record")
    assert not folder.exists()


def test_the_later_draft_stays_and_both_are_private(drafts: Drafts, folder: Path) -> None:
    drafts.keep("record", {"answer": "half"})
    kept = drafts.keep("record", {"answer": "half a thought", "note": ""})
    assert drafts.get("record") == kept
    assert Drafts(folder, Clock()).get("record") == kept
    assert drafts.names() == ("record",)
    assert (folder / "drafts").stat().st_mode & 0o777 == 0o700
    (path,) = (folder / "drafts").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    drafts.discard("record")
    assert drafts.names() == ()


@settings(deadline=None)
@given(st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=4))
def test_any_text_comes_back_half_characters_too(
    tmp_path_factory: pytest.TempPathFactory, fields: dict[str, str]
) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("drafts"), Clock())
    drafts.keep("record", fields)
    kept = drafts.get("record")
    assert kept is not None
    assert kept.fields == fields


DAMAGED = [
    b"",
    b"\0\0\0\0",
    b'{"kept_at": "2026-03-04T18:30:00+01:00", "fields": {"answer": "hal',
    b'{"kept_at": "2026-03-04T18:30:00", "fields": {}}',
    b'{"kept_at": 5, "fields": {}}',
    b'{"fields": {}}',
    b"[]",
    b'{"kept_at": "2026-03-04T18:30:00+01:00", "fields": 3}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("raw", DAMAGED)
def test_a_damaged_draft_is_passed_over_and_kept(drafts: Drafts, folder: Path, raw: bytes) -> None:
    drafts.keep("record", {"answer": "x"})
    path = folder / "drafts" / "record.json"
    path.write_bytes(raw)
    assert drafts.get("record") is None
    assert path.read_bytes() == raw
    drafts.keep("record", {"answer": "new"})
    kept = drafts.get("record")
    assert kept is not None
    assert kept.fields == {"answer": "new"}
    (aside,) = (folder / "drafts").glob("record.json-damaged-*")
    assert aside.read_bytes() == raw
    assert drafts.names() == ("record",)
    path.write_bytes(raw)
    drafts.discard("record")
    assert len(list((folder / "drafts").glob("record.json-damaged-*"))) == 2


@pytest.mark.parametrize("name", ["", "../x", "Record", "a b", "con.", "é", "a" * 81])
def test_a_name_that_is_no_plain_word_is_refused(drafts: Drafts, name: str) -> None:
    with pytest.raises(ValueError, match="plain word"):
        drafts.keep(name, {})
    with pytest.raises(ValueError, match="plain word"):
        drafts.get(name)


def test_files_that_are_no_drafts_of_ours_are_not_named(drafts: Drafts, folder: Path) -> None:
    drafts.keep("record", {})
    (folder / "drafts" / "My Notes.json").write_text("{}")
    assert drafts.names() == ("record",)


def test_a_refused_draft_is_told_and_the_one_before_stays(
    drafts: Drafts, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.keep("record", {"answer": "before"})

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "")

    for call in ("replace", "open", "unlink"):
        with monkeypatch.context() as patch:
            patch.setattr(os, call, refuse)
            with pytest.raises(SaveFailedError, match=r"record\.json could not be written"):
                drafts.discard("record") if call == "unlink" else drafts.keep("record", {"a": "b"})
    kept = drafts.get("record")
    assert kept is not None
    assert kept.fields == {"answer": "before"}
    assert [p.name for p in (folder / "drafts").iterdir()] == ["record.json"]


def test_a_draft_is_read_without_being_trusted(drafts: Drafts, folder: Path) -> None:
    drafts.keep("record", {})
    stored = {"kept_at": "2026-03-04T18:30:00+01:00", "fields": {"position": 3}}
    (folder / "drafts" / "record.json").write_text(json.dumps(stored))
    kept = drafts.get("record")
    assert kept is not None
    assert kept.fields == {"position": "3"}
