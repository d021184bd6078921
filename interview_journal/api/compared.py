"""What a journal's answers give when they are compared, kept between two looks and two openings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.analysis.consistency_facts import ComparedAnswers, ConsistencyFacts
from interview_journal.analysis.found_topics import (
    NOTHING_FOUND,
    FoundTopics,
    find_topics,
    kept_topics,
    stored_topics,
)
from interview_journal.analysis.kept_facts import (
    answer_digests,
    facts_digest,
    kept_facts,
    kept_facts_among,
    rules_digest,
    stored_facts,
)
from interview_journal.analysis.occasions import occasions
from interview_journal.analysis.told_answers import journal_matcher, told_answers
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.reading_ahead import reading_ahead
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

    ``take_kept`` takes up what was compared before; ``work`` does what is left, step by step, so
    that a panel can show how far it is; ``facts`` does all of it at once.
    """

    def __init__(self, view: JournalView) -> None:
        """Take a journal; nothing is read yet."""
        self._view = view
        self._sidecar = _sidecar_of(view)
        self._answers: ComparedAnswers | None = None
        self._records: tuple[object, ...] = ()
        self._catalogue: Catalogue | None = None
        self._given: dict[str, Occasion] = {}
        self._rules = ""
        self._told: Mapping[str, str] = {}
        self._is_due = False
        self._facts = ConsistencyFacts()
        self._topics = NOTHING_FOUND

    @property
    def given(self) -> Mapping[str, Occasion]:
        """The answers the facts were read from, by their ids."""
        return self._given

    @property
    def known(self) -> ConsistencyFacts:
        """The facts as last read."""
        return self._facts

    @property
    def topics(self) -> FoundTopics:
        """The topics that were found before, and still stand."""
        return self._topics

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

    def take_kept(self) -> bool:
        """Take up what was kept; return whether nothing is left to compare.

        Where something is, the facts are by then those of the answers that are as they were.
        """
        view = self._view
        catalogue = journal_catalogue(view)
        tables = (view.answers, view.interviews, view.applications, view.question_links)
        records = (*tables, view.people)
        if self._are_read(records) and catalogue == self._catalogue:
            return not self._is_due
        given = occasions(view)
        answers = answer_digests(view, given)
        rules = rules_digest(view, None if catalogue is None else catalogue.topics)
        if facts_digest(rules, answers) == facts_digest(self._rules, self._told):
            pass
        elif (facts := self._kept(rules, answers, given)) is not None:
            self._facts, self._is_due = facts, False
        else:
            self._facts = self._facts_so_far(rules, answers, given)
            self._is_due = True
        self._rules, self._told, self._given = rules, answers, given
        self._records, self._catalogue = records, catalogue
        return not self._is_due

    def work(self) -> Iterator[int]:
        """Do what is to be done; yield the number of steps done after each.

        Nothing is yielded where nothing changed, or where all of it was kept.
        """
        if self.take_kept():
            return
        view, given = self._view, self._given
        # Whoever looks again meanwhile begins anew, and this goes nowhere.
        begun = self._told
        held = 0 if self._answers is None else self._answers.count
        with reading_ahead(len(given) - held) as read_all:
            matcher = journal_matcher(view, self._catalogue)
            answers = self._answers or ComparedAnswers(matcher)
            self._answers = answers
            yield from answers.take_in(told_answers(view, matcher), matcher, read_all)
        if begun is self._told:
            self._facts, self._is_due = answers.facts(), False
            self._keep(given)

    def _kept(
        self, rules: str, answers: Mapping[str, str], given: Mapping[str, Occasion]
    ) -> ConsistencyFacts | None:
        """Return the facts of exactly these answers, where they were kept."""
        kept = None if self._sidecar is None else self._sidecar.load(facts_digest(rules, answers))
        if not isinstance(kept, dict):
            return None
        self._topics = stored_topics(kept.get("topics"), answers.keys())
        return stored_facts(kept, given)

    def _facts_so_far(
        self, rules: str, answers: Mapping[str, str], given: Mapping[str, Occasion]
    ) -> ConsistencyFacts:
        """Return what is known of the answers that are as they were when others were compared."""
        self._topics = NOTHING_FOUND
        if self._told:
            same = _unchanged(answers, self._told) if rules == self._rules else frozenset()
            return self._facts.among(same)
        kept = None if self._sidecar is None else self._sidecar.read()[1]
        if not isinstance(kept, dict) or kept.get("rules") != rules:
            return ConsistencyFacts()
        told = kept.get("told")
        same = _unchanged(answers, told) if isinstance(told, dict) else frozenset()
        self._topics = stored_topics(kept.get("topics"), same)
        return kept_facts_among(kept, given, same) or ConsistencyFacts()

    def _are_read(self, records: tuple[object, ...]) -> bool:
        """Return whether these very tables are what the facts were read from."""
        return bool(self._records) and all(map(_is, records, self._records))

    def _keep(self, given: Mapping[str, Occasion]) -> None:
        if self._sidecar is not None:
            plain = kept_facts(self._facts, given)
            if plain is not None:
                digest = facts_digest(self._rules, self._told)
                known: dict[str, object] = {"rules": self._rules, "told": self._told}
                if self._catalogue is None:
                    # The names of topics of one's own are words of the person's.
                    known["topics"] = kept_topics(find_topics(self._view))
                self._sidecar.keep(digest, plain | known)


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


def _unchanged(now: Mapping[str, str], before: Mapping[str, str]) -> frozenset[str]:
    """Return the answers that have the name they had."""
    return frozenset(one for one, name in now.items() if before.get(one) == name)
