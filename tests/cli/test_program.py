"""Every command explains itself, and tells an error in one sentence."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

import click
import pytest

from interview_journal.cli import care_commands, frame
from interview_journal.cli.frame import JournalCommand
from interview_journal.cli.program import program
from tests.api.journals import write_evening
from tests.cli.running import run
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = sorted(program.commands)
WANTED = {
    "activity",
    "app",
    "backup",
    "briefing",
    "calendar",
    "check",
    "consistency",
    "demo",
    "due",
    "erase",
    "export",
    "history",
    "lab",
    "new",
    "restore",
    "tidy",
}


def in_its_own_process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the installed way, with whatever the terminal is said to be."""
    return subprocess.run(
        [sys.executable, "-m", "interview_journal", *words],
        cwd=CHECKOUT,
        env=os.environ | environment,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_all_commands_are_there() -> None:
    assert set(COMMANDS) == WANTED


def test_the_program_lists_its_commands_in_whole_sentences() -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    _, _, listed = shown.output.partition("Commands:")
    for name in COMMANDS:
        assert f"\n  {name} " in listed
    assert "..." not in listed
    assert "interview-journal lab" in shown.output


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_explains_itself_with_an_example(name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert f"\n  interview-journal {name}" in shown.output
    command = program.commands[name]
    assert isinstance(command, JournalCommand)
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert option.help.endswith(".")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_examples_are_words_it_takes(name: str) -> None:
    command = program.commands[name]
    assert isinstance(command, JournalCommand)
    for example in command.examples:
        assert example.startswith(f"interview-journal {name}")
        words = example.replace('"', "").split()[2:]
        names = {o for param in command.params for o in param.opts}
        assert {word for word in words if word.startswith("--")} <= names


@pytest.mark.parametrize("name", sorted(WANTED - {"demo", "restore"}))
def test_every_command_takes_the_journal_in_one_way(name: str) -> None:
    assert any("--journal" in param.opts for param in program.commands[name].params)


def test_the_short_help_option_works_everywhere() -> None:
    assert run("-h").exit_code == 0
    assert run("check", "-h").exit_code == 0


def test_the_version_is_that_of_the_package() -> None:
    shown = run("--version")
    assert shown.output == f"interview-journal {version('interview-journal')}\n"


@pytest.mark.parametrize("words", [["nonsense"], ["check", "--nonsense"], ["export"], ["history"]])
def test_a_wrong_call_ends_with_two(words: list[str]) -> None:
    assert run(*words).exit_code == 2


def test_the_journal_named_twice_is_refused(tmp_path: Path) -> None:
    shown = run("check", tmp_path, "--journal", tmp_path)
    assert shown.exit_code == 2
    assert "Name the journal once" in shown.output


@pytest.mark.parametrize("name", ["check", "tidy", "lab", "app", "new"])
def test_an_empty_name_is_no_folder(name: str) -> None:
    shown = run(name, "")
    assert shown.exit_code == 2
    assert "its name is empty" in shown.output


@pytest.mark.parametrize(
    "words",
    [
        ["check", "there is none"],
        ["tidy"],
        ["export", "--to", "somewhere"],
        ["backup", "b.zip"],
        ["history", "a_x"],
        ["erase", "a_x", "--yes"],
    ],
)
def test_a_missing_journal_is_told_in_a_sentence(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = run(*words)
    assert shown.exit_code == 2
    assert "there is no such folder" in shown.output
    assert len(shown.output.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_an_error_goes_to_the_error_stream_and_says_nothing_else(tmp_path: Path) -> None:
    shown = in_its_own_process("check", str(tmp_path / "none"))
    assert shown.returncode == 2
    assert shown.stdout == b""
    assert shown.stderr.decode().startswith("The journal folder ")
    assert b"Traceback" not in shown.stderr


def test_our_own_bug_shows_where_it_is_and_no_private_word(
    journal_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_evening(journal_home)

    def fail(*_: object) -> None:
        raise RuntimeError("Better words.")

    monkeypatch.setattr(care_commands, "summary", fail)
    shown = run("check")
    assert shown.exit_code == 70
    assert "RuntimeError at care_commands.py line" in shown.output
    assert "our bug" in shown.output
    assert "Better words" not in shown.output
    assert "Traceback" not in shown.output


def test_a_bug_without_a_place_of_ours_is_told_too() -> None:
    assert "an unknown place" in frame._our_bug(RuntimeError("words"))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            PermissionError(errno.EACCES, "no", "/deep/answers.csv"),
            "answers.csv: Permission denied",
        ),
        (OSError(errno.EIO, "no"), "The system: Input/output error"),
        (TimeoutError(), "The system: TimeoutError"),
    ],
)
def test_an_error_of_the_system_is_told_in_a_sentence(
    error: OSError, said: str, journal_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_evening(journal_home)

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(care_commands, "summary", fail)
    shown = run("check")
    assert shown.exit_code == 2
    assert said in shown.output
    assert "Traceback" not in shown.output


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_console_of_any_encoding_shows_every_text(encoding: str, journal_home: Path) -> None:
    evening = write_evening(journal_home)
    evening.journal.revise(evening.application, notes="\u65e5\u672c \U0001f600 \x1b[31mred")
    shown = in_its_own_process("history", evening.application.id, PYTHONIOENCODING=encoding)
    assert shown.returncode == 0, shown.stderr
    text = shown.stdout.decode(encoding)
    assert "\\x1b[31mred" in text
    assert ("\U0001f600" if encoding == "utf-8" else "\\U0001f600") in text


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of POSIX")
def test_a_closed_pipe_ends_quietly(journal_home: Path) -> None:
    evening = write_evening(journal_home)
    answer = evening.journal.revise(evening.answer, answer="line\n" * 100_000)
    reader, writer = os.pipe()
    os.close(reader)
    ended = subprocess.run(
        [sys.executable, "-m", "interview_journal", "history", answer.id],
        cwd=CHECKOUT,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert ended.returncode == 1
    assert ended.stderr == b""
