"""The form in which something due is passed over, with a reason or without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets import fields as f

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.core.choices import ActionKind
    from interview_journal.core.followup.values import DueAction
    from interview_journal.widgets.panel import Panel
    from interview_journal.widgets.results import Result

__all__ = ["SkipForm"]

_REASONS: Final[dict[ActionKind, tuple[str, ...]]] = {
    "thank-you note": ("I have no address", "I thanked them in person", "It does not fit here"),
    "ask for news": ("They wrote already", "I do not want the job any more"),
    "tell a referee": ("I told them in person", "They are not to be called"),
}
_USUAL: Final = ("It does not fit here", "It is done in another way")


class SkipForm:
    """Asks why, and does not insist."""

    def __init__(
        self,
        panel: Panel,
        due: DueAction,
        *,
        on_done: Callable[[Result | None], None],
        on_skip: Callable[[str, str], Result],
    ) -> None:
        """Make the form.

        Args:
            panel: Shows the form's errors.
            due: What is passed over.
            on_done: Gets what was done; None when the form was closed.
            on_skip: Called with the key and the reason.
        """
        self._due, self._done, self._skip = due, on_done, on_skip
        self.form = panel.form(
            [
                f.heading(f"Skip: {due.text}"),
                f.line(
                    "reason",
                    "Why?",
                    hint="For yourself; it may stay empty. What you skip does not come back.",
                    suggestions=_REASONS.get(due.kind, _USUAL),
                    many=True,
                ),
            ],
            on_press=self._pressed,
            buttons=[f.button("save", "Skip it", primary=True), f.button("cancel", "Cancel")],
        )
        self.form.open_without_draft({"reason": ""})

    def _pressed(self, name: str, _item: str) -> None:
        if name == "save":
            self.save()
        else:
            self._done(None)

    def save(self) -> None:
        """Pass it over."""
        self._done(self._skip(self._due.key, self.form.text("reason")))
