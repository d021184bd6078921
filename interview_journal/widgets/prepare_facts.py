"""What the preparing panel needs to know of a journal, computed once until something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.briefing.assembling import make_briefing, rehearsal_choices
from interview_journal.analysis.rated_answers import RatedAnswer
from interview_journal.api import preparing
from interview_journal.api.compared import ComparedJournal
from interview_journal.api.due import in_own_zone
from interview_journal.core.collecting import collection_paused
from interview_journal.core.day_words import near_day_words
from interview_journal.core.rounds import latest_first, round_title
from interview_journal.widgets.prepare_state import PrepareFacts, RoundChoice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interview_journal.analysis.briefing.sources import BriefingSources
    from interview_journal.core.preparing.values import Briefing, RehearsalPick
    from interview_journal.core.records import Answer, Interview
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.prepare_place import PreparePlace

__all__ = ["FactsOfJournal"]

ROUNDS_AT_MOST: Final = 5
"""Of those ahead, and of those that were."""
CHOICES_AT_MOST: Final = 60
_WEAK: Final = 3.0


class FactsOfJournal:
    """Asks the journal again only when its records, the day or the place changed."""

    def __init__(self, journal: Journal) -> None:
        """Ask that journal; nothing is read yet."""
        self.journal = journal
        self._compared = ComparedJournal(journal)
        self._key: tuple[object, ...] = ()
        self._tables: tuple[object, ...] = ()
        self._facts = PrepareFacts(words={})
        self._picks: dict[str, RehearsalPick] = {}

    def take_kept(self) -> bool:
        """Take up what was compared before; return whether what is left takes a moment only."""
        with collection_paused():
            is_short = len(self.journal.answers) <= preparing.COMPARED_AT_ONCE
            return self._compared.take_kept() or is_short

    def work(self) -> Iterator[int]:
        """Compare the answers, which takes longest by far; yield after each step.

        Until it is done the facts hold what was compared so far.
        """
        return self._compared.work()

    def of(self, place: PreparePlace) -> PrepareFacts:
        """Return the facts on the round that is prepared."""
        with collection_paused():
            self._forget_old()
            journal = self.journal
            key = (place.interview_id, place.swapped, journal.now().date(), journal.rehearsals)
            if key != self._key:
                self._facts = self._read(place)
                self._key = key
            return self._facts

    def round_of(self, place: PreparePlace) -> Interview | None:
        """Return the round that is prepared: the chosen one, else the next one."""
        chosen = next(
            (one for one in self.journal.interviews if one.id == place.interview_id), None
        )
        return chosen or preparing.round_to_prepare(self.journal, self.journal.now())

    def pick(self, place: PreparePlace, answer_id: str) -> RehearsalPick | None:
        """Return one answer as it is rehearsed; None where it is not there any more."""
        self._forget_old()
        if answer_id not in self._picks:
            interview = self.round_of(place)
            if interview is None:
                return None
            found = rehearsal_choices(self._sources(interview), swapped=(answer_id,), at_most=1)
            self._picks |= {one.answer_id: one for one in found if one.answer_id == answer_id}
        return self._picks.get(answer_id)

    def earlier_lists(self) -> str:
        """Return in a sentence how good earlier lists of questions were.

        Every round is guessed again, which takes seconds in a long journal: only who asks waits.
        """
        return preparing.prediction_means(preparing.score_predictions(self.journal)).sentence

    def _forget_old(self) -> None:
        """Let go of what was read from records that have changed since."""
        tables = (self._compared.known, *_tables(self.journal))
        if not _same(tables, self._tables):
            self._picks.clear()
            self._key, self._tables = (), tables

    def _read(self, place: PreparePlace) -> PrepareFacts:
        journal, interview = self.journal, self.round_of(place)
        if interview is None:
            return PrepareFacts(words={})
        sources = self._sources(interview)
        briefing = make_briefing(sources, swapped=place.swapped)
        choices = rehearsal_choices(sources, at_most=CHOICES_AT_MOST)
        self._picks |= {one.answer_id: one for one in (*choices, *briefing.rehearse)}
        now = journal.now()
        due = preparing.due_rehearsals(journal, now)
        return PrepareFacts(
            briefing=briefing,
            choices=choices,
            words=_words(journal.answers, briefing),
            weak=_weak(sources),
            due=tuple(one.answer_id for one in due if one.interview_id == interview.id),
            rounds=_rounds(journal, interview),
        )

    def _sources(self, interview: Interview) -> BriefingSources:
        compared = self._compared
        return preparing.preparing_sources(
            self.journal, interview, facts=compared.known, found=compared.topics
        )


def _tables(journal: Journal) -> tuple[object, ...]:
    # Not the rehearsals: each grade would have the next question wait for all of this.
    return (
        journal.answers,
        journal.interviews,
        journal.applications,
        journal.people,
        journal.encounters,
        journal.ratings,
        journal.verdicts,
        journal.question_links,
        journal.actions,
        journal.settings,
    )


def _same(one: Sequence[object], other: Sequence[object]) -> bool:
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def _words(answers: Sequence[Answer], briefing: Briefing) -> dict[str, str]:
    named = {one.best_answer_id for one in briefing.likely}
    return {
        one.id: one.better_answer.strip() or one.answer.strip()
        for one in answers
        if one.id in named
    }


def _weak(sources: BriefingSources) -> frozenset[str]:
    """Return the answers that were not rated well, and have no better words or no better score."""
    rated = sources.ratings
    return frozenset(
        one.id
        for one in sources.view.answers
        if _is_weak(rated.get(one.id, RatedAnswer()), has_better=bool(one.better_answer.strip()))
    )


def _is_weak(rated: RatedAnswer, *, has_better: bool) -> bool:
    if has_better:
        return rated.better is not None and rated.better <= _WEAK
    return rated.given is None or rated.given <= _WEAK


def _rounds(journal: Journal, shown: Interview) -> tuple[RoundChoice, ...]:
    now = in_own_zone(journal, journal.now())
    applications = {one.id: one for one in journal.applications}
    ahead = preparing.coming_rounds(journal, now)
    known = {one.id for one in ahead}
    past = [one for one in latest_first(journal.interviews) if one.id not in known]
    return tuple(
        RoundChoice(
            interview_id=one.id,
            title=round_title(one, applications.get(one.application_id)),
            day=near_day_words(one.held_on, today=now.date()),
            is_ahead=one.id in known,
        )
        for one in (*ahead[:ROUNDS_AT_MOST], *past[:ROUNDS_AT_MOST])
        if one.id != shown.id
    )
