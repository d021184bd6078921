"""Changing how the dates are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def test_a_changed_convention_moves_the_dates_at_once(page: Page) -> None:
    page.round(page.application(), days=-1)
    page.desk.redraw()
    assert "Nothing to do until Friday 13 March." in page.says("standing")
    page.open("dates")
    page.type(news_after_days="14", my_name="Jo Li")
    page.save()
    assert "Nothing to do until Friday 20 March." in page.says("standing")
    assert page.journal.setting("my_name") == "Jo Li"
    assert page.section("dates")["pairs"] == [
        ["Your name", "Jo Li"],
        ["Ask for news after so many days, where they said nothing", "14"],
    ]
    assert len(page.journal.settings) == 2


def test_an_emptied_field_takes_the_usual_again(page: Page) -> None:
    page.journal.set_setting("follow_up.news_after_days", "14")
    form = page.open("dates")
    assert form.values["news_after_days"] == "14"
    page.type(news_after_days="")
    page.save()
    assert "pairs" not in page.section("dates")
    assert page.journal.setting("follow_up.news_after_days") == ""


def test_nothing_is_saved_while_anything_does_not_fit(page: Page) -> None:
    page.open("dates")
    page.type(my_name="Jo Li", thank_within_hours="soon")
    assert page.save() == {
        "thank_within_hours": "Expected a whole number from 1 to 336, or leave it empty."
    }
    assert page.journal.settings == ()


def test_the_form_stays_open_when_another_application_is_chosen(page: Page) -> None:
    page.application("One")
    other = page.application("Other")
    page.open("dates")
    page.type(my_name="Jo Li")
    page.desk.look_at(other.id)
    assert page.desk.opened is not None
    page.save()
    assert page.journal.setting("my_name") == "Jo Li"


def test_what_another_notebook_set_meanwhile_stays(page: Page) -> None:
    page.open("dates")
    page.type(my_name="Jo Li")
    page.journal.set_setting("follow_up.news_after_days", "10")
    page.save()
    assert page.journal.setting("follow_up.news_after_days") == "10"
    assert page.journal.setting("my_name") == "Jo Li"
