"""What a second process reads is what would be read here, whatever becomes of that process."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from interview_journal.analysis.consistency.answer_reading import AnswerReading, read_told
from interview_journal.analysis.consistency.told import Told
from interview_journal.api import reading_ahead as module
from interview_journal.api import reading_worker
from interview_journal.api.reading_ahead import reading_ahead
from tests.programs import CHECKOUT
from tests.told_journal import FOUR_WEEKS, GERMAN, NOTICE, THREE_MONTHS

if TYPE_CHECKING:
    from pathlib import Path

NAMES = frozenset({"castle", "java"})
STORY = "We moved the bakery, at Castle Street. I led that. It came to 300,000 euros."
SAID = [FOUR_WEEKS, THREE_MONTHS, GERMAN, "Java? I led it in 2019.", "At Castle Street, no.", STORY]
WITHOUT_GUARD = """
from datetime import date
from interview_journal.analysis.consistency.told import Told
from interview_journal.api import reading_ahead

begun = []
start = reading_ahead._started
reading_ahead._started = lambda: begun.append(start()) or begun[-1]
reading_ahead.FEWEST = 1
reading_ahead.os.cpu_count = lambda: 2
told = [Told("a_1", "Notice?", "One month.", "", "i_1", "Acme", date(2026, 3, 4))]
with reading_ahead.reading_ahead(1) as read_all:
    [read] = read_all(told, frozenset())
print(len(begun), read.text, read.claims[0].kind)
"""


def given(count: int) -> list[Told]:
    return [
        Told(f"a_{at}", NOTICE, SAID[at % len(SAID)], "", "i_1", "Acme", date(2026, 3, 4))
        for at in range(count)
    ]


def read_ahead(told: list[Told]) -> list[AnswerReading]:
    with reading_ahead(len(told)) as read_all:
        return list(read_all(told, NAMES))


def read_here(told: list[Told]) -> list[AnswerReading]:
    return [read_told(one, NAMES) for one in told]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Let a second process read however few there are; return those that were started."""
    processes: list[subprocess.Popen[bytes]] = []
    start = module._started

    def kept() -> subprocess.Popen[bytes] | None:
        process = start()
        processes.extend(filter(None, [process]))
        return process

    monkeypatch.setattr(module, "FEWEST", 1)
    monkeypatch.setattr(module, "_started", kept)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return processes


def test_a_second_process_reads_the_same(started: list[subprocess.Popen[bytes]]) -> None:
    told = given(750)
    assert read_ahead(told) == read_here(told)
    [process] = started
    assert process.poll() is not None


def test_no_word_stands_on_the_command_line(started: list[subprocess.Popen[bytes]]) -> None:
    told = given(3)
    assert len(read_ahead(told)) == 3
    shown = str(started[0].args)
    assert not any(one.answer in shown or one.question in shown for one in told)


def test_few_answers_are_read_here(
    started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEWEST", 4)
    assert read_ahead(given(3)) == read_here(given(3))
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert read_ahead(given(4)) == read_here(given(4))
    assert not started


GIVES_ONE = (
    "import pickle, sys; source, sink = sys.stdin.buffer, sys.stdout.buffer; "
    "sys.path[:] = pickle.load(source); names, portion = pickle.load(source), pickle.load(source); "
    "from interview_journal.analysis.consistency.answer_reading import read_told; "
    "read = [read_told(one, names) for one in portion]; pickle.dump(pickle.dumps(read), sink); "
    "sink.flush(); "
)


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit",
        "print('Hello!')",
        GIVES_ONE + "raise SystemExit",
        GIVES_ONE + "sink.write(b'not a pickle')",
        GIVES_ONE + "pickle.dump(b'not a pickle', sink)",
        GIVES_ONE + "pickle.dump(pickle.dumps([]), sink)",
        GIVES_ONE + "pickle.dump(pickle.dumps(7), sink)",
        GIVES_ONE + "import os; os.kill(os.getpid(), 9)",
    ],
)
def test_what_a_process_that_dies_leaves_is_read_here(
    program: str,
    started: list[subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(module, "_PROGRAM", program)
    told = given(750)
    assert read_ahead(told) == read_here(told)
    assert started[0].poll() is not None
    assert capfd.readouterr() == ("", "")


def test_where_no_process_can_start_all_is_read_here(
    started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert read_ahead(given(3)) == read_here(given(3))
    assert not started


def test_who_stops_halfway_ends_the_process(started: list[subprocess.Popen[bytes]]) -> None:
    with reading_ahead(2_000) as read_all:
        readings = read_all(given(2_000), NAMES)
        assert next(iter(readings)) == read_told(given(1)[0], NAMES)
        del readings
    assert started[0].poll() is not None


def test_the_process_starts_before_anything_is_known_and_ends_where_nothing_is_read(
    started: list[subprocess.Popen[bytes]],
) -> None:
    with reading_ahead(1):
        assert started[0].poll() is None
    assert started[0].poll() is not None


def test_the_process_ends_when_nobody_speaks_to_it() -> None:
    process = module._started()
    assert process is not None
    with process:
        assert process.communicate(timeout=60)[0] == b""


@pytest.mark.parametrize("is_file", [True, False])
def test_it_works_from_a_script_that_guards_nothing(is_file: bool, tmp_path: Path) -> None:
    # What stands there under a name of Python's is not taken for it.
    (tmp_path / "pickle.py").write_text("raise SystemExit('the wrong one')", encoding="utf-8")
    file = tmp_path / "script.py"
    file.write_text(WITHOUT_GUARD, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", *([str(file)] if is_file else ["-c", WITHOUT_GUARD])],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.strip(), done.stderr) == ("1 One month. notice", "")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["pickle.py", "script.py"]


def test_the_other_end_reads_what_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    told = given(len(SAID))
    source, sink = io.BytesIO(), io.BytesIO()
    for message in (NAMES, told[:2], told[2:]):
        pickle.dump(message, source)
    source.seek(0)
    shown = io.TextIOWrapper(sink)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(source))
    monkeypatch.setattr(sys, "stdout", shown)
    reading_worker.main()
    sink.seek(0)
    readings = [one for _ in range(2) for one in pickle.loads(pickle.load(sink))]  # noqa: S301
    assert {one.text for one in readings} == {""}
    given_back = [one.with_text(said.answer) for one, said in zip(readings, told, strict=True)]
    assert given_back == read_here(told)
