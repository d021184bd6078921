"""Questions asked, answers given, and the practice that follows."""

from typing import ClassVar

from pydantic import Field

from interview_journal.core.choices import ResponseType
from interview_journal.core.fields import LineText, LongText, Moment, RecordLink
from interview_journal.core.records.base import Record

__all__ = ["Answer", "QuestionLink", "Rehearsal"]


class Answer(Record):
    """One question asked and the answer given to it."""

    table: ClassVar[str] = "answers"
    noun: ClassVar[str] = "answer"
    id_prefix: ClassVar[str] = "a"

    interview_id: RecordLink = Field(title="Interview", description="The round it was asked in.")
    position: int = Field(
        default=1, ge=1, le=9999, title="Position", description="1 for the first question."
    )
    question: LongText = Field(
        default="", title="What did they ask?", description="As close to their words as you can."
    )
    answer: LongText = Field(
        default="",
        title="What did you say?",
        description="As you said it, not as you wish you had.",
    )
    topic: LineText = Field(
        default="", title="Topic", description="What the question is about; suggested for you."
    )
    asked_by: RecordLink = Field(
        default="", title="Who asked?", description="One of the people you met."
    )
    response_type: ResponseType | None = Field(
        default=None, title="Kind of answer", description="Story, example, opinion, ..."
    )
    better_answer: LongText = Field(
        default="", title="A better answer", description="What you will say next time."
    )
    better_answer_at: Moment | None = Field(
        default=None, title="Better answer since", description="When it was last changed."
    )
    note: LongText = Field(default="", title="Note", description="How they reacted, what you felt.")


class QuestionLink(Record):
    """The person's word on whether two questions are the same."""

    table: ClassVar[str] = "question_links"
    noun: ClassVar[str] = "question link"
    id_prefix: ClassVar[str] = "q"

    question_a: LongText = Field(title="One question", description="The words of the first.")
    question_b: LongText = Field(title="Other question", description="The words of the second.")
    same: bool = Field(title="The same?", description="Whether one answer serves both.")
    decided_at: Moment | None = Field(
        default=None, title="Decided at", description="When you said so."
    )


class Rehearsal(Record):
    """One time an answer was rehearsed."""

    table: ClassVar[str] = "rehearsals"
    noun: ClassVar[str] = "rehearsal"
    id_prefix: ClassVar[str] = "h"

    answer_id: RecordLink = Field(
        default="", title="Answer", description="The answer rehearsed; empty when a topic was."
    )
    topic: LineText = Field(default="", title="Topic", description="What it was about.")
    rehearsed_at: Moment = Field(title="Rehearsed at", description="When.")
    grade: int | None = Field(
        default=None, ge=1, le=5, title="Grade", description="1 stuck, 5 fluent; your own word."
    )
