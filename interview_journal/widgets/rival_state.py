"""Rival versions of one record, side by side: only what differs between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core import choices
from interview_journal.core.day_words import day_words
from interview_journal.core.records import Answer, Application, Interview, Person, Record
from interview_journal.core.rounds import round_title
from interview_journal.core.tables import TABLES, Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.core.problems import Conflict
    from interview_journal.core.view import JournalView

__all__ = ["Difference", "RivalChoice", "RivalVersion", "rival_choice"]

EMPTY: Final = "(empty)"
_SUBJECT_AT_MOST: Final = 60
_WORDS: Final[dict[str, Mapping[Any, str]]] = {
    "status": choices.APPLICATION_STATUS,
    "outcome": choices.OUTCOMES,
    "source": choices.SOURCES,
    "contact_channel": choices.CHANNELS,
    "channel": choices.CHANNELS,
    "kind": choices.PERSON_KINDS,
    "response_type": choices.RESPONSE_TYPES,
    "target": choices.RATING_TARGETS,
    "event": choices.FORECAST_EVENTS,
    "verdict": choices.VERDICTS,
}

_ACTION_WORDS: Final[dict[str, Mapping[Any, str]]] = {**_WORDS, "status": choices.ACTION_STATUS}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field as one version has it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class RivalVersion:
    """One version: when it was saved and what it holds where the versions differ."""

    saved: str
    differences: tuple[Difference, ...]
    record: Record


@dataclass(frozen=True, slots=True)
class RivalChoice:
    """What the choice is about, and the versions to choose from, the earliest saved first."""

    subject: str
    versions: tuple[RivalVersion, ...]
    conflict: Conflict


def rival_choice(conflict: Conflict, view: JournalView, *, today: date) -> RivalChoice:
    """Return the versions with the fields in which they differ."""
    table = TABLES[conflict.table]
    first = conflict.records[0]
    columns = [
        column
        for column in (*table.content_columns, *_removal(conflict.table))
        if any(getattr(one, column.name) != getattr(first, column.name) for one in conflict.records)
    ]
    names = _names(view)
    return RivalChoice(
        subject=_subject(first, view),
        versions=tuple(
            RivalVersion(
                saved=_saved(one.saved_at, today),
                differences=tuple(
                    Difference(column.label, _shown(column, one, names, today))
                    for column in columns
                ),
                record=one,
            )
            for one in conflict.records
        ),
        conflict=conflict,
    )


def _removal(table: str) -> tuple[Column, ...]:
    return tuple(column for column in TABLES[table].columns if column.name == "removed")


def _names(view: JournalView) -> dict[str, str]:
    """Return what to call the records that others link to."""
    applications = {one.id: one for one in view.applications}
    return {
        **{one.id: one.company for one in view.applications},
        **{one.id: one.name for one in view.people},
        **{
            one.id: round_title(one, applications.get(one.application_id))
            for one in view.interviews
        },
    }


def _subject(record: Record, view: JournalView) -> str:
    if isinstance(record, Application):
        return _shortened(record.company)
    if isinstance(record, Person):
        return _shortened(record.name)
    if isinstance(record, Answer):
        return f"Your answer to “{_shortened(record.question)}”"
    if isinstance(record, Interview):
        return _shortened(_names(view).get(record.id, "An interview"))
    return f"One {record.noun}"


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SUBJECT_AT_MOST else text[: _SUBJECT_AT_MOST - 1] + "…"


def _saved(saved_at: datetime | None, today: date) -> str:
    if saved_at is None:
        return "Typed by hand"
    return f"Saved on {day_words(saved_at.date(), today=today)} at {saved_at:%H:%M}"


def _shown(column: Column, record: Record, names: Mapping[str, str], today: date) -> str:
    value = getattr(record, column.name)
    if value is None or value == "":
        return EMPTY
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return f"{day_words(value.date(), today=today)}, {value:%H:%M}"
    if isinstance(value, date):
        return day_words(value, today=today)
    known: Mapping[Any, str] = names if column.kind == "link" else {}
    if column.kind == "choice":
        words = _ACTION_WORDS if record.table == "actions" else _WORDS
        known = words.get(column.name, {})
    return known.get(value, str(value))
