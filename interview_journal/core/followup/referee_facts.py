"""What is known of a referee: whether a call may come, what they were told, how to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.core.followup.keys import action_key

if TYPE_CHECKING:
    from interview_journal.core.choices import Channel
    from interview_journal.core.followup.facts import Process, Round
    from interview_journal.core.records import Person

__all__ = ["channel_to_referee", "checks_references", "tell_key"]


def checks_references(process: Process) -> bool | None:
    """Return whether they check references, as they last said; None where nobody said."""
    said = [one.interview.checks_references for one in process.over]
    return next((one for one in reversed(said) if one is not None), None)


def tell_key(one: Round, person: Person) -> str:
    """Return under which key a referee's being told of that round is kept."""
    return action_key("tell a referee", one.interview.id, person.id)


def channel_to_referee(person: Person) -> Channel | None:
    """Return how to reach a referee, whom no company's wish about channels concerns.

    Example:
        >>> from interview_journal.core.records import Person
        >>> channel_to_referee(Person(kind="referee", name="Maria", phone="07700 900318"))
        'phone'
    """
    return "e-mail" if person.email.strip() else ("phone" if person.phone.strip() else None)
