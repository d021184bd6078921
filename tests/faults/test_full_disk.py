"""A full disk, a file that may not grow: refusals have names, and nothing is half-written."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Answer
from interview_journal.errors import SaveFailedError
from tests.faults.making import all_rows, an_answer, bytes_under, open_at
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 kB in memory; mounting one takes an administrator on Linux."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)]
    mount = shutil.which("mount")
    if mount is None or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small disk in memory (root on Linux)")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_keeps_what_it_acknowledged_and_names_what_it_refused(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 20_000)
    folder = small_disk / "journal"
    journal = open_at(folder)
    acknowledged: list[Answer] = []
    refused: list[Answer] = []
    reasons: set[str] = set()
    number = 0
    while len(refused) < 20:
        number += 1
        answer = an_answer(number, answer=f"Words of number {number:05}, " + "and more " * 60)
        try:
            acknowledged.append(journal.add(answer))
        except SaveFailedError as error:
            reasons.add(error.remedy)
            refused.append(answer)
    assert len(acknowledged) > 40
    assert reasons == {"The disk is full. Free some space, then save again."}

    fresh = open_at(folder)
    assert list(fresh.answers) == acknowledged
    assert len(all_rows(folder)) == len(acknowledged)
    table = (folder / "answers.csv").read_bytes()
    assert table.endswith(b'"\r\n')
    for answer in refused:
        assert answer.answer[:22].encode() not in bytes_under(folder)

    ballast.unlink()
    shutil.rmtree(folder / "backups")
    saved = [journal.add(answer) for answer in refused[:3]]
    assert open_at(folder).answers == (*acknowledged, *saved)


def test_a_draft_that_does_not_fit_leaves_the_one_before(small_disk: Path) -> None:
    journal = open_at(small_disk / "journal")
    journal.drafts.keep("record", {"answer": "short"})
    with pytest.raises(SaveFailedError, match="disk is full"):
        journal.drafts.keep("record", {"answer": "long " * 100_000})
    kept = journal.drafts.get("record")
    assert kept is not None
    assert kept.fields["answer"] == "short"


_LIMITED = """
import resource, signal, sys
from pathlib import Path
from interview_journal.errors import SaveFailedError
from tests.faults.making import an_answer, open_at
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
journal = open_at(Path(sys.argv[1]))
first = journal.add(an_answer(0))
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
kept, refused = 1, []
for number in range(1, 60):
    try:
        journal.add(an_answer(number, answer="Words " * 100))
        kept += 1
    except SaveFailedError as error:
        assert "may not grow" in str(error), error
        refused.append(number)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
again = an_answer(1000)
journal.add(again)
print(kept, len(refused), again.id)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limit on a file's size")
def test_a_file_that_may_not_grow_refuses_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    run = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(folder)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    kept, refused, last = run.stdout.split()
    assert int(kept) > 5
    assert int(kept) + int(refused) == 60
    journal = open_at(folder)
    assert len(journal.answers) == int(kept) + 1
    assert journal.answers[-1].id == last
    assert not any(p.kind == "torn row set aside" for p in journal.problems)


@pytest.mark.parametrize("error", [errno.EDQUOT, errno.ENOSPC, errno.EROFS])
def test_a_refused_backup_does_not_keep_an_answer_from_being_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    folder = tmp_path / "journal"
    open_at(folder).add(an_answer(1))
    real = os.mkdir

    def mkdir(path: str, *args: int, **kwargs: int) -> None:
        if ".new" in str(path):
            raise OSError(error, os.strerror(error))
        real(path, *args, **kwargs)

    monkeypatch.setattr(os, "mkdir", mkdir)
    journal = open_at(folder)
    saved = journal.add(an_answer(2))
    assert saved in open_at(folder).answers
    assert "backup not made" in {p.kind for p in journal.problems}
    assert not list((folder / "backups").glob(".*.new"))
