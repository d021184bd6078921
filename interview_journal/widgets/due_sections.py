"""What is due, as sections of a sheet: a line for each thing, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.followup.plan import DUE_GROUPS
from interview_journal.widgets.sheet import line, link, linked, press, section
from interview_journal.widgets.tonight_rehearsal import rehearsal_section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.core.choices import ActionKind
    from interview_journal.widgets.sheet import Line, Press, Section
    from interview_journal.widgets.tonight_state import DueLine, DuePart, TonightState

__all__ = ["RECORD", "due_sections", "record_link"]

RECORD: Final = "1_record.ipynb"

NOTHING_DUE: Final = "Nothing to do tonight, and that is right."
ALL_FOR_TONIGHT: Final = "That’s all for tonight."
NOTHING_AWAITED: Final = (
    "What has to be done after an interview appears here by itself, on its day: thank-you notes, "
    "when to ask for news, what to tell your referees."
)

OPENS: Final[dict[ActionKind, str]] = {
    "thank-you note": "Open the note",
    "ask about the process": "Open the note",
    "ask for news": "Open the note",
    "their promise": "Write and ask",
    "ask a referee": "Open the words",
    "tell a referee": "Open the words",
    "thank a referee": "Open the note",
    "tell a referee the outcome": "Open the note",
    "reply to a rejection": "Open the note",
    "answer an offer": "Open the answer",
    "tell another company": "Open the note",
}
"""What opens the draft of each kind; kinds without a draft are not listed."""
_DONE: Final[dict[ActionKind, str]] = {
    "their promise": "It has come",
    "my promise": "I have sent it",
}


def due_sections(
    state: TonightState, *, notes: Mapping[str, str], shows_later: bool = False
) -> list[Section]:
    """Return what is due, heading by heading, and what is awaited.

    Args:
        state: What the panel shows.
        notes: How far a draft is, by the key of what is due.
        shows_later: Whether what comes later is opened.
    """
    sections = [_part(part, notes) for part in state.parts if part.group != "later"]
    is_free = not any(part.group in ("now", "today") for part in state.parts)
    if state.rehearsal is not None:
        sections.append(rehearsal_section(state.rehearsal))
    elif is_free:
        sections.insert(0, _nothing(state))
    if state.waiting:
        sections.append(_waiting(state))
    later = next((part for part in state.parts if part.group == "later"), None)
    if later is not None:
        sections.append(_later(later, notes, is_open=shows_later))
    elif not is_free:
        sections.append(section("due:all", texts=(ALL_FOR_TONIGHT,)))
    return sections


def _nothing(state: TonightState) -> Section:
    texts = [NOTHING_DUE, state.next_date]
    if not state.parts and not state.waiting:
        texts.append(NOTHING_AWAITED)
    return section("due:nothing", "What is due", texts=[text for text in texts if text])


def _part(part: DuePart, notes: Mapping[str, str]) -> Section:
    return section(
        f"due:{part.group}",
        DUE_GROUPS[part.group],
        lines=[_due_line(one, notes) for one in part.lines],
        hint=_more(part),
    )


def _more(part: DuePart) -> str:
    if not part.more:
        return ""
    return f"{part.more} more like these are not listed now."


def _due_line(one: DueLine, notes: Mapping[str, str]) -> Line:
    texts = [f"{one.place}. {one.why}" if one.place else one.why, notes.get(one.key, "")]
    return line(
        one.text,
        texts=[
            *(text for text in texts if text),
            *([linked(f"Where: {one.where}")] if one.where else []),
        ],
        links=()
        if one.link is None
        else (
            record_link("Write it down", item=one.interview_id, title=f"Write it down: {one.text}"),
        ),
        buttons=_buttons(one),
    )


def _buttons(one: DueLine) -> list[Press]:
    if one.kind is None or one.kind == "write it down":
        return [
            press(
                "off",
                "It did not take place",
                item=one.interview_id,
                small=True,
                title=f"It did not take place: {one.text}",
            )
        ]
    return [*_first_button(one), *_every_button(one)]


def _first_button(one: DueLine) -> list[Press]:
    """Return what helps to do it."""
    if one.kind == "enter the next round":
        return [
            press(
                "coming",
                "I have an interview coming",
                item=one.application_id,
                title=f"I have an interview coming: {one.text}",
            )
        ]
    if one.kind == "move on":
        return [
            press(
                "silence",
                "I am no longer waiting",
                item=one.interview_id,
                title=f"I am no longer waiting: {one.text}",
            )
        ]
    if one.kind in OPENS:
        label = OPENS[one.kind]
        return [press("draft", label, item=one.key, title=f"{label}: {one.text}")]
    return []


def _every_button(one: DueLine) -> list[Press]:
    """Return what settles it: done, later, skip."""
    labels = {"later": "Later", "skip": "Skip"}
    if one.kind is not None and one.kind not in ("enter the next round", "move on"):
        labels = {"done": _DONE.get(one.kind, "Done"), **labels}
    return [
        press(name, label, item=one.key, small=True, title=f"{label}: {one.text}")
        for name, label in labels.items()
    ]


def _waiting(state: TonightState) -> Section:
    return section(
        "due:waiting",
        "Waiting",
        lines=[line(one.title, texts=(one.text,)) for one in state.waiting],
    )


def _later(part: DuePart, notes: Mapping[str, str], *, is_open: bool) -> Section:
    count = len(part.lines) + part.more
    label = "1 thing comes later" if count == 1 else f"{count} things come later"
    return section(
        "due:later",
        DUE_GROUPS["later"] if is_open else "",
        lines=[_due_line(one, notes) for one in part.lines] if is_open else (),
        buttons=(press("later list", label, small=True, expanded=is_open),),
        hint=_more(part) if is_open else "",
    )


def record_link(label: str, *, primary: bool = False, item: str = "", title: str = "") -> Press:
    """Return a link to where an interview is written down; ``item`` says which one."""
    return link(
        RECORD, label, primary=primary, look="button", name="record", item=item, title=title
    )
