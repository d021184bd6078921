"""Text and times are settled once, when a record is made."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Any

import pytest
from dateutil.tz import tzlocal
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.fields import settle_moment, settle_text
from interview_journal.core.records import Answer, Interview, Rehearsal
from interview_journal.core.tables import TABLES
from interview_journal.errors import InvalidRecordError
from interview_journal.store.cells import format_cell, parse_moment

BEGINNING = datetime(1, 1, 1)  # noqa: DTZ001 - the zero of a count
DAY = date(2026, 3, 4)
MOMENT = next(c for c in TABLES["rehearsals"].columns if c.name == "rehearsed_at")

odd_offsets = st.timedeltas(
    timedelta(days=-1) + timedelta(microseconds=1), timedelta(days=1) - timedelta(microseconds=1)
).map(timezone)
any_moment = st.datetimes(timezones=st.none() | st.timezones() | odd_offsets, allow_imaginary=True)


def instant(moment: datetime) -> timedelta:
    """Return the time since the first year began in Greenwich, below zero just before it."""
    offset = moment.utcoffset()
    assert offset is not None
    return moment.replace(tzinfo=None) - BEGINNING - offset


@settings(max_examples=600, deadline=None)
@given(any_moment)
def test_any_aware_moment_is_kept_to_the_second_and_a_naive_one_is_refused(
    moment: datetime,
) -> None:
    if moment.utcoffset() is None:
        with pytest.raises(ValueError, match="offset from UTC"):
            settle_moment(moment)
        return
    kept = settle_moment(moment)

    assert instant(kept) == instant(moment) // timedelta(seconds=1) * timedelta(seconds=1)
    assert settle_moment(kept) == kept
    back = parse_moment(format_cell(MOMENT, kept))
    assert (back, back.utcoffset()) == (kept, kept.utcoffset())
    assert Rehearsal(rehearsed_at=moment).rehearsed_at == kept


def test_both_hours_of_the_night_the_clocks_go_back_stay_apart() -> None:
    berlin = zoneinfo.ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 30, tzinfo=berlin)
    second = first.replace(fold=1)

    assert settle_moment(second) - settle_moment(first) == timedelta(hours=1)
    assert format_cell(MOMENT, settle_moment(first)) == "2026-10-25T02:30:00+02:00"
    assert format_cell(MOMENT, settle_moment(second)) == "2026-10-25T02:30:00+01:00"


def test_an_hour_that_never_was_keeps_the_instant_python_gives_it() -> None:
    gap = datetime(2026, 3, 29, 2, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin"))

    assert settle_moment(gap) == gap.astimezone(UTC)


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(seconds=3208))),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(seconds=-3208))),
        datetime(1, 1, 1, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin")),
    ],
)
def test_local_mean_time_at_the_ends_of_the_calendar_is_kept(moment: datetime) -> None:
    assert instant(settle_moment(moment)) == instant(moment)


def test_a_moment_that_no_whole_minute_offset_can_name_is_refused() -> None:
    latest = timezone(timedelta(days=1) - timedelta(seconds=1))
    assert settle_moment(datetime(1, 1, 1, 0, 1, tzinfo=latest)).year == 1
    with pytest.raises(ValueError, match="years 1 to 9999"):
        settle_moment(datetime(1, 1, 1, tzinfo=latest))


def test_a_zone_that_names_no_offset_is_refused() -> None:
    class Nowhere(tzinfo):
        def utcoffset(self, _: datetime | None) -> None:
            return None

        def tzname(self, _: datetime | None) -> None:
            return None

        def dst(self, _: datetime | None) -> None:
            return None

    with pytest.raises(InvalidRecordError, match="offset from UTC"):
        Rehearsal(rehearsed_at=datetime(2026, 3, 4, tzinfo=Nowhere()))


def test_every_line_end_becomes_a_line_feed() -> None:
    assert settle_text("one\r\ntwo\rthree\n\r") == "one\ntwo\nthree\n\n"
    assert settle_text("é\r\n") == "é\n"


@pytest.mark.parametrize("text", ["a\0", "é\0", "\ud800", "é\udfff"], ids=ascii)
def test_text_that_no_file_can_keep_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"NUL|half of one"):
        settle_text(text)


@pytest.mark.parametrize("wrong", ["", "A_x", "1a", "a b", "a" * 129, "ä_x", "a_x\n"])
def test_an_id_starts_with_a_small_letter_and_stays_plain(wrong: str) -> None:
    with pytest.raises(InvalidRecordError, match="id that starts with a small letter"):
        Answer(id=wrong, interview_id="i_first")


def test_a_link_may_be_empty_but_not_odd() -> None:
    nobody: Any = None
    assert Answer(interview_id="i_first", asked_by=nobody).asked_by == ""
    assert Answer(interview_id="").interview_id == ""
    with pytest.raises(InvalidRecordError, match="asked_by"):
        Answer(interview_id="i_first", asked_by="=1+1")


@pytest.mark.parametrize(
    "name", ["", "Europe/Berlin", "Etc/GMT+5", "UTC", "America/Port-au-Prince"]
)
def test_a_time_zone_is_kept_by_its_name(name: str) -> None:
    assert Interview(application_id="p_x", held_on=DAY, time_zone=name).time_zone == name


@pytest.mark.parametrize("name", ["+01:00", "Europe/", "=1", "two words"])
def test_what_is_no_time_zone_is_refused(name: str) -> None:
    with pytest.raises(InvalidRecordError, match="Europe/Berlin"):
        Interview(application_id="p_x", held_on=DAY, time_zone=name)


def test_a_moment_in_the_computer_s_own_zone_is_kept() -> None:
    # That zone cannot be hashed, which the short way for known offsets once relied on.
    moment = datetime(2026, 3, 4, 18, 30, tzinfo=tzlocal())
    assert settle_moment(moment) == moment
