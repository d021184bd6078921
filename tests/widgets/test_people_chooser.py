"""Choosing an application, and finding one among many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.widgets.people_chooser import NOTHING_FITS

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def many(page: Page) -> None:
    for number in range(14):
        page.round(page.application(f"Company {number}"), days=-number)
    page.desk.redraw()


def choose(page: Page, **values: str) -> None:
    form = page.desk.chooser.form
    form.take_typed({**form.values, **values})


def heading(page: Page) -> str:
    return str(page.section("standing")["heading"])


def test_one_application_needs_no_choice(page: Page) -> None:
    page.application()
    page.desk.redraw()
    assert page.desk.chooser.form.fields == []


def test_another_application_is_chosen_from_the_list(page: Page) -> None:
    other = page.application("Other")
    page.round(page.application("Newest"), days=1)
    page.desk.redraw()
    assert heading(page) == "Newest"
    assert [one["name"] for one in page.desk.chooser.form.fields] == ["application"]
    choose(page, application=other.id)
    assert heading(page) == "Other"
    assert page.desk.chooser.form.values["application"] == other.id


def test_among_many_words_lead_to_the_first_that_has_them(page: Page) -> None:
    many(page)
    assert [one["name"] for one in page.desk.chooser.form.fields] == ["application", "words"]
    choose(page, words="company 13")
    assert heading(page) == "Company 13"
    choose(page, words="")
    assert heading(page) == "Company 13"
    assert len(page.desk.chooser.form.fields[0]["options"]) == 13


def test_words_that_fit_what_is_shown_change_nothing(page: Page) -> None:
    many(page)
    choose(page, words="company")
    assert heading(page) == "Company 0"


def test_words_that_fit_nothing_are_said_to(page: Page) -> None:
    many(page)
    choose(page, words="nowhere")
    assert heading(page) == "Company 0"
    assert page.desk.chooser.form.fields[-1]["label"] == NOTHING_FITS


def test_choosing_closes_the_form_about_another_and_keeps_its_words(page: Page) -> None:
    one, other = page.application("One"), page.application("Other")
    page.desk.look_at(one.id)
    page.open("letters", one.id)
    page.type(why_role="The nights.")
    page.desk.look_at(other.id)
    assert page.desk.opened is None
    page.desk.look_at(one.id)
    assert page.open("letters", one.id).values["why_role"] == "The nights."


def test_the_choice_asks_nothing_of_its_buttons(page: Page) -> None:
    page.application()
    page.desk.chooser.form.press("toggle")
    assert page.changes == 0
