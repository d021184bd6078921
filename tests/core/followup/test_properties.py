"""What holds for every journal, at every moment, in every zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.followup.days import in_zone, later, zone_named
from interview_journal.core.followup.news import answer_window
from interview_journal.core.followup.plan import DUE_GROUPS, due_group, follow_up
from interview_journal.core.records import Action
from tests.core.followup.any_journals import (
    SEEDS,
    UNRELATED,
    Drawn,
    Maker,
    journals,
    together,
)

if TYPE_CHECKING:
    from interview_journal.core.followup.values import DueAction, FollowUp
    from interview_journal.core.records import Interview

LATER = [
    timedelta(),
    timedelta(hours=5),
    timedelta(days=1),
    timedelta(days=20),
    timedelta(days=400),
]
CALENDARS_END = date(9999, 12, 27)


def found(drawn: Drawn) -> FollowUp:
    return follow_up(drawn.view, drawn.now, drawn.defaults)


def acted(data: st.DataObject, drawn: Drawn) -> Drawn:
    """Return the journal after the person did something with some of what was due."""
    maker = Maker(data.draw(SEEDS), drawn.anchor)
    words = maker.words_on([one.key for one in found(drawn).due])
    return replace(drawn, view=replace(drawn.view, actions=words))


@given(journals(), st.data())
def test_every_line_is_whole_in_the_person_s_zone_and_in_order(
    drawn: Drawn, data: st.DataObject
) -> None:
    drawn = acted(data, drawn)
    lines = found(drawn)
    keys = [one.key for one in lines.due]
    assert len(set(keys)) == len(keys)
    places = [
        (not one.is_urgent or one.from_at > drawn.now, one.due_at, one.text, one.key)
        for one in lines.due
    ]
    assert places == sorted(places)
    for one in lines.due:
        assert one.from_at.tzinfo == one.due_at.tzinfo == drawn.zone
        assert one.due_at >= one.from_at
        assert one.text
        assert one.reason.endswith(".")
        assert due_group(one, drawn.now) in DUE_GROUPS
    for wait in lines.waiting:
        assert wait.until >= drawn.now.date()
        assert wait.day >= 0
        assert wait.text.endswith(".")


@given(journals(), st.data())
def test_nothing_is_due_before_its_event(drawn: Drawn, data: st.DataObject) -> None:
    drawn = acted(data, drawn)
    for one in found(drawn).due:
        event = in_zone(event_of(one, drawn), drawn.zone)
        assert one.from_at >= event, one


def event_of(one: DueAction, drawn: Drawn) -> datetime:
    """Return the moment that a line follows from, as the records alone say it."""
    view = drawn.view
    job = next(job for job in view.applications if job.id == one.application_id)
    rounds = {row.id: row for row in view.interviews}
    references = {row.id: row for row in view.references}
    stands = job.status_at or datetime.min.replace(tzinfo=UTC)
    if one.kind == "ask a referee":
        return references[one.other_id].saved_at or drawn.now
    if one.kind == "tell a referee":
        return references[one.other_id].consented_at or drawn.now
    if one.kind in ("thank a referee", "tell a referee the outcome"):
        called = references[one.other_id].checked_at
        return called if called is not None and one.kind == "thank a referee" else stands
    if one.kind == "tell another company":
        other = next(job for job in view.applications if job.id == one.other_id)
        return other.status_at or datetime.min.replace(tzinfo=UTC)
    if one.kind == "answer an offer":
        return stands
    return start_of(rounds[one.interview_id], drawn)


def start_of(one: Interview, drawn: Drawn) -> datetime:
    """Return the earliest moment at which a round can have been over."""
    if one.started_at is not None:
        start = one.started_at
    else:
        zone = zone_named(one.time_zone) or drawn.zone
        start = in_zone(datetime.combine(one.held_on, time(), tzinfo=zone), UTC)
    heard = one.outcome_known_at or one.saved_at
    return start if one.outcome is None or heard is None else min(start, heard)


@given(journals())
def test_news_are_asked_on_a_business_day_after_what_they_said(drawn: Drawn) -> None:
    rounds = {row.id: row for row in drawn.view.interviews}
    default = drawn.defaults.news_after_days
    for one in found(drawn).due:
        if one.kind == "ask for news":
            day = one.from_at.date()
            window = answer_window(rounds[one.interview_id], default_days=default)
            is_last = day > CALENDARS_END
            assert is_last or day > window.last_day or not window.is_told
            assert is_last or day.weekday() < 5
            assert is_last or day not in drawn.defaults.days_off


@given(journals(), st.data())
def test_nobody_at_a_company_is_asked_twice_on_one_evening(
    drawn: Drawn, data: st.DataObject
) -> None:
    drawn = acted(data, drawn)
    asking: dict[str, set[str]] = {}
    for one in found(drawn).due:
        if one.from_at <= one.due_at <= drawn.now:
            asking.setdefault(one.application_id, set()).add(one.kind)
    for kinds in asking.values():
        assert len(kinds & {"ask for news", "move on", "tell another company"}) <= 1 or (
            kinds & {"ask for news", "move on"} == {"move on"}
        )


@given(journals(), st.data())
def test_what_is_done_or_passed_over_never_comes_back(drawn: Drawn, data: st.DataObject) -> None:
    keys = [one.key for one in found(drawn).due]
    chosen = data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    words = tuple(
        Action(
            id=f"t_{place}",
            key=key,
            status=data.draw(st.sampled_from(["done", "skipped"])),
            done_at=drawn.now.astimezone(UTC) if 1 < drawn.now.year < 9999 else None,
        )
        for place, key in enumerate(chosen)
    )
    view = replace(drawn.view, actions=words)
    for after in LATER:
        due = follow_up(view, later(drawn.now, after), drawn.defaults).due
        assert {one.key for one in due}.isdisjoint(chosen)


@given(journals(), st.data())
def test_the_order_of_the_rows_has_no_say(drawn: Drawn, data: st.DataObject) -> None:
    drawn = acted(data, drawn)
    assert found(replace(drawn, view=drawn.view.backwards())) == found(drawn)


@given(journals(), st.data())
def test_an_unrelated_application_changes_no_line_of_another(
    drawn: Drawn, data: st.DataObject
) -> None:
    drawn = acted(data, drawn)
    other = Maker(data.draw(SEEDS), drawn.anchor).application("z", UNRELATED)
    both = found(replace(drawn, view=together(drawn.view, other)))
    alone = found(drawn)
    assert tuple(one for one in both.due if one.application_id != "p_z") == alone.due
    assert tuple(one for one in both.waiting if one.application_id != "p_z") == alone.waiting


@given(journals())
def test_looking_twice_shows_the_same(drawn: Drawn) -> None:
    assert found(drawn) == found(drawn)


@given(st.data())
def test_a_word_on_one_application_leaves_the_others_alone(data: st.DataObject) -> None:
    drawn = data.draw(journals())
    mine = {one.key for one in found(drawn).due if one.application_id == "p_a"}
    words = tuple(Action(id=f"t_{place}", key=key, status="done") for place, key in enumerate(mine))
    after = found(replace(drawn, view=replace(drawn.view, actions=words)))
    left = {one.key for one in found(drawn).due} - mine
    assert left <= {one.key for one in after.due}
