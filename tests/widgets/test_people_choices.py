"""Which application is looked at first, and how another is found."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from interview_journal.core.records import Application, Interview
from interview_journal.widgets.people_choices import (
    OFFERED_AT_MOST,
    application_choices,
    newest_active_first,
)

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def names(page: Page) -> list[str]:
    return [one.company for one in newest_active_first(page.journal)]


def test_what_is_under_way_stands_before_what_ended(page: Page) -> None:
    page.round(page.application("Ended", status="rejected"), days=-1)
    page.round(page.application("Offered", status="offer"), days=-20)
    page.round(page.application("Under way"), days=-10)
    assert names(page) == ["Under way", "Offered", "Ended"]


def test_the_latest_round_decides_a_coming_one_too(page: Page) -> None:
    page.round(page.application("Yesterday"), days=-1)
    page.round(page.application("Next week"), days=7)
    assert names(page) == ["Next week", "Yesterday"]


def test_without_a_round_the_day_it_was_entered_counts(page: Page) -> None:
    page.round(page.application("Met long ago"), days=-30)
    page.application("Entered tonight")
    assert names(page) == ["Entered tonight", "Met long ago"]


def test_an_application_that_was_never_saved_stands_last() -> None:
    known = Application(company="Known")
    met = Interview(application_id=known.id, held_on=date(2026, 3, 1))
    view: Any = type("V", (), {"applications": (Application(company="New"), known)})()
    view.interviews = (met,)
    assert [one.company for one in newest_active_first(view)] == ["Known", "New"]


def test_a_line_says_company_role_and_where_it_stands() -> None:
    one = Application(company="Northgate\nHospital", role="Nurse", status="offer")
    plain = Application(company="Acme")
    labels = [choice.label for choice in application_choices([one, plain])]
    assert labels == ["Northgate, Nurse (they made an offer)", "Acme (under way)"]


def many() -> list[Application]:
    return [Application(id=f"p_{n}", company=f"Company {n}") for n in range(OFFERED_AT_MOST + 5)]


def test_the_list_is_short_and_always_holds_the_chosen_one() -> None:
    offered = application_choices(many(), chosen="p_15")
    assert len(offered) == OFFERED_AT_MOST + 1
    assert offered[-1].application_id == "p_15"
    assert len(application_choices(many(), chosen="p_0")) == OFFERED_AT_MOST
    assert len(application_choices(many())) == OFFERED_AT_MOST


def test_words_find_an_application_in_any_case() -> None:
    found = application_choices(many(), words="COMPANY 1 under")
    assert [one.application_id for one in found][:2] == ["p_1", "p_10"]
    assert application_choices(many(), words="nowhere") == ()
    assert len(application_choices(many(), chosen="p_3", words="nowhere")) == 1


def test_the_order_does_not_depend_on_the_order_of_the_rounds(page: Page) -> None:
    one = page.application("Twice")
    for days in (-1, -40):
        page.round(one, days=days)
    page.round(page.application("Once"), days=-20)
    assert names(page) == ["Twice", "Once"]
