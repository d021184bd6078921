"""Preparing for the next round: the briefing, what may be asked, what to rehearse and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal
from weakref import WeakKeyDictionary

from interview_journal.analysis import likely_questions as guesses
from interview_journal.analysis import prediction_scores as scores
from interview_journal.analysis.briefing import assembling
from interview_journal.analysis.found_topics import NOTHING_FOUND
from interview_journal.analysis.settled_findings import sort_findings
from interview_journal.api.compared import ComparedJournal, journal_catalogue
from interview_journal.api.due import in_own_zone
from interview_journal.core.preparing import coming, rehearsal_days
from interview_journal.core.records import Rehearsal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from interview_journal.analysis.briefing.sources import BriefingSources
    from interview_journal.analysis.consistency_facts import ConsistencyFacts
    from interview_journal.analysis.found_topics import FoundTopics
    from interview_journal.analysis.prediction_scores import PredictionMeans
    from interview_journal.core.preparing.values import (
        Briefing,
        DueRehearsal,
        Forecasted,
        LikelyQuestion,
        RehearsalPick,
    )
    from interview_journal.core.records import Answer, Interview
    from interview_journal.core.view import JournalView
    from interview_journal.store.journal import Journal
    from interview_journal.writing.card import Paper

__all__ = [
    "COMPARED_AT_ONCE",
    "PAGE_FILES",
    "PageName",
    "briefing",
    "briefing_file",
    "briefing_words",
    "coming_rounds",
    "compares_long",
    "due_rehearsals",
    "keep_rehearsal",
    "likely_questions",
    "prediction_means",
    "preparing_sources",
    "rehearsal_choices",
    "round_to_prepare",
    "score_predictions",
]

COMPARED_AT_ONCE: Final = 300
"""So many answers are compared before anybody could read that they are being compared."""
PageName = Literal["briefing", "bag", "text"]
_compared: WeakKeyDictionary[Journal, ComparedJournal] = WeakKeyDictionary()
"""What comparing gave, as long as the journal is open: a swap must not wait for it again."""
PAGE_FILES: Final[dict[PageName, str]] = {
    "briefing": "briefing.html",
    "bag": "bag.html",
    "text": "briefing.txt",
}
"""What each page is called beside the journal."""


def briefing(journal: Journal, interview: Interview, *, swapped: Sequence[str] = ()) -> Briefing:
    """Return the briefing for a round: every fact in it stands in the journal, and none is missing.

    All answers are compared with each other first, where that was not done and kept before.

    Args:
        journal: The journal.
        interview: The round, coming or past.
        swapped: Ids of the answers the person wants to rehearse, in their order.

    Example:
        >>> import interview_journal as ij
        >>> journal = ij.open_journal(ij.sample_path())
        >>> trial_day = next(one for one in journal.interviews if one.kind == "trial day")
        >>> page = ij.briefing(journal, trial_day)
        >>> page.head.company, len(page.rehearse)
        ('Larkhill Hospital', 3)
    """
    return assembling.make_briefing(preparing_sources(journal, interview), swapped=swapped)


def compares_long(journal: Journal) -> bool:
    """Return whether the next briefing waits until all answers of a long journal are compared.

    What was compared before is kept; without it 5,000 answers take the better part of a minute.

    Args:
        journal: The journal.
    """
    return len(journal.answers) > COMPARED_AT_ONCE and not _compared_of(journal).take_kept()


def briefing_file(
    journal: Journal,
    interview: Interview,
    *,
    page: PageName = "briefing",
    paper: Paper = "A4",
    swapped: Sequence[str] = (),
) -> Path:
    """Write the briefing into the journal's folder ``pages`` and return the file.

    The one made before is replaced. Nobody but its owner can read it.

    Args:
        journal: The journal.
        interview: The round.
        page: "briefing" for the page, "bag" for the half page, "text" for the same as text.
        paper: What it will be printed on.
        swapped: Ids of the answers the person wants to rehearse, in their order.

    Raises:
        SaveFailedError: If the disk refuses.
        JournalFolderError: If the folder cannot be made.
    """
    made = briefing(journal, interview, swapped=swapped)
    return journal.pages.keep(PAGE_FILES[page], briefing_words(made, page=page, paper=paper))


def briefing_words(made: Briefing, *, page: PageName = "briefing", paper: Paper = "A4") -> str:
    """Return a briefing as the page, the half page for the bag, or text."""
    # The page's template engine is loaded by who asks for a page.
    from interview_journal.writing import briefing_page as pages

    if page == "text":
        return pages.briefing_text(made)
    make = pages.bag_page if page == "bag" else pages.briefing_page
    return make(made, paper=paper)


def rehearsal_choices(
    journal: Journal, interview: Interview, *, swapped: Sequence[str] = (), at_most: int = 20
) -> tuple[RehearsalPick, ...]:
    """Return the answers one could rehearse for a round, the worthiest first."""
    return assembling.rehearsal_choices(
        preparing_sources(journal, interview), swapped=swapped, at_most=at_most
    )


def likely_questions(journal: JournalView, interview: Interview) -> tuple[LikelyQuestion, ...]:
    """Return at most ten topics that may come in a round, the likeliest first."""
    return guesses.likely_questions(journal, interview, catalogue=journal_catalogue(journal))


def score_predictions(journal: JournalView) -> tuple[Forecasted, ...]:
    """Return for each round with questions what would have been predicted that morning."""
    return scores.score_predictions(journal, catalogue=journal_catalogue(journal))


def prediction_means(scored: Sequence[Forecasted]) -> PredictionMeans:
    """Return recall and precision over rounds, with one honest sentence."""
    return scores.prediction_means(scored)


def due_rehearsals(journal: JournalView, now: datetime) -> tuple[DueRehearsal, ...]:
    """Return the answers to rehearse today for the next round; at most three.

    Args:
        journal: The records.
        now: The present, aware.
    """
    return rehearsal_days.due_rehearsals(journal, in_own_zone(journal, now))


def coming_rounds(journal: JournalView, now: datetime) -> tuple[Interview, ...]:
    """Return the rounds that are not over, the next first.

    Args:
        journal: The records.
        now: The present, aware.
    """
    return coming.coming_rounds(journal, in_own_zone(journal, now))


def round_to_prepare(journal: JournalView, now: datetime, *, company: str = "") -> Interview | None:
    """Return the next round; without one, the last that was held. None where there is none.

    Args:
        journal: The records.
        now: The present, aware.
        company: Letters of the company's name; empty for any.
    """
    return coming.round_to_prepare(journal, in_own_zone(journal, now), company=company)


def keep_rehearsal(journal: Journal, answer: Answer, grade: int | None = None) -> Rehearsal:
    """Keep that an answer was said aloud just now; return it as saved.

    Args:
        journal: Where it is kept.
        answer: What was rehearsed.
        grade: 1 stuck to 5 fluent; None for no grade.

    Raises:
        InvalidRecordError: If the grade is out of bounds.
        SaveFailedError: If the disk refuses.
    """
    return journal.add(
        Rehearsal(
            answer_id=answer.id,
            topic=answer.topic,
            rehearsed_at=journal.now(),
            grade=grade,
        )
    )


def preparing_sources(
    journal: Journal,
    interview: Interview,
    *,
    facts: ConsistencyFacts | None = None,
    found: FoundTopics = NOTHING_FOUND,
) -> BriefingSources:
    """Return everything a briefing looks at, gathered once.

    Args:
        journal: The journal.
        interview: The round.
        facts: What comparing the answers gave so far; None compares all of them now.
        found: Topics that were found before.
    """
    if facts is None:
        compared = _compared_of(journal)
        facts, found = compared.facts(), compared.topics
    return assembling.briefing_sources(
        journal,
        interview,
        now=in_own_zone(journal, journal.now()),
        findings=sort_findings(facts.findings, journal.verdicts),
        ledger=facts.ledger,
        catalogue=journal_catalogue(journal),
        found=found,
    )


def _compared_of(journal: Journal) -> ComparedJournal:
    compared = _compared.get(journal)
    if compared is None:
        compared = _compared[journal] = ComparedJournal(journal)
    return compared
