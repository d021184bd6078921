"""The referees of an application, each with the buttons that fit what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets.people_part_sections import opener
from interview_journal.widgets.sheet import line, press, section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interview_journal.widgets.people_referees import RefereeLine
    from interview_journal.widgets.sheet import Line, Press, Section

__all__ = ["referee_section"]

NO_REFEREE: Final = (
    "Nobody yet. A referee speaks for you when the company calls. Ask first, tell them about each "
    "interview before the company can ring, and thank them after: the dates for it begin here."
)


def referee_section(lines: Sequence[RefereeLine], application_id: str, opened: str) -> Section:
    """Return the referees of the application."""
    return section(
        "referees",
        "Referees",
        texts=() if lines else (NO_REFEREE,),
        lines=[_referee(one, opened) for one in lines],
        buttons=(opener("newreferee", "Add a referee", application_id, opened),),
    )


def _referee(one: RefereeLine, opened: str) -> Line:
    return line(one.name, texts=one.texts, buttons=tuple(_buttons(one, opened)))


def _buttons(one: RefereeLine, opened: str) -> Iterator[Press]:
    """Return what can follow: a yes, then a call; the yes is taken back where it stands."""
    if not one.agreed:
        yield _agreement(one, "They agreed", opened)
    if one.called:
        yield _small("not_called", "They did not call", one)
    else:
        # The label names the person, for it is pressed in haste.
        yield press(
            "called",
            f"They called {one.first_name}",
            item=one.reference_id,
            title=f"They called {one.first_name}: {one.name}",
        )
    if one.agreed:
        yield _agreement(one, "What they agreed to", opened)
    yield opener("referee", "Edit", one.person_id, opened, title=f"Edit {one.name}", small=True)
    yield _small("off", "Take off this application", one)


def _agreement(one: RefereeLine, label: str, opened: str) -> Press:
    title = f"{label}: {one.name}"
    return opener("agreed", label, one.reference_id, opened, title=title, small=one.agreed)


def _small(name: str, label: str, one: RefereeLine) -> Press:
    return press(name, label, item=one.reference_id, title=f"{label}: {one.name}", small=True)
