"""People and questions: listed, added, edited, moved, removed and brought back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from interview_journal.core.records import Answer, Encounter
from interview_journal.errors import UnknownRecordError
from interview_journal.widgets.list_section import ENTRY
from interview_journal.widgets.record_people import people_rows
from interview_journal.widgets.record_questions import (
    ASKED_BEFORE,
    NOT_TO_WRITE,
    asked_before_rows,
    question_rows,
    renumbered,
    topic_slug,
)
from interview_journal.widgets.round_contents import answers_of
from interview_journal.widgets.typed_values import FormFaultsError
from tests.widgets.evening import TODAY, Evening, fill, part, planned


def titles(section: object) -> list[str]:
    form = section.form  # type: ignore[attr-defined]
    return [row["title"] for row in form.rows[section.name]]  # type: ignore[attr-defined]


# People --------------------------------------------------------------------------------------


def test_a_person_gets_details_and_promises_with_their_dates(evening: Evening) -> None:
    panel = evening.recorded()
    section = part(panel, "people")
    section.press("edit", evening.journal().encounters[0].id)
    fill(
        section.form,
        title="Ward manager",
        email="ana@northgate.example",
        topics="night shifts",
        i_promised="My certificate",
        i_promised_by="2026-03-06",
        they_promised="A call",
    )
    section.press("save")
    journal = evening.journal()
    (ana, _ben), (met, _) = journal.people, journal.encounters
    assert (ana.title, ana.email) == ("Ward manager", "ana@northgate.example")
    assert (met.topics, met.i_promised_by) == ("night shifts", date(2026, 3, 6))
    row = people_rows(journal, panel.interview_id, today=TODAY)[0]
    assert row["lines"] == [
        "Ward manager",
        "night shifts",
        "You promised: My certificate, by Friday 6 March",
        "They promised: A call",
    ]
    assert section.entry == ""
    assert section.form.status.startswith("Saved at")


def test_an_address_is_asked_for_only_while_it_can_be_of_use(evening: Evening) -> None:
    panel = evening.recorded()
    journal = evening.journal()
    soon = people_rows(journal, panel.interview_id, today=TODAY)[0]
    assert soon["lines"] == [
        "To thank Ana Silva you need an e-mail address: try the company’s site or LinkedIn."
    ]
    later = TODAY + timedelta(days=30)
    assert people_rows(journal, panel.interview_id, today=later)[0]["lines"] == []


def test_a_person_is_added_once_however_often_it_is_clicked(evening: Evening) -> None:
    panel = evening.recorded()
    section = part(panel, "people")
    section.press("add")
    fill(section.form, name="Cleo")
    values = dict(section.form.values)
    section.save_entry(values)
    section.save_entry(values)
    assert [one.name for one in evening.journal().people] == ["Ana Silva", "Ben", "Cleo"]
    assert len(evening.journal().encounters) == 3


def test_a_person_needs_a_name(evening: Evening) -> None:
    section = part(evening.recorded(), "people")
    section.press("add")
    fill(section.form, email="x@y.example")
    with pytest.raises(FormFaultsError):
        section.press("save")
    assert section.form.text("email") == "x@y.example"


def test_a_person_removed_can_be_brought_back(evening: Evening) -> None:
    section = part(evening.recorded(), "people")
    first = evening.journal().encounters[0].id
    section.press("edit", first)
    section.press("remove", first)
    assert titles(section) == ["Ben", "Removed: Ana Silva"]
    assert len(evening.journal().encounters) == 1
    section.press("undo", first)
    assert titles(section) == ["Ana Silva", "Ben"]


# Questions -----------------------------------------------------------------------------------


def test_questions_are_added_one_after_another_with_a_topic_suggested(evening: Evening) -> None:
    panel = evening.recorded()
    section = part(panel, "questions")
    section.press("add")
    fill(section.form, question="How long is your notice?")
    assert section.form.text("topic") == "Notice period and start date"
    fill(section.form, answer="Three months.", note="They frowned.")
    section.press("next")
    assert section.entry
    assert section.form.text("question") == ""
    fill(section.form, question="Can you sail?", topic="Boats", answer="A little.")
    section.press("save")
    first, second = evening.journal().answers
    assert (first.topic, first.position, first.note) == ("notice", 1, "They frowned.")
    assert (second.topic, second.position) == ("Boats", 2)


def test_a_topic_the_person_chose_is_never_replaced(evening: Evening) -> None:
    section = part(evening.recorded(), "questions")
    section.press("add")
    fill(section.form, question="How long is your notice?")
    fill(section.form, question="What pay are you hoping for?")
    suggested = section.form.text("topic")
    assert suggested != "Notice period and start date"
    fill(section.form, topic="My own")
    fill(section.form, question="How long is your notice?")
    assert section.form.text("topic") == "My own"


def test_who_asked_is_one_tap(evening: Evening) -> None:
    section = part(evening.recorded(), "questions")
    section.press("add")
    asked = next(one for one in section.form.fields if one["name"] == "asked_by")
    assert [option["label"] for option in asked["options"]] == ["Ana Silva", "Ben", "Not sure"]
    fill(section.form, question="Why us?", asked_by=asked["options"][0]["value"])
    section.press("save")
    assert evening.journal().answers[0].asked_by == evening.journal().people[0].id


def test_the_editor_says_what_not_to_write(evening: Evening) -> None:
    section = part(evening.recorded(), "questions")
    section.press("add")
    answer = next(one for one in section.form.fields if one["name"] == "answer")
    assert answer["hint"] == NOT_TO_WRITE
    names = [one["name"] for one in section.form.fields]
    assert names.index("question") < names.index("before") < names.index("answer")


def test_questions_are_edited_moved_removed_and_brought_back(evening: Evening) -> None:
    panel = evening.recorded()
    panel._offers.press("take_all")
    section = part(panel, "questions")
    why_us, why_left = (one.id for one in answers_of(evening.journal(), panel.interview_id))
    section.press("down", why_us)
    assert [one[:1] for one in titles(section)] == ["1", "2"]
    assert titles(section)[0] == "1. why I left my last job"
    section.press("edit", why_left)
    fill(section.form, answer="Because of the move.")
    section.press("edit", why_us)
    section.press("remove", why_us)
    assert section.entry == ""
    assert titles(section)[-1] == "Removed: Why do you want to work here?"
    section.press("undo", why_us)
    left, us = answers_of(evening.journal(), panel.interview_id)
    assert (left.answer, left.revision) == ("Because of the move.", 3)
    assert (us.id, us.removed) == (why_us, False)


def test_words_of_a_closed_editor_can_be_brought_back(evening: Evening) -> None:
    section = part(evening.recorded(), "questions")
    section.press("add")
    fill(section.form, question="Why us?", answer="Because.")
    section.press("close")
    assert section.entry == ""
    assert titles(section) == ["Removed: words that were not saved"]
    section.press("undo", "dropped")
    assert section.form.text("answer") == "Because."
    section.press("save")
    assert len(evening.journal().answers) == 1


def test_an_empty_question_is_refused_and_an_untouched_one_forgotten(evening: Evening) -> None:
    section = part(evening.recorded(), "questions")
    section.press("add")
    section.press("save")
    assert section.entry == ""
    section.press("add")
    fill(section.form, note="only a note")
    with pytest.raises(FormFaultsError):
        section.press("save")


def test_a_question_typed_and_not_saved_comes_back(evening: Evening) -> None:
    panel = evening.recorded()
    section = part(panel, "questions")
    section.press("add")
    fill(section.form, question="Why us?", answer="half")
    again = part(evening.panel(), "questions")
    assert again.is_open
    assert again.form.text("answer") == "half"
    assert again.entry == section.entry
    again.press("save")
    assert [one.answer for one in evening.journal().answers] == ["half"]


def test_a_browser_draft_opens_the_editor(evening: Evening) -> None:
    section = part(evening.recorded(), "questions")
    typed = {**section.blank(), "question": "Why us?"}
    section.form.take_found(typed, (evening.clock.at.timestamp() + 60) * 1000)
    assert section.entry == typed[ENTRY]
    assert any(one["name"] == "question" for one in section.form.fields)


def test_what_was_said_before_is_shown_beside_the_box(evening: Evening) -> None:
    first = evening.recorded()
    first._offers.press("take_all")
    first._frame.choice.press("another")
    second = evening.panel()
    fill(second._short.form, company="Globex")
    second._short.press("save")
    section = part(second, "questions")
    section.press("add")
    fill(section.form, question="Why are you leaving your present employer?")
    (row,) = section.form.rows["before"]
    assert row["title"].startswith(f"{ASKED_BEFORE} (Northgate Hospital, round 1, Wednesday")
    assert row["lines"][1] == "I told her about the move."
    fill(section.form, question="Can you juggle?")
    assert section.form.rows["before"] == []


def test_the_same_round_is_no_earlier_time(evening: Evening) -> None:
    journal = evening.journal()
    round_ = planned(journal)
    journal.add(Answer(interview_id=round_.id, question="Why us?"))
    assert asked_before_rows(journal, "Why us?", round_.id, today=TODAY) == []
    assert asked_before_rows(journal, "  ", "i_other", today=TODAY) == []


def test_a_question_without_words_is_still_listed(evening: Evening) -> None:
    journal = evening.journal()
    round_ = planned(journal)
    journal.add(Answer(interview_id=round_.id, answer="Because. " * 60))
    (row,) = question_rows(journal, round_.id)
    assert row["title"] == "1. (no question yet)"
    assert row["lines"][0].endswith("…")


def test_positions_are_renumbered_only_where_they_change() -> None:
    answers = [Answer(id=f"a_{n}", interview_id="i_1", position=n) for n in (1, 2, 3)]
    assert renumbered(answers, "a_1", -1) == {}
    assert renumbered(answers, "a_3", -2) == {"a_3": 1, "a_1": 2, "a_2": 3}
    assert renumbered(answers, "a_9", 1) == {}


def test_a_topic_is_stored_by_its_name(evening: Evening) -> None:
    del evening
    assert topic_slug("Notice period and start date") == "notice"
    assert topic_slug("  ") == ""


def test_an_entry_that_is_gone_is_said(evening: Evening) -> None:
    panel = evening.recorded()
    with pytest.raises(UnknownRecordError):
        part(panel, "questions").press("edit", "a_gone")
    with pytest.raises(UnknownRecordError):
        part(panel, "people").press("remove", "m_gone")
    assert Encounter.table == "encounters"
