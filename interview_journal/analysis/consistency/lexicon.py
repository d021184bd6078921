"""The word lists behind the claims, read once from lexicon.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

from interview_journal.analysis.consistency.words import root_of

__all__ = ["PERSON", "Lexicon", "content_class", "exact_words", "lexicon"]

PERSON: Final = "person"
"""The class of all who can be counted as people."""
_CACHED_WORDS: Final = 65_536
_MONTH_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, all by root but the last.

    Attributes:
        classes: The class a root belongs to; a root without one is its own class.
        units: The unit of time a root names.
        groups: What a number of people is the size of, by root.
        months: The number of a month by its root and by its first three letters.
        lists: Sets of roots by name.
        matters: Sets of classes by name: what is spoken of.
        people: Classes of people by what they do.
        opposites: Pairs of roots that deny each other, both ways round.
        opposites_of: The same, by root.
        reasons: What a root gives as a reason for leaving.
        exact: Sets of words as they stand, by name.
    """

    classes: dict[str, str]
    units: dict[str, str]
    groups: dict[str, str]
    months: dict[str, int]
    lists: dict[str, frozenset[str]]
    matters: dict[str, frozenset[str]]
    people: frozenset[str]
    opposites: frozenset[tuple[str, str]]
    opposites_of: dict[str, tuple[str, ...]]
    reasons: dict[str, str]
    exact: dict[str, frozenset[str]]

    def heads_meet(self, one: str, other: str) -> bool:
        """Return whether two heads can name one thing: "eight engineers", "eight of us"."""
        if one == other:
            return True
        return PERSON in (one, other) and (one in self.people or other in self.people)

    def is_person(self, head: str) -> bool:
        """Return whether a head names people."""
        return head == PERSON or head in self.people

    def class_of(self, root: str) -> str:
        """Return the class of a root, or the root itself."""
        return self.classes.get(root, root)


@cache
def lexicon() -> Lexicon:
    """Return the packaged word lists.

    Example:
        >>> lexicon().class_of("salary"), lexicon().heads_meet("engineer", "person")
        ('pay', True)
    """
    source = files(__package__).joinpath("lexicon.toml")
    tables: dict[str, Any] = tomllib.loads(source.read_text(encoding="utf-8"))
    classes = _by_root(tables["same"])
    people = (root_of(word) for word in tables["kinds_of"]["person"].split())
    opposites = _opposites(tables["opposites"], classes)
    return Lexicon(
        classes=classes,
        units=_by_root(tables["units"]),
        groups=_by_root(tables["groups"]),
        months=_months(tables["months"]["names"].split()),
        lists={
            name: frozenset(root_of(word) for word in words.split())
            for name, words in tables["lists"].items()
        },
        matters={
            name: frozenset(classes.get(root_of(word), root_of(word)) for word in words.split())
            for name, words in tables["matters"].items()
        },
        people=frozenset(classes.get(root, root) for root in people),
        opposites=opposites,
        opposites_of={
            word: tuple(sorted(other for one, other in opposites if one == word))
            for word in sorted({one for one, _ in opposites})
        },
        reasons=_by_root(tables["reasons"]),
        exact=_exact(tables["exact"]),
    )


def _exact(table: dict[str, str]) -> dict[str, frozenset[str]]:
    """Return the lists of words as they stand; a day or a month names nobody either."""
    lists = {name: frozenset(words.split()) for name, words in table.items()}
    return lists | {"no_names": lists["no_names"] | lists["days_and_months"]}


def exact_words(name: str) -> frozenset[str]:
    """Return a list of words that are taken as they stand.

    Example:
        >>> "round" in exact_words("labels")
        True
    """
    return lexicon().exact[name]


@lru_cache(maxsize=_CACHED_WORDS)
def content_class(word: str) -> str:
    """Return the class of a word that says what is spoken of, or "" for any other word.

    Args:
        word: A word as ``read_words`` gives it.

    Example:
        >>> content_class("engineers"), content_class("the")
        ('engineer', '')
    """
    known = lexicon()
    ignored = known.lists["ignored"]
    root = root_of(word)
    if len(word) == 1 or word[0].isdigit() or word in ignored or root in ignored:
        return ""
    return known.class_of(root)


def _by_root(table: dict[str, str]) -> dict[str, str]:
    return {root_of(word): name for name, words in table.items() for word in words.split()}


def _months(names: list[str]) -> dict[str, int]:
    short = {name[:_MONTH_LETTERS]: number for number, name in enumerate(names, start=1)}
    full = {root_of(name): number for number, name in enumerate(names, start=1)}
    return short | full | {"sept": full["september"]}


def _opposites(table: dict[str, str], classes: dict[str, str]) -> frozenset[tuple[str, str]]:
    """Return the pairs both ways round."""
    pairs = {
        (classes.get(root_of(one), one), classes.get(root_of(other), root_of(other)))
        for one, others in table.items()
        for other in others.split()
    }
    return frozenset(pairs | {(other, one) for one, other in pairs})
