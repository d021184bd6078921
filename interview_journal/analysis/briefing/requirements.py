"""The job's requirements, each beside the sentence of an answer that supports it best.

Words in common decide, rare ones more than common ones; a sentence that shares too little is not
shown. "Nothing yet" is more useful than a far-fetched proof.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.briefing.sources import one_line
from interview_journal.analysis.consistency.sentences import split_sentences
from interview_journal.core.preparing.values import RequirementLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from interview_journal.core.records import Answer

__all__ = ["NOTHING_YET", "requirement_lines"]

NOTHING_YET: Final = "nothing yet"

_WORD: Final = re.compile(r"[^\W_]+")
_BULLET: Final = re.compile(r"^\s*(?:[-–—*•·]+|\(?\d{1,2}[.)])\s+")
_LINES_AT_MOST: Final = 12
_READ_CHARS: Final = 4_000
"""Of one answer; who talks longer repeats it."""
_LOOKED_AT: Final = 12
"""Answers that share most with a requirement are read sentence by sentence."""
_ENOUGH: Final = 0.34
"""Share of a requirement's weight that a sentence must bear out."""
_HERE: Final = 0.05
_SHORTEST_STEM: Final = 4
_EMPTY_WORDS: Final = (
    "a an and any are as at be by can do for from have in into is it least of on one or other our "
    "over that the their them they this to two under up we well who with within you your able all "
    "good strong experience experienced ability confident willing work working years year"
)
"""Words of a posting that say nothing of the job."""
_EMPTY: Final = frozenset(_EMPTY_WORDS.split())


def requirement_lines(
    requirements: str, answers: Iterable[Answer], companies: Mapping[str, bool]
) -> tuple[RequirementLine, ...]:
    """Return each requirement with the sentence that supports it, in the journal's order.

    Args:
        requirements: One a line.
        answers: Those that may support them.
        companies: By round: whether it was with this company. What was said there goes before
            equal words said elsewhere.

    Example:
        >>> from interview_journal.core.records import Answer
        >>> said = Answer(interview_id="i_1", answer="It went well. I planned 40 vans a day.")
        >>> line = requirement_lines("Plan vans and drivers", [said], {})[0]
        >>> line.quote
        'I planned 40 vans a day.'
    """
    lines = [one_line(_BULLET.sub("", line)) for line in requirements.splitlines()]
    lines = list(dict.fromkeys(line for line in lines if line))[:_LINES_AT_MOST]
    if not lines:
        return ()
    index = _Answers(answers, companies)
    return tuple(index.support(line) for line in lines)


class _Answers:
    """The answers, searched by the beginnings of words; to read each word of all would be slow."""

    def __init__(self, answers: Iterable[Answer], companies: Mapping[str, bool]) -> None:
        self._here = companies
        self._answers = [one for one in answers if one.answer.strip() or one.better_answer.strip()]
        self._texts = [_text(one).casefold() for one in self._answers]
        self._places: dict[str, list[int]] = {}

    def _with(self, stem: str) -> list[int]:
        if stem not in self._places:
            self._places[stem] = [at for at, text in enumerate(self._texts) if stem in text]
        return self._places[stem]

    def _weight(self, stem: str) -> float:
        return 1 + math.log((len(self._answers) + 1) / (len(self._with(stem)) + 1))

    def support(self, line: str) -> RequirementLine:
        """Return a requirement with its best sentence."""
        wanted = {stem: self._weight(stem) for stem in _content(line)}
        whole = sum(wanted.values())
        shared: defaultdict[int, float] = defaultdict(float)
        for stem, weight in wanted.items():
            for place in self._with(stem):
                shared[place] += weight
        best, found = 0.0, RequirementLine(requirement=line, answer_id="", quote=NOTHING_YET)
        for place in heapq.nlargest(_LOOKED_AT, shared, key=lambda one: (shared[one], one)):
            answer = self._answers[place]
            for sentence in split_sentences(_text(answer)):
                score = sum(wanted[one] for one in wanted.keys() & _stems(sentence.text)) / whole
                score += _HERE * self._here.get(answer.interview_id, False)
                if not sentence.is_question and score > best and score >= _ENOUGH:
                    best = score
                    quote = one_line(sentence.text)
                    found = RequirementLine(requirement=line, answer_id=answer.id, quote=quote)
        return found


def _text(answer: Answer) -> str:
    """Return the words that will be said: the better ones where they are written."""
    return (answer.better_answer.strip() or answer.answer)[:_READ_CHARS]


@lru_cache(maxsize=16_384)
def _stem(word: str) -> str:
    """Return a word without its ending: "planned" and "planning" are one."""
    for ending in ("ning", "ned", "ing", "ers", "er", "ies", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - 1:
            return word[: -len(ending)]
    return word


def _stems(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(text.casefold()))


def _content(line: str) -> frozenset[str]:
    """Return the stems of a requirement that say something."""
    kept = {_stem(word) for word in _WORD.findall(line.casefold()) if word not in _EMPTY}
    return frozenset(kept) or _stems(line)
