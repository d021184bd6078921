"""lab, app, new and demo open the right journal and say where it is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

import interview_journal.cli as command_line
from interview_journal.api import demo as demo_api
from interview_journal.cli import opening_commands
from tests.api.journals import write_evening
from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path

Calls = list[tuple[tuple[Any, ...], dict[str, Any]]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What would have been opened; no server is started."""
    calls: Calls = []

    def record(*args: Any, **options: Any) -> int:
        calls.append((args, options))
        return 3

    monkeypatch.setattr(opening_commands, "run_lab", record)
    monkeypatch.setattr(opening_commands, "run_app", record)
    return calls


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_evening(tmp_path / "sample").journal.path
    monkeypatch.setattr(demo_api, "sample_path", lambda: folder)
    return folder


@pytest.mark.parametrize("name", ["lab", "app"])
def test_without_a_name_the_choice_is_left_to_the_journal(name: str, opened: Calls) -> None:
    assert run(name).exit_code == 3
    assert opened == [((None, None), {"open_browser": True})]


@pytest.mark.parametrize("name", ["lab", "app"])
@pytest.mark.parametrize("spelling", [[], ["--journal"]])
def test_a_named_journal_is_opened(
    name: str, spelling: list[str], opened: Calls, tmp_path: Path
) -> None:
    (tmp_path / "notebooks").mkdir()
    options = ["--notebooks", tmp_path / "notebooks", "--no-browser"]
    run(name, *spelling, tmp_path / "mine", *options)
    assert opened == [((tmp_path / "mine", tmp_path / "notebooks"), {"open_browser": False})]


def test_a_journal_that_cannot_be_opened_starts_nothing(opened: Calls, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    shown = run("lab", tmp_path / "file")
    assert shown.exit_code == 2
    assert "it is a file" in shown.output
    assert opened == []


def test_new_makes_the_journal_and_says_where_it_is(journal_home: Path) -> None:
    shown = run("new")
    assert shown.exit_code == 0
    assert f"Your journal is here, and empty: {journal_home}" in shown.output
    assert "Open it with: interview-journal lab\n" in shown.output
    assert journal_home.is_dir()


def test_new_elsewhere_says_how_to_open_it_there(tmp_path: Path) -> None:
    shown = run("new", tmp_path / "second")
    assert f"interview-journal lab {tmp_path / 'second'}" in shown.output


def test_new_says_what_a_journal_holds_that_is_there(journal_home: Path) -> None:
    write_evening(journal_home)
    shown = run("new")
    assert "It holds 1 application, 1 interview, 1 answer." in shown.output


def test_new_warns_of_a_folder_that_git_would_publish(journal_home: Path) -> None:
    write_evening(journal_home)
    (journal_home.parent / ".git").mkdir()
    (journal_home / ".gitignore").write_text("", encoding="utf-8")
    assert "git repository" in run("new").output


def test_the_example_is_copied_and_named(sample: Path, journal_home: Path, opened: Calls) -> None:
    assert sample.is_dir()
    shown = run("demo")
    place = journal_home.parent / "example"
    assert shown.exit_code == 0
    assert f"The example is here: {place}" in shown.output
    assert f"interview-journal lab {place}" in shown.output
    assert (place / "answers.csv").is_file()
    assert opened == []
    assert not journal_home.exists()


def test_the_example_is_opened_at_once(sample: Path, tmp_path: Path, opened: Calls) -> None:
    assert sample.is_dir()
    assert run("demo", tmp_path / "x", "--open", "--no-browser").exit_code == 3
    assert opened == [((tmp_path / "x",), {"open_browser": False})]


def test_the_program_starts_from_its_entry_point(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["x", "--help"])
    with pytest.raises(SystemExit) as ended:
        command_line.main()
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("Usage: interview-journal")
