"""Writing an answer better: kept while typed, a revision when saved, scored by the ticks."""

from __future__ import annotations

import pytest

from interview_journal.core.records import Answer
from interview_journal.widgets.prepare_better import BetterForm
from interview_journal.widgets.prepare_panel import PreparePanel
from interview_journal.widgets.rate_state import HIDE_SCORES
from tests.widgets.preparing import BETTER, Morning, part

WORDS = "I forgot a key, rang the ward at once, and since then we sign for keys."


def opened(panel: PreparePanel, answer: Answer) -> BetterForm:
    panel.press("better", answer.id)
    assert panel.opened is not None
    return panel.opened


def typed(form: BetterForm, text: str) -> None:
    form.form.take_typed({**form.form.values, "text": text})


def test_better_words_are_a_revision_and_their_score_is_kept_apart(morning: Morning) -> None:
    third = morning.fill()[2]
    panel = morning.panel()
    form = opened(panel, third)
    assert panel.place.children == (form.parts,)
    typed(form, WORDS)
    form.tick("evidence", "concrete case", holds=True)
    form.tick("evidence", "said what came of it", holds=True)
    form.tick("structure", "task", holds=True)
    form.tick("structure", "task", holds=False)
    shown = {one["key"]: one["words"] for one in form.checks.groups}
    assert (shown["evidence"], shown["structure"]) == ("2 of 4: 3 of 5", "")
    form.form.press("save")
    journal = morning.journal()
    saved = journal.get(Answer, third.id)
    assert saved is not None
    assert (saved.better_answer, saved.answer) == (WORDS, third.answer)
    assert saved.better_answer_at is not None
    (rating,) = [one for one in journal.ratings if one.target == "better"]
    assert (rating.criterion, rating.score, rating.answer_revision) == ("evidence", 3, 2)
    assert rating.checks == "concrete case; said what came of it"
    result = panel.upper.sections[-1]
    assert result["texts"] == [
        "Your better words are saved.",
        "Scored by your ticks: Evidence 3 of 5.",
    ]
    panel.press("rehearse one", third.id)
    assert panel.card.words["answer"] == WORDS


def test_ticks_and_words_come_back_when_it_is_opened_again(morning: Morning) -> None:
    third = morning.fill()[2]
    panel = morning.panel()
    form = opened(panel, third)
    typed(form, WORDS)
    form.tick("relevance", "answered it", holds=True)
    # The lid is closed before anything is saved.
    again = opened(morning.panel(), third)
    assert again.form.text("text") == WORDS
    assert again.checks.groups[0]["ticked"] == ["answered it"]
    again.form.press("save")
    later = opened(morning.panel(), third)
    assert later.form.text("text") == WORDS
    assert later.checks.groups[0]["ticked"] == ["answered it"]


def test_saving_the_same_again_adds_nothing(morning: Morning) -> None:
    third = morning.fill()[2]
    for _ in range(2):
        form = opened(morning.panel(), third)
        typed(form, WORDS)
        form.tick("relevance", "answered it", holds=True)
        form.form.press("save")
    journal = morning.journal()
    saved = journal.get(Answer, third.id)
    assert saved is not None
    assert saved.revision == 2
    assert len([one for one in journal.ratings if one.target == "better"]) == 1


def test_no_words_are_asked_for_beside_the_field(morning: Morning) -> None:
    second = morning.fill()[1]
    panel = morning.panel()
    form = opened(panel, second)
    panel.save_all()
    assert "text" in form.form.errors
    assert panel.opened is form
    assert morning.journal().answers[1].better_answer == ""


def test_closing_keeps_the_draft_and_changes_nothing(morning: Morning) -> None:
    second = morning.fill()[1]
    panel = morning.panel()
    form = opened(panel, second)
    typed(form, WORDS)
    form.form.press("close")
    assert panel.opened is None
    assert panel.place.children == ()
    assert opened(panel, second).form.text("text") == WORDS
    panel.press("better", second.id)
    assert panel.opened is None


def test_scores_stay_hidden_where_the_person_wants_it(morning: Morning) -> None:
    third = morning.fill()[2]
    morning.journal().set_setting(HIDE_SCORES, "yes")
    panel = morning.panel()
    form = opened(panel, third)
    typed(form, WORDS)
    form.tick("relevance", "answered it", holds=True)
    assert form.checks.groups[0]["words"] == "1 of 4"
    form.form.press("save")
    assert panel.upper.sections[-1]["texts"] == ["Your better words are saved."]


def test_the_primary_button_is_the_forms_own_while_it_is_open(morning: Morning) -> None:
    first = morning.fill()[0]
    panel = morning.panel()
    form = opened(panel, first)
    assert form.form.text("text") == BETTER
    head = part(panel.upper.sections, "head")
    assert not any(one.get("primary") for one in head["buttons"])


@pytest.mark.parametrize("item", ["a_none", ""])
def test_an_answer_that_is_not_there_opens_nothing(morning: Morning, item: str) -> None:
    morning.fill()
    panel = morning.panel()
    panel.guarded(panel.press)("better", item)
    assert panel.notice.message["kind"] == "error"
    assert panel.opened is None


def test_an_answer_removed_meanwhile_is_not_brought_back(morning: Morning) -> None:
    second = morning.fill()[1]
    panel = morning.panel()
    form = opened(panel, second)
    typed(form, WORDS)
    journal = morning.journal()
    journal.remove(second)
    panel.look()
    panel.guarded(form.save)()
    assert panel.notice.message["kind"] == "error"
    assert form.form.text("text") == WORDS


def test_the_check_list_tells_what_was_ticked(morning: Morning) -> None:
    second = morning.fill()[1]
    form = opened(morning.panel(), second)
    told = {"type": "tick", "group": "relevance", "check": "no detour", "holds": True}
    form.checks._hear(form.checks, told, [])
    form.checks._hear(form.checks, {"type": "other"}, [])
    assert form.checks.groups[0]["ticked"] == ["no detour"]
    assert repr(form.checks) == "interview_journal checks"
