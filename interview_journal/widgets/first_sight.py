"""A short form to type in while what reads the journal is still being loaded.

Loading takes longer than showing five fields. Where the form will be empty whatever the journal
holds, it shows first; the rest of the record panel comes around it without moving it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from interview_journal.api.journal_paths import default_journal_path
from interview_journal.store.drafts import Drafts
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.record_place import begins_fresh
from interview_journal.widgets.record_shell import (
    FIVE_MINUTES,
    LABEL,
    WRITE_IT_DOWN,
    heading_html,
)
from interview_journal.widgets.short_fields import fresh_values, short_buttons, short_fields

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from interview_journal.widgets.record_shell import RecordShell

__all__ = ["FirstSight", "can_show_first"]


def can_show_first(now: Callable[[], datetime]) -> bool:
    """Return whether the person's own journal opens on an empty form, and a page waits for it."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        # Nothing would call us again to load the rest.
        return False
    return begins_fresh(Drafts(default_journal_path(), now), now=now())


class FirstSight(Panel):
    """What ``show_record`` returns where the form can show first.

    Attributes:
        whole: The record panel, once it is loaded. It is made of the same parts, so that this
            one shows it, and hears nothing any more.
    """

    def __init__(
        self,
        shell: RecordShell,
        make_whole: Callable[[], Panel],
        *,
        now: datetime,
    ) -> None:
        """Show the empty form and load the rest when the page has it.

        Args:
            shell: The parts.
            make_whole: Returns the record panel made of them.
            now: The present.
        """
        super().__init__(label=LABEL, shell=shell)
        self._make = make_whole
        self.whole: Panel | None = None
        shell.heading.value = heading_html(WRITE_IT_DOWN, FIVE_MINUTES)
        self._form = self.form(short_fields(), on_press=self._press, buttons=short_buttons())
        self._form.open_without_draft(fresh_values(now.date()))
        self.show([shell.heading, shell.above, self._form])
        asyncio.get_running_loop().call_soon(self.load)

    def load(self) -> None:
        """Put the whole panel in this one's place; where it cannot be made, say why."""
        if self.whole is not None:
            return
        try:
            self.whole = self._make()
        except Exception as error:  # noqa: BLE001 - nobody else would tell the person
            self.show([])
            self.fail(error)

    def save_all(self) -> None:
        """Save what was typed before the rest was there."""
        whole = self._whole_with_typed()
        if whole is not None:
            whole.save_all()

    def _press(self, button: str, item: str) -> None:
        """Do what a button does that was pressed before the rest was there."""
        if self._whole_with_typed() is not None:
            self._form.press(button, item)

    def _whole_with_typed(self) -> Panel | None:
        """Return the whole panel, loaded now, with what the form holds; None where it is not."""
        typed = dict(self._form.values)
        self.load()
        if self.whole is not None:
            self._form.take_typed({**self._form.values, **typed})
        return self.whole
