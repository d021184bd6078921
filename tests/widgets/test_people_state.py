"""The whole tab as a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.core.followup.plan import follow_up
from interview_journal.widgets.people_state import PeopleState, people_state
from tests.widgets.people_page import NOW, facts_of

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def state(page: Page, **more: str) -> PeopleState:
    plan = follow_up(page.journal, NOW)
    return people_state(page.journal, facts_of(page.journal), plan, **more)  # type: ignore[arg-type]


def test_an_empty_journal_has_nothing_to_choose(page: Page) -> None:
    page.journal.set_setting("follow_up.news_after_days", "ten")
    found = state(page)
    assert (found.standing, found.choices, found.people, found.referees) == (None, (), (), ())
    assert found.dates == (("Ask for news after so many days, where they said nothing", "ten"),)
    assert len(found.date_problems) == 1


def test_the_newest_application_under_way_is_shown_until_another_is_chosen(page: Page) -> None:
    old = page.application("Old")
    page.round(old, days=-30)
    page.round(page.application("New"), days=-1)
    for chosen, company in (("", "New"), (old.id, "Old"), ("p_gone", "New")):
        standing = state(page, chosen=chosen).standing
        assert standing is not None
        assert standing.company == company


def test_only_what_belongs_to_the_chosen_application_is_shown(page: Page) -> None:
    old, new = page.application("Old"), page.application("New")
    page.person(old, "Olga")
    page.person(new, "Nina")
    page.referee(old)
    found = state(page, chosen=old.id)
    assert [one.name for one in found.people] == ["Olga"]
    assert [one.name for one in found.referees] == ["Maria Gomez"]


def test_letters_know_what_is_written_and_what_is_not(page: Page) -> None:
    page.application(why_role="The nights.", creative_role=True, notes="  ")
    found = state(page)
    assert found.letters == (("Why this role?", "The nights."),)
    assert found.lacking == (
        "Why this company?",
        "What can I contribute?",
        "What the job needs",
        "Notes",
    )
    assert found.is_creative


def test_many_applications_can_be_searched(page: Page) -> None:
    for number in range(13):
        page.application(f"Company {number}")
    assert state(page).can_find
    assert state(page, words="company 7").found
    assert not state(page, words="nowhere").found
