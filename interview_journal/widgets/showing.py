"""What a notebook calls: each function returns its panel, or a kind word on why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.api.opening import open_journal, present
from interview_journal.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from interview_journal.store.journal import Journal

__all__ = ["show_record", "show_tonight"]


def show_tonight(journal: Journal | None = None, *, now: Callable[[], datetime] = present) -> Panel:
    """Return the home panel.

    Args:
        journal: Which journal; None opens the person's own.
        now: Returns the present, aware.
    """

    def make() -> Panel:
        # Each notebook loads its own panel only.
        from interview_journal.widgets.tonight_panel import TonightPanel

        return TonightPanel(journal or open_journal(now=now))

    return _shown(make)


def show_record(
    journal: Journal | None = None,
    *,
    interview_id: str | None = None,
    now: Callable[[], datetime] = present,
) -> Panel:
    """Return the panel in which an interview is written down.

    Args:
        journal: Which journal; None opens the person's own.
        interview_id: An interview that is there already; None goes on where it was left.
        now: Returns the present, aware.
    """

    def make() -> Panel:
        from interview_journal.widgets.record_panel import RecordPanel

        return RecordPanel(journal or open_journal(now=now), interview_id=interview_id)

    return _shown(make)


def _shown(make: Callable[[], Panel]) -> Panel:
    """Return the panel, or an empty one that says what went wrong."""
    try:
        return make()
    except Exception as error:  # noqa: BLE001 - a traceback would be the person's first screen
        panel = Panel(label="Interview journal")
        panel.fail(error)
        return panel
