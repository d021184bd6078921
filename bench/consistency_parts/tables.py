"""Figures as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["section", "short", "table"]


def short(value: float, digits: int = 2) -> str:
    """Return a share without its leading nought: ".75".

    Example:
        >>> short(0.754), short(1.0), short(12.5, 1)
        ('.75', '1.00', '12.5')
    """
    text = f"{value:.{digits}f}"
    return text[1:] if text.startswith("0.") else text


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; pipes inside a cell are escaped."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        f"| {' | '.join(str(cell).replace('|', '&#124;') for cell in line)} |" for line in lines
    )


def section(title: str, *parts: str, level: int = 2) -> str:
    """Return a titled part of a page."""
    return "\n\n".join((f"{'#' * level} {title}", *parts))
