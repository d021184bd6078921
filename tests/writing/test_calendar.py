"""Calendar files: read back by the library that wrote them and by one that did not."""

from __future__ import annotations

import io
import zoneinfo
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.followup.defaults import FollowUpDefaults
from interview_journal.core.followup.plan import follow_up
from interview_journal.core.records import Action, Application, Encounter, Interview
from interview_journal.writing.calendar import calendar_bytes, sequence_number
from interview_journal.writing.calendar_entries import interview_entry, open_entries
from interview_journal.writing.calendar_values import (
    CalendarEntry,
    entry_uid,
    one_line,
    place_line,
)
from tests.writing.dated_journals import NOW, TODAY, line_texts, panel_evening

if TYPE_CHECKING:
    from tests.records_in_memory import Records

USUAL = FollowUpDefaults()
BERLIN = ZoneInfo("Europe/Berlin")
ZONES = sorted(zoneinfo.available_timezones() - {"localtime"})
QUARTER = timedelta(minutes=15)
FIRST, LAST = (
    datetime(*day, tzinfo=UTC).replace(tzinfo=None) for day in ((1971, 1, 2), (2998, 12, 30))
)


def entry(**given: Any) -> CalendarEntry:
    starts = datetime(2026, 3, 5, 16, tzinfo=UTC)
    facts: dict[str, Any] = {
        "uid": entry_uid("thank", "i_a", "n_a"),
        "summary": "Thank Ana Ruiz",
        "starts": starts,
        "ends": starts + QUARTER,
    } | given
    return CalendarEntry(**facts)


def at(starts: datetime) -> CalendarEntry:
    """Return an entry of a quarter of an hour."""
    ends = (starts.astimezone(UTC) + QUARTER).astimezone(starts.tzinfo)
    return entry(starts=starts, ends=ends)


def made(*entries: CalendarEntry, sequence: int = 7) -> bytes:
    return calendar_bytes(entries, made_at=NOW, sequence=sequence)


def ours(data: bytes) -> list[Any]:
    """Return the events as icalendar reads them, after a look at the file's lines."""
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["method"] == "PUBLISH"
    assert calendar.errors == []
    assert not calendar.get_missing_tzids()
    return list(calendar.walk("VEVENT"))


def theirs(data: bytes) -> list[Any]:
    """Return the events as vobject reads them."""
    calendar = vobject.readOne(data.decode())
    assert calendar.validate()
    return list(calendar.contents.get("vevent", []))


def starts_by_the_file(data: bytes) -> list[datetime]:
    """Return when the events start, in the zones as dateutil reads them from this file alone."""
    zones = tzical(io.StringIO(data.decode())) if b"VTIMEZONE" in data else None
    found = []
    for event in theirs(data):
        wall: datetime = event.dtstart.value
        name = event.dtstart.params.get("X-VOBJ-ORIGINAL-TZID", [""])[0]
        zone = zones.get(name) if zones is not None and name else UTC
        found.append(wall.replace(tzinfo=zone).astimezone(UTC))
    return found


def opened(records: Records, now: datetime = NOW) -> list[CalendarEntry]:
    return open_entries(records, follow_up(records, now, USUAL), now, USUAL)


def by_uid(records: Records, now: datetime = NOW) -> dict[str, CalendarEntry]:
    return {one.uid: one for one in opened(records, now)}


# The file ---------------------------------------------------------------------------------


@settings(deadline=None)
@given(line_texts(), line_texts(), line_texts())
def test_any_text_comes_back_from_both_readers(summary: str, details: str, uid: str) -> None:
    data = made(entry(summary=summary, details=details, uid=uid, alarms=(timedelta(hours=-1),)))
    expected = (one_line(summary), one_line(uid))
    (event,) = ours(data)
    assert (str(event["summary"]), str(event["uid"])) == expected
    (event,) = theirs(data)
    assert (event.summary.value, event.uid.value) == expected


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(ZONES),
    st.datetimes(FIRST, LAST),
    st.integers(0, 1),
)
def test_any_moment_in_any_zone_is_the_same_moment_for_both_readers(
    name: str, wall: datetime, fold: int
) -> None:
    starts = wall.replace(microsecond=0, fold=fold, tzinfo=ZoneInfo(name))
    data = made(at(starts))
    (event,) = ours(data)
    assert event["dtstart"].dt.astimezone(UTC) == starts.astimezone(UTC)
    assert starts_by_the_file(data) == [starts.astimezone(UTC)]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Europe/Berlin", date(2026, 3, 29)),
        ("Europe/Berlin", date(2026, 10, 25)),
        ("America/New_York", date(2026, 3, 8)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("Africa/Casablanca", date(2026, 2, 15)),
        ("Africa/Casablanca", date(2026, 3, 22)),
        ("Europe/Dublin", date(2026, 10, 25)),
        ("Antarctica/Troll", date(2026, 3, 29)),
        ("Africa/Cairo", date(2026, 4, 24)),
    ],
)
def test_each_half_hour_around_a_change_of_the_clock_is_right(name: str, day: date) -> None:
    zone = ZoneInfo(name)
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    moments = [
        (midnight + timedelta(minutes=30 * step)).astimezone(zone) for step in range(-12, 36)
    ]
    data = made(*map(at, moments))
    instants = [one.astimezone(UTC) for one in moments]
    assert [one["dtstart"].dt.astimezone(UTC) for one in ours(data)] == instants
    assert starts_by_the_file(data) == instants


def test_an_hour_that_the_clock_skips_becomes_one_that_exists() -> None:
    skipped = datetime(2026, 3, 29, 2, 30, tzinfo=BERLIN)
    assert b"DTSTART;TZID=Europe/Berlin:20260329T033000" in made(at(skipped))


def test_a_moment_of_a_bare_offset_is_written_in_utc() -> None:
    moment = datetime(2026, 3, 5, 16, tzinfo=datetime.now().astimezone().tzinfo)
    data = made(at(moment))
    assert b"VTIMEZONE" not in data
    assert ours(data)[0]["dtstart"].dt == moment


def test_two_moments_centuries_apart_do_not_describe_the_time_between() -> None:
    data = made(
        at(datetime(2026, 7, 1, 9, tzinfo=BERLIN)), at(datetime(2900, 7, 1, 9, tzinfo=BERLIN))
    )
    assert data.count(b"BEGIN:DAYLIGHT") == 6
    assert [one.hour for one in starts_by_the_file(data)] == [7, 7]


def test_an_entry_is_private_and_says_what_became_of_it() -> None:
    data = made(entry(), entry(uid="b", is_cancelled=True, alarms=(timedelta(hours=-1),)))
    kept, gone = ours(data)
    assert (kept["class"], kept["status"], kept["transp"]) == (
        "PRIVATE",
        "CONFIRMED",
        "TRANSPARENT",
    )
    assert gone["status"] == "CANCELLED"
    assert gone.subcomponents == [], "nothing that is off rings"
    assert {one["sequence"] for one in (kept, gone)} == {7}
    assert kept["dtstamp"].dt == NOW


def test_the_same_entries_give_the_same_bytes() -> None:
    assert made(entry()) == made(entry())


def test_a_day_is_a_day() -> None:
    data = made(entry(starts=date(2026, 3, 11), ends=None))
    assert b"DTSTART;VALUE=DATE:20260311\r\n" in data
    (event,) = theirs(data)
    assert event.dtstart.value == date(2026, 3, 11)


def test_a_calendar_without_entries_can_be_read() -> None:
    assert ours(made()) == theirs(made()) == []


def test_the_sequence_grows_with_the_latest_save_and_stays_in_its_bounds() -> None:
    later = NOW + timedelta(seconds=1)
    assert sequence_number([NOW, later, None]) == sequence_number([NOW]) + 1
    assert sequence_number([]) == 0
    assert sequence_number([datetime(1999, 1, 1, tzinfo=UTC)]) == 0
    assert sequence_number([datetime(9999, 1, 1, tzinfo=UTC)]) == 2**31 - 1


# What stands in it ------------------------------------------------------------------------


def test_an_evening_with_a_panel_gives_a_note_each_and_the_day_to_ask() -> None:
    told = [(one.summary, one.starts) for one in opened(panel_evening())]
    assert told == [
        ("Thank Ana Ruiz (Northgate Hospital)", datetime(2026, 3, 5, 14, 45, tzinfo=UTC)),
        ("Thank Ben Cole (Northgate Hospital)", datetime(2026, 3, 5, 14, 45, tzinfo=UTC)),
        ("Thank Cho Lin (Northgate Hospital)", datetime(2026, 3, 5, 14, 45, tzinfo=UTC)),
        ("Ask Ana Ruiz at Northgate Hospital for news", datetime(2026, 3, 19, 9, tzinfo=UTC)),
        (
            "Northgate Hospital: they named this as the last day for an answer",
            date(2026, 3, 18),
        ),
    ]


def test_a_time_that_nobody_named_has_no_last_day() -> None:
    records = panel_evening(answer_in_days_min=None, answer_in_days_max=None)
    assert entry_uid("news", "i_first", "1") in by_uid(records)
    assert entry_uid("answer", "i_first") not in by_uid(records)


def test_a_note_rings_an_hour_before_and_a_question_when_its_time_has_come() -> None:
    entries = by_uid(panel_evening())
    note = entries[entry_uid("thank", "i_first", "n_ana")]
    assert note.alarms == (timedelta(hours=-1),)
    assert note.ends == datetime(2026, 3, 5, 15, tzinfo=UTC), "when it is due"
    question = entries[entry_uid("news", "i_first", "1")]
    assert question.alarms == (timedelta(),)
    assert not question.is_busy


def test_no_word_of_the_talk_stands_in_a_calendar() -> None:
    secret = "bluebird"
    records = panel_evening(account=secret, went_well=secret, unsaid=secret)
    met = Encounter(
        id="m_x",
        interview_id="i_first",
        person_id="n_ana",
        topics=secret,
        i_promised=secret,
        i_promised_by=date(2026, 3, 9),
        they_promised=secret,
        they_promised_by=date(2026, 3, 9),
    )
    entries = opened(records.and_(encounters=[met]))
    assert {"Send Ana Ruiz what you promised (Northgate Hospital)"} <= {
        one.summary for one in entries
    }
    assert secret.encode() not in made(*entries)


def test_a_coming_round_stands_in_its_own_zone_for_its_own_length() -> None:
    records = panel_evening(
        started_at=datetime(2026, 3, 9, 13, tzinfo=UTC),
        held_on=date(2026, 3, 9),
        time_zone="America/New_York",
        duration_minutes=90,
    )
    found = by_uid(records)[entry_uid("interview", "i_first")]
    assert found.summary == "Interview: Northgate Hospital, round 1"
    assert found.details == "panel interview, Nurse"
    assert found.is_busy
    data = made(found)
    assert b"DTSTART;TZID=America/New_York:20260309T090000" in data
    assert b"DTEND;TZID=America/New_York:20260309T103000" in data


def test_a_coming_round_without_an_hour_is_a_day() -> None:
    found = by_uid(panel_evening(started_at=None, held_on=date(2026, 3, 9)))[
        entry_uid("interview", "i_first")
    ]
    assert (found.starts, found.ends) == (date(2026, 3, 9), None)
    assert not found.is_busy


def test_a_round_of_today_without_an_hour_stands_there_until_its_day_is_over() -> None:
    held, uid = panel_evening(started_at=None, time_zone=""), entry_uid("interview", "i_first")
    assert uid in by_uid(held, NOW.replace(hour=16))
    assert uid not in by_uid(held, NOW.replace(hour=17))


def test_a_round_that_is_under_way_still_comes() -> None:
    held = panel_evening(duration_minutes=360)
    assert entry_uid("interview", "i_first") in by_uid(held)
    assert entry_uid("interview", "i_first") not in by_uid(held, NOW + timedelta(hours=1))


def test_a_planned_round_moved_to_a_day_that_has_passed_moves_in_the_calendar() -> None:
    held = panel_evening(revision=2, held_on=TODAY - timedelta(days=1), started_at=None)
    found = by_uid(held)[entry_uid("interview", "i_first")]
    assert found.starts == TODAY - timedelta(days=1)
    assert entry_uid("interview", "i_first") not in by_uid(held, NOW + timedelta(days=20))


def test_a_round_without_its_application_is_shown_all_the_same() -> None:
    orphan = Interview(id="i_x", application_id="p_gone", held_on=date(2026, 3, 9))
    found = by_uid(panel_evening().with_(interviews=(orphan,)))
    assert found[entry_uid("interview", "i_x")].summary == "Interview: Interview, round 1"


def test_a_note_put_off_keeps_its_name_and_moves() -> None:
    uid = entry_uid("thank", "i_first", "n_ana")
    later = NOW + timedelta(days=2)
    put_off = Action(key="thank:i_first:n_ana", status="snoozed", snoozed_until=later, saved_at=NOW)
    moved = by_uid(panel_evening().and_(actions=[put_off]))
    assert moved[uid].starts == later
    assert set(moved) == set(by_uid(panel_evening()))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_slip_of_the_pen_spoils_no_calendar(day: date) -> None:
    records = panel_evening(held_on=day, started_at=None, answer_by=day)
    met = Encounter(
        id="m_x", interview_id="i_first", person_id="n_ana", i_promised="A link.", i_promised_by=day
    )
    ours(made(*opened(records.and_(encounters=[met]))))


@settings(deadline=None)
@given(line_texts(min_size=1), line_texts(min_size=1))
def test_any_name_can_stand_in_a_calendar(company: str, name: str) -> None:
    records = panel_evening()
    records = records.with_(
        applications=(Application(id="p_acme", company=company, role=name),),
        people=tuple(one.with_changes(name=name) for one in records.people),
    )
    data = made(*opened(records))
    assert len(ours(data)) == len(theirs(data)) == len(opened(records))


def test_a_coming_round_says_where_and_one_that_is_off_does_not() -> None:
    call = "Call: https://call.example.org/" + "x" * 400 + "?a=1,2;3"
    uid = entry_uid("interview", "i_first")
    for started_at in (datetime(2026, 3, 9, 13, tzinfo=UTC), None):
        found = by_uid(panel_evening(started_at=started_at, held_on=date(2026, 3, 9), place=call))
        assert found[uid].place == call
        data = made(found[uid])
        assert ours(data)[0]["location"] == call
        assert theirs(data)[0].location.value == call
    assert b"LOCATION" not in made(*by_uid(panel_evening(held_on=date(2026, 3, 9))).values())
    gone = interview_entry(
        panel_evening(place=call).interviews[0], None, NOW, USUAL, is_cancelled=True
    )
    assert gone.place == ""


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_any_place_comes_back_from_both_readers_on_one_line(place: str) -> None:
    data = made(entry(place=place))
    said = place_line(place)
    for found in (ours(data)[0].get("location", ""), location_of(theirs(data)[0])):
        assert found == said
    assert not set("\n\r\x07\x00") & set(said)


def location_of(event: Any) -> str:
    return event.location.value if "location" in event.contents else ""


def test_a_place_without_end_is_cut() -> None:
    assert len(place_line("x" * 5000)) == 2000
