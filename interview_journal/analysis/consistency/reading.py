"""A sentence taken apart: words, numbers, clauses, names, who speaks of whom.

No grammar is parsed. What is needed of it (the clause, the subject, whether the clause is denied
or only supposed) is read off short word lists, and what they miss is left unsaid.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from interview_journal.analysis.consistency.lexicon import content_class, exact_words, lexicon
from interview_journal.analysis.consistency.numbers import Number, find_numbers
from interview_journal.analysis.consistency.sentences import (
    Sentence,
    split_clauses,
    split_sentences,
)
from interview_journal.analysis.consistency.slots import slots_of
from interview_journal.analysis.consistency.words import (
    Word,
    read_capitals,
    read_words,
)
from interview_journal.core.claims import Span

__all__ = ["Reading", "capitalised_in", "read_answer"]

_ME: Final = exact_words("me")
_YOU: Final = frozenset({"you", "your", "yours"})
_OTHERS: Final = exact_words("others")
_DETERMINERS: Final = frozenset({"my", "our", "his", "her", "their", "the", "your"})
_MINE: Final = frozenset({"my", "our"})
_NO_NAMES: Final = _ME | exact_words("no_capitals") | exact_words("days_and_months")
_VERBS: Final = exact_words("verbs_after_nouns")
_PAST: Final = frozenset({"was", "were", "had", "did", "ago", "used"})
_ESTIMATES: Final = frozenset({"say", "guess", "reckon", "think", "estimate", "put"})
_LOOKING: Final = re.compile(r"\blook(?:ing|s|ed)?\s+(?:after|back|at|into)\b", re.IGNORECASE)
_HARDLY: Final = frozenset({"barely", "hardly", "scarcely"})
_NEGATOR_REACH: Final = 5
"""Words before a number in which a negator still denies it."""
_CACHED_QUESTIONS: Final = 8_192
_CACHED_WORDS: Final = 65_536


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence of an answer, taken apart.

    Attributes:
        sentence: The sentence and its place.
        words: Its words, places in the whole answer.
        numbers: Its numbers.
        clauses: The places of its clauses.
        names: Words with a capital letter inside a sentence, in small letters.
        asked: Classes of the content words of the question that is answered.
        about: Classes of the content words of the sentence.
        said: Its words, each once: what most readers ask before they look closer.
        word_texts: Its words in small letters, in order.
        roots: The roots of its words, each once.
    """

    sentence: Sentence
    words: tuple[Word, ...]
    numbers: tuple[Number, ...]
    clauses: tuple[Span, ...]
    names: frozenset[str]
    asked: frozenset[str]
    about: frozenset[str] = field(init=False, repr=False, compare=False)
    said: frozenset[str] = field(init=False, repr=False, compare=False)
    roots: frozenset[str] = field(init=False, repr=False, compare=False)
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _ends: list[int] = field(init=False, repr=False, compare=False)
    word_texts: list[str] = field(init=False, repr=False, compare=False)
    _classes: list[str] = field(init=False, repr=False, compare=False)
    _content: list[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Read off once what every claim of the sentence asks for."""
        texts = [word.text for word in self.words]
        classes = list(map(content_class, texts))
        # A frozen object may be completed in no other way.
        complete = object.__setattr__
        complete(self, "_starts", [word.start for word in self.words])
        content = classes
        if self.numbers:
            content = classes.copy()
            for number in self.numbers:
                first, last = self.places_in(number.start, number.end)
                content[first:last] = [""] * (last - first)
        complete(self, "about", frozenset(filter(None, content)))
        complete(self, "said", frozenset(texts))
        complete(self, "roots", frozenset([word.root for word in self.words]))
        complete(self, "word_texts", texts)
        complete(self, "_ends", [word.end for word in self.words])
        complete(self, "_classes", classes)
        complete(self, "_content", content)

    @property
    def line(self) -> str:
        """Its words in small letters, one blank apart, without any marks."""
        return " ".join(self.word_texts)

    def text(self, start: int, end: int) -> str:
        """Return what is written between two places of the answer."""
        offset = self.sentence.start
        return self.sentence.text[start - offset : end - offset]

    def texts(self, start: int, end: int) -> frozenset[str]:
        """Return the words between two places of the answer."""
        return frozenset(self.word_texts[slice(*self.places_in(start, end))])

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """Return the words that begin between two places of the answer."""
        return self.words[slice(*self.places_in(start, end))]

    def places_in(self, start: int, end: int) -> tuple[int, int]:
        """Return which words begin between two places of the answer, half-open."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def before(self, place: int) -> Sequence[Word]:
        """Return the words before a place, nearest first."""
        return self.words[: bisect_right(self._ends, place)][::-1]

    def after(self, place: int) -> Sequence[Word]:
        """Return the words from a place on, nearest first."""
        return self.words[bisect_left(self._starts, place) :]

    def is_in_number(self, word: Word) -> bool:
        """Return whether a word is part of a number."""
        return any(one.start <= word.start < one.end for one in self.numbers)

    def clause_at(self, place: int) -> Span:
        """Return the clause that holds a place of the answer."""
        for start, end in self.clauses:
            if start <= place < end:
                return start, end
        return self.sentence.start, self.sentence.end

    def content(self, start: int, end: int, *, but: Span = (0, 0)) -> frozenset[str]:
        """Return the classes of the content words between two places, a part left out."""
        first, last = self.places_in(start, end)
        found = self._content[first:last]
        if but[0] < but[1]:
            gone = self.places_in(*but)
            found = [
                *self._content[first : min(last, gone[0])],
                *self._content[max(first, gone[1]) : last],
            ]
        return frozenset(filter(None, found))

    def modifiers(self) -> tuple[tuple[str, str], ...]:
        """Return neighbouring content words, as classes; those of numbers are among them."""
        pairs = dict.fromkeys(pairwise(self._classes))
        return tuple([pair for pair in pairs if all(pair) and pair[0] != pair[1]])

    def subject_at(self, place: int) -> str:
        """Return whose clause it is: "me", "you", "they", a noun's class, or "" where unsaid."""
        start, end = self.clause_at(place)
        first, last = self.places_in(start, end)
        owner = ""
        for number in range(first, last):
            word = self.words[number]
            if word.start >= place and owner:
                break
            if word.text in ("i", "we"):
                return "me"
            noun = self._noun_after(number, end) if word.text in _DETERMINERS else ""
            if noun:
                return noun
            owner = owner or self._owner(number)
        return owner

    def _owner(self, number: int) -> str:
        """Return whom a word that is no subject makes the owner of a clause."""
        text = self.words[number].text
        if text in _MINE and number + 1 < len(self.words):
            return lexicon().class_of(self.words[number + 1].root)
        if text in _ME:
            return "me"
        if text in _YOU:
            return "you"
        return "they" if text in _OTHERS else ""

    def _noun_after(self, number: int, end: int) -> str:
        """Return the noun of "my youngest is": a determiner, one or two words, a verb."""
        for ahead in (2, 3):
            if number + ahead < len(self.words):
                verb = self.words[number + ahead]
                if verb.start < end and verb.text in _VERBS:
                    return lexicon().class_of(self.words[number + ahead - 1].root)
        return ""

    def is_negated_at(self, place: int) -> bool:
        """Return whether the clause before a place denies it."""
        start, _ = self.clause_at(place)
        negators = lexicon().lists["negators"]
        near = self.before(place)[:_NEGATOR_REACH]
        if near and near[0].text in _HARDLY:
            # "Barely a dozen" denies nothing.
            near = near[1:]
        return any(word.start >= start and word.text in negators for word in near)

    def stance_at(self, place: int) -> str:
        """Return how a place is meant: ``is``, ``was``, ``wants`` or ``if``."""
        words = self.words_in(*self.clause_at(place))
        lists = lexicon().lists
        # "In May 2016" supposes nothing.
        texts = {word.text for word in words if not (word.text == "may" and word.is_upper)}
        wants = any(word.root in lists["wants"] for word in words if word.start < place)
        if self.sentence.is_question:
            return "if"
        if wants:
            return "wants"
        if texts & lists["conditionals"] and not _only_estimates(words, lists["conditionals"]):
            return "if"
        return "was" if texts & _PAST else "is"


def read_answer(
    text: str,
    question: str = "",
    known_names: frozenset[str] = frozenset(),
    topic: str = "",
) -> list[Reading]:
    """Return the sentences of an answer, each taken apart.

    Args:
        text: The answer.
        question: What was asked; "It's a month" means nothing without it.
        known_names: Names known from elsewhere, in small letters: a capital letter at the
            beginning of a sentence does not tell a name.
        topic: The topic kept with the answer; it tells what was asked for.

    Example:
        >>> reading = read_answer("My team is small. I led five people at Acme.")[1]
        >>> reading.subject_at(reading.numbers[0].start), sorted(reading.names)
        ('me', ['acme'])
    """
    asked = _asked(question, topic)
    readings = [_read(sentence, asked, known_names) for sentence in split_sentences(text)]
    own = frozenset(name for reading in readings for name in reading.names) - known_names
    return [_with_names(reading, own) for reading in readings] if own else readings


def capitalised_in(text: str) -> Iterator[str]:
    """Yield the words that stand with a capital letter inside a sentence, in small letters."""
    # Where a sentence begins matters only if any word could be a name: most are "I" and "We".
    if not any(map(_may_hold_name, text.split())):
        return
    for sentence in split_sentences(text):
        # Most have none but at their beginning, and need not be taken apart.
        if sentence.text[1:] != sentence.text[1:].lower():
            yield from (name for name in read_capitals(sentence.text) if _can_be_name(name))


@lru_cache(maxsize=_CACHED_WORDS)
def _may_hold_name(piece: str) -> bool:
    """Return whether any word of a piece without blanks, as it is written, can be a name."""
    return any(word.is_upper and _can_be_name(word.text) for word in read_words(piece))


@lru_cache(maxsize=_CACHED_QUESTIONS)
def _asked(question: str, topic: str) -> frozenset[str]:
    """Return the classes of a question's content words, and the fixed matters it asks for."""
    if not question:
        return frozenset()
    nothing: frozenset[str] = frozenset()
    slots = slots_of(question, topic)
    # "Looking after people" is no wish.
    question = _LOOKING.sub(" ", question)
    sentences = (_read(one, nothing, nothing) for one in split_sentences(question))
    return slots.union(*(reading.about for reading in sentences))


def _with_names(reading: Reading, names: frozenset[str]) -> Reading:
    """Return a sentence with its first word taken for a name where it is one elsewhere."""
    first = {word.text for word in reading.words[:1] if word.is_upper} & names
    return replace(reading, names=reading.names | first) if first else reading


def _read(sentence: Sentence, asked: frozenset[str], known: frozenset[str]) -> Reading:
    words = read_words(sentence.text, sentence.start)
    return Reading(
        sentence=sentence,
        words=tuple(words),
        numbers=tuple(find_numbers(sentence.text, words, sentence.start)),
        clauses=tuple(split_clauses(sentence)),
        names=frozenset(
            word.text
            for place, word in enumerate(words)
            if word.is_upper and (place or word.text in known) and _can_be_name(word.text)
        ),
        asked=asked,
    )


def _only_estimates(words: Sequence[Word], conditionals: frozenset[str]) -> bool:
    """Return whether "I would say" is all that makes a clause conditional: that is a guess."""
    return all(
        word.text == "would" and behind.text in _ESTIMATES
        for word, behind in zip(words, [*words[1:], words[-1]], strict=True)
        if word.text in conditionals
    )


def _can_be_name(text: str) -> bool:
    if len(text) == 1 or text[0].isdigit() or text in _NO_NAMES:
        return False
    return text not in lexicon().lists["ignored"]
