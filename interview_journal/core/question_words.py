"""The ideas a question is about, read from its words.

Interviewers wrap the same question in ever new words ("Could you perhaps walk us through a
situation in which ..."). What wraps is dropped and words that mean the same become one idea, so
that comparing questions is comparing small sets. The word lists stand in question_words.toml.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["READ_CHARS_MAX", "QuestionIdeas", "are_opposed", "plain_words", "read_ideas"]

READ_CHARS_MAX = 2_000
"""A question is read up to here; what follows is somebody's answer."""

_WORD = re.compile(r"[^\W_]+(?:[+#]+|'[a-z]+)?")
_CLAUSE_END = re.compile(r"[.?!;:؟？。\n]+")  # noqa: RUF001  (marks of other scripts, on purpose)
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})  # noqa: RUF001
_SHORT_FORMS = {
    "n't": " not",
    "'re": " are",
    "'ve": " have",
    "'ll": " will",
    "'d": " would",
    "'m": " am",
    "'s": "",
}
_SHORT_FORM = re.compile(r"(?:n't|'(?:re|ve|ll|d|m|s))\b")
_ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "s", "e", "y")
_STEM_MIN = 4


@dataclass(frozen=True, slots=True)
class QuestionIdeas:
    """What is left of a question when its wrapping is taken off.

    Attributes:
        words: All its words, plain, in one line: equal for equal questions.
        ideas: The ideas of the whole question.
        clauses: The ideas of each of its sentences that has any.
    """

    words: str
    ideas: frozenset[str]
    clauses: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _WordLists:
    ignored: frozenset[str]
    phrases: dict[tuple[str, ...], str]
    lengths: dict[str, list[int]]
    tails: frozenset[tuple[str, ...]]
    tail_ends: frozenset[str]
    tail_words_max: int
    single: dict[str, str]
    stems: dict[str, str]
    opposites: tuple[tuple[str, str], ...]


@lru_cache(maxsize=8_192)
def _stem(word: str) -> str:
    """Return the word without a common English ending."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_MIN:
            return word[: -len(ending)]
    return word


def plain_words(text: str) -> list[str]:
    """Return the words of a text, lower case, short forms written out.

    Example:
        >>> plain_words("What’s your biggest ‘win’? You’ve surely one!")
        ['what', 'your', 'biggest', 'win', 'you', 'have', 'surely', 'one']
    """
    text = text[:READ_CHARS_MAX]
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    text = text.casefold()
    if "'" in text:
        text = _SHORT_FORM.sub(lambda found: _SHORT_FORMS[found[0]], text)
    return _WORD.findall(text)


def _lines(text: str) -> list[list[str]]:
    return [words for line in text.split("\n") if (words := line.split())]


@cache
def _word_lists() -> _WordLists:
    """Return the packaged word lists, read once."""
    source = files("interview_journal.core").joinpath("question_words.toml")
    read = tomllib.loads(source.read_text(encoding="utf-8"))
    phrases = dict.fromkeys(map(tuple, _lines(read["frames"])), "")
    single: dict[str, str] = {}
    stems: dict[str, str] = {}
    for idea, variants in read["ideas"].items():
        for variant in variants.split(","):
            words = variant.split()
            if len(words) > 1:
                phrases.setdefault(tuple(words), idea)
            else:
                single[words[0]] = idea
                stems.setdefault(_stem(words[0]), idea)
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    for phrase in phrases:
        lengths[phrase[0]].add(len(phrase))
    tails = frozenset(map(tuple, _lines(read["tails"])))
    return _WordLists(
        ignored=frozenset(read["ignored"].split()),
        phrases=phrases,
        lengths={word: sorted(its, reverse=True) for word, its in lengths.items()},
        tails=tails,
        tail_ends=frozenset(tail[-1] for tail in tails),
        tail_words_max=max(map(len, tails)),
        single=single,
        stems=stems,
        opposites=tuple((one, other) for one, other in read["opposites"]),
    )


def _without_tail(words: list[str], lists: _WordLists) -> list[str]:
    if not words or words[-1] not in lists.tail_ends:
        return words
    for length in range(min(lists.tail_words_max, len(words)), 0, -1):
        if tuple(words[-length:]) in lists.tails:
            return words[:-length]
    return words


def _clause_ideas(words: list[str], lists: _WordLists) -> frozenset[str]:
    """Return the ideas of one sentence: longest phrases first, then single words."""
    ideas: set[str] = set()
    words = _without_tail(words, lists)
    at = 0
    while at < len(words):
        word = words[at]
        for length in lists.lengths.get(word, ()):
            idea = lists.phrases.get(tuple(words[at : at + length]))
            if idea is not None:
                if idea:
                    ideas.add(idea)
                at += length
                break
        else:
            at += 1
            if word in lists.single:
                ideas.add(lists.single[word])
            elif word not in lists.ignored:
                stem = _stem(word)
                ideas.add(lists.stems.get(stem, stem))
    return frozenset(ideas)


def read_ideas(question: str) -> QuestionIdeas:
    """Return the ideas of a question.

    Example:
        >>> sorted(read_ideas("Could you tell us about a time you clashed with a co-worker?").ideas)
        ['colleague', 'conflict']
    """
    lists = _word_lists()
    question = question[:READ_CHARS_MAX]
    clauses = [plain_words(clause) for clause in _CLAUSE_END.split(question)]
    found = [ideas for words in clauses if (ideas := _clause_ideas(words, lists))]
    return QuestionIdeas(
        words=" ".join(word for words in clauses for word in words),
        ideas=frozenset().union(*found),
        clauses=tuple(found),
    )


def are_opposed(first: frozenset[str], second: frozenset[str]) -> bool:
    """Return whether two questions stand on the two sides of a known pair.

    Example:
        >>> failed, won = read_ideas("Your biggest failure?"), read_ideas("Your biggest success?")
        >>> are_opposed(failed.ideas, won.ideas)
        True
    """
    only_first, only_second = first - second, second - first
    return any(
        (one in only_first and other in only_second) or (other in only_first and one in only_second)
        for one, other in _word_lists().opposites
    )
