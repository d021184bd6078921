"""Looking closer: one answer at a time, each score saved once, leave and come back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Criterion, Rating
from interview_journal.core.rubric import OVERALL
from interview_journal.widgets.rate_panel import RatePanel
from interview_journal.widgets.rate_session import NOTHING_TO_UNDO
from tests.widgets.rating import BUILT_IN, Desk, rows_of, shown_of

if TYPE_CHECKING:
    from pathlib import Path


def buttons_in(sections: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the name and item of each button, those of lines included."""
    found = []
    for section in sections:
        for holder in (section, *section.get("lines", [])):
            found += [(one["name"], one.get("item", "")) for one in holder.get("buttons", [])]
    return found


def test_an_empty_journal_says_what_will_appear_and_what_to_do_first(desk: Desk) -> None:
    panel = desk.panel()
    assert panel.card.card == {}
    words = json.dumps(panel.upper.sections)
    assert "Answers you write down appear here" in words
    assert "1_record.ipynb" in words
    assert ("mode", "training") in buttons_in(panel.upper.sections)


def test_the_newest_interview_comes_first_and_answers_without_words_are_left_out(
    desk: Desk,
) -> None:
    answers = desk.fill()
    panel = desk.panel()
    assert panel.state.queue.items == tuple(one.id for one in answers)
    assert panel.card.words["count"] == "Answer 1 of 3."
    assert panel.card.words["note"] == "Shy."
    assert "Northgate Hospital, round 2" in panel.card.words["place"]


def test_a_first_look_takes_seven_presses_at_most_and_six_after_a_quick_rating(desk: Desk) -> None:
    answers = desk.fill()
    desk.rate_long_ago(answers[1], overall=4)
    panel = desk.panel()
    counts = []
    for _ in range(2):
        counts.append(desk.score_all(panel) + 1)
        desk.press(panel, "next")
    assert counts == [7, 6]
    assert max(counts) <= 8


def test_each_score_is_saved_as_it_is_made(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    words = desk.score(panel, "evidence", 4, checks=["measurable result", "concrete case"])
    assert words == "Saved. Evidence: 4 of 5."
    (rating,) = desk.journal().ratings
    assert (rating.answer_id, rating.criterion, rating.score) == (answers[0].id, "evidence", 4)
    assert rating.checks == "concrete case; measurable result"
    assert (rating.target, rating.blind, rating.rater, rating.answer_revision) == (
        "given",
        False,
        "",
        1,
    )
    row = rows_of(panel)["evidence"]
    assert (row["result"], row["ticked"]) == ("4 of 5", ["concrete case", "measurable result"])


def test_what_does_not_apply_is_a_rating_without_a_score(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    assert desk.score(panel, "structure", None) == "Saved. Structure: does not apply."
    assert [one.score for one in desk.journal().ratings] == [None]
    assert rows_of(panel)["structure"]["is_given"]


def test_the_same_press_twice_is_one_rating(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    for _ in range(2):
        desk.score(panel, "evidence", 4, press="once")
    other = desk.panel()
    desk.score(other, "evidence", 4, press="once")
    assert len(desk.journal().ratings) == 1


def test_the_same_score_again_adds_nothing_and_another_keeps_the_first(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    for score in (4, 4, 2):
        desk.score(panel, "evidence", score)
    assert [one.score for one in desk.journal().ratings] == [4, 2]
    assert rows_of(panel)["evidence"]["score"] == 2


@pytest.mark.parametrize(
    ("criterion", "score"),
    [("evidence", 6), ("evidence", 0), ("evidence", True), ("evidence", "4"), ("warmth", 3)],
)
def test_what_nobody_could_have_pressed_saves_nothing(
    desk: Desk, criterion: str, score: Any
) -> None:
    desk.fill()
    panel = desk.panel()
    assert desk.score(panel, criterion, score) == "Not saved."
    assert panel.card.told["failed"]
    assert panel.notice.message["kind"] == "error"
    assert desk.journal().ratings == ()


def test_a_press_on_an_answer_that_is_gone_says_so(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    panel.journal.remove(answers[0])
    desk.score(panel, "evidence", 3, key=f"closer:{answers[0].id}")
    assert panel.card.told["failed"]
    desk.press(panel, "kind", value="story", key=f"closer:{answers[0].id}")
    assert panel.card.told["failed"]


def test_going_on_and_back_and_past_the_end(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    key = panel.card.card["key"]
    desk.press(panel, "next")
    desk.press(panel, "next", key=key)
    assert panel.state.item == answers[1].id
    desk.press(panel, "back")
    desk.press(panel, "back")
    assert panel.state.item == answers[0].id
    for _ in range(3):
        desk.press(panel, "next")
    assert panel.card.card == {}
    assert ("left_out", "") in buttons_in(panel.upper.sections)
    panel.press("left_out")
    assert panel.state.item == answers[0].id


def test_all_looked_at_can_be_gone_through_again(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    for _ in answers:
        desk.score_all(panel)
        desk.press(panel, "next")
    assert "Every answer is looked at closely." in json.dumps(panel.upper.sections)
    panel.press("again")
    seen = []
    for _ in answers:
        seen.append(panel.state.item)
        desk.score(panel, "relevance", 5)
        desk.press(panel, "next")
    assert seen == [one.id for one in answers]
    assert panel.card.card == {}
    scores = [one.score for one in desk.journal().ratings if one.criterion == "relevance"]
    assert scores == [3, 3, 3, 5, 5, 5]


def test_one_leaves_anywhere_and_comes_back_to_the_same_place(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    desk.press(panel, "next")
    desk.score(panel, "relevance", 2)
    again = desk.panel()
    assert again.state.item == answers[1].id
    assert rows_of(again)["relevance"]["result"] == "2 of 5"
    assert not rows_of(again)["structure"]["is_given"]


def test_an_answer_that_is_done_stays_until_one_goes_on(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    desk.score_all(panel)
    assert panel.state.item == answers[0].id
    assert panel.card.card["mean"].startswith("Mean of the criteria: 3.0 of 5 (all weigh")


def test_a_score_is_taken_back_and_the_one_before_returns(desk: Desk) -> None:
    answers = desk.fill()
    desk.rate_long_ago(answers[0], evidence=2)
    panel = desk.panel()
    desk.score(panel, "evidence", 5)
    desk.press(panel, "next")
    asked: list[dict[str, str]] = []
    panel.card.send = asked.append
    assert desk.press(panel, "undo") == "Taken back: Evidence."
    assert (panel.state.item, rows_of(panel)["evidence"]["score"]) == (answers[0].id, 2)
    assert asked == [{"type": "focus", "criterion": "evidence"}]
    assert desk.press(panel, "undo") == NOTHING_TO_UNDO


def test_checks_suggest_a_score_that_the_person_overrules(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    row = rows_of(panel)["evidence"]
    assert row["suggested"] == [None, 2, 3, 4, 5]
    desk.score(panel, "evidence", 2, checks=[one["key"] for one in row["checks"]])
    row = rows_of(panel)["evidence"]
    assert (row["score"], len(row["ticked"])) == (2, 4)


def test_the_kind_is_suggested_and_corrected_with_one_press(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    kinds = panel.card.card["kinds"]
    assert (kinds["chosen"], len(kinds["options"])) == ("", 5)
    assert desk.press(panel, "kind", value="opinion").startswith("Saved. An opinion")
    desk.press(panel, "kind", value="opinion")
    kept = desk.journal().get(Answer, answers[0].id)
    assert kept is not None
    assert (kept.response_type, kept.revision) == ("opinion", 2)
    assert desk.press(panel, "kind", value="") == "Saved. No kind."
    assert panel.card.card["kinds"]["chosen"] == ""


def test_the_shares_of_the_kinds_are_shown_only_on_request(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    assert "Bangerter" not in json.dumps(panel.lower.sections)
    panel.press("kinds")
    assert "No answer has a kind yet" in json.dumps(panel.lower.sections)
    desk.press(panel, "kind", value="story")
    assert "1 of 3 answers have a kind" in json.dumps(panel.lower.sections)
    panel.press("kinds")
    assert "Bangerter" not in json.dumps(panel.lower.sections)


def test_own_criteria_are_asked_as_well_and_open_nothing_again(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    desk.score_all(panel)
    panel.journal.add(Criterion(name="Kept it short", weight=2.0))
    panel.look()
    assert list(rows_of(panel)) == [*BUILT_IN, "Kept it short", OVERALL]
    assert answers[0].id in panel.state.queue.done
    desk.score(panel, "Kept it short", 5)
    assert "3.6 of 5 (your weights)" in panel.card.card["mean"]


def test_scores_can_be_hidden(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    desk.score_all(panel, 4)
    panel.press("hide")
    assert desk.journal().setting("hide_scores") == "yes"
    assert {row["result"] for row in rows_of(panel).values()} == {"scored"}
    assert panel.card.card["mean"] == ""
    assert desk.score(panel, "evidence", 2) == "Saved. Evidence: scored."
    panel.press("hide")
    assert rows_of(panel)["evidence"]["result"] == "2 of 5"


def test_a_panel_that_was_used_shows_the_same_as_one_built_afresh(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    desk.score_all(panel)
    desk.press(panel, "next")
    desk.score(panel, "structure", 2)
    desk.press(panel, "undo")
    desk.score(panel, "structure", 5)
    desk.press(panel, "kind", value="story")
    panel.journal.remove(answers[0])
    panel.look()
    panel.journal.restore(answers[0])
    panel.look()
    assert shown_of(panel) == shown_of(desk.panel())


def test_what_another_notebook_saved_is_taken_in(desk: Desk) -> None:
    desk.fill()
    panel, other = desk.panel(), desk.panel()
    desk.score(other, "evidence", 4)
    panel.look()
    assert rows_of(panel)["evidence"]["score"] == 4


def test_the_sample_is_looked_at_and_practised_on_but_never_written_to() -> None:
    journal = open_journal(sample_path())
    before = {path: path.read_bytes() for path in journal.path.glob("*.csv")}
    desk = Desk(journal.path)
    panel = RatePanel(journal)
    assert "made up" in json.dumps(panel.upper.sections)
    desk.score(panel, "evidence", 4)
    assert panel.card.told["failed"]
    assert "This is the example" in panel.notice.message["text"]
    desk.press(panel, "kind", value="story")
    assert panel.card.told["failed"]
    for name, item in (("mode", "mentor"), ("criteria", ""), ("hide", "")):
        panel.guarded(panel.press)(name, item)
        assert "This is the example" in panel.notice.message["text"]
    panel.press("mode", "training")
    desk.score_all(panel)
    desk.press(panel, "next")
    assert panel.card.words["count"].startswith("Example 2")
    assert {path: path.read_bytes() for path in journal.path.glob("*.csv")} == before
    assert RatePanel(journal).session.place.mode == "closer"


def test_odd_words_are_shown_as_they_are(desk: Desk) -> None:
    answers = desk.fill()
    journal = desk.journal()
    odd = "<script>alert(1)</script>\u202eabc\u200f" + "x" * 1_000_000
    journal.revise(answers[0], question="<b>?</b>", answer=odd)
    panel = desk.panel()
    assert panel.card.words["answer"] == odd
    assert panel.card.words["question"] == "<b>?</b>"
    desk.score(panel, "evidence", 1)
    assert [one.answer_revision for one in desk.journal().ratings] == [2]


def test_the_rows_are_sent_without_the_words(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    changes: list[object] = []
    panel.card.observe(changes.append, "words")
    desk.score(panel, "evidence", 3)
    desk.score(panel, "structure", 3)
    assert changes == []


def test_a_disk_that_refuses_is_told_and_nothing_is_shown_as_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.fill()
    panel = desk.panel()

    def refuse(_record: Rating) -> None:
        raise OSError("full")

    monkeypatch.setattr(panel.journal, "add", refuse)
    assert desk.score(panel, "evidence", 3) == "Not saved."
    assert panel.notice.message["kind"] == "bug"
    assert not rows_of(panel)["evidence"]["is_given"]


def test_rivals_of_an_answer_are_offered_for_a_choice(desk: Desk, tmp_path: Path) -> None:
    assert tmp_path.exists()
    answers = desk.fill()
    one, other = desk.journal(), desk.journal()
    one.revise(answers[1], note="mine")
    other.revise(answers[1], note="theirs")
    panel = desk.panel()
    assert panel.rival_place.children
    panel.rivals.press("keep", "0")
    assert not panel.rival_place.children


def test_nothing_of_the_journal_is_printed(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    assert repr(panel) == "interview_journal panel"
    assert repr(panel.card) == "interview_journal card"


def test_messages_that_mean_nothing_do_nothing(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    assert desk.press(panel, "dance") == ""
    assert desk.press(panel, "next", key="blind:a_b") == ""
    panel.press("dance")
    assert panel.state.place.item == ""
