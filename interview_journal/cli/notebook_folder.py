"""Finds the notebooks to open: those of the checkout, or a copy made for an installed package.

An installed package lies in a folder that the next upgrade replaces, so its notebooks are copied
into the person's home. A copy that the person changed is never overwritten.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

__all__ = ["FIRST_NOTEBOOK", "checkout_folder", "copy_notebooks", "find_notebooks"]

FIRST_NOTEBOOK = "0_tonight.ipynb"
PACKAGE_FOLDER = Path(__file__).resolve().parent.parent
HOME_FOLDER = "interview_journal"
STAMP = ".shipped.json"


def checkout_folder(package: Path = PACKAGE_FOLDER) -> Path | None:
    """Return the checkout the package runs from, None where it was installed."""
    parent = package.parent
    here = (parent / "pyproject.toml").is_file() and (parent / "notebooks").is_dir()
    return parent if here else None


def find_notebooks(*, package: Path = PACKAGE_FOLDER, home: Path | None = None) -> Path:
    """Return the folder of notebooks to open, made on the first call for an installed package.

    Args:
        package: The folder of the package itself.
        home: The person's home folder; None asks the system.
    """
    checkout = checkout_folder(package)
    if checkout is not None:
        return checkout / "notebooks"
    target = (home if home is not None else Path.home()) / HOME_FOLDER / "notebooks"
    copy_notebooks(package / "_notebooks", target)
    return target


def copy_notebooks(source: Path, target: Path) -> list[str]:
    """Return the names of the notebooks written: the missing and the outdated ones.

    A notebook is outdated when it differs from the shipped one but is still as we last wrote it.
    """
    target.mkdir(parents=True, exist_ok=True)
    # The folder above may hold the journal: nobody else looks into it.
    with suppress(OSError):
        target.parent.chmod(0o700)
    stamp = target / STAMP
    known = _read_stamp(stamp)
    written = []
    for notebook in sorted(source.glob("*.ipynb")):
        shipped = notebook.read_bytes()
        copy = target / notebook.name
        if copy.exists() and (
            copy.read_bytes() == shipped or _digest(copy.read_bytes()) != known.get(notebook.name)
        ):
            continue
        _write_whole(copy, shipped)
        known[notebook.name] = _digest(shipped)
        written.append(notebook.name)
    if written:
        _write_whole(stamp, json.dumps(known, indent=2).encode())
    return written


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_stamp(stamp: Path) -> dict[str, str]:
    try:
        known = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside and rename, so that a half-written notebook is never opened."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)
