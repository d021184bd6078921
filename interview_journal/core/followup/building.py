"""How a rule makes a due action, and how the person's word on it changes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.values import DueAction
from interview_journal.core.followup.wording import by_words

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.core.choices import ActionKind, Channel
    from interview_journal.core.followup.facts import FollowUpFacts, Process, Round
    from interview_journal.core.records import Application, Interview, Person

__all__ = ["channel_to", "make_action", "settled"]

_FOR_LETTERS: Final[tuple[Channel, ...]] = ("e-mail", "agency")


def make_action(
    kind: ActionKind,
    application: Application,
    *about: str,
    interview: Interview | None = None,
    person: Person | None = None,
    from_at: datetime,
    due_at: datetime,
    text: str,
    reason: str,
    **more: object,
) -> DueAction:
    """Return a due action; its key is made of the kind and the ids it is about.

    Args:
        kind: What sort of thing.
        application: About which application.
        about: The ids that tell it from others of its kind.
        interview: The round.
        person: To whom.
        from_at: Not before.
        due_at: By when; moved to ``from_at`` where that is later.
        text: What to do.
        reason: Why.
        more: ``other_id``, ``step``, ``channel`` or ``is_urgent``.
    """
    return DueAction(
        kind=kind,
        key=action_key(kind, *about),
        application_id=application.id,
        interview_id="" if interview is None else interview.id,
        person_id="" if person is None else person.id,
        from_at=from_at,
        due_at=max(from_at, due_at),
        text=text,
        reason=reason,
        **more,  # type: ignore[arg-type]  # named in the docstring
    )


def settled(due: DueAction, facts: FollowUpFacts) -> DueAction | None:
    """Return the action as the person left it; None once it is done or passed over.

    A day of the person's own choice stands in the reason too: the usual one would contradict it.
    """
    action = facts.acted.get(due.key)
    if action is None or action.status == "open":
        return due
    if action.status == "moved":
        return _moved(due, facts, action.due_at)
    return _put_off(due, facts, action.snoozed_until) if action.status == "snoozed" else None


def _moved(due: DueAction, facts: FollowUpFacts, chosen: datetime | None) -> DueAction:
    if chosen is None:
        return due
    day = max(due.from_at, facts.local(chosen))
    return replace(due, due_at=day, reason=f"You moved it to {by_words(day, facts.now)}.")


def _put_off(due: DueAction, facts: FollowUpFacts, chosen: datetime | None) -> DueAction:
    until = due.due_at if chosen is None else facts.local(chosen)
    back = replace(due, due_at=max(due.due_at, until))
    if until <= facts.now:
        return back
    return replace(
        back,
        from_at=max(due.from_at, until),
        reason=f"You put it off to {by_words(until, facts.now)}.",
        is_urgent=False,
        is_snoozed=True,
    )


def channel_to(
    process: Process, person: Person | None, *, is_letter: bool = False
) -> Channel | None:
    """Return how to reach them: as they asked for, and never otherwise.

    What they named is how they answer. Of that, thanks to one person go by e-mail or through the
    agency: a company that rings with its answer did not ask to be rung up with thanks, and a
    website for applicants takes none.

    Args:
        process: The application; the channel its newest round names is the one.
        person: Who is written to.
        is_letter: Whether it is a note to one person.
    """
    named = _named_channel([*process.over, *process.ahead])
    if named is not None and (not is_letter or named in _FOR_LETTERS):
        return named
    if person is not None and person.email.strip():
        return "e-mail"
    return "post" if named == "post" else None


def _named_channel(rounds: list[Round]) -> Channel | None:
    named = [one.interview.contact_channel for one in rounds]
    return next((one for one in reversed(named) if one is not None), None)
