"""What the second process does: answers come in through a pipe, their readings go out."""

from __future__ import annotations

import pickle
import sys
from typing import IO, TYPE_CHECKING

from interview_journal.analysis.consistency.answer_reading import (
    read_all_told,
    read_for_comparison,
)
from interview_journal.core.collecting import collection_paused

if TYPE_CHECKING:
    from interview_journal.analysis.consistency.told import Told

__all__ = ["main", "serve"]

_ANYTHING: str = "In 2019 I led five people at Acme, and I never took more than 10 percent."
"""Reading a first answer loads the lists of words."""


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Read all answers that come in, and give their readings, without the texts, in order.

    Args:
        source: The known names, then answers in portions, until it ends.
        sink: Where the readings of each portion go, as the bytes they are made of.
    """
    read_for_comparison(_ANYTHING, "How big is your team?")
    try:
        # What comes through the pipe was written by the process that started this one.
        known_names: frozenset[str] = pickle.load(source)  # noqa: S301
        while True:
            portion: list[Told] = pickle.load(source)  # noqa: S301
            readings = [read.with_text("") for read in read_all_told(portion, known_names)]
            pickle.dump(pickle.dumps(readings, pickle.HIGHEST_PROTOCOL), sink)
            sink.flush()
    except EOFError:
        return


def main() -> None:
    """Serve the process at the other end of the pipes."""
    sink = sys.stdout.buffer
    # Nothing that is printed here may get among the readings.
    sys.stdout = sys.stderr
    # Nothing here goes in circles, and the process does not last.
    with collection_paused():
        serve(sys.stdin.buffer, sink)
