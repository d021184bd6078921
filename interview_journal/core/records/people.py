"""People: interviewers and recruiters met, and referees who speak for you."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from interview_journal.core.choices import PersonKind
from interview_journal.core.fields import LineText, LongText, Moment, RecordLink
from interview_journal.core.records.base import Record

__all__ = ["Encounter", "Person", "Reference"]


class Person(Record):
    """An interviewer, recruiter or referee."""

    table: ClassVar[str] = "people"
    noun: ClassVar[str] = "person"
    id_prefix: ClassVar[str] = "n"

    kind: PersonKind = Field(default="interviewer", title="Who", description="Their part in it.")
    application_id: RecordLink = Field(
        default="", title="Application", description="Empty for a referee."
    )
    name: LineText = Field(min_length=1, title="Name", description="As they would write it.")
    title: LineText = Field(default="", title="Job title", description="What they do there.")
    email: LineText = Field(default="", title="E-mail", description="Needed for a thank-you note.")
    phone: LineText = Field(default="", title="Phone", description="As they gave it.")
    linkedin: LineText = Field(default="", title="LinkedIn", description="Link to their page.")
    relation: LineText = Field(
        default="", title="How you know them", description="For a referee: former manager, tutor."
    )
    notes: LongText = Field(default="", title="Notes", description="Anything else.")


class Encounter(Record):
    """One person met in one round, and what was promised."""

    table: ClassVar[str] = "encounters"
    noun: ClassVar[str] = "encounter"
    id_prefix: ClassVar[str] = "m"

    interview_id: RecordLink = Field(title="Interview", description="The round.")
    person_id: RecordLink = Field(title="Person", description="Who was there.")
    topics: LongText = Field(
        default="",
        title="What you talked about",
        description="What this person cared about; it makes the thank-you note personal.",
    )
    i_promised: LongText = Field(
        default="", title="I promised", description="A link, a document, an answer."
    )
    i_promised_by: date | None = Field(
        default=None, title="I promised it by", description="The day you named."
    )
    they_promised: LongText = Field(
        default="", title="They promised", description="A call, a decision, a document."
    )
    they_promised_by: date | None = Field(
        default=None, title="They promised it by", description="The day they named."
    )


class Reference(Record):
    """One referee for one application."""

    table: ClassVar[str] = "references"
    noun: ClassVar[str] = "reference"
    id_prefix: ClassVar[str] = "f"

    application_id: RecordLink = Field(title="Application", description="Who may call them.")
    person_id: RecordLink = Field(title="Referee", description="Who speaks for you.")
    consented_at: Moment | None = Field(
        default=None, title="Agreed at", description="When they agreed to be asked."
    )
    scope: LongText = Field(
        default="", title="Agreed to", description="What they agreed to speak about."
    )
    checked_at: Moment | None = Field(
        default=None, title="Called at", description="When the company asked them."
    )
