"""The JupyterLab extension knows the notebooks as they are, and is found where it must be."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib

import pytest

from tests.programs import CHECKOUT
from tools.make_shipped_cells import SHIPPED_CELLS, code_cells, shipped_cells_text

EXTENSION = CHECKOUT / "interview_journal/labextension/interview-journal-opener"
ENTRY = EXTENSION / "static/remoteEntry.js"


def test_the_extension_knows_the_notebooks_as_they_are() -> None:
    shipped = SHIPPED_CELLS.read_text(encoding="utf-8")
    assert shipped == shipped_cells_text(), "run: make docs"


def test_every_notebook_is_shipped() -> None:
    shipped = json.loads(SHIPPED_CELLS.read_text(encoding="utf-8"))
    assert sorted(shipped) == sorted(p.name for p in (CHECKOUT / "notebooks").glob("*.ipynb"))
    assert all(shipped.values())


def test_no_two_notebooks_hold_the_same_cells() -> None:
    cells = [code_cells(path) for path in (CHECKOUT / "notebooks").glob("*.ipynb")]
    assert len({json.dumps(one) for one in cells}) == len(cells)


def test_the_extension_has_the_projects_version() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    package = json.loads((EXTENSION / "package.json").read_text(encoding="utf-8"))
    assert package["version"] == project["version"]
    assert package["name"] == EXTENSION.name
    assert (EXTENSION / package["jupyterlab"]["_build"]["load"]) == ENTRY


def test_the_extension_asks_no_address_but_its_own_server() -> None:
    assert "://" not in ENTRY.read_text(encoding="utf-8")


def test_the_script_has_no_syntax_error() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed; the browser tests run the script itself")
    checked = subprocess.run([node, "--check", ENTRY], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
