"""What they said of the process, in words, and what is still to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.widgets.people_process import ProcessWords, process_words
from tests.widgets.people_page import TODAY, process_of

if TYPE_CHECKING:
    from tests.widgets.people_page import Page


def words(page: Page) -> ProcessWords:
    return process_words(process_of(page.journal), today=TODAY)


def test_before_the_first_round_nothing_is_known_or_missed(page: Page) -> None:
    page.round(page.application(), days=3)
    assert words(page) == ProcessWords()


def test_what_they_said_is_told_in_words(page: Page) -> None:
    page.round(
        page.application(),
        answer_in_days_min=7,
        answer_in_days_max=14,
        tells_if_unsuccessful=False,
        further_rounds=True,
        contact_channel="phone",
        checks_references=True,
    )
    assert words(page) == ProcessWords(
        (
            ("How long they take", "7 to 14 days: until Wednesday 18 March"),
            ("If it is a no", "Only the ones they take hear from them"),
            ("After this round", "More rounds follow"),
            ("How they answer", "Phone"),
            ("Your referees", "They ask them"),
        )
    )


def test_what_they_did_not_say_is_one_sentence(page: Page) -> None:
    page.round(page.application(), further_rounds=False)
    said = words(page)
    assert said.said == (("After this round", "It was the last round"),)
    assert said.unknown == (
        "Not known yet: how long they take, whether everyone hears, how they answer and "
        "whether they ask your referees."
    )


def test_one_thing_not_known_is_a_sentence_too(page: Page) -> None:
    page.round(
        page.application(),
        answer_in_days_max=1,
        tells_if_unsuccessful=True,
        contact_channel="e-mail",
        checks_references=False,
    )
    said = words(page)
    assert said.said[0] == ("How long they take", "1 day: until Thursday 5 March")
    assert said.said[1] == ("If it is a no", "Everyone hears, a no as well")
    assert said.said[3] == ("Your referees", "They do not ask them")
    assert said.unknown == "Not known yet: whether more rounds follow."


def test_the_same_number_twice_is_said_once(page: Page) -> None:
    page.round(page.application(), answer_in_days_min=10, answer_in_days_max=10)
    assert words(page).said == (("How long they take", "10 days: until Saturday 14 March"),)


def test_a_day_they_named_is_said_as_a_day(page: Page) -> None:
    page.round(page.application(), answer_by=TODAY.replace(day=20), answer_in_days_max=3)
    assert words(page).said == (("How long they take", "Until Friday 20 March"),)


def test_what_was_said_in_an_earlier_round_holds_and_is_marked(page: Page) -> None:
    job = page.application()
    page.round(job, days=-9, contact_channel="e-mail", further_rounds=True, answer_in_days_max=5)
    page.round(job, days=-1, round=2)
    said = words(page)
    assert said.said == (("How they answer", "E-mail (said in round 1)"),)
    assert "whether more rounds follow" in said.unknown
    assert "how long they take" in said.unknown


def test_a_day_named_in_an_earlier_round_is_still_the_day(page: Page) -> None:
    job = page.application()
    page.round(job, days=-9, answer_by=TODAY.replace(day=20))
    page.round(job, days=-1, round=2)
    assert words(page).said == (("How long they take", "Until Friday 20 March"),)


def test_a_day_for_which_word_was_promised_is_said_to_be_one(page: Page) -> None:
    job = page.application()
    kelly = page.person(job, "Kelly", kind="recruiter")
    day = TODAY.replace(day=12)
    page.met(page.round(job), kelly, they_promised="A call", they_promised_by=day)
    assert words(page).said == (
        ("How long they take", "Until Thursday 12 March, as they promised"),
    )
