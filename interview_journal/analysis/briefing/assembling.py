"""The whole briefing for one round: a value, made of records and findings alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.analysis.briefing.differences import briefing_differences
from interview_journal.analysis.briefing.head import briefing_head, head_gaps
from interview_journal.analysis.briefing.open_things import (
    open_promises,
    plans,
    questions_to_ask,
    unsaid,
)
from interview_journal.analysis.briefing.people import briefing_people
from interview_journal.analysis.briefing.rehearsals import briefing_rehearsals
from interview_journal.analysis.briefing.requirements import requirement_lines
from interview_journal.analysis.briefing.sources import BriefingSources, earlier_rounds
from interview_journal.analysis.briefing.strengths import briefing_strengths
from interview_journal.analysis.found_topics import NOTHING_FOUND
from interview_journal.analysis.likely_questions import topic_history
from interview_journal.analysis.rated_answers import rated_answers
from interview_journal.core.preparing.values import Briefing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from interview_journal.analysis.found_topics import FoundTopics
    from interview_journal.analysis.ledger import LedgerMark
    from interview_journal.analysis.settled_findings import SortedFindings
    from interview_journal.core.preparing.values import BriefingPerson, RehearsalPick
    from interview_journal.core.records import Interview
    from interview_journal.core.topics import Catalogue
    from interview_journal.core.view import JournalView

__all__ = ["briefing_sources", "make_briefing", "rehearsal_choices"]


def briefing_sources(
    view: JournalView,
    interview: Interview,
    *,
    now: datetime,
    findings: SortedFindings,
    ledger: Sequence[LedgerMark] = (),
    catalogue: Catalogue | None = None,
    found: FoundTopics = NOTHING_FOUND,
) -> BriefingSources:
    """Return everything a briefing looks at, gathered once.

    Args:
        view: The records.
        interview: The round to prepare.
        now: The present, aware, in the person's zone.
        findings: Findings of the journal and the person's word on them.
        ledger: Where each claim stands.
        catalogue: Another than the packaged one.
        found: Topics that were found before.
    """
    rounds = {one.id: one for one in view.interviews}
    applications = {one.id: one for one in view.applications}
    return BriefingSources(
        view=view,
        interview=interview,
        application=applications.get(interview.application_id),
        earlier=earlier_rounds(view, interview),
        answers={one.id: one for one in view.answers if one.interview_id in rounds},
        rounds={**rounds, interview.id: interview},
        history=topic_history(view, catalogue=catalogue, found=found),
        ratings=rated_answers(view),
        findings=findings,
        ledger=ledger,
        now=now,
        catalogue=catalogue,
        found=found,
    )


def make_briefing(sources: BriefingSources, *, swapped: Sequence[str] = ()) -> Briefing:
    """Return the briefing: every fact in it stands in the journal.

    Args:
        sources: What it is made of.
        swapped: Ids of answers the person wants to rehearse instead.
    """
    interview, application = sources.interview, sources.application
    likely = sources.likely
    people = briefing_people(sources)
    promised = open_promises(sources)
    here = {one: one in sources.own_rounds for one in sources.rounds}
    return Briefing(
        interview_id=interview.id,
        head=briefing_head(interview, application, sources.now),
        people=people,
        requirements=requirement_lines(
            "" if application is None else application.requirements, sources.answers.values(), here
        ),
        differs=briefing_differences(sources),
        rehearse=briefing_rehearsals(
            sources, {one.topic: one.score for one in likely}, swapped=swapped
        ),
        unsaid=unsaid(sources),
        plans=plans(sources),
        strengths=briefing_strengths(sources),
        questions_to_ask=questions_to_ask(sources, promised),
        promised=promised,
        likely=likely,
        gaps=(*head_gaps(interview, application), *_people_gaps(people)),
    )


def rehearsal_choices(
    sources: BriefingSources, *, swapped: Sequence[str] = (), at_most: int = 20
) -> tuple[RehearsalPick, ...]:
    """Return the answers one could rehearse, the worthiest first, to choose others from."""
    chances = {one.topic: one.score for one in sources.likely}
    return briefing_rehearsals(sources, chances, swapped=swapped, at_most=at_most)


def _people_gaps(people: Sequence[BriefingPerson]) -> tuple[str, ...]:
    return () if any(one.is_expected for one in people) else ("Who will be there",)
