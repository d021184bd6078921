"""Backups: one a day, thinned as they grow old, never in the way of a save."""

from __future__ import annotations

import os
import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.errors import BackupError, JournalFolderError, SaveFailedError
from interview_journal.store.backups import back_up_daily, backup_days, kept_days
from tests.faults.making import EVENING, Clock, an_answer, furnish, open_at

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 4)
DAYS = st.sets(st.dates(date(2024, 1, 1), date(2026, 6, 1)), max_size=60)


@settings(deadline=None)
@given(DAYS, st.dates(date(2025, 6, 1), date(2026, 6, 1)))
def test_thinning_keeps_seven_days_four_weeks_and_twelve_months(
    days: set[date], today: date
) -> None:
    kept = kept_days(days, today)
    assert kept <= days
    assert {day for day in days if today - day < timedelta(days=7)} <= kept
    weeks = sorted({day.isocalendar()[:2] for day in days})[-4:]
    months = sorted({(day.year, day.month) for day in days})[-12:]
    assert set(weeks) <= {day.isocalendar()[:2] for day in kept}
    assert set(months) <= {(day.year, day.month) for day in kept}
    recent = {day for day in days if today - day < timedelta(days=7)}
    assert len(kept) <= len(recent) + 4 + 12
    # What is thinned once is not thinned further by thinning again.
    assert kept_days(kept, today) == kept


def test_two_years_of_evenings_leave_a_handful_of_backups() -> None:
    kept: set[date] = set()
    for number in range(730):
        today = DAY + timedelta(days=number)
        kept = kept_days(kept | {today}, today)
    assert 7 + 11 <= len(kept) <= 7 + 4 + 12
    assert {today - timedelta(days=n) for n in range(7)} <= kept
    months = {(day.year, day.month) for day in kept}
    assert len(months) == 12


def test_the_first_save_of_a_day_keeps_yesterdays_tables(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    clock = Clock()
    journal = open_at(folder, clock)
    furnish(journal)
    assert backup_days(folder) == []
    before = (folder / "answers.csv").read_bytes()
    clock.forward(days=1)
    journal.add(an_answer(8))
    journal.add(an_answer(9))
    assert backup_days(folder) == [date(2026, 3, 5)]
    assert (folder / "backups" / "2026-03-05" / "answers.csv").read_bytes() == before
    clock.forward(days=1)
    open_at(folder, clock).add(an_answer(10))
    assert backup_days(folder) == [date(2026, 3, 6), date(2026, 3, 5)]


def test_a_year_of_saves_is_thinned(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    clock = Clock()
    journal = open_at(folder, clock)
    journal.add(an_answer(1))
    (folder / "backups").mkdir(exist_ok=True)
    for number in range(2, 400):
        (folder / "backups" / str(DAY - timedelta(days=number))).mkdir()
    mine = folder / "backups" / "20240101"
    mine.mkdir()
    (folder / "backups" / "2024-01-01").write_bytes(b"a file of somebody's")
    clock.forward(days=40)
    open_at(folder, clock).add(an_answer(2))
    assert len(backup_days(folder)) <= 7 + 4 + 12
    assert mine.is_dir()
    assert (folder / "backups" / "2024-01-01").is_file()
    # The second copies of single saves are kept for a month.
    assert sorted(p.name for p in (folder / "backups" / "saves").iterdir()) == ["2026-04-13"]


def test_a_clock_that_goes_back_a_day_keeps_everything(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    clock = Clock()
    journal = open_at(folder, clock)
    _, first, given_answers = furnish(journal)
    clock.forward(days=2)
    later = journal.revise(given_answers[0], note="Later.")
    clock.forward(days=-3)
    before = journal.revise(later, note="Said later still, by an older clock.")
    back = journal.add(an_answer(30, interview_id=first.id))
    assert before.saved_at is not None
    assert later.saved_at is not None
    assert before.saved_at < later.saved_at
    fresh = open_at(folder, clock)
    assert fresh.answers == (before, *given_answers[1:], back)
    assert [r.revision for r in fresh.history(before)] == [1, 2, 3]
    assert not fresh.problems


def test_a_backup_that_cannot_be_made_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "journal"
    furnish(open_at(folder))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", refuse)
        with pytest.raises(SaveFailedError, match="2026-03-04 could not be written"):
            back_up_daily(folder, EVENING)
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(SaveFailedError, match="2026-03-04 could not be written"):
            back_up_daily(folder, EVENING)
    assert not list((folder / "backups").glob(".*"))
    shutil.rmtree(folder / "backups")
    (folder / "backups").write_bytes(b"")
    with pytest.raises(JournalFolderError):
        back_up_daily(folder, EVENING)


def test_an_old_backup_that_cannot_be_removed_is_told_and_the_answer_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "journal"
    furnish(open_at(folder))
    for number in range(30):
        (folder / "backups" / str(date(2020, 1, 1) + timedelta(days=number))).mkdir()
    before = len(backup_days(folder))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(BackupError, match="cannot be removed"):
        back_up_daily(folder, EVENING)
    journal = open_at(folder, Clock(EVENING + timedelta(days=1)))
    saved = journal.add(an_answer(5))
    assert saved in open_at(folder).answers
    assert [p.kind for p in journal.problems] == ["backup not made"]
    assert len(backup_days(folder)) == before + 2
