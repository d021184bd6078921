"""Which rounds are still to come, at any hour and in any zone."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from interview_journal.core.preparing.coming import coming_rounds, days_until, round_to_prepare
from interview_journal.core.records import Application
from tests.prepared_journal import AHEAD, FIRST, NOW, held, prepared, view_of

BERLIN = ZoneInfo("Europe/Berlin")


def test_what_is_written_down_or_has_an_outcome_is_over() -> None:
    written = held(12, 3, captured_at=NOW)
    settled = held(12, 4, outcome="withdrew", outcome_known_at=NOW)
    assert coming_rounds(view_of(*prepared(), written, settled), NOW) == (AHEAD,)


@pytest.mark.parametrize(("hour", "is_ahead"), [(9, True), (13, True), (15, False), (23, False)])
def test_a_round_of_today_is_over_with_its_end(hour: int, *, is_ahead: bool) -> None:
    today = held(10, 1, started_at=datetime(2026, 3, 10, 13, 30, tzinfo=UTC), duration_minutes=60)
    now = datetime(2026, 3, 10, hour, tzinfo=UTC)
    assert (coming_rounds(view_of(today), now) == (today,)) is is_ahead


def test_the_soonest_comes_first_and_without_one_the_last_is_taken() -> None:
    later, sooner = held(20, 1, application="p_b"), held(12, 1, application="p_c")
    assert coming_rounds(view_of(later, sooner), NOW) == (sooner, later)
    assert round_to_prepare(view_of(later, sooner), NOW) == sooner
    assert round_to_prepare(view_of(FIRST), NOW) == FIRST
    assert round_to_prepare(view_of(), NOW) is None


def test_letters_of_a_company_choose_its_round() -> None:
    other = Application(id="p_b", company="ÖBB Küste")
    sooner = held(11, 1, application="p_b")
    view = view_of(*prepared(), other, sooner)
    assert round_to_prepare(view, NOW) == sooner
    assert round_to_prepare(view, NOW, company="acme") == AHEAD
    assert round_to_prepare(view, NOW, company="KÜSTE") == sooner
    assert round_to_prepare(view, NOW, company="nowhere") is None


@pytest.mark.parametrize(
    ("now", "left"),
    [
        (datetime(2026, 3, 28, 23, 30, tzinfo=BERLIN), 2),
        (datetime(2026, 3, 29, 0, 30, tzinfo=BERLIN), 1),
        (datetime(2026, 3, 29, 23, 30, tzinfo=BERLIN), 1),
        (datetime(2026, 3, 30, 0, 0, tzinfo=BERLIN), 0),
        (datetime(2026, 3, 31, 12, 0, tzinfo=BERLIN), -1),
    ],
)
def test_a_change_of_the_clock_takes_no_day_away(now: datetime, left: int) -> None:
    assert days_until(held(30, 1), now) == left


def test_days_are_counted_where_the_round_is_held() -> None:
    there = held(13, 1, time_zone="Asia/Tokyo")
    evening = datetime(2026, 3, 11, 20, tzinfo=UTC)
    assert there.held_on == date(2026, 3, 13)
    assert days_until(there, evening) == 1
    assert days_until(held(13, 1), evening) == 2
