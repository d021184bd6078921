"""Notebooks are committed clean, define nothing, and open folded to one friendly line."""

from __future__ import annotations

import ast
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOKS = sorted((CHECKOUT / "notebooks").glob("*.ipynb"))
FIRST_LINE = "# Press Run, then Run All Cells, to open your journal"
MAX_BYTES = 4_000
MAX_CELL_LINES = 6
IMPORTS_ALLOWED = {"interview_journal", "matplotlib"}

pytestmark = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)


def read(path: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def code_cells(path: Path) -> list[dict[str, Any]]:
    return [cell for cell in read(path)["cells"] if cell["cell_type"] == "code"]


def test_a_notebook_holds_no_output_no_count_and_no_widget(path: Path) -> None:
    assert "widgets" not in read(path)["metadata"]
    for cell in code_cells(path):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None


def test_a_notebook_imports_and_calls_but_defines_nothing(path: Path) -> None:
    for cell in code_cells(path):
        source = "".join(cell["source"])
        assert len(source.splitlines()) <= MAX_CELL_LINES
        for node in ast.walk(ast.parse(source)):
            assert not isinstance(
                node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda
            )
            if isinstance(node, ast.Import):
                assert {alias.name.split(".")[0] for alias in node.names} <= IMPORTS_ALLOWED
            if isinstance(node, ast.ImportFrom):
                assert (node.module or "").split(".")[0] in IMPORTS_ALLOWED


def test_a_folded_cell_says_what_to_press(path: Path) -> None:
    for cell in code_cells(path):
        assert "".join(cell["source"]).splitlines()[0] == FIRST_LINE


def test_a_cell_is_folded_and_safe_from_one_key_shortcuts(path: Path) -> None:
    for cell in code_cells(path):
        assert cell["metadata"]["jupyter"]["source_hidden"] is True
        assert cell["metadata"]["deletable"] is False
        assert cell["metadata"]["editable"] is False


def test_a_notebook_asks_for_the_plain_python_kernel(path: Path) -> None:
    assert read(path)["metadata"]["kernelspec"]["name"] == "python3"


def test_a_notebook_is_small_and_in_jupyters_own_layout(path: Path) -> None:
    # Saving it from JupyterLab must not make a difference that git would show.
    text = path.read_text(encoding="utf-8")
    assert len(text) <= MAX_BYTES
    assert text == json.dumps(read(path), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
