"""System calls that fail at the n-th time: an error, a short write, an interrupt, a lie."""

from __future__ import annotations

import errno
import os
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

__all__ = ["CALLS", "FAULTS", "Faults"]

CALLS = ("write", "fsync", "open", "replace", "rename", "ftruncate", "pread", "fstat", "close")
"""What is watched; ``replace`` and ``rename`` are what pathlib calls."""

FAULTS: dict[str, tuple[str, ...]] = {
    "write": ("ENOSPC", "EIO", "EDQUOT", "EFBIG", "short", "nothing", "lie", "interrupt"),
    "fsync": ("EIO", "ENOSPC", "interrupt"),
    "open": ("EACCES", "EMFILE", "EROFS", "ENOSPC", "ENOENT", "interrupt"),
    "replace": ("EACCES", "EIO", "interrupt"),
    "rename": ("EACCES", "ENOSPC"),
    "ftruncate": ("EIO", "EROFS"),
    "pread": ("EIO", "interrupt"),
    "fstat": ("EIO",),
    "close": ("EIO",),
}


class Faults:
    """Makes one watched call fail once, and counts all of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.fired = 0
        self.seen: Counter[str] = Counter()
        self._planned: tuple[str, str, int] | None = None
        for name in CALLS:
            monkeypatch.setattr(os, name, self._watching(name, getattr(os, name)))

    def plan(self, call: str, fault: str, nth: int) -> None:
        """Let the n-th of these calls from now on fail, and start counting anew."""
        self._planned = (call, fault, nth)
        self.seen.clear()

    def stop(self) -> None:
        """Let everything work."""
        self._planned = None

    def _watching(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        # Whether the disk keeps its promise is another test's question: this one saves time.
        work = (lambda _: None) if name == "fsync" else real

        def watched(*args: Any, **kwargs: Any) -> Any:
            self.seen[name] += 1
            if self._planned is None or self._planned[::2] != (name, self.seen[name]):
                return work(*args, **kwargs)
            self.fired += 1
            return self._fail(work, self._planned[1], args, kwargs)

        return watched

    def _fail(
        self, work: Callable[..., Any], fault: str, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        if fault == "interrupt":
            work(*args, **kwargs)
            raise KeyboardInterrupt
        if fault == "short":
            return work(args[0], bytes(args[1])[: max(1, len(args[1]) // 2)])
        if fault == "nothing":
            return 0
        if fault == "lie":
            work(args[0], bytes(args[1])[:-3])
            return len(args[1])
        if work.__name__ == "close":
            work(*args)
        raise OSError(getattr(errno, fault), os.strerror(getattr(errno, fault)))
