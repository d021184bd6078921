"""A journal's answers are compared with the topic that the person set, or a sure one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.analysis.told_answers import journal_matcher, told_answers
from interview_journal.core.records import QuestionLink
from tests.told_journal import NOTICE, START, told_journal

if TYPE_CHECKING:
    from pathlib import Path


def test_topics_are_the_persons_own_or_sure(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    first, second = journal.answers
    journal.revise(first, topic="my_topic")
    told = told_answers(journal, journal_matcher(journal))
    assert [one.topic for one in told] == ["my_topic", "notice"]
    assert [one.answer_id for one in told] == [first.id, second.id]
    assert [one.company for one in told] == ["Acme", "Borealis"]


def test_a_question_set_apart_loses_its_topic(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    journal.add(QuestionLink(question_a=NOTICE, question_b=START, same=False))
    matcher = journal_matcher(journal)
    assert [one.topic for one in told_answers(journal, matcher)] == ["", ""]
    assert not matcher.same(NOTICE, START)
