"""The form for the conventions behind the dates, and for the name that letters end with."""

from __future__ import annotations

from collections.abc import Mapping

from interview_journal.widgets import fields as f
from interview_journal.widgets.people_dates import date_fields, date_settings, typed_dates
from interview_journal.widgets.people_form import DeskForm
from interview_journal.widgets.tonight_sections import Result

__all__ = ["DatesForm"]


class DatesForm(DeskForm):
    """Changes how the dates are counted; it is about the whole journal."""

    kind = "dates"
    group = "dates"

    @property
    def title(self) -> str:
        """What stands above it."""
        return "How to count"

    def values(self) -> dict[str, str]:
        """Return what the person set so far."""
        return typed_dates(self.place.journal.settings)

    def fields(self, _values: Mapping[str, str]) -> list[f.Field]:
        """Return a field for each convention."""
        return date_fields()

    def keep(self, values: Mapping[str, str]) -> Result:
        """Save what was changed; an emptied field takes the usual again."""
        journal = self.place.journal
        wanted = date_settings(values)
        journal.refresh()
        for name, value in wanted.items():
            if value != journal.setting(name).strip():
                journal.set_setting(name, value)
        return Result(
            key=f"dates:{journal.now().isoformat()}",
            texts=("Saved. Every date was counted anew.",),
        )
