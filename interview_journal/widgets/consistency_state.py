"""What the consistency panel shows: which part is in front, and what there is to do first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from interview_journal.analysis.heard_before import company_rounds
from interview_journal.analysis.ledger import ledger_entries
from interview_journal.core.day_words import near_day_words
from interview_journal.widgets.consistency_about import about_blocks
from interview_journal.widgets.consistency_before import before_blocks
from interview_journal.widgets.consistency_blocks import progress, texts
from interview_journal.widgets.consistency_desk import Said
from interview_journal.widgets.consistency_findings import finding_blocks, open_count
from interview_journal.widgets.consistency_ledger import LedgerFilters, ledger_blocks
from interview_journal.widgets.consistency_questions import question_blocks
from interview_journal.widgets.notebooks import NotebookLink, link_to, links_from
from interview_journal.widgets.sheet import press

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.analysis.consistency_facts import ConsistencyFacts
    from interview_journal.analysis.occasions import Occasion
    from interview_journal.core.view import JournalView
    from interview_journal.widgets.consistency_blocks import Block

__all__ = ["ConsistencyPlace", "ConsistencyState", "Reading", "Stage", "consistency_state"]

CONSISTENCY: Final = "3_consistency.ipynb"
RECORD: Final = "1_record.ipynb"
QUESTIONS_FIRST: Final = 20
BEGIN: Final = "Write down your first interview."
SAY_MORE: Final = "Write down what they asked and what you said."
WHAT_FOR: Final = (
    "Interviewers compare notes. From the second round on this page puts what you said then "
    "beside what you say now, and shows where the two do not go together."
)
BOTH_RIGHT: Final = "Both may be right each time. You decide; nobody else sees this."

Stage: TypeAlias = Literal["empty", "one", "reading", "stopped", "ready"]
Tab: TypeAlias = Literal["findings", "questions", "ledger", "before", "about"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the comparison is.

    Attributes:
        done: Steps done.
        total: Steps in all; 0 when nothing is being read.
        is_stopped: Whether the person stopped it.
    """

    done: int = 0
    total: int = 0
    is_stopped: bool = False


@dataclass(frozen=True, slots=True)
class ConsistencyPlace:
    """Where the person is on the page.

    Attributes:
        tab: The part in front.
        folds: Keys of what is unfolded.
        ledger: What of the ledger is shown.
        company: Whose rounds are shown before a round; "" for the next one.
        questions: How many questions are listed.
    """

    tab: Tab = "findings"
    folds: frozenset[str] = frozenset()
    ledger: LedgerFilters = field(default_factory=LedgerFilters)
    company: str = ""
    questions: int = QUESTIONS_FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsistencyState:
    """Everything on the panel.

    Attributes:
        stage: How much there is to see.
        lead: What to do now; the first sentence is the one to read.
        next_link: Where it is done; None where it is done here.
        tabs: The parts, each with key and label.
        tab: The part in front.
        blocks: What it shows.
        is_sample: The records are an example and not the person's own.
        links: The other notebooks.
    """

    stage: Stage
    lead: tuple[str, ...]
    next_link: NotebookLink | None
    tabs: tuple[Block, ...]
    tab: Tab
    blocks: tuple[Block, ...]
    is_sample: bool
    links: tuple[NotebookLink, ...]


def consistency_state(
    view: JournalView,
    facts: ConsistencyFacts,
    given: Mapping[str, Occasion],
    *,
    place: ConsistencyPlace,
    today: date,
    said: Said | None = None,
    reading: Reading | None = None,
    is_sample: bool = False,
) -> ConsistencyState:
    """Return what the panel shows.

    Args:
        view: The records.
        facts: What comparing gave.
        given: The answers the facts were read from.
        place: Where the person is.
        today: The day.
        said: What the person said in this sitting.
        reading: How far the comparison is; None when it is done.
        is_sample: True for the example, which is looked at only.
    """
    rounds = {one.interview_id for one in given.values()}
    stage = _stage(len(rounds), reading)
    said = said or Said()
    count = open_count(facts, view.verdicts)
    shows = stage in ("one", "ready")
    page = _Page(view, facts, given, place, said, today, is_sample=is_sample)
    return ConsistencyState(
        stage=stage,
        lead=_lead(stage, count, view, given, today),
        next_link=link_to(RECORD) if stage in ("empty", "one") else None,
        tabs=_tabs(count) if shows else (),
        tab=place.tab,
        blocks=tuple(page.blocks()) if shows else tuple(_waiting(stage, reading)),
        is_sample=is_sample,
        links=links_from(CONSISTENCY),
    )


def _stage(round_count: int, reading: Reading | None) -> Stage:
    if reading is not None and reading.total:
        return "stopped" if reading.is_stopped else "reading"
    if round_count > 1:
        return "ready"
    return "one" if round_count else "empty"


def _lead(
    stage: Stage, count: int, view: JournalView, given: Mapping[str, Occasion], today: date
) -> tuple[str, ...]:
    if stage == "empty":
        return (SAY_MORE if view.interviews else BEGIN, WHAT_FOR)
    if stage == "one":
        return ("From the second round on, this page compares what you said.", WHAT_FOR)
    if stage == "reading":
        return (
            "Your answers are being compared.",
            "The rest of the journal can be used meanwhile.",
        )
    if stage == "stopped":
        return ("The comparison was stopped.", "Go on whenever you like.")
    coming = next((one for one in company_rounds(view, given, today) if one.next_on), None)
    ahead: tuple[str, ...] = ()
    if coming is not None and coming.next_on is not None:
        day = near_day_words(coming.next_on, today=today)
        company = coming.company or "an interview"
        ahead = (f"Next: {company}, round {coming.next_round}, {day}. See Before a round.",)
    if not count:
        return ("Nothing here waits for you.", *ahead)
    places = "One place" if count == 1 else f"{count} places"
    return (f"{places} to look at.", BOTH_RIGHT, *ahead)


def _tabs(count: int) -> tuple[Block, ...]:
    labels: dict[Tab, str] = {
        "findings": f"Findings ({count})" if count else "Findings",
        "questions": "By question",
        "ledger": "Ledger",
        "before": "Before a round",
        "about": "What this can find",
    }
    return tuple({"key": key, "label": label} for key, label in labels.items())


def _waiting(stage: Stage, reading: Reading | None) -> list[Block]:
    if stage == "reading" and reading is not None:
        percent = 100 * reading.done // reading.total
        label = f"{percent} % of your answers"
        return [progress(reading.done, reading.total, label, [press("stop", "Stop")])]
    if stage == "stopped":
        return [texts("stopped", [], buttons=[press("go on", "Go on", primary=True)])]
    return []


class _Page:
    """The part of the page that is in front."""

    def __init__(
        self,
        view: JournalView,
        facts: ConsistencyFacts,
        given: Mapping[str, Occasion],
        place: ConsistencyPlace,
        said: Said,
        today: date,
        *,
        is_sample: bool,
    ) -> None:
        self._view = view
        self._facts = facts
        self._given = given
        self._place = place
        self._said = said
        self._today = today
        self._is_sample = is_sample

    def blocks(self) -> list[Block]:
        """Return what the part shows."""
        parts = {
            "findings": self._findings,
            "questions": self._questions,
            "ledger": self._ledger,
            "before": self._before,
            "about": about_blocks,
        }
        return parts[self._place.tab]()

    def _findings(self) -> list[Block]:
        return finding_blocks(
            self._facts,
            self._given,
            self._view.verdicts,
            said=self._said,
            folds=self._place.folds,
            today=self._today,
            is_sample=self._is_sample,
        )

    def _questions(self) -> list[Block]:
        return question_blocks(
            self._facts,
            self._given,
            self._view.question_links,
            said=self._said,
            folds=self._place.folds,
            shown=self._place.questions,
            today=self._today,
            is_sample=self._is_sample,
        )

    def _ledger(self) -> list[Block]:
        entries = ledger_entries(self._facts.ledger, self._given)
        return ledger_blocks(entries, self._place.ledger, today=self._today)

    def _before(self) -> list[Block]:
        return before_blocks(
            self._view,
            self._facts,
            self._given,
            company=self._place.company,
            folds=self._place.folds,
            today=self._today,
        )
