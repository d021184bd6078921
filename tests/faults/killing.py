"""Forks writers and kills them at random moments; says on one line what each had acknowledged.

A program of its own: what is forked here has imported everything and nothing else is running.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import traceback
from pathlib import Path

from tests.faults.making import Clock, an_answer, open_at


def write_until_killed(folder: Path, acknowledged: int, seed: int) -> None:
    journal = open_at(folder, Clock())
    number = seed * 1000
    while True:
        number += 1
        saved = journal.add(an_answer(number))
        os.write(acknowledged, f"{saved.id} {saved.revision}\n".encode())
        if number % 3 == 0:
            saved = journal.revise(saved, note=f"They nodded {number} times.")
            os.write(acknowledged, f"{saved.id} {saved.revision}\n".encode())
        if number % 5 == 0:
            batch = journal.add_all([an_answer(-number), an_answer(-number - 1)])
            os.write(acknowledged, "".join(f"{r.id} 1\n" for r in batch).encode())
        if number % 7 == 0:
            gone = journal.remove(saved)
            os.write(acknowledged, f"{gone.id} {gone.revision}\n".encode())
        if number % 11 == 0:
            journal.tidy()


def one_kill(folder: Path, seed: int, chance: random.Random) -> list[str]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write_until_killed(folder, writing, seed)
        finally:
            traceback.print_exc()
            os._exit(1)
    os.close(writing)
    # After so many saves, and then somewhere inside the next one.
    told = b""
    for _ in range(chance.randrange(5)):
        told += os.read(reading, 4096)
    time.sleep(chance.uniform(0.0, 0.008))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("a writer stopped by itself")
    with os.fdopen(reading, "rb") as pipe:
        told += pipe.read()
    # A line that was cut acknowledged nothing.
    return told.decode("ascii").split("\n")[:-1]


def main() -> None:
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(seed)  # noqa: S311 - moments, no secrets
    for number in range(kills):
        acknowledged = one_kill(folder, number + 1, chance)
        print(json.dumps(acknowledged), flush=True)  # noqa: T201 - a program that answers


if __name__ == "__main__":
    main()
