"""The records of a journal as its readers see them: one tuple a table."""

from __future__ import annotations

import os
import threading
from typing import TypeVar, cast

from interview_journal.core import records as rec
from interview_journal.core.records import Record
from interview_journal.core.tables import table_of
from interview_journal.store.journal_tables import JournalTables

__all__ = ["ShownRecords", "ThreadGuard"]

R = TypeVar("R", bound=Record)


class ThreadGuard:
    """Lets one thread at a time at the tables in memory; a forked child starts with a free one."""

    def __init__(self) -> None:
        """Start free."""
        self._renew()

    def _renew(self) -> None:
        self._lock = threading.RLock()
        self._process = os.getpid()

    def __enter__(self) -> None:
        """Wait until no other thread is inside."""
        if self._process != os.getpid():
            self._renew()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        """Let the next one in."""
        self._lock.release()


class ShownRecords:
    """What a journal shows: neither removed nor below something removed."""

    def __init__(self, tables: JournalTables, alone: ThreadGuard | None = None) -> None:
        """Show these tables, guarded like others that show them."""
        self._tables = tables
        self._alone = alone or ThreadGuard()

    def records(self, table: str) -> tuple[Record, ...]:
        """Return the records of the table with that name."""
        with self._alone:
            return self._tables.records(table)

    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return the record with that id as it is now, removed or not; None if there is none."""
        with self._alone:
            return cast("R | None", self._tables.get(table_of(kind).name, record_id))

    def removed(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of that kind that were taken away."""
        with self._alone:
            return cast("tuple[R, ...]", self._tables.removed(table_of(kind).name))

    def with_removed(self) -> ShownRecords:
        """Return all records, those taken away and what hangs below them among them."""
        return _EveryRecord(self._tables, self._alone)

    @property
    def applications(self) -> tuple[rec.Application, ...]:
        """Jobs applied for."""
        return cast("tuple[rec.Application, ...]", self.records("applications"))

    @property
    def interviews(self) -> tuple[rec.Interview, ...]:
        """Rounds, past and coming."""
        return cast("tuple[rec.Interview, ...]", self.records("interviews"))

    @property
    def people(self) -> tuple[rec.Person, ...]:
        """Interviewers, recruiters and referees."""
        return cast("tuple[rec.Person, ...]", self.records("people"))

    @property
    def encounters(self) -> tuple[rec.Encounter, ...]:
        """Who was met in which round."""
        return cast("tuple[rec.Encounter, ...]", self.records("encounters"))

    @property
    def references(self) -> tuple[rec.Reference, ...]:
        """Which referee speaks for which application."""
        return cast("tuple[rec.Reference, ...]", self.records("references"))

    @property
    def answers(self) -> tuple[rec.Answer, ...]:
        """Questions asked and answers given."""
        return cast("tuple[rec.Answer, ...]", self.records("answers"))

    @property
    def criteria(self) -> tuple[rec.Criterion, ...]:
        """Rating criteria the person added or changed."""
        return cast("tuple[rec.Criterion, ...]", self.records("criteria"))

    @property
    def ratings(self) -> tuple[rec.Rating, ...]:
        """Scores."""
        return cast("tuple[rec.Rating, ...]", self.records("ratings"))

    @property
    def forecasts(self) -> tuple[rec.Forecast, ...]:
        """Guesses."""
        return cast("tuple[rec.Forecast, ...]", self.records("forecasts"))

    @property
    def actions(self) -> tuple[rec.Action, ...]:
        """Follow-ups done, skipped, snoozed or moved."""
        return cast("tuple[rec.Action, ...]", self.records("actions"))

    @property
    def verdicts(self) -> tuple[rec.Verdict, ...]:
        """The person's word on findings."""
        return cast("tuple[rec.Verdict, ...]", self.records("verdicts"))

    @property
    def question_links(self) -> tuple[rec.QuestionLink, ...]:
        """Questions said to be the same, or not."""
        return cast("tuple[rec.QuestionLink, ...]", self.records("question_links"))

    @property
    def rehearsals(self) -> tuple[rec.Rehearsal, ...]:
        """Times an answer was rehearsed."""
        return cast("tuple[rec.Rehearsal, ...]", self.records("rehearsals"))

    @property
    def settings(self) -> tuple[rec.Setting, ...]:
        """Preferences."""
        return cast("tuple[rec.Setting, ...]", self.records("settings"))


class _EveryRecord(ShownRecords):
    """What a journal holds, shown or not."""

    def records(self, table: str) -> tuple[Record, ...]:
        """Return the newest revision of every record of that table."""
        with self._alone:
            return self._tables.every(table)
