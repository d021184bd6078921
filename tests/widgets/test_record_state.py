"""The frame of the record panel, from the journal and the present alone."""

from __future__ import annotations

from datetime import timedelta

from interview_journal.core.records import Answer
from interview_journal.widgets.record_place import Place, starting_interview
from interview_journal.widgets.record_shell import FIVE_MINUTES, WRITE_IT_DOWN
from interview_journal.widgets.record_state import record_state
from tests.widgets.evening import Evening, planned


def test_an_empty_journal_asks_to_write_it_down(evening: Evening) -> None:
    state = record_state(evening.journal(), None, now=evening.clock())
    assert (state.title, state.lead, state.is_new) == (WRITE_IT_DOWN, FIVE_MINUTES, True)
    assert state.waiting == state.earlier == ()


def test_a_round_whose_day_has_come_waits_until_it_is_written(evening: Evening) -> None:
    journal = evening.journal()
    today, _coming = planned(journal), planned(journal, "Globex", days=3)
    state = record_state(journal, None, now=evening.clock())
    assert [one.label for one in state.waiting] == ["Acme, round 1, Wednesday 4 March"]
    assert len(state.earlier) == 2
    journal.add(Answer(interview_id=today.id, question="Why us?"))
    assert record_state(journal, None, now=evening.clock()).waiting == ()


def test_a_known_round_is_named_with_its_day(evening: Evening) -> None:
    journal = evening.journal()
    shown = planned(journal, days=-1)
    state = record_state(journal, shown.id, now=evening.clock())
    assert state.title == "Acme, round 1"
    assert state.lead == "Yesterday, Tuesday 3 March"
    assert not state.is_new
    later = evening.clock() + timedelta(days=400)
    assert record_state(journal, shown.id, now=later).lead == "Tuesday 3 March 2026"


def test_what_was_asked_for_goes_before_words_not_saved(evening: Evening) -> None:
    journal = evening.journal()
    shown = planned(journal)
    asked, left = Place(shown.id, asked=True), Place(shown.id)
    assert starting_interview(journal, asked, has_new_draft=True) == shown.id
    assert starting_interview(journal, left, has_new_draft=True) is None
    assert starting_interview(journal, left, has_new_draft=False) == shown.id
    gone = Place("i_gone", asked=True)
    assert starting_interview(journal, gone, has_new_draft=False) is None
