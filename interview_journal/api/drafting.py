"""Drafts of what is to be sent: composed of the journal, its claims, and the templates.

Nothing is sent from here, and nothing is put into a draft that the journal does not hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.api.referee_claims import referee_claims
from interview_journal.core.outgoing import template_name
from interview_journal.writing import drafting
from interview_journal.writing.gathering import MY_NAME
from interview_journal.writing.rendering import packaged_template

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from interview_journal.core.choices import ActionKind
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.outgoing import Draft, DraftKind, Tone
    from interview_journal.core.records import Interview, Person
    from interview_journal.store.journal import Journal

__all__ = [
    "MY_EMAIL",
    "MY_NAME",
    "copy_template",
    "draft_for",
    "draft_kinds_for",
    "draft_thank_you",
]

MY_EMAIL: Final = "my_email"
"""The setting that holds the person's own address; where it is empty, none is written."""

_KINDS: Final[Mapping[ActionKind, tuple[DraftKind, ...]]] = {
    "thank-you note": ("thank-you note",),
    "ask about the process": ("process question",),
    "ask for news": ("request for news", "reply to any updates"),
    "their promise": ("request for news",),
    "ask a referee": ("referee request",),
    "tell a referee": ("referee brief", "referee call"),
    "thank a referee": ("referee thanks",),
    "tell a referee the outcome": ("referee outcome",),
    "reply to a rejection": ("reply to a rejection",),
    "answer an offer": ("acceptance", "refusal"),
    "tell another company": ("word to another company",),
}
_WITH_CLAIMS: Final = ("referee brief", "referee call")


def draft_thank_you(
    journal: Journal, interview: Interview, person: Person, *, tone: Tone = "warm"
) -> Draft:
    """Return a thank-you note to one person met in an interview, made of the journal's facts.

    What the journal does not know stands in square brackets; ``Draft.gaps`` lists it.

    Args:
        journal: The journal.
        interview: The round.
        person: Whom to thank.
        tone: "formal", "warm" or "brief".

    Raises:
        TemplateMistakeError: If one of the person's own templates does not work.

    Example:
        >>> import interview_journal as ij
        >>> journal = ij.open_journal(ij.sample_path())
        >>> shreya = next(one for one in journal.people if one.name == "Shreya Nair")
        >>> met = next(one for one in journal.encounters if one.person_id == shreya.id)
        >>> held = journal.get(ij.Interview, met.interview_id)
        >>> [gap.words for gap in ij.draft_thank_you(journal, held, shreya).gaps]
        ['[add it here]', '[your name]']
    """
    return drafting.draft_thank_you(
        journal,
        interview,
        person,
        today=journal.now().date(),
        tone=tone,
        templates=journal.templates.texts,
    )


def draft_kinds_for(action: DueAction) -> tuple[DraftKind, ...]:
    """Return what can be drafted for something that is due; the first is the usual one.

    Empty where it is nothing that one writes.
    """
    return _KINDS.get(action.kind, ())


def draft_for(
    journal: Journal,
    action: DueAction,
    *,
    kind: DraftKind | None = None,
    tone: Tone = "warm",
    claims: tuple[str, ...] | None = None,
) -> Draft:
    """Return the draft for something that is due, made of the journal's facts.

    Args:
        journal: The journal.
        action: What is due.
        kind: What sort of text; None takes the usual one.
        tone: "formal", "warm" or "brief".
        claims: What a referee may be asked to confirm; None takes it from the answers, which
            costs about a second the first time. The gaps are the same with and without.

    Raises:
        ValueError: If there is nothing to write for it and no kind is named.
        TemplateMistakeError: If one of the person's own templates does not work.
    """
    kinds = draft_kinds_for(action)
    chosen = kind or next(iter(kinds), None)
    if chosen is None:
        message = f"nothing is written for {action.kind!r}"
        raise ValueError(message)
    if claims is None:
        claims = referee_claims(journal, action) if chosen in _WITH_CLAIMS else ()
    return drafting.draft_action(
        journal,
        action,
        chosen,
        today=journal.now().date(),
        tone=tone,
        templates=journal.templates.texts,
        claims=claims,
    )


def copy_template(journal: Journal, kind: DraftKind) -> Path:
    """Put a copy of the template of that kind into the journal, to be changed; return its path.

    From then on drafts of that kind are made from the copy. One that is there stays as it is.

    Raises:
        SaveFailedError: If the disk refuses.
        JournalFolderError: If the folder cannot be made.
    """
    name = template_name(kind)
    return journal.templates.keep(name, packaged_template(name))
