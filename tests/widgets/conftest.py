"""An evening with an empty journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.widgets.evening import Evening
from tests.widgets.people_page import Page
from tests.widgets.preparing import Morning
from tests.widgets.rating import Desk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return Evening(tmp_path / "own")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "own")


@pytest.fixture
def page(tmp_path: Path) -> Page:
    return Page(tmp_path / "own")


@pytest.fixture
def morning(tmp_path: Path) -> Morning:
    return Morning(tmp_path / "own")
