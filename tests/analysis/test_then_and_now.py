"""The same question in two rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from interview_journal.analysis.asked_topics import asked_topics
from interview_journal.analysis.repair import repair_table
from interview_journal.analysis.score_table import score_table
from interview_journal.analysis.then_and_now import SHOWN_AT_MOST, then_and_now
from interview_journal.core.records import QuestionLink
from interview_journal.core.topics import load_catalogue
from tests.analysis.small_journals import FIRST_DAY, scored
from tests.records_in_memory import Records

if TYPE_CHECKING:
    from interview_journal.analysis.trend_values import ThenAndNow


def pairs(view: Records) -> tuple[ThenAndNow, ...]:
    table = score_table(view)
    asked = asked_topics(table.answers, view.question_links)
    repairs = repair_table(view, table, asked)
    everything = np.ones(len(table.answers), dtype=np.bool_)
    return then_and_now(table, asked, repairs, everything, table.rows("overall"))


def test_the_first_time_stands_beside_the_latest() -> None:
    view = scored(
        [[2, 1], [3, None], [5, 4]], topics=[["salary", "team"], ["salary", ""], ["salary", "x"]]
    )
    (found,) = pairs(view)
    assert (found.topic, found.label) == ("salary", "Salary you expect")
    assert (found.then.score, found.now.score) == (2, 5)
    assert (found.then.held_on, found.then.company, found.then.round) == (FIRST_DAY, "Acme", 1)
    assert found.now.answer == "What I said about 0 at 2."


def test_twice_in_one_interview_is_not_two_rounds() -> None:
    assert pairs(scored([[2, 3]], topics=[["salary", "salary"]])) == ()
    assert pairs(Records()) == ()


def test_equal_words_are_enough_where_there_is_no_topic() -> None:
    found = pairs(scored([[2], [4]]))
    assert [(one.topic, one.label) for one in found] == [("", "Question 0?")]


def test_unrated_answers_are_shown_after_rated_ones() -> None:
    rows = [[None, 3], [None, 4]]
    found = pairs(scored(rows, topics=[["salary", "team"]] * 2))
    assert [one.topic for one in found] == ["team", "salary"]
    assert found[1].then.score is None


def test_an_answer_without_words_is_nothing_to_compare() -> None:
    view = scored([[2], [4]], topics=[["salary"]] * 2)
    mute = view.answers[1].with_changes(answer=" ")
    assert pairs(view.with_(answers=(view.answers[0], mute))) == ()


def test_questions_the_person_called_different_are_not_paired() -> None:
    view = scored([[2], [4]], topics=[["salary"]] * 2)
    other = view.answers[1].with_changes(question="Another?")
    view = view.with_(answers=(view.answers[0], other))
    assert len(pairs(view)) == 1
    link = QuestionLink(question_a="Question 0?", question_b="Another?", same=False)
    assert pairs(view.and_(question_links=[link])) == ()


def test_a_broad_topic_pairs_only_questions_that_agree_in_words_too() -> None:
    broad = next(topic for topic in load_catalogue().topics if topic.broad)
    view = scored([[2], [4]], topics=[[broad.slug]] * 2)

    def asking(second: str) -> int:
        first = view.answers[0].with_changes(question=broad.phrasings[0])
        now = view.answers[1].with_changes(question=second)
        return len(pairs(view.with_(answers=(first, now))))

    assert asking(broad.phrasings[0]) == 1
    assert asking("Do you like boats?") == 0


def test_a_handful_is_shown() -> None:
    names = [f"topic {number}" for number in range(SHOWN_AT_MOST + 2)]
    found = pairs(scored([[3] * len(names)] * 2, topics=[names] * 2))
    assert len(found) == SHOWN_AT_MOST
