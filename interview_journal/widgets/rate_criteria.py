"""The person's own criteria: added, weighed, retired, brought back; old ratings stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.records import Criterion
from interview_journal.core.rubric import OVERALL, RubricCriterion, criterion_key, rubric
from interview_journal.widgets import fields as f
from interview_journal.widgets.saved_words import saved_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.panel import Panel

__all__ = ["CriteriaForm"]

EXPLAINED: Final = (
    "All weigh the same unless you say otherwise. What you retire is no longer asked for; "
    "its scores stay, and it can come back."
)
NAME_MISSING: Final = "Give it a name: a word or two."
NAME_TAKEN: Final = "There is one of that name already. Choose Change beside it."
WEIGHT_WRONG: Final = "A number from 0 to 100, such as 2 for twice as much."
_WEIGHT_MOST: Final = 100
_ANCHORS: Final = tuple(f"anchor_{level}" for level in range(1, 6))


class CriteriaForm:
    """A list of all criteria, and the fields of the one that is added or changed."""

    def __init__(
        self,
        journal: Journal,
        panel: Panel,
        *,
        on_changed: Callable[[], None],
        on_closed: Callable[[], None],
    ) -> None:
        """Make it, showing the list."""
        self._journal = journal
        self._on_changed = on_changed
        self._on_closed = on_closed
        self._edited: str | None = None
        self._new_id = journal.new_id(Criterion)
        self.form = panel.form([], on_press=self.press)
        self.form.tells_saving = False
        self.form.open_without_draft({})
        self.draw()

    def press(self, button: str, item: str = "") -> None:
        """Do what a button does."""
        if button == "close":
            self._on_closed()
            return
        if button in ("add", "change"):
            self._edit(item)
        elif button in ("retire", "back"):
            at = self._journal.now() if button == "retire" else None
            self._store(item, retired_at=at)
            self._on_changed()
        elif button == "cancel":
            self._edited = None
        elif button == "save":
            self.save()
        self.draw()

    def save(self) -> None:
        """Store the one that is added or changed, or say beside the fields what is missing."""
        if self._edited is None:
            return
        name = self._edited or " ".join(self.form.text("name").split())
        weight = _weight(self.form.text("weight"))
        errors = {} if weight is not None else {"weight": WEIGHT_WRONG}
        if not self._edited:
            errors |= self._name_errors(name)
        self.form.show_errors(errors)
        if errors or weight is None:
            return
        anchors = {one: self.form.text(one) for one in _ANCHORS if one in self.form.values}
        self._store(name, weight=weight, **anchors)
        self._edited, self._new_id = None, self._journal.new_id(Criterion)
        self.form.was_saved({}, saved_words(self._journal.now()))
        self._on_changed()
        self.draw()

    def draw(self) -> None:
        """Show the list, or the fields."""
        if self._edited is None:
            self._draw_list()
        else:
            self._draw_fields()

    # Inside -------------------------------------------------------------------------------

    def _edit(self, key: str) -> None:
        self._edited = key
        found = rubric(self._journal).find(key)
        values = {"name": key, "weight": "1"} | dict.fromkeys(_ANCHORS, "")
        if found is not None:
            anchors = dict(zip(_ANCHORS, found.anchors, strict=True))
            values = {"weight": f"{found.weight:g}"} | ({} if found.is_built_in else anchors)
        self.form.open_without_draft(values)

    def _name_errors(self, name: str) -> dict[str, str]:
        if not name:
            return {"name": NAME_MISSING}
        key = criterion_key(name).casefold()
        taken = {one.key.casefold() for one in rubric(self._journal).all_criteria} | {OVERALL}
        return {"name": NAME_TAKEN} if key in taken else {}

    def _store(self, key: str, **changes: object) -> None:
        """Change the row of that criterion; a built-in one gets its row with its first change."""
        rows = [one for one in self._journal.criteria if _same_name(one.name, key)]
        if rows:
            newest = max(rows, key=lambda one: (one.saved_at is not None, one.saved_at))
            self._journal.revise(newest, **changes)
        else:
            made = Criterion(id=self._new_id, name=key)
            self._journal.add(made.with_changes(**changes))
            self._new_id = self._journal.new_id(Criterion)

    def _draw_list(self) -> None:
        rows = [_listed(one) for one in rubric(self._journal).all_criteria]
        self.form.list_rows("criteria", rows)
        self.form.fields = [
            f.heading("My criteria"),
            f.note(EXPLAINED),
            f.rows("criteria"),
        ]
        self.form.buttons = [
            f.button("add", "Add one of my own", primary=True),
            f.button("close", "Close"),
        ]

    def _draw_fields(self) -> None:
        key = self._edited or ""
        found = rubric(self._journal).find(key)
        heading = f"Change: {found.label}" if found is not None else "A criterion of my own"
        shown = [f.heading(heading)]
        if found is None:
            shown.append(
                f.line("name", "Name", hint="A word or two, such as Kept it short.", required=True)
            )
        if found is None or not found.is_built_in:
            shown.append(
                f.note("Say what one could see or hear at each level. You may leave gaps.")
            )
            shown += [
                f.long(one, f"{level} looks like", rows=1)
                for level, one in enumerate(_ANCHORS, start=1)
            ]
        shown.append(
            f.number(
                "weight",
                "Weight",
                low=0,
                high=_WEIGHT_MOST,
                hint="1 for all, 2 counts twice as much.",
            )
        )
        self.form.fields = shown
        self.form.buttons = [
            f.button("save", "Save", primary=True),
            f.button("cancel", "Cancel"),
        ]


def _listed(one: RubricCriterion) -> f.Row:
    weight = "" if one.weight == 1 else f"Weight {one.weight:g}. "
    state = "Retired. " if one.is_retired else ""
    origin = one.question if one.is_built_in else "Your own."
    retire = (
        f.button("back", "Bring back", title=f"Bring back: {one.label}")
        if one.is_retired
        else f.button("retire", "Retire", title=f"Retire: {one.label}")
    )
    return f.row(
        one.key,
        one.label,
        lines=[f"{state}{weight}{origin}"],
        buttons=[f.button("change", "Change", title=f"Change: {one.label}"), retire],
    )


def _same_name(name: str, key: str) -> bool:
    return criterion_key(name).casefold() == key.casefold()


def _weight(text: str) -> float | None:
    try:
        found = float(text or "1")
    except ValueError:
        return None
    return found if 0 <= found <= _WEIGHT_MOST else None
