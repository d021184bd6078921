"""The head and the foot of the preparing panel, laid out as sections of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets.prepare_state import count_words
from interview_journal.widgets.results import result_section
from interview_journal.widgets.sheet import line, link, linked, press, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.widgets.prepare_state import PrepareState, RoundChoice
    from interview_journal.widgets.results import Result
    from interview_journal.widgets.sheet import Line, Section

__all__ = ["TITLE", "done_sections", "example_section", "head_sections", "ways_out"]

TONIGHT: Final = "0_tonight.ipynb"
RECORD: Final = "1_record.ipynb"

TITLE: Final = "Before the next round"
EMPTY: Final = (
    "On the morning of an interview this page tells who will be there, what you said before and "
    "which three answers to say aloud. It needs one round: one that comes, or one that was."
)
NO_ANSWERS: Final = (
    "No answer is written down yet, so there is nothing to rehearse. Write down what they asked "
    "you last time, and your three answers stand here."
)
OVER: Final = (
    "This round is over. Once the next one is entered on the page for tonight, it stands here."
)
EXAMPLE: Final = (
    "A made-up person’s interviews, to show what this page can become. Try the rehearsal: nothing "
    "you do here is kept."
)
ENOUGH: Final = "That’s enough."
FULL_SESSION: Final = "Ten minutes is a full session."


def example_section(*, can_leave: bool) -> Section:
    """Return the banner that says that nothing here is one's own."""
    return section(
        "example",
        "This is an example",
        texts=(EXAMPLE,),
        buttons=(press("own", "Back to my journal"),) if can_leave else (),
        tone="banner",
    )


def head_sections(
    state: PrepareState,
    *,
    is_form_open: bool = False,
    shows_rounds: bool = False,
    result: Result | None = None,
) -> list[Section]:
    """Return what stands at the top: when, who, and the one thing to do now.

    Args:
        state: What the panel shows.
        is_form_open: Whether a form is open, whose button is the primary one then.
        shows_rounds: Whether the other rounds are listed.
        result: What was just done.
    """
    if state.stage == "empty":
        return [_welcome()]
    sections = [_head(state, is_form_open=is_form_open), _out(state, shows_rounds=shows_rounds)]
    if state.extra_due:
        sections.append(_due(state.extra_due))
    if shows_rounds:
        sections.append(_rounds(state.facts.rounds))
    if result is not None:
        sections.append(result_section(result))
    return sections


def _welcome() -> Section:
    return section(
        "welcome",
        TITLE,
        level=1,
        texts=(EMPTY,),
        links=(
            link(TONIGHT, "Enter the round that comes", primary=True),
            link(RECORD, "Write down one that was", look="button"),
        ),
        buttons=(press("example", "Look at an example"),),
    )


def _head(state: PrepareState, *, is_form_open: bool) -> Section:
    texts = [state.when, *([linked(state.where)] if state.where else []), state.who]
    links = []
    if not state.is_ahead:
        texts.append(OVER)
        links.append(link(TONIGHT, "Enter the next round", look="button"))
    if state.stage == "no answers":
        texts.append(NO_ANSWERS)
        links.insert(0, link(RECORD, "Write down an interview", primary=not is_form_open))
    buttons = []
    if state.primary:
        buttons.append(press("rehearse", state.primary, primary=not is_form_open))
    return section(
        "head", state.title, level=1, lead=True, texts=texts, links=links, buttons=buttons
    )


def _out(state: PrepareState, *, shows_rounds: bool) -> Section:
    """Return what takes the page along, below the one thing to do now."""
    buttons = [
        press("briefing", "Save the page to print", small=True),
        press("bag", "For my bag", small=True),
        press("text", "Copy as text", small=True),
    ]
    if state.facts.rounds:
        buttons.append(press("rounds", "Another round", small=True, expanded=shows_rounds))
    return section("out", buttons=buttons)


def _due(answer_ids: Sequence[str]) -> Section:
    told = count_words(len(answer_ids))
    are = "is" if len(answer_ids) == 1 else "are"
    return section(
        "due",
        texts=(f"Besides those below, {told} {are} due today.",),
        buttons=(press("rehearse due", "Rehearse what is due", small=True),),
    )


def _rounds(rounds: Sequence[RoundChoice]) -> Section:
    return section("rounds", "Which round?", lines=[_round(one) for one in rounds], focus=True)


def _round(one: RoundChoice) -> Line:
    day = f"{one.day[:1].upper()}{one.day[1:]}."
    return line(
        one.title,
        texts=(day if one.is_ahead else f"{day} It is over.",),
        buttons=(
            press(
                "round",
                "Prepare this one",
                item=one.interview_id,
                small=True,
                title=f"Prepare this one: {one.title}",
            ),
        ),
    )


def done_sections(
    grades: Sequence[tuple[str, str, str]], *, can_write: bool, can_undo: bool
) -> list[Section]:
    """Return what stands after the last answer.

    Args:
        grades: Answer id, question and grade in words of each answer rehearsed.
        can_write: Whether better words can be kept; not in the example.
        can_undo: Whether the last grade can be taken back.
    """
    undo = (press("undo", "Undo the last grade", small=True),) if can_undo else ()
    lines = [
        line(
            question,
            texts=(told,),
            buttons=(
                press(
                    "better",
                    "Write it better",
                    item=answer_id,
                    small=True,
                    title=f"Write it better: {question}",
                ),
            )
            if can_write
            else (),
        )
        for answer_id, question, told in grades
    ]
    return [
        section(
            "done",
            ENOUGH,
            level=1,
            lead=True,
            texts=(FULL_SESSION,),
            lines=lines,
            buttons=(press("page", "Back to the page", primary=True), *undo),
            focus=True,
        )
    ]


def ways_out(state: PrepareState) -> list[Section]:
    """Return where else to go."""
    has_button = not state.is_sample and state.stage != "empty"
    buttons = (press("example", "Look at an example", small=True),) if has_button else ()
    return [section("more", links=(link(TONIGHT, "Back to tonight"),), buttons=buttons)]
