"""A guess is frozen and hidden; a score is one tap, and an earlier one stays."""

from __future__ import annotations

import json

import pytest

from interview_journal.core.choices import FORECAST_WORDS
from interview_journal.core.records import Rating
from interview_journal.widgets.record_guess import KEPT, KNOWN, latest_scores
from interview_journal.widgets.typed_values import FormFaultsError
from tests.widgets.evening import Evening, fill, part


def test_a_guess_is_kept_with_its_time_and_not_shown_again(evening: Evening) -> None:
    panel = evening.recorded()
    section = part(panel, "guess")
    (field,) = section.form.fields
    assert [one["label"] for one in field["options"]] == [*FORECAST_WORDS.values(), "Skip"]
    fill(section.form, guess="70")
    section.press("save")
    section.press("save")
    (guess,) = evening.journal().forecasts
    assert (guess.percent, guess.event) == (70, "advance")
    assert [one["label"] for one in section.form.fields] == [KEPT]
    again = part(evening.panel(), "guess")
    shown = json.dumps([again.form.fields, again.form.values, again.form.buttons])
    assert "70" not in shown
    assert "Likely" not in shown


def test_a_guess_can_be_skipped_and_made_again(evening: Evening) -> None:
    section = part(evening.recorded(), "guess")
    section.press("save")
    assert evening.journal().forecasts == ()
    for percent in ("30", "50"):
        if section.form.buttons[0]["name"] == "again":
            section.press("again")
        fill(section.form, guess=percent)
        section.press("save")
    assert [one.percent for one in evening.journal().forecasts] == [30, 50]


def test_only_the_five_words_are_taken(evening: Evening) -> None:
    section = part(evening.recorded(), "guess")
    fill(section.form, guess="55")
    with pytest.raises(FormFaultsError):
        section.press("save")


def test_no_guess_is_asked_for_once_the_answer_is_known(evening: Evening) -> None:
    panel = evening.recorded()
    journal = panel.journal
    journal.revise(journal.interviews[0], outcome="advanced", outcome_known_at=journal.now())
    assert [one["label"] for one in part(panel, "guess").form.fields] == [KNOWN]


def test_each_answer_is_scored_with_one_tap_or_skipped(evening: Evening) -> None:
    panel = evening.recorded()
    panel._offers.press("take_all")
    section = part(panel, "ratings")
    first, second = (one.id for one in evening.journal().answers)
    fill(section.form, **{first: "4", second: ""})
    section.press("save")
    section.press("save")
    (rating,) = evening.journal().ratings
    assert (rating.answer_id, rating.score, rating.criterion) == (first, 4, "overall")
    assert (rating.target, rating.answer_revision) == ("given", 1)
    fill(section.form, **{first: "2"})
    section.press("save")
    assert [one.score for one in evening.journal().ratings] == [4, 2]
    assert latest_scores(evening.journal(), panel.interview_id) == {first: 2}
    assert part(evening.panel(), "ratings").form.text(first) == "2"


def test_without_a_question_there_is_nothing_to_score(evening: Evening) -> None:
    section = part(evening.recorded(), "ratings")
    assert section.form.buttons == []
    assert "Write down a question first" in section.form.fields[0]["label"]


def test_the_levels_are_anchored_once_above_the_answers(evening: Evening) -> None:
    panel = evening.recorded()
    panel._offers.press("take_all")
    section = part(panel, "ratings")
    anchors, *answers = section.form.fields
    assert anchors["kind"] == "note"
    assert anchors["label"].count("\n") == 4
    assert anchors["label"].startswith("1 missed: I did not answer")
    assert [one["label"] for one in answers[0]["options"]] == [
        "1 missed",
        "2 general",
        "3 partly",
        "4 clear",
        "5 complete",
        "Skip",
    ]


def test_neither_a_mentors_nor_a_blind_score_stands_in_for_ones_own(evening: Evening) -> None:
    panel = evening.recorded()
    panel._offers.press("take_all")
    section = part(panel, "ratings")
    first, _ = (one.id for one in evening.journal().answers)
    fill(section.form, **{first: "4"})
    section.press("save")
    journal = evening.journal()
    for more in ({"rater": "Sam"}, {"blind": True}):
        journal.add(Rating(answer_id=first, score=1, rated_at=journal.now(), **more))
    assert latest_scores(journal, panel.interview_id) == {first: 4}
