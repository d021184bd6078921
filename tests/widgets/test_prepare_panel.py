"""The morning before a round: one page, one button, and what is pressed on it."""

from __future__ import annotations

import asyncio
import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.api import preparing
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Interview
from interview_journal.widgets import prepare_panel
from interview_journal.widgets.prepare_page import READING
from interview_journal.widgets.prepare_panel import PreparePanel
from tests.widgets.evening import TODAY
from tests.widgets.preparing import labels_in, part, shown_of, titles

if TYPE_CHECKING:
    from interview_journal.core.preparing.values import Briefing
    from tests.widgets.preparing import Morning


def test_an_empty_journal_says_what_will_appear_and_what_to_do_first(morning: Morning) -> None:
    panel = morning.panel()
    assert panel.state.stage == "empty"
    assert "which three answers to say aloud" in json.dumps(panel.upper.sections)
    assert labels_in(panel.upper.sections) == [
        "Enter the round that comes",
        "Write down one that was",
        "Look at an example",
    ]
    assert not morning.folder.exists()


def test_the_first_screen_says_when_and_who_and_has_one_primary_button(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    head = part(panel.upper.sections, "head")
    assert head["heading"] == "Northgate Hospital, round 2"
    assert head["texts"] == [
        "Tomorrow: Thursday 5 March.",
        "With Ana Silva (Head of nursing).",
    ]
    primary = [
        one
        for section in (*panel.upper.sections, *panel.lower.sections)
        for one in (*section.get("buttons", []), *section.get("links", []))
        if one.get("primary")
    ]
    assert [one["label"] for one in primary] == ["Rehearse three answers"]


def test_a_round_without_any_answer_leads_to_writing_one_down(morning: Morning) -> None:
    journal = morning.journal()
    answers = morning.fill()
    journal.refresh()
    for one in answers:
        journal.remove(journal.answers[0] if one.id == journal.answers[0].id else one)
    panel = morning.panel()
    assert panel.state.stage == "no answers"
    assert labels_in(panel.upper.sections)[:1] == ["Write down an interview"]
    assert panel.state.primary == ""


def test_without_a_round_ahead_the_last_one_is_shown_as_over(morning: Morning) -> None:
    morning.fill(ahead_days=None)
    panel = morning.panel()
    head = part(panel.upper.sections, "head")
    assert head["heading"] == "Northgate Hospital, round 1"
    assert head["texts"][0].startswith("9 days ago: ")
    assert "This round is over." in head["texts"][2]
    assert "Enter the next round" in labels_in(panel.upper.sections)


def test_another_answer_goes_through_all_of_them_and_comes_round(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    first = titles(panel)
    seen = []
    for _ in range(2):
        panel.press("swap", "2")
        seen.append(titles(panel))
    assert seen[0][:2] == first[:2]
    assert seen[0][2] not in first
    assert seen[1] == first
    panel.press("swap", "nine")
    assert titles(panel) == first


def test_what_was_swapped_is_rehearsed_and_kept_for_the_next_opening(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    panel.press("swap", "0")
    swapped = titles(panel)
    assert titles(morning.panel()) == swapped
    panel.press("rehearse")
    assert panel.card.words["question"] in swapped[0]


def test_another_round_can_be_chosen(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    assert "Which round?" not in json.dumps(panel.upper.sections)
    panel.press("rounds")
    (choice,) = part(panel.upper.sections, "rounds")["lines"]
    assert choice["title"] == "Northgate Hospital, round 1"
    assert choice["texts"][0].endswith("It is over.")
    panel.press("round", choice["buttons"][0]["item"])
    assert part(panel.upper.sections, "head")["heading"] == "Northgate Hospital, round 1"
    assert part(morning.panel().upper.sections, "head")["heading"].endswith("round 1")


def test_likely_questions_show_the_best_answer_or_nothing_yet(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    own = part(panel.lower.sections, "likely")
    assert 1 <= len(own["lines"]) <= 10
    assert "Nothing yet." in [one["texts"][1] for one in own["lines"]]
    panel.press("example")
    likely = part(panel.lower.sections, "likely")
    answered = [one for one in likely["lines"] if one["texts"][1] != "Nothing yet."]
    assert answered
    assert all(one["buttons"][0]["name"] == "rehearse one" for one in answered)
    assert all(len(one["texts"][1]) < 330 for one in answered)
    assert "hint" not in likely


def test_how_good_earlier_lists_were_is_told_to_who_asks(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    panel.press("earlier")
    likely = part(panel.lower.sections, "likely")
    assert likely["hint"].startswith("Over 1 round: ")
    assert likely["buttons"][0]["expanded"] is True
    panel.press("earlier")
    assert "hint" not in part(panel.lower.sections, "likely")


def test_the_pages_are_handed_over_and_kept_beside_the_journal(
    morning: Morning, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning.fill()
    panel = morning.panel()
    sent: list[dict[str, object]] = []
    monkeypatch.setattr(panel.handing, "send", lambda told, **_more: sent.append(told))
    for name in ("briefing", "bag", "text"):
        panel.press(name)
    told = [one for one in sent if one["type"] != "quiet"]
    assert [one["type"] for one in told] == ["file", "file", "copy"]
    assert [one.get("name") for one in told[:2]] == [
        "northgate-hospital-round-2.html",
        "northgate-hospital-round-2-bag.html",
    ]
    kept = sorted(one.name for one in (morning.folder / "pages").iterdir())
    assert kept == ["bag.html", "briefing.html"]
    assert "Northgate Hospital" in str(told[2]["text"])


def test_the_example_is_only_looked_at_but_can_be_tried(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    before = {path: path.read_bytes() for path in sample_path().iterdir() if path.is_file()}
    panel.press("example")
    assert panel.upper.sections[0]["heading"] == "This is an example"
    assert "Write it better" not in labels_in(panel.lower.sections)
    panel.press("briefing")
    panel.press("rehearse")
    assert morning.press(panel, "grade", grade=4) == "Nearly."
    panel.guarded(panel.press)("better", panel.card.card["key"])
    assert panel.notice.message["kind"] == "error"
    panel.press("own")
    assert part(panel.upper.sections, "head")["heading"] == "Northgate Hospital, round 2"
    assert morning.journal().rehearsals == ()
    after = {path: path.read_bytes() for path in sample_path().iterdir() if path.is_file()}
    assert after == before


def test_the_sample_opened_as_ones_journal_cannot_be_left_or_written(morning: Morning) -> None:
    panel = PreparePanel(open_journal(sample_path(), now=morning.clock))
    assert panel.upper.sections[0]["heading"] == "This is an example"
    assert "Back to my journal" not in labels_in(panel.upper.sections)


def test_what_another_notebook_saved_is_taken_in(morning: Morning) -> None:
    morning.fill()
    panel = morning.panel()
    journal = morning.journal()
    coming = next(one for one in journal.interviews if one.round == 2)
    journal.revise(coming, held_on=TODAY + timedelta(3))
    panel.look()
    assert part(panel.upper.sections, "head")["texts"][0].startswith("In 3 days")


def test_the_same_records_show_the_same_page_however_they_came(morning: Morning) -> None:
    panel = morning.panel()
    answers = morning.fill()
    panel.look()
    assert shown_of(panel) == shown_of(morning.panel())
    journal = morning.journal()
    for one in answers:
        found = journal.get(Answer, one.id)
        assert found is not None
        journal.remove(found)
    panel.look()
    assert shown_of(panel) == shown_of(morning.panel())
    for held in journal.interviews:
        found_round = journal.get(Interview, held.id)
        assert found_round is not None
        journal.remove(found_round)
    panel.look()
    assert panel.state.stage == "empty"


def test_hostile_words_reach_the_screen_as_they_are(morning: Morning) -> None:
    (first, *_) = morning.fill()
    words = "<img src=x onerror=alert(1)> \u202etxet {{7*7}} $\\LaTeX$"
    journal = morning.journal()
    journal.revise(first, question=words, better_answer=words)
    panel = morning.panel()
    panel.press("rehearse one", first.id)
    assert "<img src=x onerror=alert(1)>" in panel.card.words["question"]
    assert panel.card.words["answer"] == words


def test_a_choice_that_waits_is_shown(morning: Morning) -> None:
    (first, *_) = morning.fill()
    one, other = morning.journal(), morning.journal()
    one.revise(first, note="One.")
    other_first = other.get(Answer, first.id)
    assert other_first is not None
    other.revise(first, note="Other.")
    panel = morning.panel()
    assert panel.journal.conflicts
    assert len(panel.place.children) == 1


# A long journal, which takes a while to compare ------------------------------------------------


def long_journal(morning: Morning, monkeypatch: pytest.MonkeyPatch) -> None:
    """Store two sentences that differ, in a journal that counts as long."""
    monkeypatch.setattr(preparing, "COMPARED_AT_ONCE", 1)
    first, *_ = morning.fill()
    journal = morning.journal()
    words = "I have worked on two wards and led a team of 12 nurses there."
    journal.add(
        Answer(interview_id=first.interview_id, position=9, question=first.question, answer=words)
    )


async def until_compared(panel: PreparePanel) -> None:
    while not panel.turns.is_done:  # noqa: ASYNC110 - as a page waits
        await asyncio.sleep(0.01)


def test_the_page_does_not_wait_for_the_comparison_and_says_so(
    morning: Morning, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_journal(morning, monkeypatch)

    async def notebook() -> None:
        panel = morning.panel()
        assert panel.state.is_reading
        assert part(panel.lower.sections, "reading")["texts"] == [READING]
        assert "differs" not in titles_by_key(panel)
        await until_compared(panel)
        assert "reading" not in titles_by_key(panel)
        assert "differs" in titles_by_key(panel)
        # What was compared is kept: the next one has it at once.
        assert not morning.panel().state.is_reading

    asyncio.run(notebook())


@pytest.mark.parametrize("name", ["briefing", "bag", "text"])
def test_a_page_that_is_asked_for_meanwhile_goes_out_whole(
    morning: Morning, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    long_journal(morning, monkeypatch)
    given: list[str] = []

    def take(_handing: object, briefing: Briefing, page: str, **_: object) -> None:
        assert briefing.differs
        given.append(page)

    monkeypatch.setattr(prepare_panel, "hand_over", take)

    async def notebook() -> None:
        panel = morning.panel()
        panel.press(name)
        assert given == []
        assert "still running" in json.dumps(panel.upper.sections)
        await until_compared(panel)
        if name == "text":
            assert given == []
            assert "can be copied now" in json.dumps(panel.upper.sections)
            panel.press("text")
        assert given == [name]
        assert "still running" not in json.dumps([*panel.upper.sections, *panel.lower.sections])

    asyncio.run(notebook())


def titles_by_key(panel: PreparePanel) -> set[str]:
    return {one["key"] for one in panel.lower.sections}
