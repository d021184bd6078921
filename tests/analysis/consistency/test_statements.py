"""What is affirmed and denied, named as a reason, or asked for."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.answer_reading import (
    AnswerReading,
    read_for_comparison,
)
from interview_journal.analysis.consistency.contrast import contrast_of, signs_of
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.differences import differences
from interview_journal.analysis.consistency.polarity import opposed_words, read_statements
from interview_journal.analysis.consistency.reading import read_answer
from interview_journal.analysis.consistency.reasons import read_reason, reason_difference
from interview_journal.analysis.consistency.statement_differences import (
    may_contradict,
    never_difference,
    statement_difference,
)

LEAVING = "Why do you want to leave?"
MISTAKE = "Tell me about a mistake you made."


def read(said: str, asked: str = "") -> AnswerReading:
    return read_for_comparison(said, asked)


@pytest.mark.parametrize(
    ("said", "affirmed", "denied"),
    [
        ("I know Java.", {"java"}, set()),
        ("I do not know Java.", set(), {"java"}),
        ("Not only Java.", {"java"}, set()),
        ("I never did not use Java.", {"java", "used"}, set()),
        ("I hate Java.", set(), {"java"}),
        ("I wish for Java.", set(), {"java"}),
        ("I hate and love Java.", {"java"}, set()),
    ],
)
def test_what_a_clause_affirms_and_denies(said: str, affirmed: set[str], denied: set[str]) -> None:
    [one] = read_statements(read_answer(said))
    assert one.affirmed - {"us"} == affirmed - {"us", "used"} | (one.affirmed & {"used"})
    assert one.denied == denied
    assert one.content == one.affirmed | one.denied


def test_a_question_affirms_nothing() -> None:
    said = read("Did I use Java? I used Kafka.")
    assert "kafka" in said.affirmed
    assert "java" not in said.affirmed
    assert "java" in said.told


def test_a_clause_without_content_says_nothing() -> None:
    assert read_statements(read_answer("Well, I do. And so it is.")) == []


def test_who_denies_what() -> None:
    [own] = read_statements(read_answer("I have never used Java."))
    assert own.denies_self
    assert own.has_never
    assert own.denied_first == "used"
    [without] = read_statements(read_answer("I worked without Java."))
    assert not without.denies_self
    [not_yet] = read_statements(read_answer("Java did not yet work."))
    assert not_yet.has_never
    assert not_yet.own_verb == ""
    [last] = read_statements(read_answer("Java, no."))[:1]
    assert last.denied_first == ""


@pytest.mark.parametrize(
    ("denied", "told", "is_clash"),
    [
        ("I don't test boilers.", "I tested boilers.", False),
        ("I don't test boilers.", "I test boilers.", True),
        ("I don't test boilers.", "I still tested boilers.", True),
        ("I don't test boilers.", "I said I tested boilers.", True),
        ("I don't test boilers.", "We test boilers, and I tested pumps.", True),
        ("I no longer test boilers.", "We went and tested boilers.", False),
        ("I haven't tested boilers for years.", "I have tested boilers.", False),
        ("I haven't tested boilers lately.", "I used to test boilers.", False),
        ("I haven't tested boilers in a long time.", "I was testing boilers.", False),
        ("I haven't tested boilers.", "I tested boilers.", True),
        ("I have never tested boilers for years.", "I tested boilers.", True),
        ("I didn't test boilers.", "I tested boilers.", True),
        ("I don't test boilers any more.", "They tested boilers.", False),
        ("I no longer test boilers.", "I test boilers.", False),
        ("I have not tested boilers yet.", "I began testing boilers.", False),
        ("I have not tested boilers yet.", "I tested boilers.", True),
        ("I'm not testing boilers anymore.", "I test boilers.", False),
    ],
)
def test_what_is_denied_for_now_may_have_been(denied: str, told: str, is_clash: bool) -> None:
    one, other = read(denied), read(told)
    for first, second in ((one, other), (other, one)):
        found = differences(first, second, Circumstances())
        assert any(each.kind == "polarity" for each in found) == is_clash


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No longer is Java loved there.", "I love Java there."),
        ("Not yet is Java loved there.", "I began to love Java there."),
    ],
)
def test_what_was_once_so_is_heard_from_either_side(one: str, other: str) -> None:
    first, second = read(one), read(other)
    [ours], [theirs] = first.statements, second.statements
    around = Circumstances(same_question=True)
    assert statement_difference(ours, theirs, first, second, around) is None
    assert statement_difference(theirs, ours, second, first, around) is None


def test_words_stand_opposed_either_way_round() -> None:
    used, never = read("I used Java."), read("I never used Java.")
    [one], [other] = used.statements, never.statements
    assert opposed_words(one, other) == opposed_words(other, one) == {"java", "used"}
    assert may_contradict(used, 0)(never, 0)


def test_a_reason_ruled_out_meets_one_that_is_named() -> None:
    one = read("It is not the pay. It is the commute.", LEAVING)
    other = read("It is about the salary.", LEAVING)
    [ours], [theirs] = one.reason, other.reason
    found = reason_difference(ours, theirs)
    assert found is not None
    assert found.confidence == pytest.approx(0.8)
    assert one.small[slice(*found.span_one)] == "pay"
    assert reason_difference(theirs, theirs) is None
    assert [each.kind for each in differences(one, other, Circumstances())] == ["reason"]


def test_reasons_differ_weakly_where_none_is_named_twice() -> None:
    [ours], [theirs] = read("The commute.", LEAVING).reason, read("My boss.", LEAVING).reason
    found = reason_difference(ours, theirs)
    assert found is not None
    assert 0.5 < found.confidence < 0.6


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("No growth there.", {"growth"}),
        ("Not growth alone but not my salary as such.", set()),
        ("Not because of the boss.", set()),
        ("Is it the pay?", set()),
        ("It is not that simple with the commute.", {"travel"}),
    ],
)
def test_which_reasons_are_named(said: str, named: set[str]) -> None:
    found = read_reason(read_answer(said, LEAVING))
    assert (set(found.named) if found is not None else set()) == named


def test_no_reason_is_read_where_none_was_asked_for() -> None:
    assert read_reason(read_answer("The pay was low.")) is None


def test_never_meets_what_was_asked_for() -> None:
    never = read("I have never made a mistake.")
    told = read("I once gave a dose twice.", MISTAKE)
    [found] = differences(never, told, Circumstances())
    assert found.kind == "polarity"
    assert never.small[slice(*found.span_one)].startswith("i have never")
    [back] = differences(told, never, Circumstances())
    assert back == found.turned()


def test_never_is_borne_out_by_an_answer_that_has_nothing_to_tell() -> None:
    never = read("I have never made a mistake.")
    for said in (
        "No, I worked well.",
        "I have never dropped one.",
        "Never, I worked well.",
        "I had to say no. I worked well.",
    ):
        [asked] = read(said, MISTAKE).asked_for
        assert asked.is_denied
        assert never_difference(never.statements[0], asked) is None
    [asked] = read("I gave a dose twice.", MISTAKE).asked_for
    assert never_difference(read("I never danced.").statements[0], asked) is None
    assert read("It went well.", MISTAKE).asked_for == ()


def test_how_likely_two_texts_contradict_each_other() -> None:
    tea, no_tea, bus = (
        read("I love tea in the morning."),
        read("I never drink tea."),
        read("The bus was late?"),
    )
    assert contrast_of(tea, no_tea) == contrast_of(no_tea, tea)
    assert contrast_of(tea, no_tea) > contrast_of(tea, bus)
    signs = signs_of(tea, no_tea, 0.3)
    assert signs["numbers"] == 0.3
    assert signs["any_opposed"] == signs["one_denies"] == 1.0
    assert 0 < signs["best_pair"] <= 1
    assert signs_of(tea, bus, 0.0)["asks"] == 1.0


def test_liking_denied_is_disliking() -> None:
    assert read("I love tea.").feeling == 1
    assert read("I do not love tea.").feeling == -1
    assert read("I hate tea.").feeling == -1
    assert read("Tea was there.").feeling == 0


def test_a_text_of_letters_that_grow_in_small_keeps_its_places() -> None:
    said = "İİ I was at Acme."
    one = read(said)
    assert len(one.small) == len(said)
    assert one.small[slice(*one.names[0].span)] == "acme"


@pytest.mark.parametrize(
    ("said", "is_english"),
    [
        ("Ja.", True),
        (
            "Ich leite ein Team von fünf Leuten und wir bauen alle zusammen neue Schnittstellen",
            False,
        ),
        ("I lead a team of five people and we all build the new interfaces", True),
    ],
)
def test_what_is_not_english_is_told_by_its_small_words(said: str, *, is_english: bool) -> None:
    assert read(said).is_english is is_english


def test_no_before_a_whole_denial_does_not_take_it_back() -> None:
    [said] = read_statements(read_answer("No I have never taken board minutes."))
    assert said.denied == {"board", "minut"}
