"""The operating system's lock on an open file: it dies with its process.

Everywhere but on Windows it is one call. There it takes a library, whose loading a form need
not wait for elsewhere.
"""

from __future__ import annotations

import sys

__all__ = ["try_lock", "unlock"]

if sys.platform == "win32":  # pragma: no cover - the same two calls, as a library makes them
    from filelock import lock_descriptor
    from filelock import unlock_descriptor as unlock

    def try_lock(descriptor: int) -> bool:
        """Take the lock if nobody else has it; return whether it is ours."""
        return lock_descriptor(descriptor, blocking=False)

else:
    from errno import EACCES, EAGAIN, EWOULDBLOCK
    from fcntl import LOCK_EX, LOCK_NB, LOCK_UN, flock

    _HELD = frozenset({EACCES, EAGAIN, EWOULDBLOCK})
    """What the systems say when somebody else has it; a network's file system may say EACCES."""

    def try_lock(descriptor: int) -> bool:
        """Take the lock if nobody else has it; return whether it is ours.

        Raises:
            OSError: If this file cannot be locked at all.
        """
        try:
            flock(descriptor, LOCK_EX | LOCK_NB)
        except OSError as error:
            if error.errno in _HELD:
                return False
            raise
        return True

    def unlock(descriptor: int) -> None:
        """Let the next one have it.

        Raises:
            OSError: If the system refuses.
        """
        flock(descriptor, LOCK_UN)
