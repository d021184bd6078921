"""Questions found in what was written are offered, taken once, and never pressed on anybody."""

from __future__ import annotations

from interview_journal.widgets.question_offers import OFFER, offered_questions
from tests.widgets.evening import STORY, Evening, fill, part, short


def test_questions_in_the_account_are_offered_and_taken_at_one_click(evening: Evening) -> None:
    panel = evening.recorded()
    assert [one["label"] for one in panel._offers.form.fields] == [OFFER]
    panel._offers.press("take_all")
    first, second = evening.journal().answers
    assert (first.question, first.answer) == (
        "Why do you want to work here?",
        "I said because of the ward.",
    )
    assert (second.topic, second.position) == ("why_leaving", 2)
    assert panel._offers.form.fields == []
    assert evening.journal().interviews[0].account == STORY


def test_one_is_taken_at_a_time(evening: Evening) -> None:
    panel = evening.recorded()
    panel._offers.press("take", "1")
    assert [one.question for one in evening.journal().answers] == ["why I left my last job"]
    assert [row["title"] for row in panel._offers.form.rows["offers"]] == [
        "Why do you want to work here?"
    ]


def test_what_was_removed_or_declined_is_not_offered_again(evening: Evening) -> None:
    panel = evening.recorded()
    panel._offers.press("take", "0")
    journal = evening.journal()
    journal.remove(journal.answers[0])
    left = offered_questions(journal, journal.interviews[0])
    assert [one.question for one in left] == ["why I left my last job"]
    panel._offers.press("hide")
    assert panel._offers.form.fields == []


def test_the_one_who_asked_is_known_by_name(evening: Evening) -> None:
    panel = evening.recorded(account="Ben asked: What would you change here? I said the rota.")
    panel._offers.press("take_all")
    journal = evening.journal()
    ben = next(one for one in journal.people if one.name == "Ben")
    assert journal.answers[0].asked_by == ben.id


def test_nothing_is_offered_where_nothing_was_asked(evening: Evening) -> None:
    panel = evening.recorded(account="It rained.")
    assert panel._offers.form.fields == []


def test_pasted_notes_join_the_account_and_are_offered(evening: Evening) -> None:
    panel = evening.recorded(account="It rained.", hear="soon, Ana will ring")
    box = part(panel, "notes")
    fill(box.form, notes="Q: How do you handle stress?\nA: I plan my day.")
    box.press("use")
    saved = evening.journal().interviews[0]
    assert saved.account.startswith("It rained.\n\nQ: How do you handle stress?\nA: I plan")
    assert saved.source == "notes"
    assert short(panel).text("hear") == "soon, Ana will ring"
    assert panel._offers.form.rows["offers"][0]["title"] == "How do you handle stress?"
    assert box.form.text("notes") == ""
    box.press("use")
    box.press("toggle")
    assert not box.is_open
    assert evening.journal().interviews[0].revision == saved.revision


def test_notes_pasted_twice_stand_there_once(evening: Evening) -> None:
    panel = evening.recorded(account="")
    box = part(panel, "notes")
    for _ in range(2):
        fill(box.form, notes="They asked why us.")
        box.save()
    assert evening.journal().interviews[0].account == "They asked why us."


def test_pasted_notes_that_were_not_used_come_back(evening: Evening) -> None:
    panel = evening.recorded()
    fill(part(panel, "notes").form, notes="half")
    assert part(evening.panel(), "notes").form.text("notes") == "half"
