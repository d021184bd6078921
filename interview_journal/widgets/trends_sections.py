"""The trends panel's words: its state, laid out as sections of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from interview_journal.widgets.sheet import line, link, press, section

if TYPE_CHECKING:
    from interview_journal.widgets.sheet import Line, Section
    from interview_journal.widgets.trends_state import PairLine, SideLine, TrendsState

__all__ = ["TITLE", "lower_sections", "upper_sections"]

TITLE: Final = "How it goes"
TAG: Final = "Example"
AGREEMENT: Final = (
    "Two interviewers who meet the same person agree only in part. Of the people whom one of them "
    "puts in the lower half, about one in three would stand in the upper half with another "
    "(computed from an agreement of .44 between separate interviewers; Huffcutt and others, 2013)."
)
NOT_READ: Final = (
    "So this page never reads anything into a single no, and neither need you. It waits for eight "
    "answers, some yes and some no, before it compares your guesses with them."
)
EXAMPLE: Final = (
    "A made-up person’s interviews, to show what this page can become. Nothing here is yours."
)


def upper_sections(state: TrendsState, *, can_leave: bool = True) -> list[Section]:
    """Return what stands above the charts: what to do now, what went well, then and now.

    Args:
        state: What the panel shows.
        can_leave: Whether there is a journal of one's own to go back to.
    """
    sections = [_example(can_leave=can_leave)] if state.is_sample else [_lead(state)]
    if state.is_sample:
        sections.append(section("basis", texts=_filled(state.basis), buttons=_switch(state)))
    if state.strengths:
        sections.append(
            section(
                "strengths",
                "What went well",
                lines=[line(title, texts=(words,)) for title, words in state.strengths],
                **_mark(state),
            )
        )
    for number, pair in enumerate(state.pairs):
        heading = "The same question, then and now" if number == 0 else ""
        sections.append(_pair(pair, number, heading, state))
    return sections


def _lead(state: TrendsState) -> Section:
    to = state.next_link
    links = []
    if state.stage != "nothing fits":
        links.append(link(to.file, to.label, primary=True, look="button"))
    buttons = list(_switch(state))
    if state.stage == "nothing fits":
        buttons.insert(0, press("clear", "Clear filters", primary=True))
    if state.stage in ("empty", "unrated", "one"):
        buttons.append(press("example", "Look at an example"))
    return section(
        "lead",
        TITLE,
        level=1,
        lead=True,
        texts=[*state.lead, *_filled(state.basis)],
        links=links,
        buttons=buttons,
    )


def _switch(state: TrendsState) -> tuple[dict[str, object], ...]:
    if state.hides_scores:
        return (press("scores", "Show scores", item="show", small=True),)
    if state.stage in ("one", "few", "many"):
        return (press("scores", "Hide scores", item="hide", small=True),)
    return ()


def _example(*, can_leave: bool) -> Section:
    return section(
        "example",
        "This is an example",
        level=1,
        texts=(EXAMPLE,),
        buttons=(press("own", "Back to my journal", primary=True),) if can_leave else (),
        tone="banner",
        focus=True,
    )


def _mark(state: TrendsState) -> dict[str, Any]:
    return {"tag": TAG, "tone": "example"} if state.is_sample else {}


def _pair(pair: PairLine, number: int, heading: str, state: TrendsState) -> Section:
    return section(
        f"pair:{number}",
        heading,
        texts=(pair.heading,),
        lead=True,
        lines=[_side(pair.then), _side(pair.now)],
        layout="side",
        **_mark(state),
    )


def _side(side: SideLine) -> Line:
    whole = {"summary": "The whole answer", "texts": [side.whole]} if side.whole else None
    return line(
        side.title, texts=_filled(side.score), pairs=[[side.question, side.answer]], more=whole
    )


def lower_sections(state: TrendsState) -> list[Section]:
    """Return what stands below the charts: how sure it is, and the other notebooks."""
    sections = []
    if state.figures:
        why = {"summary": "One rejection says little. Why?", "texts": [AGREEMENT, NOT_READ]}
        sections.append(section("sure", "How sure is this?", texts=_filled(state.looks), more=why))
    if not state.is_sample:
        sections.append(_pages(state))
    return sections


def _pages(state: TrendsState) -> Section:
    example = press("example", "Look at an example", small=True)
    buttons = [example] if state.stage in ("few", "many", "nothing fits") else []
    return section(
        "pages",
        "Your notebooks",
        lines=[line("", to=link(one.file, one.label), texts=(one.hint,)) for one in state.links],
        buttons=buttons,
    )


def _filled(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
