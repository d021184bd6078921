"""Writes tests/data/hazards: one small table for each shape in which a file can come back to us.

The files are kept, not made anew in each test, so that a change of the format shows. Run it
only to add a file: python tools/make_hazard_files.py
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
import zipfile
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(CHECKOUT))

from interview_journal.core import records as rec  # noqa: E402 - found through the path above
from interview_journal.core.tables import TABLES, Table, table_of  # noqa: E402
from interview_journal.store.layout import BOM, canonical_header  # noqa: E402
from interview_journal.store.row_form import cells_of, end_mark, row_bytes  # noqa: E402

TARGET = CHECKOUT / "tests" / "data" / "hazards"
SAVED_AT = datetime(2026, 3, 4, 18, 30, tzinfo=timezone(timedelta(hours=1)))
ANSWERS = TABLES["answers"]

WORDS = (
    ("Why do you want to leave the bakery?", 'My knees, mostly.\nI said "mostly" twice, sadly.'),
    ("How many ovens did you run?", "7"),
    ("What would your boss say?", "- that I am early\n- that I sing, café songs; all day"),
    ("Anything you would like to ask?", "=what is a normal week like, and who decides that"),
)


def answer(number: int, revision: int = 1, words: str = "") -> rec.Answer:
    """Return one of four answers, with these words where there are any."""
    return rec.Answer(
        id=f"a_oven{'abcd'[number]}kneadingdough",
        revision=revision,
        saved_at=SAVED_AT + timedelta(minutes=revision),
        interview_id="i_bakerymorning23",
        position=number + 1,
        question=WORDS[number][0],
        answer=words or WORDS[number][1],
    )


def row(record: rec.Record) -> list[str]:
    """Return the stored row."""
    cells = cells_of(table_of(type(record)), record)
    return [*cells, end_mark(cells)]


ROWS = [row(answer(number)) for number in range(len(WORDS))]


def plain(rows: Iterable[list[str]] = ROWS, table: Table = ANSWERS) -> bytes:
    """Return a file of ours."""
    return canonical_header(table) + row_bytes(rows)


def loose(
    change: Callable[[list[str]], list[str]] = lambda cells: cells,
    *,
    separator: str = ",",
    line_end: str = "\n",
    rows: Iterable[list[str]] = ROWS,
) -> str:
    """Return the table as a spreadsheet writes it: quotes only where they must be."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator=line_end)
    writer.writerows(change(cells) for cells in [list(ANSWERS.header), *rows])
    return out.getvalue()


def shape_files() -> dict[str, bytes]:
    """Return the files whose shape is odd and whose rows are all there."""
    order = [*range(5, len(ANSWERS.header)), *range(5)]
    with_own = loose(lambda cells: [*cells[:6], "mood" if cells[0] == "id" else "calm", *cells[6:]])
    ragged = loose(lambda cells: [*cells, "", ""], line_end="\r\n")
    blank = "," * (len(ANSWERS.header) + 1) + "\r\n"
    lines = loose().splitlines(keepends=True)
    return {
        "01_no_byte_order_mark.csv": plain().removeprefix(BOM),
        "01_two_byte_order_marks.csv": BOM + plain(),
        "02_semicolon.csv": BOM + loose(separator=";", line_end="\r\n").encode(),
        "02_tab.csv": loose(separator="\t").encode(),
        "02_sep_line.csv": b"sep=;\r\n" + loose(separator=";", line_end="\r\n").encode(),
        "03_line_feeds.csv": plain().replace(b"\r\n", b"\n"),
        "03_carriage_returns.csv": plain().replace(b"\r\n", b"\n").replace(b"\n", b"\r"),
        "03_windows_everywhere.csv": plain().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
        "03_mixed.csv": "".join(
            line.replace("\n", end)
            for line, end in zip(lines, ["\r\n", "\n", "\r"] * 9, strict=False)
        ).encode(),
        "04_no_last_line_end.csv": plain().removesuffix(b"\r\n"),
        "05_reordered.csv": loose(lambda cells: [cells[place] for place in order]).encode(),
        "06_own_column.csv": with_own.encode(),
        "07_empty_columns_and_rows.csv": ragged.replace("\r\n", "\r\n" + blank, 2).encode()
        + b"\r\n",
        "17_sorted.csv": loose(rows=sorted(ROWS, key=lambda cells: cells[6])).encode(),
    }


def header_files() -> dict[str, bytes]:
    """Return the files whose first line is not certainly ours, or that hold no row."""
    header, *rest = loose().splitlines(keepends=True)
    without_note = [place for place, name in enumerate(ANSWERS.header) if name != "note"]
    return {
        "08_renamed_column.csv": (
            header.replace(",answer,", ",what I said,") + "".join(rest)
        ).encode(),
        "08_missing_column.csv": loose(lambda cells: [cells[p] for p in without_note]).encode(),
        "08_no_header.csv": "".join(rest).encode(),
        "09_column_twice.csv": (header.replace(",topic,", ",answer,") + "".join(rest)).encode(),
        "10_title_row.csv": ("My answers,,\n\n" + loose()).encode(),
        "11_header_only.csv": canonical_header(ANSWERS),
        "11_half_a_header.csv": canonical_header(ANSWERS)[:40],
        "11_nothing.csv": b"",
        "11_only_blanks.csv": b"\r\n\r\n \r\n",
    }


def coded_files() -> dict[str, bytes]:
    """Return the files in another encoding, or of another kind."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(zipfile.ZipInfo("xl/workbook.xml"), "<workbook/>")
    return {
        "12_windows_1252.csv": loose(separator=";", line_end="\r\n").encode("cp1252"),
        "12_utf_16.csv": loose(separator="\t", line_end="\r\n").encode("utf-16"),
        "12_utf_16_big_endian.csv": b"\xfe\xff" + loose().encode("utf-16-be"),
        "13_gzip.csv": gzip.compress(plain(), mtime=0),
        "13_workbook.csv": packed.getvalue(),
        "13_old_workbook.csv": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64),
    }


def broken_files() -> dict[str, bytes]:
    """Return the files in which one row of several cannot be read, or is said twice."""
    first, second, third, fourth = (row_bytes([cells]) for cells in ROWS)
    head = canonical_header(ANSWERS)
    edited = [*ROWS[1]]
    edited[6] = "eight"
    rewritten = row(answer(1, revision=2, words="8, on feast days"))
    typed = ["", "", "", "", "i_bakerymorning23", "5", "Who taught you?", "My aunt.", *[""] * 7]
    unquoted = first.replace(b',"My', b",My")
    return {
        "14_lost_closing_quote.csv": head + first + second.replace(b'?",', b"?,") + third + fourth,
        "14_lost_opening_quote.csv": head + unquoted + second + third + fourth,
        "14_stray_quote.csv": head + first + second.replace(b"ovens", b'"ovens') + third + fourth,
        "14_lost_last_quote.csv": plain()[:-3] + b"\r\n",
        "14_short_row.csv": head + first + second.rpartition(b",")[0] + b"\r\n" + third + fourth,
        "14_long_row.csv": head + first + b'"one too many",' + second + third + fourth,
        "14_bytes_that_are_no_text.csv": head + first + second.replace(b"ovens", b"\xff\xfeens")
        + third + fourth,
        "18_same_id_twice.csv": plain([ROWS[0], ROWS[1], edited, ROWS[2], ROWS[3]]),
        "18_same_row_twice.csv": plain([*ROWS, ROWS[1]]),
        "19_typed_row.csv": loose(rows=[*ROWS[:2], typed[: len(ROWS[0])], *ROWS[2:]]).encode(),
        "29_spreadsheet_errors.csv": plain([ROWS[0], edited_answer("#NAME?"), edited_answer("2", 2),
                                            edited_answer("Err:509", 3)]),
        "30_edited_old_revision.csv": plain([ROWS[0], edited, rewritten, ROWS[2], ROWS[3]]),
    }  # fmt: skip


def edited_answer(words: str, number: int = 1) -> list[str]:
    """Return a row in which only the answer's cell was changed outside."""
    cells = [*ROWS[number]]
    cells[7] = words
    return cells


def other_tables() -> dict[str, bytes]:
    """Return tables whose single cells are odd: scores, dates, ids."""
    ratings = TABLES["ratings"]
    rating = rec.Rating(
        id="r_doughwellkneaded", revision=1, saved_at=SAVED_AT, answer_id="a_ovenakneadingdough",
        score=4, rated_at=SAVED_AT,
    )  # fmt: skip
    interview = rec.Interview(
        id="i_bakerymorning23", revision=1, saved_at=SAVED_AT, application_id="p_bakery",
        held_on=date(2026, 3, 4),
    )  # fmt: skip
    return {
        "26_scores.csv": plain(with_cells(row(rating), 8, ["4", "4,5", "4.50", "٤", "9"]), ratings),
        "27_dates.csv": plain(
            with_cells(
                row(interview), 7, ["24/03/2026", "04/03/2026", "3/4/26", "45720", "2026-03-04"]
            ),
            TABLES["interviews"],
        ),
        "28_mangled_ids.csv": plain(
            [ROWS[0], *([cell, *ROWS[1][1:]] for cell in ("007", "1,2E+18", "1234567890123456789"))]
        ),
    }


def with_cells(cells: list[str], place: int, values: Iterable[str]) -> list[list[str]]:
    """Return the row once for each of these cells, each time with another id."""
    return [
        [cells[0] + "bcdef"[number], *cells[1:place], value, *cells[place + 1 :]]
        for number, value in enumerate(values)
    ]


def main() -> None:
    """Write every file."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for made in (shape_files, header_files, coded_files, broken_files, other_tables):
        for name, data in made().items():
            (TARGET / name).write_bytes(data)
    (TARGET / "00_as_we_write_it.csv").write_bytes(plain())
    print(f"{len(list(TARGET.glob('*.csv')))} files in {TARGET}")


if __name__ == "__main__":
    main()
