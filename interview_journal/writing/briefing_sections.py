"""A briefing laid out as sections of short items: one order of things for page, bag and text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_journal.core.preparing.values import (
        Briefing,
        BriefingHead,
        BriefingPerson,
        Difference,
        Promise,
        RehearsalPick,
    )

__all__ = ["Item", "Line", "Section", "SectionName", "briefing_sections", "head_lines", "plain"]

SectionName = Literal[
    "rehearse",
    "people",
    "differs",
    "plans",
    "unsaid",
    "requirements",
    "likely",
    "strengths",
    "ask",
    "promised",
    "gaps",
]
_TITLES: Final[dict[SectionName, str]] = {
    "rehearse": "Say these aloud",
    "people": "Who, and what they have heard",
    "differs": "Said in two ways",
    "plans": "If … then",
    "unsaid": "Not said yet",
    "requirements": "What the job needs, and what you said",
    "likely": "May come",
    "strengths": "Lean on this",
    "ask": "Ask them",
    "promised": "Promised",
    "gaps": "Not in your journal",
}
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Line:
    """One text with our word for it before it; the label may be empty."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a section.

    Attributes:
        lead: What it is about; may be empty.
        aside: A word beside the lead.
        lines: The texts below.
    """

    lead: str = ""
    aside: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its items.

    Attributes:
        name: Which.
        title: As it is shown.
        items: At least one.
        left_out: How many items the journal holds beyond these.
    """

    name: SectionName
    title: str
    items: tuple[Item, ...]
    left_out: int = 0


def plain(text: str) -> str:
    r"""Return a text on one line, without marks that steer a terminal or turn other words round.

    Example:
        >>> plain("Ana\x1b[2J \u202eRuiz")
        'Ana[2J Ruiz'
    """
    kept = _TURNING.sub("", text)
    if not kept.isprintable():
        kept = "".join(one for one in kept if one.isspace() or unicodedata.category(one) != "Cc")
    return " ".join(kept.split())


def head_lines(head: BriefingHead) -> tuple[str, str, str]:
    """Return company, job with round, and when: the three lines of the heading."""
    number = f"round {head.round}" + (f", {plain(head.kind)}" if head.kind else "")
    when = " · ".join(part for part in (head.when, head.how_long) if part)
    role = " · ".join(part for part in (plain(head.role), number) if part)
    return plain(head.company) or "Interview", role, plain(when)


def briefing_sections(briefing: Briefing) -> tuple[Section, ...]:
    """Return the sections that have something to say, in the order they are read."""
    made: dict[SectionName, tuple[Item, ...]] = {
        "rehearse": tuple(map(_rehearsal, briefing.rehearse)),
        "people": tuple(map(_person, briefing.people)),
        "differs": tuple(map(_difference, briefing.differs)),
        "plans": _texts(briefing.plans),
        "unsaid": _texts(briefing.unsaid),
        "requirements": tuple(
            Item(plain(one.requirement), "", (Line("", _quoted(one.quote, one.answer_id)),))
            for one in briefing.requirements
        ),
        "likely": tuple(
            Item("", "", (Line("", plain(one.label) + _nothing_yet(one.best_answer_id)),))
            for one in briefing.likely
        ),
        "strengths": _texts(briefing.strengths),
        "ask": _texts(briefing.questions_to_ask),
        "promised": tuple(
            Item(_promiser(one), plain(one.by), (Line("", plain(one.what)),))
            for one in briefing.promised
        ),
        "gaps": _texts(briefing.gaps),
    }
    return tuple(Section(name, _TITLES[name], items) for name, items in made.items() if items)


def _texts(texts: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(lines=(Line("", plain(text)),)) for text in texts)


def _quoted(quote: str, answer_id: str) -> str:
    return f"“{plain(quote)}”" if answer_id else plain(quote)


def _nothing_yet(answer_id: str) -> str:
    return "" if answer_id else " (nothing yet)"


def _promiser(one: Promise) -> str:
    return f"You, to {plain(one.who)}" if one.is_mine else plain(one.who)


def _person(one: BriefingPerson) -> Item:
    aside = " · ".join(
        part for part in (plain(one.title), "" if one.is_expected else "not named for it") if part
    )
    return Item(plain(one.name), aside, tuple(_person_lines(one)))


def _person_lines(one: BriefingPerson) -> Iterator[Line]:
    if one.known:
        yield Line("", plain(one.known))
    if one.heard:
        heard = "; ".join(map(plain, one.heard))
        yield Line("Heard" if not one.met else f"Heard, {one.met}", heard)
    elif one.met:
        yield Line("", f"Met in {one.met}.")


def _difference(one: Difference) -> Item:
    said = one.what_i_will_say
    word = Line("I will say", plain(said)) if said else Line("", one.verdict or "Not decided yet.")
    return Item("", "", (Line("", plain(one.reason)), word))


def _rehearsal(one: RehearsalPick) -> Item:
    lines = []
    if plain(one.question) != plain(one.topic):
        lines.append(Line("", f"“{plain(one.question)}”"))
    words = plain(one.better) or plain(one.given)
    lines.append(Line("Say" if one.better else "Said", words))
    if one.points:
        lines.append(Line("Mind", "; ".join(map(plain, one.points))))
    lines.append(Line("Why", plain(one.why)))
    return Item(plain(one.topic), "" if one.better else "no better wording yet", tuple(lines))
