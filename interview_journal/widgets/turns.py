"""Long work done in turns, so that the page can be used meanwhile."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Turns"]

AT_ONCE_SECONDS: Final = 0.5
"""Work that takes no longer is done before anything is shown."""
TURN_SECONDS: Final = 0.2
_PAUSE_SECONDS: Final = 0.01


class Turns:
    """Work step by step: what is begun later takes the place of what was begun before."""

    def __init__(
        self,
        *,
        on_end: Callable[[], None],
        guard: Callable[[Callable[[], None]], Callable[[], None]] = lambda handler: handler,
    ) -> None:
        """Do nothing yet.

        Args:
            on_end: Called when work that took more than one turn is done.
            guard: Wraps each later turn, so that an error is shown.
        """
        self._end, self._guard = on_end, guard
        self._work: Iterator[int] | None = None

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self._work is None

    def begin(self, work: Iterator[int], *, at_once: bool = True) -> None:
        """Do the work: at once, or in turns where it takes longer and a page waits.

        Args:
            work: Yields after each step.
            at_once: False where it is known to take long, so that the page comes first.
        """
        self._work = work
        if at_once and self._turn(AT_ONCE_SECONDS):
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            # Nobody waits for a page here, and nothing would call us again.
            while not self._turn(TURN_SECONDS):
                pass
        else:
            self._next(loop, work)

    def _next(self, loop: asyncio.AbstractEventLoop, work: Iterator[int]) -> None:
        def turn() -> None:
            if self._work is not work:
                return
            if self._turn(TURN_SECONDS):
                self._end()
            else:
                self._next(loop, work)

        # A little later, not at once: what the person pressed meanwhile comes first.
        loop.call_later(_PAUSE_SECONDS, self._guard(turn))

    def _turn(self, seconds: float) -> bool:
        """Go on for so long; return whether all is done."""
        until = time.monotonic() + seconds
        for _ in self._work or ():
            if time.monotonic() >= until:
                return False
        self._work = None
        return True
