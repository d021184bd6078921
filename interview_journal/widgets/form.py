"""A form whose words survive a dead kernel, a reload, a closed browser and another port.

The screen sends what is typed about a second after a pause; it is answered only when it stands
on disk. Every value is text: what it means is decided when it is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import anywidget
import traitlets

from interview_journal.errors import JournalError
from interview_journal.widgets.draft_choice import Version, choose_version, offer_label
from interview_journal.widgets.screen_values import browser_key, moment_of, whole_values
from interview_journal.widgets.scripts import script_of

if TYPE_CHECKING:
    from interview_journal.store.drafts import Drafts
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.fields import Button, Field, Row

__all__ = ["BROWSER_DRAFTS", "Form"]

BROWSER_DRAFTS: Final = "browser_drafts"
"""The preference that keeps drafts out of the browser's storage when it is set to "no"."""

Press = Callable[[str, str], None]
Change = Callable[[Mapping[str, str], Mapping[str, str]], None]
Guard = Callable[[Callable[..., None]], Callable[..., None]]


class Form(anywidget.AnyWidget):
    """Labelled fields, buttons, errors beside the fields, and a draft.

    Values whose name starts with ``_`` belong to no field: they travel with the draft, for
    what a form must remember (such as the id that its record will have).
    """

    _esm = script_of("kit_press.js", "kit_fields.js", "form.js")

    fields: traitlets.List[Any] = traitlets.List().tag(sync=True)
    buttons: traitlets.List[Any] = traitlets.List().tag(sync=True)
    rows = traitlets.Dict().tag(sync=True)
    values = traitlets.Dict().tag(sync=True)
    given: traitlets.Dict[str, Any] = traitlets.Dict(default_value={"rev": 0}).tag(sync=True)
    errors = traitlets.Dict().tag(sync=True)
    status = traitlets.Unicode("").tag(sync=True)
    title = traitlets.Unicode("").tag(sync=True)
    lead = traitlets.Unicode("").tag(sync=True)
    opened = traitlets.Bool(default_value=True).tag(sync=True)
    takes_focus = traitlets.Bool(default_value=False).tag(sync=True)
    """Set for a form that opens far from the button that was pressed; it is taken once."""
    tells_saving = traitlets.Bool(default_value=True).tag(sync=True)
    unsaved = traitlets.Bool(default_value=False).tag(sync=True)
    draft_key = traitlets.Unicode("").tag(sync=True)
    draft_at = traitlets.Float(0.0).tag(sync=True)
    kept: traitlets.Dict[str, Any] = traitlets.Dict(default_value={"seq": 0}).tag(sync=True)
    saved: traitlets.Dict[str, Any] = traitlets.Dict(default_value={"seq": 0}).tag(sync=True)
    offer = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        fields: Sequence[Field] = (),
        *,
        on_press: Press = lambda _button, _item: None,
        on_change: Change | None = None,
        buttons: Sequence[Button] = (),
        guard: Guard = lambda handler: handler,
        **traits: Any,  # noqa: ANN401 - the widget's own, such as its layout
    ) -> None:
        """Make a form; one that is made ahead is told by ``serve`` what it is for.

        Args:
            fields: What it shows, made with the functions of ``fields``.
            on_press: Called with a button's name and the id of its row ("" for the form's own).
                By then ``values`` holds all that was typed.
            on_change: Called with the values before and after, once they are kept.
            buttons: The form's own buttons.
            guard: Wraps what the screen calls, so that an error is shown.
            traits: Set on the widget.
        """
        super().__init__(fields=list(fields), buttons=list(buttons), **traits)
        self.serve(on_press=on_press, on_change=on_change, guard=guard)
        self._home: Drafts | None = None
        self._name = ""
        self._now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self._at: datetime | None = None
        self._saved_at: datetime | None = None
        self._other: Version | None = None
        self._seq = 0
        self.on_msg(self._receive)

    def __repr__(self) -> str:
        """Return always the same: a notebook keeps what is printed."""
        return "interview_journal form"

    # What the panel does ------------------------------------------------------------------

    def serve(
        self,
        *,
        on_press: Press,
        on_change: Change | None = None,
        guard: Guard = lambda handler: handler,
    ) -> None:
        """Call these from now on; see ``__init__``."""
        self._press, self._change = on_press, on_change
        self._heard = guard(self._hear)

    def open_draft(
        self,
        journal: Journal,
        name: str,
        *,
        values: Mapping[str, str],
        saved_at: datetime | None,
    ) -> bool:
        """Show the draft of that name, or these values; return whether there was a draft.

        Args:
            journal: Where drafts are kept.
            name: The draft's name, a plain word.
            values: What is saved, or what a new form starts with.
            saved_at: When they were saved; None for a new form.
        """
        self._home, self._name, self._saved_at = journal.drafts, name, saved_at
        self._now, self._other = journal.now, None
        draft = journal.drafts.get(name)
        start = Version(values, None)
        found = None if draft is None else Version({**values, **draft.fields}, draft.kept_at)
        shown = start if found is None or found.says_the_same(start) else found
        with self.hold_sync():
            in_browser = journal.setting(BROWSER_DRAFTS, "yes") != "no"
            self.draft_key = browser_key(journal, name) if in_browser else ""
            self._start_afresh(shown)
        return shown is not start

    def open_without_draft(self, values: Mapping[str, str]) -> None:
        """Show these values; what is typed is not kept until it is saved."""
        self._home, self._saved_at, self._other = None, None, None
        with self.hold_sync():
            self.draft_key = ""
            self._start_afresh(Version(values, None))

    def set_values(self, changes: Mapping[str, str]) -> None:
        """Put words into fields as if they had been typed; the other fields are left alone."""
        self._at = self._now()
        with self.hold_sync():
            self.values = {**self.values, **changes}
            self.unsaved = True
            self._give(dict(changes))
        self._keep()

    def text(self, name: str) -> str:
        """Return a field's words, without blanks around them."""
        return str(self.values.get(name, "")).strip()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show a sentence beside each of these fields and take away all others."""
        self.errors = {}
        self.errors = dict(errors)

    def list_rows(self, name: str, items: Sequence[Row]) -> None:
        """Show these entries in the list of that name."""
        if self.rows.get(name) != list(items):
            self.rows = {**self.rows, name: list(items)}

    def was_saved(self, values: Mapping[str, str], status: str) -> None:
        """Take these values as saved: say so and let the drafts go."""
        if self._home is not None:
            self._home.discard(self._name)
        self._saved_at, self._at = self._now(), None
        with self.hold_sync():
            self.errors = {}
            self.status = status
            self.saved = {"seq": self._seq}
            self._show(Version(values, None))

    # What the screen sends ----------------------------------------------------------------

    def _receive(self, *message: Any) -> None:  # noqa: ANN401 - what the event brings
        self._heard(*message)

    def _hear(self, _widget: object, content: dict[str, Any], _buffers: object) -> None:
        kind = content.get("type")
        if kind == "found":
            self._seq = int(content.get("seq", self._seq))
            self.take_found(dict(content["values"]), float(content.get("at") or 0))
            self.kept = {**self.kept, "seq": self._seq}
        elif kind in ("keep", "press"):
            self._seq = int(content["seq"])
            self.take_typed(dict(content["values"]), float(content.get("at") or 0))
            if kind == "press":
                self.press(str(content["button"]), str(content.get("item", "")))

    def take_typed(self, values: dict[str, str], at_ms: float = 0) -> None:
        """Take what was typed, keep it on disk and answer."""
        before = dict(self.values)
        values = {**_hidden(before), **whole_values(values)}
        if values != before:
            self.values, self._at = values, moment_of(at_ms) or self._now()
            self.unsaved = True
            self._keep()
        else:
            self.kept = {**self.kept, "seq": self._seq}
        if values != before and self._change is not None:
            self._change(before, values)

    def take_found(self, values: dict[str, str], at_ms: float) -> None:
        """Take up what the browser kept, if it is later; offer the other one."""
        current = Version(self.values, self._at)
        found = Version({**_hidden(current.values), **whole_values(values)}, moment_of(at_ms))
        shown, other = choose_version(current, found, saved_at=self._saved_at)
        if shown is found:
            before = dict(self.values)
            self._show(found)
            self._keep()
            if self._change is not None:
                self._change(before, dict(found.values))
        self._offer(other)

    def press(self, button: str, item: str = "") -> None:
        """Do what a button does."""
        if button == "use_other" and self._other is not None:
            current, other = Version(dict(self.values), self._at), self._other
            self._show(Version(other.values, self._now()))
            self._keep()
            self._offer(current if current.at is not None else None)
            if self._change is not None:
                self._change(current.values, dict(other.values))
        elif button == "leave_other":
            self._offer(None)
        else:
            self._press(button, item)

    # Inside -------------------------------------------------------------------------------

    def _start_afresh(self, shown: Version) -> None:
        self.status, self.errors, self.offer = "", {}, {}
        self._show(shown)

    def _show(self, version: Version) -> None:
        self._at = version.at
        with self.hold_sync():
            self.values = dict(version.values)
            self.unsaved = version.at is not None
            self.draft_at = version.at.timestamp() * 1000 if version.at else 0.0
            self._give(None)

    def _give(self, patch: dict[str, str] | None) -> None:
        """Hand values to the screen: some, or all of them unless more was typed meanwhile."""
        self.given = {"rev": self.given["rev"] + 1, "seq": self._seq, "patch": patch}

    def _keep(self) -> None:
        problem = ""
        if self._home is not None:
            try:
                self._home.keep(self._name, self.values)
            except JournalError as error:
                problem = str(error)
        on_disk = self._home is not None and not problem
        self.kept = {"seq": self._seq, "problem": problem, "on_disk": on_disk}

    def _offer(self, other: Version | None) -> None:
        self._other = other
        now = self._now()
        label = offer_label(other, now.tzinfo, now) if other is not None else ""
        self.offer = {"label": label} if label else {}


def _hidden(values: Mapping[str, str]) -> dict[str, str]:
    """Return what no field shows; a page that was shown before it was set does not send it."""
    return {name: text for name, text in values.items() if name.startswith("_")}
