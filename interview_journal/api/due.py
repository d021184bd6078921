"""What is due, and how the person's word on it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_journal.api.computer_zone import computer_zone
from interview_journal.core.followup.acts import CLOSING, newest_words
from interview_journal.core.followup.days import in_zone, zone_named
from interview_journal.core.followup.defaults import parse_defaults
from interview_journal.core.followup.plan import follow_up
from interview_journal.core.records import Action

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.core.choices import ActionStatus
    from interview_journal.core.followup.values import DueAction, FollowUp
    from interview_journal.core.view import JournalView
    from interview_journal.store.journal import Journal

__all__ = [
    "action_on",
    "due_actions",
    "follow_up_of",
    "in_own_zone",
    "keep_action",
    "settings_problems",
]


def due_actions(journal: JournalView, now: datetime) -> list[DueAction]:
    """Return everything due at that moment: what is urgent first, then the soonest.

    Dates follow from what was said in each round; where nothing was said, from conventions that
    the settings table can change. What was done or passed over is left out, what was put off
    comes back on its day.

    Args:
        journal: The records.
        now: The present, aware.

    Example:
        >>> import tempfile
        >>> from datetime import UTC, date, datetime
        >>> import interview_journal as ij
        >>> journal = ij.open_journal(tempfile.mkdtemp() + "/journal")
        >>> acme = journal.add(ij.Application(company="Acme"))
        >>> first = journal.add(ij.Interview(application_id=acme.id, held_on=date(2026, 3, 4)))
        >>> ana = journal.add(ij.Person(application_id=acme.id, name="Ana Ruiz"))
        >>> _ = journal.add(ij.Encounter(interview_id=first.id, person_id=ana.id))
        >>> evening = datetime(2026, 3, 4, 19, tzinfo=UTC)
        >>> [one.text for one in due_actions(journal, evening)]
        ['Write down Acme, round 1', 'Thank Ana Ruiz', 'Ask Ana Ruiz at Acme for news']
    """
    return list(follow_up_of(journal, now).due)


def follow_up_of(journal: JournalView, now: datetime) -> FollowUp:
    """Return what is due and what is awaited, by the person's own settings."""
    defaults, _ = parse_defaults(journal.settings)
    return follow_up(journal, in_own_zone(journal, now), defaults)


def settings_problems(journal: JournalView) -> tuple[str, ...]:
    """Return a sentence for each follow-up setting that cannot be read; the usual is taken there.

    Example:
        >>> import tempfile
        >>> import interview_journal as ij
        >>> journal = ij.open_journal(tempfile.mkdtemp() + "/journal")
        >>> journal.set_setting("follow_up.news_after_days", "soon")
        >>> settings_problems(journal)[0].partition(". ")[2]
        'The usual 7 is taken.'
    """
    return parse_defaults(journal.settings)[1]


def in_own_zone(journal: JournalView, now: datetime) -> datetime:
    """Return the present in the person's zone: the one they named, else this computer's.

    A moment of another offset than this computer's keeps its own zone.
    """
    defaults, _ = parse_defaults(journal.settings)
    named = zone_named(defaults.time_zone)
    if named is not None:
        return in_zone(now, named)
    local = in_zone(now, computer_zone())
    return local if local.utcoffset() == now.utcoffset() else now


def action_on(journal: JournalView, key: str) -> Action | None:
    """Return what was kept under a key: the newest word, None where there is none."""
    return newest_words(one for one in journal.actions if one.key == key).get(key)


def keep_action(
    journal: Journal,
    due: DueAction,
    status: ActionStatus,
    **changes: Any,  # noqa: ANN401 - any column of the action
) -> Action:
    """Keep what the person did with a due action; twice the same is kept once.

    Text and channel stay from one word to the next; when it was done, and until when it was put
    off, belong to one word only.

    Args:
        journal: Where it is kept.
        due: What it was about.
        status: What became of it; "done" and "skipped" get the present as their moment.
        changes: Other columns: ``text``, ``reason``, ``channel``, ``snoozed_until``, ``due_at``.

    Raises:
        ConflictError: If two rival words are kept under the key and neither was chosen yet.
        JournalError: If it could not be saved.
    """
    journal.refresh()
    known = action_on(journal, due.key)
    is_new_word = known is None or known.status != status
    if status in CLOSING and is_new_word:
        changes.setdefault("done_at", journal.now())
    if is_new_word:
        changes = dict.fromkeys(("done_at", "snoozed_until")) | changes
    if known is None:
        return journal.add(_first_word(due, status, changes))
    if known.with_changes(status=status, **changes).same_content(known):
        return known
    return journal.revise(known, status=status, **changes)


def _first_word(due: DueAction, status: ActionStatus, changes: dict[str, Any]) -> Action:
    usual = {"due_at": due.due_at, "channel": due.channel}
    return Action(
        key=due.key,
        kind=due.kind,
        application_id=due.application_id,
        interview_id=due.interview_id,
        person_id=due.person_id,
        step=due.step,
        status=status,
        **(usual | changes),
    )
