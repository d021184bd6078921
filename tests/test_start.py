"""start.py: makes the environment once, is quick afterwards, and says what to do when it cannot."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import ModuleType

RECIPE = ("start.py", "pyproject.toml", "constraints.txt")
POSIX = pytest.mark.skipif(os.name != "posix", reason="starts a POSIX shell script")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what start.py reads, and nothing made yet."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    for name in RECIPE:
        shutil.copy(CHECKOUT / name, folder)
    (folder / "interview_journal").mkdir()
    return folder


@pytest.fixture
def start(checkout: Path) -> ModuleType:
    """start.py of that folder, as a module."""
    spec = importlib.util.spec_from_file_location("start_under_test", checkout / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pretend_made(start: ModuleType, extras: list[str]) -> None:
    """Leave behind what a complete set-up leaves, without the minutes."""
    python = start.venv_python()
    python.parent.mkdir(parents=True)
    python.touch()
    start.write_stamp(start.recipe_hash(), set(extras))


def launch(
    checkout: Path, *arguments: str, more: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "start.py", *arguments],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **(more or {})},
    )


def test_a_second_set_up_starts_no_other_program_and_says_nothing(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    pretend_made(start, ["test"])

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a second set-up has nothing to do")

    monkeypatch.setattr(start.subprocess, "run", refuse)
    monkeypatch.setattr(start.subprocess, "Popen", refuse)
    start.set_up({"test"})
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ("line-length = 100", "line-length = 90", False),
        ("rapidfuzz>=3", "rapidfuzz>=4", True),
        ('requires = ["hatchling>=1.26', 'requires = ["hatchling>=1.27', True),
    ],
)
def test_only_what_the_environment_is_made_from_makes_it_anew(
    checkout: Path, start: ModuleType, old: str, new: str, changes: bool
) -> None:
    before = start.recipe_hash()
    project = checkout / "pyproject.toml"
    text = project.read_text(encoding="utf-8")
    assert old in text
    project.write_text(text.replace(old, new), encoding="utf-8")
    assert (start.recipe_hash() != before) is changes


def test_a_new_constraint_makes_the_environment_anew(checkout: Path, start: ModuleType) -> None:
    before = start.recipe_hash()
    (checkout / "constraints.txt").write_text("click==8.0\n", encoding="utf-8")
    assert start.recipe_hash() != before


def test_extras_add_up_so_that_lab_and_test_do_not_undo_each_other(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_made(start, ["app", "test"])
    installed: list[set[str]] = []
    monkeypatch.setattr(start, "install", installed.append)
    monkeypatch.setattr(start, "make_venv", lambda **_: None)
    start.set_up(set())
    start.set_up({"test"})
    assert installed == []
    start.set_up({"bench"})
    assert installed == [{"app", "bench", "test"}]
    assert start.read_stamp()[1] == {"app", "bench", "test"}


@pytest.mark.parametrize("stamp", ["", "{}", "[1, 2]", '{"recipe": 1}', "not json"])
def test_a_damaged_stamp_counts_as_none(start: ModuleType, stamp: str) -> None:
    pretend_made(start, [])
    start.STAMP.write_text(stamp)
    assert start.read_stamp() == ("", set())


def test_an_interrupted_set_up_is_done_again(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_made(start, [])

    def interrupted(_: set[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "make_venv", lambda **_: None)
    monkeypatch.setattr(start, "install", interrupted)
    with pytest.raises(KeyboardInterrupt):
        start.set_up({"test"})
    assert start.read_stamp() == ("", set())


@POSIX
def test_an_environment_whose_python_was_exchanged_is_made_anew(
    start: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend_made(start, ["test"])
    (start.VENV / "pyvenv.cfg").touch()
    start.venv_python().unlink()
    start.venv_python().symlink_to(tmp_path)
    made: list[bool] = []
    monkeypatch.setattr(start, "make_venv", lambda *, keep: made.append(keep))
    monkeypatch.setattr(start, "install", lambda _: None)
    start.set_up({"test"})
    assert made == [False]


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("Failed to establish a new connection: NewConnectionError", "internet"),
        ("Temporary failure in name resolution", "internet"),
        ("PermissionError: [Errno 13] Permission denied: '.venv'", "cannot be written"),
        ("[WinError 5] Access is denied", "cannot be written"),
        ("ERROR: No matching distribution found for pandas", "install one of them"),
        ("something never seen before", "start.py clean"),
    ],
)
def test_each_trouble_comes_with_what_to_do(start: ModuleType, said: str, advice: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        start.explain(said, "Setting up did not work.")
    assert advice in str(stopped.value)


def test_a_python_without_venv_is_told_which_package_to_install(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "find_spec", lambda name: None if name == "ensurepip" else name)
    with pytest.raises(SystemExit, match=r"apt install python3\.\d+-venv"):
        start.make_venv(keep=False)


def test_an_old_python_is_told_so_before_anything_else(checkout: Path) -> None:
    program = (
        "import runpy, sys; sys.version_info = (3, 9, 6); "
        "sys.argv = ['start.py']; runpy.run_path('start.py', run_name='__main__')"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": ""},
    )
    assert shown.returncode == 1
    assert "needs Python 3.11 or newer" in shown.stderr
    assert "Traceback" not in shown.stderr


def test_no_network_is_explained_in_a_real_run(checkout: Path) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "1"}
    nowhere |= {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_CACHE_DIR": "1", "PIP_FIND_LINKS": ""}
    shown = launch(checkout, "setup", more=nowhere)
    assert shown.returncode == 1
    assert "no way to the internet" in shown.stderr
    assert "Traceback" not in shown.stderr
    assert not (checkout / ".venv" / "interview-journal.json").exists()


def test_an_unknown_command_shows_the_known_ones(checkout: Path) -> None:
    shown = launch(checkout, "lob")
    assert shown.returncode == 1
    assert 'no command "lob"' in shown.stderr
    assert "python start.py lab" in shown.stdout


def test_children_compile_bytecode_even_where_it_is_switched_off(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "somewhere")
    assert {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"} & start.child_environment().keys() == set()


def test_clean_removes_the_environment_and_never_a_journal(checkout: Path) -> None:
    kept = checkout / "data" / "journal" / "answers.csv"
    for path in (kept, checkout / ".venv" / "x", checkout / "tests" / "__pycache__" / "x.pyc"):
        path.parent.mkdir(parents=True)
        path.write_text("x", encoding="utf-8")
    assert launch(checkout, "clean").returncode == 0
    assert kept.exists()
    assert not (checkout / ".venv").exists()
    assert not (checkout / "tests" / "__pycache__").exists()


def test_the_makefile_only_calls_start_py() -> None:
    lines = (CHECKOUT / "Makefile").read_text(encoding="utf-8").splitlines()
    recipes = [line.strip() for line in lines if line.startswith("\t")]
    targets = [line.split(":")[0] for line in lines if re.match(r"[a-z]+:", line)]
    assert set(targets) >= {"lab", "test", "lint", "bench", "docs", "clean"}
    assert recipes == [f"@$(PYTHON) start.py {target}" for target in targets]


@POSIX
def test_a_double_click_on_a_mac_or_on_linux_opens_the_journal(checkout: Path) -> None:
    script = checkout / "start.command"
    shutil.copy(CHECKOUT / "start.command", script)
    assert script.stat().st_mode & stat.S_IXUSR
    shown = subprocess.run(
        [script, "help"], capture_output=True, text=True, check=False, cwd=checkout.parent
    )
    assert "opens the journal" in shown.stdout


def test_the_windows_script_has_windows_line_ends() -> None:
    lines = (CHECKOUT / "start.bat").read_bytes().split(b"\n")
    assert all(line.endswith(b"\r") for line in lines[:-1])
