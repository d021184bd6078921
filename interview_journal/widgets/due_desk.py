"""What the person does with what is due: done, later, skipped, and back again."""

from __future__ import annotations

from datetime import UTC, time
from typing import TYPE_CHECKING, Any, Final

from interview_journal.api.due import action_on, follow_up_of, in_own_zone, keep_action
from interview_journal.core.followup.days import day_plus, moment_at
from interview_journal.core.followup.wording import by_words
from interview_journal.core.records import Action, Application, Interview
from interview_journal.widgets.heard_back_state import heard_back, heard_sentence
from interview_journal.widgets.results import Result
from interview_journal.widgets.sheet import press

if TYPE_CHECKING:
    from datetime import datetime

    from interview_journal.core.choices import ActionStatus
    from interview_journal.core.followup.values import DueAction
    from interview_journal.store.journal import Journal

__all__ = ["DueDesk"]

MORNING: Final = time(9)
LONGER: Final[dict[int, str]] = {3: "In three days", 7: "In a week"}
GONE: Final = "That is settled already. Nothing was changed."


class DueDesk:
    """Keeps each word on what is due, and can take the last ones back."""

    def __init__(self, journal: Journal) -> None:
        """Keep it in that journal."""
        self._journal = journal
        self._known: dict[str, DueAction] = {}
        self._before: dict[str, Action | None] = {}
        self._waited: dict[str, tuple[Interview, Application | None]] = {}

    @property
    def now(self) -> datetime:
        """The present in the person's zone."""
        return in_own_zone(self._journal, self._journal.now())

    def open_actions(self) -> dict[str, DueAction]:
        """Return all that is due, by its key."""
        due = {one.key: one for one in follow_up_of(self._journal, self._journal.now()).due}
        self._known |= due
        return due

    def find(self, key: str) -> DueAction | None:
        """Return what is due under that key; also what was just settled here."""
        return self.open_actions().get(key) or self._known.get(key)

    def done(self, key: str, **changes: Any) -> Result:  # noqa: ANN401 - columns of an action
        """Tick it off; ``text`` and ``channel`` say what went out and how."""
        return self._settle(key, "done", "Done", **changes)

    def skip(self, key: str, reason: str) -> Result:
        """Pass it over, with the person's reason."""
        return self._settle(key, "skipped", "Skipped", reason=reason)

    def later(self, key: str, days: int = 1) -> Result:
        """Put it off to a morning; so many days from today."""
        now = self.now
        until = moment_at(day_plus(now.date(), days), MORNING, now.tzinfo or UTC)
        result = self._settle(key, "snoozed", "Later", snoozed_until=until)
        if result.key == "gone":
            return result
        longer = [
            press(f"later {count}", label, item=key, small=True)
            for count, label in LONGER.items()
            if count != days
        ]
        text = f"{self._text(key)}: it comes back {by_words(until, now)}."
        return Result(key=f"{result.key}:{days}", texts=(text,), buttons=(*longer, *result.buttons))

    def undo(self, key: str) -> Result:
        """Take the last word on it back."""
        before, known = self._before.get(key), action_on(self._journal, key)
        if known is not None:
            names = ("status", "reason", "done_at", "snoozed_until", "text", "channel")
            old: dict[str, Any] = (
                {name: getattr(before, name) for name in names}
                if before is not None
                else {"status": "open", "reason": "", "done_at": None, "snoozed_until": None}
            )
            self._journal.revise(known, **old)
        return Result(key=f"undone:{key}", texts=(f"{self._text(key)}: it is back on the list.",))

    def stop_waiting(self, interview_id: str) -> Result:
        """Note that an answer is no longer waited for."""
        journal = self._journal
        interview = journal.get(Interview, interview_id)
        if interview is None or interview.removed or interview.outcome is not None:
            return Result(key="gone", texts=(GONE,))
        application = journal.get(Application, interview.application_id)
        entry = heard_back(
            interview,
            application,
            "silence",
            heard_on=journal.now().date(),
            now=journal.now(),
            view=journal,
        )
        self._waited[interview_id] = (interview, application if entry.application else None)
        changed = journal.revise(interview, **entry.interview)
        if application is not None and entry.application:
            journal.revise(application, **entry.application)
        return Result(
            key=f"silence:{interview_id}",
            texts=(heard_sentence(changed, application),),
            buttons=(press("wait on", "Undo", item=interview_id, small=True),),
        )

    def wait_on(self, interview_id: str) -> Result:
        """Wait for that answer again."""
        journal = self._journal
        for old in self._waited.pop(interview_id, ()):
            current = None if old is None else journal.get(type(old), old.id)
            if isinstance(current, Interview):
                journal.revise(current, outcome=None, outcome_known_at=None)
            elif isinstance(current, Application) and isinstance(old, Application):
                journal.revise(current, status=old.status, status_at=old.status_at)
        return Result(key=f"waits:{interview_id}", texts=("You are waiting again.",))

    def _settle(
        self,
        key: str,
        status: ActionStatus,
        word: str,
        **changes: Any,  # noqa: ANN401 - columns of an action
    ) -> Result:
        due = self.find(key)
        if due is None:
            return Result(key="gone", texts=(GONE,))
        self._before[key] = action_on(self._journal, key)
        action = keep_action(self._journal, due, status, **changes)
        return Result(
            key=f"{status}:{key}:{action.revision}",
            texts=(f"{word}: {due.text}.",),
            buttons=(press("undo due", "Undo", item=key, small=True, title=f"Undo: {due.text}"),),
        )

    def _text(self, key: str) -> str:
        due = self._known.get(key)
        return "That" if due is None else due.text
