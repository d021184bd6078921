"""A cell's text means one thing for its kind of column, or is said to mean none."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.tables import TABLES, Column
from interview_journal.store.cells import CellFault, format_cell, parse_cell, parse_moment

DAY = next(c for c in TABLES["interviews"].columns if c.name == "held_on")
WHOLE = next(c for c in TABLES["ratings"].columns if c.name == "score")
NUMBER = next(c for c in TABLES["criteria"].columns if c.name == "weight")
YES_NO = next(c for c in TABLES["interviews"].columns if c.name == "further_rounds")
CHOICE = next(c for c in TABLES["interviews"].columns if c.name == "contact_channel")
MOMENT = next(c for c in TABLES["interviews"].columns if c.name == "started_at")
LINK = next(c for c in TABLES["answers"].columns if c.name == "interview_id")
LONG = next(c for c in TABLES["answers"].columns if c.name == "answer")


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        (DAY, "2026-03-04", date(2026, 3, 4)),
        (DAY, "0001-01-01", date(1, 1, 1)),
        (DAY, "24/03/2026", date(2026, 3, 24)),
        (DAY, "24.3.2026", date(2026, 3, 24)),
        (DAY, "03/24/2026", date(2026, 3, 24)),
        (DAY, "03/03/2026", date(2026, 3, 3)),
        (WHOLE, "4", 4),
        (WHOLE, "004", 4),
        (NUMBER, "1", 1.0),
        (NUMBER, "4.50", 4.5),
        (NUMBER, "1E-05", 1e-05),
        (YES_NO, "TRUE", True),
        (YES_NO, " no ", False),
        (CHOICE, "E-Mail ", "e-mail"),
        (LINK, "i_first", "i_first"),
        (LONG, "NA", "NA"),
        (LONG, "None", "None"),
        (LONG, "'nan", "nan"),
        (LONG, "one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_spellings_that_leave_no_doubt_are_read(column: Column, cell: str, value: object) -> None:
    assert parse_cell(column, cell) == value


@pytest.mark.parametrize(
    ("column", "cell"),
    [(DAY, cell) for cell in ("04/03/2026", "3/4/26", "45720", "2026-02-30", "4 March 2026")]
    + [(DAY, cell) for cell in ("24/13/2026", "24/3.2026", "٢٤/٠٣/٢٠٢٦", "2026-3-4", "")]
    + [(WHOLE, cell) for cell in ("4,5", "4.50", "٤", "four", "4 ", "1e3", "1" * 10)]
    + [(NUMBER, cell) for cell in ("4,5", "nan", "inf", ".5", "٤", "1_0")]
    + [(YES_NO, cell) for cell in ("1", "0", "y", "wahr", "perhaps")]
    + [(CHOICE, cell) for cell in ("mail", "e mail", "2")],
)
def test_a_cell_that_could_mean_two_things_is_refused_and_never_coerced(
    column: Column, cell: str
) -> None:
    with pytest.raises(CellFault) as caught:
        parse_cell(column, cell)
    assert caught.value.expected


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-04T18:30:00+01:00",
        "2026-03-04 18:30:00+01:00",
        "2026-03-04T17:30Z",
        "2026-03-04T18:30:00.000+01:00",
    ],
)
def test_a_moment_with_its_offset_is_read(cell: str) -> None:
    assert parse_moment(cell) == datetime(2026, 3, 4, 17, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-03-04",
        "2026-03-04T18:30:00",
        "2026-02-30T18:30:00+01:00",
        "04.03.2026 18:30 +01:00",
        "2026-03-04T18:30:00+25:00",
        "2026-03-04T25:30:00+01:00",
        "٢٠٢٦-03-04T18:30:00+01:00",
    ],
)
def test_a_moment_without_a_certain_instant_is_refused(cell: str) -> None:
    with pytest.raises(CellFault):
        parse_moment(cell)


@pytest.mark.parametrize(
    ("column", "value", "cell"),
    [
        (LONG, None, ""),
        (LONG, "", ""),
        (LONG, "007", "'007"),
        (CHOICE, "e-mail", "e-mail"),
        (YES_NO, True, "yes"),
        (YES_NO, False, "no"),
        (WHOLE, 4, "4"),
        (NUMBER, 1.0, "1"),
        (NUMBER, 1.5, "1.5"),
        (DAY, date(2026, 3, 4), "2026-03-04"),
        (MOMENT, datetime(2026, 3, 4, 1, tzinfo=UTC), "2026-03-04T01:00:00+00:00"),
        (MOMENT, None, ""),
    ],
)
def test_a_value_is_written_as_a_spreadsheet_leaves_it(
    column: Column, value: object, cell: str
) -> None:
    assert format_cell(column, value) == cell


@settings(max_examples=500, deadline=None)
@given(st.floats(0, 100))
def test_any_weight_comes_back(weight: float) -> None:
    assert parse_cell(NUMBER, format_cell(NUMBER, weight)) == weight
