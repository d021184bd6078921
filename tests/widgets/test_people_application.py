"""Where an application stands, and what its letters are made of."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.choices import APPLICATION_STATUS
from interview_journal.widgets.people_reference import NOT_YET
from tests.widgets.people_page import NOW

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


@pytest.mark.parametrize("status", [one for one in APPLICATION_STATUS if one != "open"])
def test_where_it_stands_is_kept_with_its_moment(page: Page, status: str) -> None:
    job = page.application()
    form = page.open("standing", job.id)
    assert form.values["status"] == "open"
    page.type(status=status)
    page.save()
    (saved,) = page.journal.applications
    assert (saved.status, saved.status_at) == (status, NOW)
    assert page.result()["texts"][0].strip()
    page.undo()
    (back,) = page.journal.applications
    assert (back.status, back.status_at) == ("open", None)


def test_an_earlier_day_can_be_named(page: Page) -> None:
    job = page.application()
    page.open("standing", job.id)
    page.type(status="offer", since="2026-03-02")
    page.save()
    assert page.journal.applications[0].status_at == datetime(2026, 3, 2, 23, 59, tzinfo=UTC)
    assert "They made an offer. Since Monday 2 March." in page.says("standing")


def test_a_day_to_come_is_refused_beside_its_field(page: Page) -> None:
    page.open("standing", page.application().id)
    page.type(status="offer", since="2026-04-02")
    assert page.save() == {"since": NOT_YET}
    assert page.journal.applications[0].status == "open"


def test_saving_what_was_there_changes_nothing(page: Page) -> None:
    job = page.application(status="offer", status_at=datetime(2026, 3, 1, tzinfo=UTC))
    page.open("standing", job.id)
    page.save()
    assert page.journal.applications == (job,)
    assert page.result()["texts"] == ["It stays as it is."]


def test_the_day_alone_can_be_set_right_and_taken_back(page: Page) -> None:
    first = datetime(2026, 3, 1, tzinfo=UTC)
    job = page.application(status="offer", status_at=first)
    page.open("standing", job.id)
    page.type(since="2026-03-04")
    page.save()
    assert page.journal.applications[0].status_at == datetime(2026, 3, 4, 23, 59, tzinfo=UTC)
    page.undo()
    assert page.journal.applications[0].status_at == first


def test_what_letters_need_is_kept_in_the_persons_words(page: Page) -> None:
    job = page.application(why_role="The nights.")
    form = page.open("letters", job.id)
    assert [one["name"] for one in form.fields] == [
        "why_role",
        "why_company",
        "can_contribute",
        "requirements",
        "notes",
        "creative_role",
    ]
    assert form.values["creative_role"] == "no"
    page.type(why_company="The ward\nand the people.", creative_role="yes", notes="  as typed ")
    page.save()
    (saved,) = page.journal.applications
    assert (saved.why_role, saved.why_company, saved.notes) == (
        "The nights.",
        "The ward\nand the people.",
        "  as typed ",
    )
    assert saved.creative_role
    assert "Yes: a designed card is offered." in page.says("letters")


def test_what_another_notebook_wrote_meanwhile_stays(page: Page) -> None:
    job = page.application()
    page.open("letters", job.id)
    page.type(why_role="The nights.")
    page.journal.revise(job, why_company="The ward.")
    page.save()
    (saved,) = page.journal.applications
    assert (saved.why_role, saved.why_company) == ("The nights.", "The ward.")
