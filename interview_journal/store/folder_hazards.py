"""What is hazardous about the place where a journal lies: copies, version control, a network."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from interview_journal.core.problems import Problem
from interview_journal.core.tables import TABLES

__all__ = ["folder_problems"]

_DECIDED: Final = frozenset({"*", "!*"})
"""Kept out of version control, or let in on purpose, as the sample journal is."""

_NETWORK: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "afs", "davfs"})

_MOUNTS: Final = Path("/proc/mounts")
"""Every mounted disk of a Linux computer; a blank in a name is written as \\040."""

_COPY_MARKS: Final = re.compile(
    r"(\.sync-conflict-|[ _.-]conflict(ed)?[ _.-]|_conf\(\d+\)$)",
    re.IGNORECASE,
)


def folder_problems(path: Path) -> tuple[Problem, ...]:
    """Return what is hazardous about the folder: rival copies, version control, a network disk."""
    if not path.is_dir():
        return ()
    return (*_rival_copies(path), *_version_control(path), *_network(path))


def _rival_copies(path: Path) -> Iterable[Problem]:
    for other in sorted(path.glob("*.csv")):
        table = _copied_table(other.stem)
        if table is not None:
            yield Problem(
                kind="rival copy",
                file=other.name,
                found=f"a copy of {table}.csv made by a cloud folder or a file manager",
                expected=f"{table}.csv alone",
                remedy="Run: interview-journal check --merge-copies. Rows missing from "
                f"{table}.csv are added, nothing is dropped.",
            )


def _copied_table(stem: str) -> str | None:
    """Return the table that a file's name makes it a copy of; None for any other name."""
    for table in TABLES:
        rest = stem.removeprefix(table)
        if stem.startswith(table) and rest and (_COPY_MARKS.search(rest) or rest[0] in "-_ ("):
            return table
    return None


def _version_control(path: Path) -> Iterable[Problem]:
    ignore = path / ".gitignore"
    with suppress(OSError):
        if not _DECIDED.isdisjoint(ignore.read_text(encoding="utf-8", errors="replace").split()):
            return
    path = path.resolve()
    for folder in (path, *path.parents):
        if (folder / ".git").exists() and not _is_ignored(folder, path):
            yield Problem(
                kind="version control",
                file=ignore.name,
                found=f"the journal lies inside the git repository {folder.name}",
                expected="a folder that git leaves alone",
                remedy="Put a line with * into the journal's .gitignore, or move the journal. "
                "Otherwise your words can be committed and published.",
            )
            return


def _is_ignored(repository: Path, path: Path) -> bool:
    """Return whether the repository's own list names the folder, in one of the usual ways."""
    inside = path.relative_to(repository)
    with suppress(OSError):
        text = (repository / ".gitignore").read_text(encoding="utf-8", errors="replace")
        names = {line.strip().strip("/").removesuffix("/*") for line in text.splitlines()}
        return "*" in names or any(p.as_posix() in names for p in (inside, *inside.parents))
    return False


def _network(path: Path) -> Iterable[Problem]:
    if sys.platform != "linux":
        return
    kind, longest = "", 0
    with suppress(OSError):
        real = os.path.realpath(path)
        for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
            _, escaped, system, *_ = line.split(" ")
            mount = escaped.replace("\\040", " ")
            inside = real == mount or real.startswith(mount.rstrip("/") + "/")
            if inside and len(mount) >= longest:
                kind, longest = system, len(mount)
    if kind in _NETWORK:
        yield Problem(
            kind="network folder",
            file=".",
            found=f"the journal lies on a network disk ({kind})",
            expected="a disk of this computer",
            remedy="Two computers may overwrite each other there. Keep it on this computer and "
            "use interview-journal backup to carry it over.",
            notice=True,
        )
