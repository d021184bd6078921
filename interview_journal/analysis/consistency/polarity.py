"""What is affirmed in one answer and denied in another.

Each clause says of its content words whether they are affirmed or denied: a negator denies the
words behind it, dislike turns the whole clause. Two answers differ where words stand denied on
one side and affirmed on the other, in clauses that have more in common than one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.lexicon import content_class, exact_words, lexicon
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word, root_of
from interview_journal.core.claims import Span

__all__ = ["Statement", "opposed_words", "opposite_words", "read_statements"]

_ME: Final = frozenset({"i", "me", "my", "we", "our", "us", "mine", "myself"})
_SELF: Final = frozenset({"i", "we"})
_SELF_REACH: Final = 3
"""How many words behind "I" the verb or its negator stands."""
_OURS: Final = frozenset({"my", "mine", "our", "ours", "me"})
_ONE: Final = frozenset({"one", "single", "even", "once"})
_NOT_YET: Final = frozenset({"not", "yet"})
_FEELINGS: Final = ("liked", "disliked", "wished")
_NO_MATTERS: Final = (*_FEELINGS, "negators")
_CACHED_WORDS: Final = 65_536
_PAST_VERBS: Final = exact_words("past_verbs")
_REPORTING: Final = exact_words("reporting")
_STILL: Final = frozenset({"still", "now", "currently", "today", "always"})
_NOW_DENIED: Final = re.compile(
    r"\b(?:do|does|am|are|is) not\b|\bno longer\b|\b(?:any ?more|any longer)\b"
)
_ENDED: Final = re.compile(r"\bno longer\b|\b(?:any ?more|any longer)$")
_FOR_SOME_TIME: Final = re.compile(
    r"\b(?:at the moment|at present|right now|currently|nowadays|these days|lately|recently)\b"
    r"|\b(?:in|for) (?:(?:many|some|several|a few) )?(?:years|ages|decades|months)\b"
    r"|\b(?:in|for) a (?:long )?(?:while|time)\b"
)
_SCOPE: Final = 6
"""How many words behind a negator it reaches."""
_NOTHING: Final[frozenset[str]] = frozenset()
"""One for all: most clauses deny nothing, and an empty set is as large as a filled one."""
_NO_NEGATION: Final = frozenset(
    {"only", "just", "sure", "long", "too", "far", "necessarily", "bad"}
)
"""Behind a negator these make a phrase that denies nothing: "not only", "not long after"."""


class Statement(NamedTuple):
    """One clause: what it affirms and what it denies.

    Attributes:
        affirmed: Classes of content words said to be so.
        denied: Classes of content words said not to be so.
        is_mine: Whether the person speaks of themselves.
        is_question: Whether it only asks.
        is_supposed: Whether it stands under an "if" or a "would".
        has_feeling: Whether liking or disliking is said.
        denies_self: Whether "I" or "we" stands right before what denies.
        denied_first: The first content word that "I" or "we" denies, most often the verb.
        own_verb: The first content word after "I" or "we".
        has_never: Whether "never" or its like is what denies.
        is_of_now: Whether what it denies is denied for now, or for some time, and no longer.
        has_ended: Whether it says that something is so no longer: before that it was.
        is_not_yet: Whether it says that something is not so yet.
        is_past: Whether what "I" or "we" did or was in it is over.
        span: The clause.
        quote_span: The sentence's place.
        content: All content words of the clause.
    """

    affirmed: frozenset[str]
    denied: frozenset[str]
    is_mine: bool
    is_question: bool
    is_supposed: bool
    has_feeling: bool
    denies_self: bool
    denied_first: str
    own_verb: str
    has_never: bool
    is_of_now: bool
    has_ended: bool
    is_not_yet: bool
    is_past: bool
    span: Span
    quote_span: Span
    content: frozenset[str]


def read_statements(readings: Iterable[Reading]) -> list[Statement]:
    """Return the clauses of an answer as statements, those without content left out.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [one] = read_statements(read_answer("At Acme I never used Java."))
        >>> sorted(one.affirmed), sorted(one.denied)
        (['acm'], ['java', 'used'])
    """
    return [one for reading in readings for one in _statements(reading)]


def _statements(reading: Reading) -> Iterator[Statement]:
    """Yield the clauses of a sentence that have content."""
    matters = list(map(_matter, reading.word_texts))
    # Most sentences deny nothing, like nothing and suppose nothing: then no clause of theirs does.
    lists, said = lexicon().lists, reading.said
    rules = _Rules(
        negators=_NOTHING if said.isdisjoint(lists["negators"]) else lists["negators"],
        conditionals=_NOTHING if said.isdisjoint(lists["conditionals"]) else lists["conditionals"],
        feels=not reading.roots.isdisjoint(_words_of_feeling()),
        speaks_of_self=not said.isdisjoint(_ME),
        # "I told her I managed six": who reports puts the present into the past.
        reports=not said.isdisjoint(_REPORTING),
    )
    for clause in reading.clauses:
        first, last = reading.places_in(*clause)
        content = matters[first:last]
        everything = frozenset(filter(None, content))
        if everything:
            yield _statement(reading, range(first, last), content, everything, rules)


class _Rules(NamedTuple):
    """What the clauses of a sentence have to be looked through for; nothing where it has none."""

    negators: frozenset[str]
    conditionals: frozenset[str]
    feels: bool
    speaks_of_self: bool
    reports: bool


def _statement(
    reading: Reading,
    places: range,
    content: Sequence[str],
    everything: frozenset[str],
    rules: _Rules,
) -> Statement:
    """Return a clause as a statement.

    Args:
        reading: Its sentence.
        places: Which of its words stand in the clause.
        content: What each of them is about; "" for one without content.
        everything: All that it is about.
        rules: What to look for.
    """
    words = reading.words[places.start : places.stop]
    texts = reading.word_texts[places.start : places.stop]
    known = rules.negators
    negators = [place for place, text in enumerate(texts) if text in known] if known else []
    has_feeling, turns = _feelings(words) if rules.feels else (False, False)
    denied = everything if turns else _NOTHING
    if negators:
        denied = _denied(words, content, negators, turns=turns)
    return Statement(
        affirmed=everything - denied if denied else everything,
        denied=denied,
        is_mine=rules.speaks_of_self and not _ME.isdisjoint(texts),
        is_question=reading.sentence.is_question,
        is_supposed=bool(rules.conditionals) and _is_supposed(words, rules.conditionals),
        has_feeling=has_feeling,
        denies_self=bool(negators) and any(_is_own_denial(words, place) for place in negators),
        denied_first=_first_after(content, negators) if negators else "",
        own_verb=_own_verb(texts, content) if rules.speaks_of_self else "",
        has_never=bool(negators) and _has_never(texts),
        is_of_now=bool(negators) and _is_of_now(texts),
        has_ended=bool(negators) and _ENDED.search(" ".join(texts)) is not None,
        is_not_yet=bool(negators) and _NOT_YET.issubset(texts),
        is_past=rules.speaks_of_self and not rules.reports and _is_past(texts),
        span=(words[0].start, words[-1].end),
        quote_span=(reading.sentence.start, reading.sentence.end),
        content=everything,
    )


def _is_supposed(words: Sequence[Word], conditionals: frozenset[str]) -> bool:
    """Return whether a clause stands under an "if"; "in May" supposes nothing."""
    return any(
        word.text in conditionals and not (word.text == "may" and word.is_upper) for word in words
    )


def _feelings(words: Sequence[Word]) -> tuple[bool, bool]:
    """Return whether a clause says what is liked or disliked, and whether that turns it."""
    lists, roots = lexicon().lists, {word.root for word in words}
    is_liked, is_disliked, is_wished = (not roots.isdisjoint(lists[name]) for name in _FEELINGS)
    return is_liked or is_disliked, (is_disliked and not is_liked) != is_wished


@cache
def _words_of_feeling() -> frozenset[str]:
    return _NOTHING.union(*(lexicon().lists[name] for name in _FEELINGS))


def _denied(
    words: Sequence[Word], content: Sequence[str], negators: Sequence[int], *, turns: bool
) -> frozenset[str]:
    """Return what is denied; a second negator takes the first one back, dislike turns all."""
    reached: set[int] = set()
    for place in negators:
        behind = words[place + 1].text if place + 1 < len(words) else ""
        # "No I have never" says no twice and means it once.
        if behind in _NO_NEGATION or (words[place].text == "no" and behind in _SELF):
            continue
        reached ^= set(range(place + 1, place + 1 + _SCOPE))
    return frozenset(
        name for place, name in enumerate(content) if name and (place in reached) != turns
    )


def _is_own_denial(words: Sequence[Word], place: int) -> bool:
    """Return whether a negator denies something of the person: "I have never"."""
    if words[place].text == "without":
        return False
    if any(one.text in _SELF for one in words[max(0, place - _SELF_REACH) : place]):
        return True
    # "Not one complaint has ever come from my ward."
    behind = words[place + 1 : place + 3]
    is_none = words[place].text == "no" or (
        words[place].text == "not" and any(one.text in _ONE for one in behind)
    )
    return is_none and any(one.text in _OURS for one in words)


def _has_never(texts: Sequence[str]) -> bool:
    """Return whether a clause with a negator denies for all the time before."""
    if "never" in texts or _NOT_YET.issubset(texts):
        return True
    return any(one == "not" and other in _ONE for one, other in pairwise(texts))


def _is_of_now(texts: Sequence[str]) -> bool:
    """Return whether a clause denies for now only: "I don't", "no longer", "not for years"."""
    if "never" in texts or "ever" in texts:
        return False
    line = " ".join(texts)
    return _NOW_DENIED.search(line) is not None or _FOR_SOME_TIME.search(line) is not None


def _is_past(texts: Sequence[str]) -> bool:
    """Return whether "I" or "we" stands before a verb of the past, and nothing says "still"."""
    if _SELF.isdisjoint(texts) or not _STILL.isdisjoint(texts):
        return False
    place = next(place for place, text in enumerate(texts) if text in _SELF)
    near = texts[place + 1 : place + 1 + _SELF_REACH]
    return any(text in _PAST_VERBS or text.endswith("ed") for text in near)


def _own_verb(texts: Sequence[str], content: Sequence[str]) -> str:
    """Return the first content word close behind "I" or "we"."""
    if _SELF.isdisjoint(texts):
        return ""
    place = next(place for place, text in enumerate(texts) if text in _SELF)
    return next(filter(None, content[place + 1 : place + 1 + _SELF_REACH]), "")


def _first_after(content: Sequence[str], negators: Sequence[int]) -> str:
    """Return the first content word behind the first negator."""
    return next(filter(None, content[negators[0] + 1 :]), "")


@lru_cache(maxsize=_CACHED_WORDS)
def _matter(word: str) -> str:
    """Return the class of a word that something is said of; "" for words of feeling and denial."""
    lists, root = lexicon().lists, root_of(word)
    if any(word in lists[name] or root in lists[name] for name in _NO_MATTERS):
        return ""
    return content_class(word)


def opposed_words(one: Statement, other: Statement) -> frozenset[str]:
    """Return the words that one affirms and the other denies.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [one] = read_statements(read_answer("I used Java every day."))
        >>> [other] = read_statements(read_answer("I never used Java."))
        >>> sorted(opposed_words(one, other))
        ['java', 'used']
    """
    return (one.affirmed & other.denied) | (one.denied & other.affirmed)


def opposite_words(one: Statement, other: Statement) -> frozenset[str]:
    """Return the words of one that have their opposite in the other, both affirmed.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [one] = read_statements(read_answer("Our department is shrinking."))
        >>> [other] = read_statements(read_answer("Our department is growing."))
        >>> sorted(opposite_words(one, other))
        ['reduce']
    """
    opposites = lexicon().opposites_of
    return frozenset(
        word
        for word in one.affirmed
        if word in opposites and not other.affirmed.isdisjoint(opposites[word])
    )
