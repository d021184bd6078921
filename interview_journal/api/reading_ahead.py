"""Reading many answers in a second process as well, while the first one compares what was read.

Reading is half of the work and hangs on one answer alone. The second process is a Python of its
own that talks through pipes: unlike a pool of processes it never runs the person's notebook or
script again, whatever the system. Their words go through the pipes only; when the pipes close,
because the first process ended or was stopped, it ends as well. Where it cannot start, or dies,
all is read here, and the result is the same.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Thread
from typing import IO, TYPE_CHECKING, Final, cast

from interview_journal.analysis.consistency.answer_reading import AnswerReading, read_all_told
from interview_journal.analysis.consistency_facts import read_here
from interview_journal.api.portions import Portions

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.told import Told
    from interview_journal.analysis.consistency_facts import ReadAll

__all__ = ["FEWEST", "reading_ahead"]

FEWEST: Final = 2_000
"""Answers from which on a second process is worth the second it takes to start."""
_AT_A_TIME: Final = 200
"""Words that stand in several of these are sent once."""
_PROGRAM: Final = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from interview_journal.api.reading_worker import main; main()"
)
"""Finds the package where this process found it."""


@contextmanager
def reading_ahead(count: int) -> Iterator[ReadAll]:
    """Give what reads answers, in order, knowing the names of all.

    A second process starts at once, so that it is ready by the time the names are known; it ends
    with the block.

    Args:
        count: How many answers there will be to read; of few each is read here.
    """
    process = _started() if count >= FEWEST and (os.cpu_count() or 1) > 1 else None

    def read(told: Sequence[Told], known_names: frozenset[str]) -> Iterator[AnswerReading]:
        if process is None:
            return read_here(told, known_names)
        return _read_by_both(process, told, known_names)

    try:
        yield read
    finally:
        if process is not None:
            process.kill()
            # What it was not given any more is of no use.
            with suppress(OSError), process:
                pass


def _started() -> subprocess.Popen[bytes] | None:
    """Return the second process; None where none can start."""
    # Without -P a file of the person's could stand in for a module of Python's.
    command = [sys.executable, "-P", "-c", _PROGRAM]
    try:
        process = subprocess.Popen(  # noqa: S603 - nothing of the person's is in it
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None
    # Where it is gone already, whoever asks it for anything finds that out.
    with suppress(OSError):
        _send(process, sys.path)
    return process


def _send(process: subprocess.Popen[bytes], message: object) -> None:
    sink = cast("IO[bytes]", process.stdin)
    pickle.dump(message, sink)
    sink.flush()


def _read_by_both(
    process: subprocess.Popen[bytes], told: Sequence[Told], known_names: frozenset[str]
) -> Iterator[AnswerReading]:
    """Yield the reading of each answer; what the other process has not begun is read here too."""
    cut = [told[start : start + _AT_A_TIME] for start in range(0, len(told), _AT_A_TIME)]
    portions = Portions(len(cut))
    own: dict[int, list[AnswerReading]] = {}

    def send() -> None:
        with portions.ending():
            _send(process, known_names)
            while (number := portions.next_to_send()) is not None:
                _send(process, cut[number])

    def receive() -> None:
        with portions.ending():
            source = cast("IO[bytes]", process.stdout)
            while (number := portions.next_to_come()) is not None:
                # Opened where it is used: this thread only waits.
                portions.bring(number, pickle.load(source))  # noqa: S301 - our own process wrote it

    threads = [Thread(target=send, daemon=True), Thread(target=receive, daemon=True)]
    for thread in threads:
        thread.start()
    try:
        for number, portion in enumerate(cut):
            while (turn := portions.turn_of(number)) is not None:
                own[turn] = read_all_told(cut[turn], known_names)
            readings = own.pop(number, None) or _opened(portions.take(number), portion)
            yield from readings or read_all_told(portion, known_names)
    finally:
        portions.stop()
        process.kill()
        for thread in threads:
            thread.join()


def _opened(data: bytes | None, portion: Sequence[Told]) -> list[AnswerReading]:
    """Return the readings of a portion as they were sent; none where something else came."""
    if data is None:
        return []
    try:
        readings = pickle.loads(data)  # noqa: S301 - our own process wrote it
        return [read.with_text(one.answer) for read, one in zip(readings, portion, strict=True)]
    except Exception:  # noqa: BLE001 - whatever came, it is read here instead
        return []
