"""What the trends panel shows, computed from one page of trends and a few facts.

The panel copies this to the screen. With scores hidden every word of it is without a score.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from interview_journal.analysis.trend_values import MIN_INTERVIEWS
from interview_journal.core.day_words import day_words
from interview_journal.core.rounds import is_written, written_ids
from interview_journal.core.rubric import OVERALL
from interview_journal.widgets.notebooks import NotebookLink, link_to, links_from
from interview_journal.widgets.trends_filters import filter_words

if TYPE_CHECKING:
    from interview_journal.analysis.trend_values import (
        AskedOnce,
        Choices,
        Figure,
        ThenAndNow,
        TrendsPage,
    )
    from interview_journal.core.view import JournalView

__all__ = [
    "JournalFacts",
    "PairLine",
    "SideLine",
    "Stage",
    "TrendsState",
    "journal_facts",
    "trends_state",
]

TRENDS: Final = "4_trends.ipynb"
RECORD: Final = "1_record.ipynb"
RATE: Final = "2_rate.ipynb"
PAIRS_AT_MOST: Final = 2
ANSWER_AT_MOST: Final = 240
QUESTION_AT_MOST: Final = 200
THEN_SCORE: Final = (
    "Then say how each answer went, from 1 to 5. From two interviews on you see the same question "
    "then and now; after five, whether your answers change."
)
FROM_TWO_ON: Final = (
    "From two on you see the same question then and now; after five we can look for a trend."
)
UNTIL_FIVE: Final = (
    "Until then: write each interview down the same evening, and score it before you hear back."
)
BETTER_ANSWER: Final = (
    "A better answer that is rehearsed is what changes the next interview. "
    "Below: what went well, then what changed."
)

Stage: TypeAlias = Literal["empty", "unrated", "nothing fits", "one", "few", "many"]


@dataclass(frozen=True, slots=True)
class JournalFacts:
    """What a page of trends does not tell of its journal.

    Attributes:
        written_count: Interviews that are written down.
        unrated_count: Answers without an overall score of one's own.
    """

    written_count: int
    unrated_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SideLine:
    """One of two times a question was asked.

    Attributes:
        title: Then or now, with company, round and day.
        question: As asked, cut where it is very long.
        answer: As given, likewise.
        whole: The whole answer where it was cut; "" where it was not.
        score: The score in words; "" where there is none or scores are hidden.
    """

    title: str
    question: str
    answer: str
    whole: str
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PairLine:
    """The same question, then and now."""

    heading: str
    then: SideLine
    now: SideLine


@dataclass(frozen=True, kw_only=True)
class TrendsState:
    """Everything on the panel.

    Attributes:
        stage: How much there is to see.
        lead: What to do now; the first sentence is the one to read.
        next_link: Where it is done.
        basis: What all of it rests on.
        narrowed: The filters in words; "" without any.
        choices: What the filter lists offer.
        strengths: Titles and words.
        pairs: The same question, then and now.
        figures: In page order; none while there is nothing to draw.
        looks: How many trends are looked at, and what follows.
        hides_scores: Whether words stand in the place of scores.
        is_sample: Whether this is the example.
        links: The other notebooks.
    """

    stage: Stage
    lead: tuple[str, ...]
    next_link: NotebookLink
    basis: str
    narrowed: str
    choices: Choices
    strengths: tuple[tuple[str, str], ...]
    pairs: tuple[PairLine, ...]
    figures: tuple[Figure, ...]
    looks: str
    hides_scores: bool
    is_sample: bool
    links: tuple[NotebookLink, ...]


def journal_facts(view: JournalView) -> JournalFacts:
    """Return the counts of what is written down and of what has no score yet."""
    answers = view.answers
    with_answers = written_ids(answers)
    rated = {
        one.answer_id
        for one in view.ratings
        if one.criterion == OVERALL and one.target == "given" and not one.rater
    }
    return JournalFacts(
        written_count=sum(is_written(one, with_answers) for one in view.interviews),
        unrated_count=sum(one.id not in rated for one in answers),
    )


def trends_state(
    page: TrendsPage,
    facts: JournalFacts,
    *,
    today: date,
    hides_scores: bool = False,
    is_sample: bool = False,
) -> TrendsState:
    """Return what the panel shows.

    Args:
        page: The trends under the filters chosen.
        facts: Of the whole journal.
        today: Days of this year are named without it.
        hides_scores: Whether to show words only.
        is_sample: True for the example.
    """
    narrowed = filter_words(page.filters, page.choices, today=today)
    stage = _stage(page, facts, is_narrowed=bool(narrowed))
    is_shown = stage in ("one", "few", "many")
    lead, file = _lead(stage, facts)
    return TrendsState(
        stage=stage,
        lead=lead,
        next_link=link_to(file),
        basis=_basis(page) if is_shown else "",
        narrowed=narrowed,
        choices=page.choices,
        strengths=tuple(
            (one.title, one.words if hides_scores else one.text) for one in page.strengths
        ),
        pairs=tuple(
            _pair(one, today, hides_scores=hides_scores)
            for one in page.then_and_now[:PAIRS_AT_MOST]
        ),
        figures=page.figures if is_shown else (),
        looks=_looks(page.look_count) if stage == "many" else "",
        hides_scores=hides_scores,
        is_sample=is_sample,
        links=links_from(TRENDS),
    )


def _stage(page: TrendsPage, facts: JournalFacts, *, is_narrowed: bool) -> Stage:
    if facts.written_count == 0:
        return "empty"
    if page.interview_count == 0:
        return "nothing fits" if is_narrowed else "unrated"
    if page.interview_count == 1:
        return "one"
    return "few" if page.interview_count < MIN_INTERVIEWS else "many"


def _lead(stage: Stage, facts: JournalFacts) -> tuple[tuple[str, ...], str]:
    """Return what to do now, and in which notebook."""
    if stage == "empty":
        return (
            "Write down your first interview.",
            THEN_SCORE,
        ), RECORD
    if stage == "nothing fits":
        return ("No score fits what you chose.", "Clear the filters, or choose less."), RATE
    if facts.unrated_count:
        return (_unrated(facts.unrated_count), _AFTER_RATING[stage]), RATE
    return _WHEN_RATED[stage]


_AFTER_RATING: Final[dict[Stage, str]] = {
    "unrated": "Then this page can begin. One tap an answer is enough.",
    "one": "With scores of two interviews you will see what changed between them.",
    "few": "Too early for a trend. After five interviews we can look.",
    "many": "The rest of this page is only as good as the scores under it.",
}
_WHEN_RATED: Final[dict[Stage, tuple[tuple[str, ...], str]]] = {
    "unrated": (
        (
            "Write down the questions you were asked, and how each answer went.",
            "This page begins with the first score.",
        ),
        RECORD,
    ),
    "one": (
        (
            "One interview has scores. Write down the next one as well.",
            FROM_TWO_ON,
        ),
        RECORD,
    ),
    "few": (
        (
            "Too early for a trend. After five interviews we can look.",
            UNTIL_FIVE,
        ),
        RECORD,
    ),
    "many": (
        (
            "Take the answer you like least and write a better one.",
            BETTER_ANSWER,
        ),
        RATE,
    ),
}


def _unrated(count: int) -> str:
    if count == 1:
        return "One answer has no score yet. Give it one while you remember."
    return f"{count:,} answers have no score yet. Give them one while you remember."


def _basis(page: TrendsPage) -> str:
    interviews = f"{page.interview_count:,} interview{'' if page.interview_count == 1 else 's'}"
    answers = f"{page.answer_count:,} answer{'' if page.answer_count == 1 else 's'}"
    return f"All of it rests on {answers} with a score, in {interviews}."


def _looks(count: int) -> str:
    if count < 1:
        return ""
    if count == 1:
        return "This page looks at one trend."
    return (
        f"This page looks at {count} trends at once. Whoever looks often enough finds something "
        "by luck alone; what is said above allows for that."
    )


def _pair(one: ThenAndNow, today: date, *, hides_scores: bool) -> PairLine:
    return PairLine(
        heading=one.label or _cut(one.now.question, QUESTION_AT_MOST),
        then=_side("Then", one.then, today, hides_scores=hides_scores),
        now=_side("Now", one.now, today, hides_scores=hides_scores),
    )


def _side(when: str, asked: AskedOnce, today: date, *, hides_scores: bool) -> SideLine:
    place = f"{asked.company or 'An interview'}, round {asked.round}"
    shows = asked.score is not None and not hides_scores
    return SideLine(
        title=f"{when}: {place}, {day_words(asked.held_on, today=today)}",
        question=_cut(asked.question, QUESTION_AT_MOST),
        answer=_cut(asked.answer, ANSWER_AT_MOST) or "(no answer written down)",
        whole=asked.answer if len(asked.answer) > ANSWER_AT_MOST else "",
        score=f"Your score: {asked.score} of 5" if shows else "",
    )


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
