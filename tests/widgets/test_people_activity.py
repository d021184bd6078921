"""The record of activity, handed over as a page or a table."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from interview_journal.widgets.people_activity import BACKWARDS, NONE_THEN, NOT_A_DAY

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def test_the_last_thirty_days_are_handed_over_as_a_page(page: Page) -> None:
    page.round(page.application())
    form = page.open("activity")
    assert (form.values["first"], form.values["last"]) == ("2026-02-05", "2026-03-06")
    assert not form.tells_saving
    page.save()
    ((name, kind, data),) = page.files
    assert (name, kind) == ("interviews_2026-02-05_to_2026-03-06.html", "text/html")
    assert "Northgate Hospital" in data.decode()
    assert page.result()["texts"] == [
        "The record is made: 1 interview, Thursday 5 February to Friday 6 March."
    ]


def test_a_table_opens_in_a_spreadsheet_as_it_was_written(page: Page) -> None:
    job = page.application("Zürich Spital")
    page.round(job)
    page.round(job, days=-1, round=2)
    page.open("activity")
    page.type(form="A table (CSV)")
    page.save()
    ((name, kind, data),) = page.files
    assert (name, kind) == ("interviews_2026-02-05_to_2026-03-06.csv", "text/csv")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == 3
    assert "Zürich Spital" in rows[1]
    assert page.result()["texts"][0].startswith("The record is made: 2 interviews, ")


def test_days_without_an_interview_are_said_to_be(page: Page) -> None:
    page.round(page.application(), days=-60)
    page.open("activity")
    assert page.save() == {"first": NONE_THEN}
    assert page.files == []


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ({"first": "2026-03-05", "last": "2026-03-04"}, {"last": BACKWARDS}),
        ({"first": "", "last": "soon"}, {"first": NOT_A_DAY, "last": NOT_A_DAY}),
    ],
)
def test_days_that_cannot_be_are_said_beside_their_fields(
    page: Page, typed: dict[str, str], faults: dict[str, str]
) -> None:
    page.round(page.application())
    page.open("activity")
    page.type(**typed)
    assert page.save() == faults


def test_the_form_stays_open_when_another_application_is_looked_at(page: Page) -> None:
    page.round(page.application())
    other = page.application("Other")
    page.open("activity")
    page.desk.look_at(other.id)
    assert page.desk.opened is not None
    assert page.desk.opened.kind == "activity"
