"""What went well."""

from __future__ import annotations

import re

import pandas as pd

from interview_journal.analysis.asked_topics import asked_topics
from interview_journal.analysis.repair import repair_table
from interview_journal.analysis.score_table import score_table
from interview_journal.analysis.strengths import best_answers, strongest_criterion
from interview_journal.analysis.trend_values import Strength
from tests.analysis.small_journals import scored
from tests.records_in_memory import Records


def best(view: Records) -> tuple[Strength, ...]:
    table = score_table(view)
    asked = asked_topics(table.answers, view.question_links)
    return best_answers(table, repair_table(view, table, asked), table.rows("overall"))


def test_the_best_answer_is_named_with_its_place_and_its_score_only_in_the_text() -> None:
    (found,) = best(scored([[2, 3], [4]]))
    assert found.title == "Your best answer"
    assert found.text == (
        "“Question 0?” (Acme, first round): “What I said about 0 at 1.” You gave it 4 of 5."
    )
    assert "of 5" not in found.words


def test_of_equals_the_latest_and_one_of_another_topic() -> None:
    view = scored([[4, 4], [4, 4], [4, 1]], topics=[["a", "b"], ["a", "b"], ["a", "c"]])
    found = best(view)
    assert [one.title for one in found] == ["Your best answer", "As good as that"]
    assert "about 0 at 2" in found[0].text
    assert "about 1 at 1" in found[1].text


def test_answers_nothing_is_known_of_are_topics_of_their_own() -> None:
    view = scored([[4, 4]])
    mute = tuple(one.with_changes(question="", answer="") for one in view.answers)
    found = best(view.with_(answers=mute, applications=()))
    assert [one.words for one in found] == ["“” (first round)"] * 2


def test_a_long_answer_is_cut_between_words() -> None:
    view = scored([[4]])
    for text, end in (("word " * 60, "word …"), ("w" * 400, "www …")):
        answer = view.answers[0].with_changes(answer=text)
        later = view.interviews[0].with_changes(round=9)
        (found,) = best(view.with_(answers=(answer,), interviews=(later,)))
        assert found.words.endswith(f"{end}”")
        assert len(found.words) < 220
        assert "a later round" in found.words


def test_no_score_no_best_answer() -> None:
    assert best(Records()) == ()


def test_the_strongest_criterion_needs_another_to_compare() -> None:
    frame = pd.DataFrame(
        {"label": ["Structure", "Evidence", "Rare"], "mean_score": [4.2, 3.1, 5.0],
         "answer_count": [5, 4, 1]}
    )  # fmt: skip
    (found,) = strongest_criterion(frame)
    assert "Structure" in found.words
    assert not re.search(r"\d", found.words)
    assert "4.2 of 5 on average, over 5 answers" in found.text
    assert strongest_criterion(frame.iloc[:1]) == ()
