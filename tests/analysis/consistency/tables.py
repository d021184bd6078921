"""The tables of sentences beside the tests: adding a line to one adds a test."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

HERE = Path(__file__).parent


def load_table(name: str) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a table by their section."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def rows_of(name: str, section: str | None = None) -> list[ParameterSet]:
    """Return the rows of one section of a table, or of all, as parameters of a test."""
    return [
        pytest.param(row, id=str(row.get("id") or row.get("said") or row.get("a"))[:60])
        for part, rows in load_table(name).items()
        if section in (None, part)
        for row in rows
    ]
