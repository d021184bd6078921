"""How well the comparison does, as measured; shown beside what it can and cannot find."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["MeasuredFigure", "measured_figures", "parse_figures"]


class MeasuredFigure(NamedTuple):
    """One figure.

    Attributes:
        words: What was measured.
        value: What came out, as it is shown.
    """

    words: str
    value: str


def parse_figures(text: str) -> tuple[MeasuredFigure, ...]:
    """Return the figures of a file's text; what is not whole is left out.

    Example:
        >>> parse_figures('figures = [{words = "Found", value = "7 of 10"}, {words = "Half"}]')
        (MeasuredFigure(words='Found', value='7 of 10'),)
    """
    try:
        entries = tomllib.loads(text).get("figures", [])
    except tomllib.TOMLDecodeError:
        return ()
    return tuple(
        MeasuredFigure(str(one["words"]), str(one["value"]))
        for one in (entries if isinstance(entries, list) else ())
        if isinstance(one, dict) and one.get("words") and one.get("value")
    )


@cache
def measured_figures() -> tuple[MeasuredFigure, ...]:
    """Return the figures that come with the program; none before they were measured."""
    source = files("interview_journal.analysis").joinpath("consistency_figures.toml")
    return parse_figures(source.read_text(encoding="utf-8"))
