"""What one press keeps, and how it is undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Person
from interview_journal.widgets.people_deeds import DEED_GROUPS, Deeds
from tests.widgets.people_page import NOW

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def test_they_called_is_kept_at_once_and_can_be_taken_back(page: Page) -> None:
    job = page.application()
    reference = page.referee(job, consented_at=NOW)
    page.desk.redraw()
    assert "They called Maria" in page.labels("referees")
    page.desk.press("called", reference.id)
    assert page.journal.references[0].checked_at == NOW
    assert "Northgate Hospital asked them on Friday 6 March." in page.says("referees")
    assert "Thank Maria Gomez" in page.says("standing")
    page.undo()
    assert page.journal.references[0].checked_at is None


def test_a_call_can_be_taken_back_later_too(page: Page) -> None:
    reference = page.referee(page.application(), consented_at=NOW, checked_at=NOW)
    page.desk.press("not_called", reference.id)
    assert page.journal.references[0].checked_at is None
    revision = page.journal.references[0].revision
    page.desk.press("not_called", reference.id)
    assert page.journal.references[0].revision == revision


def test_pressed_twice_keeps_the_first_moment(page: Page) -> None:
    reference = page.referee(page.application())
    page.desk.press("called", reference.id)
    page.at = NOW.replace(hour=21)
    page.desk.press("called", reference.id)
    assert page.journal.references[0].checked_at == NOW


def test_a_referee_taken_off_can_be_put_back(page: Page) -> None:
    reference = page.referee(page.application(), consented_at=NOW)
    page.desk.press("off", reference.id)
    assert [one.name for one in page.journal.people] == ["Maria Gomez"]
    assert not page.desk.state.referees
    assert page.result()["texts"] == ["Maria Gomez does not speak for you at Northgate Hospital."]
    page.desk.press("off", reference.id)
    page.undo()
    (back,) = page.journal.references
    assert back.consented_at == NOW
    page.desk.press("back_on", reference.id)
    assert page.journal.references == (back,)
    assert page.result()["texts"] == ["Maria is back."]


def test_a_yes_taken_back_twice_is_taken_back_once(page: Page) -> None:
    reference = page.referee(page.application(), consented_at=NOW)
    for _ in range(2):
        page.desk.press("not_agreed", reference.id)
    (saved,) = page.journal.references
    assert (saved.consented_at, saved.revision) == (None, 2)


def test_somebody_who_was_a_referee_before_stays_known(page: Page) -> None:
    job = page.application()
    first = page.referee(job)
    page.journal.remove(first)
    again = page.journal.add(type(first)(application_id=job.id, person_id=first.person_id))
    page.desk.press("no_referee", again.id)
    page.desk.press("no_referee", again.id)
    assert page.journal.references == ()
    assert [one.name for one in page.journal.people] == ["Maria Gomez"]


def test_a_standing_that_was_never_another_stays(page: Page) -> None:
    job = page.application()
    page.desk.press("old_standing", job.id)
    assert page.journal.applications == (job,)


@pytest.mark.parametrize("name", DEED_GROUPS)
def test_what_is_gone_changes_nothing(page: Page, name: str) -> None:
    before = page.journal.applications
    Deeds(page.journal).do(name, "x_gone")
    assert page.journal.applications == before


def test_a_referee_without_a_person_or_an_application_is_named_plainly(page: Page) -> None:
    job = page.application()
    reference = page.referee(job)
    page.journal.erase(page.journal.people[0])
    assert page.journal.get(Person, reference.person_id) is None
    assert Deeds(page.journal).do("called", reference.id) is None
