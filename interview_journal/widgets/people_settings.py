"""The form for the conventions behind the dates, and for the name that letters end with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from interview_journal.widgets import fields as f
from interview_journal.widgets.people_dates import date_fields, date_settings, typed_dates
from interview_journal.widgets.people_form import DeskForm
from interview_journal.widgets.results import Result

__all__ = ["DatesForm"]

_WAS: Final = "_was_"


class DatesForm(DeskForm):
    """Changes how the dates are counted; it is about the whole journal."""

    kind = "dates"
    group = "dates"

    @property
    def title(self) -> str:
        """What stands above it."""
        return "How to count"

    def values(self) -> dict[str, str]:
        """Return what the person set so far, and the same hidden, to see what was changed."""
        known = typed_dates(self.place.journal.settings)
        return {**known, **{f"{_WAS}{name}": value for name, value in known.items()}}

    def fields(self, _values: Mapping[str, str]) -> list[f.Field]:
        """Return a field for each convention."""
        return date_fields()

    def keep(self, values: Mapping[str, str]) -> Result:
        """Save what was changed; an emptied field takes the usual again."""
        journal = self.place.journal
        for name, (stored_as, value) in date_settings(values).items():
            # What another notebook changed meanwhile is left alone where nothing was typed.
            if value != values.get(f"{_WAS}{name}", ""):
                journal.set_setting(stored_as, value)
        return Result(
            key=f"dates:{journal.now().isoformat()}",
            texts=("Saved. Every date was counted anew.",),
        )
