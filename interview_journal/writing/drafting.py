"""Drafts made from facts and a template: one function for all kinds of text.

A template begins with a line "Subject: ..."; below it an empty line starts a paragraph, any
other line break is a blank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.outgoing import Draft, find_gaps, template_name
from interview_journal.errors import TemplateMistakeError
from interview_journal.writing.about import about_action, about_round
from interview_journal.writing.fitting import fit_line
from interview_journal.writing.gathering import gather_facts
from interview_journal.writing.note_facts import NoteFacts
from interview_journal.writing.rendering import BREAK, render

if TYPE_CHECKING:
    from datetime import date

    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.outgoing import DraftKind, Tone
    from interview_journal.core.records import Interview, Person
    from interview_journal.core.view import JournalView

__all__ = ["NO_TEMPLATES", "draft_action", "draft_text", "draft_thank_you"]

NO_TEMPLATES: Final[Mapping[str, str]] = MappingProxyType({})
_TWO_STOPS: Final = re.compile(r"(?<![.?!])([.?!])\.(?!\.)")
_SUBJECT: Final = re.compile(r"\s*Subject:[^\S\n]*(.*?)(?:\n|\Z)", re.IGNORECASE)


def draft_thank_you(
    view: JournalView,
    interview: Interview,
    person: Person,
    *,
    today: date,
    tone: Tone = "warm",
    templates: Mapping[str, str] = NO_TEMPLATES,
) -> Draft:
    """Return a thank-you note to one person met in a round.

    Args:
        view: The records.
        interview: The round.
        person: Whom to thank.
        today: The day it is.
        tone: How it speaks.
        templates: The person's own templates by their names.

    Raises:
        TemplateMistakeError: If one of them does not work.
    """
    facts = gather_facts(view, about_round(view, interview, person), today=today)
    return draft_text("thank-you note", facts, tone=tone, templates=templates)


def draft_action(
    view: JournalView,
    action: DueAction,
    kind: DraftKind,
    *,
    today: date,
    tone: Tone = "warm",
    templates: Mapping[str, str] = NO_TEMPLATES,
    claims: tuple[str, ...] = (),
) -> Draft:
    """Return the draft of that kind for something that is due.

    Args:
        view: The records.
        action: What is due.
        kind: What sort of text.
        today: The day it is.
        tone: How it speaks.
        templates: The person's own templates by their names.
        claims: What the person said in the interviews and a referee may be asked to confirm;
            each on one line, its square brackets made round.

    Raises:
        TemplateMistakeError: If one of the templates does not work.
    """
    about = about_action(view, action, today=today)
    said = tuple(line for line in map(fit_line, claims) if line)
    more: dict[str, Any] = {"step": action.step, "channel": action.channel, "claims": said}
    if action.kind == "ask for news":
        more["is_again"] = action.step not in ("", "1")
    if action.kind != "their promise":
        # A letter asks for one thing: what they promised only where that is what is due.
        more |= {"they_promised": "", "they_promised_day": ""}
    facts = gather_facts(view, about, today=today, **more)
    return draft_text(kind, facts, tone=tone, templates=templates)


def draft_text(
    kind: DraftKind,
    facts: NoteFacts,
    *,
    tone: Tone = "warm",
    templates: Mapping[str, str] = NO_TEMPLATES,
) -> Draft:
    """Return a draft of any kind, made of facts alone; what is not known is a gap in it.

    Args:
        kind: What sort of text.
        facts: What it may speak of.
        tone: How it speaks.
        templates: The person's own templates by their names.

    Raises:
        TemplateMistakeError: If one of them does not work.

    Example:
        >>> draft_text("referee thanks", NoteFacts(to_first="Maria", me="Jo")).gaps[0].words
        '[the company]'
    """
    name = template_name(kind)
    rendered = render(name, templates, _context(facts, tone)).replace("\r\n", "\n")
    head = _SUBJECT.match(rendered)
    if head is None:
        raise TemplateMistakeError(name, 1, 'expected a first line that begins with "Subject:"')
    subject = " ".join(head.group(1).replace(BREAK, " ").split())
    if find_gaps(subject):
        # A subject is read by nobody before it is sent; a gap must stand where it is seen.
        raise TemplateMistakeError(name, 1, "the subject cannot hold a gap, only the text can")
    return Draft(
        kind=kind,
        tone=tone,
        subject=subject,
        text=_unfolded(rendered[head.end() :]),
        to_name=facts.to_name,
        to_address=facts.to_address,
    )


def _context(facts: NoteFacts, tone: Tone) -> dict[str, Any]:
    def pick(*wordings: str) -> str:
        """Return the wording that is this reader's turn."""
        return wordings[facts.variant % len(wordings)]

    values = {one.name: getattr(facts, one.name) for one in fields(facts)}
    return {**values, "tone": tone, "pick": pick}


def _unfolded(text: str) -> str:
    """Return the paragraphs, each on one line but for the breaks that were asked for."""
    paragraphs = []
    for part in re.split(r"\n[ \t]*\n", text):
        lines = [" ".join(line.split()) for line in part.split(BREAK)]
        paragraphs.append("\n".join(line for line in lines if line))
    whole = "\n\n".join(one for one in paragraphs if one)
    # "Acme Inc." at the end of a sentence of ours, a question of theirs before our full stop.
    return _TWO_STOPS.sub(r"\1", whole)
