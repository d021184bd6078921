"""The briefing as one page to print, as a half page for the bag, and as text.

All three are complete in themselves: nothing is loaded, and every word of the person is escaped.
"""

from __future__ import annotations

import textwrap
from functools import cache
from typing import TYPE_CHECKING, Final

from interview_journal.core.web_links import TextPart, linked_parts
from interview_journal.writing.breadth import text_breadth
from interview_journal.writing.briefing_fitting import SHEETS_MM, crop, fit_briefing
from interview_journal.writing.briefing_sections import briefing_sections, head_lines, plain
from interview_journal.writing.rendering import packaged_template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template

    from interview_journal.core.preparing.values import Briefing
    from interview_journal.writing.briefing_sections import Item, SectionName
    from interview_journal.writing.card import Paper

__all__ = ["bag_page", "briefing_page", "briefing_text"]

_KINDS: Final[dict[SectionName, str]] = {
    "plans": "plain",
    "unsaid": "plain",
    "strengths": "plain",
    "ask": "plain ask",
    "gaps": "plain",
    "likely": "flow",
}
_HEAD_CHARS: Final = (48, 110, 90)
"""Company, job and round, when: each stays on one or two lines."""
_PLACE_CHARS: Final = 150
"""Two lines; a longer link is cut on paper, and still leads where it leads."""
_BAG_RULES: Final = 9
_BAG_LINES: Final = 5
_BAG_CHARS: Final = 86
_NAMES_AT_MOST: Final = 5
_LEAST_CHARS: Final = 3
_SPARE_MM: Final = 0.5
_WIDTH: Final = 79


def briefing_page(briefing: Briefing, *, paper: Paper = "A4") -> str:
    """Return the briefing as HTML that prints on one sheet.

    Args:
        briefing: What to show.
        paper: What it is printed on.
    """
    place = plain(briefing.head.place)
    fitted = fit_briefing(briefing_sections(briefing), paper, has_place=bool(place))
    return _render(
        "briefing.html.j2",
        briefing,
        paper=paper,
        sections=fitted.sections,
        points=fitted.points,
        kinds=_KINDS,
        place=_place_parts(place),
        left=briefing.head.left_words,
    )


def bag_page(briefing: Briefing, *, paper: Paper = "A4") -> str:
    """Return half a page for the bag: where, who, five lines to ask, when one hears, room to write.

    Args:
        briefing: What to show.
        paper: What it is printed on; the lower half stays empty, to be cut off.
    """
    width, height = SHEETS_MM[paper]
    names = [
        ", ".join(part for part in (plain(one.name), plain(one.title)) if part)
        for one in briefing.people
        if one.is_expected
    ]
    lines = [crop(plain(one), _BAG_CHARS) for one in briefing.questions_to_ask[:_BAG_LINES]]
    return _render(
        "bag.html.j2",
        briefing,
        paper=paper,
        width=width,
        height=height / 2 - _SPARE_MM,
        place=_place_parts(plain(briefing.head.place)),
        names=[crop(one, _BAG_CHARS) for one in names[:_NAMES_AT_MOST]],
        rules=_BAG_RULES,
        questions=[*lines, *[""] * (_BAG_LINES - len(lines))],
    )


def briefing_text(briefing: Briefing) -> str:
    """Return the same content as text, nothing cut, lines of at most 79 characters.

    A word longer than a line stays whole.
    """
    return "\n".join(_text_lines(briefing)) + "\n"


def _render(name: str, briefing: Briefing, **context: object) -> str:
    head = zip(head_lines(briefing.head), _HEAD_CHARS, strict=True)
    company, role, when = (crop(text, most) for text, most in head)
    return _template(name).render(company=company, role=role, when=when, **context)


def _place_parts(place: str) -> list[TextPart]:
    """Return a place in stretches that fit together; what is cut keeps its link."""
    parts, room = [], float(_PLACE_CHARS)
    for part in linked_parts(place) if place else ():
        if room <= _LEAST_CHARS:
            break
        parts.append(TextPart(crop(part.text, room), part.link))
        room -= text_breadth(part.text)
    return parts


@cache
def _template(name: str) -> Template:
    # Loading it takes a moment that only who prints a page shall wait.
    from jinja2 import Environment, StrictUndefined

    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return made.from_string(packaged_template(name))


def _text_lines(briefing: Briefing) -> Iterator[str]:
    company, role, when = head_lines(briefing.head)
    yield from (company, role, f"{when} ({briefing.head.left_words})")
    if place := plain(briefing.head.place):
        yield from _wrapped(f"Where: {place}", "")
    for section in briefing_sections(briefing):
        yield from ("", section.title.upper())
        for item in section.items:
            yield from _item_lines(item)


def _item_lines(item: Item) -> Iterator[str]:
    lead = " · ".join(part for part in (item.lead, item.aside) if part)
    if lead:
        yield from _wrapped(lead, "- ")
    for place, line in enumerate(item.lines):
        told = f"{line.label}: {line.text}" if line.label else line.text
        yield from _wrapped(told, "  " if lead or place else "- ")


def _wrapped(text: str, first: str) -> list[str]:
    return textwrap.wrap(
        text,
        width=_WIDTH,
        initial_indent=first,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
