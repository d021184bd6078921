"""How an application stands, in one look."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from interview_journal.core.followup.plan import follow_up
from interview_journal.widgets.people_standing import (
    NO_ROUND,
    NOTHING_AWAITED,
    TO_DO_AT_MOST,
    Standing,
    standing_of,
)
from tests.widgets.people_page import NOW, facts_of

if TYPE_CHECKING:
    from datetime import datetime

    from tests.widgets.people_page import Page


def standing(page: Page, now: datetime = NOW) -> Standing:
    facts = facts_of(page.journal, now)
    return standing_of(facts, facts.processes[0], follow_up(page.journal, now))


def test_without_a_round_it_says_how_it_begins(page: Page) -> None:
    page.application()
    one = standing(page)
    assert (one.company, one.role, one.status) == ("Northgate Hospital", "Nurse", "Under way")
    assert (one.sentence, one.round_id, one.round_label) == (NO_ROUND, "", "")
    assert (one.to_do, one.since) == ((), "")


def test_waiting_is_said_with_the_day_on_which_it_ends(page: Page) -> None:
    page.round(page.application(), days=-6, answer_in_days_max=14)
    assert standing(page).sentence == "Day 6 of 14. Nothing to do until Monday 16 March."


def test_a_coming_round_is_said_with_its_day(page: Page) -> None:
    coming = page.round(page.application(), days=1, round=2)
    one = standing(page)
    assert one.sentence == "Round 2 is tomorrow."
    assert (one.round_id, one.round_label) == (coming.id, "round 2")


def test_words_are_added_to_the_round_that_was_last(page: Page) -> None:
    job = page.application()
    first = page.round(job, days=-3)
    page.round(job, days=4, round=2)
    assert standing(page).round_id == first.id


def test_where_nothing_is_awaited_it_says_so(page: Page) -> None:
    job = page.application(status="rejected", status_at=NOW - timedelta(days=2))
    page.round(job, days=-40, outcome="rejected")
    one = standing(page)
    assert one.sentence == NOTHING_AWAITED
    assert (one.status, one.since) == ("They said no", "Since Wednesday 4 March.")


def test_a_round_to_come_of_an_application_that_ended_is_not_announced(page: Page) -> None:
    page.round(page.application(status="withdrawn"), days=2)
    assert standing(page).sentence == NO_ROUND


def test_what_can_be_done_now_is_listed_without_blame(page: Page) -> None:
    job = page.application()
    one = page.round(job, days=-1)
    page.met(one, page.person(job))
    assert standing(page).to_do == ("Thank Ana Ruiz",)
    earlier = NOW - timedelta(hours=8)
    assert standing(page, earlier).to_do == ("Thank Ana Ruiz, today by 5 pm",)
    the_evening = NOW - timedelta(days=1)
    assert standing(page, the_evening).to_do == ("Thank Ana Ruiz, by tomorrow, 5 pm",)


def test_a_long_list_ends_with_how_many_more(page: Page) -> None:
    job = page.application()
    one = page.round(job, days=-1)
    for number in range(TO_DO_AT_MOST + 2):
        page.met(one, page.person(job, f"Person {number}"))
    found = standing(page).to_do
    assert len(found) == TO_DO_AT_MOST + 1
    assert found[-1] == "and 2 more"


def test_other_applications_do_not_show(page: Page) -> None:
    page.round(page.application("First"), days=1)
    other = page.application("Other")
    page.met(page.round(other, days=-1), page.person(other))
    facts = facts_of(page.journal)
    plan = follow_up(page.journal, NOW)
    first = next(one for one in facts.processes if one.application.company == "First")
    assert standing_of(facts, first, plan).to_do == ()
