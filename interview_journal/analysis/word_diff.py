"""Which words differ between two texts, as marked segments; what is shown is never markup."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from interview_journal.core.claims import Span

__all__ = ["Segment", "WordDifferences", "marked", "word_differences"]

WORDS_AT_MOST: Final = 1_500
"""So many words of each text are compared: about ten minutes of talk."""
_WORD: Final = re.compile(r"\S+")
_EDGES: Final = re.compile(r"^\W+|\W+$")


class Segment(NamedTuple):
    """A piece of a text, and whether it is marked."""

    text: str
    is_marked: bool


class WordDifferences(NamedTuple):
    """Two texts, each in pieces that give the whole text again."""

    first: tuple[Segment, ...]
    second: tuple[Segment, ...]


def word_differences(first: str, second: str) -> WordDifferences:
    """Return two texts with the words marked that stand in one of them only.

    Capitals and punctuation make no difference.

    Example:
        >>> word_differences("We are five.", "We are eight now.").first
        (Segment(text='We are ', is_marked=False), Segment(text='five', is_marked=True), \
Segment(text='.', is_marked=False))
    """
    ours, theirs = _words(first), _words(second)
    matcher = difflib.SequenceMatcher(
        None, [word for word, _ in ours], [word for word, _ in theirs], autojunk=False
    )
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    return WordDifferences(
        marked(first, _runs(ours, ((low, high) for _, low, high, _, _ in steps))),
        marked(second, _runs(theirs, ((low, high) for _, _, _, low, high in steps))),
    )


def marked(text: str, spans: Iterable[Span]) -> tuple[Segment, ...]:
    """Return a text in pieces, those at the spans marked; spans may touch and overlap.

    Example:
        >>> marked("five people", [(0, 4)])
        (Segment(text='five', is_marked=True), Segment(text=' people', is_marked=False))
    """
    found = []
    at = 0
    for start, end in sorted(spans):
        low, high = max(at, min(start, len(text))), min(end, len(text))
        if high > low:
            found += [
                Segment(text[at:low], is_marked=False),
                Segment(text[low:high], is_marked=True),
            ]
            at = high
    found.append(Segment(text[at:], is_marked=False))
    return tuple(segment for segment in found if segment.text)


def _words(text: str) -> list[tuple[str, Span]]:
    """Return the words without what stands around them, and where each is."""
    found: list[tuple[str, Span]] = []
    for match in _WORD.finditer(text):
        bare = _EDGES.sub("", match.group())
        if bare:
            start = match.start() + match.group().index(bare)
            found.append((bare.casefold(), (start, start + len(bare))))
        if len(found) == WORDS_AT_MOST:
            break
    return found


def _runs(words: Sequence[tuple[str, Span]], places: Iterable[Span]) -> Iterator[Span]:
    """Yield one span for each run of words."""
    for low, high in places:
        if high > low:
            yield words[low][1][0], words[high - 1][1][1]
