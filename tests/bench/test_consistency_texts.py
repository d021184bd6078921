"""The plain ways, transcripts, made-up journals, and that nobody else's words are kept."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest

from bench.consistency_parts.labelled import (
    clean_pairs,
    marked_pairs,
    own_questions,
    shared_questions,
    transcript_files,
)
from bench.consistency_parts.made_up import made_up_journal, retold_journal, vocabulary
from bench.consistency_parts.paper import paper_journal
from bench.consistency_parts.reasons import REASONS, by_hand
from bench.consistency_parts.rivals import (
    TfIdf,
    fuzzy,
    negation_differs,
    numbers_differ,
    numbers_in,
)
from bench.consistency_parts.speech import Speech
from bench.consistency_parts.turns import Turn, read_turns, sentences
from bench.consistency_parts.twins import Twin, in_journal, read_twins, side_by_side
from bench.load_journals import journal_files
from interview_journal.api.consistency import check_consistency
from interview_journal.core.claims import FindingKind
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

RESULT = CHECKOUT / "bench" / "results" / "consistency.md"
LONG_ENOUGH = 40


def test_the_crudest_rule_needs_numbers_on_both_sides_and_neither_inside_the_other() -> None:
    assert numbers_differ("We were five.", "We were 8.")
    assert not numbers_differ("We were five.", "We were 5.")
    assert not numbers_differ("We were five.", "We were 5 of 8.")
    assert not numbers_differ("We were five.", "We were many.")


def test_numbers_are_digits_and_small_words() -> None:
    assert numbers_in("Two of 1,500, 3.5 and twelve") == {"2", "1500", "3.5", "12"}


def test_a_negator_on_both_sides_is_no_difference() -> None:
    assert negation_differs("I drive.", "I don’t drive.")
    assert not negation_differs("I never drive.", "I don't drive.")


def test_likeness_is_highest_for_equal_texts() -> None:
    model = TfIdf(["the red bus", "the blue boat", "the red boat"])
    assert model.alike("the red bus", "the red bus") == pytest.approx(1.0)
    assert model.alike("red", "the red bus") > model.alike("red", "the blue boat") == 0.0
    assert fuzzy("red bus", "bus RED") == 1.0


def test_three_styles_of_labels_are_read() -> None:
    stamped = "Head\n\nAnn Lee  0:02\nHello.\n\nMore.\n\nBob Ray 1:02:03\nHi.\n"
    assert read_turns(stamped) == [Turn("Ann Lee", "Hello.\n\nMore."), Turn("Bob Ray", "Hi.")]
    bold = "**Ann Lee:** [00:00:02] Hello.\n\n**Bob Ray:** Hi.\n"
    assert read_turns(bold) == [Turn("Ann Lee", "Hello."), Turn("Bob Ray", "Hi.")]
    bare = "Ann Lee\nOne.\nBob Ray\nTwo.\nAnn Lee\nThree.\n"
    bare += "Bob Ray\nFour.\nAnn Lee\nFive.\nBob Ray\nSix."
    assert [turn.words for turn in read_turns(bare)] == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
        "Five.",
        "Six.",
    ]


def test_a_short_line_that_stands_twice_is_no_label() -> None:
    assert read_turns("Ann Lee  0:02\nThank You\nThank You\n") == [
        Turn("Ann Lee", "Thank You\nThank You")
    ]


def test_the_note_of_who_wrote_it_down_is_left_out() -> None:
    assert read_turns("Ann Lee  0:02\nHello.\n\nTranscribed by https://example.org") == [
        Turn("Ann Lee", "Hello.")
    ]


def test_a_turn_may_answer_the_sentence_before_it() -> None:
    speech = Speech((Turn("A", "Hello. How many?"), Turn("B", "Five. Or so.")))
    assert speech.as_asked() == [("", "Hello. How many?"), ("How many?", "Five. Or so.")]
    assert speech.as_sentences() == [
        ("", one) for one in ("Hello.", "How many?", "Five.", "Or so.")
    ]
    assert speech.word_count == 6
    assert sentences("One.\nTwo") == ["One.", "Two"]


def test_a_journal_on_paper_can_be_checked() -> None:
    journal = paper_journal(
        [("", "I led a team of five people."), ("", "I led a team of nine people.")]
    )
    assert [(one.kind, one.answer_a, one.answer_b) for one in check_consistency(journal)] == [
        ("count", "a_0", "a_1")
    ]


def test_a_made_up_journal_is_the_same_each_time_and_keeps_its_rounds() -> None:
    journal, _ = made_up_journal(20)
    again, _ = made_up_journal(20)
    assert [one.answer for one in journal.answers] == [one.answer for one in again.answers]
    assert len(journal.interviews) == 3
    assert {one.interview_id for one in journal.answers} == {one.id for one in journal.interviews}
    assert len(set(vocabulary(4_000))) == 4_000


def test_our_questions_hold_two_hundred_and_none_twice() -> None:
    given = own_questions()
    assert len(set(given.questions)) == len(given.questions) == 200


def test_every_slip_has_a_twin_about_the_same_answer() -> None:
    twins = read_twins()
    for slip, fine in zip(twins[::2], twins[1::2], strict=True):
        assert slip.is_slip
        assert not fine.is_slip
        assert (slip.kind, slip.question, slip.a) == (fine.kind, fine.question, fine.a)
        assert len({slip.a, slip.b, fine.b}) == 3
    assert {twin.kind for twin in twins} <= set(get_args(FindingKind))


def test_a_twin_is_checked_as_a_journal_and_side_by_side() -> None:
    slip = Twin(
        "count", "", "I lead a team of five people.", "", "I lead a team of nine people.", True
    )
    fine = replace(slip, b="I lead a team of five people.")
    assert in_journal(slip)
    assert side_by_side(slip)
    assert not in_journal(fine)
    assert not side_by_side(fine)


def test_every_reason_given_by_hand_is_explained() -> None:
    content = tomllib.loads(REASONS.read_text(encoding="utf-8"))
    meanings = content.pop("reasons")
    used = {reason for several in content.values() for reason in several.values()}
    assert used <= set(meanings)
    assert by_hand("journals", "no such label", "not sorted") == "not sorted"


def test_the_collections_are_read_whole(shared_data: Path) -> None:
    folder = shared_data / "consistency"
    assert len(marked_pairs("decode_num_dev", folder)) == 182
    assert len(marked_pairs("decode_balanced_dev", folder)) == 641
    assert len(clean_pairs(folder)) == 512
    assert len(shared_questions(folder).questions) == 103
    files = transcript_files(shared_data / "transcripts")
    turns = [read_turns(path.read_text(encoding="utf-8")) for path in files]
    assert len(turns) == 8
    assert all(len(one) > 20 for one in turns)


def test_nobody_elses_words_stand_in_the_results(shared_data: Path) -> None:
    kept = " ".join(RESULT.read_text(encoding="utf-8").split())
    folder = shared_data / "consistency"
    pairs = [*marked_pairs("decode_num_dev", folder), *clean_pairs(folder)]
    pairs += marked_pairs("decode_balanced_dev", folder)
    texts = [text for one in pairs for text in (one.a, one.b)]
    files = transcript_files(shared_data / "transcripts")
    texts += [path.read_text(encoding="utf-8") for path in files]
    for path in journal_files(shared_data / "journals_dev"):
        held = json.loads(path.read_text(encoding="utf-8"))["interviews"]
        texts += [answer["answer"] for one in held for answer in one["answers"]]
    pieces = {
        piece
        for text in texts
        for one in re.split(r"(?<=[.!?])\s+|\n", text)
        if len(piece := " ".join(one.split())) >= LONG_ENOUGH
    }
    assert pieces
    assert not [piece for piece in pieces if piece in kept]
    assert not [one for one in shared_questions(folder).questions if len(one) > 30 and one in kept]


def test_the_answers_of_many_people_are_told_in_turn_again() -> None:
    journal = retold_journal(2_000)
    texts = [one.answer for one in journal.answers]
    assert len(texts) == 2_000
    again = texts.index(texts[0], 1)
    assert texts[again:] == texts[: 2_000 - again]
    assert len({one.question for one in journal.answers}) > 1_000
