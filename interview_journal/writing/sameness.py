"""Sentences that two notes share: people of one panel lay their notes side by side.

Compared by words, with difflib: what was only bent a little is seen as well. Greeting, ending
and gaps are the same everywhere and are passed over.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from interview_journal.core.outgoing import find_gaps
from interview_journal.writing.fitting import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from interview_journal.core.claims import Span

__all__ = ["shared_sentences"]

_WORDS: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W_]+(?:['’][^\\W_]+)*")
"""Words; of scripts without blanks between them, the characters."""
_FEWEST: Final = 4
"""Words; a shorter sentence is anybody's."""
_RUN: Final = 7
"""So many words in a row, the same in both, are a copy whatever stands around them."""
_ALIKE: Final = 0.8
_HAIL: Final = 7
"""Words that a greeting or an ending has at most."""

Words = tuple[str, ...]


def shared_sentences(text: str, others: Iterable[str]) -> tuple[Span, ...]:
    r"""Return where sentences stand that another note has, too, or nearly.

    Args:
        text: The draft.
        others: The notes it is held against; an equal text among them marks all of it.

    Returns:
        Half-open positions of sentences in the text, from top to bottom.

    Example:
        >>> mine = "Dear Ana,\n\nI liked the wall with the magnets. I like mornings very much."
        >>> [mine[slice(*span)] for span in shared_sentences(mine, ["I like mornings very much!"])]
        ['I like mornings very much.']
    """
    known = {words for other in others for _, words in _sentences(other)}
    found = []
    for span, words in _sentences(text):
        if words in known or any(_is_near(words, one) for one in known):
            found.append(span)
    return tuple(found)


def _sentences(text: str) -> Iterator[tuple[Span, Words]]:
    start = 0
    for line in text.split("\n"):
        at = 0
        if not _is_hail(line):
            for sentence in sentences_of(line):
                at = line.index(sentence, at)
                words = _words(sentence)
                if len(words) >= _FEWEST:
                    yield (start + at, start + at + len(sentence)), words
                at += len(sentence)
        start += len(line) + 1


def _is_hail(line: str) -> bool:
    return line.rstrip().endswith(",") and len(line.split()) <= _HAIL


def _words(sentence: str) -> Words:
    for gap in reversed(find_gaps(sentence)):
        sentence = f"{sentence[: gap.span[0]]} {sentence[gap.span[1] :]}"
    return tuple(_WORDS.findall(sentence.casefold()))


def _is_near(one: Words, other: Words) -> bool:
    fewer = min(len(one), len(other))
    # Cheaper than matching, and settles nearly every pair: few words in common at all.
    if len(set(one) & set(other)) < min(_RUN, _ALIKE * fewer * 0.6):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    run = matcher.find_longest_match().size
    return run >= _RUN or matcher.ratio() >= _ALIKE
