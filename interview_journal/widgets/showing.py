"""What a notebook calls: each function returns its panel, or a kind word on why it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.api.clock import present
from interview_journal.core.collecting import collection_paused
from interview_journal.widgets.panel import Panel, Shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from interview_journal.store.journal import Journal

__all__ = [
    "show_consistency",
    "show_prepare",
    "show_rate",
    "show_record",
    "show_tonight",
    "show_trends",
]


def show_tonight(journal: Journal | None = None, *, now: Callable[[], datetime] = present) -> Panel:
    """Return the home panel.

    Args:
        journal: Which journal; None opens the person's own.
        now: Returns the present, aware.
    """

    def make() -> Panel:
        shell = Shell()
        # Each notebook loads its own panel only.
        from interview_journal.widgets.tonight_panel import TonightPanel

        return TonightPanel(_opened(journal, now), shell=shell)

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
        from interview_journal.widgets.first_sight import FirstSight, can_show_first
        from interview_journal.widgets.record_shell import RecordShell

        shell = RecordShell()

        def whole() -> Panel:
            from interview_journal.widgets.record_panel import RecordPanel

            with collection_paused():
                return RecordPanel(_opened(journal, now), interview_id=interview_id, shell=shell)

        if journal is None and interview_id is None and can_show_first(now):
            return FirstSight(shell, whole, now=now())
        return whole()

    return _shown(make)


def show_rate(journal: Journal | None = None, *, now: Callable[[], datetime] = present) -> Panel:
    """Return the panel in which answers are looked at closely, one at a time.

    Args:
        journal: Which journal; None opens the person's own.
        now: Returns the present, aware.
    """

    def make() -> Panel:
        from interview_journal.widgets.rate_panel import RatePanel

        return RatePanel(_opened(journal, now))

    return _shown(make)


def show_consistency(
    journal: Journal | None = None, *, now: Callable[[], datetime] = present
) -> Panel:
    """Return the panel that puts what was said in different rounds side by side.

    Args:
        journal: Which journal; None opens the person's own.
        now: Returns the present, aware.
    """

    def make() -> Panel:
        from interview_journal.widgets.consistency_panel import ConsistencyPanel

        return ConsistencyPanel(_opened(journal, now))

    return _shown(make)


def show_trends(journal: Journal | None = None, *, now: Callable[[], datetime] = present) -> Panel:
    """Return the panel that shows what changed from interview to interview.

    Args:
        journal: Which journal; None opens the person's own.
        now: Returns the present, aware.
    """

    def make() -> Panel:
        from interview_journal.widgets.trends_panel import TrendsPanel

        return TrendsPanel(_opened(journal, now))

    return _shown(make)


def show_prepare(journal: Journal | None = None, *, now: Callable[[], datetime] = present) -> Panel:
    """Return the panel for the morning before a round: one page, three answers to say aloud.

    Args:
        journal: Which journal; None opens the person's own.
        now: Returns the present, aware.
    """

    def make() -> Panel:
        from interview_journal.widgets.prepare_panel import PreparePanel

        return PreparePanel(_opened(journal, now))

    return _shown(make)


def _opened(journal: Journal | None, now: Callable[[], datetime]) -> Journal:
    # What reads a journal takes a while to load: the panel's shell is on its way by then.
    from interview_journal.api.opening import open_journal

    return journal or open_journal(now=now)


def _shown(make: Callable[[], Panel]) -> Panel:
    """Return the panel, or an empty one that says what went wrong."""
    try:
        with collection_paused():
            return make()
    except Exception as error:  # noqa: BLE001 - a traceback would be the person's first screen
        panel = Panel(label="Interview journal")
        panel.fail(error)
        return panel
