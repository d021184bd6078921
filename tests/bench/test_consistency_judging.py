"""What counts as found, as false and as a distractor hit, on small made-up journals."""

from __future__ import annotations

import pytest

from bench.consistency_parts.judging import (
    Label,
    Place,
    Pointed,
    judge,
    meet,
    pointed_at,
    read_labels,
)
from interview_journal.core.claims import Finding

FIVE = "It was sunny. I led five people there."
EIGHT = "I led eight people there. We laughed."
ANSWERS = {"a": FIVE, "b": EIGHT}
QUOTED = {
    "id": "c1",
    "kind": "count",
    "a": {"answer": "a", "quote": "five people"},
    "b": {"answer": "b", "quote": "led eight"},
}


def conflict(kind: str = "count") -> Label:
    return read_labels([{**QUOTED, "kind": kind}], ANSWERS)[0]


def told(kind: str = "count", *, a: Place | None = None, b: Place | None = None) -> Pointed:
    one = a or Place("a", 14, 38)
    other = b or Place("b", 0, 25)
    return Pointed(kind, one, other, one, other, 0.9)


def test_a_label_knows_where_its_quotes_stand() -> None:
    label = conflict()
    assert FIVE[label.a.start : label.a.end] == "five people"
    assert EIGHT[label.b.start : label.b.end] == "led eight"


def test_a_label_whose_quote_is_not_there_is_refused() -> None:
    row = {**QUOTED, "a": {"answer": "a", "quote": "six people"}}
    with pytest.raises(ValueError, match="does not stand in its answer"):
        read_labels([row], ANSWERS)


def test_both_quotes_must_overlap() -> None:
    assert meet(told(), conflict())
    assert not meet(told(a=Place("a", 0, 13)), conflict())
    assert not meet(told(b=Place("b", 26, 36)), conflict())


def test_touching_is_not_overlapping() -> None:
    start = conflict().a.start
    assert not meet(told(a=Place("a", 0, start)), conflict())
    assert meet(told(a=Place("a", 0, start + 1)), conflict())


def test_either_order_counts() -> None:
    turned = told(a=Place("b", 0, 25), b=Place("a", 14, 38))
    assert meet(turned, conflict())


def test_other_answers_never_meet() -> None:
    assert not meet(told(b=Place("z", 0, 25)), conflict())


def test_what_is_told_and_not_labelled_is_false() -> None:
    stray = told(a=Place("a", 0, 13))
    judged = judge([told(), stray], [conflict()], [])
    assert judged.found == (conflict(),)
    assert judged.missed == ()
    assert judged.false == (stray,)
    assert judged.true == (told(),)


def test_a_note_is_never_false() -> None:
    assert judge([told("note", a=Place("a", 0, 13))], [conflict()], []).false == ()


def test_what_was_not_told_is_missed() -> None:
    assert judge([], [conflict()], []).missed == (conflict(),)


def test_a_distractor_of_kind_note_may_be_a_note() -> None:
    lure = conflict("note")
    assert judge([told("note")], [], [lure]).hit == ()
    assert judge([told("money")], [], [lure]).hit == (lure,)


def test_another_distractor_may_not_even_be_a_note() -> None:
    lure = conflict("same_fact")
    assert judge([told("note")], [], [lure]).hit == (lure,)
    assert judge([], [], [lure]).spared == (lure,)


def test_the_clashing_words_must_lie_in_the_labelled_quotes() -> None:
    label = conflict()
    well = Pointed("count", Place("a", 14, 38), Place("b", 0, 25), label.a, label.b, 0.9)
    badly = Pointed(
        "count", Place("a", 14, 38), Place("b", 0, 25), Place("a", 14, 16), label.b, 0.9
    )
    assert judge([well], [label], []).well_pointed == {"c1"}
    assert judge([badly], [label], []).well_pointed == frozenset()
    assert judge([badly], [label], []).found == (label,)


def finding(quote: str, span: tuple[int, int]) -> Finding:
    return Finding(
        "count", "a", quote, span, "b", "I led eight people there.", (6, 11), "", 0.8, "k"
    )


def test_a_finding_points_at_its_sentence_and_words() -> None:
    pointed = pointed_at(finding("I led five people there.", (20, 24)), ANSWERS)
    assert pointed.a == Place("a", 14, 38)
    assert pointed.a_words == Place("a", 20, 24)


def test_of_two_equal_sentences_the_one_with_the_words_is_meant() -> None:
    twice = {**ANSWERS, "a": "Five. Five."}
    assert pointed_at(finding("Five.", (6, 10)), twice).a == Place("a", 6, 11)


def test_a_finding_whose_words_stand_elsewhere_is_refused() -> None:
    with pytest.raises(ValueError, match="do not stand in its sentence"):
        pointed_at(finding("It was sunny.", (20, 24)), ANSWERS)
