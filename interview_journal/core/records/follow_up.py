"""What the person did and decided: follow-ups, verdicts on findings, preferences."""

from typing import ClassVar

from pydantic import Field

from interview_journal.core.choices import ActionStatus, Channel, VerdictWord
from interview_journal.core.fields import (
    REVISION_AT_MOST,
    LineText,
    LongText,
    Moment,
    RecordLink,
)
from interview_journal.core.records.base import Record

__all__ = ["Action", "Setting", "Verdict"]


class Action(Record):
    """One follow-up done, skipped, snoozed or moved."""

    table: ClassVar[str] = "actions"
    noun: ClassVar[str] = "action"
    id_prefix: ClassVar[str] = "t"

    key: LineText = Field(min_length=1, title="Key", description="Which due action it settles.")
    kind: LineText = Field(default="", title="Kind", description="Thank-you note, asking for news.")
    application_id: RecordLink = Field(default="", title="Application", description="About which.")
    interview_id: RecordLink = Field(
        default="", title="Interview", description="After which round."
    )
    person_id: RecordLink = Field(default="", title="Person", description="To whom.")
    step: LineText = Field(default="", title="Step", description="Which of several.")
    status: ActionStatus = Field(default="open", title="Status", description="What became of it.")
    reason: LongText = Field(default="", title="Reason", description="Why it was skipped or moved.")
    due_at: Moment | None = Field(default=None, title="Due at", description="When it is due.")
    done_at: Moment | None = Field(default=None, title="Done at", description="When it was done.")
    snoozed_until: Moment | None = Field(
        default=None, title="Later, from", description="When it may come back."
    )
    channel: Channel | None = Field(default=None, title="Channel", description="How it went out.")
    text: LongText = Field(default="", title="Text", description="The words, as sent.")


class Verdict(Record):
    """The person's word on one consistency finding."""

    table: ClassVar[str] = "verdicts"
    noun: ClassVar[str] = "verdict"
    id_prefix: ClassVar[str] = "v"

    key: LineText = Field(min_length=1, title="Key", description="Which finding it answers.")
    answer_a: RecordLink = Field(default="", title="One answer", description="Where it stands.")
    revision_a: int = Field(
        default=1,
        ge=1,
        le=REVISION_AT_MOST,
        title="Its revision",
        description="As it was read.",
    )
    quote_a: LongText = Field(default="", title="Its words", description="The sentence.")
    answer_b: RecordLink = Field(default="", title="Other answer", description="Where it stands.")
    revision_b: int = Field(
        default=1,
        ge=1,
        le=REVISION_AT_MOST,
        title="Its revision",
        description="As it was read.",
    )
    quote_b: LongText = Field(default="", title="Its words", description="The sentence.")
    verdict: VerdictWord = Field(title="Your word", description="What you make of it.")
    what_i_will_say: LongText = Field(
        default="", title="What I will say", description="From now on."
    )
    decided_at: Moment | None = Field(default=None, title="Decided at", description="When.")


class Setting(Record):
    """One preference."""

    table: ClassVar[str] = "settings"
    noun: ClassVar[str] = "setting"
    id_prefix: ClassVar[str] = "s"

    name: LineText = Field(min_length=1, title="Name", description="Which preference.")
    value: LongText = Field(default="", title="Value", description="What it is set to.")
