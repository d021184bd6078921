"""Whose work a thing was, held together by the story it is told in.

The sentence that says it often names nothing: "I ran that job", "my piece was the move". What the
job was stands in the sentences around it and in the question, and two answers are taken for one
story when these have enough telling words in common.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.difference import Circumstances, Difference
from interview_journal.analysis.consistency.lexicon import content_class, exact_words
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.stories import Story, shared_score, story_at
from interview_journal.analysis.consistency.words import root_of
from interview_journal.core.claims import Span

__all__ = ["StoryPart", "part_difference", "read_story_parts"]

_LEAST: Final = 4
"""Telling words that two tellings of one story have in common; a name counts twice."""
_LEAST_ASKED: Final = 2
"""The same, where both were asked one question."""
_FROM: Final = 0.44
_STEP: Final = 0.04
_SUREST: Final = 0.8
_SUPPOSED: Final = frozenset({"would", "could", "might"})
_NAME: Final = "NAME"
_LEAST_WORDS: Final = 3
_DOES: Final = frozenset({"was", "is", "had", "led", "ran", "did", "wrote", "built", "owned"})
_NO_NAME_ENDINGS: Final = ("s", "ing", "ly", "ed", "ion", "ment", "er", "body", "one", "ity")
_NO_NAMES: Final = exact_words("no_names") | exact_words("others") | exact_words("weak_stories")
_BEGINS: Final = r"\b"


@dataclass(frozen=True, slots=True)
class StoryPart:
    """One sentence that says whose work something was, with its story.

    Attributes:
        is_own: Whether it was the person's own; else somebody else's, or of several.
        story: What it is told of.
        span: The phrase that says whose.
        quote_span: The sentence.
    """

    is_own: bool
    story: Story
    span: Span
    quote_span: Span


class _Ways(NamedTuple):
    """How it is said whose work a thing was, those of one's own work first.

    Attributes:
        patterns: Each with whether it tells of one's own work.
        words: The words of which each needs one.
        by_word: Which of them can be met where a word is said.
    """

    patterns: tuple[tuple[re.Pattern[str], bool], ...]
    words: frozenset[str]
    by_word: dict[str, tuple[int, ...]]


def read_story_parts(readings: Sequence[Reading]) -> list[StoryPart]:
    """Return the sentences of an answer that say whose work something was.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("We moved the bakery. I ran that job, with Ana on the ovens.")
        >>> [(one.is_own, sorted(one.story.names)) for one in read_story_parts(said)]
        [(True, ['ana'])]
    """
    return list(_parts(readings))


def _parts(readings: Sequence[Reading]) -> Iterator[StoryPart]:
    for place, reading in enumerate(readings):
        found = None if reading.sentence.is_question else _said_in(reading)
        if found is not None:
            is_own, span = found
            quote_span = reading.sentence.start, reading.sentence.end
            yield StoryPart(is_own, story_at(readings, place), span, quote_span)


def _said_in(reading: Reading) -> tuple[bool, Span] | None:
    """Return whose work a sentence says it was, and where; None where it says none or both."""
    said = reading.said
    opening = _opens_with_name(reading)
    is_named = bool(reading.names) or opening
    if is_named:
        said |= {_NAME}
    ways = _ways()
    cues = ways.words & said
    if not cues:
        return None
    text = _line_with_names(reading, opening=opening) if is_named else reading.line
    # What is said first is meant: "I led the move, our engineers built the racks".
    first: re.Match[str] | None = None
    is_own = False
    for number in sorted({number for cue in cues for number in ways.by_word[cue]}):
        pattern, tells_own = ways.patterns[number]
        match = pattern.search(text)
        if match is None or _is_only_thought_of(match):
            continue
        if first is None or match.start() < first.start():
            first, is_own = match, tells_own
    if first is None:
        return None
    begin, end = text.count(" ", 0, first.start()), text.count(" ", 0, first.end() - 1)
    return is_own, (reading.words[begin].start, reading.words[end].end)


def _is_only_thought_of(match: re.Match[str]) -> bool:
    """Return whether "I would be learning it from scratch" is met: nobody has done that."""
    return not _SUPPOSED.isdisjoint(match.group().split())


def _line_with_names(reading: Reading, *, opening: bool) -> str:
    """Return the words of a sentence with every name written as one word.

    Args:
        reading: The sentence.
        opening: Whether it begins with a name.
    """
    return " ".join(
        _NAME
        if word.is_upper and (word.text in reading.names or (opening and not place))
        else word.text
        for place, word in enumerate(reading.words)
    )


def _opens_with_name(reading: Reading) -> bool:
    """Return whether a sentence begins with somebody of whom no other sentence tells.

    There every word has a capital letter; what is known for another word is no name.
    """
    if len(reading.words) < _LEAST_WORDS or reading.words[1].text not in _DOES:
        return False
    first = reading.words[0].text
    if first in reading.names or first.endswith(_NO_NAME_ENDINGS):
        return False
    return content_class(first) == root_of(first) and first not in _NO_NAMES


@cache
def _ways() -> _Ways:
    source = files(__package__).joinpath("story_parts.toml")
    stored = tomllib.loads(source.read_text(encoding="utf-8"))
    short = {f"{{{name}}}": "".join(stored[name].split()) for name in ("did", "titles")}

    def written_out(text: str) -> str:
        for name, words in short.items():
            text = text.replace(name, words)
        return text

    def either(patterns: Sequence[str]) -> re.Pattern[str]:
        # Each begins a word: that is asked once at each place, not once for each of them.
        bare = (written_out(one).removeprefix(_BEGINS) for one in patterns)
        return re.compile(rf"\b(?:{'|'.join(bare)})")

    patterns: list[tuple[re.Pattern[str], bool]] = []
    by_word: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for name in ("own", "others"):
        for group in stored[name]:
            for word in set(re.findall(r"\w+", written_out(group["words"]))):
                by_word[word] += (len(patterns),)
            patterns.append((either(group["patterns"]), name == "own"))
    return _Ways(tuple(patterns), frozenset(by_word), dict(by_word))


def part_difference(one: StoryPart, other: StoryPart, around: Circumstances) -> Difference | None:
    """Return how two answers differ in whose work a thing was, or None.

    Args:
        one: What one answer says.
        other: What another says.
        around: What is known of the two answers.
    """
    if one.is_own == other.is_own:
        return None
    score = shared_score(one.story, other.story)
    if score < (_LEAST_ASKED if around.same_question else _LEAST):
        return None
    sure = min(_SUREST, _FROM + _STEP * score)
    return Difference("role", sure, one.span, one.quote_span, other.span, other.quote_span)
