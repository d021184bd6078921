"""The tonight panel's words: its state, laid out as sections of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets.due_sections import due_sections, record_link
from interview_journal.widgets.file_care_state import REMEDY_LABELS
from interview_journal.widgets.results import result_section
from interview_journal.widgets.sheet import line, link, linked, press, section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_journal.widgets.file_care_state import CareLine
    from interview_journal.widgets.results import Result
    from interview_journal.widgets.sheet import Line, Section
    from interview_journal.widgets.tonight_state import RoundLine, TonightState

__all__ = ["lower_sections", "upper_sections"]

WELCOME: Final = (
    "Write it down while it’s fresh. Five minutes is enough. You can add more tomorrow. "
    "It stays on this computer. Nothing is sent."
)
CARE_INTRO: Final = "Nothing is lost by looking. Until you choose, everything stays as it is."


def upper_sections(
    state: TonightState, *, open_form: str = "", result: Result | None = None
) -> list[Section]:
    """Return what stands above the place where a form opens.

    Args:
        state: What the panel shows.
        open_form: The button whose form is open; "" for none.
        result: What was just done.
    """
    sections = [_welcome(open_form) if state.is_empty else _latest(state, open_form)]
    if result is not None:
        sections.append(result_section(result))
    return sections


def _welcome(open_form: str) -> Section:
    return section(
        "welcome",
        "Just had an interview?",
        level=1,
        texts=(WELCOME,),
        links=(record_link("Write down an interview", primary=not open_form),),
        buttons=(
            press("coming", "I have one coming up", expanded=open_form == "coming"),
            press("example", "Look at an example"),
        ),
    )


def _latest(state: TonightState, open_form: str) -> Section:
    buttons = [press("coming", "I have an interview coming", expanded=open_form == "coming")]
    if state.can_hear:
        buttons.insert(0, press("heard", "I heard back", expanded=open_form == "heard"))
    links = [record_link("Write down an interview", primary=not open_form)]
    if state.latest is None:
        texts = ["No interview is written down yet."]
    else:
        texts = [_latest_sentence(state.latest), state.latest.detail]
        links.append(
            record_link(
                "Add to it",
                item=state.latest.interview_id,
                title=f"Add to it: {state.latest.title}",
            )
        )
    return section(
        "latest",
        "Tonight",
        level=1,
        lead=True,
        texts=[text for text in texts if text],
        links=links,
        buttons=buttons,
    )


def _latest_sentence(latest: RoundLine) -> str:
    return f"{latest.title}, {latest.day}. It’s written down. {latest.note}"


def lower_sections(
    state: TonightState,
    *,
    confirming: str = "",
    notes: Mapping[str, str] | None = None,
    shows_later: bool = False,
) -> list[Section]:
    """Return what stands below the place where a form opens.

    Args:
        state: What the panel shows.
        confirming: The key of the line whose remedy was pressed once and waits for a yes.
        notes: How far a draft is, by the key of what is due.
        shows_later: Whether what is due later is opened.
    """
    sections = [_care(state.care, confirming)] if _pressing(state.care) else []
    if not state.is_empty:
        sections += due_sections(state, notes=notes or {}, shows_later=shows_later)
    if state.coming:
        sections.append(_coming(state.coming))
    if not state.is_empty:
        sections.append(_pages(state))
    notices = [one for one in state.care if one.is_notice]
    if notices:
        sections.append(_notices(notices))
    return sections


def _coming(rounds: Sequence[RoundLine]) -> Section:
    return section("coming", "Coming up", lines=[_coming_line(one) for one in rounds])


def _coming_line(one: RoundLine) -> Line:
    when = _capital(f"{one.day}, {one.time}" if one.time else one.day)
    return line(
        one.title,
        texts=[
            *(text for text in (when, one.detail) if text),
            *([linked(f"Where: {one.where}")] if one.where else []),
        ],
        buttons=(
            press(
                "move",
                "Another day or place",
                item=one.interview_id,
                small=True,
                title=f"Another day or place: {one.title}",
            ),
            press(
                "off",
                "It is called off",
                item=one.interview_id,
                small=True,
                title=f"It is called off: {one.title}",
            ),
        ),
    )


def _pages(state: TonightState) -> Section:
    return section(
        "pages",
        "Your notebooks",
        lines=[line("", to=link(one.file, one.label), texts=(one.hint,)) for one in state.links],
        buttons=(press("example", "Look at an example", small=True),),
    )


# The files -----------------------------------------------------------------------------------


def _pressing(care: Sequence[CareLine]) -> bool:
    return any(not one.is_notice for one in care)


def _care(care: Sequence[CareLine], confirming: str) -> Section:
    return section(
        "care",
        "Please look at your files",
        texts=(CARE_INTRO,),
        tone="care",
        lines=[_care_line(one, confirming) for one in care if not one.is_notice],
    )


def _care_line(one: CareLine, confirming: str) -> Line:
    if confirming == one.key:
        buttons = [
            press("accepted", "Yes, they may go", item=one.key),
            press("keep asking", "No, leave it", item=one.key),
        ]
    else:
        buttons = [
            press(
                remedy,
                REMEDY_LABELS[remedy],
                item=one.key,
                title=f"{REMEDY_LABELS[remedy]}: {one.sentence}",
            )
            for remedy in one.remedies
        ]
    return line("", texts=(one.sentence,), buttons=buttons, more=_places(one))


def _places(one: CareLine) -> dict[str, object] | None:
    if not one.places:
        return None
    texts = list(one.places)
    if one.has_more:
        texts.append("There are more like these. In a terminal, interview-journal check lists all.")
    return {"summary": "Look closer", "texts": texts}


def _notices(notices: Sequence[CareLine]) -> Section:
    texts = [place for one in notices for place in one.places]
    return section("notices", more={"summary": "Also noticed in your files", "texts": texts})


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
