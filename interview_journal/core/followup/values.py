"""What the follow-up rules give: things to do, and times in which there is nothing to do.

None of it is stored. What is stored is what the person did with it, under the action's key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from interview_journal.core.choices import ActionKind, Channel

__all__ = ["DueAction", "FollowUp", "Waiting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DueAction:
    """One thing to do, by one moment and for one reason.

    Attributes:
        kind: What sort of thing.
        key: Names it for ever: its kind and the ids it is about. What the person did with it is
            kept under this key.
        application_id: About which application.
        interview_id: After, or before, which round; empty where it is about no one round.
        person_id: To whom; empty where nobody is known.
        other_id: The id of a second thing it is about: a reference, an encounter, an application.
        step: Which of several: "1" and "2" for asking for news.
        from_at: Not before this moment; aware, in the person's zone, never before the event.
        due_at: By this moment; aware, in the person's zone, never before ``from_at``.
        text: What to do, without a full stop: "Thank Ana Ruiz".
        reason: Why, and by when, in one or two sentences.
        channel: How it should go out; None where nothing is known.
        is_urgent: Stands above all others.
        is_snoozed: The person put it off to ``due_at``.
    """

    kind: ActionKind
    key: str
    application_id: str
    from_at: datetime
    due_at: datetime
    text: str
    reason: str
    interview_id: str = ""
    person_id: str = ""
    other_id: str = ""
    step: str = ""
    channel: Channel | None = None
    is_urgent: bool = False
    is_snoozed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A time in which an answer is awaited and nothing is to be done.

    Attributes:
        application_id: About which application.
        interview_id: After which round.
        since: The day of that round.
        until: The first day on which asking is polite.
        day: How many days have passed since the round; 0 on its day.
        days: After how many days they said to answer, or after how many one may ask.
        is_told: Whether they said so; else it is the person's own default.
        text: All that in a sentence.
    """

    application_id: str
    interview_id: str
    since: date
    until: date
    day: int
    days: int
    is_told: bool
    text: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Everything that follows from the journal's facts at one moment.

    Attributes:
        due: What to do: urgent ones first, then the soonest.
        waiting: What is awaited, the earliest end first.
    """

    due: tuple[DueAction, ...]
    waiting: tuple[Waiting, ...]
