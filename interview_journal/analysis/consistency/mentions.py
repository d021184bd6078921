"""One number where it stands, with the words around it: what every kind of amount is read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.bounds import bounds_of
from interview_journal.analysis.consistency.lexicon import exact_words, lexicon
from interview_journal.analysis.consistency.numbers import Number
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = ["FILLERS", "PAY_NOUNS", "PHRASE_ENDS", "Mention", "mention_of"]

PHRASE_ENDS: Final = exact_words("phrase_ends")
"""Words with which the phrase of a counted thing is over."""
FILLERS: Final = exact_words("fillers")
"""Words between a number and its unit that change nothing: "three full years"."""
PAY_NOUNS: Final = exact_words("pay_nouns")
"""Words behind an amount of pay that are not what is counted."""
_BARE_FOLLOWERS: Final = exact_words("bare_followers")
_YEAR_WORDS: Final = frozenset({"years", "yrs", "yo"})
_AFTER_YEARS: Final = frozenset({"old", "now", "and", "this", "next"})
_OPEN_NOUNS: Final = frozenset({"of", "to", "in"})
"""These end a phrase, but what is counted still follows: "5 of us"."""
_PEOPLE: Final = frozenset({"people", "men", "women"})
_NOT_PLURAL: Final = ("ss", "us")
_IN_A_PHRASE: Final = " -–/'’"
_LONGEST_PHRASE: Final = 4
"""Words of "five two-year maintenance contracts"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A number, or the two of a range, in its sentence.

    Attributes:
        reading: The sentence.
        number: The number, the lower one of a range.
        last: The same number, or the upper one of a range.
        before: The words before it, the nearest first.
        after: The words behind it.
        before_texts: The words before it as they stand, the nearest first.
        after_texts: Those behind it.
        amount: What it is so far: a count of nothing told, with its bounds.
    """

    reading: Reading
    number: Number
    last: Number
    before: Sequence[Word]
    after: Sequence[Word]
    before_texts: Sequence[str]
    after_texts: Sequence[str]
    amount: Amount

    @property
    def next_text(self) -> str:
        """The word behind it; empty where none follows."""
        return self.after_texts[0] if self.after_texts else ""

    @property
    def shown(self) -> str:
        """The number as it was written, its scale included."""
        return self.reading.text(self.number.start, self.last.end)

    def texts_before(self, count: int) -> tuple[str, ...]:
        """Return the words before it, the nearest first, at most so many."""
        return tuple(self.before_texts[:count])

    def texts_after(self, count: int) -> tuple[str, ...]:
        """Return the words behind it, at most so many."""
        return tuple(self.after_texts[:count])

    def gap(self, after: Sequence[Word] | None = None) -> str:
        """Return what stands between it and the next word, or the end of the sentence.

        Args:
            after: The words behind it; given where some of them are taken already.
        """
        ahead = self.after if after is None else after
        return self.reading.text(
            self.last.end, ahead[0].start if ahead else self.reading.sentence.end
        )

    def is_bare(self, after: Sequence[Word] | None = None) -> bool:
        """Return whether no noun follows: "I am 32 and", "he is 42 currently".

        Args:
            after: The words behind it; given where some of them are taken already.
        """
        ahead = self.after if after is None else after
        if not ahead or self.gap(ahead).strip(" "):
            return True
        text = ahead[0].text
        if text in _YEAR_WORDS:
            return len(ahead) == 1 or ahead[1].text in _AFTER_YEARS
        if text in PHRASE_ENDS:
            return text not in _OPEN_NOUNS
        return text.endswith("ly") or text in _BARE_FOLLOWERS

    def noun(self, after: Sequence[Word] | None = None) -> Word | None:
        """Return the noun of "five two-year contracts": the last word before the phrase ends.

        Args:
            after: The words behind it; given where some of them are taken already.
        """
        ahead = self.after if after is None else after
        if ahead and ahead[0].text in PAY_NOUNS and "pay" in self.reading.asked:
            return None
        noun = None
        place = self.last.end
        for word in ahead[:_LONGEST_PHRASE]:
            if self.reading.text(place, word.start).strip(_IN_A_PHRASE) or _ends_phrase(word):
                break
            if noun is not None and (word.text.endswith("ly") or word.text in FILLERS):
                break
            noun, place = word, word.end
            if _is_whole(word):
                break
        return noun


def mention_of(reading: Reading, number: Number, upper: Number | None = None) -> Mention:
    """Return a number with the words around it.

    Args:
        reading: Its sentence.
        number: The number.
        upper: The other end of a range; None where it is no range.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("We had about five two-year contracts.")[0]
        >>> mention_of(said, said.numbers[0]).amount.low
        4.0
    """
    last = upper or number
    before, after = reading.before(number.start), reading.after(last.end)
    texts = reading.word_texts
    before_texts, after_texts = texts[: len(before)][::-1], texts[len(texts) - len(after) :]
    low, high, is_hedged = bounds_of(number, upper, before, tuple(before_texts[:2]), after_texts)
    amount = Amount("count", low, high, start=number.start, end=last.end, is_hedged=is_hedged)
    return Mention(reading, number, last, before, after, before_texts, after_texts, amount)


def _ends_phrase(word: Word) -> bool:
    text = word.text
    return text in PHRASE_ENDS or text in lexicon().lists["ignored"] or text[0].isdigit()


def _is_whole(word: Word) -> bool:
    """Return whether a phrase is over with a word: a plural, or a word for people."""
    if word.text.endswith("s") and not word.text.endswith(_NOT_PLURAL):
        return True
    return word.text in _PEOPLE or lexicon().classes.get(word.root) in ("person", "child")
