"""A person's text on a terminal changes nothing of the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.cli import screen
from interview_journal.cli.screen import command_for, counted, harmless, indented, when


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_control_character_reaches_the_terminal(text: str) -> None:
    shown = harmless(text)
    assert all(char.isprintable() or char in "\n\t" or ord(char) >= 0xA0 for char in shown)
    assert shown.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain \u65e5\u672c \U0001f600\n\ttext", "plain \u65e5\u672c \U0001f600\n\ttext"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\u202eturned", "\\u202eturned"),
        ("c1 \x9b31m", "c1 \\x9b31m"),
        ("back\x08space\rreturn", "back\\x08space\\rreturn"),
    ],
)
def test_what_a_terminal_would_obey_is_spelled_out(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_every_line_is_moved_in() -> None:
    assert indented("one\ntwo", "> ") == "> one\n> two"


def test_numbers_have_their_noun() -> None:
    assert counted(1, "answer") == "1 answer"
    assert counted(1200, "answer") == "1,200 answers"


def test_a_missing_time_is_said() -> None:
    assert when(None) == "at an unknown time"


@pytest.mark.parametrize(
    ("system", "shown"), [("posix", "'two words'"), ("nt", '"two words"')], ids=["POSIX", "Windows"]
)
def test_a_folder_with_a_space_can_be_copied_into_the_terminal(
    system: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path("two words")

    class System:
        name = system

    monkeypatch.setattr(screen, "os", System)
    assert command_for("lab", path) == f"interview-journal lab {shown}"
    assert command_for("lab", Path("one")) == "interview-journal lab one"
    assert command_for("lab") == "interview-journal lab"


def test_a_stream_that_is_no_console_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", object())
    screen.show_every_character()
