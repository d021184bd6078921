"""What preparing for a round gives: plain texts that a page, a panel or a terminal can show.

Every text stems from the journal or is one of our own sentences; nothing is stored.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "Briefing",
    "BriefingHead",
    "BriefingPerson",
    "Difference",
    "DueRehearsal",
    "Forecasted",
    "LikelyQuestion",
    "Promise",
    "RehearsalPick",
    "RequirementLine",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalPick:
    """One answer to rehearse.

    Attributes:
        answer_id: Which answer.
        topic: What it is about, in plain words.
        question: As it was asked.
        better: The better wording; empty where none is written yet.
        given: What was said.
        why: Why this one, in one sentence.
        points: What must not differ from what was said in earlier rounds.
        is_swapped_in: Whether the person chose it.
    """

    answer_id: str
    topic: str
    question: str
    better: str
    given: str
    why: str
    points: tuple[str, ...] = ()
    is_swapped_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyQuestion:
    """One topic that may come.

    Attributes:
        topic: The topic's stored name, or the question in plain words where it has none.
        label: Plain words for the screen.
        score: How likely, 0 to 1; for ranking, no promise.
        why: Where the guess comes from, in one sentence.
        best_answer_id: The best earlier answer; empty for "nothing yet".
    """

    topic: str
    label: str
    score: float
    why: str
    best_answer_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecasted:
    """What would have been predicted before a round, beside what was asked.

    Attributes:
        interview_id: The round.
        predicted: Topics, the likeliest first; from what was known before that day only.
        asked: Topics asked, each once, in order.
        recall: Share of the asked that were predicted, 0 to 1.
        precision: Share of the predicted that came, 0 to 1.
    """

    interview_id: str
    predicted: tuple[str, ...]
    asked: tuple[str, ...]
    recall: float
    precision: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRehearsal:
    """One answer whose rehearsal is due.

    Attributes:
        answer_id: Which answer.
        due_on: The day it fell due, in the person's zone; never after today.
        why: Why today, in one sentence.
        interview_id: The round it prepares for.
    """

    answer_id: str
    due_on: date
    why: str
    interview_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingHead:
    """Which round, when and where.

    Attributes:
        company: The company.
        role: The job; empty where it is not known.
        round: The round's number.
        kind: "panel interview"; empty where it is not known.
        when: Day and, where known, clock time in the round's own zone.
        how_long: "45 minutes"; empty where it is not known.
        days_left: Days until the round; 0 on its day, below 0 after it.
        left_words: "tomorrow", "in 3 days".
        place: Address, room or link, on one line; empty where it is not known.
    """

    company: str
    role: str
    round: int
    kind: str
    when: str
    how_long: str
    days_left: int
    left_words: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingPerson:
    """One person of the company.

    Attributes:
        name: Their name.
        title: Their job title.
        is_expected: Whether they are entered for this round.
        met: In which rounds they were met: "round 1, 3 June"; empty for nobody met yet.
        known: What is known of them: what they care about, notes.
        heard: What they have heard from you: one short line a topic.
    """

    name: str
    title: str
    is_expected: bool
    met: str
    known: str
    heard: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementLine:
    """One requirement beside the answer that supports it.

    Attributes:
        requirement: As it stands in the journal.
        answer_id: The supporting answer; empty where there is none.
        quote: Its sentence; "nothing yet" where there is none.
    """

    requirement: str
    answer_id: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two sentences that differ, and the person's word on them.

    Attributes:
        reason: What differs.
        first: The earlier sentence.
        second: The later sentence.
        verdict: The person's word as shown; empty where they have not said.
        what_i_will_say: Their words for the next round; empty likewise.
        key: The finding's key.
    """

    reason: str
    first: str
    second: str
    verdict: str
    what_i_will_say: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something promised.

    Attributes:
        is_mine: Whether the person promised it; else the company did.
        who: The other's name.
        what: The promise.
        by: "by Friday 12 June"; empty where no day was named.
        is_overdue: Whether they promised it for a day before the round: a fair question there.
    """

    is_mine: bool
    who: str
    what: str
    by: str
    is_overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Everything for the morning before a round.

    Attributes:
        interview_id: The round.
        head: Which round, when and how.
        people: Those expected first, then whoever was met last.
        requirements: What the job needs beside what you said.
        differs: What differs between rounds, the person's own word first.
        rehearse: Three answers at most.
        unsaid: What was not said last time.
        plans: The if-then plans, the newest first.
        strengths: What to lean on.
        questions_to_ask: What to ask them.
        promised: On both sides.
        likely: Topics that may come, the likeliest first.
        gaps: What is not known.
    """

    interview_id: str
    head: BriefingHead
    people: tuple[BriefingPerson, ...] = ()
    requirements: tuple[RequirementLine, ...] = ()
    differs: tuple[Difference, ...] = ()
    rehearse: tuple[RehearsalPick, ...] = ()
    unsaid: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    questions_to_ask: tuple[str, ...] = ()
    promised: tuple[Promise, ...] = ()
    likely: tuple[LikelyQuestion, ...] = ()
    gaps: tuple[str, ...] = field(default=())
