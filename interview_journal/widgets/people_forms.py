"""Every form under the tab of people and dates, by the name of the button that opens it."""

from __future__ import annotations

from typing import Final

from interview_journal.widgets.people_activity import ActivityForm
from interview_journal.widgets.people_application import LettersForm, StandingForm
from interview_journal.widgets.people_form import DeskForm
from interview_journal.widgets.people_person import NewPersonForm, PersonForm, RefereeForm
from interview_journal.widgets.people_reference import AgreedForm, NewRefereeForm
from interview_journal.widgets.people_settings import DatesForm

__all__ = ["FORMS", "OF_ALL"]

FORMS: Final[dict[str, type[DeskForm]]] = {
    one.kind: one
    for one in (
        StandingForm,
        PersonForm,
        NewPersonForm,
        RefereeForm,
        AgreedForm,
        NewRefereeForm,
        LettersForm,
        DatesForm,
        ActivityForm,
    )
}
OF_ALL: Final = frozenset({DatesForm.kind, ActivityForm.kind})
"""Forms about the whole journal: they stay open when another application is chosen."""
