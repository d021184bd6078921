"""Records as a tidy DataFrame, for those who live in notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.tables import Table, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from interview_journal.core.records import Record

__all__ = ["frame"]

_DTYPES: Final = {
    "id": "str",
    "link": "str",
    "line": "str",
    "long": "str",
    "choice": "str",
    "whole": "Int64",
    "number": "float64",
    "yes_no": "boolean",
    "day": "datetime64[s]",
    "moment": "datetime64[s, UTC]",
}


def frame(records: Iterable[Record]) -> pd.DataFrame:
    """Return one row a record, in the order given, one column a field.

    Args:
        records: Records of one kind, such as ``journal.answers``.

    Returns:
        The columns of the table, named as in its CSV file (``end`` left out):
            text, ids and choices: str; empty where nothing was entered, choices may be NA.
            whole numbers: Int64, numbers: float64, yes/no: boolean; NA where unknown.
            dates: datetime64 without a zone; times: datetime64 in UTC; NaT where unknown.
        Without records the frame has no rows and no columns.

    Raises:
        TypeError: If records of two kinds are mixed.

    Example:
        >>> from interview_journal.core.records import Setting
        >>> frame([Setting(name="tone", value="warm")])["value"].tolist()
        ['warm']
    """
    # pandas costs half a second; a form that never shows a frame must not pay it.
    import pandas as pd

    rows = list(records)
    kinds = {type(row) for row in rows}
    if len(kinds) > 1:
        names = ", ".join(sorted(kind.__name__ for kind in kinds))
        message = f"a frame holds records of one kind; these are {names}"
        raise TypeError(message)
    if not rows:
        return pd.DataFrame()
    table = table_of(kinds.pop())
    return pd.DataFrame({c.name: _series(pd, table, c.name, rows) for c in table.columns})


def _series(pd: Any, table: Table, name: str, rows: list[Record]) -> Any:  # noqa: ANN401
    column = next(c for c in table.columns if c.name == name)
    values = [getattr(row, name) for row in rows]
    if column.kind == "moment":
        return pd.to_datetime(pd.Series(values, dtype="object"), utc=True).astype(_DTYPES["moment"])
    if column.kind == "day":
        return pd.to_datetime(pd.Series(values, dtype="object")).astype(_DTYPES["day"])
    return pd.Series(values, dtype=_DTYPES[column.kind])
