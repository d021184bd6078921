"""Which topics may come: each source by itself, and no look into the future."""

from __future__ import annotations

from datetime import date

import pytest

from interview_journal.analysis.likely_questions import (
    LIKELY_AT_MOST,
    likely_questions,
    likely_topics,
    needed_topics,
    topic_history,
)
from interview_journal.core.records import QuestionLink
from interview_journal.core.topics import parse_catalogue
from tests.prepared_journal import (
    ABOUT,
    ACME,
    AHEAD,
    FIRST,
    WHY,
    asked,
    held,
    prepared,
    rated,
    view_of,
)


def test_at_most_ten_topics_come_ranked_each_once() -> None:
    found = likely_questions(view_of(*prepared()), AHEAD)
    assert len(found) == LIKELY_AT_MOST == len({one.topic for one in found})
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_without_anything_asked_the_common_ones_are_named() -> None:
    (first, *_) = likely_questions(view_of(ACME), held(2, kind="phone screen"))
    assert (first.topic, first.label, first.best_answer_id) == ("about_you", "About you", "")
    assert first.why == "It is common in a round like this."


def test_what_was_asked_in_rounds_of_the_stage_comes_first() -> None:
    rounds = [held(day, 1, application=f"p_{day}", kind="panel") for day in (3, 4, 5)]
    boats = [asked(one, 1, "Can you sail a boat?", topic="my_boat") for one in rounds]
    found = likely_questions(view_of(ACME, AHEAD, *rounds, *boats), AHEAD)
    assert (found[0].topic, found[0].label) == ("my_boat", "My boat")
    assert found[0].why == "It came in 3 of your rounds."
    assert found[0].best_answer_id == boats[-1].id


def test_a_requirement_lifts_its_topic_and_is_named() -> None:
    wanted = ACME.with_changes(requirements="Hold a budget\n\n")
    found = {one.topic: one for one in likely_questions(view_of(wanted, AHEAD), AHEAD)}
    plain = {one.topic: one for one in likely_questions(view_of(ACME, AHEAD), AHEAD)}
    assert found["budget"].score > (plain["budget"].score if "budget" in plain else 0)
    assert found["budget"].why.startswith("The job asks for “Hold a budget”")
    assert needed_topics("zzz qqq\n\n") == {}


def test_three_reasons_are_told_in_one_sentence() -> None:
    wanted = ACME.with_changes(requirements="Hold a budget")
    before = asked(FIRST, 9, "What was your budget?", topic="budget")
    view = view_of(wanted, FIRST, AHEAD, before)
    found = {one.topic: one for one in likely_questions(view, AHEAD)}
    assert found["budget"].why == (
        "The job asks for “Hold a budget”, it came in one of your rounds, here too, "
        "it is common in a round like this."
    )


def test_later_rounds_change_nothing() -> None:
    later = held(28, 3, kind="final")
    more = [asked(later, n, f"Q{n}?", topic=f"t{n}") for n in range(1, 9)]
    view, more_view = view_of(*prepared()), view_of(*prepared(), later, *more)
    assert likely_questions(view, AHEAD) == likely_questions(more_view, AHEAD)


def test_a_round_of_the_same_day_with_another_company_is_no_help() -> None:
    other = held(13, 1, application="p_b")
    history = topic_history(view_of(FIRST, AHEAD, other, asked(other, 1, "Q?", topic="odd")))
    assert "odd" not in dict(likely_topics(history, AHEAD))


@pytest.mark.parametrize(
    ("scores", "better", "best"),
    [((5, 3), False, 0), ((3, 3), False, 1), ((3, 2), True, 1), ((5, 2), True, 0)],
)
def test_the_best_earlier_answer_is_the_best_rated_then_the_newest(
    scores: tuple[int, int], best: int, *, better: bool
) -> None:
    other = held(4, 1, application="p_b")
    newer = asked(other, 1, "Why here?", topic="why_us", better_answer="x" if better else "")
    older = WHY.with_changes(better_answer="")
    rows = (ACME, FIRST, other, AHEAD, older, newer)
    view = view_of(*rows, rated(older, scores[0]), rated(newer, scores[1]))
    found = {one.topic: one for one in likely_questions(view, AHEAD)}
    assert found["why_us"].best_answer_id == (older, newer)[best].id


def test_a_question_without_a_topic_gets_a_sure_one_or_its_own_words() -> None:
    known = asked(FIRST, 1, "How long is your notice?")
    odd = asked(FIRST, 2, "Bxy the qlm?")
    nothing = asked(FIRST, 3, "?!")
    history = topic_history(view_of(FIRST, known, odd, nothing))
    assert history.asked[FIRST.id] == ("notice", '"bxy the qlm"')
    lone = {one.topic: one.label for one in likely_questions(view_of(FIRST, AHEAD, odd), AHEAD)}
    assert lone.get('"bxy the qlm"', "Bxy the qlm?") == "Bxy the qlm?"


def test_questions_said_to_be_the_same_are_one_topic() -> None:
    one, two = asked(FIRST, 1, "Bxy qlm?"), asked(FIRST, 2, "Vrr ttk?")
    link = QuestionLink(question_a=one.question, question_b=two.question, same=True)
    assert len(topic_history(view_of(FIRST, one, two, link)).asked[FIRST.id]) == 1


def test_the_persons_own_catalogue_is_used() -> None:
    mine = parse_catalogue(
        'topics = [{slug = "boats", label = "Boats", phrasings = "Can you sail?"}]'
    )
    again = held(4, 1, application="p_b", kind="phone screen")
    rows = (asked(FIRST, 1, "Can you sail?"), asked(again, 1, "Can you sail?"))
    view = view_of(FIRST, again, *rows)
    history = topic_history(view, catalogue=mine)
    assert history.asked == {FIRST.id: ("boats",), again.id: ("boats",)}
    ahead = held(13, 1, application="p_c", kind="phone screen")
    found = likely_questions(view, ahead, catalogue=mine, history=history)
    assert "Boats" in {one.label for one in found}


def test_an_answer_of_a_round_that_is_not_there_is_left_out() -> None:
    assert topic_history(view_of(ABOUT)).rounds == ()
    assert FIRST.held_on == date(2026, 3, 2)
