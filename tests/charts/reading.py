"""What a chart holds, asked of its artists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["band", "line", "rows_of", "words"]


def words(ax: Axes) -> list[str]:
    """Return every text of the axes, lines joined."""
    return [" ".join(one.get_text().split()) for one in ax.texts]


def line(ax: Axes, label: str) -> Any:
    """Return the line of that name."""
    (found,) = [one for one in ax.lines if one.get_label() == label]
    return found


def rows_of(ax: Axes, label: str, *, across: int = 0) -> Any:
    """Return where each stroke of the collections of that name begins and ends, row for row."""
    found: list[Any] = [one for one in ax.collections if one.get_label() == label]
    paths = [path.vertices[:, across] for one in found for path in one.get_paths()]
    return np.array([[ends[0], ends[-1]] for ends in paths])


def band(ax: Axes, label: str) -> tuple[float, float]:
    """Return the lowest and highest point of a shade."""
    (found,) = [one for one in ax.collections if one.get_label() == label]
    shade: Any = found
    corners = shade.get_paths()[0].vertices
    return float(corners[:, 1].min()), float(corners[:, 1].max())
