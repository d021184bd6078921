"""What every form of the tab does: drafts, errors beside the fields, focus, cancelling."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Application, Person
from interview_journal.errors import UnknownRecordError
from interview_journal.widgets.people_form import DRAFTS, FormPlace, drafted_form

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def place(page: Page) -> FormPlace:
    return FormPlace(
        journal=page.journal, panel=page.panel, application_id="p_a", done=lambda _result: None
    )


def test_what_was_typed_comes_back_after_a_reload_with_its_application(page: Page) -> None:
    page.round(page.application("Newer"), days=-1)
    older = page.application("Older")
    page.round(older, days=-20)
    ana = page.person(older)
    page.desk.look_at(older.id)
    page.open("person", ana.id)
    page.type(title="Ward manager")
    desk = page.show()
    assert desk.opened is not None
    assert desk.opened.form.values["title"] == "Ward manager"
    assert desk.opened.form.unsaved
    assert page.section("standing")["heading"] == "Older"
    page.save()
    saved = page.journal.get(Person, ana.id)
    assert saved is not None
    assert saved.title == "Ward manager"
    assert drafted_form(page.journal) is None


def test_of_two_drafts_the_later_one_is_opened(page: Page) -> None:
    job = page.application()
    ana = page.person(job)
    page.open("person", ana.id)
    page.type(title="First")
    page.at += timedelta(minutes=1)
    page.open("letters", job.id)
    page.type(notes="Second")
    assert drafted_form(page.journal) == ("letters", job.id, job.id)


def test_a_draft_about_something_that_is_gone_opens_nothing(page: Page) -> None:
    ana = page.person(page.application())
    page.open("person", ana.id)
    page.type(title="Ward manager")
    page.journal.remove(ana)
    desk = page.show()
    assert desk.opened is None
    assert page.message() == ""


def test_a_draft_that_does_not_say_what_it_is_opens_nothing(page: Page) -> None:
    page.application()
    page.journal.drafts.keep(f"{DRAFTS}old", {"name": "Ana"})
    assert drafted_form(page.journal) is None
    page.journal.drafts.keep(f"{DRAFTS}older", {"_kind": "of another time"})
    assert page.show().opened is None


def test_cancelling_lets_the_draft_go_and_changes_nothing(page: Page) -> None:
    ana = page.person(page.application())
    form = page.open("person", ana.id)
    page.type(title="Ward manager")
    form.press("cancel")
    assert page.desk.opened is None
    assert drafted_form(page.journal) is None
    assert page.journal.people == (ana,)
    assert page.changes == 0


def test_an_error_stands_beside_its_field_and_the_form_stays_open(page: Page) -> None:
    ana = page.person(page.application())
    page.open("person", ana.id)
    page.type(name=" ")
    assert page.save() == {"name": "What is the name?"}
    page.type(name="Ana Maria Ruiz")
    page.save()
    assert page.desk.opened is None
    assert page.journal.people[0].name == "Ana Maria Ruiz"


def test_what_no_field_can_mend_is_told_where_one_looks(page: Page) -> None:
    job = page.application()
    ana = page.person(job)
    form = page.open("person", ana.id)
    page.type(title="Ward manager")
    page.journal.remove(ana)
    page.panel.guarded(form.press)("save")
    assert page.message().startswith("people.csv")
    assert page.panel.notice in page.desk.slots["people"].children
    assert page.desk.opened is not None
    assert page.desk.opened.form.values["title"] == "Ward manager"


def test_an_id_of_another_program_has_a_draft_too(page: Page) -> None:
    job = page.journal.add(Application(id="p.Odd-ID", company="Odd"))
    page.open("letters", job.id)
    page.type(notes="Kept")
    assert page.show().opened is not None
    (name,) = page.journal.drafts.names()
    assert name.startswith(f"{DRAFTS}letters-")


def test_a_record_that_was_taken_away_is_not_there(page: Page) -> None:
    job = page.application()
    assert place(page).record(Application, job.id) == job
    page.journal.remove(job)
    for gone in (job.id, "p_never"):
        with pytest.raises(UnknownRecordError):
            place(page).record(Application, gone)


def test_the_day_is_the_persons_own(page: Page) -> None:
    page.journal.set_setting("follow_up.time_zone", "Pacific/Auckland")
    assert place(page).today.isoformat() == "2026-03-07"
