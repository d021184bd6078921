"""Rehearsing: one question at a time, one key for a grade, leave and come back anywhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from interview_journal.core.records import Answer
from interview_journal.widgets.prepare_card import GRADES
from interview_journal.widgets.prepare_rehearsal import LEFT_OUT
from interview_journal.widgets.rate_session import NOTHING_TO_UNDO
from tests.widgets.preparing import BETTER, Morning, labels_in, part


def test_three_answers_are_graded_and_that_is_enough(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    panel.press("rehearse")
    assert (panel.upper.sections, panel.lower.sections) == ([], [])
    asked = []
    for grade in (2, 4, 5):
        asked.append(panel.card.card["key"])
        assert morning.press(panel, "grade", grade=grade) == f"Saved: {GRADES[grade - 1]}."
    kept = morning.journal().rehearsals
    assert [(one.answer_id, one.grade) for one in kept] == list(zip(asked, (2, 4, 5), strict=True))
    assert panel.card.card == {}
    done = part(panel.upper.sections, "done")
    assert done["heading"] == "That’s enough."
    assert done["texts"] == ["Ten minutes is a full session."]
    assert [one["texts"] for one in done["lines"]] == [["In pieces."], ["Nearly."], ["Fluent."]]
    panel.press("page")
    assert panel.state.primary.startswith("Rehearse")


def test_the_card_reveals_the_better_words_else_those_given(morning: Morning) -> None:
    first, second, *_ = morning.fill()
    panel = morning.panel()
    panel.press("rehearse one", first.id)
    assert panel.card.words["answer"] == BETTER
    assert panel.card.words["show"] == "Show my better words"
    morning.press(panel, "leave")
    panel.press("rehearse one", second.id)
    assert panel.card.words["answer"] == second.answer
    assert panel.card.words["label"] == "What you said"
    assert panel.card.words["note"]


def test_the_same_press_twice_is_one_rehearsal(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    panel.press("rehearse")
    key = panel.card.card["key"]
    for _ in range(2):
        assert morning.press(panel, "grade", grade=3, key=key, press="once") == "Saved: Halfway."
    assert len(morning.journal().rehearsals) == 1


@pytest.mark.parametrize("grade", [0, 6, True, "4", 2.5, None])
def test_what_nobody_could_have_pressed_saves_nothing(morning: Morning, grade: Any) -> None:
    morning.fill()
    panel = morning.panel()
    panel.press("rehearse")
    assert morning.press(panel, "grade", grade=grade) == "Not saved."
    assert panel.card.told["failed"]
    assert morning.journal().rehearsals == ()


def test_a_grade_for_a_question_that_is_gone_changes_nothing(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    panel.press("rehearse")
    assert morning.press(panel, "grade", grade=3, key="a_other") == "Not saved."
    assert morning.press(panel, "unheard of") == ""
    assert morning.journal().rehearsals == ()


def test_one_leaves_anywhere_and_goes_on_there_also_after_a_restart(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    panel.press("rehearse")
    morning.press(panel, "grade", grade=4)
    second = panel.card.card["key"]
    morning.press(panel, "leave")
    assert panel.state.primary == "Go on with answer 2 of 3"
    again = morning.panel()
    again.press("rehearse")
    assert again.card.card["key"] == second
    assert again.card.words["count"] == "Answer 2 of 3"
    # A closed lid leaves the question itself in front.
    assert morning.panel().card.card["key"] == second
    morning.press(again, "skip")
    morning.press(again, "skip")
    lines = part(again.upper.sections, "done")["lines"]
    assert [one["texts"] for one in lines] == [["Nearly."], [LEFT_OUT], [LEFT_OUT]]


def test_after_two_days_the_page_starts_afresh(morning: Morning) -> None:
    morning.fill(ahead_days=5)
    panel = morning.panel()
    panel.press("rehearse")
    morning.press(panel, "grade", grade=4)
    morning.clock.at += timedelta(days=2)
    later = morning.panel()
    assert later.card.card == {}
    assert later.state.primary == "Rehearse three answers"


def test_the_last_grade_can_be_taken_back_also_at_the_end(morning: Morning) -> None:
    first, *_ = morning.fill()
    panel = morning.panel()
    panel.press("rehearse one", first.id)
    assert panel.card.card["can_undo"] is False
    assert morning.press(panel, "undo") == NOTHING_TO_UNDO
    morning.press(panel, "grade", grade=1)
    assert len(morning.journal().rehearsals) == 1
    panel.press("undo")
    assert morning.journal().rehearsals == ()
    assert panel.card.card["key"] == first.id


def test_an_answer_that_is_gone_meanwhile_is_passed_over(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    panel.press("rehearse")
    journal = morning.journal()
    gone = journal.get(Answer, panel.card.card["key"])
    assert gone is not None
    journal.remove(gone)
    panel.look()
    assert panel.card.card["key"] != gone.id
    assert panel.card.words["count"] == "Answer 1 of 2"


def test_what_is_due_again_is_offered_besides_the_three(morning: Morning) -> None:
    answers = morning.fill(ahead_days=9)
    panel = morning.panel()
    picked = panel.state.queue
    left_out = next(one for one in answers if one.id not in picked)
    journal = morning.journal()
    journal.revise(left_out, better_answer="Shorter.", better_answer_at=journal.now())
    panel.look()
    if left_out.id in panel.state.queue:
        panel.press("swap", str(panel.state.queue.index(left_out.id)))
    assert panel.state.extra_due == (left_out.id,)
    assert "Rehearse what is due" in labels_in(panel.upper.sections)
    told = part(panel.upper.sections, "due")["texts"]
    assert told == ["Besides those below, one answer is due today."]
    panel.press("rehearse due")
    assert panel.card.card["key"] == left_out.id
