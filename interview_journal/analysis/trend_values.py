"""What the analysis of trends hands out: frozen values, ready to be shown.

Each value carries its own plain sentence, and the same in words without any number, so that a
screen or a script never has to phrase a statistic by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from interview_journal.analysis.filters import Filters

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "MIN_INTERVIEWS",
    "AskedOnce",
    "Choice",
    "Choices",
    "Figure",
    "Strength",
    "ThenAndNow",
    "Trend",
    "TrendVerdict",
    "TrendsPage",
]

TrendVerdict = Literal["improving", "declining", "no clear change", "not enough yet"]

MIN_INTERVIEWS = 5
"""No trend is claimed below: even a perfect rise over four comes by luck once in twelve times."""


@dataclass(frozen=True, slots=True)
class Trend:
    """One look at how scores move from interview to interview.

    Attributes:
        verdict: What may be claimed.
        slope_per_interview: Points (1 to 5) an interview; NaN below two interviews.
        low: Lower end of its 95 % interval; NaN below five interviews.
        high: Upper end, likewise.
        p_value: How often luck alone moves as far, either way; NaN below five interviews.
        interview_count: Interviews with a score.
        answer_count: Answers with a score.
        slope_per_month: Points a month of 30.44 days; None unless asked for by date.
        sentence: What it shows, what it does not, what to do next.
        words: The same without any number.
        reason: Why the verdict is not plainer; empty where it is plain.
        how: The statistics' names and numbers.
    """

    verdict: TrendVerdict
    slope_per_interview: float
    low: float
    high: float
    p_value: float
    interview_count: int
    answer_count: int
    sentence: str
    words: str
    reason: str = ""
    how: tuple[str, ...] = ()
    slope_per_month: float | None = None


@dataclass(frozen=True)
class Figure:
    """One picture of the page, as data.

    Attributes:
        key: "score", "criteria", "forecasts", "stages" or "repair".
        title: A few words.
        frame: The rows to draw.
        sentence: What it shows, what it does not, what to do next; also the alt text.
        words: The same without any number.
        is_ready: False while there is not enough to claim anything.
        how: The statistics' names and numbers, for those who ask.
        code: A line of Python that gives the frame.
        meta: The few scalars that a chart must draw.
    """

    key: str
    title: str
    frame: pd.DataFrame
    sentence: str
    words: str
    is_ready: bool
    how: tuple[str, ...]
    code: str
    meta: Mapping[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Strength:
    """Something that went well.

    Attributes:
        title: A few words: "Your best answer".
        text: What it was.
        words: The same without any score.
    """

    title: str
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """One question and its answer, with the place it was asked in.

    Attributes:
        question: As it was asked.
        answer: As it was given.
        company: The employer; empty where unknown.
        round: 1 for the first talk.
        held_on: The day.
        score: 1 to 5 under the criterion looked at; None where not rated.
    """

    question: str
    answer: str
    company: str
    round: int
    held_on: date
    score: int | None


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """One question that was asked in two rounds.

    Attributes:
        topic: The slug they share; empty where only the words agree.
        label: What it is about, in plain words.
        then: The first time.
        now: The latest time.
    """

    topic: str
    label: str
    then: AskedOnce
    now: AskedOnce


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a filter list.

    Attributes:
        value: What the filter takes.
        label: What the screen says.
    """

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filter lists offer, in the order to show it; "everything" is not among it."""

    companies: tuple[Choice, ...] = ()
    kinds: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    criteria: tuple[Choice, ...] = ()
    response_types: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class TrendsPage:
    """Everything that one page of trends shows.

    Attributes:
        filters: What was asked for.
        interview_count: Interviews with a score under these filters.
        answer_count: Answers with a score under these filters.
        look_count: Trends looked at, all corrected together.
        trend: The look at the criterion asked for, as corrected.
        strengths: What went well; first on the page.
        then_and_now: The same question in two rounds.
        figures: In page order.
        choices: What the filter lists offer.
    """

    filters: Filters
    interview_count: int
    answer_count: int
    look_count: int
    trend: Trend
    strengths: tuple[Strength, ...]
    then_and_now: tuple[ThenAndNow, ...]
    figures: tuple[Figure, ...]
    choices: Choices
