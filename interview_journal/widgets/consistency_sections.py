"""The consistency panel's title, what to do first, and the way to the other notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets.sheet import line, link, press, section

if TYPE_CHECKING:
    from interview_journal.widgets.consistency_state import ConsistencyState
    from interview_journal.widgets.sheet import Section

__all__ = ["TITLE", "lower_sections", "upper_sections"]

TITLE: Final = "What you said, and to whom"
EXAMPLE: Final = (
    "A made-up person’s interviews, to show what this page can become. Nothing here is yours."
)


def upper_sections(state: ConsistencyState, *, can_leave: bool = True) -> list[Section]:
    """Return what stands above the page.

    Args:
        state: What the panel shows.
        can_leave: Whether there is a journal of one's own to go back to.
    """
    if state.is_sample:
        return [
            section(
                "example",
                "This is an example",
                level=1,
                texts=(EXAMPLE,),
                buttons=(press("own", "Back to my journal", primary=True),) if can_leave else (),
                tone="banner",
                focus=True,
            )
        ]
    to = state.next_link
    return [
        section(
            "lead",
            TITLE,
            level=1,
            lead=True,
            texts=state.lead,
            links=() if to is None else (link(to.file, to.label, primary=True, look="button"),),
            buttons=() if to is None else (press("example", "Look at an example"),),
        )
    ]


def lower_sections(state: ConsistencyState) -> list[Section]:
    """Return what stands below the page."""
    if state.is_sample:
        return []
    return [
        section(
            "pages",
            "Your notebooks",
            lines=[
                line("", to=link(one.file, one.label), texts=(one.hint,)) for one in state.links
            ],
            buttons=(press("example", "Look at an example", small=True),)
            if state.next_link is None
            else (),
        )
    ]
