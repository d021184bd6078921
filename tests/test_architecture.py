"""The layers hold, the root stays light, and no module outgrows its reader."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.programs import CHECKOUT

PACKAGE = CHECKOUT / "interview_journal"
MODULES = sorted(PACKAGE.rglob("*.py"))
LINES_BEFORE_SPLIT = 400
HEAVY = {"pandas", "matplotlib", "scipy", "ipywidgets", "numpy", "IPython", "anywidget"}
SHAPELESS = {"utils", "util", "helpers", "helper", "common", "misc"}


def module_id(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def test_the_layers_hold() -> None:
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout


def modules_after(statement: str) -> set[str]:
    """Return the top-level modules that a bare Python holds after one statement."""
    program = f"{statement}\nimport sys, json; print(json.dumps(sorted(sys.modules)))"
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in json.loads(shown.stdout)}


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert modules_after("import interview_journal") & HEAVY == set()


def test_opening_a_journal_loads_nothing_heavy(tmp_path: Path) -> None:
    statement = f"import interview_journal as ij; ij.open_journal({str(tmp_path)!r}).answers"
    assert modules_after(statement) & HEAVY == set()


def test_the_command_line_starts_without_anything_heavy() -> None:
    assert modules_after("import interview_journal.cli") & HEAVY == set()


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < LINES_BEFORE_SPLIT


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_a_module_says_its_job_in_its_name(path: Path) -> None:
    assert path.stem.strip("_") not in SHAPELESS


def imports_the_root(tree: ast.AST) -> bool:
    """Return True where code imports the package itself, which reaches every layer lazily."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and any(a.name == PACKAGE.name for a in node.names):
            return True
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module == PACKAGE.name:
            return True
    return False


@pytest.mark.parametrize("path", MODULES, ids=module_id)
def test_no_module_imports_the_package_root(path: Path) -> None:
    assert not imports_the_root(ast.parse(path.read_text(encoding="utf-8")))


def truncating_opens(tree: ast.AST) -> list[int]:
    """Return the lines that open a file so that its old bytes are gone at once."""
    lines = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        values = [*node.args, *(keyword.value for keyword in node.keywords)]
        modes = [
            v.value for v in values if isinstance(v, ast.Constant) and isinstance(v.value, str)
        ]
        if name == "open" and any("w" in mode and set(mode) <= set("wbt+") for mode in modes):
            lines.append(node.lineno)
        if name in {"write_text", "write_bytes"}:
            lines.append(node.lineno)
    return lines


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "store").rglob("*.py")), ids=lambda path: path.name
)
def test_the_store_never_truncates_a_file(path: Path) -> None:
    assert truncating_opens(ast.parse(path.read_text(encoding="utf-8"))) == []


def test_a_truncating_open_would_be_seen() -> None:
    for code in ('open("a", "w")', 'p.open("wb")', 'open("a", mode="w+")', 'p.write_text("")'):
        assert truncating_opens(ast.parse(code)) == [1]
    for code in ('open("a", "rb")', 'p.open("ab")', 'open("w.csv")', "os.open(p, os.O_APPEND)"):
        assert truncating_opens(ast.parse(code)) == []
