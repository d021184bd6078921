"""Under which heading a line stands."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from interview_journal.core.followup.plan import DUE_GROUPS, due_group, follow_up
from interview_journal.core.followup.values import DueAction, FollowUp
from interview_journal.core.records import Application, Interview
from tests.core.followup.told import Told

NOW = datetime(2026, 3, 4, 19, tzinfo=UTC)


def line(from_hours: float, due_hours: float, *, is_urgent: bool = False) -> DueAction:
    return DueAction(
        kind="thank-you note",
        key="thank:i:n",
        application_id="p_a",
        from_at=NOW + timedelta(hours=from_hours),
        due_at=NOW + timedelta(hours=due_hours),
        text="Thank Ana",
        reason="By tomorrow.",
        is_urgent=is_urgent,
    )


@pytest.mark.parametrize(
    ("from_hours", "due_hours", "group"),
    [
        (-1, 0, "now"),
        (-1, 24, "today"),
        (-1, 25, "this week"),
        (-1, 168, "this week"),
        (-1, 169, "later"),
        (2, 2, "today"),
        (2, 100, "this week"),
        (2, 300, "later"),
        (14, 14, "this week"),
        (14, 300, "this week"),
        (200, 200, "later"),
    ],
)
def test_a_line_stands_where_the_person_looks_for_it(
    from_hours: float, due_hours: float, group: str
) -> None:
    assert due_group(line(from_hours, due_hours), NOW) == group
    assert group in DUE_GROUPS


def test_what_is_urgent_stands_under_now_once_it_can_be_done() -> None:
    assert due_group(line(-1, 100, is_urgent=True), NOW) == "now"
    assert due_group(line(14, 100, is_urgent=True), NOW) == "this week"


def test_news_is_never_due_before_a_round_was_over() -> None:
    moved = Interview(
        id="i_a",
        application_id="p_a",
        held_on=date(2026, 2, 2),
        started_at=datetime(2026, 3, 3, 15, tzinfo=UTC),
        answer_in_days_max=1,
        account="We talked.",
    )
    view = Told(applications=(Application(id="p_a", company="Acme"),), interviews=(moved,))
    (news,) = (one for one in follow_up(view, NOW).due if one.kind == "ask for news")
    assert news.from_at == datetime(2026, 3, 4, 9, tzinfo=UTC)


def test_an_empty_journal_asks_for_nothing() -> None:
    assert follow_up(Told(), NOW) == FollowUp((), ())
