"""Two versions of one record, side by side, and a choice: nothing is overwritten unseen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from interview_journal.widgets import fields as f

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.form import Form
    from interview_journal.widgets.panel import Panel
    from interview_journal.widgets.rival_state import RivalChoice

__all__ = ["ConflictBox"]

WHAT_HAPPENED: Final = (
    "This was changed in two places. Both versions are kept; which one shall count?"
)


class ConflictBox:
    """The first conflict that waits; empty when none does."""

    def __init__(self, panel: Panel, journal: Journal, *, on_settled: Callable[[], None]) -> None:
        """Make it empty; ``on_settled`` is called after a choice."""
        self._journal = journal
        self._on_settled = on_settled
        self._choice: RivalChoice | None = None
        self._panel = panel

    @cached_property
    def form(self) -> Form:
        """The box itself, made when there is a conflict to show."""
        return self._panel.form([], on_press=self.press)

    @property
    def parts(self) -> tuple[Form, ...]:
        """What the panel shows of it: nothing before the first conflict."""
        return (self.form,) if "form" in self.__dict__ else ()

    def show(self) -> None:
        """Show the first conflict, if there is one."""
        conflicts = self._journal.conflicts
        if not conflicts:
            self._choice = None
            for form in self.parts:
                form.fields = []
            return
        # A form without a conflict need not wait for it.
        from interview_journal.widgets.rival_state import rival_choice

        today = self._journal.now().date()
        self._choice = rival_choice(conflicts[0], self._journal, today=today)
        rows = [
            f.row(
                str(number),
                version.saved,
                lines=[f"{one.label}\n{one.value}" for one in version.differences],
                buttons=[f.button("keep", "Keep this one")],
            )
            for number, version in enumerate(self._choice.versions)
        ]
        self.form.list_rows("versions", rows)
        self.form.fields = [
            f.heading(self._choice.subject),
            f.note(WHAT_HAPPENED, alert=True),
            f.rows("versions", layout="side"),
        ]

    def press(self, _button: str, item: str = "") -> None:
        """Settle the conflict for one version; the other stays in the history."""
        if self._choice is None:
            return
        chosen = self._choice.versions[int(item)].record
        self._journal.settle(self._choice.conflict, chosen)
        self.show()
        self._on_settled()
