"""One round of an application, past or coming."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from interview_journal.core.choices import Channel, Outcome, Source
from interview_journal.core.fields import (
    AddedLater,
    LineText,
    LongText,
    Moment,
    RecordLink,
    ZoneName,
)
from interview_journal.core.labels import ACCOUNT_LABEL
from interview_journal.core.records.base import Record

__all__ = ["Interview"]


class Interview(Record):
    """One round, past or coming, with what is known of the process after it."""

    table: ClassVar[str] = "interviews"
    noun: ClassVar[str] = "interview"
    id_prefix: ClassVar[str] = "i"

    application_id: RecordLink = Field(
        title="Application", description="The application this round belongs to."
    )
    round: int = Field(
        default=1, ge=1, le=99, title="Round", description="1 for the first talk with them."
    )
    kind: LineText = Field(
        default="", title="Kind", description="Phone screen, panel interview, trial day, ..."
    )
    held_on: date = Field(title="Date", description="The day of the interview.")
    started_at: Moment | None = Field(
        default=None, title="Started at", description="When it began, with the offset from UTC."
    )
    time_zone: ZoneName = Field(
        default="", title="Time zone", description="IANA name of the zone it was held in."
    )
    duration_minutes: int | None = Field(
        default=None, ge=1, le=1440, title="Minutes", description="How long it took."
    )
    source: Source = Field(
        default="memory", title="Written from", description="How the record was made."
    )
    captured_at: Moment | None = Field(
        default=None, title="Written down at", description="When it was first written down."
    )
    account: LongText = Field(
        default="",
        title=ACCOUNT_LABEL,
        description="The meeting in your own words, in any order.",
    )
    answer_in_days_min: int | None = Field(
        default=None,
        ge=0,
        le=730,
        title="Answer in at least (days)",
        description="The shorter end of what they said, counted in days from the interview.",
    )
    answer_in_days_max: int | None = Field(
        default=None,
        ge=0,
        le=730,
        title="Answer in at most (days)",
        description="The longer end of what they said, counted in days from the interview.",
    )
    answer_by: date | None = Field(
        default=None, title="Answer by", description="The day they named, when they named one."
    )
    tells_if_unsuccessful: bool | None = Field(
        default=None,
        title="Do they tell you if it is a no?",
        description="Yes when everyone hears; no when only the successful do.",
    )
    further_rounds: bool | None = Field(
        default=None, title="Further rounds?", description="Whether more talks follow this one."
    )
    contact_channel: Channel | None = Field(
        default=None, title="How they will answer", description="The channel they named."
    )
    checks_references: bool | None = Field(
        default=None,
        title="Will they ask your referees?",
        description="Whether they said they check references.",
    )
    went_well: LongText = Field(default="", title="What went well?", description="Start here.")
    to_improve: LongText = Field(
        default="", title="What would you say differently?", description="One or two things."
    )
    unsaid: LongText = Field(
        default="",
        title="What did you not get to say?",
        description="It can go into the thank-you note, or into the next round.",
    )
    if_then_plan: LongText = Field(
        default="",
        title="Next time",
        description="If they ask X, I start with Y.",
    )
    outcome: Outcome | None = Field(
        default=None, title="Outcome", description="How this round ended, once you know."
    )
    outcome_known_at: Moment | None = Field(
        default=None, title="Known since", description="When you heard."
    )
    place: Annotated[LineText, AddedLater()] = Field(
        default="", title="Where?", description="Address, room or link to the call."
    )
