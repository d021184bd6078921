"""The words of the tab of people and dates: its state, laid out as sections of sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets.people_part_sections import (
    dates_section,
    letters_section,
    people_section,
    record_link,
    standing_section,
    take_section,
)
from interview_journal.widgets.people_referee_sections import referee_section
from interview_journal.widgets.sample_mark import EXAMPLE
from interview_journal.widgets.sheet import section

if TYPE_CHECKING:
    from interview_journal.widgets.people_state import PeopleState
    from interview_journal.widgets.sheet import Section

__all__ = ["GROUPS", "people_sections"]

GROUPS: Final = ("top", "standing", "people", "referees", "letters", "dates", "take")
"""The parts of the page, from top to bottom; a form opens at the end of its part."""

FIRST: Final = (
    "Here you will see, for each application, the days that matter, the people you met, and who "
    "speaks for you. It begins with an interview: one you had, or one that is coming."
)
_PRESSED: Final = ("buttons", "links")


def people_sections(state: PeopleState, *, opened: str = "") -> dict[str, Section]:
    """Return the section of each part of the page; a part that is missing is not shown.

    Args:
        state: What is shown.
        opened: The form that is open, as "kind:item"; "" for none.
    """
    made = {"top": _top(state)}
    if state.standing is not None:
        application_id = state.standing.application_id
        made |= {
            "standing": standing_section(state.standing, opened),
            "people": people_section(state.people, application_id, opened),
            "referees": referee_section(state.referees, application_id, opened),
            "letters": letters_section(state, application_id, opened),
        }
    if state.is_sample:
        return {name: _looked_at(one) for name, one in made.items()}
    made["dates"] = dates_section(state, opened)
    return made if state.standing is None else {**made, "take": take_section(opened)}


def _top(state: PeopleState) -> Section:
    if state.is_sample or state.standing is not None:
        texts = (EXAMPLE,) if state.is_sample else ()
        return section("top", "People and dates", level=1, texts=texts)
    return section(
        "top",
        "People and dates",
        level=1,
        texts=(FIRST,),
        links=(record_link("Write down an interview", primary=True),),
    )


def _looked_at(given: Section) -> Section:
    """Return a section of the example: marked, and without anything to press."""
    kept = _without_presses(given)
    if "lines" in kept:
        kept["lines"] = [_without_presses(one) for one in kept["lines"]]
    return {**kept, "tag": "Example", "tone": "example"}


def _without_presses(given: Section) -> Section:
    return {name: value for name, value in given.items() if name not in _PRESSED}
