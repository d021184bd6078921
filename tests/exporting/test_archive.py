"""A backup comes back byte for byte; a zip that somebody changed is refused and harms nothing."""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import sys
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_journal.errors import BackupError
from interview_journal.exporting import archive_reading
from interview_journal.exporting.archive import Member, write_archive
from interview_journal.exporting.archive_reading import (
    KIND,
    LIST_NAME,
    VERSION,
    name_is_safe,
    read_list,
)

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 3, 4, 18, 30, tzinfo=UTC)
FILES = {"answers.csv": b"id\r\nwords\r\n", "history/answers.csv": b"", "drafts/x.json": b"{}" * 9}


def write(target: Path, files: dict[str, bytes] | None = None, *, now: datetime = NOW) -> int:
    given_files = FILES if files is None else files
    members = [Member(name, io.BytesIO(data), len(data)) for name, data in given_files.items()]
    return write_archive(target, members, now)


def forge(path: Path, packed: dict[str, bytes], /, **changes: Any) -> Path:
    """Write a zip by hand, with a list that fits unless told otherwise."""
    facts = [
        {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in packed.items()
    ]
    about = {"kind": KIND, "version": VERSION, "made_at": "now", "files": facts} | changes
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in packed.items():
            archive.writestr(f"journal/{name}", data)
        archive.writestr(LIST_NAME, json.dumps(about))
    return path


def unpack(path: Path, folder: Path, *, large: bool = False) -> None:
    content = read_list(path)
    if not large:
        content.check_size()
    folder.mkdir()
    content.unpack(folder)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_what_was_backed_up_comes_back(tmp_path: Path) -> None:
    assert write(tmp_path / "b.zip") == 3
    unpack(tmp_path / "b.zip", tmp_path / "out")
    assert contents(tmp_path / "out") == FILES
    assert read_list(tmp_path / "b.zip").made_at == "2026-03-04T18:30:00+00:00"
    assert read_list(tmp_path / "b.zip").verify() == 3


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_backup_and_what_comes_out_of_it_are_private(tmp_path: Path) -> None:
    write(tmp_path / "b.zip")
    unpack(tmp_path / "b.zip", tmp_path / "out")
    for path in (tmp_path / "b.zip", *(tmp_path / "out").rglob("*.csv")):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "out" / "history").stat().st_mode) == 0o700


def test_anybody_can_unpack_it_without_this_program(tmp_path: Path) -> None:
    write(tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert archive.read("journal/answers.csv") == FILES["answers.csv"]
        assert archive.testzip() is None


def test_a_table_that_grows_meanwhile_is_kept_as_it_was(tmp_path: Path) -> None:
    member = Member("answers.csv", io.BytesIO(b"old rows, new rows"), len(b"old rows"))
    write_archive(tmp_path / "b.zip", [member], NOW)
    unpack(tmp_path / "b.zip", tmp_path / "out")
    assert contents(tmp_path / "out") == {"answers.csv": b"old rows"}


def test_a_file_that_shrinks_meanwhile_is_kept_as_it_is(tmp_path: Path) -> None:
    write_archive(tmp_path / "b.zip", [Member("answers.csv", io.BytesIO(b"rows"), 9)], NOW)
    unpack(tmp_path / "b.zip", tmp_path / "out")
    assert contents(tmp_path / "out") == {"answers.csv": b"rows"}


def test_a_clock_before_1980_stops_no_backup(tmp_path: Path) -> None:
    write(tmp_path / "b.zip", now=datetime(1970, 1, 1, tzinfo=UTC))
    unpack(tmp_path / "b.zip", tmp_path / "out")
    assert contents(tmp_path / "out") == FILES


def test_an_existing_file_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("mine", encoding="utf-8")
    with pytest.raises(BackupError, match="already there"):
        write(tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_text(encoding="utf-8") == "mine"


UNSAFE = [
    "../escaped.csv",
    "history/../../escaped.csv",
    "/etc/escaped.csv",
    "C:/escaped.csv",
    "C:escaped.csv",
    "..\\escaped.csv",
    "\\\\host\\share\\escaped.csv",
    "a//b.csv",
    "./a.csv",
    "nul.csv",
    "COM1",
    "trailing.",
    "trailing ",
    "new\nline.csv",
    "escape\x1b.csv",
    "",
    ".",
    "what?.csv",
]


@pytest.mark.parametrize("name", UNSAFE)
def test_a_name_that_leads_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    assert not name_is_safe(name)
    inner = tmp_path / "inner"
    inner.mkdir()
    forge(inner / "b.zip", {"answers.csv": b"x", name: b"planted"})
    with pytest.raises(BackupError):
        unpack(inner / "b.zip", inner / "out")
    assert not list(tmp_path.rglob("*escaped*"))
    assert not (inner / "out").exists()


def test_a_file_that_is_not_on_the_list_is_refused(tmp_path: Path) -> None:
    forge(tmp_path / "b.zip", {"answers.csv": b"x"})
    with zipfile.ZipFile(tmp_path / "b.zip", "a") as archive:
        archive.writestr("journal/../../planted.csv", b"planted")
    with pytest.raises(BackupError, match="not those on its list"):
        read_list(tmp_path / "b.zip")


def test_a_file_twice_is_refused(tmp_path: Path) -> None:
    forge(tmp_path / "b.zip", {"answers.csv": b"x"})
    with (
        pytest.warns(UserWarning, match="Duplicate"),
        zipfile.ZipFile(tmp_path / "b.zip", "a") as archive,
    ):
        archive.writestr("journal/answers.csv", b"x")
    with pytest.raises(BackupError, match="not those on its list"):
        read_list(tmp_path / "b.zip")


def test_a_list_that_names_a_file_the_zip_lacks_is_refused(tmp_path: Path) -> None:
    facts = [{"name": "answers.csv", "size": 1, "sha256": "0" * 64}]
    forge(tmp_path / "b.zip", {}, files=facts)
    with pytest.raises(BackupError, match="not those on its list"):
        read_list(tmp_path / "b.zip")


def test_a_link_inside_comes_out_as_a_plain_file(tmp_path: Path) -> None:
    target = b"/etc/passwd"
    forge(tmp_path / "b.zip", {"answers.csv": target})
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        about = archive.read(LIST_NAME)
    info = zipfile.ZipInfo("journal/answers.csv")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr(info, target)
        archive.writestr(LIST_NAME, about)
    unpack(tmp_path / "b.zip", tmp_path / "out")
    assert not (tmp_path / "out" / "answers.csv").is_symlink()
    assert contents(tmp_path / "out") == {"answers.csv": target}


def test_a_changed_file_is_refused_by_its_checksum(tmp_path: Path) -> None:
    facts = [{"name": "answers.csv", "size": 4, "sha256": hashlib.sha256(b"good").hexdigest()}]
    forge(tmp_path / "b.zip", {"answers.csv": b"evil"}, files=facts)
    with pytest.raises(BackupError, match="not what was backed up"):
        unpack(tmp_path / "b.zip", tmp_path / "out")


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    forge(tmp_path / "b.zip", {"answers.csv": b"0" * 20_000_000})
    assert (tmp_path / "b.zip").stat().st_size < 50_000
    with pytest.raises(BackupError, match=r"would unpack to 20.0 MB.*--large"):
        unpack(tmp_path / "b.zip", tmp_path / "out")


def test_more_than_fifty_megabytes_need_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_reading, "_BYTES_AT_MOST", 1000)
    forge(tmp_path / "b.zip", {"answers.csv": os.urandom(1001)})
    with pytest.raises(BackupError, match="--large"):
        unpack(tmp_path / "b.zip", tmp_path / "out")
    unpack(tmp_path / "b.zip", tmp_path / "large", large=True)
    assert len(contents(tmp_path / "large")["answers.csv"]) == 1001


def test_a_zip_that_lies_about_a_size_is_stopped(tmp_path: Path) -> None:
    bomb = b"0" * 5_000_000
    fact = {"name": "answers.csv", "size": 10, "sha256": hashlib.sha256(bomb).hexdigest()}
    path = forge(tmp_path / "b.zip", {"answers.csv": bomb}, files=[fact])
    data = path.read_bytes()
    # Both places where the zip says how large the file is.
    path.write_bytes(data.replace(len(bomb).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    with pytest.raises(BackupError):
        unpack(path, tmp_path / "out")
    assert sum(map(len, contents(tmp_path / "out").values())) <= 10


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_reading, "_FILES_AT_MOST", 3)
    forge(tmp_path / "b.zip", {f"{n}.csv": b"" for n in range(3)})
    with pytest.raises(BackupError, match="more files than a journal has"):
        read_list(tmp_path / "b.zip")


def test_a_list_that_would_fill_the_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_reading, "_LIST_AT_MOST", 1000)
    forge(tmp_path / "b.zip", {}, made_at="x" * 1000)
    with pytest.raises(BackupError, match="more files than a journal has"):
        read_list(tmp_path / "b.zip")


@pytest.mark.parametrize(
    "changes",
    [
        {"files": None},
        {"files": [1]},
        {"files": [{}]},
        {"files": [{"name": 1, "size": 1, "sha256": ""}]},
        {"files": [{"name": "a.csv", "size": -1, "sha256": ""}]},
        {"files": [{"name": "\ud800.csv", "size": 1, "sha256": ""}]},
        {"kind": "something else"},
    ],
    ids=[
        "no files",
        "a number",
        "nothing",
        "no text",
        "a negative size",
        "half a character",
        "kind",
    ],
)
def test_a_list_that_makes_no_sense_is_refused(changes: dict[str, Any], tmp_path: Path) -> None:
    forge(tmp_path / "b.zip", {}, **changes)
    with pytest.raises(BackupError):
        unpack(tmp_path / "b.zip", tmp_path / "out")


@pytest.mark.parametrize("about", [b"", b"[]", b"{}", b"null", b"\xff", b"[" * 100_000])
def test_a_list_that_is_no_list_is_refused(about: bytes, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr(LIST_NAME, about)
    with pytest.raises(BackupError, match="damaged"):
        read_list(tmp_path / "b.zip")


def test_a_backup_of_a_newer_version_is_refused_politely(tmp_path: Path) -> None:
    forge(tmp_path / "b.zip", {}, version=VERSION + 1)
    with pytest.raises(BackupError, match=r"newer version.*Update interview_journal"):
        read_list(tmp_path / "b.zip")


def test_another_zip_is_not_taken_for_a_backup(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("answers.csv", b"x")
    with pytest.raises(BackupError, match="not made by interview-journal backup"):
        read_list(tmp_path / "b.zip")


def test_a_file_outside_what_a_journal_holds_is_refused(tmp_path: Path) -> None:
    forge(tmp_path / "b.zip", {"start.bat": b"x"})
    with pytest.raises(BackupError, match="belongs into no journal"):
        read_list(tmp_path / "b.zip", accepts=lambda name: name.endswith(".csv"))


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + b"\0" * 18, b"PK\x03\x04" * 99])
def test_no_zip_at_all_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(BackupError):
        read_list(tmp_path / "b.zip")


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="no such file"):
        read_list(tmp_path / "none.zip")
    with pytest.raises(BackupError, match=r"directory|denied"):
        read_list(tmp_path)


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = forge(tmp_path / "b.zip", {"answers.csv": b"x"})
    data = bytearray(path.read_bytes())
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 1)
    path.write_bytes(data)
    with pytest.raises(BackupError, match="damaged"):
        read_list(path)


@settings(
    deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_damage_is_noticed_or_harmless(data: st.DataObject, tmp_path: Path) -> None:
    whole = tmp_path / "whole.zip"
    if not whole.exists():
        write(whole)
    good = whole.read_bytes()
    cut = data.draw(st.integers(0, len(good)))
    bad = bytearray(good[:cut] if data.draw(st.booleans()) else good)
    for _ in range(data.draw(st.integers(1, 4))):
        if bad:
            bad[data.draw(st.integers(0, len(bad) - 1))] = data.draw(st.integers(0, 255))
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(bad)
    folder = tmp_path / f"out-{len(list(tmp_path.iterdir()))}"
    try:
        unpack(damaged, folder)
    except BackupError:
        return
    assert contents(folder) == FILES
