"""Saves so many answers into a journal and prints the id of each as soon as it is saved."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tests.faults.making import Clock, an_answer, open_at


def main() -> None:
    folder, who, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    journal = open_at(folder, Clock(), wait_seconds=120)
    for number in range(count):
        answer = an_answer(who * 10_000 + number)
        saved = journal.add(answer)
        if number % 10 == 0:
            # The second click of the same button.
            assert journal.add(answer) == saved
        os.write(1, f"{saved.id}\n".encode())


if __name__ == "__main__":
    main()
