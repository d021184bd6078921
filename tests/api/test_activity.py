"""The record of activity of a journal on disk."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from interview_journal.api.activity import activity_csv, activity_page, activity_rows
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Application, Interview

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

TODAY = date(2026, 3, 4)
MARCH = (date(2026, 3, 1), date(2026, 3, 31))


def journal_at(folder: Path) -> Journal:
    journal = open_journal(folder, now=lambda: datetime.combine(TODAY, time(20), tzinfo=UTC))
    acme = journal.add(Application(company="=Acme & <Sons>", role="Clerk"))
    for number, day in enumerate((2, 4, 9), start=1):
        journal.add(Interview(application_id=acme.id, round=number, held_on=date(2026, 3, day)))
    return journal


def test_what_is_still_to_come_is_no_activity_yet(tmp_path: Path) -> None:
    rows = activity_rows(journal_at(tmp_path / "journal"), *MARCH)
    assert [one.held_on.day for one in rows] == [2, 4]


def test_no_cell_of_the_csv_is_run_as_a_formula(tmp_path: Path) -> None:
    text = activity_csv(journal_at(tmp_path / "journal"), *MARCH)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["employer"] for row in rows] == ["'=Acme & <Sons>"] * 2
    assert [row["round"] for row in rows] == ["1", "2"]


def test_the_page_names_the_span_that_was_asked_for(tmp_path: Path) -> None:
    page = activity_page(journal_at(tmp_path / "journal"), *MARCH)
    assert "1 March 2026 to 31 March 2026" in page
    assert "=Acme &amp; &lt;Sons&gt;" in page
    assert "2 interviews with 1 employer" in page


def test_an_empty_journal_has_an_empty_record(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "journal")
    assert activity_rows(journal, *MARCH) == []
    assert activity_csv(journal, *MARCH).count("\n") == 1
