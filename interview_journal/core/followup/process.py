"""One application as the rules see it: its rounds, its people, who speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from interview_journal.core.followup.days import in_zone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo

    from interview_journal.core.records import (
        Application,
        Encounter,
        Interview,
        Person,
        Reference,
    )

__all__ = ["Process", "Round"]


@dataclass(frozen=True)
class Round:
    """One round and its end.

    Attributes:
        interview: The round.
        end: When it was, or will be, over; in any zone.
        zone: The person's zone.
        is_over: Whether the end has passed.
        is_written: Whether anything of the talk is in the journal.
        met: Who was there.
    """

    interview: Interview
    end: datetime
    zone: tzinfo
    is_over: bool
    is_written: bool
    met: Sequence[tuple[Encounter, Person]]

    @cached_property
    def ended_at(self) -> datetime:
        """When it was, or will be, over; in the person's zone."""
        # A change of zone is dear, and of thousands of rounds a few dozen are asked.
        return in_zone(self.end, self.zone)


@dataclass(frozen=True, slots=True)
class Process:
    """One application with all that belongs to it.

    Attributes:
        application: The job applied for.
        over: The rounds that are over, the oldest first.
        ahead: Those to come, the next first.
        recruiters: Its recruiters, met or not.
        references: Who speaks for it.
    """

    application: Application
    over: Sequence[Round]
    ahead: Sequence[Round]
    recruiters: Sequence[Person]
    references: Sequence[tuple[Reference, Person]]

    @property
    def latest(self) -> Round | None:
        """The round that was over last."""
        return self.over[-1] if self.over else None

    @property
    def is_open(self) -> bool:
        """Whether the application is under way."""
        return self.application.status == "open"
