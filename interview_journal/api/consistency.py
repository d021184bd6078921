"""Where answers differ: composed of the journal, what the person said, and the comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.analysis.consistency.comparing import compare_texts
from interview_journal.analysis.consistency.index import Told
from interview_journal.analysis.consistency_facts import ComparedAnswers
from interview_journal.analysis.ledger import SUBJECTS, ledger_entries
from interview_journal.analysis.occasions import occasions
from interview_journal.analysis.settled_findings import sort_findings
from interview_journal.analysis.told_answers import journal_matcher, told_answers
from interview_journal.api.compared import ComparedJournal, journal_catalogue
from interview_journal.api.reading_ahead import reading_ahead
from interview_journal.core.catalogue import question_similarity
from interview_journal.core.collecting import collection_paused

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from interview_journal.core.claims import Finding
    from interview_journal.core.records import Answer
    from interview_journal.core.view import JournalView

__all__ = [
    "ConsistencyIndex",
    "check_consistency",
    "compare_answers",
    "consistency_index",
    "ledger_frame",
    "same_question",
]


def check_consistency(journal: JournalView, *, settled: bool = False) -> list[Finding]:
    """Return where two answers of a journal differ, the surest first; both may be right.

    What the person has answered in the panel is left out until one of its two sentences changes.
    What was computed is kept beside the journal, without any words, so that the next call is
    quick.

    Args:
        journal: The journal, or any view of its records.
        settled: Whether findings that were answered are returned as well.

    Example:
        >>> import interview_journal as ij
        >>> found = ij.check_consistency(ij.open_journal(ij.sample_path()))
        >>> [one.quote_b for one in found if one.kind == "notice"][:1]
        ['Two months.']
    """
    findings = ComparedJournal(journal).facts().findings
    if settled:
        return list(findings)
    answered = {one.finding.key for one in sort_findings(findings, journal.verdicts).settled}
    return [one for one in findings if one.key not in answered]


class ConsistencyIndex:
    """The answers of a journal, ready to be compared with one more."""

    def __init__(self, journal: JournalView) -> None:
        """Read every answer of the journal once."""
        self._view = journal
        self._matcher = journal_matcher(journal, journal_catalogue(journal))
        self._answers = ComparedAnswers(self._matcher)
        with collection_paused(), reading_ahead(len(journal.answers)) as read_all:
            told = told_answers(journal, self._matcher)
            for _ in self._answers.take_in(told, self._matcher, read_all):
                pass

    def __repr__(self) -> str:
        """Return no words of the answers: notebooks keep what is printed."""
        return "<ConsistencyIndex>"

    @property
    def unread(self) -> tuple[str, ...]:
        """The ids of answers that are not in English and therefore unchecked."""
        return self._answers.unread

    def findings(self) -> list[Finding]:
        """Return all findings, the surest first, those answered by the person included."""
        return self._answers.findings()

    def update(self, answer: Answer) -> list[Finding]:
        """Take in a new or changed answer and return its findings, the surest first.

        An answer without words, or of a round the journal does not have, is forgotten.

        Args:
            answer: The answer; it need not be saved yet, but its round must be.
        """
        held = next((one for one in self._view.interviews if one.id == answer.interview_id), None)
        if held is None or not answer.answer.strip() or answer.removed:
            self.remove(answer.id)
            return []
        companies = {one.id: one.company for one in self._view.applications}
        told = Told(
            answer_id=answer.id,
            question=answer.question,
            answer=answer.answer,
            topic=self._matcher.topic_of(answer.question, answer.topic),
            interview_id=held.id,
            company=companies.get(held.application_id, ""),
            held_on=held.held_on,
        )
        return self._answers.read(told)

    def remove(self, answer_id: str) -> None:
        """Forget an answer; one that is not there is no fault."""
        self._answers.forget(answer_id)


def consistency_index(journal: JournalView) -> ConsistencyIndex:
    """Return an index of all answers, whose ``update`` compares one more with them.

    Example:
        >>> import interview_journal as ij
        >>> journal = ij.open_journal(ij.sample_path())
        >>> index = ij.consistency_index(journal)
        >>> first = journal.answers[0]
        >>> said = ij.Answer(
        ...     interview_id=first.interview_id,
        ...     question="What is your notice period?",
        ...     answer="My notice is six months.",
        ... )
        >>> any(one.kind == "notice" for one in index.update(said))
        True
    """
    return ConsistencyIndex(journal)


def compare_answers(
    text_a: str,
    text_b: str,
    *,
    date_a: date | None = None,
    date_b: date | None = None,
    same_question: bool = False,
    min_confidence: float = 0.5,
) -> list[Finding]:
    """Return where two texts differ, the surest first; no journal is needed.

    Args:
        text_a: What was said first.
        text_b: What was said later.
        date_a: When the first was said; with both days "three years" meets "since 2019".
        date_b: When the second was said.
        same_question: Whether both answer the same question.
        min_confidence: 0 to 1. Below 0.5 the two texts as a whole are ranked as well, by how
            likely they contradict each other.

    Raises:
        ValueError: If min_confidence is not between 0 and 1.

    Example:
        >>> [found] = compare_answers("I led a team of five.", "I managed a team of eight people.")
        >>> found.kind, found.answer_a
        ('count', None)
    """
    return compare_texts(
        text_a,
        text_b,
        date_a=date_a,
        date_b=date_b,
        same_question=same_question,
        min_confidence=min_confidence,
    )


def same_question(question_a: str, question_b: str) -> float:
    """Return how likely one answer serves both questions, 0 to 1; from 0.5 up it does.

    Example:
        >>> same_question("Why are you leaving?", "What makes you want to move on?") >= 0.5
        True
        >>> same_question("Your greatest failure?", "Your greatest success?") >= 0.5
        False
    """
    return question_similarity(question_a, question_b)


def ledger_frame(journal: JournalView) -> pd.DataFrame:
    """Return every claim of the answers, one row each, by subject and in each the latest first.

    Args:
        journal: The journal, or any view of its records.

    Returns:
        subject: str, such as "Team size".
        value: str, the words of the claim as written.
        quote: str, its sentence.
        company: str, to whom it was said; empty where unknown.
        round: int64, from 1.
        held_on: datetime64[s], the day of the interview.
        asked_by: str, the name of who asked; empty where unknown.
        question: str, as asked.
        answer_id: str.
        start, end: int64, where the words stand in the answer, half-open.

    Example:
        >>> import interview_journal as ij
        >>> claims = ij.ledger_frame(ij.open_journal(ij.sample_path()))
        >>> "Notice" in set(claims["subject"])
        True
    """
    # pandas costs half a second; a panel that never shows a frame must not pay it.
    import pandas as pd

    compared = ComparedJournal(journal)
    entries = ledger_entries(compared.facts().ledger, occasions(journal))
    columns = {
        "subject": [SUBJECTS[one.subject] for one in entries],
        "value": [one.value for one in entries],
        "quote": [one.quote for one in entries],
        "company": [one.given.company for one in entries],
        "round": [one.given.round for one in entries],
        "held_on": [one.given.held_on for one in entries],
        "asked_by": [one.given.asked_by for one in entries],
        "question": [one.given.question for one in entries],
        "answer_id": [one.given.answer_id for one in entries],
        "start": [one.span[0] for one in entries],
        "end": [one.span[1] for one in entries],
    }
    dtypes = {"round": "int64", "start": "int64", "end": "int64", "held_on": "datetime64[s]"}
    frame = pd.DataFrame(columns)
    return frame.astype({name: dtypes.get(name, "str") for name in columns})
