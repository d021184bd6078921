"""How the dates are counted: the conventions as a form's texts, and back, each one checked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.defaults import (
    DEFAULT_LABELS,
    SETTING_PREFIX,
    expected_words,
    parse_defaults,
    usual_words,
)
from interview_journal.core.records import Setting
from interview_journal.widgets import fields as f
from interview_journal.widgets.typed_values import FormFaultsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from interview_journal.widgets.fields import Field

__all__ = ["OWN_LABELS", "date_fields", "date_settings", "own_conventions", "typed_dates"]

OWN_LABELS: Final[Mapping[str, str]] = {
    "my_name": "Your name",
    "my_email": "Your e-mail address",
}
"""Settings of one's own that letters are signed with; they stand under their plain names."""

_GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "Your letters": ("my_name", "my_email"),
    "After an interview": (
        "thank_within_hours",
        "news_after_days",
        "news_again_days",
        "move_on_after_days",
        "let_be_after_days",
    ),
    "Referees and answers": ("referee_within_hours", "answer_offer_days", "reply_within_days"),
    "Your days": ("day_starts_at", "assumed_end", "interview_minutes", "time_zone", "days_off"),
}
"""What belongs together; a convention that is named nowhere here stands at the end."""

_FIRST: Final = datetime.min.replace(tzinfo=UTC)
_OWN_HINTS: Final[Mapping[str, str]] = {
    "my_name": "Your letters end with it.",
    "my_email": "Your letters come from it.",
}
_CLOCKS: Final = frozenset({"day_starts_at", "assumed_end"})
_WORDS: Final = frozenset({"time_zone", "days_off"})
NOT_AN_ADDRESS: Final = "Expected an address such as ana@example.org, or leave it empty."


def typed_dates(settings: Iterable[Setting]) -> dict[str, str]:
    """Return what the form shows: what the person set, empty where the usual is taken."""
    in_order = sorted(settings, key=lambda one: one.saved_at or _FIRST)
    set_by_name = {one.name: one.value.strip() for one in in_order if one.value.strip()}
    return {name: set_by_name.get(_setting_name(name), "") for name in _names()}


def own_conventions(
    settings: Iterable[Setting],
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return label and value of what the person set, and a sentence for what cannot be read."""
    known = tuple(settings)
    labels = {**OWN_LABELS, **DEFAULT_LABELS}
    said = tuple((labels[name], value) for name, value in typed_dates(known).items() if value)
    return said, parse_defaults(known)[1]


def date_fields() -> list[Field]:
    """Return what the form asks; every hint says what is taken where a field stays empty."""
    grouped = {name for names in _GROUPS.values() for name in names}
    asked = []
    for heading, names in _GROUPS.items():
        asked.extend([f.heading(heading), *(_field(name) for name in names)])
    return [*asked, *(_field(name) for name in DEFAULT_LABELS if name not in grouped)]


def date_settings(values: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return for each field its setting's name and value.

    Raises:
        FormFaultsError: With what was expected, for each field that cannot be used.
    """
    typed = {name: values.get(name, "").strip() for name in _names()}
    faults = {name: _fault(name, text) for name, text in typed.items()}
    if any(faults.values()):
        raise FormFaultsError({name: fault for name, fault in faults.items() if fault})
    return {name: (_setting_name(name), text) for name, text in typed.items()}


def _names() -> tuple[str, ...]:
    return (*OWN_LABELS, *DEFAULT_LABELS)


def _setting_name(name: str) -> str:
    return name if name in OWN_LABELS else f"{SETTING_PREFIX}{name}"


def _field(name: str) -> Field:
    if name in OWN_LABELS:
        return f.line(name, OWN_LABELS[name], hint=_OWN_HINTS[name], half=True)
    label = DEFAULT_LABELS[name]
    article = "the " if name == "time_zone" else ""
    hint = f"Usually {article}{usual_words(name)}."
    if name in _CLOCKS:
        return f.time_of_day(name, label, hint=hint, half=True)
    if name in _WORDS:
        expected = expected_words(name)
        return f.line(name, label, hint=f"{hint} Write {expected}.", half=True)
    # A plain line: what a number field cannot read it hands over as nothing at all.
    return f.line(name, label, hint=hint, half=True)


def _fault(name: str, text: str) -> str:
    if name == "my_email":
        local, at, host = text.partition("@")
        is_address = bool(local and at and host) and not any(one.isspace() for one in text)
        return NOT_AN_ADDRESS if text and not is_address else ""
    if name in OWN_LABELS:
        return ""
    setting = Setting(name=_setting_name(name), value=text)
    if not parse_defaults([setting])[1]:
        return ""
    return f"Expected {expected_words(name)}, or leave it empty."
