"""Whether a file's first line is certainly the header of one of our tables.

A column that is merely missing reads as empty. One that was renamed would read as empty too
and look like lost words, so it is told apart: by the end marks, which fit again once the
name is put back, and by names that are nearly ours.
"""

from __future__ import annotations

import difflib
import itertools
from collections.abc import Iterator, Sequence
from typing import Final

from interview_journal.core.problems import Problem
from interview_journal.core.tables import END_COLUMN, Table
from interview_journal.store.row_form import is_whole

__all__ = ["header_problem"]

_ROWS_LOOKED_AT: Final = 5
_ROW_LOOKED_AT_MOST: Final = 20_000
_OWN_COLUMNS_AT_MOST: Final = 64
_NAME_SHOWN_AT_MOST: Final = 40
_NEARLY: Final = 0.75
_NOT_UNTIL_THEN: Final = "nothing is written to this file until then."


def header_problem(table: Table, names: Sequence[str], rows: Iterator[list[str]]) -> Problem | None:
    """Return why this first line is not certainly our header, or None.

    Args:
        table: Whose file it is.
        names: The header's cells, stripped, empty ones at its end left out.
        rows: What follows the header, as far as it is known.
    """
    if not _is_ours(table, names):
        alike = _alike(table, names)
        return _problem(
            table,
            "a first line without the names of our columns",
            f"the header {', '.join(table.header)}",
            _renaming(alike if len(alike) > 1 else [])
            or f"Put our header into the first line, or move the file elsewhere; {_NOT_UNTIL_THEN}",
        )
    doubled = sorted({name for name in names if name and names.count(name) > 1})
    if doubled:
        return _problem(
            table,
            f"the column {_shown(doubled[0])} twice",
            "every column once",
            f"Rename or remove one of the two; {_NOT_UNTIL_THEN}",
        )
    looked_at = _rows_looked_at(names, rows)
    renamed = _proven(table, names, looked_at) or [
        pair for pair in _alike(table, names) if not _is_own(table, names, pair[0], looked_at)
    ]
    lacking = _lacking(table, names)
    if renamed or lacking:
        return _problem(
            table,
            f"no column {renamed[0][1] if renamed else lacking}",
            f"the header {', '.join(table.header)}",
            _renaming(renamed) or f"Put the column {lacking} back; {_NOT_UNTIL_THEN}",
        )
    return None


def _is_ours(table: Table, names: Sequence[str]) -> bool:
    content = sum(column.name in names for column in table.content_columns)
    if not content:
        return False
    if "id" in names and END_COLUMN in names:
        return True
    # A foreign table may have a "name" or a "status" too; among mostly other names it proves
    # nothing.
    return 2 * sum(name in table.header for name in names) >= len(names)


def _lacking(table: Table, names: Sequence[str]) -> str | None:
    """Return a text column without which no row can be read."""
    for column in table.content_columns:
        if column.required and column.is_free_text and column.name not in names:
            return column.name
    return None


def _own_names(table: Table, names: Sequence[str]) -> list[str]:
    return [name for name in names if name and name not in table.header][:_OWN_COLUMNS_AT_MOST]


def _rows_looked_at(names: Sequence[str], rows: Iterator[list[str]]) -> list[list[str]]:
    return [
        row
        for row in itertools.islice(rows, _ROWS_LOOKED_AT)
        if len(row) >= len(names) and sum(map(len, row)) <= _ROW_LOOKED_AT_MOST
    ]


def _cells(table: Table, names: Sequence[str], row: Sequence[str]) -> list[str]:
    """Return a row's cells in the table's order, empty where the header lacks the column."""
    return [row[names.index(name)] if name in names else "" for name in table.header]


def _is_own(table: Table, names: Sequence[str], name: str, rows: Sequence[Sequence[str]]) -> bool:
    """Return whether a row was whole without that column, which somebody filled in.

    A column of ours that came later may be missing, and a person's own be called nearly the same.
    """
    at = names.index(name)
    for row in rows:
        cells = _cells(table, names, row)
        if row[at] and is_whole(cells[:-1], cells[-1]):
            return True
    return False


def _proven(
    table: Table, names: Sequence[str], rows: Sequence[Sequence[str]]
) -> list[tuple[str, str]]:
    """Return the renamed column and its right name when rows are whole with it, else nothing."""
    missing = [name for name in table.header if name not in names]
    own = _own_names(table, names)
    if not missing or not own:
        return []
    for name, other in itertools.product(missing, own):
        as_ours = [name if found == other else found for found in names]
        for row in rows:
            cells = _cells(table, as_ours, row)
            # An empty cell proves nothing: the row is whole with it and without.
            if row[names.index(other)] and is_whole(cells[:-1], cells[-1]):
                return [(other, name)]
    return []


def _alike(table: Table, names: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of a name that is nearly ours and ours, for columns that are missing."""
    own = {name.lower().replace(" ", "_"): name for name in _own_names(table, names)}
    pairs: list[tuple[str, str]] = []
    for column in table.header if own else ():
        near = difflib.get_close_matches(column, own, n=1, cutoff=_NEARLY)
        if column not in names and near:
            pairs.append((own[near[0]], column))
    return pairs


def _renaming(pairs: list[tuple[str, str]]) -> str:
    if not pairs:
        return ""
    steps = ", ".join(f"{_shown(own)} to {ours}" for own, ours in pairs[:3])
    return f"Rename {steps} in the first line; {_NOT_UNTIL_THEN}"


def _shown(name: str) -> str:
    """Return the name as it can be printed, whatever bytes it was made of."""
    return name[:_NAME_SHOWN_AT_MOST].encode("utf-8", "replace").decode("utf-8")


def _problem(table: Table, found: str, expected: str, remedy: str) -> Problem:
    return Problem(
        kind="unknown header",
        file=table.file_name,
        line=1,
        found=found,
        expected=expected,
        remedy=remedy,
    )
