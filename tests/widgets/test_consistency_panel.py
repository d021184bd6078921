"""The consistency panel: from a finding to a word to silence, and to speaking again."""

from __future__ import annotations

import asyncio
import csv
import io
import itertools
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.api import compared as compared_module
from interview_journal.api.demo import copy_sample
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Application, Interview, Verdict
from interview_journal.widgets import consistency_panel as module
from interview_journal.widgets.consistency_panel import ConsistencyPanel
from interview_journal.widgets.consistency_state import ConsistencyPlace
from tests.told_journal import (
    ENGLISH,
    FOUR_WEEKS,
    GERMAN,
    NOTICE,
    START,
    THREE_MONTHS,
    Clock,
    Round,
    maybe_pair,
    notice_rounds,
    tell,
    told_journal,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from interview_journal.store.journal import Journal

TABS = ("findings", "questions", "ledger", "before", "about")
WEIRD = '<script>alert("x")</script> $x$ =1+1'


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return told_journal(tmp_path / "j")


@pytest.fixture
def panel(journal: Journal) -> ConsistencyPanel:
    return ConsistencyPanel(journal)


def afresh(panel: ConsistencyPanel) -> ConsistencyPanel:
    """Return a panel on the same files, as another notebook would show it."""
    return ConsistencyPanel(open_journal(panel.journal.path, now=panel.journal.now))


def shown(panel: ConsistencyPanel) -> dict[str, Any]:
    """Return all that every part of the page shows."""
    before = panel.place.tab
    found: dict[str, Any] = {}
    for tab in TABS:
        panel.choose("tab", tab)
        found[tab] = panel.page.blocks
    panel.choose("tab", before)
    return {**found, "upper": panel.upper.sections, "lower": panel.lower.sections}


def blocks(panel: ConsistencyPanel) -> list[dict[str, Any]]:
    """Return the blocks in front, those of open folds among them."""
    return list(_inside(panel.page.blocks))


def _inside(given: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in given:
        yield one
        yield from _inside(one.get("blocks", []))


def cards(panel: ConsistencyPanel) -> list[dict[str, Any]]:
    return [one for one in blocks(panel) if one["kind"] == "card"]


def folds(panel: ConsistencyPanel) -> list[str]:
    return [one["label"] for one in blocks(panel) if one["kind"] == "fold"]


def button(block: dict[str, Any], label: str) -> dict[str, Any]:
    return next(one for one in block["buttons"] if one["label"] == label)


def press(panel: ConsistencyPanel, label: str) -> None:
    """Press the first button of that label on the page."""
    given = next(
        one for block in blocks(panel) for one in block.get("buttons", []) if one["label"] == label
    )
    hear(panel, {"type": "press", "name": given["name"], "item": given.get("item", "")})


def hear(panel: ConsistencyPanel, content: dict[str, Any]) -> None:
    """Let the panel hear what the screen sends."""
    panel.page._handle_custom_msg(content, [])


def open_fold(panel: ConsistencyPanel, start: str) -> None:
    given = next(
        one for one in blocks(panel) if one["kind"] == "fold" and one["label"].startswith(start)
    )
    panel.press("fold", given["key"])


def lead(panel: ConsistencyPanel) -> str:
    return str(panel.upper.sections[0]["texts"][0])


def words(block: dict[str, Any]) -> str:
    return " ".join(block.get("texts", []))


def test_a_finding_shows_both_sentences_with_place_and_reason(panel: ConsistencyPanel) -> None:
    head, card = panel.page.blocks
    assert head["heading"] == "These two differ. Both may be right."
    assert card["tag"] in ("quite sure", "worth a look")
    first, second = card["sides"]
    assert first["place"] == "Acme, round 1, Tuesday 3 March, asked by Ana Silva"
    assert second["place"] == "Borealis, round 1, Friday 20 March, asked by Ben Okoro"
    assert first["segments"] == [["My notice is ", 0], ["four weeks", 1], [".", 0]]
    assert "Acme" in words(card)
    assert lead(panel) == "One place to look at."
    assert panel.page.tabs[0]["label"] == "Findings (1)"


@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("Both are fine", "both fine"),
        ("Things changed", "things changed"),
        ("Not the same thing", "not the same thing"),
        ("I would fix this", "would fix"),
    ],
)
def test_each_button_keeps_its_word_and_the_finding_falls_silent(
    panel: ConsistencyPanel, label: str, word: str
) -> None:
    press(panel, label)
    assert [one.verdict for one in panel.journal.verdicts] == [word]
    (card,) = cards(panel)
    assert words(card).startswith(f"Kept: {label}. It stays quiet until")
    assert bool(card.get("words")) == (word in ("things changed", "would fix"))
    again = afresh(panel)
    assert lead(again) == "Nothing here waits for you."
    assert cards(again) == []
    assert folds(again) == ["Answered (1)"]
    assert "you have answered what this page found" in words(shown(again)["findings"][0])


def test_undo_asks_again(panel: ConsistencyPanel) -> None:
    before = shown(panel)
    press(panel, "Both are fine")
    press(panel, "Undo")
    assert shown(panel) == before
    assert panel.journal.verdicts == ()


def test_what_was_answered_can_be_asked_again(panel: ConsistencyPanel) -> None:
    before = shown(panel)
    press(panel, "I would fix this")
    panel = afresh(panel)
    open_fold(panel, "Answered")
    (card,) = cards(panel)
    assert words(card).startswith("You said: I would fix this on Monday 4 May.")
    press(panel, "Ask me again")
    panel.press("fold", "settled")
    assert shown(panel) == before


def test_what_i_will_say_is_kept_and_shown(panel: ConsistencyPanel) -> None:
    press(panel, "Things changed")
    (card,) = cards(panel)
    item = card["words"]["item"]
    told = {"type": "type", "typed": {item: "Eight weeks since June."}}
    hear(panel, told)
    assert cards(afresh(panel))[0]["words"]["value"] == "Eight weeks since June."
    keep = button(card, "Keep these words")
    typed = {item: "Eight weeks, since June."}
    hear(panel, {"type": "press", "name": keep["name"], "item": keep["item"], "typed": typed})
    assert panel.journal.verdicts[0].what_i_will_say == "Eight weeks, since June."
    assert "What you will say: Eight weeks, since June." in words(cards(panel)[0])
    again = afresh(panel)
    open_fold(again, "Answered")
    assert "What you will say: Eight weeks, since June." in words(cards(again)[0])


def test_ctrl_s_keeps_the_words(panel: ConsistencyPanel) -> None:
    press(panel, "I would fix this")
    panel.type_words(panel.journal.verdicts[0].id, "Eight weeks.")
    panel.save_all()
    assert panel.journal.verdicts[0].what_i_will_say == "Eight weeks."


def test_it_speaks_again_when_a_sentence_changes_with_the_word_before(
    panel: ConsistencyPanel,
) -> None:
    press(panel, "Things changed")
    panel.type_words(panel.journal.verdicts[0].id, "Three months.")
    panel.save_all()
    second = panel.journal.answers[1]
    panel.journal.revise(second, answer=f"Oh. {THREE_MONTHS}")
    panel.look()
    assert lead(panel) == "Nothing here waits for you."
    panel.journal.revise(panel.journal.answers[1], answer="My notice is half a year.")
    panel.look()
    (card,) = cards(panel)
    assert "You said “Things changed” of these two answers on Monday 4 May." in words(card)
    assert "What you wanted to say: Three months." in words(card)
    assert button(card, "Both are fine")


def test_at_most_ten_at_once_and_the_rest_is_counted(tmp_path: Path) -> None:
    numbers = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
    rounds = [
        Round(f"Company {one}", 1, date(2026, 3, day), [(NOTICE, f"My notice is {one} months.")])
        for day, one in enumerate(numbers, start=1)
    ]
    panel = ConsistencyPanel(told_journal(tmp_path / "j", *rounds))
    asked = [one for one in cards(panel) if one.get("buttons")]
    assert len(asked) == 10
    count = len(panel._own.known.findings)
    assert lead(panel) == f"{count} places to look at."
    assert words(panel.page.blocks[-1]) == (
        f"And {count - 10} more, less sure. They come up as you answer these."
    )
    press(panel, "Both are fine")
    assert len(cards(panel)) == 11
    assert f"And {count - 11} more" in words(panel.page.blocks[-1])


def test_an_expectation_that_differs_is_told_and_not_asked(tmp_path: Path) -> None:
    pay = "What salary do you expect?"
    panel = ConsistencyPanel(
        told_journal(
            tmp_path / "j",
            Round("Acme", 1, date(2026, 3, 3), [(pay, "I expect 40,000 pounds a year.")]),
            Round("Borealis", 1, date(2026, 3, 20), [(pay, "I expect 55,000 pounds a year.")]),
        )
    )
    assert lead(panel) == "Nothing here waits for you."
    assert folds(panel) == ["To know (1)"]
    open_fold(panel, "To know")
    (card,) = cards(panel)
    assert "buttons" not in card
    assert len(card["sides"]) == 2


def test_what_is_not_english_is_listed_as_not_checked(journal: Journal) -> None:
    journal.add(Answer(interview_id=journal.interviews[0].id, question="Und?", answer=GERMAN))
    panel = ConsistencyPanel(journal)
    assert "Not checked (1)" in folds(panel)
    open_fold(panel, "Not checked")
    assert panel.page.blocks[-1]["blocks"][0]["lines"] == ["Acme, round 1, Tuesday 3 March"]


# By question ------------------------------------------------------------------------------


def test_answers_to_one_question_stand_side_by_side(panel: ConsistencyPanel) -> None:
    panel.choose("tab", "questions")
    assert folds(panel) == [f"{START} (2 times)"]
    open_fold(panel, START)
    (card,) = cards(panel)
    first, second = card["sides"]
    assert first["question"] == NOTICE
    assert [text for text, is_marked in first["segments"] if is_marked] == ["four weeks"]
    assert [text for text, is_marked in second["segments"] if is_marked] == ["three months"]
    open_fold(panel, START)
    assert cards(panel) == []


def test_of_many_answers_the_latest_are_compared(tmp_path: Path) -> None:
    rounds = [
        Round(f"Company {day}", 1, date(2026, 3, day), [(NOTICE, f"Answer {day}.")])
        for day in range(1, 10)
    ]
    panel = ConsistencyPanel(told_journal(tmp_path / "j", *rounds))
    panel.choose("tab", "questions")
    open_fold(panel, NOTICE)
    (card,) = cards(panel)
    assert len(card["sides"]) == 6
    assert card["hint"] == "The 3 before these are left out."


def test_many_questions_are_shown_bit_by_bit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("ant", "bee", "cat", "dog")
    told = [(f"Do you like a {one}?", "Yes.") for one in names]
    rounds = [Round("Acme", day, date(2026, 3, day), told) for day in (1, 2)]
    monkeypatch.setattr(module, "QUESTIONS_FIRST", 2)
    panel = ConsistencyPanel(told_journal(tmp_path / "j", *rounds))
    panel.place = ConsistencyPlace(tab="questions", questions=2)
    panel.redraw()
    before = len(folds(panel))
    press(panel, "Show more")
    assert len(folds(panel)) > before


MAYBE = maybe_pair()


@pytest.fixture
def maybe(tmp_path: Path) -> ConsistencyPanel:
    panel = ConsistencyPanel(
        told_journal(
            tmp_path / "j",
            Round("Acme", 1, date(2026, 3, 3), [(MAYBE[0], "Yes.")]),
            Round("Borealis", 1, date(2026, 3, 20), [(MAYBE[1], "Yes.")]),
        )
    )
    panel.choose("tab", "questions")
    return panel


@pytest.mark.parametrize(("label", "same"), [("Yes, the same", True), ("No", False)])
def test_maybe_the_same_question_is_said_once_and_remembered(
    maybe: ConsistencyPanel, label: str, same: bool
) -> None:
    before = shown(maybe)
    press(maybe, label)
    (link,) = maybe.journal.question_links
    assert ({link.question_a, link.question_b}, link.same) == (set(MAYBE), same)
    assert len(maybe._own.known.questions.groups) == int(same)
    assert words(cards(maybe)[0]).startswith("Kept: ")
    again = afresh(maybe)
    again.choose("tab", "questions")
    open_fold(again, "What you said of questions")
    assert words(cards(again)[0]).startswith("The same" if same else "Not the same")
    press(maybe, "Undo")
    assert shown(maybe) == before
    assert maybe.journal.question_links == ()


def test_what_was_said_of_questions_is_taken_back(maybe: ConsistencyPanel) -> None:
    before = shown(maybe)
    press(maybe, "No")
    again = afresh(maybe)
    again.choose("tab", "questions")
    open_fold(again, "What you said of questions")
    press(again, "Take it back")
    again.press("fold", "links")
    assert shown(again) == before


def test_a_pair_that_went_meanwhile_is_no_pair(maybe: ConsistencyPanel) -> None:
    maybe.press("same", "a_gone a_none")
    assert maybe.journal.question_links == ()


# Ledger -----------------------------------------------------------------------------------


def table(panel: ConsistencyPanel) -> list[list[str]]:
    found = [one["rows"] for one in panel.page.blocks if one["kind"] == "table"]
    return found[0] if found else []


def test_the_ledger_is_filtered_by_subject_company_and_words(panel: ConsistencyPanel) -> None:
    panel.choose("tab", "ledger")
    assert {row[1] for row in table(panel)} == {"four weeks", "three months"}
    panel.choose("company", "Acme")
    assert [row[1] for row in table(panel)] == ["four weeks"]
    panel.choose("company", "")
    panel.choose("words", "THREE okoro")
    assert [row[1] for row in table(panel)] == ["three months"]
    panel.choose("words", "nothing like it")
    assert table(panel) == []
    assert words(panel.page.blocks[-1]) == "No claim fits what you chose."
    panel.choose("words", "")
    panel.choose("subject", "team")
    assert table(panel) == []
    panel.choose("subject", "notice")
    assert table(panel)[0][2:] == [THREE_MONTHS, "Borealis, round 1, Ben Okoro", "Friday 20 March"]


def test_a_long_ledger_is_shown_bit_by_bit(tmp_path: Path) -> None:
    answer = " ".join(f"I trained {number} nurses in ward {number}." for number in range(10, 60))
    rounds = [Round("Acme", day, date(2026, 3, day), [("What?", answer)]) for day in (1, 2)]
    panel = ConsistencyPanel(told_journal(tmp_path / "j", *rounds))
    panel.choose("tab", "ledger")
    assert len(table(panel)) == 60
    press(panel, "Show more")
    assert len(table(panel)) > 60
    panel.choose("words", "trained")
    assert len(table(panel)) == 60


def test_what_is_listed_is_saved_without_formulas(
    panel: ConsistencyPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.journal.revise(panel.journal.applications[0], company="=1+1")
    panel.look()
    panel.choose("tab", "ledger")
    panel.choose("company", "=1+1")
    sent: list[Any] = []
    monkeypatch.setattr(
        panel.page, "send", lambda content, buffers: sent.append((content, buffers))
    )
    press(panel, "Save as CSV")
    ((content, (data,)),) = sent
    assert content["name"] == "interview_journal_ledger.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
    assert (row["subject"], row["company"]) == ("Notice", "'=1+1")


# Before a round ---------------------------------------------------------------------------


def test_before_a_round_each_interviewer_has_what_they_heard(journal: Journal) -> None:
    tell(journal, Round("Borealis", 2, date(2026, 5, 5)))
    panel = ConsistencyPanel(journal)
    assert panel.upper.sections[0]["texts"][-1] == (
        "Next: Borealis, round 2, tomorrow, Tuesday 5 May. See Before a round."
    )
    panel.choose("tab", "before")
    assert words(panel.page.blocks[0]).startswith("Next: round 2, tomorrow")
    assert folds(panel) == ["Ben Okoro (1 question)"]
    open_fold(panel, "Ben Okoro")
    (card,) = cards(panel)
    assert card["heading"] == "They asked you"
    assert card["sides"][0]["question"] == START
    assert ["three months", 1] in card["sides"][0]["segments"]
    panel.choose("company heard", "Acme")
    assert folds(panel) == ["Ana Silva (1 question)"]
    assert words(panel.page.blocks[0]).startswith("No next round with Acme is entered.")


def test_what_nobody_is_named_for_and_long_answers_are_shown(tmp_path: Path) -> None:
    long = "I led it. " * 100
    panel = ConsistencyPanel(
        told_journal(
            tmp_path / "j",
            Round("Acme", 1, date(2026, 3, 3), [("What?", long), ("Why?", "So.")]),
            Round("Acme", 2, date(2026, 3, 4), [("", FOUR_WEEKS)], "Ana Silva"),
        )
    )
    panel.choose("tab", "before")
    assert folds(panel) == ["Ana Silva (1 question)", "Nobody is named for these (2 answers)"]
    open_fold(panel, "Nobody")
    (card,) = cards(panel)
    assert card["heading"] == "Said in these rounds"
    assert card["sides"][0]["hint"] == "The answer goes on."
    open_fold(panel, "Ana Silva")
    assert cards(panel)[0]["sides"][0]["question"] == "(no question written down)"


def test_who_listened_has_what_the_others_asked(journal: Journal) -> None:
    held = journal.interviews[0]
    journal.add(
        Answer(interview_id=held.id, position=2, question="And the team?", answer="Nine people.")
    )
    panel = ConsistencyPanel(journal)
    panel.choose("tab", "before")
    panel.choose("company heard", "Acme")
    open_fold(panel, "Ana Silva")
    assert [one["heading"] for one in cards(panel)] == [
        "They asked you",
        "Also said in these rounds",
    ]


# Empty, one, the sample -------------------------------------------------------------------


def test_an_empty_journal_teaches(tmp_path: Path) -> None:
    panel = ConsistencyPanel(open_journal(tmp_path / "none"))
    assert lead(panel) == "Write down your first interview."
    assert panel.page.tabs == panel.page.blocks == []
    assert panel.upper.sections[0]["links"][0]["notebook"] == "1_record.ipynb"
    assert not (tmp_path / "none").exists()


def test_a_round_without_an_answer_is_not_called_the_first_to_write(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "j")
    job = journal.add(Application(company="Acme"))
    journal.add(Interview(application_id=job.id, held_on=date(2026, 3, 3), account="We talked."))
    assert lead(ConsistencyPanel(journal)) == "Write down what they asked and what you said."


def test_after_one_round_it_says_from_when_on(tmp_path: Path) -> None:
    panel = ConsistencyPanel(told_journal(tmp_path / "j", notice_rounds()[0]))
    assert lead(panel) == "From the second round on, this page compares what you said."
    assert len(panel.page.tabs) == 5
    texts = shown(panel)
    assert texts["findings"][0]["heading"] == "Nothing to look at."
    assert "No question was asked twice yet" in words(texts["questions"][0])


def test_answers_without_claims_have_an_empty_ledger(tmp_path: Path) -> None:
    panel = ConsistencyPanel(
        told_journal(tmp_path / "j", Round("Acme", 1, date(2026, 3, 3), [("Why?", "So.")]))
    )
    panel.choose("tab", "ledger")
    assert words(panel.page.blocks[0]).startswith("No claims yet.")


def test_the_example_is_looked_at_and_left_without_a_trace(panel: ConsistencyPanel) -> None:
    before = shown(panel)
    files = {path: path.read_bytes() for path in panel.journal.path.glob("*.csv")}
    sample = {path: path.read_bytes() for path in sample_path().rglob("*.csv")}
    panel.press("example")
    assert panel.upper.sections[0]["key"] == "example"
    assert any(one["kind"] == "card" for one in panel.page.blocks)
    assert all("buttons" not in one for one in cards(panel))
    assert panel.lower.sections == []
    shown(panel)
    hear(panel, {"type": "press", "name": "fine", "item": "notice_x"})
    assert panel.notice.message["kind"] == "error"
    panel.press("own")
    assert shown(panel) == before
    assert {path: path.read_bytes() for path in panel.journal.path.glob("*.csv")} == files
    assert {path: path.read_bytes() for path in sample_path().rglob("*.csv")} == sample
    assert not (sample_path() / ".known").exists()


def test_the_sample_opened_by_itself_is_the_example() -> None:
    panel = ConsistencyPanel(open_journal(sample_path()))
    assert panel.upper.sections[0]["key"] == "example"
    assert "buttons" not in panel.upper.sections[0]


def test_the_sample_has_a_true_finding(tmp_path: Path) -> None:
    panel = ConsistencyPanel(open_journal(copy_sample(tmp_path / "copy"), now=Clock()))
    sides = [
        "".join(text for text, _ in side["segments"])
        for card in cards(panel)
        for side in card["sides"]
    ]
    assert any("Four weeks" in one for one in sides)
    assert any("Two months" in one for one in sides)


# Long work --------------------------------------------------------------------------------


def test_an_unchanged_journal_is_opened_without_reading_an_answer(
    panel: ConsistencyPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shown(panel)

    def fail(*_: object) -> None:
        pytest.fail("read again")

    monkeypatch.setattr(compared_module, "told_answers", fail)
    again = afresh(panel)
    assert shown(again) == before
    again.look()
    assert shown(again) == before


def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every turn end after one step."""
    clock = itertools.count()
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))


def test_long_work_shows_how_far_it_is_and_can_be_stopped(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(monkeypatch)

    async def watch() -> tuple[list[str], ConsistencyPanel]:
        panel = ConsistencyPanel(journal)
        leads = [lead(panel)]
        assert panel.page.blocks[0]["kind"] == "progress"
        assert panel.page.tabs == []
        panel.press("stop")
        leads.append(lead(panel))
        await asyncio.sleep(0.1)
        leads.append(lead(panel))
        panel.press("go on")
        for _ in range(200):
            if not panel.reading.total:
                break
            await asyncio.sleep(0.02)
        return [*leads, lead(panel)], panel

    leads, panel = asyncio.run(watch())
    assert leads == [
        "Your answers are being compared.",
        "The comparison was stopped.",
        "The comparison was stopped.",
        "One place to look at.",
    ]
    monkeypatch.undo()
    assert shown(panel) == shown(afresh(panel))


def test_without_a_page_that_waits_all_is_done_at_once(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(monkeypatch)
    panel = ConsistencyPanel(journal)
    assert lead(panel) == "One place to look at."


# What every panel keeps -------------------------------------------------------------------


def test_create_update_clear_update_equals_afresh(panel: ConsistencyPanel) -> None:
    journal = panel.journal
    tell(journal, Round("Cedar", 1, date(2026, 4, 1), [(NOTICE, "My notice is six months.")]))
    panel.look()
    assert shown(panel) == shown(afresh(panel))
    journal.add(Verdict(key=panel._own.known.findings[0].key, verdict="both fine"))
    panel.look()
    assert shown(panel) == shown(afresh(panel))
    journal.remove(journal.interviews[2])
    panel.look()
    assert shown(panel) == shown(afresh(panel))


def test_a_conflict_of_two_notebooks_is_asked_about(panel: ConsistencyPanel) -> None:
    other = open_journal(panel.journal.path, now=panel.journal.now)
    other.revise(other.answers[0], note="mine")
    panel.journal.revise(panel.journal.answers[0].with_changes(revision=1), note="theirs")
    panel.look()
    assert len(panel.rival_place.children) == 1
    panel.rivals.press("keep", "0")
    assert panel.rival_place.children == ()


def test_hostile_words_are_text_like_any_other(tmp_path: Path) -> None:
    panel = ConsistencyPanel(
        told_journal(
            tmp_path / "j",
            Round(WEIRD, 1, date(2026, 3, 3), [(NOTICE, f"{FOUR_WEEKS} {ENGLISH} {WEIRD}")], WEIRD),
            Round("Borealis", 1, date(2026, 3, 20), [(START, THREE_MONTHS), (WEIRD, WEIRD)]),
        )
    )
    found = shown(panel)
    assert panel.notice.message == {}
    places = [side["place"] for card in cards(panel) for side in card["sides"]]
    assert places[0].startswith(f"{WEIRD}, round 1")
    assert found["before"][0]["heading"] == "What they have already heard"


def test_a_company_may_have_no_name_and_an_answer_no_question(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j", Round("Acme", 1, date(2026, 3, 3), [("", FOUR_WEEKS)]))
    tell(journal, Round("Acme", 2, date(2026, 5, 4)), Round("Acme", 3, date(2026, 5, 9)))
    panel = ConsistencyPanel(journal)
    panel.choose("tab", "before")
    assert words(panel.page.blocks[0]).startswith("Next: round 2, today, Monday 4 May.")


def test_a_press_or_choice_that_is_not_known_does_nothing(panel: ConsistencyPanel) -> None:
    before = shown(panel)
    panel.press("something new")
    panel.press("fine", "notice_unknown")
    panel.choose("something new", "x")
    panel.choose("tab", "nowhere")
    hear(panel, {"type": "something new"})
    assert shown(panel) == before


def test_an_error_is_shown_in_the_panel(
    panel: ConsistencyPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr(panel, "redraw", fail)
    hear(panel, {"type": "choose", "name": "tab", "value": "ledger"})
    assert panel.notice.message["kind"] == "bug"


def test_what_is_printed_holds_no_words(panel: ConsistencyPanel) -> None:
    assert repr(panel.page) == "interview_journal page"
    assert repr(panel) == "interview_journal panel"
