"""Naming a referee, and what they agreed to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.widgets.people_reference import (
    NOT_A_DAY,
    NOT_YET,
    day_in_past,
    known_referees,
)
from interview_journal.widgets.typed_values import FormFaultsError
from tests.widgets.people_page import NOW, TODAY

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def test_a_yes_of_today_is_kept_with_this_moment(page: Page) -> None:
    reference = page.referee(page.application())
    form = page.open("agreed", reference.id)
    assert form.values["agreed_on"] == "2026-03-06"
    page.type(scope="The team, not pay.")
    page.save()
    (saved,) = page.journal.references
    assert (saved.consented_at, saved.scope) == (NOW, "The team, not pay.")
    assert "Said yes on Friday 6 March: The team, not pay." in page.says("referees")
    page.undo()
    (back,) = page.journal.references
    assert (back.consented_at, back.scope) == (None, "The team, not pay.")


def test_a_yes_of_an_earlier_day_counts_from_that_day(page: Page) -> None:
    reference = page.referee(page.application())
    page.open("agreed", reference.id)
    page.type(agreed_on="2026-03-02")
    page.save()
    assert page.journal.references[0].consented_at == datetime(2026, 3, 2, 23, 59, tzinfo=UTC)


def test_changing_what_they_agreed_to_keeps_when_they_did(page: Page) -> None:
    agreed_at = NOW - timedelta(days=3, hours=2)
    reference = page.referee(page.application(), consented_at=agreed_at, scope="The team.")
    page.open("agreed", reference.id)
    page.type(scope="The team, and the merger.")
    page.save()
    (saved,) = page.journal.references
    assert (saved.consented_at, saved.scope) == (agreed_at, "The team, and the merger.")
    assert "buttons" not in page.result()


def test_a_yes_can_be_taken_back_later(page: Page) -> None:
    reference = page.referee(page.application(), consented_at=NOW, scope="The team.")
    form = page.open("agreed", reference.id)
    assert [one["name"] for one in form.buttons] == ["save", "cancel", "not_agreed"]
    form.press("not_agreed")
    (saved,) = page.journal.references
    assert (saved.consented_at, saved.scope) == (None, "The team.")
    assert page.desk.opened is None
    form.press("not_agreed")
    assert page.journal.references == (saved,)


def test_where_nothing_was_agreed_nothing_can_be_taken_back(page: Page) -> None:
    reference = page.referee(page.application())
    form = page.open("agreed", reference.id)
    assert [one["name"] for one in form.buttons] == ["save", "cancel"]
    form.press("cancel")
    assert page.desk.opened is None


@pytest.mark.parametrize(
    ("text", "fault"), [("", NOT_A_DAY), ("soon", NOT_A_DAY), ("2026-03-07", NOT_YET)]
)
def test_a_day_that_cannot_be_is_said_beside_it(page: Page, text: str, fault: str) -> None:
    reference = page.referee(page.application())
    page.open("agreed", reference.id)
    page.type(agreed_on=text)
    assert page.save() == {"agreed_on": fault}
    with pytest.raises(FormFaultsError):
        day_in_past("day", text, now=NOW)


def test_a_day_is_now_or_the_end_of_an_earlier_one() -> None:
    assert day_in_past("day", TODAY.isoformat(), now=NOW) == NOW
    assert day_in_past("day", " 2026-03-05 ", now=NOW).hour == 23


def test_a_new_referee_is_added_with_what_they_agreed_to(page: Page) -> None:
    job = page.application()
    form = page.open("newreferee", job.id)
    assert [one["name"] for one in form.fields] == [
        "name",
        "relation",
        "email",
        "phone",
        "agreed",
    ]
    page.type(name="Maria Gomez", relation="Former manager", agreed="yes")
    assert [one["name"] for one in form.fields][-1] == "scope"
    page.type(scope="The team.")
    page.save()
    (person,), (reference,) = page.journal.people, page.journal.references
    assert (person.kind, person.application_id, person.relation) == (
        "referee",
        "",
        "Former manager",
    )
    assert (reference.application_id, reference.person_id) == (job.id, person.id)
    assert (reference.consented_at, reference.scope) == (NOW, "The team.")
    assert "They have said yes." in page.result()["texts"][0]


def test_without_a_yes_they_are_to_be_asked_first(page: Page) -> None:
    page.open("newreferee", page.application().id)
    page.type(name="Maria Gomez", scope="typed before", agreed="no")
    page.save()
    (reference,) = page.journal.references
    assert (reference.consented_at, reference.scope) == (None, "")
    assert "Ask them first" in page.result()["texts"][0]
    assert "Ask Maria Gomez whether they will speak for you" in page.says("standing")


def test_a_referee_of_another_application_is_offered(page: Page) -> None:
    old, job = page.application("Old"), page.application("New")
    known = page.referee(old)
    page.referee(job, "Tom")
    assert [one.name for one in known_referees(page.journal, job.id)] == ["Maria Gomez"]
    page.desk.look_at(job.id)
    form = page.open("newreferee", job.id)
    assert form.fields[0]["options"] == [
        {"value": known.person_id, "label": "Maria Gomez (Former manager)"},
        {"value": "", "label": "Somebody new"},
    ]
    assert [one["name"] for one in form.fields] == ["who", "agreed"]
    page.save()
    assert [one.person_id for one in page.journal.references if one.application_id == job.id][
        -1
    ] == known.person_id
    assert len(page.journal.people) == 2


def test_somebody_new_can_be_chosen_although_others_are_known(page: Page) -> None:
    page.referee(page.application("Old"))
    job = page.application("New")
    page.desk.look_at(job.id)
    page.open("newreferee", job.id)
    page.type(who="")
    assert page.save() == {"name": "What is the name?"}
    page.type(name="Tom")
    page.save()
    assert [one.name for one in page.journal.people] == ["Maria Gomez", "Tom"]


def test_a_referee_is_known_by_name_alone_too(page: Page) -> None:
    reference = page.referee(page.application("Old"))
    page.journal.revise(page.journal.people[0], relation="")
    job = page.application("New")
    page.desk.look_at(job.id)
    form = page.open("newreferee", job.id)
    assert form.fields[0]["options"][0] == {"value": reference.person_id, "label": "Maria Gomez"}


def test_adding_can_be_taken_back_with_a_person_nobody_else_needs(page: Page) -> None:
    page.open("newreferee", page.application().id)
    page.type(name="Maria Gomez")
    page.save()
    page.undo()
    assert page.journal.references == ()
    assert page.journal.people == ()
    # The button may be pressed once more before the screen follows.
    page.desk.press(
        "no_referee", page.journal.removed(type(page.referee(page.application())))[0].id
    )


def test_taking_back_leaves_a_referee_whom_others_know(page: Page) -> None:
    page.referee(page.application("Old"))
    job = page.application("New")
    page.desk.look_at(job.id)
    page.open("newreferee", job.id)
    page.save()
    page.undo()
    assert len(page.journal.references) == len(page.journal.people) == 1
