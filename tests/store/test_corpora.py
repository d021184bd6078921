"""Public collections of nasty tables, put in the place of one of ours.

Nothing is raised, time is bounded, and every row is read or reported; no row that the ``csv``
module reads well is missing. The collections stand beside the checkout, not in it.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from interview_journal.core import records as rec
from interview_journal.errors import TableRefusedError
from interview_journal.store.encodings import decode_text, encode_text, holds_no_text
from tests.store.examples import ANSWERS, example, open_at, reader_of, settled

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.table_reader import TableReader

UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
NAMES = ("question", "answer", "topic", "note", "better_answer")
SECONDS_AT_MOST = 2.0


class Collected(NamedTuple):
    """One table of a collection."""

    name: str
    data: bytes


@pytest.fixture(scope="module")
def collected(shared_data: Path) -> list[Collected]:
    folder = shared_data / "nasty_csv"
    found = [
        Collected(path.relative_to(folder).as_posix(), path.read_bytes())
        for pattern in ("*.csv", "*.tsv")
        for path in sorted(folder.rglob(pattern))
    ]
    cases = json.loads((folder / "clevercsv-tests/inline_cases.json").read_text(encoding="utf-8"))
    found += [
        Collected(f"clevercsv-{number}", "".join(case["input"]).encode())
        for number, case in enumerate(cases)
    ]
    assert len(found) >= 208 + 85
    return found


def rows_of(text: str, separator: str, *, strict: bool = False) -> list[list[str]]:
    stream = io.StringIO(text, newline="")
    return list(csv.reader(stream, delimiter=separator, strict=strict))


def filled(rows: list[list[str]]) -> list[list[str]]:
    return [row for row in rows if any(cell.strip(" \t;|\0\ufeff") for cell in row)]


def accounted(reader: TableReader) -> int:
    """Return how many rows were read or reported."""
    reported = sum(problem.row_count for problem in reader.rows.problems)
    refused = reader.refusal.row_count if reader.refusal is not None else 0
    return reader.rows.row_count + reported + refused + bool(reader.torn_bytes)


def test_each_collected_table_in_the_place_of_ours_is_refused_or_read_but_never_written_over(
    collected: list[Collected], tmp_path: Path
) -> None:
    for number, (name, data) in enumerate(collected):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "answers.csv").write_bytes(data)
        journal = open_at(folder)
        shown, problems = journal.answers, journal.problems
        assert all(problem.sentence.encode("utf-8") for problem in problems), name
        if any(problem.kind in ("unknown header", "unreadable file") for problem in problems):
            assert shown == ()
            # Each save takes a lock and waits for the disk: every fifth says as much as all.
            if number % 5 == 0:
                with pytest.raises(TableRefusedError):
                    journal.add(example(rec.Answer))
            assert (folder / "answers.csv").read_bytes() == data, name
        else:
            # Nothing but blanks, or the beginning of our own header.
            assert not data.strip(b"\xef\xbb\xbf\0 \r\n\t"), name


class Mapped(NamedTuple):
    """A collected table with our names in its first row."""

    data: bytes
    body: bytes
    separator: str
    names: tuple[str, ...]


def under_our_header(data: bytes) -> Mapped | None:
    """Return the table under our header; None when it is too wide to be taken for one of ours."""
    mark = data[:2] if data[:2] in UTF_16 else b""
    encoding = UTF_16.get(mark, "utf-8")
    text = decode_text(data[len(mark) :], encoding).removeprefix("\ufeff")
    widths = {one: len(next(iter(rows_of(text, one)), [])) for one in ",;\t|"}
    separator = max(widths, key=lambda one: widths[one])
    width = widths[separator]
    if not 1 <= width <= 2 * len(NAMES):
        return None
    own = tuple(f"own {number}" for number in range(width - len(NAMES)))
    names = (*NAMES, *own)[:width]
    lines = io.StringIO(text, newline="")
    next(csv.reader(lines, delimiter=separator))
    body = encode_text(lines.read(), encoding)
    header = encode_text(separator.join(names) + "\r\n", encoding)
    return Mapped(mark + header + body, body, separator, names)


def good_rows(text: str, mapped: Mapped) -> Counter[tuple[str, ...]]:
    """Return the rows that the csv module certainly reads well."""
    try:
        rows = rows_of(text, mapped.separator, strict=True)
    except csv.Error:
        rows = [
            row
            for row in rows_of(text, mapped.separator)
            if not any('"' in cell or "\n" in cell or "\r" in cell for cell in row)
        ]
    width = len(mapped.names)
    return Counter(
        tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row[: len(NAMES)])
        for row in filled(rows)
        if len(row) >= width and not any(row[width:]) and not any(map(holds_no_text, row))
    )


def test_each_collected_table_under_our_header_has_every_row_read_or_reported(
    collected: list[Collected], tmp_path: Path
) -> None:
    tried = 0
    for number, (name, data) in enumerate(collected):
        mapped = under_our_header(data)
        if mapped is None:
            continue
        tried += 1
        reader = reader_of(tmp_path / str(number), mapped.data)
        assert reader.refusal is None, (name, reader.refusal)

        text = decode_text(mapped.body, reader.layout.encoding)
        present = len(filled(rows_of(text, mapped.separator)))
        try:
            rows_of(text, mapped.separator, strict=True)
        except csv.Error:
            # Where quotes are wrong, one row of the csv module may be several of ours.
            assert accounted(reader) >= bool(present), name
        else:
            assert accounted(reader) == present, name
        places = [ANSWERS.header.index(column) for column in mapped.names[: len(NAMES)]]
        taken = Counter(
            tuple(entry.cells[place] for place in places) for entry in reader.rows.newest.values()
        )
        assert not good_rows(text, mapped) - taken, name
    assert tried >= 200


def test_the_tables_with_known_answers_read_as_they_should(
    shared_data: Path, tmp_path: Path
) -> None:
    folder = shared_data / "nasty_csv" / "csv-spectrum"
    tables = sorted((folder / "csvs").glob("*.csv"))
    assert len(tables) >= 12
    right = 0
    for path in tables:
        known = json.loads((folder / "json" / f"{path.stem}.json").read_text(encoding="utf-8"))
        expected = known if isinstance(known, list) else [known]
        mapped = under_our_header(path.read_bytes())
        assert mapped is not None
        reader = reader_of(tmp_path / path.stem, mapped.data)
        places = [ANSWERS.header.index(column) for column in mapped.names]
        read = [[entry.cells[p] for p in places] for entry in reader.rows.newest.values()]
        if read == [[settled(str(cell)) for cell in dict(row).values()] for row in expected]:
            right += 1
    # The csv module reads eleven of these twelve; the other is no table.
    assert right >= 11
