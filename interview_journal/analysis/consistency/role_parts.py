"""Which part in something a verb gives the person: led, shared the lead, helped, did not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview_journal.analysis.consistency.lexicon import content_class, exact_words, lexicon
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = ["HELPED", "LED", "OTHERS", "SHARED", "has_parts", "part_of"]

LED: Final = 3
SHARED: Final = 2
HELPED: Final = 1
OTHERS: Final = 0
_NOUNS_OF_LEADING: Final = ("er", "or", "ment")
_NOUNS_OF_HELPING: Final = ("er", "or", "ant")
_BEFORE_NOUNS: Final = frozenset({"the", "a", "an", "my", "our", "your", "their"})
_HAD_TO: Final = frozenset({"had", "have", "get", "got"})
_SUBJECTS: Final = frozenset({"i", "we", "he", "she", "they"})
_LINKS: Final = frozenset({"and", "then", "also"})
_NO_SUBJECTS: Final = exact_words("no_subjects")
_JOINTLY: Final = frozenset({"co", "jointly"})
_TOGETHER: Final = frozenset({"together", "jointly"})
_TOGETHER_REACH: Final = 8
_LEAD_NOUNS: Final = frozenset({"lead", "charge", "leader", "responsible"})
_LEAD_REACH: Final = 5
_SELF_WHO: Final = frozenset({"me", "i", "one", "myself", "person", "us", "somebody", "someone"})
""""I am the one who led it"."""
_IS: Final = frozenset({"was", "is", "am", "were", "as"})
_THEY: Final = frozenset({"he", "she", "they"})
_WAS_WITH: Final = frozenset({("was", "with"), ("lay", "with")})


def has_parts(reading: Reading) -> bool:
    """Return whether any word of a sentence may be one of a role; most sentences have none."""
    lists = lexicon().lists
    is_done = not all(reading.roots.isdisjoint(lists[name]) for name in ("led", "made", "helped"))
    return is_done or not reading.said.isdisjoint(_LEAD_NOUNS)


def part_of(reading: Reading, word: Word) -> int | None:
    """Return the part that a word gives the person; None where it is no word of a role.

    Args:
        reading: The sentence.
        word: One of its words.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("Priya was the lead on it.")[0]
        >>> [part_of(said, word) for word in said.words if word.text == "lead"]
        [0]
    """
    is_led, is_helped = _is_led(word), _is_helped(word)
    before: Sequence[Word] = ()
    if is_led or is_helped or word.text in _LEAD_NOUNS:
        before = reading.before(word.start)
        named = _lead_noun(reading, word, before)
        if named is not None:
            return named
    if not (is_led or is_helped) or not _is_done(reading, word, before):
        return None
    if word.text == "head" and _is_title(reading, word, before):
        return None
    start, _ = reading.clause_at(word.start)
    near = [one for one in before if one.start >= start]
    if not near and not word.is_upper:
        return None
    return _part(reading, word, before, _subject(near))


def _is_done(reading: Reading, word: Word, before: Sequence[Word]) -> bool:
    """Return whether a verb tells of something done, neither named nor wished for."""
    return not _is_noun(before) and reading.stance_at(word.start) not in ("wants", "if")


def _is_title(reading: Reading, word: Word, before: Sequence[Word]) -> bool:
    """Return whether "plant head" stands there, or "the head's": somebody, and nothing done."""
    if reading.text(word.start, word.end).lower() != word.text:
        return True
    return bool(before) and before[0].text not in _SUBJECTS and content_class(before[0].text) != ""


def _part(reading: Reading, word: Word, before: Sequence[Word], subject: str) -> int | None:
    """Return the part of who did it."""
    is_led = _is_led(word)
    if before and before[0].text in _JOINTLY:
        return SHARED
    if is_led and _is_together(reading, word):
        return SHARED
    if not is_led:
        return HELPED if subject in ("i", "we", "") else None
    return _part_of_leading(reading, word, subject)


def _is_led(word: Word) -> bool:
    lists = lexicon().lists
    is_led = word.root in lists["led"] or word.root in lists["made"]
    return is_led and not word.text.endswith(_NOUNS_OF_LEADING)


def _is_helped(word: Word) -> bool:
    return word.root in lexicon().lists["helped"] and not word.text.endswith(_NOUNS_OF_HELPING)


def _part_of_leading(reading: Reading, word: Word, subject: str) -> int | None:
    if subject in ("i", ""):
        return OTHERS if reading.is_negated_at(word.start) else LED
    if subject == "we":
        return None if word.root in lexicon().lists["made"] else SHARED
    return OTHERS


def _is_noun(before: Sequence[Word]) -> bool:
    """Return whether a role word is none: "the lead", "to lead" but not "had to lead"."""
    if not before:
        return False
    if before[0].text == "to":
        return len(before) == 1 or before[1].text not in _HAD_TO
    return before[0].text in _BEFORE_NOUNS


def _subject(near: Sequence[Word]) -> str:
    """Return who did it: a pronoun, "other" for a noun, "" where nobody is named.

    Args:
        near: The words of the clause before the role word, the nearest first.
    """
    if [one.text for one in near[:1]] == ["who"] and near[1:] and near[1].text not in _SELF_WHO:
        return "other"
    subject = next((one.text for one in near if one.text in _SUBJECTS), "")
    if subject or not near or near[0].text in _LINKS:
        return subject
    is_verb = near[0].text in _NO_SUBJECTS or near[0].text.endswith("ly")
    return "" if is_verb else "other"


def _is_together(reading: Reading, word: Word) -> bool:
    after = reading.after(word.end)[:_TOGETHER_REACH]
    return any(one.text in _TOGETHER for one in after)


def _lead_noun(reading: Reading, word: Word, before: Sequence[Word]) -> int | None:
    """Return the part of "Priya was the lead on it", "I was in charge", "the lead lay with her"."""
    if word.text not in _LEAD_NOUNS:
        return None
    near = before[:_LEAD_REACH]
    verb = next((place for place, one in enumerate(near) if one.text in _IS), None)
    if verb is not None:
        subject = near[verb + 1] if verb + 1 < len(near) else None
        if subject is None:
            return None
        if subject.text in ("i", "me"):
            return LED
        return OTHERS if subject.is_upper or subject.text in _THEY else None
    after = tuple(one.text for one in reading.after(word.end)[:2])
    return OTHERS if near and near[0].text == "the" and after in _WAS_WITH else None
