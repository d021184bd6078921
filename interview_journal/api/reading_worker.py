"""What the second process does: answers come in through a pipe, their readings go out."""

from __future__ import annotations

import pickle
import sys
from collections import deque
from typing import IO, TYPE_CHECKING

from interview_journal.analysis.consistency.answer_reading import read_told

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.told import Told

__all__ = ["main", "serve"]


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Read all answers that come in, and give their readings, without the texts, in order.

    Args:
        source: The known names, the number of the portions, and the answers in pickled portions.
        sink: Where the readings go, in portions of the same sizes.
    """
    # What comes through the pipe was written by the process that started this one.
    known_names: frozenset[str] = pickle.load(source)  # noqa: S301
    count: int = pickle.load(source)  # noqa: S301
    # Unopened, they take a third of the room.
    portions: deque[bytes] = deque(pickle.load(source) for _ in range(count))  # noqa: S301
    while portions:
        portion: list[Told] = pickle.loads(portions.popleft())  # noqa: S301
        readings = [read_told(one, known_names).with_text("") for one in portion]
        sink.write(pickle.dumps(readings, pickle.HIGHEST_PROTOCOL))
        sink.flush()


def main() -> None:
    """Serve the process at the other end of the pipes."""
    sink = sys.stdout.buffer
    # Nothing that is printed here may get among the readings.
    sys.stdout = sys.stderr
    serve(sys.stdin.buffer, sink)
