"""Changing what is known of a person, and adding one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.core.records import Encounter, Person

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def test_what_is_known_of_a_person_can_be_changed(page: Page) -> None:
    ana = page.person(page.application(), notes="Kind.")
    form = page.open("person", ana.id)
    assert form.values["notes"] == "Kind."
    page.type(email="ana@northgate.example", kind="recruiter")
    assert page.save() == {}
    (saved,) = page.journal.people
    assert (saved.email, saved.kind, saved.notes) == (
        "ana@northgate.example",
        "recruiter",
        "Kind.",
    )
    assert page.result()["texts"] == ["Saved: Ana Ruiz."]
    assert page.changes == 1


def test_what_another_notebook_changed_meanwhile_stays(page: Page) -> None:
    ana = page.person(page.application())
    page.open("person", ana.id)
    page.type(title="Ward manager")
    page.journal.revise(ana, phone="0123")
    page.save()
    (saved,) = page.journal.people
    assert (saved.title, saved.phone) == ("Ward manager", "0123")


def test_a_referee_is_asked_how_you_know_them_and_stays_a_referee(page: Page) -> None:
    reference = page.referee(page.application())
    form = page.open("referee", reference.person_id)
    assert [one["name"] for one in form.fields] == [
        "name",
        "relation",
        "title",
        "email",
        "phone",
        "linkedin",
        "notes",
    ]
    page.type(relation="Former tutor")
    page.save()
    (saved,) = page.journal.people
    assert (saved.kind, saved.relation) == ("referee", "Former tutor")
    assert page.result()["texts"] == ["Saved: Maria Gomez."]
    assert page.desk.sheets["referees"].sections[-1]["key"].startswith("result:")


def test_a_recruiter_who_only_rang_can_be_added(page: Page) -> None:
    job = page.application()
    form = page.open("newperson", job.id)
    assert "round" not in [one["name"] for one in form.fields]
    page.type(name="Kelly Thorne", kind="recruiter", phone="0123")
    page.save()
    (saved,) = page.journal.people
    assert (saved.kind, saved.application_id, saved.phone) == ("recruiter", job.id, "0123")
    assert page.journal.encounters == ()
    assert "Kelly Thorne" in page.says("people")


def test_somebody_met_in_a_round_is_added_with_the_meeting(page: Page) -> None:
    job = page.application()
    page.round(job, days=-9)
    second = page.round(job, days=-1, round=2)
    page.round(page.application("Other"), days=-3)
    form = page.open("newperson", job.id)
    options = next(one for one in form.fields if one["name"] == "round")["options"]
    assert [one["label"] for one in options] == [
        "Not in a round",
        "Round 2, Thursday 5 March",
        "Round 1, Wednesday 25 February",
    ]
    assert "topics" not in [one["name"] for one in form.fields]
    page.type(name="Ben", round=second.id)
    assert "topics" in [one["name"] for one in form.fields]
    page.type(topics="Night shifts")
    page.save()
    (met,) = page.journal.encounters
    assert (met.interview_id, met.topics) == (second.id, "Night shifts")
    assert page.says("people").count("Night shifts") == 1


def test_a_person_without_a_name_is_not_added(page: Page) -> None:
    job = page.application()
    page.open("newperson", job.id)
    assert page.save() == {"name": "What is the name?"}
    assert page.journal.people == ()


def test_adding_can_be_taken_back_with_the_meeting(page: Page) -> None:
    job = page.application()
    one = page.round(job)
    page.open("newperson", job.id)
    page.type(name="Ben", round=one.id)
    page.save()
    page.undo()
    assert page.journal.people == ()
    assert page.journal.encounters == ()
    page.desk.press("no_person", page.journal.removed(Person)[0].id)
    assert page.journal.people == ()


def test_saving_twice_adds_one_person(page: Page) -> None:
    job = page.application()
    one = page.round(job)
    page.open("newperson", job.id)
    page.type(name="Ben", round=one.id)
    opened = page.desk.opened
    assert opened is not None
    values = dict(opened.form.values)
    for _ in range(2):
        opened.keep(values)
    assert len(page.journal.people) == len(page.journal.encounters) == 1
    assert page.journal.get(Encounter, values["_met"]) is not None
