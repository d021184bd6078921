"""A fitted text as part of a sentence or as a sentence; and turned towards its reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from interview_journal.writing.fitting import STOPS, sentences_of
from interview_journal.writing.word_lists import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

__all__ = ["as_phrase", "as_sentence", "small_words", "speaks_for_itself", "to_reader"]

_LOWER_WORD: Final = re.compile(r"(?<![\w.@/-])[a-z][a-z'’-]*(?![\w@/])")
_FIRST_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_STANDS: Final = re.compile(
    r"(?:I|It|There|We|You|They|He|She|This|That)(?:['’](?:m|s|re|ve|d|ll))?\s", re.IGNORECASE
)
_PLURAL: Final = re.compile(
    r"(?i)\b(?!(?:this|does|has|always|perhaps|besides|sometimes|means|news)\b)"
    r"(?:people|children|men|women|staff|police|others|[a-z]{2,}[^\Ws'’]s)\b"
)
_THEY: Final[dict[str, str]] = {
    "they": "you",
    "them": "you",
    "their": "your",
    "theirs": "yours",
    "themselves": "yourselves",
}
_THEY_WORDS: Final = re.compile(r"\b(they|them|their|theirs|themselves)\b", re.IGNORECASE)
_END: Final = " .,;:"


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that a person writes in small letters somewhere: no names.

    Example:
        >>> sorted(small_words(["The late vans of Martin"]))
        ['late', 'of', 'vans']
    """
    found: set[str] = set()
    for text in texts:
        found.update(_LOWER_WORD.findall(text))
    return frozenset(found) - word_list("capital")


def as_phrase(text: str, small: AbstractSet[str] = frozenset()) -> str:
    """Return a text as it stands inside a sentence: no full stop, no capital that is not needed.

    Args:
        text: A fitted text.
        small: Words that are written in small letters; others keep their capital, as they may
            be names.

    Example:
        >>> as_phrase("The new depot in the north."), as_phrase("Osprey's drivers.")
        ('the new depot in the north', "Osprey's drivers")
    """
    body = text.rstrip(_END) or text
    first = _FIRST_WORD.match(body)
    if first is None:
        return body
    word = first.group()
    plain = word.replace("’", "'").partition("'")[0].lower()
    is_small = (
        word[:1].isupper() and word[1:] == word[1:].lower() and plain not in word_list("capital")
    )
    if is_small and (plain in word_list("small") or word.lower() in small):
        return body[0].lower() + body[1:]
    return body


def as_sentence(text: str) -> str:
    """Return a text as a sentence: a capital first, a full stop last.

    Example:
        >>> as_sentence("the overtime money I do look after"), as_sentence("iOS, since 2019")
        ('The overtime money I do look after.', 'iOS, since 2019.')
    """
    body = text.rstrip(" ,;:")
    if not body:
        return ""
    word = body.split()[0]
    if word == word.lower():
        body = body[0].upper() + body[1:]
    return body if body.rstrip("\"'”’)")[-1:] in tuple(STOPS) else f"{body}."


def speaks_for_itself(text: str) -> bool:
    """Return whether a text is a sentence of its own: it begins with who, as "I" or "it" does.

    Example:
        >>> speaks_for_itself("I like mornings."), speaks_for_itself("Fewer wasted visits")
        (True, False)
    """
    return _STANDS.match(text) is not None


def to_reader(text: str) -> str:
    """Return a text about "them" as one says it to them; "they" and "you" take the same verb.

    Where another noun that "they" may stand for comes first, the sentence stays as it is.

    Example:
        >>> to_reader("They publish it. My mum lived in one of their houses.")
        'You publish it. My mum lived in one of your houses.'
        >>> to_reader("What the drivers say when they are late.")
        'What the drivers say when they are late.'
    """
    return " ".join(_turned(sentence) for sentence in sentences_of(text)) or text


def _turned(sentence: str) -> str:
    def turn(found: re.Match[str]) -> str:
        if _PLURAL.search(sentence[: found.start()]):
            return found.group()
        word = _THEY[found.group().lower()]
        return word.capitalize() if found.group()[0].isupper() else word

    return _THEY_WORDS.sub(turn, sentence)
