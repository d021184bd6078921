"""When a round was over, as far as the journal knows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from interview_journal.core.followup.defaults import FollowUpDefaults
from interview_journal.core.followup.ends import RoundEnds
from interview_journal.core.records import Interview

LONDON = ZoneInfo("Europe/London")
THREE = datetime(2026, 3, 4, 15, tzinfo=UTC)


def end_of(**fields: Any) -> datetime:
    given: dict[str, Any] = {"application_id": "p_a", "held_on": date(2026, 3, 4), **fields}
    return RoundEnds(LONDON, FollowUpDefaults()).of(Interview(**given)).astimezone(LONDON)


@pytest.mark.parametrize(
    ("fields", "hour", "minute"),
    [
        ({"started_at": THREE, "duration_minutes": 45}, 15, 45),
        ({"started_at": THREE}, 16, 0),
        ({}, 17, 0),
        ({"time_zone": "America/New_York"}, 22, 0),
        ({"time_zone": "Not/Known"}, 17, 0),
        ({"captured_at": THREE}, 15, 0),
        ({"captured_at": THREE + timedelta(hours=5)}, 17, 0),
        ({"captured_at": THREE - timedelta(days=1)}, 17, 0),
        ({"started_at": THREE, "captured_at": THREE + timedelta(minutes=30)}, 15, 30),
        ({"started_at": THREE, "captured_at": THREE - timedelta(minutes=30)}, 16, 0),
        ({"outcome": "advanced", "outcome_known_at": THREE}, 15, 0),
        ({"outcome": "advanced"}, 17, 0),
        ({"outcome_known_at": THREE}, 17, 0),
    ],
)
def test_the_end_is_what_is_known_of_it(fields: dict[str, Any], hour: int, minute: int) -> None:
    found = end_of(**fields)
    assert (found.date(), found.hour, found.minute) == (date(2026, 3, 4), hour, minute)


def test_a_round_that_was_called_off_was_over_then() -> None:
    known = datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert end_of(outcome="rejected", outcome_known_at=known) == known


def test_where_the_calendar_ends_a_round_ends_with_it() -> None:
    last = datetime(9999, 12, 31, 23, 50, tzinfo=timezone(timedelta(hours=-12)))
    one = Interview(application_id="p_a", held_on=last.date(), started_at=last)
    assert RoundEnds(LONDON, FollowUpDefaults()).of(one) == last


def test_two_rounds_of_one_day_end_together() -> None:
    ends = RoundEnds(LONDON, FollowUpDefaults())
    rounds = [Interview(application_id="p_a", held_on=date(2026, 3, 4)) for _ in range(2)]
    assert ends.of(rounds[0]) == ends.of(rounds[1])
