"""The short form: company, day, what happened, who was there, when an answer comes.

Nothing here reads a journal or loads what does, so that the form can show before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.labels import ACCOUNT_LABEL
from interview_journal.widgets import fields as f

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

__all__ = ["ADD_MORE", "fresh_values", "short_buttons", "short_fields"]

ADD_MORE: Final = "Add more, tonight or tomorrow"
WHAT_NOT_TO_WRITE: Final = (
    "In any order, as it comes. Leave out what is confidential to others, and patients’ names."
)
_COMPANIES_OFFERED: Final = 4


def short_fields(
    companies: Sequence[str] = (), people: Sequence[str] = (), *, is_new: bool = True
) -> list[f.Field]:
    """Return the five fields.

    Args:
        companies: The known ones, the latest first.
        people: Who is known at the company that was typed.
        is_new: Whether the interview is not saved yet; then both are offered.
    """
    return [
        f.line(
            "company",
            "Company",
            required=True,
            options=companies,
            suggestions=companies[:_COMPANIES_OFFERED] if is_new else (),
            half=True,
        ),
        f.day("held_on", "Date", required=True, half=True),
        f.long("account", ACCOUNT_LABEL, hint=WHAT_NOT_TO_WRITE, rows=7),
        f.names(
            "who",
            "Who was there?",
            hint="Their names, with commas between.",
            suggestions=people if is_new else (),
            half=True,
        ),
        f.line(
            "hear",
            "When will you hear?",
            hint="In their words: “one to two weeks”, “by Friday”.",
            half=True,
        ),
    ]


def short_buttons(*, is_open: bool = False) -> list[f.Button]:
    """Return the two buttons; ``is_open`` tells whether the long path is shown."""
    return [
        f.button("save", "Save", primary=True),
        f.button("more", ADD_MORE, expanded=is_open),
    ]


def fresh_values(today: date) -> dict[str, str]:
    """Return what the fields hold before anything is typed."""
    return {"company": "", "held_on": today.isoformat(), "account": "", "who": "", "hear": ""}
