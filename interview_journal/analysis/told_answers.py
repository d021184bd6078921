"""The answers of a journal as they are compared with each other."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

from interview_journal.analysis.consistency.index import Told
from interview_journal.analysis.occasions import occasions
from interview_journal.analysis.question_matching import QuestionMatcher

if TYPE_CHECKING:
    from interview_journal.analysis.occasions import Occasion
    from interview_journal.core.topics import Catalogue
    from interview_journal.core.view import JournalView

__all__ = ["journal_matcher", "told_answer", "told_answers"]


def journal_matcher(view: JournalView, catalogue: Catalogue | None = None) -> QuestionMatcher:
    """Return what compares the questions of a journal, the person's own words first.

    Args:
        view: The records.
        catalogue: Another than the packaged one, such as one extended by the person's file.
    """
    own = {one.question: one.topic.strip() for one in view.answers if one.topic.strip()}
    return QuestionMatcher(view.question_links, catalogue=catalogue, own_topics=own)


def told_answer(given: Occasion, own_topic: str, matcher: QuestionMatcher) -> Told:
    """Return one answer as it is compared."""
    return Told(
        answer_id=given.answer_id,
        # Asked for millions of times: one object for all answers to a question.
        question=intern(given.question),
        answer=given.answer,
        topic=intern(matcher.topic_of(given.question, own_topic)),
        interview_id=given.interview_id,
        company=given.company,
        held_on=given.held_on,
    )


def told_answers(view: JournalView, matcher: QuestionMatcher) -> tuple[Told, ...]:
    """Return the answers that hold words, in the order they were given.

    Example:
        >>> import interview_journal as ij
        >>> journal = ij.open_journal(ij.sample_path())
        >>> told_answers(journal, journal_matcher(journal))[0].company
        'Osprey Freight'
    """
    topics = {one.id: one.topic for one in view.answers}
    return tuple(
        told_answer(given, topics[answer_id], matcher)
        for answer_id, given in occasions(view).items()
    )
