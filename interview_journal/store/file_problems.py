"""What is to be said about one table's file and its rows, each with its place and a remedy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview_journal.core.problems import Problem
from interview_journal.store.table_file import TableFile

__all__ = ["file_problems"]

_NAMES_SHOWN_AT_MOST: Final = 5
_NAME_SHOWN_AT_MOST: Final = 40


def file_problems(file: TableFile) -> Iterator[Problem]:
    """Return every problem of the file and its rows that needs no record to be seen."""
    if file.refusal is not None:
        yield file.refusal
        return
    yield from file.notices
    yield from _columns(file)
    yield from file.rows.problems
    yield from _edited_rows(file)
    yield from _typed_rows(file)
    yield from _copied_rows(file)
    yield from _empty_rows(file)
    yield from _torn_row(file)
    yield from _missed_rows(file)


def _columns(file: TableFile) -> Iterator[Problem]:
    # An older file lacks no words: where they were cut out, the rows' end marks do not fit.
    later = {column.name for column in file.table.columns if column.is_later}
    for column, place in zip(file.table.header, file.layout.positions, strict=True):
        if place is None and column not in later:
            yield Problem(
                kind="missing column",
                file=file.path.name,
                column=column,
                found="no such column",
                expected=f"the column {column}",
                remedy="It is read as empty. The next save puts it back and keeps a backup.",
                notice=True,
            )
    own = [name for name in file.layout.names if name not in file.table.header]
    places = [place for place in file.layout.positions if place is not None]
    differences = []
    if own:
        shown = (name[:_NAME_SHOWN_AT_MOST] for name in own[:_NAMES_SHOWN_AT_MOST])
        more = " ..." if len(own) > _NAMES_SHOWN_AT_MOST else ""
        differences.append("columns of your own: " + ", ".join(shown) + more)
    if places != sorted(places):
        differences.append("columns in another order")
    if file.layout.separator != ",":
        differences.append("another separator than the comma")
    if differences:
        yield Problem(
            kind="other layout",
            file=file.path.name,
            line=1,
            found="; ".join(differences).encode("utf-8", "replace").decode("utf-8"),
            remedy="It is read and kept like that.",
            notice=True,
        )


def _edited_rows(file: TableFile) -> Iterator[Problem]:
    newest = file.rows.newest
    for record_id, revision, line in file.rows.edited:
        is_past = revision < newest[record_id].revision
        yield Problem(
            kind="edited outside",
            file=file.path.name,
            line=line,
            record_id=record_id,
            found="an earlier version that was changed outside this program"
            if is_past
            else "a row that was changed outside this program",
            remedy=f"Revision {newest[record_id].revision} is shown; this one is part of its past."
            if is_past
            else "It is taken as it stands; its next save gets a new revision.",
            notice=True,
        )


def _typed_rows(file: TableFile) -> Iterator[Problem]:
    for record_id, line in file.rows.typed.items():
        yield Problem(
            kind="typed by hand",
            file=file.path.name,
            line=line,
            record_id=record_id,
            found="a row typed by hand, without id or end mark",
            remedy="It is shown. Run interview-journal tidy to take it in for good.",
            notice=True,
        )


def _copied_rows(file: TableFile) -> Iterator[Problem]:
    for record_id, _, line in file.rows.copies:
        yield Problem(
            kind="row twice",
            file=file.path.name,
            line=line,
            record_id=record_id,
            found="a row that stands in the file before, with the same words",
            remedy="It is shown once. You can delete this line.",
            notice=True,
        )


def _empty_rows(file: TableFile) -> Iterator[Problem]:
    count = file.rows.blank_rows
    if count:
        yield Problem(
            kind="empty row",
            file=file.path.name,
            found="1 empty row" if count == 1 else f"{count} empty rows",
            remedy="They are passed over.",
            notice=True,
        )


def _torn_row(file: TableFile) -> Iterator[Problem]:
    if file.torn_bytes:
        yield Problem(
            kind="torn row set aside",
            file=file.path.name,
            found=f"{file.torn_bytes} bytes of a row that was never finished",
            remedy="The next save moves them to the folder recovered, byte for byte.",
        )


def _missed_rows(file: TableFile) -> Iterator[Problem]:
    for record_id, revision in file.missed.items():
        newest = file.rows.newest.get(record_id)
        yield Problem(
            kind="vanished",
            file=file.path.name,
            record_id=record_id,
            found="a row that was there before is gone"
            if newest is None
            else f"revision {revision} is gone, {newest.revision} is shown",
            expected=f"revision {revision}",
            remedy="Bring it back from a backup (interview-journal check --bring-back), or "
            "say that it may go (interview-journal check --accept-missing).",
            row_count=1,
        )
