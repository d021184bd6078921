"""Rounds of an application: their order, and what an outcome settles."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from interview_journal.core.choices import ApplicationStatus, Outcome
from interview_journal.core.records import Answer, Application, Forecast, Interview
from interview_journal.core.rounds import (
    frozen_forecast,
    is_written,
    known_moment,
    latest_first,
    newest_round,
    next_round_number,
    round_title,
    status_after,
    written_ids,
)

NOW = datetime(2026, 3, 6, 21, 0, tzinfo=timezone(timedelta(hours=1)))
JOB = Application(id="p_a", company="Northgate Hospital")


def talk(number: int = 1, day: int = 4, **more: Any) -> Interview:
    given: dict[str, Any] = {
        "application_id": "p_a",
        "round": number,
        "held_on": date(2026, 3, day),
        **more,
    }
    return Interview(**given)


def test_a_title_names_company_and_round() -> None:
    assert round_title(talk(2), JOB) == "Northgate Hospital, round 2"


def test_a_round_without_its_application_still_has_a_title() -> None:
    assert round_title(talk(1), None) == "Interview, round 1"


def test_the_latest_day_comes_first_and_on_one_day_the_later_round() -> None:
    rounds = [talk(1, 3), talk(2, 5), talk(3, 5), talk(4, 1)]
    assert [one.round for one in latest_first(rounds)] == [3, 2, 1, 4]


@pytest.mark.parametrize("ids", [("i_a", "i_b"), ("i_b", "i_a")])
def test_of_two_first_rounds_of_one_day_the_one_written_down_later_comes_first(
    ids: tuple[str, str],
) -> None:
    first, second = (
        talk(id=name, application_id=f"p_{name}", captured_at=NOW + timedelta(minutes=minutes))
        for name, minutes in zip(ids, (0, 20), strict=True)
    )
    ahead = talk(id="i_z", application_id="p_z")
    assert latest_first([second, ahead, first]) == [second, first, ahead]


def test_a_round_entered_ahead_of_its_day_is_not_written() -> None:
    assert not is_written(talk(), frozenset())
    assert not is_written(talk(account="  \n"), frozenset())


def test_anything_of_the_talk_makes_a_round_written() -> None:
    answered = talk()
    answer = Answer(interview_id=answered.id, question="Why?")
    assert is_written(answered, written_ids([answer]))
    assert is_written(talk(account="We talked."), frozenset())
    assert is_written(talk(captured_at=NOW), frozenset())
    assert is_written(talk(outcome="advanced"), frozenset())


def test_the_next_round_follows_the_highest_number() -> None:
    rounds = [talk(2, 1), talk(1, 9), talk(7, 2, application_id="p_other")]
    assert next_round_number("p_a", rounds) == 3
    assert next_round_number("p_new", rounds) == 1
    assert newest_round("p_a", rounds) == rounds[0]
    assert newest_round("p_new", rounds) is None


def test_the_round_number_stays_within_its_bounds() -> None:
    assert next_round_number("p_a", [talk(99)]) == 99


def test_news_of_today_is_known_now() -> None:
    assert known_moment(NOW.date(), NOW) == NOW


def test_news_of_an_earlier_day_counts_to_the_end_of_that_day() -> None:
    moment = known_moment(date(2026, 3, 4), NOW)
    assert moment.isoformat() == "2026-03-04T23:59:00+01:00"


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        ("advanced", "open"),
        ("rejected", "rejected"),
        ("withdrew", "withdrawn"),
        ("silence", "silent"),
    ],
)
def test_the_last_round_settles_the_application(
    outcome: Outcome, status: ApplicationStatus
) -> None:
    only = talk()
    assert status_after(JOB, only, outcome, [only]) == status


def test_an_earlier_round_settles_nothing() -> None:
    first, second = talk(1), talk(2, 8)
    assert status_after(JOB, first, "rejected", [first, second]) is None


@pytest.mark.parametrize("status", ["offer", "accepted", "declined", "rejected"])
def test_what_was_entered_by_hand_stays(status: ApplicationStatus) -> None:
    only = talk()
    assert status_after(JOB.with_changes(status=status), only, "rejected", [only]) is None


def test_a_wrong_entry_can_be_put_right() -> None:
    told_no = talk(outcome="rejected")
    rejected = JOB.with_changes(status="rejected")
    assert status_after(rejected, told_no, "advanced", [told_no]) == "open"


def test_a_word_after_silence_counts() -> None:
    silent = JOB.with_changes(status="silent")
    waited = talk(outcome="silence")
    assert status_after(silent, waited, "rejected", [waited]) == "rejected"


def guess(interview: Interview, percent: int, at: datetime, event: str = "advance") -> Forecast:
    return Forecast(interview_id=interview.id, percent=percent, forecast_at=at, event=event)  # type: ignore[arg-type]  # any event


def test_a_guess_is_not_shown_before_the_outcome() -> None:
    open_round = talk()
    assert frozen_forecast(open_round, [guess(open_round, 70, NOW)]) is None
    undated = talk(outcome="advanced")
    assert frozen_forecast(undated, [guess(undated, 70, NOW)]) is None


def test_the_last_guess_before_the_news_is_the_frozen_one() -> None:
    heard = talk(outcome="advanced", outcome_known_at=NOW)
    hour = timedelta(hours=1)
    made = [
        guess(heard, 30, NOW - 3 * hour),
        guess(heard, 70, NOW - hour),
        guess(heard, 90, NOW + hour),
        guess(heard, 10, NOW - hour / 2, event="offer"),
        guess(talk(2), 50, NOW - hour / 2),
    ]
    frozen = frozen_forecast(heard, made)
    assert frozen is not None
    assert frozen.percent == 70


def test_no_guess_stays_no_guess() -> None:
    heard = talk(outcome="silence", outcome_known_at=NOW.astimezone(UTC))
    assert frozen_forecast(heard, []) is None
