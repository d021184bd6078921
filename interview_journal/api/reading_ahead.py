"""Reading many answers in a second process, while the first one compares what was read.

Reading is half of the work and hangs on one answer alone. The second process is a Python of its
own that talks through pipes: unlike a pool of processes it never runs the person's notebook or
script again, whatever the system. Their words go through the pipes only; when the pipes close,
because the first process ended or was stopped, it ends as well. Where it cannot start, or dies,
the rest is read here, and the result is the same.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, Final, cast

from interview_journal.analysis.consistency.answer_reading import AnswerReading, read_told

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.told import Told

__all__ = ["FEWEST", "read_ahead"]

FEWEST: Final = 2_000
"""Answers from which on a second process is worth the second it takes to start."""
_AT_A_TIME: Final = 500
"""Words that stand in several of these are one object."""
_PROGRAM: Final = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from interview_journal.api.reading_worker import main; main()"
)
"""Finds the package where this process found it."""


def read_ahead(told: Sequence[Told], known_names: frozenset[str]) -> Iterator[AnswerReading]:
    """Yield the reading of each answer, in order.

    Args:
        told: The answers.
        known_names: Names known from all answers, in small letters.
    """
    done = 0
    if len(told) >= FEWEST and (os.cpu_count() or 1) > 1:
        with closing(_read_elsewhere(told, known_names)) as readings:
            for read in readings:
                yield read.with_text(told[done].answer)
                done += 1
    for one in told[done:]:
        yield read_told(one, known_names)


def _read_elsewhere(
    told: Sequence[Told], known_names: frozenset[str]
) -> Generator[AnswerReading, None, None]:
    """Yield the readings that a second process gives, without their texts; all, or the first."""
    try:
        process = _started()
    except OSError:
        return
    with process:
        try:
            yield from _asked_of(process, told, known_names)
        except Exception:  # noqa: BLE001 - whatever went wrong there, the rest is read here
            return
        finally:
            process.kill()


def _started() -> subprocess.Popen[bytes]:
    # Without -P a file of the person's could stand in for a module of Python's.
    command = [sys.executable, "-P", "-c", _PROGRAM]
    return subprocess.Popen(  # noqa: S603 - nothing of the person's is in it
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _asked_of(
    process: subprocess.Popen[bytes], told: Sequence[Told], known_names: frozenset[str]
) -> Iterator[AnswerReading]:
    """Yield what the process reads; it takes everything in before it gives anything out."""
    source, sink = cast("Any", process.stdin), cast("Any", process.stdout)
    with source:
        portions = range(0, len(told), _AT_A_TIME)
        for message in (sys.path, known_names, len(portions)):
            pickle.dump(message, source)
        for start in portions:
            pickle.dump(pickle.dumps(told[start : start + _AT_A_TIME]), source)
    left = len(told)
    while left > 0:
        # Written by our own process: nobody else holds the pipe.
        readings = pickle.load(sink)  # noqa: S301
        if not readings or not isinstance(readings, list):
            return
        left -= len(readings)
        yield from readings
