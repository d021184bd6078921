"""The fields a form can show, as plain values.

A field's name, label, hint and kind are all that the screen needs; every value is text, and an
empty text means "not said".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

__all__ = [
    "Button",
    "Field",
    "Row",
    "button",
    "choice",
    "day",
    "heading",
    "line",
    "long",
    "names",
    "note",
    "number",
    "pick",
    "row",
    "rows",
    "time_of_day",
]

Field = dict[str, Any]
Button = dict[str, Any]
Row = dict[str, Any]

SKIP: Final = "Skip"


def _field(kind: str, name: str, label: str, **more: object) -> Field:
    kept = {key: value for key, value in more.items() if value not in ("", None, False, [])}
    return {"kind": kind, "name": name, "label": label, **kept}


def _options(options: Mapping[str, str] | Iterable[str]) -> list[dict[str, str]]:
    pairs = options.items() if isinstance(options, Mapping) else ((one, one) for one in options)
    return [{"value": str(value), "label": label} for value, label in pairs]


def line(
    name: str,
    label: str,
    *,
    hint: str = "",
    required: bool = False,
    options: Iterable[str] = (),
    suggestions: Iterable[str] = (),
    many: bool = False,
    half: bool = False,
) -> Field:
    """Return a text on one line; ``options`` complete it, ``suggestions`` fill it at one tap.

    Where there may be ``many``, a suggestion is put beside what stands there, or taken out.
    """
    return _field(
        "line",
        name,
        label,
        hint=hint,
        required=required,
        options=_options(options),
        suggestions=list(suggestions),
        many=many,
        half=half,
    )


def names(
    name: str,
    label: str,
    *,
    hint: str = "",
    suggestions: Iterable[str] = (),
    half: bool = False,
) -> Field:
    """Return a line of several names, commas between; each suggestion is put in or taken out."""
    chips = list(suggestions)
    return _field("line", name, label, hint=hint, suggestions=chips, many=True, half=half)


def long(name: str, label: str, *, hint: str = "", rows: int = 3, required: bool = False) -> Field:
    """Return a text of any length, which grows while it is written."""
    return _field("long", name, label, hint=hint, rows=rows, required=required)


def day(
    name: str, label: str, *, hint: str = "", required: bool = False, half: bool = False
) -> Field:
    """Return a date; its value is ``2026-03-04`` or empty."""
    return _field("day", name, label, hint=hint, required=required, half=half)


def time_of_day(name: str, label: str, *, hint: str = "", half: bool = False) -> Field:
    """Return a time of day; its value is ``18:30`` or empty."""
    return _field("time", name, label, hint=hint, half=half)


def number(
    name: str,
    label: str,
    *,
    low: float | None = None,
    high: float | None = None,
    hint: str = "",
    half: bool = False,
) -> Field:
    """Return a number between two bounds, both inclusive; its value is text or empty."""
    return _field("number", name, label, min=low, max=high, hint=hint, half=half)


def choice(
    name: str,
    label: str,
    options: Mapping[str, str] | Iterable[str],
    *,
    hint: str = "",
    skip: str = SKIP,
) -> Field:
    """Return a choice made with one tap; ``skip`` names the empty one, "" leaves it out."""
    shown = _options(options) + ([{"value": "", "label": skip}] if skip else [])
    return _field("choice", name, label, options=shown, hint=hint)


def pick(
    name: str,
    label: str,
    options: Mapping[str, str],
    *,
    hint: str = "",
    half: bool = False,
) -> Field:
    """Return a choice from a list that opens, for many options; name the empty one as well."""
    return _field("pick", name, label, options=_options(options), hint=hint, half=half)


def note(text: str, *, alert: bool = False) -> Field:
    """Return a sentence between fields; an alert is read out and scrolled to."""
    return _field("note", "", text, alert=alert)


def heading(text: str) -> Field:
    """Return a small heading between fields."""
    return _field("note", "", text, heading=True)


def rows(name: str, label: str = "", *, layout: str = "list") -> Field:
    """Return a list of entries with buttons; what it lists is set with ``Form.list_rows``.

    Args:
        name: The field's name.
        label: Stands above the list.
        layout: ``list``, or ``side`` to compare entries side by side.
    """
    return _field("rows", name, label, layout=layout)


def row(
    row_id: str, title: str, *, lines: Sequence[str] = (), buttons: Sequence[Button] = ()
) -> Row:
    """Return one entry of a list; its buttons report its id."""
    return {"id": row_id, "title": title, "lines": list(lines), "buttons": list(buttons)}


def button(
    name: str,
    label: str,
    *,
    primary: bool = False,
    small: bool = False,
    title: str = "",
    expanded: bool | None = None,
) -> Button:
    """Return a button; ``title`` is what a screen reader says where the label is not enough."""
    made: Button = {"name": name, "label": label}
    if primary:
        made["primary"] = True
    if small:
        made["small"] = True
    if title:
        made["title"] = title
    if expanded is not None:
        made["expanded"] = "true" if expanded else "false"
    return made
