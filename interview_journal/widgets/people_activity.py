"""The form for the record of activity: which days, and as what it is handed over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from interview_journal.api.activity import activity_csv, activity_page, activity_rows
from interview_journal.core.day_words import day_words
from interview_journal.widgets import fields as f
from interview_journal.widgets.people_form import DeskForm, FormPlace
from interview_journal.widgets.results import Result
from interview_journal.widgets.typed_values import FormFaultsError

__all__ = ["ActivityForm"]

PAGE: Final = "A page to print and sign"
TABLE: Final = "A table (CSV)"
_USUAL_DAYS: Final = timedelta(days=29)
"""Offices ask by the month."""
NOT_A_DAY: Final = "Enter a day, such as 2026-03-04."
BACKWARDS: Final = "This day is before the first one."
NONE_THEN: Final = "No interview took place in these days."


class ActivityForm(DeskForm):
    """Hands the record over; it is about the whole journal and keeps nothing in it."""

    kind = "activity"
    group = "take"
    save_label = "Make the record"

    def __init__(self, place: FormPlace, item: str) -> None:
        """Make the form; see ``DeskForm``."""
        super().__init__(place, item)
        # Nothing here is saved in the journal, so nothing is ever unsaved.
        self.form.tells_saving = False

    @property
    def title(self) -> str:
        """What stands above it."""
        return "A record for the job centre"

    def values(self) -> dict[str, str]:
        """Return the last thirty days, as a page."""
        today = self.place.today
        return {
            "first": (today - _USUAL_DAYS).isoformat(),
            "last": today.isoformat(),
            "form": PAGE,
        }

    def fields(self, _values: Mapping[str, str]) -> list[f.Field]:
        """Return the two days and what it is made as."""
        return [
            f.day("first", "From", required=True, half=True),
            f.day("last", "To", required=True, half=True),
            f.choice("form", "As what?", (PAGE, TABLE), skip=""),
        ]

    def keep(self, values: Mapping[str, str]) -> Result:
        """Hand the record over, unless there is nothing in it."""
        first, last = _span(values)
        journal = self.place.journal
        count = len(activity_rows(journal, first, last))
        if not count:
            raise FormFaultsError({"first": NONE_THEN})
        name = f"interviews_{first}_to_{last}"
        if values.get("form") == TABLE:
            # A spreadsheet takes a file without this mark for one of its own old encodings.
            data = activity_csv(journal, first, last).encode("utf-8-sig")
            self.place.give_file(f"{name}.csv", "text/csv", data)
        else:
            data = activity_page(journal, first, last).encode()
            self.place.give_file(f"{name}.html", "text/html", data)
        today = self.place.today
        days = f"{day_words(first, today=today)} to {day_words(last, today=today)}"
        noun = "1 interview" if count == 1 else f"{count} interviews"
        return Result(key=f"activity:{name}", texts=(f"The record is made: {noun}, {days}.",))


def _span(values: Mapping[str, str]) -> tuple[date, date]:
    days = {}
    faults = {}
    for name in ("first", "last"):
        try:
            days[name] = date.fromisoformat(values.get(name, "").strip())
        except ValueError:
            faults[name] = NOT_A_DAY
    if not faults and days["last"] < days["first"]:
        faults["last"] = BACKWARDS
    if faults:
        raise FormFaultsError(faults)
    return days["first"], days["last"]
