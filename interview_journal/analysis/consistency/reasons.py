"""Why somebody leaves: the reasons an answer names, as a few plain sorts.

Two answers to "why are you leaving?" differ when each names a reason and no sort of reason is
named by both, and more surely when one rules out what the other names. People do leave for
several reasons at once, so the first is never said very surely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.difference import Difference
from interview_journal.analysis.consistency.lexicon import content_class, lexicon
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.reason_phrases import denied_phrases, named_phrases
from interview_journal.analysis.consistency.words import Word
from interview_journal.core.claims import Span

__all__ = ["ReasonClaim", "read_reason", "reason_difference", "reasons_clash"]

_BEEN: Final = frozenset({"was", "were", "been", "being", "got", "is", "are", "get", "getting"})
_BOUGHT_UP: Final = frozenset({"us", "out", "by"})
_OPENING: Final = 4
"""Sentences in which the reason is given; what follows is talk, but may rule a reason out."""
_SURE: Final = 0.56
_ONLY_SURE: Final = 0.66
_DENIED: Final = 0.8
"""How sure two reasons differ: none named twice; one the only one; and where one is ruled out."""
_REACH: Final = 9
"""Words before a reason, and behind it, that may rule it out."""
_RULES_OUT: Final = re.compile(
    r"\b(?:nothing (?:to do with|against|wrong with)"
    r"|not(?= (?:about|because|for|over|down to|the|my|a)\b)"
    r"|no (?:quarrel|problem|issue|complaint|beef|gripe)s? (?:with|about)"
    r"|any (?:issue|problem|trouble)s? with|never (?:been )?about"
    r"|(?:happy|fine|content|satisfied) with|do not mind|can live with"
    r"|(?:love|like|enjoy|get on (?:well )?with|get along (?:well )?with|sorry to leave)"
    r"|(?:offered|gave|given|promised) me|(?<!not )(?:well|plenty of|enough)"
    r"|not a bad word (?:for|about)|not (?:a|one) word against)"
    r"(?: (?:the|my|our|any|a|because|of|about|really|just|so|much|for|over|down|to)){0,4} $"
)
_GOES_ON: Final = frozenset({"still", "keep"})
"""Before a word these tell that it is no reason: "I keep learning"."""
_FINE: Final = re.compile(
    r"^ (?:(?:fine|great|okay|ok|all right|grand)\b|(?:\w+ ){0,2}?"
    r"(?:(?:is|are|was|were) (?:\w+ )?(?:fine|good|great|okay|ok|all right"
    r"|decent|super|lovely|brilliant|excellent|nice|fair"
    r"|(?:not|never) (?:it|(?:really )?(?:a|the) (?:problem|issue|reason|trouble|factor)))\b"
    r"|(?:i|we) (?:can|could) live with\b|suits? me\b"
    r"|(?:i|we) (?:have )?(?:never|not|do not|did not) (?:really )?mind(?:ed)?\b"
    r"|(?:i|we) (?:\w+ )?(?:enjoy|like|love|do not mind|can not complain)\b"
    r"|(?:is|are|was|were) (?:\w+ )?(?:neither here nor there"
    r"|no (?:problem|issue|trouble|reason))\b"
    r"|(?:does|do|did) not (?:\w+ )?(?:bother|trouble|matter|worry)\b|never bothered\b))"
)
_ONLY: Final = re.compile(
    r"\b(?:whole|only|real|sole|single) reason(?: \w+){0,3}? (?:is|was) (?P<first>.*)"
    r"|\bit is (?:only|just|purely|simply|all) (?:about )?(?P<second>.*)"
    r"|\b(?:only|just|purely|simply) (?:the|about the) (?P<third>.*)"
)
_LACKED: Final = ("ing", "ed", "paid")
"""Behind "not" these tell what is missed: "I'm not learning", "we're not paid"."""
_FAMILIES: Final = {
    **dict.fromkeys(("growth", "learning", "boredom", "meaning"), "work"),
    **dict.fromkeys(("manager", "people"), "people"),
    **dict.fromkeys(("closing", "security", "let_go"), "future"),
    **dict.fromkeys(("hours", "workload", "home", "travel"), "life"),
}
"""Sorts that one person may well call by each other's name."""
_OWN: Final = frozenset({"choice"})
_DECIDED: Final = _OWN | {"let_go"}
"""Who goes by their own choice was not let go."""
_UNSORTED: Final = "="
_THAT_IS_WHY: Final = re.compile(
    r"(?:that|this)(?:['’]s| is| was) (?:\w+ ){0,2}(?:only|whole|sole|single|main|real|one) ",
    re.IGNORECASE,
)
_THE_REASON: Final = re.compile(
    r"\b(?:reason|what has me|what['’]s got me|pushing me out|why i['’]?m? (?:leav|look|go|want))",
    re.IGNORECASE,
)
_TELLING: Final = 25
"""Characters from which on a sentence says more than the bare reason."""
_LONGEST_ONLY: Final = 5


class _Sort(NamedTuple):
    """A sort of reason where it is named or ruled out."""

    sort: str
    span: Span
    is_denied: bool


@dataclass(frozen=True, slots=True)
class ReasonClaim:
    """The reasons one answer gives.

    Attributes:
        named: Sorts of reason it names.
        denied: Sorts it says it is not.
        places: Each sort, whether it is denied there, its first words and its sentence.
        is_only: Whether it says that there is no other.
    """

    named: frozenset[str]
    denied: frozenset[str]
    places: tuple[tuple[str, bool, Span, Span], ...]
    is_only: bool = False

    def place_of(self, sorts: frozenset[str]) -> tuple[Span, Span]:
        """Return the words and the sentence of one of these sorts; of any where none is.

        A sort that is ruled out is quoted where that is said. "Money, I say" tells less than the
        sentence that says how much.
        """
        found = [
            (span, quote)
            for sort, is_denied, span, quote in self.places
            if sort in sorts and is_denied == (sort in self.denied)
        ]
        telling = (place for place in found if place[1][1] - place[1][0] >= _TELLING)
        first = next(telling, found[0] if found else self.places[0][2:])
        # "We were bought, and they are shrinking it": what comes last is what it is about.
        return max((place for place in found if place[1] == first[1]), default=first)


def read_reason(readings: Sequence[Reading]) -> ReasonClaim | None:
    """Return the reasons for leaving that an answer gives; None where it was not asked for any.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("It is the commute, really.", "Why do you want to leave?")
        >>> sorted(read_reason(said).named)
        ['travel']
    """
    told = [one for one in readings if "leaving" in one.asked and not one.sentence.is_question]
    said = [(one, found) for one in told for found in _sorts(one)]
    denied = frozenset(found.sort for _, found in said if found.is_denied)
    only = next(filter(None, map(_only_reason, told)), None)
    if only is not None:
        sort = frozenset({only[0]})
        return ReasonClaim(sort, denied - sort, ((only[0], False, *only[1:]),), is_only=True)
    opening = readings[:_OPENING]
    given = [(one, found) for one, found in said if found.is_denied or one in opening]
    named = frozenset(found.sort for _, found in given if not found.is_denied) - denied
    if not named and not denied:
        return None
    quotes = _quotes(readings)
    # What is called the reason is quoted before what is only told.
    given.sort(key=lambda each: not quotes[each[0].sentence.start].is_called_reason)
    places = [
        (found.sort, found.is_denied, found.span, quotes[one.sentence.start].span)
        for one, found in given
    ]
    return ReasonClaim(named, denied, tuple(places))


class _Quote(NamedTuple):
    """What is quoted for a sentence, and whether it calls something the reason."""

    span: Span
    is_called_reason: bool


def _quotes(readings: Sequence[Reading]) -> dict[int, _Quote]:
    """Return the quote for each sentence by its start.

    The next one is taken in where it says "that's the only reason".
    """
    sentences = [reading.sentence for reading in readings]
    found = {}
    for place, sentence in enumerate(sentences):
        text, end = sentence.text, sentence.end
        for behind in sentences[place + 1 : place + 2]:
            if _THAT_IS_WHY.match(behind.text):
                text, end = f"{text} {behind.text}", behind.end
        is_called_reason = _THE_REASON.search(text) is not None
        found[sentence.start] = _Quote((sentence.start, end), is_called_reason)
    return found


def _sorts(reading: Reading) -> Iterator[_Sort]:
    """Yield each word and phrase of a sentence that is a reason, or rules one out."""
    sorts = lexicon().reasons
    if not reading.roots.isdisjoint(sorts):
        for word in reading.words:
            sort = sorts.get(word.root)
            if sort is None or word.text == "person" or _is_purchase(reading, word):
                continue
            is_denied = _is_ruled_out(reading, word)
            if is_denied or not _goes_on(reading, word):
                yield _Sort(sort, (word.start, word.end), is_denied)
    for sort, first, last in named_phrases(reading):
        yield _Sort(sort, (first.start, last.end), _is_ruled_out(reading, first))
    for sort, first, last in denied_phrases(reading):
        is_denied = not reading.is_negated_at(first.start)
        yield _Sort(sort, (first.start, last.end), is_denied)


def _is_purchase(reading: Reading, word: Word) -> bool:
    """Return whether a lamp was bought, and no firm."""
    if word.text != "bought":
        return False
    before = [one.text for one in reading.before(word.start)[:2]]
    behind = [one.text for one in reading.after(word.end)[:1]]
    return _BEEN.isdisjoint(before) and _BOUGHT_UP.isdisjoint(behind)


def _is_ruled_out(reading: Reading, word: Word) -> bool:
    """Return whether "it's not the hours" stands there; "no growth" is a reason all the same."""
    begin, _ = reading.clause_at(word.start)
    if reading.words_in(begin, word.end)[0].text == "because":
        # "Not because of the boss" is one thought, though a clause begins inside.
        begin = reading.sentence.start
    near = [one.text for one in reading.before(word.start)[:_REACH] if one.start >= begin]
    if near[:1] == ["not"]:
        return not word.text.endswith(_LACKED)
    before = " ".join(near[::-1])
    if _RULES_OUT.search(f"{before} ") is not None:
        return True
    after = " ".join([one.text for one in reading.after(word.end)[:_REACH]])
    return _FINE.search(f" {after}") is not None


def _goes_on(reading: Reading, word: Word) -> bool:
    return any(one.text in _GOES_ON for one in reading.before(word.start)[:1])


def _only_reason(reading: Reading) -> tuple[str, Span, Span] | None:
    """Return the one reason that "my whole reason is" names, with its place."""
    if reading.said.isdisjoint({"reason", "only", "just", "purely", "simply", "all"}):
        return None
    text = reading.line
    match = _ONLY.search(text)
    if match is None:
        return None
    first = text.count(" ", 0, match.start(match.lastgroup or 0))
    words = reading.words[first : first + _LONGEST_ONLY]
    quote = reading.sentence.start, reading.sentence.end
    for found in _sorts(reading):
        if words[0].start <= found.span[0] < words[-1].end:
            return found.sort, found.span, quote
    if "reason" not in match.group():
        return None
    telling = next((word for word in words if content_class(word.text)), None)
    if telling is None:
        return None
    return f"{_UNSORTED}{telling.root}", (telling.start, telling.end), quote


def reason_difference(one: ReasonClaim, other: ReasonClaim) -> Difference | None:
    """Return how the reasons for leaving differ, or None."""
    sure = reasons_clash(one, other)
    if not sure:
        return None
    ruled_out, rules_out = one.named & other.denied, one.denied & other.named
    against = ruled_out | rules_out
    if one.is_only != other.is_only:
        # Both sentences are to be about one reason: the only one.
        against = (ruled_out or rules_out) if one.is_only else (rules_out or ruled_out)
    span_one, quote_one = one.place_of(against or one.named)
    span_other, quote_other = other.place_of(against or other.named)
    return Difference("reason", sure, span_one, quote_one, span_other, quote_other)


def _families(sorts: frozenset[str]) -> frozenset[str]:
    return frozenset(_FAMILIES.get(sort, sort) for sort in sorts)


def reasons_clash(one: ReasonClaim, other: ReasonClaim) -> float:
    """Return how sure it is that two sets of reasons differ, 0 to 1; 0 where they share one."""
    if one.named & other.denied or one.denied & other.named:
        return _DENIED
    decided, decided_there = one.named & _DECIDED, other.named & _DECIDED
    if len(decided) == len(decided_there) == 1 and decided != decided_there:
        return _SURE
    # One's own decision says nothing of what moved one to it.
    ours, theirs = _families(one.named - _OWN), _families(other.named - _OWN)
    if ours & theirs or not (ours and theirs):
        return 0.0
    return _ONLY_SURE if one.is_only or other.is_only else _SURE
