"""The words of the tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.core.followup.plan import follow_up
from interview_journal.widgets.people_part_sections import LETTERS, NOBODY
from interview_journal.widgets.people_referee_sections import NO_REFEREE
from interview_journal.widgets.people_sections import FIRST, people_sections
from interview_journal.widgets.people_state import people_state
from interview_journal.widgets.sample_mark import EXAMPLE
from tests.widgets.people_page import NOW, facts_of, labels_in, words_in

if TYPE_CHECKING:
    from interview_journal.widgets.sheet import Section
    from tests.widgets.people_page import Page


def made(page: Page, *, opened: str = "", is_sample: bool = False) -> dict[str, Section]:
    plan = follow_up(page.journal, NOW)
    state = people_state(page.journal, facts_of(page.journal), plan, is_sample=is_sample)
    return people_sections(state, opened=opened)


def test_an_empty_journal_teaches_what_will_stand_here(page: Page) -> None:
    sections = made(page)
    assert next(iter(sections)) == "top"
    assert sections["top"]["texts"] == [FIRST]
    assert [one["label"] for one in sections["top"]["links"]] == ["Write down an interview"]
    assert sections["top"]["links"][0]["primary"]
    assert "standing" not in sections


def test_every_part_teaches_while_it_is_empty(page: Page) -> None:
    page.application()
    sections = made(page)
    assert sections["people"]["texts"] == [NOBODY]
    assert sections["referees"]["texts"] == [NO_REFEREE]
    assert sections["letters"]["texts"] == [LETTERS]
    assert sections["letters"]["hint"].startswith("Not written yet: “Why this role?”, ")
    assert labels_in(sections["letters"]) == ["Write it down once"]
    assert "texts" not in sections["top"]


def test_a_filled_part_does_not_teach_any_more(page: Page) -> None:
    job = page.application(**dict.fromkeys(("why_role", "why_company"), "Yes"), creative_role=True)
    page.person(job)
    page.referee(job)
    sections = made(page)
    assert "texts" not in sections["people"]
    assert "texts" not in sections["referees"]
    assert sections["letters"]["pairs"][-1] == [
        "A creative role",
        "Yes: a designed card is offered.",
    ]
    assert labels_in(sections["letters"]) == ["Change these words"]


def test_how_it_stands_is_one_look(page: Page) -> None:
    job = page.application(status_at=NOW)
    first = page.round(job, days=-1, answer_in_days_max=7)
    page.met(first, page.person(job))
    standing = made(page)["standing"]
    assert standing["heading"] == "Northgate Hospital"
    assert standing["texts"] == [
        "Day 1 of 7. Nothing to do until Friday 13 March.",
        "Nurse",
    ]
    assert standing["pairs"] == [
        ["Where it stands", "Under way. Since Friday 6 March."],
        ["To do now", "Thank Ana Ruiz"],
        ["How long they take", "7 days: until Thursday 12 March"],
    ]
    assert standing["links"][0]["label"] == "Add to round 1"
    assert standing["links"][0]["item"] == first.id


def test_a_button_says_that_its_form_is_open(page: Page) -> None:
    job = page.application()
    opened = made(page, opened=f"newperson:{job.id}")["people"]["buttons"]
    assert [one["expanded"] for one in opened] == [True]
    assert not made(page)["people"]["buttons"][0]["expanded"]


def test_the_buttons_of_a_referee_fit_what_is_known(page: Page) -> None:
    job = page.application()
    page.referee(job, "Maria A")
    page.referee(job, "Maria B", consented_at=NOW)
    page.referee(job, "Maria C", consented_at=NOW, checked_at=NOW)
    asked, agreed, called = (labels_in(one) for one in made(page)["referees"]["lines"])
    assert asked == ["They agreed", "They called Maria", "Edit", "Take off this application"]
    assert agreed == [
        "They called Maria",
        "What they agreed to",
        "Edit",
        "Take off this application",
    ]
    assert called == [
        "They did not call",
        "What they agreed to",
        "Edit",
        "Take off this application",
    ]


def test_what_a_screen_reader_says_begins_with_what_is_seen(page: Page) -> None:
    job = page.application()
    page.met(page.round(job), page.person(job))
    page.referee(job, consented_at=NOW)
    seen = 0
    for one in made(page).values():
        for part in (one, *one.get("lines", [])):
            for button in (*part.get("links", []), *part.get("buttons", [])):
                assert button.get("title", button["label"]).startswith(button["label"])
                seen += 1
    assert seen > 8


def test_the_example_is_marked_and_cannot_be_pressed(page: Page) -> None:
    job = page.application()
    page.met(page.round(job), page.person(job))
    page.referee(job)
    sections = made(page, is_sample=True)
    assert list(sections) == ["top", "standing", "people", "referees", "letters"]
    assert all(one["tag"] == "Example" for one in sections.values())
    assert labels_in(list(sections.values())) == []
    assert sections["top"]["texts"] == [EXAMPLE]


def test_what_cannot_be_read_of_the_settings_is_said(page: Page) -> None:
    page.journal.set_setting("follow_up.interview_minutes", "long")
    words = "\n".join(words_in(made(page)["dates"]))
    assert 'expected a whole number from 5 to 1440, found "long"' in words
