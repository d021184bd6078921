"""How likely two short texts contradict each other at all: a weak sign, used only for ranking.

Where no rule is sure, a small logistic regression over readable signs (words in common, words
affirmed on one side and denied on the other, liking against disliking) orders the pairs. Its
weights stand in contrast_weights.json with the script that made them.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.answer_reading import AnswerReading
from interview_journal.analysis.consistency.lexicon import lexicon
from interview_journal.analysis.consistency.polarity import Statement, opposed_words

__all__ = ["contrast_of", "signs_of"]

_ME: Final = frozenset({"i", "me", "my", "we", "our"})
_NO: Final = frozenset({"no", "not", "never", "nope"})
_MOST_OPPOSED: Final = 3.0
_MOST_AGREED: Final = 3
_MOST_SHARED: Final = 4
"""More of these says nothing more."""


def signs_of(one: AnswerReading, other: AnswerReading, numbers: float) -> dict[str, float]:
    """Return what speaks for a contradiction between two texts, by name; the order is no matter.

    Args:
        one: A text.
        other: Another.
        numbers: How surely two numbers of theirs clash, 0 to 1.

    Example:
        >>> from interview_journal.analysis.consistency.answer_reading import read_for_comparison
        >>> first, second = read_for_comparison("I love tea."), read_for_comparison("I hate tea.")
        >>> signs_of(first, second, 0.0)["opposed_feeling"]
        1.0
    """
    seen = _oppositions(one, other)
    words = one.words, other.words
    told = one.told, other.told
    shared = len(told[0] & told[1])
    share = shared / max(1, min(map(len, told)))
    is_felt = float(one.feeling * other.feeling < 0)
    denies = one.is_denying, other.is_denying
    one_denies = denies[0] != denies[1]
    opposed, agreed = seen.opposed, seen.agreed
    return {
        "opposed": min(len(opposed - agreed) + 0.5 * len(opposed & agreed), _MOST_OPPOSED),
        "any_opposed": float(bool(opposed)),
        "opposed_mine": float(seen.is_mine),
        "opposed_feeling": float(seen.is_felt),
        "best_pair": seen.best,
        "agreed": float(min(len(agreed - opposed), _MOST_AGREED)),
        "share": share,
        "shared": float(min(shared, _MOST_SHARED)),
        "opposites": float(_have_opposites(*words)),
        "feelings": is_felt,
        "one_denies": float(one_denies),
        "both_deny": float(all(denies)),
        "begins_no": float(any(text[:1] and text[0] in _NO for text in words)),
        "asks": float(one.is_asking or other.is_asking),
        "both_me": float(not any(_ME.isdisjoint(text) for text in words)),
        "one_wishes": float(("wish" in words[0]) != ("wish" in words[1])),
        "opposed_denied": float(bool(opposed) and one_denies),
        "feelings_share": is_felt * share,
        "never_share": float(any("never" in text for text in words)) * share,
        "length": math.log1p(min(map(len, words))),
        "numbers": numbers,
    }


class _Oppositions(NamedTuple):
    """What the clauses of two texts affirm and deny of each other.

    Attributes:
        opposed: Words that stand opposed in some pair of clauses.
        agreed: Words that are affirmed or denied alike in some pair.
        is_mine: Whether the person speaks of themselves in both clauses of an opposed pair.
        is_felt: Whether both say what they like.
        best: How much the most alike of the opposed pairs have in common, 0 to 1.
    """

    opposed: frozenset[str]
    agreed: frozenset[str]
    is_mine: bool
    is_felt: bool
    best: float


def _oppositions(one: AnswerReading, other: AnswerReading) -> _Oppositions:
    pairs = [
        (a, b)
        for a, b in product(one.statements, other.statements)
        if not a.is_question and not b.is_question
    ]
    clashes = [(a, b) for a, b in pairs if opposed_words(a, b)]
    nothing: frozenset[str] = frozenset()
    return _Oppositions(
        opposed=nothing.union(*(opposed_words(a, b) for a, b in clashes)),
        agreed=nothing.union(
            *((a.affirmed & b.affirmed) | (a.denied & b.denied) for a, b in pairs)
        ),
        is_mine=any(a.is_mine and b.is_mine for a, b in clashes),
        is_felt=any(a.has_feeling and b.has_feeling for a, b in clashes),
        best=max((_likeness(a, b) for a, b in clashes), default=0.0),
    )


def _likeness(a: Statement, b: Statement) -> float:
    """Return how much two clauses have in common, 0 to 1; one shared word counts little."""
    shared = len(a.content & b.content)
    room = min(len(a.content), len(b.content))
    return shared / room * min(1.0, 0.5 + 0.25 * shared)


def _have_opposites(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    opposites = lexicon().opposites_of
    rivals = {rival for word in ours for rival in opposites.get(word, ())}
    return not rivals.isdisjoint(theirs)


@cache
def _weights() -> tuple[dict[str, float], float]:
    source = files(__package__).joinpath("contrast_weights.json")
    stored = json.loads(source.read_text(encoding="utf-8"))
    return stored["weights"], stored["bias"]


def contrast_of(one: AnswerReading, other: AnswerReading, numbers: float = 0.0) -> float:
    """Return how likely two short texts contradict each other, 0 to 1; good for ordering only.

    Example:
        >>> from interview_journal.analysis.consistency.answer_reading import read_for_comparison
        >>> tea = read_for_comparison("I love tea in the morning.")
        >>> no_tea = read_for_comparison("I never drink tea.")
        >>> contrast_of(tea, no_tea) > contrast_of(tea, read_for_comparison("The bus was late."))
        True
    """
    weights, bias = _weights()
    signs = signs_of(one, other, numbers)
    score = bias + sum(weight * signs[name] for name, weight in weights.items())
    return 1 / (1 + math.exp(-score))
