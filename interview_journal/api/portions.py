"""Which portions of a work two workers do: one begins in front, the other takes the last ones."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic
from typing import Final

__all__ = ["Portions"]

_SENT_AT_MOST: Final = 2
"""Portions that the other worker has and has not done: one to do, and the next one."""
_NEW_SHARE: Final = 0.2
"""How much the last portion says of how long the next one takes to be used."""
_GROWTH: Final = 1.25
"""How much longer one takes to be used later on than now, where what was used is looked at."""
_DONE_AT_MOST: Final = 16
"""Portions that are done and not used yet; then the other worker waits."""


class Portions:
    """The portions of a work, asked by several threads.

    The other worker gets them from the first one on. Whoever uses them, in order, does the last
    one that the other has not got instead of waiting, as long as all is done sooner that way: what
    they do themselves is used last, when the other worker has nothing left to do.
    """

    def __init__(self, count: int, clock: Callable[[], float] = monotonic) -> None:
        """Take the number of portions.

        Args:
            count: How many there are.
            clock: Tells the time in seconds.
        """
        self._changed = Condition()
        self._count, self._clock = count, clock
        # How long the other worker took for all it did but the first, which it had to get ready
        # for; how many were done by whoever uses them, and how long the last ones took to be used.
        self._doing, self._brought, self._begun = 0.0, 0, clock()
        self._own, self._using = 0, 0.0
        self._used_since: float | None = None
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
            if not self._sent:
                self._begun = self._clock()
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
            begun, self._begun = self._begun, self._clock()
            if self._brought:
                self._doing += self._begun - begun
            self._brought += 1
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
            self._note_used()
            while number in self._sent and not self._is_over:
                if self._left and self._is_worth_doing(self._count - number):
                    self._own += 1
                    return self._left.pop()
                self._changed.wait()
            if number in self._left:
                self._left.remove(number)
                return number
            self._used_since = self._clock()
            return None

    def _note_used(self) -> None:
        """Keep how long it took to use a portion, where one was."""
        if self._used_since is not None:
            taken = self._clock() - self._used_since
            self._using += _NEW_SHARE * (taken - self._using)
            self._used_since = None

    def _is_worth_doing(self, to_use: int) -> bool:
        """Return whether all is done sooner if whoever uses them does one more now."""
        if self._brought <= 1:
            # Nothing is known yet, and the other worker has all of them to do.
            return True
        a_portion = self._doing / (self._brought - 1)
        to_do = len(self._left) + len(self._sent)
        waiting = (to_do - 1) * a_portion + (self._own + 1) * self._using
        return waiting > a_portion + to_use * self._using * _GROWTH

    def take(self, number: int) -> bytes | None:
        """Return what the other worker made of a portion; None where it made nothing."""
        with self._changed:
            data = self._done.pop(number, None)
            self._changed.notify_all()
            return data
