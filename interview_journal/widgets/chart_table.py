"""A figure's frame as words for a table on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from interview_journal.analysis.trend_values import Figure

__all__ = ["chart_table"]

ROWS_AT_MOST: Final = 200
UNKNOWN: Final = "–"


def chart_table(figure: Figure) -> dict[str, Any]:
    """Return columns, rows of words, a caption and the line of Python that gives the frame.

    Ids are left out, for they tell a person nothing; the line of Python gives them too.
    """
    frame = figure.frame
    names = [str(name) for name in frame.columns if not str(name).endswith("_id")]
    rows = frame[names].head(ROWS_AT_MOST).itertuples(index=False, name=None)
    count = len(frame)
    note = ""
    if count > ROWS_AT_MOST:
        note = f"The first {ROWS_AT_MOST} of {count:,} rows. The line below gives all of them."
    return {
        "caption": f"{figure.title}: {count:,} row{'' if count == 1 else 's'}",
        "columns": [name.replace("_", " ").capitalize() for name in names],
        "rows": [[_word(value) for value in row] for row in rows],
        "note": note,
        "code": figure.code,
    }


def _word(value: Any) -> str:  # noqa: ANN401 - whatever a frame holds
    import pandas as pd

    # NA is asked for first: it refuses to be compared.
    if value is None or value is pd.NaT or value is pd.NA or value != value:  # noqa: PLR0124 - NaN alone differs from itself
        return UNKNOWN
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        return "yes" if value else "no"
    if isinstance(value, pd.Timestamp):
        return str(value.date())
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value)
