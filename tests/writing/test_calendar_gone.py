"""What an earlier calendar may still show is taken out, and nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.followup.defaults import FollowUpDefaults
from interview_journal.core.followup.facts import follow_up_facts
from interview_journal.core.followup.plan import follow_up
from interview_journal.core.records import Action, Application, Encounter, Interview
from interview_journal.writing.calendar_entries import open_entries
from interview_journal.writing.calendar_gone import gone_entries
from interview_journal.writing.calendar_possible import possible_entries
from interview_journal.writing.calendar_values import entry_uid
from tests.writing.dated_journals import NOW, TODAY, changed, dated_journals, panel_evening

if TYPE_CHECKING:
    from interview_journal.writing.calendar_values import CalendarEntry
    from tests.records_in_memory import Records

USUAL = FollowUpDefaults()
NEWS = entry_uid("news", "i_first", "1")


def opened(records: Records, now: datetime = NOW) -> list[CalendarEntry]:
    return open_entries(records, follow_up(records, now, USUAL), now, USUAL)


def uids(entries: list[CalendarEntry]) -> set[str]:
    return {one.uid for one in entries}


def gone(shown: Records, ever: Records | None = None, now: datetime = NOW) -> dict[str, Any]:
    entries = gone_entries(ever or shown, uids(opened(shown, now)), now, USUAL)
    assert all(one.is_cancelled for one in entries)
    return {one.uid: one for one in entries}


def day_of(entry: CalendarEntry) -> date:
    if isinstance(entry.starts, datetime):
        return entry.starts.astimezone(UTC).date()
    return entry.starts


@settings(deadline=None, max_examples=20)
@given(dated_journals())
def test_whatever_is_due_and_lies_ahead_is_possible_and_stands_on_no_later_day(
    records: Records,
) -> None:
    facts = follow_up_facts(records, NOW, USUAL)
    possible = {one.key: one.last_day for one in possible_entries(facts) if one.kind is not None}
    for due in follow_up(records, NOW, USUAL).due:
        if due.due_at > NOW:
            assert due.key in possible
            assert due.due_at.date() <= possible[due.key]


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_whatever_was_given_and_lies_ahead_stays_open_or_is_cancelled(data: st.DataObject) -> None:
    records = data.draw(dated_journals())
    first = opened(records)
    tomorrow = NOW + timedelta(hours=data.draw(st.integers(0, 30)))
    keys = [one.key for one in follow_up(records, NOW, USUAL).due]
    shown, ever = data.draw(changed(records, keys, tomorrow))
    known = uids(opened(shown, tomorrow))
    cancelled = gone(shown, ever, tomorrow)
    for entry in first:
        ends = entry.ends
        lies_ahead = day_of(entry) > tomorrow.date() if ends is None else ends > tomorrow
        if lies_ahead:
            assert entry.uid in known or entry.uid in cancelled, entry


@settings(deadline=None, max_examples=20)
@given(dated_journals())
def test_nothing_is_open_and_cancelled_at_once(records: Records) -> None:
    assert not uids(opened(records)) & gone(records).keys()


def test_a_fresh_evening_cancels_nothing() -> None:
    assert gone(panel_evening()) == {}


def test_a_note_that_was_sent_is_taken_out() -> None:
    sent = Action(key="thank:i_first:n_ana", status="done", done_at=NOW, saved_at=NOW)
    records = panel_evening().and_(actions=[sent])
    (entry,) = gone(records).values()
    assert entry.uid == entry_uid("thank", "i_first", "n_ana")
    assert entry.summary == "Thank-you note (Northgate Hospital)"
    assert entry.starts == TODAY + timedelta(days=1)


def test_nobody_is_reminded_to_ask_for_news_after_a_no() -> None:
    records = panel_evening(outcome="rejected", outcome_known_at=NOW)
    assert NEWS in uids(opened(panel_evening()))
    assert gone(records)[NEWS].starts == TODAY + timedelta(days=15)
    assert entry_uid("answer", "i_first") in gone(records)


def test_what_lies_behind_is_left_alone() -> None:
    records = panel_evening(outcome="rejected", outcome_known_at=NOW)
    assert gone(records, now=NOW + timedelta(days=30)) == {}


def test_a_note_put_off_for_long_is_taken_out_when_it_is_done() -> None:
    later = NOW + timedelta(days=12)
    sent = Action(key="thank:i_first:n_ana", status="done", snoozed_until=later, saved_at=NOW)
    records = panel_evening().and_(actions=[sent])
    assert gone(records)[entry_uid("thank", "i_first", "n_ana")].starts == later.date()


@pytest.mark.parametrize(
    ("change", "is_off"),
    [
        ({}, False),
        ({"status": "rejected"}, True),
        ({"status": "accepted", "status_at": NOW}, True),
        ({"status": "silent"}, False),
        # They came back: the round was entered after the end.
        ({"status": "rejected", "status_at": NOW - timedelta(days=9)}, False),
    ],
)
def test_a_round_is_called_off_with_its_application(change: Any, is_off: bool) -> None:
    acme = Application(id="p_acme", company="Acme", **change)
    coming = Interview(
        id="i_next", application_id=acme.id, round=2, held_on=date(2026, 3, 9), saved_at=NOW
    )
    records = panel_evening().with_(applications=(acme,), interviews=(coming,), encounters=())
    uid = entry_uid("interview", "i_next")
    assert (uid in gone(records)) is is_off
    assert (uid in uids(opened(records))) is not is_off


def test_a_round_that_was_removed_is_taken_out_with_all_that_follows_it() -> None:
    ever = panel_evening().and_(
        interviews=[Interview(id="i_next", application_id="p_acme", held_on=date(2026, 3, 9))]
    )
    shown = ever.with_(interviews=(), encounters=())
    found = gone(shown, ever)
    assert {entry_uid("interview", "i_next"), NEWS, entry_uid("thank", "i_first", "n_ben")} <= set(
        found
    )


def test_a_second_question_is_taken_out_when_the_answer_comes() -> None:
    asked_at, now = NOW + timedelta(days=16), NOW + timedelta(days=17)
    asked = Action(key="news:i_first:1", status="done", done_at=asked_at, saved_at=asked_at)
    waiting = panel_evening().and_(actions=[asked])
    second = entry_uid("news", "i_first", "2")
    assert second in uids(opened(waiting, now))
    known = panel_evening(outcome="rejected", outcome_known_at=now).and_(actions=[asked])
    assert second in gone(known, now=now)


def test_two_meetings_with_one_person_are_one_note() -> None:
    again = Encounter(id="m_two", interview_id="i_first", person_id="n_ana")
    sent = Action(key="thank:i_first:n_ana", status="done", saved_at=NOW)
    records = panel_evening().and_(encounters=[again], actions=[sent])
    entries = gone_entries(records, uids(opened(records)), NOW, USUAL)
    assert len(entries) == 1


def test_an_offer_that_was_answered_is_taken_out_with_the_words_to_others() -> None:
    offer = Application(id="p_won", company="Acme", status="offer", status_at=NOW, saved_at=NOW)
    records = panel_evening().and_(applications=[offer])
    open_now = uids(opened(records))
    assert {
        entry_uid("offer", "p_won"),
        entry_uid("others", "p_won", "p_acme", "offer"),
    } <= open_now
    declined = offer.with_changes(status="declined")
    after = panel_evening().and_(applications=[declined])
    assert {entry_uid("offer", "p_won"), entry_uid("others", "p_won", "p_acme", "offer")} <= set(
        gone(after)
    )
