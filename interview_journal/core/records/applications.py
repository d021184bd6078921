"""A job applied for."""

from typing import ClassVar

from pydantic import Field

from interview_journal.core.choices import ApplicationStatus
from interview_journal.core.fields import LineText, LongText, Moment
from interview_journal.core.records.base import Record

__all__ = ["Application"]


class Application(Record):
    """A job applied for; its rounds are interviews."""

    table: ClassVar[str] = "applications"
    noun: ClassVar[str] = "application"
    id_prefix: ClassVar[str] = "p"

    company: LineText = Field(
        min_length=1, title="Company", description="The employer, as you call it."
    )
    role: LineText = Field(default="", title="Role", description="The job's title.")
    requirements: LongText = Field(
        default="",
        title="What the job needs",
        description="The requirements as the posting or the interviewer put them, one a line.",
    )
    posting_url: LineText = Field(
        default="", title="Link to the posting", description="Where the job was advertised."
    )
    creative_role: bool = Field(
        default=False,
        title="A creative role",
        description="Whether a designed card suits this employer better than a letter.",
    )
    why_role: LongText = Field(
        default="", title="Why this role?", description="In your own words, two lines are enough."
    )
    why_company: LongText = Field(
        default="", title="Why this company?", description="What draws you to them in particular."
    )
    can_contribute: LongText = Field(
        default="", title="What can I contribute?", description="What you would bring to them."
    )
    status: ApplicationStatus = Field(
        default="open", title="Where it stands", description="How the application stands now."
    )
    status_at: Moment | None = Field(
        default=None, title="Since", description="When it came to stand so."
    )
    notes: LongText = Field(default="", title="Notes", description="Anything else.")
