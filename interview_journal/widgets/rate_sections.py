"""The rating panel's words: its state, laid out as sections of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.choices import RESPONSE_TYPES
from interview_journal.widgets.notebooks import link_to
from interview_journal.widgets.rate_mentor import agreement_sentences
from interview_journal.widgets.sample_mark import EXAMPLE
from interview_journal.widgets.sheet import line, link, press, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.view import JournalView
    from interview_journal.widgets.rate_place import Mode
    from interview_journal.widgets.rate_state import RateState
    from interview_journal.widgets.sheet import Line, Section

__all__ = ["lower_rate_sections", "upper_rate_sections", "way_sections"]

RECORD: Final = "1_record.ipynb"
TRENDS: Final = "4_trends.ipynb"
TONIGHT: Final = "0_tonight.ipynb"

TITLE: Final = "Look closer at your answers"
HEADINGS: Final[dict[Mode, str]] = {
    "closer": TITLE,
    "training": "Practise on examples",
    "blind": "Rate again, blind",
    "mentor": "Somebody else rates",
    "better": "Rate the better answer",
}
LEADS: Final[dict[Mode, str]] = {
    "closer": "One answer at a time. Choose what fits best; each score is saved at once.",
    "training": "Rate a made-up answer, then see the reference and why. Nothing of it is stored.",
    "blind": "A few of your older answers, without where or when. Rate what is written here.",
    "mentor": "The same answers, without your scores. Each score is kept under the name given.",
    "better": "The answers you rewrote. They are kept apart from what you really said.",
}
EMPTY: Final = "Answers you write down appear here, one at a time, beside words for five levels."
ALL_DONE: Final[dict[Mode, str]] = {
    "closer": "Every answer is looked at closely.",
    "training": "Those were all the examples.",
    "blind": "Done. How alike you rate the same words twice shows in the charts.",
    "mentor": "Every answer is rated.",
    "better": "Every better answer is rated.",
}
CRITERIA_MEAN: Final = "Add one of your own, weigh them or retire one."
SOME_LEFT: Final = "That was the last one. Some were left out on the way."
KINDS_MEAN: Final = (
    "In 62 real interviews, stories went with more recommendations and descriptions of oneself "
    "with fewer (Bangerter, Corvalan and Cavin, 2014). A question for an opinion wants an opinion."
)


def upper_rate_sections(state: RateState, view: JournalView) -> list[Section]:
    """Return what stands above the card."""
    mode = state.place.mode
    shown = [section("title", HEADINGS[mode], level=1, texts=_lead(state), buttons=_leave(mode))]
    if state.is_sample:
        shown.insert(0, section("example", texts=(EXAMPLE,), tone="banner"))
    if not state.has_answers and mode != "training":
        return [*shown, _empty()]
    if not state.item:
        shown.append(_end(state, view))
    return shown


def way_sections(state: RateState) -> list[Section]:
    """Return the other ways to rate, each with a sentence."""
    return [section("ways", "Other ways to rate", lines=_ways(state))]


def lower_rate_sections(state: RateState, view: JournalView, *, shows_kinds: bool) -> list[Section]:
    """Return what stands at the foot: the kinds of answers on request, and where else to go."""
    shown = []
    if state.has_answers:
        shown.append(_kinds(view, is_open=shows_kinds))
    switch = (_hide_switch(hides=state.hides_scores),) if state.has_answers else ()
    links = (link(TONIGHT, "Back to tonight"), _trends())
    return [*shown, section("more", links=links, buttons=switch)]


def _lead(state: RateState) -> tuple[str, ...]:
    mode = state.place.mode
    if mode == "closer" and not state.has_answers:
        return ()
    who = (f"{state.place.rater} rates.",) if mode == "mentor" else ()
    return (*who, LEADS[mode])


def _leave(mode: Mode) -> Sequence[dict[str, object]]:
    if mode == "closer":
        return ()
    return (press("mode", "Back to looking closer", item="closer", small=True),)


def _empty() -> Section:
    return section(
        "empty",
        texts=(EMPTY,),
        links=(link(RECORD, link_to(RECORD).label, primary=True),),
        buttons=(press("mode", "Practise on examples meanwhile", item="training"),),
    )


def _end(state: RateState, view: JournalView) -> Section:
    mode, left = state.place.mode, len(state.queue.waiting)
    texts = [SOME_LEFT if left else ALL_DONE[mode]]
    buttons = []
    if left:
        label = f"Go to the {left} left out" if left > 1 else "Go to the one left out"
        buttons.append(press("left_out", label, primary=True))
    elif state.queue.items and mode not in ("blind", "training"):
        buttons.append(press("again", "Go through them again"))
    links: tuple[dict[str, object], ...] = ()
    if mode == "mentor":
        texts += agreement_sentences(view, state.place.rater, hides=state.hides_scores)
    elif mode in ("blind", "closer") and not left:
        links = (_trends(),)
    return section(
        f"end:{mode}:{left}",
        "For now that’s all",
        texts=texts,
        buttons=buttons,
        links=links,
        tone="result",
        focus=True,
    )


def _ways(state: RateState) -> list[Line]:
    mode = state.place.mode
    found = []
    if mode != "training" and state.has_answers:
        found.append(
            _way(
                "training",
                "Ten made-up answers, each with a reference score and why. It steadies your own.",
            )
        )
    if state.has_answers and mode != "mentor":
        found.append(
            _way(
                "mentor",
                "A friend or mentor rates the same answers; then you see how far you agree.",
            )
        )
    if state.candidates and mode != "blind":
        found.append(
            _way(
                "blind",
                "A few older answers, no company, date or score: it shows how steady you rate.",
            )
        )
    if state.has_better and mode != "better":
        found.append(
            _way(
                "better",
                "What you would say now, on the same criteria. Never mixed with what was said.",
            )
        )
    criteria = press("criteria", "Open", small=True, title="Open: My criteria")
    found.append(line("My criteria", texts=(CRITERIA_MEAN,), buttons=(criteria,)))
    return found


def _way(mode: Mode, text: str) -> Line:
    label = HEADINGS[mode]
    return line(
        label,
        texts=(text,),
        buttons=(press("mode", "Start", item=mode, small=True, title=f"Start: {label}"),),
    )


def _kinds(view: JournalView, *, is_open: bool) -> Section:
    label = "Hide the kinds again" if is_open else "What kinds of answers do I give?"
    button = press("kinds", label, expanded=is_open, small=True)
    if not is_open:
        return section("kinds", buttons=(button,))
    return section("kinds", texts=(*_kind_lines(view), KINDS_MEAN), buttons=(button,))


def _kind_lines(view: JournalView) -> list[str]:
    given = [one for one in view.answers if one.answer.strip()]
    named = [one.response_type for one in given if one.response_type is not None]
    if not named:
        return ["No answer has a kind yet. Choose one beside an answer above."]
    lines = [f"{len(named)} of {len(given)} answers have a kind:"]
    for kind, label in RESPONSE_TYPES.items():
        count = named.count(kind)
        if count:
            lines.append(f"{label}: {count} ({100 * count / len(named):.0f} in 100)")
    return lines


def _trends() -> dict[str, object]:
    return link(TRENDS, link_to(TRENDS).label)


def _hide_switch(*, hides: bool) -> dict[str, object]:
    return press("hide", "Show scores" if hides else "Hide scores", small=True)
