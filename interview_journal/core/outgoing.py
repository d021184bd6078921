"""A text to send, as a value: words, what is missing in them, and to whom they go.

Nothing here sends anything. A gap is written into the text itself, in square brackets, so that
it is seen wherever the text ends up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from interview_journal.core.claims import Span

__all__ = [
    "ADVISED_WORDS",
    "DRAFT_KINDS",
    "TONES",
    "Draft",
    "DraftKind",
    "Gap",
    "Tone",
    "find_gaps",
    "template_name",
]

DraftKind = Literal[
    "thank-you note",
    "process question",
    "request for news",
    "reply to any updates",
    "referee request",
    "referee brief",
    "referee call",
    "referee thanks",
    "referee outcome",
    "reply to a rejection",
    "acceptance",
    "refusal",
    "word to another company",
]
DRAFT_KINDS: Final[dict[DraftKind, str]] = {
    "thank-you note": "Thank-you note",
    "process question": "Question about the process",
    "request for news": "Asking for news",
    "reply to any updates": "Reply to “any updates?”",
    "referee request": "Asking a referee",
    "referee brief": "Telling a referee, by letter",
    "referee call": "Telling a referee, by phone",
    "referee thanks": "Thanking a referee",
    "referee outcome": "Telling a referee how it ended",
    "reply to a rejection": "Reply to a no",
    "acceptance": "Accepting an offer",
    "refusal": "Declining an offer",
    "word to another company": "Telling another company",
}

Tone = Literal["formal", "warm", "brief"]
TONES: Final[dict[Tone, str]] = {"formal": "Formal", "warm": "Warm", "brief": "Brief"}

ADVISED_WORDS: Final = (80, 160)
"""How many words a thank-you note is advised to have, both ends inclusive."""

_GAP: Final = re.compile(r"\[[^\[\]\n]{1,200}\]")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing a draft does not know.

    Attributes:
        words: As they stand in the text, brackets included.
        span: Where, half-open, in code points of the text.
    """

    words: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text to look over and to send by oneself.

    Attributes:
        kind: What sort of text.
        tone: How it speaks.
        subject: One line, for an e-mail.
        text: The words.
        to_name: Whom it is for; empty where nobody is known.
        to_address: Their e-mail address; empty where it is not known.
    """

    kind: DraftKind
    tone: Tone
    subject: str
    text: str
    to_name: str = ""
    to_address: str = ""

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What is still missing, from top to bottom."""
        return find_gaps(self.text)

    @property
    def word_count(self) -> int:
        """How many words the text has, gaps not counted."""
        return len(_GAP.sub(" ", self.text).split())


def find_gaps(text: str) -> tuple[Gap, ...]:
    """Return what stands in square brackets: what a person still has to fill in.

    Example:
        >>> find_gaps("Thank you for [one thing you talked about].")[0].words
        '[one thing you talked about]'
    """
    return tuple(Gap(one.group(), one.span()) for one in _GAP.finditer(text))


def template_name(kind: DraftKind) -> str:
    """Return the name of the file from which drafts of that kind are made.

    Example:
        >>> template_name("thank-you note")
        'thank-you_note.txt.j2'
    """
    return f"{kind.replace(' ', '_')}.txt.j2"
