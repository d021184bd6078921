"""What a briefing is made of, gathered once: one application, its rounds, its people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from interview_journal.analysis.found_topics import NOTHING_FOUND
from interview_journal.analysis.likely_questions import likely_questions
from interview_journal.analysis.occasions import company_key
from interview_journal.core.rounds import place_in_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime

    from interview_journal.analysis.found_topics import FoundTopics
    from interview_journal.analysis.ledger import LedgerMark
    from interview_journal.analysis.likely_questions import TopicHistory
    from interview_journal.analysis.rated_answers import RatedAnswer
    from interview_journal.analysis.settled_findings import (
        OpenFinding,
        SettledFinding,
        SortedFindings,
    )
    from interview_journal.core.preparing.values import LikelyQuestion
    from interview_journal.core.records import Answer, Application, Interview
    from interview_journal.core.topics import Catalogue
    from interview_journal.core.view import JournalView

__all__ = ["BriefingSources", "one_line", "round_words"]


@dataclass(frozen=True, kw_only=True)
class BriefingSources:
    """Everything the sections look at; what follows from it is worked out once.

    Attributes:
        view: The records.
        interview: The round to prepare.
        application: Its application; None where it is not there.
        earlier: Rounds with this company before that one, the earliest first.
        answers: Every answer whose round is there, by its id.
        rounds: Every round by its id.
        history: What was asked when.
        ratings: Last scores by answer.
        findings: Findings and the person's word on them.
        ledger: Where each claim stands.
        now: The present, in the person's zone.
        catalogue: Another than the packaged one.
        found: Topics that were found before.
    """

    view: JournalView
    interview: Interview
    application: Application | None
    earlier: Sequence[Interview]
    answers: Mapping[str, Answer]
    rounds: Mapping[str, Interview]
    history: TopicHistory
    ratings: Mapping[str, RatedAnswer]
    findings: SortedFindings
    ledger: Sequence[LedgerMark]
    now: datetime
    catalogue: Catalogue | None = None
    found: FoundTopics = NOTHING_FOUND

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return self.now.date()

    @cached_property
    def own_rounds(self) -> frozenset[str]:
        """Ids of the rounds with this company that went before."""
        return frozenset(one.id for one in self.earlier)

    @cached_property
    def likely(self) -> tuple[LikelyQuestion, ...]:
        """What may come in the round."""
        return likely_questions(
            self.view,
            self.interview,
            catalogue=self.catalogue,
            history=self.history,
            ratings=self.ratings,
            found=self.found,
        )

    @cached_property
    def marks_of(self) -> Mapping[str, Sequence[LedgerMark]]:
        """The claims of each answer, in their order."""
        found = defaultdict(list)
        for mark in self.ledger:
            found[mark.answer_id].append(mark)
        return found

    def open_of(self, answer_ids: Iterable[str]) -> list[OpenFinding]:
        """Return the findings that wait for a word on any of these answers, the surest first."""
        return [self.findings.open[at] for at in _places(self._open_places, answer_ids)]

    def settled_of(self, answer_ids: Iterable[str]) -> list[SettledFinding]:
        """Return the answered findings on any of these answers, the surest first."""
        return [self.findings.settled[at] for at in _places(self._settled_places, answer_ids)]

    @cached_property
    def _open_places(self) -> Mapping[str, list[int]]:
        return _places_by_answer(self.findings.open)

    @cached_property
    def _settled_places(self) -> Mapping[str, list[int]]:
        return _places_by_answer(self.findings.settled)


def _places_by_answer(
    found: Iterable[OpenFinding | SettledFinding],
) -> Mapping[str, list[int]]:
    """Return where in the list each answer is quoted: a long journal has thousands of findings."""
    places = defaultdict(list)
    for at, one in enumerate(found):
        for answer_id in {one.finding.answer_a or "", one.finding.answer_b or ""}:
            places[answer_id].append(at)
    return places


def _places(by_answer: Mapping[str, list[int]], answer_ids: Iterable[str]) -> Iterator[int]:
    return iter(sorted({at for one in answer_ids for at in by_answer.get(one, ())}))


def earlier_rounds(view: JournalView, interview: Interview) -> tuple[Interview, ...]:
    """Return the rounds with the same company before that one, the earliest first.

    Two applications at one company belong together: the people who listened are the same.
    """
    companies = {one.id: company_key(one.company) for one in view.applications}
    here = companies.get(interview.application_id)
    place = place_in_time(interview)
    own = (
        one
        for one in view.interviews
        if one.id != interview.id
        and (one.application_id == interview.application_id or _same(companies, one, here))
        and place_in_time(one) < place
    )
    return tuple(sorted(own, key=place_in_time))


def _same(companies: Mapping[str, str], one: Interview, here: str | None) -> bool:
    return here is not None and companies.get(one.application_id) == here


def one_line(text: str) -> str:
    r"""Return a text on one line, without anything else changed.

    Example:
        >>> one_line(" Late running,\n the new depot ")
        'Late running, the new depot'
    """
    return " ".join(text.split())


def round_words(rounds: Iterable[Interview]) -> str:
    """Return "round 1", or "rounds 1 and 2".

    Example:
        >>> from datetime import date
        >>> from interview_journal.core.records import Interview
        >>> day = date(2026, 3, 4)
        >>> round_words(Interview(application_id="p", round=n, held_on=day) for n in (1, 2, 4))
        'rounds 1, 2 and 4'
    """
    numbers = [str(one) for one in sorted({one.round for one in rounds})]
    if not numbers:
        return ""
    *first, last = numbers
    return f"rounds {', '.join(first)} and {last}" if first else f"round {last}"
