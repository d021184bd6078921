"""The plain sections of the long path: what each asks, and what it changes in one record.

Labels and help come from the records; here stands only what to ask for, and where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.choices import CHANNELS, INTERVIEW_KINDS
from interview_journal.core.records import Application, Interview, Record
from interview_journal.widgets import fields as f
from interview_journal.widgets.typed_values import (
    NOT_A_TIME,
    YES_NO,
    FormFaultsError,
    column_of,
    moment_on,
    texts_of,
    typed_changes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from interview_journal.core.view import JournalView

__all__ = ["JOB", "PROCESS", "REFLECTION", "ROUND", "Section", "record_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Part of the long path that changes one record.

    Attributes:
        name: Names its draft.
        title: Its heading.
        lead: One sentence under the heading; "" for none.
        kind: Which record it changes.
        fields: Returns what it asks.
        values: Returns what it shows of a record.
        changes: Returns the record's fields as the form says them, given how they were read.
        drafts_plan: Whether it has the button that drafts the if-then plan.
    """

    name: str
    title: str
    lead: str
    kind: type[Record]
    fields: Callable[[], list[f.Field]]
    values: Callable[[Any], dict[str, str]]
    changes: Callable[[Any, Mapping[str, str]], dict[str, Any]]
    drafts_plan: bool = False


def record_of(section: Section, view: JournalView, interview: Interview) -> Record | None:
    """Return the record a section is about: the interview itself, or its application."""
    if section.kind is Interview:
        return interview
    return next((one for one in view.applications if one.id == interview.application_id), None)


def _long(record: type[Record], name: str, *, rows: int = 3) -> f.Field:
    column = column_of(record, name)
    return f.long(name, column.label, hint=column.help, rows=rows)


def _number(name: str, *, hint: str = "") -> f.Field:
    column = column_of(Interview, name)
    return f.number(name, column.label, low=column.low, high=column.high, hint=hint, half=True)


def _yes_no(name: str) -> f.Field:
    column = column_of(Interview, name)
    return f.choice(name, column.label, YES_NO, hint=column.help, skip="Not said")


# The round -----------------------------------------------------------------------------------

_ROUND_NAMES: Final = ("round", "kind", "duration_minutes", "place")


def _round_fields() -> list[f.Field]:
    place = column_of(Interview, "place")
    return [
        _number("round"),
        f.line(
            "kind",
            "What kind of talk?",
            options=INTERVIEW_KINDS,
            suggestions=INTERVIEW_KINDS[:5],
        ),
        f.time_of_day("started_time", "When did it begin?", half=True),
        _number("duration_minutes"),
        f.line("place", place.label, hint=place.help),
    ]


def _round_values(interview: Interview) -> dict[str, str]:
    started = interview.started_at
    return {
        **texts_of(interview, _ROUND_NAMES),
        "started_time": "" if started is None else f"{started:%H:%M}",
    }


def _round_changes(base: Interview, values: Mapping[str, str]) -> dict[str, Any]:
    faults = {}
    changes: dict[str, Any] = {}
    try:
        changes = typed_changes(Interview, _ROUND_NAMES, values)
        if changes["round"] is None:
            changes["round"] = base.round
    except FormFaultsError as error:
        faults = error.faults
    text = values.get("started_time", "").strip()
    changes["started_at"] = base.started_at
    if text != _round_values(base)["started_time"]:
        try:
            changes["started_at"] = moment_on(base.held_on, text)
        except ValueError:
            faults["started_time"] = NOT_A_TIME
    if faults:
        raise FormFaultsError(faults)
    return changes


# The process ---------------------------------------------------------------------------------

_PROCESS_NAMES: Final = (
    "answer_in_days_min",
    "answer_in_days_max",
    "answer_by",
    "tells_if_unsuccessful",
    "further_rounds",
    "contact_channel",
    "checks_references",
)


def _process_fields() -> list[f.Field]:
    by = column_of(Interview, "answer_by")
    channel = column_of(Interview, "contact_channel")
    return [
        _number("answer_in_days_min"),
        _number("answer_in_days_max"),
        f.day("answer_by", by.label, hint=by.help),
        _yes_no("tells_if_unsuccessful"),
        _yes_no("further_rounds"),
        f.choice("contact_channel", channel.label, CHANNELS, hint=channel.help, skip="Not said"),
        _yes_no("checks_references"),
    ]


def _process_changes(_base: Interview, values: Mapping[str, str]) -> dict[str, Any]:
    changes = typed_changes(Interview, _PROCESS_NAMES, values)
    low, high = changes["answer_in_days_min"], changes["answer_in_days_max"]
    if low is not None and high is not None and low > high:
        raise FormFaultsError({"answer_in_days_max": "This is less than the days before it."})
    return changes


# How it went, and the job itself -------------------------------------------------------------

_REFLECTION_NAMES: Final = ("went_well", "to_improve", "unsaid", "if_then_plan")
_JOB_NAMES: Final = ("role", "why_role", "why_company", "can_contribute")


def _job_fields() -> list[f.Field]:
    role = column_of(Application, "role")
    return [
        f.line("role", role.label, hint=role.help),
        *(_long(Application, name, rows=2) for name in _JOB_NAMES[1:]),
    ]


ROUND: Final = Section(
    name="round",
    title="The round",
    lead="",
    kind=Interview,
    fields=_round_fields,
    values=_round_values,
    changes=_round_changes,
)
PROCESS: Final = Section(
    name="process",
    title="How and when they answer",
    lead="",
    kind=Interview,
    fields=_process_fields,
    values=lambda interview: texts_of(interview, _PROCESS_NAMES),
    changes=_process_changes,
)
REFLECTION: Final = Section(
    name="reflection",
    title="How it went",
    lead="",
    kind=Interview,
    fields=lambda: [_long(Interview, name, rows=2) for name in _REFLECTION_NAMES],
    values=lambda interview: texts_of(interview, _REFLECTION_NAMES),
    changes=lambda _base, values: typed_changes(Interview, _REFLECTION_NAMES, values),
    drafts_plan=True,
)
JOB: Final = Section(
    name="job",
    title="This job, and why you want it",
    lead="Once for each application: your thank-you notes are drafted from it.",
    kind=Application,
    fields=_job_fields,
    values=lambda application: texts_of(application, _JOB_NAMES),
    changes=lambda _base, values: typed_changes(Application, _JOB_NAMES, values),
)
