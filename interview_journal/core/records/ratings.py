"""Scores, the criteria behind them, and guesses frozen before the outcome."""

from typing import ClassVar

from pydantic import Field

from interview_journal.core.choices import ForecastEvent, RatingTarget
from interview_journal.core.fields import (
    REVISION_AT_MOST,
    LineText,
    LongText,
    Moment,
    RecordLink,
)
from interview_journal.core.records.base import Record

__all__ = ["Criterion", "Forecast", "Rating"]


class Criterion(Record):
    """A rating criterion that the person added or changed."""

    table: ClassVar[str] = "criteria"
    noun: ClassVar[str] = "criterion"
    id_prefix: ClassVar[str] = "c"

    name: LineText = Field(min_length=1, title="Name", description="A word or two.")
    anchor_1: LongText = Field(default="", title="1 looks like", description="Plainly observable.")
    anchor_2: LongText = Field(default="", title="2 looks like", description="Plainly observable.")
    anchor_3: LongText = Field(default="", title="3 looks like", description="Plainly observable.")
    anchor_4: LongText = Field(default="", title="4 looks like", description="Plainly observable.")
    anchor_5: LongText = Field(default="", title="5 looks like", description="Plainly observable.")
    weight: float = Field(
        default=1.0,
        ge=0.0,
        le=100.0,
        allow_inf_nan=False,
        title="Weight",
        description="1 for all unless you say otherwise.",
    )
    retired_at: Moment | None = Field(
        default=None, title="Retired at", description="No longer asked for since then."
    )


class Rating(Record):
    """One score of one answer on one criterion at one time."""

    table: ClassVar[str] = "ratings"
    noun: ClassVar[str] = "rating"
    id_prefix: ClassVar[str] = "r"

    answer_id: RecordLink = Field(title="Answer", description="What was rated.")
    answer_revision: int = Field(
        default=1,
        ge=1,
        le=REVISION_AT_MOST,
        title="Answer's revision",
        description="Which version of it was read.",
    )
    target: RatingTarget = Field(
        default="given", title="Rated", description="The answer given, or the better one."
    )
    criterion: LineText = Field(
        default="overall",
        min_length=1,
        title="Criterion",
        description="overall, or the criterion's name.",
    )
    score: int | None = Field(
        default=None,
        ge=1,
        le=5,
        title="Score",
        description="1 to 5; empty when the criterion does not apply.",
    )
    checks: LineText = Field(
        default="", title="Checks", description="The yes/no checks that held, parted by semicolons."
    )
    rated_at: Moment = Field(title="Rated at", description="When.")
    blind: bool = Field(
        default=False, title="Blind", description="Rated without company, date or old score."
    )
    rater: LineText = Field(default="", title="Rater", description="Empty for yourself.")


class Forecast(Record):
    """One guess of one event, frozen when it was made."""

    table: ClassVar[str] = "forecasts"
    noun: ClassVar[str] = "forecast"
    id_prefix: ClassVar[str] = "g"

    interview_id: RecordLink = Field(title="Interview", description="After which round.")
    event: ForecastEvent = Field(
        default="advance", title="Event", description="What the guess is about."
    )
    percent: int = Field(ge=0, le=100, title="Guess (percent)", description="0 never, 100 certain.")
    forecast_at: Moment = Field(title="Guessed at", description="When.")
