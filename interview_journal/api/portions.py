"""Which portions of a work two workers do: one begins in front, the other takes the last ones."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from typing import Final

__all__ = ["Portions"]

_SENT_AT_MOST: Final = 2
"""Portions that the other worker has and has not done: one to do, and the next one."""
_WAITED_FOR: Final = 2 / 3
"""The share of the portions that are waited for where they are not done yet."""
_DONE_AT_MOST: Final = 16
"""Portions that are done and not used yet; then the other worker waits."""


class Portions:
    """The portions of a work, asked by several threads.

    The other worker gets them from the first one on. Whoever uses them, in order, waits for it at
    first: using one costs more and more, and what they did themselves meanwhile would be missing
    later. Towards the end they do the last one that the other has not got, so that both end
    together.
    """

    def __init__(self, count: int) -> None:
        """Take the number of portions."""
        self._changed = Condition()
        self._shared_from = int(_WAITED_FOR * count)
        self._left = deque(range(count))
        self._sent: deque[int] = deque()
        self._done: dict[int, bytes] = {}
        self._is_over = False

    # The other worker ---------------------------------------------------------------------

    def next_to_send(self) -> int | None:
        """Wait until the other worker can have one more; None where there is none to send."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_over or not self._left or self._has_room(),
            )
            if self._is_over or not self._left:
                return None
            number = self._left.popleft()
            self._sent.append(number)
            self._changed.notify_all()
            return number

    def _has_room(self) -> bool:
        return len(self._sent) < _SENT_AT_MOST and len(self._done) < _DONE_AT_MOST

    def next_to_come(self) -> int | None:
        """Wait until the other worker has one to do; None where no more will come."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_over or self._sent or not self._left)
            return self._sent[0] if self._sent and not self._is_over else None

    def bring(self, number: int, data: bytes) -> None:
        """Keep what the other worker made of a portion."""
        with self._changed:
            self._sent.remove(number)
            self._done[number] = data
            self._changed.notify_all()

    @contextmanager
    def ending(self) -> Iterator[None]:
        """Where talking to the other worker fails, go on without it."""
        try:
            yield
        except Exception:  # noqa: BLE001 - whatever went wrong there, the rest is done here
            self.stop()

    def stop(self) -> None:
        """Go on without the other worker; what is done stays."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    # Who uses them ------------------------------------------------------------------------

    def turn_of(self, number: int) -> int | None:
        """Return which portion to do, so that another can be used; None where that one can be.

        Args:
            number: The one to be used: done by the other worker, or by whoever asks.
        """
        with self._changed:
            while number in self._sent and not self._is_over:
                if self._left and number >= self._shared_from:
                    return self._left.pop()
                self._changed.wait()
            if number in self._left:
                self._left.remove(number)
                return number
            return None

    def take(self, number: int) -> bytes | None:
        """Return what the other worker made of a portion; None where it made nothing."""
        with self._changed:
            data = self._done.pop(number, None)
            self._changed.notify_all()
            return data
