"""The briefing on the screen: what the printed page holds, with what one can do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets.sheet import line, press, section
from interview_journal.writing.briefing_sections import briefing_sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_journal.core.preparing.values import LikelyQuestion, RehearsalPick
    from interview_journal.widgets.prepare_state import PrepareState
    from interview_journal.widgets.sheet import Line, Press, Section
    from interview_journal.writing.briefing_sections import Item
    from interview_journal.writing.briefing_sections import Section as Part

__all__ = ["page_sections"]

NOTHING_YET: Final = "Nothing yet."
LIKELY: Final = "Questions that may come"
LIKELY_MEANS: Final = (
    "At most ten, the likeliest first. A guess: what is common in such a round, what the job "
    "asks for, and what you were asked so far."
)
HOW_GOOD: Final = "How good were earlier lists?"
HOW_MEASURED: Final = (
    "Each list is made again as it would have stood that morning, from earlier rounds alone, and "
    "compared with what you wrote down as asked."
)
READING: Final = (
    "The comparison of all your answers is still running; what differs is added when it is done, "
    "and the answers to rehearse may then be others."
)
WORSE: Final = "Worth writing better"
_SHOWN_CHARS: Final = 320


def page_sections(state: PrepareState, *, earlier: str = "") -> list[Section]:
    """Return the page from top to bottom; nothing where there is no round.

    Args:
        state: What the panel shows.
        earlier: How good earlier lists of questions were; "" while nobody asks.
    """
    briefing = state.facts.briefing
    if briefing is None:
        return []
    sections = [section("reading", texts=(READING,))] if state.is_reading else []
    for part in briefing_sections(briefing):
        if part.name == "rehearse":
            sections.append(_rehearse(state, part))
        elif part.name == "likely":
            sections.append(_likely(state, earlier))
        else:
            lines = [_line(item) for item in part.items]
            sections.append(section(part.name, part.title, lines=lines, layout="calm"))
    if state.worse and not state.is_sample:
        lines = [line(one.question, buttons=(_better(one, state),)) for one in state.worse]
        sections.append(section("worse", WORSE, lines=lines))
    return sections


def _line(item: Item) -> Line:
    title = " · ".join(part for part in (item.lead, item.aside) if part)
    return line(title, texts=_texts(item))


def _texts(item: Item) -> list[str]:
    return [f"{one.label}: {one.text}" if one.label else one.text for one in item.lines]


def _rehearse(state: PrepareState, part: Part) -> Section:
    briefing = state.facts.briefing
    picks = () if briefing is None else briefing.rehearse
    lines = [
        _line(item) | {"buttons": list(_pick_buttons(state, pick, position))}
        for position, (item, pick) in enumerate(zip(part.items, picks, strict=True))
    ]
    return section(part.name, part.title, lines=lines)


def _pick_buttons(state: PrepareState, pick: RehearsalPick, position: int) -> Iterator[Press]:
    if state.can_swap:
        yield press(
            "swap",
            "Another answer",
            item=str(position),
            small=True,
            title=f"Another answer than: {pick.question}",
        )
    if not state.is_sample:
        yield _better(pick, state)


def _better(pick: RehearsalPick, state: PrepareState) -> Press:
    label = "Write it better" if pick.answer_id in state.facts.weak else "Change the words"
    return press(
        "better", label, item=pick.answer_id, small=True, title=f"{label}: {pick.question}"
    )


def _likely(state: PrepareState, earlier: str) -> Section:
    briefing = state.facts.briefing
    likely = () if briefing is None else briefing.likely
    return section(
        "likely",
        LIKELY,
        texts=(LIKELY_MEANS,),
        lines=[_likely_line(one, state) for one in likely],
        buttons=(press("earlier", HOW_GOOD, small=True, expanded=bool(earlier)),),
        hint=f"{earlier} {HOW_MEASURED}" if earlier else "",
    )


def _likely_line(one: LikelyQuestion, state: PrepareState) -> Line:
    words = state.facts.words.get(one.best_answer_id, "")
    return line(
        one.label,
        texts=(one.why, f"“{_cropped(words)}”" if words else NOTHING_YET),
        buttons=_likely_buttons(one, state) if words else (),
    )


def _likely_buttons(one: LikelyQuestion, state: PrepareState) -> list[Press]:
    item = one.best_answer_id
    buttons = [
        press("rehearse one", "Rehearse it", item=item, small=True, title=f"Rehearse: {one.label}")
    ]
    if item in state.facts.weak and not state.is_sample:
        title = f"Write it better: {one.label}"
        buttons.append(press("better", "Write it better", item=item, small=True, title=title))
    return buttons


def _cropped(text: str) -> str:
    """Return the beginning of a text, cut between two words."""
    if len(text) <= _SHOWN_CHARS:
        return text
    return f"{text[:_SHOWN_CHARS].rsplit(maxsplit=1)[0]} …"
