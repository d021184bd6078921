"""The other ways to rate: practice, blind, somebody else, the better answer."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from interview_journal.core.records import Rating
from interview_journal.core.rubric import OVERALL
from interview_journal.core.training import training_examples
from interview_journal.widgets.rate_blind import hiding_names, names_to_hide
from interview_journal.widgets.rate_mentor import NAME_MISSING, MentorForm, agreement_sentences
from interview_journal.widgets.rate_panel import RatePanel
from interview_journal.widgets.rate_place import RatePlace, read_rate_place
from interview_journal.widgets.rate_session import NOTHING_TO_UNDO
from tests.widgets.rating import BUILT_IN, Desk, rows_of, shown_of
from tests.widgets.test_rate_panel import buttons_in


def start_mentor(panel: RatePanel, name: str) -> None:
    panel.press("mode", "mentor")
    assert isinstance(panel.opened, MentorForm)
    form = panel.opened.form
    form.take_typed({**form.values, "name": name})
    panel.opened.press("start")


# Practice -----------------------------------------------------------------------------------


def test_a_try_is_compared_at_once_and_stored_nowhere(desk: Desk) -> None:
    panel = desk.panel()
    panel.press("mode", "training")
    assert list(rows_of(panel)) == [*BUILT_IN, OVERALL]
    desk.score(panel, "relevance", 3)
    feedback = rows_of(panel)["relevance"]["feedback"]
    assert feedback.startswith("You: 3, reference: 5. Two levels lower than the reference.")
    assert desk.journal().ratings == ()
    assert not desk.folder.joinpath("ratings.csv").exists()


def test_the_progress_is_kept_and_the_tries_are_not(desk: Desk) -> None:
    panel = desk.panel()
    panel.press("mode", "training")
    desk.score_all(panel)
    desk.press(panel, "next")
    assert desk.journal().setting("rate_training") == training_examples()[0].key
    again = desk.panel()
    assert again.card.words["count"].startswith("Example 2 of 10. 1 done")
    desk.press(again, "back")
    assert not any(row["is_given"] for row in rows_of(again).values())


def test_a_try_is_taken_back(desk: Desk) -> None:
    panel = desk.panel()
    panel.press("mode", "training")
    desk.score(panel, "relevance", 3)
    desk.score(panel, "relevance", 3)
    assert desk.press(panel, "undo") == "Taken back: Relevance."
    assert not rows_of(panel)["relevance"]["is_given"]
    assert desk.press(panel, "undo") == NOTHING_TO_UNDO


def test_the_practice_ends_and_is_never_forced(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    assert panel.state.place.mode == "closer"
    panel.press("mode", "training")
    for _ in training_examples():
        desk.score_all(panel)
        desk.press(panel, "next")
    assert "Those were all the examples." in json.dumps(panel.upper.sections)
    panel.press("mode", "closer")
    assert panel.state.item == desk.panel().state.item
    assert desk.journal().ratings == ()


def test_with_hidden_scores_the_practice_speaks_in_words(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    panel.press("hide")
    panel.press("mode", "training")
    desk.score(panel, "relevance", None)
    desk.score(panel, "evidence", 5)
    rows = rows_of(panel)
    assert rows["relevance"]["feedback"].startswith("The reference gives it a score")
    assert rows["evidence"]["feedback"].startswith("The same as the reference.")


# Blind --------------------------------------------------------------------------------------


def blind_panel(desk: Desk) -> RatePanel:
    answers = desk.fill()
    desk.rate_long_ago(answers[0], overall=2)
    desk.rate_long_ago(answers[2], overall=4, evidence=3, structure=5)
    panel = desk.panel()
    panel.press("mode", "blind")
    return panel


def test_blind_is_offered_only_when_something_is_worth_it(desk: Desk) -> None:
    answers = desk.fill()
    assert ("mode", "blind") not in buttons_in(desk.panel().ways.sections)
    desk.rate_long_ago(answers[0], overall=2)
    assert ("mode", "blind") in buttons_in(desk.panel().ways.sections)


def test_blind_shows_no_company_no_date_no_person_and_no_old_score(desk: Desk) -> None:
    panel = blind_panel(desk)
    for _ in range(2):
        shown = json.dumps([panel.card.words, panel.card.card, panel.upper.sections])
        for told in ("Northgate", "Ana", "Silva", "March", "round", "Shy", "kinds", "mean"):
            assert told not in shown, told
        assert not any(row["is_given"] for row in panel.card.card["rows"])
        desk.press(panel, "next")


def test_blind_asks_for_what_was_scored_before_and_stores_it_as_blind(desk: Desk) -> None:
    panel = blind_panel(desk)
    asked = {}
    while panel.state.item:
        asked[panel.state.item] = list(rows_of(panel))
        desk.score_all(panel)
        desk.press(panel, "next")
    assert sorted(asked.values()) == [["overall"], ["structure", "evidence", "overall"]]
    made = [one for one in desk.journal().ratings if one.blind]
    assert len(made) == 4
    assert all(one.score == 3 and one.rater == "" for one in made)
    assert "Done." in json.dumps(panel.upper.sections)
    panel.press("mode", "closer")
    own = [row for row in panel.card.card["rows"] if row["key"] == OVERALL]
    assert own[0]["score"] != 3


def test_a_blind_pass_is_gone_on_with(desk: Desk) -> None:
    panel = blind_panel(desk)
    desk.score_all(panel)
    again = desk.panel()
    assert again.state.place.mode == "blind"
    assert shown_of(again) == shown_of(panel)


def test_names_are_hidden_as_they_stand_in_a_text(desk: Desk) -> None:
    desk.fill()
    names = names_to_hide(desk.journal())
    text = "Northgate Hospital, or Northgate, is a hospital; Ana's desk, not a banana."
    assert hiding_names(text, names) == (
        "[company], or [company], is a hospital; [name]'s desk, not a banana."
    )
    assert hiding_names("Nobody.", (frozenset(), frozenset())) == "Nobody."


# Somebody else ------------------------------------------------------------------------------


def test_a_mentor_rates_the_same_answers_without_seeing_the_scores(desk: Desk) -> None:
    answers = desk.fill()
    desk.rate_long_ago(answers[0], overall=2, evidence=1)
    panel = desk.panel()
    start_mentor(panel, "  Sam   Lee ")
    assert "Sam Lee rates." in json.dumps(panel.upper.sections)
    assert not any(row["is_given"] for row in panel.card.card["rows"])
    assert "note" not in panel.card.words
    desk.score_all(panel, 4)
    theirs = [one for one in desk.journal().ratings if one.rater]
    assert len(theirs) == 6
    assert {one.rater for one in theirs} == {"Sam Lee"}
    panel.press("mode", "closer")
    desk.press(panel, "back")
    assert rows_of(panel)["evidence"]["score"] == 1


def test_the_mentor_is_named_once_and_the_place_is_kept(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    start_mentor(panel, "Sam")
    desk.score(panel, "evidence", 3)
    again = desk.panel()
    assert again.state.place.rater == "Sam"
    assert rows_of(again)["evidence"]["score"] == 3
    again.press("mode", "mentor")
    assert isinstance(again.opened, MentorForm)
    assert again.opened.form.text("name") == "Sam"
    again.opened.press("cancel")
    assert again.form_place.children == ()
    assert again.state.place.mode == "mentor"


def test_a_mentor_needs_a_name(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    start_mentor(panel, "   ")
    assert panel.opened is not None
    assert panel.opened.form.errors == {"name": NAME_MISSING}
    panel.save_all()
    assert panel.state.place.mode == "closer"


def test_agreement_is_told_plainly_at_the_end(desk: Desk) -> None:
    answers = desk.fill()
    desk.rate_long_ago(answers[0], overall=3, evidence=1, structure=3)
    desk.rate_long_ago(answers[1], overall=2)
    panel = desk.panel()
    start_mentor(panel, "Sam")
    for _ in answers:
        desk.score_all(panel)
        desk.press(panel, "next")
    words = json.dumps(panel.upper.sections)
    assert "both gave 4 scores: 2 the same, 1 one level apart, 1 further apart" in words
    assert "You differ most on: Evidence." in words
    assert "again" in [name for name, _ in buttons_in(panel.upper.sections)]


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        ({}, 3, "no score yet that both"),
        ({"overall": 3}, 3, "both gave 1 score: 1 the same"),
        ({"overall": 1}, 4, "You differ most on: Overall."),
    ],
)
def test_agreement_in_small_numbers(
    desk: Desk, mine: dict[str, int], theirs: int, words: str
) -> None:
    answer = desk.fill()[0]
    desk.rate_long_ago(answer, **mine)
    journal = desk.journal()
    journal.add(Rating(answer_id=answer.id, score=theirs, rated_at=journal.now(), rater="Sam"))
    assert words in " ".join(agreement_sentences(journal, "Sam"))


@pytest.mark.parametrize(("score", "words"), [(3, "mostly agree"), (5, "see it differently")])
def test_with_hidden_scores_agreement_is_told_without_numbers(
    desk: Desk, score: int, words: str
) -> None:
    answer = desk.fill()[0]
    desk.rate_long_ago(answer, overall=3, warmth=3)
    journal = desk.journal()
    for criterion in ("overall", "warmth"):
        one = Rating(
            answer_id=answer.id,
            criterion=criterion,
            score=score,
            rated_at=journal.now(),
            rater="Sam",
        )
        journal.add(one)
    told = " ".join(agreement_sentences(journal, "Sam", hides=True))
    assert words in told
    assert not any(char.isdigit() for char in told)


# The better answer --------------------------------------------------------------------------


def test_the_better_answer_is_rated_by_itself(desk: Desk) -> None:
    answers = desk.fill()
    desk.rate_long_ago(answers[2], overall=2)
    panel = desk.panel()
    panel.press("mode", "better")
    assert panel.state.queue.items == (answers[2].id,)
    assert panel.card.words["answer"].startswith("Because of the night")
    assert not any(row["is_given"] for row in panel.card.card["rows"])
    desk.score_all(panel, 5)
    made = [one for one in desk.journal().ratings if one.target == "better"]
    assert len(made) == 6
    panel.press("mode", "closer")
    assert answers[2].id not in panel.state.queue.done


def test_better_answers_are_offered_only_where_there_are_some(desk: Desk) -> None:
    answers = desk.fill()
    journal = desk.journal()
    journal.revise(answers[2], better_answer="")
    assert ("mode", "better") not in buttons_in(desk.panel().ways.sections)


# Where one was ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fields",
    [
        {"mode": "dancing"},
        {"mode": "blind", "started_at": "yesterday"},
        {"mode": "blind", "started_at": "2026-03-04T10:00:00"},
        {"mode": "mentor"},
        {},
    ],
)
def test_a_place_that_makes_no_sense_is_none(desk: Desk, fields: dict[str, str]) -> None:
    journal = desk.journal()
    journal.drafts.keep("rate-place", fields)
    assert read_rate_place(journal) == RatePlace()


def test_a_place_of_long_ago_is_none(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    desk.press(panel, "next")
    assert desk.panel().state.item == answers[1].id
    desk.clock.at += timedelta(days=2)
    assert desk.panel().state.item == answers[0].id
