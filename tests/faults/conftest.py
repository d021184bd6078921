"""A folder in memory where there is one: hundreds of small journals are made and hurt here."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEMORY = Path("/dev/shm")


@pytest.fixture(scope="module")
def quick_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for tests that do not ask whether the disk keeps what it was given."""
    if not _MEMORY.is_dir():
        yield tmp_path_factory.mktemp("quick")
        return
    folder = Path(tempfile.mkdtemp(prefix="interview-journal-tests-", dir=_MEMORY))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
