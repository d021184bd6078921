"""The tab as a whole: what is pressed reaches the journal, and it looks the same afresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.widgets.handing import Handing
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.people_desk import PeopleAndDates
from interview_journal.widgets.record_place import read_place
from interview_journal.widgets.sample_mark import ExampleError
from tests.widgets.people_page import NOW, labels_in, shown

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def test_showing_an_empty_journal_writes_nothing(page: Page) -> None:
    assert list(page.shown()["sections"]["top"]) != []
    assert [part for part, one in page.shown()["sections"].items() if one] == ["top", "dates"]
    assert not page.journal.path.exists()


def test_nothing_is_computed_before_it_is_drawn(page: Page) -> None:
    page.application()
    desk = PeopleAndDates(page.journal, Panel(label="x"), Handing(), on_changed=lambda: None)
    assert desk.page.children == ()
    assert all(sheet.sections == [] for sheet in desk.sheets.values())
    assert desk.state.standing is not None


def test_created_updated_cleared_and_updated_it_shows_the_same_as_one_built_afresh(
    page: Page,
) -> None:
    job = page.application()
    page.met(page.round(job), page.person(job))
    reference = page.referee(job)
    page.desk.redraw()
    page.open("letters", job.id)
    page.type(why_role="The nights.")
    page.save()
    page.desk.press("called", reference.id)
    for record in page.journal.applications:
        page.journal.remove(record)
    page.desk.look_at("")
    assert page.desk.state.standing is None
    page.journal.restore(job)
    page.desk.look_at(job.id)
    kept = page.shown()
    page.show()
    assert page.shown() == kept


def test_pressing_an_open_forms_button_closes_it_and_keeps_the_words(page: Page) -> None:
    job = page.application()
    page.open("letters", job.id)
    page.type(notes="Parking is hopeless.")
    page.desk.press("letters", job.id)
    assert page.desk.opened is None
    assert page.open("letters", job.id).values["notes"] == "Parking is hopeless."


def test_a_form_opens_in_its_part_under_a_heading_that_takes_the_focus(page: Page) -> None:
    ana = page.person(page.application())
    page.open("person", ana.id)
    heading = page.desk.sheets["people"].sections[-1]
    assert (heading["heading"], heading["focus"]) == ("About Ana Ruiz", True)
    assert page.desk.opened is not None
    assert page.desk.opened.form in page.desk.slots["people"].children
    everywhere = [type(one).__name__ for slot in page.desk.slots.values() for one in slot.children]
    assert everywhere == ["Form", "Form", "Notice"]


def test_the_focus_returns_to_the_button_when_a_form_is_closed(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = page.application()
    asked: list[tuple[str, str]] = []
    sheet = page.desk.sheets["letters"]
    monkeypatch.setattr(sheet, "focus", lambda name, item="": asked.append((name, item)))
    form = page.open("letters", job.id)
    form.press("cancel")
    assert asked == [("letters", job.id)]


def test_only_one_form_is_open(page: Page) -> None:
    job = page.application()
    page.open("letters", job.id)
    page.open("newperson", job.id)
    assert page.desk.opened is not None
    assert page.desk.opened.kind == "newperson"
    assert page.desk.sheets["letters"].sections[-1]["key"] == "letters"


def test_what_was_done_is_said_until_the_next_press(page: Page) -> None:
    reference = page.referee(page.application())
    page.desk.press("called", reference.id)
    assert page.result()["focus"]
    page.desk.press("dates", "")
    assert page.desk.result is None


def test_saving_by_key_saves_the_open_form(page: Page) -> None:
    job = page.application()
    page.desk.save()
    page.open("letters", job.id)
    page.type(notes="Parking is hopeless.")
    page.desk.save()
    assert page.journal.applications[0].notes == "Parking is hopeless."
    assert page.changes == 1


def test_adding_to_a_round_leads_to_it_in_the_record_notebook(page: Page) -> None:
    one = page.round(page.application())
    page.desk.redraw()
    link = page.section("standing")["links"][0]
    assert link["notebook"] == "1_record.ipynb"
    page.desk.press(link["name"], link["item"])
    assert read_place(page.journal.drafts, now=NOW).interview_id == one.id
    page.desk.press("record")
    assert read_place(page.journal.drafts, now=NOW).interview_id is None


def test_the_calendar_is_handed_over_as_it_stands_now(page: Page) -> None:
    page.round(page.application(), days=3)
    page.desk.press("calendar")
    ((name, kind, data),) = page.files
    assert (name, kind) == ("interview_dates.ics", "text/calendar")
    assert data.startswith(b"BEGIN:VCALENDAR")
    assert b"Northgate Hospital" in data
    assert page.changes == 0


def test_a_press_that_nobody_knows_does_nothing(page: Page) -> None:
    before = page.shown()
    page.desk.press("nothing", "x")
    assert page.shown() == before


def test_a_closed_form_that_is_pressed_once_more_changes_nothing(page: Page) -> None:
    job = page.application()
    form = page.open("letters", job.id)
    form.press("cancel")
    form.press("cancel")
    assert page.changes == 0


def test_an_error_of_a_press_is_told_in_its_part(page: Page) -> None:
    job = page.application()
    ana = page.person(job)
    page.desk.redraw()
    page.journal.remove(ana)
    hear = page.panel.guarded(page.desk.press)
    hear("person", ana.id)
    assert page.message().startswith("people.csv")
    page.desk.redraw()
    assert page.panel.notice in page.desk.slots["people"].children


def test_the_example_is_looked_at_and_never_written_to() -> None:
    journal = open_journal(sample_path())
    panel = Panel(label="x")
    desk = PeopleAndDates(
        journal, panel, Handing(), on_changed=lambda: None, now=lambda: NOW.replace(month=7, day=1)
    )
    desk.redraw()
    assert labels_in([one.sections for one in desk.sheets.values()]) == []
    assert len(desk.chooser.form.fields) == 1
    other = desk.chooser.form.fields[0]["options"][-1]["value"]
    desk.chooser.form.take_typed({**desk.chooser.form.values, "application": other})
    assert desk.state.standing is not None
    assert desk.state.standing.application_id == other
    for name in ("called", "letters", "record", "dates"):
        with pytest.raises(ExampleError):
            desk.press(name, other)
    assert "example" in shown(desk)["sections"]["people"][0]["tone"]


def test_nothing_printed_tells_of_the_journal(page: Page) -> None:
    job = page.application("Planted Ltd")
    page.round(job)
    page.desk.redraw()
    page.open("letters", job.id)
    printed = repr(page.desk) + repr(page.desk.opened) + repr(page.desk.parts)
    assert "Planted" not in printed
