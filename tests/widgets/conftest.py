"""An evening with an empty journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.widgets.evening import Evening

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return Evening(tmp_path / "own")
