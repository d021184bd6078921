"""The form in which an application is chosen, or found among many by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets import fields as f
from interview_journal.widgets.people_choices import application_choices, newest_active_first

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from interview_journal.core.view import JournalView
    from interview_journal.widgets.panel import Panel
    from interview_journal.widgets.people_state import PeopleState

__all__ = ["Chooser"]

NOTHING_FITS: Final = "No application fits these words."


class Chooser:
    """Says which application is looked at.

    Attributes:
        chosen: Its id; "" for the one that stands first.
        words: What was typed to find one.
    """

    def __init__(self, view: JournalView, panel: Panel, *, on_choose: Callable[[], None]) -> None:
        """Make it empty; ``on_choose`` is called when something else was chosen or typed."""
        self._view, self._on_choose = view, on_choose
        self.chosen, self.words = "", ""
        self.form = panel.form(
            [],
            on_press=lambda _name, _item: None,
            on_change=lambda _before, after: self.choose(after),
        )
        self.form.tells_saving = False
        self.form.open_without_draft({"application": "", "words": ""})

    def choose(self, values: Mapping[str, str]) -> None:
        """Take what was chosen; words lead to the first application that has them."""
        words, chosen = values.get("words", ""), values.get("application", "")
        if words != self.words and words.strip():
            found = application_choices(newest_active_first(self._view), words=words)
            if found and chosen not in [one.application_id for one in found]:
                chosen = found[0].application_id
        self.words, self.chosen = words, chosen
        self._on_choose()

    def show(self, state: PeopleState) -> None:
        """Show what can be chosen; where there is only one application, nothing."""
        if state.standing is None or (len(state.choices) < 2 and not self.words):  # noqa: PLR2004
            self.form.fields = []
            return
        options = {one.application_id: one.label for one in state.choices}
        shown = [f.pick("application", "Which application?", options)]
        if state.can_find:
            hint = "Type part of a company or a role."
            shown.append(f.line("words", "Find another", hint=hint))
            if self.words.strip() and not state.found:
                shown.append(f.note(NOTHING_FITS))
        self.form.fields = shown
        self.chosen = state.standing.application_id
        if self.form.values.get("application") != self.chosen:
            self.form.set_values({"application": self.chosen})
