"""Each notebook's one call gives a panel without a fault.

nbval alone would not see one: a panel shows an error instead of raising it.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from interview_journal.widgets.panel import Panel
from tests.programs import CHECKOUT
from tools.make_shipped_cells import code_cells

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOKS = sorted((CHECKOUT / "notebooks").glob("*.ipynb"))


def last_value(source: str) -> object:
    """Run a cell; return the value of its last expression, as a notebook shows it."""
    tree = ast.parse(source)
    last = tree.body.pop()
    assert isinstance(last, ast.Expr)
    names: dict[str, object] = {}
    exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - our own notebook
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_shows_a_panel_without_a_fault(path: Path, journal_home: Path) -> None:
    panel = last_value(code_cells(path)[-1])
    assert isinstance(panel, Panel)
    assert panel.notice.message.get("kind") not in {"error", "bug"}, panel.notice.message
    assert not journal_home.exists(), "only looking must not make a journal"
