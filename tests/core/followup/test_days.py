"""Business days and clock times, through every change of the clock and to the calendar's edges."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.followup.days import (
    business_day_after,
    day_plus,
    in_zone,
    later,
    moment_at,
    on_or_after,
    zone_named,
)
from tests.core.followup.any_journals import ZONES

BERLIN = ZoneInfo("Europe/Berlin")
EAST, WEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
FIRST = datetime(1, 1, 1, 1, tzinfo=UTC)
LAST = datetime(9999, 12, 31, 23, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2026, 3, 4), date(2026, 3, 5)),
        (date(2026, 3, 6), date(2026, 3, 9)),
        (date(2026, 3, 7), date(2026, 3, 9)),
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2027, 12, 31), date(2028, 1, 3)),
    ],
)
def test_the_business_day_after_a_day_is_no_weekend(day: date, after: date) -> None:
    assert business_day_after(day) == after


def test_days_off_are_no_business_days() -> None:
    easter = {date(2026, 4, 3), date(2026, 4, 6)}
    assert business_day_after(date(2026, 4, 2), days_off=easter) == date(2026, 4, 7)


def test_a_year_of_days_off_in_a_row_leaves_the_day_as_it_is() -> None:
    day = date(2026, 3, 4)
    every = {day + timedelta(days=many) for many in range(400)}
    assert on_or_after(day, days_off=every) == day


def test_the_calendar_s_last_day_has_none_after_it() -> None:
    assert business_day_after(date.max, days_off={date.max}) == date.max
    assert day_plus(date.max, 3) == date.max


@given(st.dates(), st.sets(st.dates(), max_size=3))
def test_a_business_day_is_the_first_that_fits(day: date, days_off: set[date]) -> None:
    found = on_or_after(day, days_off=days_off)
    assert found >= day
    if day < date.max - timedelta(days=10):
        assert found.weekday() < 5
        assert found not in days_off


def test_an_hour_left_out_is_an_hour_later() -> None:
    found = moment_at(date(2026, 3, 29), time(2, 30), BERLIN)
    assert found.isoformat() == "2026-03-29T03:30:00+02:00"


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    found = moment_at(date(2026, 10, 25), time(2, 30), BERLIN)
    assert found.isoformat() == "2026-10-25T02:30:00+02:00"


@given(st.dates(), st.times(), ZONES)
def test_every_clock_time_of_every_day_is_a_moment_of_the_zone(
    day: date, clock: time, zone: ZoneInfo
) -> None:
    found = moment_at(day, clock, zone)
    assert found.tzinfo is zone
    assert abs(found.replace(tzinfo=None) - datetime.combine(day, clock)) <= timedelta(days=1)


@given(st.datetimes(timezones=ZONES), ZONES, st.integers(-10_000, 100_000))
def test_hours_are_real_ones_and_stay_in_the_zone(
    moment: datetime, zone: ZoneInfo, minutes: int
) -> None:
    after = later(in_zone(moment, zone), timedelta(minutes=minutes))
    assert after.tzinfo is zone
    if 2 < moment.year < 9990:
        assert after.astimezone(UTC) == moment.astimezone(UTC) + timedelta(minutes=minutes)


@pytest.mark.parametrize("zone", [EAST, WEST])
@pytest.mark.parametrize("moment", [FIRST, LAST])
def test_at_the_calendar_s_edges_the_zone_is_kept(moment: datetime, zone: timezone) -> None:
    found = in_zone(moment, zone)
    assert found.tzinfo is zone
    assert found.year == moment.year
    assert later(found, timedelta(days=-9)).tzinfo is zone
    assert later(found, timedelta(days=9)).tzinfo is zone


def test_later_stops_where_the_calendar_does() -> None:
    end = later(LAST, timedelta(days=60))
    assert (end.year, end.month, end.day) == (9999, 12, 31)
    start = later(FIRST, timedelta(days=-60))
    assert (start.year, start.month, start.day) == (1, 1, 1)
    assert later(datetime(1, 1, 1, 2, tzinfo=EAST), timedelta(hours=3)).hour == 5


@pytest.mark.parametrize("name", ["", "Nowhere/At_All", "../etc", "Europe", "a\0b", "posixrules/x"])
def test_what_names_no_zone_gives_none(name: str) -> None:
    assert zone_named(name) is None


def test_a_name_gives_its_zone() -> None:
    assert zone_named("Europe/Berlin") == BERLIN


@pytest.mark.parametrize(("day", "zone"), [(date.min, EAST), (date.max, WEST)])
def test_an_hour_at_the_calendar_s_edge_stays_as_it_is(day: date, zone: timezone) -> None:
    clock = time(0, 30) if zone is EAST else time(23, 30)
    assert moment_at(day, clock, zone) == datetime.combine(day, clock, tzinfo=zone)
