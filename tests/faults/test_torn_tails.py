"""A last record cut anywhere, and tails of rubbish: the rest is intact, nothing is lost."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Setting
from tests.faults.making import an_answer, furnish, open_at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def furnished(quick_folder: Path) -> Path:
    folder = quick_folder / "journal"
    furnish(open_at(folder), answers=3)
    return folder


def _recovered(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in (folder / "recovered").glob("*")]


def test_a_cut_at_every_byte_of_the_last_record(furnished: Path, quick_folder: Path) -> None:
    whole = (furnished / "answers.csv").read_bytes()
    last = open_at(furnished).answers[-1]
    start = whole.index(f'"{last.id}"'.encode())
    kept = open_at(furnished).answers[:-1]
    folder = quick_folder / "cut"
    new = an_answer(99)
    for cut in range(start, len(whole) + 1):
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(furnished, folder)
        (folder / "answers.csv").write_bytes(whole[:cut])
        shutil.rmtree(folder / ".known")
        journal = open_at(folder)
        assert journal.answers[:2] == kept
        saved = journal.add(new)
        tail = whole[start:cut]
        is_readable = tail.endswith(b'"') and tail.count(b'"') == whole[start:].count(b'"')
        if cut in (start, len(whole)) or is_readable or tail == whole[start:-1]:
            assert not _recovered(folder), cut
        else:
            assert _recovered(folder) == [tail], cut
            assert "torn row set aside" in {p.kind for p in journal.problems}
        fresh = open_at(folder)
        assert saved in fresh.answers
        assert fresh.answers[:2] == kept
        assert (folder / "answers.csv").read_bytes().startswith(whole[:start])
        assert not [p for p in fresh.problems if p.kind == "torn row set aside"]


@pytest.mark.parametrize("length", [1, 2, 3, 4, 64, 4096, 100_000])
def test_a_tail_of_nul_bytes_goes_to_recovered(
    furnished: Path, tmp_path: Path, length: int
) -> None:
    folder = tmp_path / "journal"
    shutil.copytree(furnished, folder)
    before = open_at(folder).answers
    with (folder / "answers.csv").open("ab") as file:
        file.write(b"\0" * length)
    journal = open_at(folder)
    assert journal.answers == before
    saved = journal.add(an_answer(98))
    assert _recovered(folder) == [b"\0" * length]
    assert open_at(folder).answers == (*before, saved)


@pytest.mark.parametrize("seed", range(13))
def test_a_tail_of_garbage_never_touches_the_rows_before(
    furnished: Path, tmp_path: Path, seed: int
) -> None:
    folder = tmp_path / "journal"
    shutil.copytree(furnished, folder)
    before = open_at(folder).answers
    chance = random.Random(seed)  # noqa: S311 - rubbish, no secrets
    letters = b'"",,\r\n\x00\xff\xc3' + bytes(range(256))
    garbage = bytes(chance.choice(letters) for _ in range(chance.randrange(1, 300)))
    data = (folder / "answers.csv").read_bytes()
    (folder / "answers.csv").write_bytes(data + garbage)
    journal = open_at(folder)
    assert journal.answers[: len(before)] == before
    saved = journal.add(an_answer(97))
    after = (folder / "answers.csv").read_bytes()
    assert after.startswith(data)
    # Moved byte for byte, or left in its place: never altered, never dropped.
    kept = b"".join(_recovered(folder))
    row = after.index(f'"{saved.id}"'.encode())
    assert (after[len(data) : row] + kept).replace(b"\r\n", b"") == garbage.replace(b"\r\n", b"")
    fresh = open_at(folder)
    assert fresh.answers[: len(before)] == before
    assert saved in fresh.answers


@pytest.mark.parametrize("length", [0, 1, 3, 40])
def test_a_header_that_was_never_finished_is_set_aside(tmp_path: Path, length: int) -> None:
    folder = tmp_path / "journal"
    open_at(folder).set_setting("tone", "warm")
    header = (folder / "settings.csv").read_bytes()[:length]
    (folder / "settings.csv").write_bytes(header)
    shutil.rmtree(folder / ".known")
    journal = open_at(folder)
    assert not journal.settings
    journal.set_setting("tone", "brief")
    assert open_at(folder).setting("tone") == "brief"
    assert _recovered(folder) == ([header] if header else [])


def test_a_torn_history_is_set_aside_before_rows_are_moved_there(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    journal = open_at(folder)
    kept = journal.add(Setting(id="s_tone", name="tone", value="warm"))
    kept = journal.revise(kept, value="brief")
    journal.tidy()
    with (folder / "history" / "settings.csv").open("ab") as file:
        file.write(b'"s_tone","1","2026-')
    kept = journal.revise(kept, value="long")
    journal.tidy()
    assert [s.value for s in open_at(folder).history(kept)] == ["warm", "brief", "long"]
    assert _recovered(folder) == [b'"s_tone","1","2026-']
