"""One application in time: every mark in its place, and the words that say the same."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings

from interview_journal.analysis.timeline import timeline_frame
from interview_journal.analysis.timeline_marks import joined
from interview_journal.analysis.timeline_words import timeline_sentence
from interview_journal.core.followup.plan import follow_up
from interview_journal.core.records import (
    Action,
    Application,
    Encounter,
    Interview,
    Person,
    Reference,
)
from tests.writing.dated_journals import NOW, TODAY, dated_journals, panel_evening

if TYPE_CHECKING:
    import pandas as pd

    from interview_journal.core.choices import Channel
    from tests.records_in_memory import Records

COLUMNS = ["kind", "start", "end", "label", "detail", "is_past", "number"]
WEEK = timedelta(days=7)


def framed(records: Records, now: datetime = NOW, application_id: str = "p_acme") -> pd.DataFrame:
    return timeline_frame(records, application_id, follow_up(records, now), now)


def told(records: Records, now: datetime = NOW) -> list[tuple[str, str, str]]:
    frame = framed(records, now)
    return list(zip(frame["kind"], frame["label"], frame["detail"], strict=True))


def moment(day: int, hour: int = 12) -> datetime:
    return datetime.combine(date(2026, 3, day), time(hour), tzinfo=UTC)


def test_an_evening_with_a_panel_says_what_was_what_waits_and_what_is_to_do() -> None:
    assert told(panel_evening()) == [
        ("round", "Round 1: panel interview", "with Ana Ruiz, Ben Cole and Cho Lin"),
        ("today", "Today", ""),
        ("due", "Thank Ana Ruiz, Ben Cole and Cho Lin", "by tomorrow, 3 pm"),
        (
            "waiting",
            "Waiting for an answer",
            "They said one to two weeks. Nothing to do until Thursday 19 March",
        ),
        ("due", "Ask Ana Ruiz at Northgate Hospital for news", "from Thursday 19 March"),
    ]


def test_the_columns_are_what_they_are_said_to_be() -> None:
    frame = framed(panel_evening())
    assert list(frame.columns) == COLUMNS
    assert frame["start"].dtype == frame["end"].dtype == np.dtype("datetime64[s]")
    assert frame["is_past"].dtype == bool
    assert frame["number"].dtype == "Int64"
    waiting = frame[frame["kind"] == "waiting"].iloc[0]
    assert (waiting["start"].date(), waiting["end"].date()) == (TODAY, date(2026, 3, 19))
    assert frame["number"].tolist()[0] == 1
    assert frame["number"].isna().sum() == len(frame) - 1


def test_an_application_that_is_not_there_or_knows_nothing_has_no_marks() -> None:
    empty = framed(panel_evening(), application_id="p_nobody")
    assert empty.empty
    assert list(empty.columns) == COLUMNS
    bare = panel_evening().with_(interviews=(), encounters=())
    assert framed(bare).empty


@settings(deadline=None)
@given(dated_journals())
def test_what_was_stands_above_today_and_what_comes_below_it(records: Records) -> None:
    for application in records.applications:
        frame = framed(records, application_id=application.id)
        if frame.empty:
            continue
        assert frame["end"].is_monotonic_increasing
        (today,) = frame.index[frame["kind"] == "today"]
        assert frame.loc[: today - 1, "is_past"].all()
        assert not frame.loc[today + 1 :, "is_past"].any()
        assert (frame["start"] <= frame["end"]).all()
        assert frame["label"].str.len().min() > 0


def test_several_people_who_got_the_same_on_one_day_are_one_mark() -> None:
    ways: list[tuple[str, Channel, int]] = [("n_ana", "e-mail", 9), ("n_ben", "post", 11)]
    sent = [
        Action(
            key=f"thank:i_first:{who}",
            kind="thank-you note",
            status="done",
            application_id="p_acme",
            interview_id="i_first",
            person_id=who,
            channel=channel,
            done_at=moment(5, hour),
        )
        for who, channel, hour in ways
    ]
    again = sent[0].with_changes(key="thank:i_first:n_ana:2")
    later = now = moment(6)
    other_day = Action(
        key="thank:i_first:n_cho",
        kind="thank-you note",
        status="done",
        interview_id="i_first",
        person_id="n_cho",
        saved_at=later,
    )
    marks = told(panel_evening().and_(actions=[*sent, again, other_day]), now)
    assert marks[1:3] == [
        ("done", "Thanked Ana Ruiz and Ben Cole", "e-mail, post"),
        ("done", "Thanked Cho Lin", ""),
    ]


@pytest.mark.parametrize(
    ("change", "is_shown"),
    [
        ({"kind": "write it down"}, False),
        ({"kind": "enter the next round"}, False),
        ({"kind": "ask for news", "status": "skipped"}, False),
        ({"kind": "ask for news", "application_id": "p_other", "interview_id": "i_other"}, False),
        ({"kind": "ask for news"}, True),
    ],
)
def test_only_what_was_done_about_this_application_is_shown(change: Any, is_shown: bool) -> None:
    facts: dict[str, Any] = {
        "key": "news:i_first:1",
        "status": "done",
        "application_id": "p_acme",
        "done_at": NOW,
    }
    records = panel_evening().and_(actions=[Action(**(facts | change))])
    assert (("done", "Asked them for news", "") in told(records)) is is_shown


@pytest.mark.parametrize(
    ("kind", "label"), [("rang {them} up", "Rang {them} up: them"), ("", "Something: them")]
)
def test_a_kind_from_elsewhere_is_said_as_it_was_written(kind: str, label: str) -> None:
    done = Action(key="x", kind=kind, status="done", application_id="p_acme", done_at=NOW)
    assert ("done", label, "") in told(panel_evening().and_(actions=[done]))


def test_referees_who_agreed_and_were_called_stand_there() -> None:
    maria = Person(id="n_maria", kind="referee", name="Maria Lopez")
    known = Reference(
        application_id="p_acme",
        person_id="n_maria",
        consented_at=moment(1),
        checked_at=moment(3),
    )
    others = [
        Reference(application_id="p_other", person_id="n_maria", consented_at=moment(1)),
        Reference(application_id="p_acme", person_id="n_nobody", consented_at=moment(1)),
    ]
    marks = told(panel_evening().and_(people=[maria], references=[known, *others]))
    assert [label for kind, label, _ in marks if kind == "done"] == [
        "Maria Lopez agreed to speak for me",
        "They called Maria Lopez",
    ]


def test_outcomes_say_how_long_they_took() -> None:
    held = panel_evening(outcome="advanced", outcome_known_at=moment(5))
    later = panel_evening(outcome="rejected", outcome_known_at=moment(4, 18))
    assert ("outcome", "They said yes", "1 day after round 1") in told(held, NOW + WEEK)
    assert ("outcome", "They said no", "on the day of round 1") in told(later)
    off = panel_evening(held_on=date(2026, 3, 9), started_at=None, outcome="withdrew")
    assert ("outcome", "I withdrew", "before round 1") in told(off)
    unknown = panel_evening(outcome="silence", outcome_known_at=None)
    assert ("outcome", "Silence, no longer waiting", "on the day of round 1") in told(unknown)


@pytest.mark.parametrize(
    ("status", "outcome", "labels"),
    [
        ("offer", "advanced", ["They said yes", "They made an offer"]),
        ("rejected", "rejected", ["They said no"]),
        ("rejected", None, ["They said no"]),
        ("open", None, []),
    ],
)
def test_what_became_of_the_application_is_said_once(
    status: Any, outcome: Any, labels: list[str]
) -> None:
    acme = Application(id="p_acme", company="Acme", status=status, status_at=NOW)
    known_at = None if outcome is None else NOW
    records = panel_evening(outcome=outcome, outcome_known_at=known_at).with_(applications=(acme,))
    assert [label for kind, label, _ in told(records) if kind == "outcome"] == labels


def test_a_status_without_its_day_has_no_place_in_time() -> None:
    acme = Application(id="p_acme", company="Acme", status="offer")
    marks = told(panel_evening().with_(applications=(acme,)))
    assert not [label for kind, label, _ in marks if kind == "outcome"]


def test_a_coming_round_says_the_hour_on_the_clock_there() -> None:
    coming = Interview(
        id="i_next",
        application_id="p_acme",
        round=2,
        held_on=date(2026, 3, 9),
        started_at=moment(9, 13),
        time_zone="America/New_York",
    )
    met = Encounter(interview_id="i_next", person_id="n_ana")
    marks = told(panel_evening().and_(interviews=[coming], encounters=[met]))
    assert ("round", "Round 2", "9 am, with Ana Ruiz") in marks


@pytest.mark.parametrize(("hour", "kinds"), [(21, ["today", "round"]), (18, ["round", "today"])])
def test_a_round_of_today_stands_on_its_side_of_now(hour: int, kinds: list[str]) -> None:
    marks = told(panel_evening(started_at=moment(4, hour)))
    assert [kind for kind, *_ in marks if kind in kinds] == kinds


def test_what_is_overdue_stands_at_today_and_says_since_when() -> None:
    now = NOW + timedelta(days=3)
    frame = framed(panel_evening(), now)
    late = frame[frame["label"].str.startswith("Thank ")].iloc[0]
    assert late["end"].date() == now.date()
    assert late["detail"] == "since yesterday" or late["detail"].startswith("since ")
    due_now = framed(panel_evening(), NOW + timedelta(hours=19, minutes=59))
    assert "by today, 3 pm" in set(due_now["detail"])
    just_over = framed(panel_evening(), datetime(2026, 3, 5, 16, tzinfo=UTC))
    assert "now" in set(just_over["detail"])


def test_days_at_the_ends_of_the_calendar_have_a_place() -> None:
    for day in (date.min, date.max):
        frame = framed(panel_evening(held_on=day, started_at=None))
        assert day.year in set(frame["end"].dt.year)


def test_another_application_and_people_who_are_gone_leave_no_mark() -> None:
    other = Application(id="p_other", company="Acme")
    held = Interview(id="i_other", application_id="p_other", held_on=TODAY, account="Fine.")
    gone = Encounter(interview_id="i_first", person_id="n_gone")
    both = panel_evening().and_(applications=[other], interviews=[held], encounters=[gone])
    assert told(both) == told(panel_evening())


def test_names_are_joined_as_a_person_would() -> None:
    assert [joined(names) for names in ([], ["Ana"], ["Ana", "Ben"])] == [
        "them",
        "Ana",
        "Ana and Ben",
    ]


# In words ---------------------------------------------------------------------------------


def test_the_sentence_says_what_the_picture_shows() -> None:
    assert timeline_sentence(framed(panel_evening()), "Northgate Hospital") == (
        "Northgate Hospital: one round, on Wednesday 4 March. Waiting for an answer. They "
        "said one to two weeks. Nothing to do until Thursday 19 March. To do next: Thank Ana Ruiz, "
        "Ben Cole and Cho Lin, by tomorrow, 3 pm, and 1 more."
    )


def test_the_sentence_names_the_next_round_and_the_latest_outcome() -> None:
    coming = Interview(application_id="p_acme", round=2, held_on=date(2026, 3, 9))
    known = panel_evening(outcome="advanced", outcome_known_at=NOW)
    sentence = timeline_sentence(framed(known.and_(interviews=[coming])), "Acme")
    assert "Round 2 is on Monday 9 March. They said yes." in sentence
    before = timeline_sentence(
        framed(panel_evening().with_(interviews=(coming,), encounters=())), "Acme"
    )
    assert before == "Acme: no round yet. Round 2 is on Monday 9 March. Nothing to do."


def test_an_outcome_of_an_earlier_round_is_not_said_to_be_the_latest_word() -> None:
    first = Interview(
        id="i_zero",
        application_id="p_acme",
        held_on=date(2026, 2, 20),
        outcome="advanced",
        outcome_known_at=datetime(2026, 2, 25, 12, tzinfo=UTC),
    )
    sentence = timeline_sentence(framed(panel_evening(round=2).and_(interviews=[first])), "Acme")
    assert sentence.startswith("Acme: 2 rounds, the latest on Wednesday 4 March. Waiting")
