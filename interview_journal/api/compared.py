"""What a journal's answers give when they are compared, kept between two looks and two openings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.analysis.consistency_facts import ComparedAnswers, ConsistencyFacts
from interview_journal.analysis.kept_facts import facts_digest, kept_facts, stored_facts
from interview_journal.analysis.occasions import occasions
from interview_journal.analysis.told_answers import journal_matcher, told_answers
from interview_journal.api.opening import sample_path
from interview_journal.api.reading_ahead import read_ahead
from interview_journal.core.collecting import collection_paused
from interview_journal.core.topics import load_catalogue
from interview_journal.errors import JournalFolderError
from interview_journal.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from interview_journal.analysis.occasions import Occasion
    from interview_journal.core.topics import Catalogue
    from interview_journal.core.view import JournalView
    from interview_journal.store.sidecar import Sidecar

__all__ = ["ComparedJournal", "journal_catalogue"]


def journal_catalogue(view: JournalView) -> Catalogue | None:
    """Return the catalogue widened by the person's own questions; None where there are none."""
    own = view.own_questions if isinstance(view, Journal) else None
    return load_catalogue().extended_by(own) if own is not None and own.topics else None


class ComparedJournal:
    """One journal and what comparing its answers gave.

    ``work`` does what is to be done, step by step, so that a panel can show how far it is;
    ``facts`` does all of it at once.
    """

    def __init__(self, view: JournalView) -> None:
        """Take a journal; nothing is read yet."""
        self._view = view
        self._sidecar = _sidecar_of(view)
        self._answers: ComparedAnswers | None = None
        self._records: tuple[object, ...] = ()
        self._catalogue: Catalogue | None = None
        self._given: dict[str, Occasion] = {}
        self._digest = ""
        self._facts = ConsistencyFacts()

    @property
    def given(self) -> Mapping[str, Occasion]:
        """The answers the facts were read from, by their ids."""
        return self._given

    @property
    def known(self) -> ConsistencyFacts:
        """The facts as last read."""
        return self._facts

    @property
    def step_count(self) -> int:
        """How many steps ``work`` takes, where everything is to be done."""
        return 2 * len(self._given)

    def facts(self) -> ConsistencyFacts:
        """Return what comparing the journal's answers as they are now gives."""
        with collection_paused():
            for _ in self.work():
                pass
        return self._facts

    def work(self) -> Iterator[int]:
        """Do what is to be done; yield the number of steps done after each.

        Nothing is yielded where nothing changed, or where all of it was kept.
        """
        view = self._view
        catalogue = journal_catalogue(view)
        tables = (view.answers, view.interviews, view.applications, view.question_links)
        records = (*tables, view.people)
        if self._are_read(records) and catalogue == self._catalogue:
            return
        given = occasions(view)
        digest = facts_digest(view, given, None if catalogue is None else catalogue.topics)
        if digest != self._digest:
            kept = None if self._sidecar is None else self._sidecar.load(digest)
            facts = None if kept is None else stored_facts(kept, given)
            if facts is None:
                self._given, self._digest = given, ""
                matcher = journal_matcher(view, catalogue)
                answers = self._answers or ComparedAnswers(matcher)
                self._answers = answers
                yield from answers.take_in(told_answers(view, matcher), matcher, read_ahead)
                facts = answers.facts()
                self._keep(digest, facts, given)
            self._facts, self._digest = facts, digest
        self._given, self._records, self._catalogue = given, records, catalogue

    def _are_read(self, records: tuple[object, ...]) -> bool:
        """Return whether these very tables are what the facts were read from."""
        return bool(self._records) and all(map(_is, records, self._records))

    def _keep(self, digest: str, facts: ConsistencyFacts, given: Mapping[str, Occasion]) -> None:
        if self._sidecar is not None:
            plain = kept_facts(facts, given)
            if plain is not None:
                self._sidecar.keep(digest, plain)


def _sidecar_of(view: JournalView) -> Sidecar | None:
    """Return where facts are kept; nothing is ever written into the sample."""
    if not isinstance(view, Journal):
        return None
    try:
        is_sample = view.path.resolve() == sample_path().resolve()
    except JournalFolderError:
        is_sample = False
    return None if is_sample else view.compared


def _is(one: object, other: object) -> bool:
    return one is other
