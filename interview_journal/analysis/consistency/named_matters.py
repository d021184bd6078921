"""Who or what fills a place that has room for one: the boss, the architect, the tool for it all.

"The client was Acme" and "we did it for a firm called Birch" are compared because a client is one
in a story; "everything is in Ledgerly" and "all our books are in Sumly" because each says it of
everything. What stands before a name does not matter here, but what it is the name of does.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from interview_journal.analysis.consistency.lexicon import exact_words
from interview_journal.analysis.consistency.names import MATTER, WHOLE, NameClaim
from interview_journal.analysis.consistency.reading import Reading

__all__ = ["read_named_matters"]

_NAME: Final = r"(?P<name>[A-Z][\w&'’.-]*(?:\s(?:(?:of|and|&)\s)?[A-Z][\w&’.-]+)*)"
_TITLED: Final = (
    r"(?:(?:a|an|this|some)\s(?:\w+,?\s){0,3}?)?(?:(?:called|named)\s)?"
    r"(?:(?:Mr|Mrs|Ms|Dr|Herr|Frau)\.?\s)?"
)
_OWN: Final = r"(?:[Tt]he|[Mm]y|[Oo]ur|[Ii]ts|[Tt]heir)"
_OPENING: Final = r"(?:^[\"“]?)"
"""Notes leave the article out at the beginning: "Client was Acme"."""
_WHOLE_CUES: Final = re.compile(
    r"\b(?:everything|all (?:of it|our|the|in|my)|all (?:\w+ ){1,2}(?:run|go|are|live|sit)"
    r"|whole|always|only|(?:every|each) (?:single )?\w+|ever since|from the time"
    r"|since (?:day one|the day|i (?:came|started|joined|got))|as long as"
    r"|the (?:whole|entire) time|i (?:have |['’]ve )?ever used"
    r"|nothing (?:else|but)|exclusively|throughout|for all (?:of )?(?:it|our|my|the))\b",
    re.IGNORECASE,
)
_WHOLE_WORDS: Final = frozenset(
    (
        *("everything", "all", "whole", "always", "only", "every", "since", "long", "nothing"),
        *("exclusively", "throughout", "entire", "ever", "each"),
    )
)
"""Each of those cues holds one of these words."""
_TOOL: Final = re.compile(
    r"(?:\b(?:in|on|with|is|are|been|use|uses|used|using|take|run|runs|all|a|have|into|through|over"
    r"|do|does)|['’]re)\s"
    rf"{_NAME}"
)
_SHOPS: Final = (
    re.compile(rf"\b(?:[Ww]e['’]re|[Ww]e are) an? {_NAME}\s(?:shop|house|company|office)\b"),
    re.compile(
        rf"\b{_NAME},?\s(?:that['’]s|is)\swhat\s(?:we|they|[A-Z]\w+)\s(?:runs?|works?|uses?)\b"
    ),
)
"""One name for all, without a word that says so: "we're a Ledgerly shop"."""
_SHOP_WORDS: Final = frozenset({"shop", "house", "company", "office", "what"})
_TOOL_FIRST: Final = re.compile(
    rf"(?<!at )(?<!for )\b{_NAME}\s(?:(?:for|does) (?:the|all|our|my)|is (?:the )?only)\b"
)
_INNER_CAPITAL: Final = re.compile(r"^(?P<name>[A-Z]+[a-z]*[A-Z]\w*)\b")
_NO_NAMES: Final = exact_words("no_names")
_FORMER: Final = re.compile(
    r"\b(?:used to|before|previously|formerly|old|until|till|earlier)\b", re.IGNORECASE
)


def read_named_matters(readings: Sequence[Reading]) -> list[NameClaim]:
    """Return the names of an answer that fill a place with room for one.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> said = read_answer("The client was Acme. All our books are in Ledgerly.")
        >>> [(one.slot, one.name) for one in read_named_matters(said)]
        [('matter client', 'acme'), ('whole', 'ledgerly')]
    """
    return [claim for reading in readings for claim in _in_sentence(reading)]


def _in_sentence(reading: Reading) -> Iterator[NameClaim]:
    """Yield the filled places of a sentence: most name nobody."""
    text = reading.sentence.text
    if reading.sentence.is_question or not (reading.names or _INNER_CAPITAL.match(text)):
        return
    ways = _ways()
    for way in () if reading.said.isdisjoint(ways.words) else ways.patterns:
        for match in way.finditer(text):
            group = next(name for name in ways.places if match.groupdict().get(name))
            yield from _claim(reading, match, f"{MATTER}{ways.places[group]}")
    if not reading.said.isdisjoint(_SHOP_WORDS):
        for shop in filter(None, (way.search(text) for way in _SHOPS)):
            yield from _claim(reading, shop, WHOLE)
    if reading.said.isdisjoint(_WHOLE_WORDS):
        return
    if _WHOLE_CUES.search(text) is not None and _FORMER.search(text) is None:
        yield from _whole(reading)


def _whole(reading: Reading) -> Iterator[NameClaim]:
    """Yield the one name that a sentence says something whole of."""
    text = reading.sentence.text
    matches = [*_TOOL.finditer(text), *_TOOL_FIRST.finditer(text)]
    found = [one for match in matches for one in _claim(reading, match, WHOLE)]
    begins = None if found else _INNER_CAPITAL.search(text)
    if begins is not None:
        found = list(_claim(reading, begins, WHOLE))
    if len({one.name for one in found}) == 1:
        yield found[0]


class _Ways(NamedTuple):
    """Patterns that find a place and its name, and the places by their groups."""

    words: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    places: dict[str, str]


@cache
def _ways() -> _Ways:
    source = files(__package__).joinpath("named_matters.toml")
    stored = tomllib.loads(source.read_text(encoding="utf-8"))
    names = [*stored["places"], *stored["lives"]]
    groups = {f"p{number}": name for number, name in enumerate(names)}
    said = [*stored["places"].values(), *map("|".join, stored["lives"].values())]
    written = [f"(?P<p{number}>{words})" for number, words in enumerate(said)]
    places = "|".join(written[: len(stored["places"])])
    lives = "|".join(written[len(stored["places"]) :])
    of_it = r"(?:\s(?:on|of|for|at)\s(?:it|that|this|the(?:\s\w+){1,2}))?"
    is_or_comma = rf"{of_it}(?:['’]s|\s(?:was|is|were|are)|,)\s"
    return _Ways(
        frozenset(stored["words"].split()),
        (
            re.compile(
                rf"(?:\b{_OWN}\s(?:[\w'’]+\s)?|{_OPENING})(?i:{places}){is_or_comma}{_TITLED}{_NAME}"
            ),
            re.compile(rf"\b{_NAME},?\s(?:(?:was|is)\s)?(?:as\s)?(?:{_OWN}\s)?(?:{places})\b"),
            re.compile(rf"\b(?:{lives}){_TITLED}{_NAME}"),
        ),
        groups,
    )


def _claim(reading: Reading, match: re.Match[str], slot: str) -> Iterator[NameClaim]:
    """Yield what fills a place, where the words name somebody or something."""
    name = match["name"].rstrip(".,'’-").removesuffix("'s").removesuffix("’s")
    first = name.split()[0].lower()
    is_known = first in reading.names or _INNER_CAPITAL.match(name) is not None
    if not is_known or first in _NO_NAMES:
        return
    start = reading.sentence.start + match.start("name")
    yield NameClaim(
        slot=slot,
        name=name.lower(),
        content=reading.content(*reading.clause_at(start)) - reading.names,
        about=reading.about - reading.names,
        asked=reading.asked,
        stance="is",
        span=(start, start + len(name)),
        quote_span=(reading.sentence.start, reading.sentence.end),
    )
