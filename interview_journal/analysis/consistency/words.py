"""Words of an answer, each with its place in the text.

Short forms are written out ("don't" is "do" and "not", both at the place of the whole), and each
word has a root, so that "managed", "managing" and "manages" meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final, NamedTuple

__all__ = ["Word", "read_capitals", "read_words", "root_of"]

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT: Final = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_OR_HAD: Final = "'d"
_TAILS: Final = {
    "m": "am",
    "re": "are",
    "ve": "have",
    "ll": "will",
    "d": _OR_HAD,
    "s": "is",
}
_WITHOUT_APOSTROPHE: Final = {
    "dont": "do",
    "doesnt": "does",
    "didnt": "did",
    "isnt": "is",
    "wasnt": "was",
    "arent": "are",
    "werent": "were",
    "havent": "have",
    "hasnt": "has",
    "hadnt": "had",
    "cant": "can",
    "cannot": "can",
    "wont": "will",
    "wouldnt": "would",
    "couldnt": "could",
    "shouldnt": "should",
}
_IRREGULAR: Final = {
    form: root
    for root, forms in {
        "be": "am is are was were been being",
        "have": "has had having",
        "do": "does did done doing",
        "go": "goes went gone going",
        "say": "said says",
        "make": "made making",
        "take": "took taken taking",
        "get": "got gotten getting",
        "come": "came coming",
        "see": "saw seen",
        "know": "knew known",
        "think": "thought",
        "give": "gave given giving",
        "find": "found",
        "tell": "told",
        "leave": "left leaving",
        "lead": "led",
        "lose": "lost losing",
        "win": "won winning",
        "build": "built",
        "run": "ran running",
        "begin": "began begun",
        "teach": "taught",
        "write": "wrote written writing",
        "speak": "spoke spoken",
        "drive": "drove driven driving",
        "grow": "grew grown",
        "hold": "held",
        "keep": "kept",
        "meet": "met",
        "pay": "paid",
        "sell": "sold",
        "spend": "spent",
        "stand": "stood",
        "buy": "bought",
        "bring": "brought",
        "choose": "chose chosen choosing",
        "fall": "fell fallen",
        "feel": "felt",
        "eat": "ate eaten",
        "die": "died dying dead",
        "child": "children",
        "person": "people persons",
        "man": "men",
        "woman": "women",
        "wife": "wives",
        "life": "lives",
        "foot": "feet",
        "tooth": "teeth",
        "mouse": "mice",
        "mean": "meant",
        "hear": "heard",
        "dig": "dug",
        "understand": "understood",
        "analysis": "analyses",
        "marry": "married marries marrying",
        "study": "studied studies studying",
        "company": "companies",
        "species": "species specie",
        "series": "series",
    }.items()
    for form in forms.split()
}
_DOUBLED: Final = re.compile(r"([bdgklmnprt])\1$")
_VOWEL: Final = re.compile(r"[aeiouy]")
_ROOT_MIN: Final = 3
_ALSO_PRESENT: Final = frozenset({"come", "run", "become", "put", "let", "cut", "set", "read"})
"""Past participles that are infinitives as well: "I'd come"."""
_HAD_BEFORE: Final = frozenset(
    (
        *(
            "a",
            "an",
            "the",
            "my",
            "our",
            "no",
            "some",
            "few",
            "one",
            "two",
            "three",
            "four",
            "five",
        ),
        *("six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty"),
    )
)
"""Before these "I'd" is "I had": "I'd four nurses"."""
_PRONOUNS: Final = frozenset(
    {"he", "she", "it", "that", "there", "here", "what", "who", "where", "how"}
)
"""Behind these "'s" is a verb, and no owner."""
_CACHED_WORDS: Final = 65_536


class Word(NamedTuple):
    """One word.

    Attributes:
        text: The word in small letters, with short forms written out.
        root: The form that its inflections share.
        start: Where it begins in the text.
        end: Where it ends, exclusive.
        is_upper: Whether it begins with a capital letter.
    """

    text: str
    root: str
    start: int
    end: int
    is_upper: bool


_word: Final = partial(tuple.__new__, Word)
"""Makes a word of its parts in half the time of the class: it is asked for every word there is."""


def read_words(text: str, offset: int = 0) -> list[Word]:
    """Return the words of a text.

    Args:
        text: Any text.
        offset: Added to every place.

    Example:
        >>> [word.text for word in read_words("I don't know Ana's team.")]
        ['i', 'do', 'not', 'know', 'ana', 'team']
    """
    words: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        for part, root, is_upper in _parts_of(match[0]):
            words.append(_word((part, root, start + offset, end + offset, is_upper)))
    if "'" not in text and "’" not in text:
        return words
    return [
        _settled_had(words, place) if word.text == _OR_HAD else word
        for place, word in enumerate(words)
    ]


def read_capitals(text: str) -> Iterator[str]:
    """Yield the words of a text that begin with a capital letter, but for its first one.

    Example:
        >>> list(read_capitals("Then Ana and I'd met."))
        ['ana', 'i']
    """
    for place, match in enumerate(_WORD.finditer(text)):
        for part, _, is_upper in _parts_of(match[0])[not place :]:
            # Whether "had" or "would" stands for it: neither is a name.
            if is_upper and part != _OR_HAD:
                yield part


def _settled_had(words: list[Word], place: int) -> Word:
    """Return the word, with "I'd" settled: "had" before a participle, otherwise "would"."""
    after = next(
        (one.text for one in words[place + 1 : place + 3] if not one.text.endswith("ly")), ""
    )
    is_past = after.endswith("ed") or (after in _IRREGULAR and _IRREGULAR[after] != after)
    is_owned = after[:1].isdigit() or after in _HAD_BEFORE
    text = "had" if is_owned or (is_past and after not in _ALSO_PRESENT) else "would"
    return words[place]._replace(text=text, root=root_of(text))


@lru_cache(maxsize=_CACHED_WORDS)
def _parts_of(raw: str) -> tuple[tuple[str, str, bool], ...]:
    """Return what a word is written out, each part with its root, and with the word's capital."""
    is_upper = raw[0].isupper()
    return tuple((part, root_of(part), is_upper) for part in _parts(raw.lower()))


def _parts(word: str) -> tuple[str, ...]:
    """Return a word written out: "didn't" is "did" and "not"; none of its parts is empty."""
    word = word.replace("’", "'")
    if word in _WITHOUT_APOSTROPHE:
        return (_WITHOUT_APOSTROPHE[word], "not")
    if word.endswith("n't"):
        stem = word.removesuffix("n't")
        return (_NOT.get(stem, stem), "not") if stem else ("not",)
    stem, apostrophe, tail = word.rpartition("'")
    if not apostrophe:
        return (word,)
    if tail == "s" and stem not in _PRONOUNS:
        return (stem,)
    return (stem, _TAILS[tail]) if tail in _TAILS else (word,)


@lru_cache(maxsize=_CACHED_WORDS)
def root_of(word: str) -> str:
    """Return the form that a word's inflections share; English, and only roughly.

    Example:
        >>> root_of("managed"), root_of("managing"), root_of("teams"), root_of("led")
        ('manag', 'manag', 'team', 'lead')
    """
    word = _IRREGULAR.get(word, word)
    if not word.isascii() or len(word) <= _ROOT_MIN:
        return word
    for ending, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", "")):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _ROOT_MIN - bool(instead) and _VOWEL.search(stem):
            return _settled(stem + instead)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("xes", "ches", "shes")) else word[:-1]
    return _settled(word)


def _settled(stem: str) -> str:
    if _DOUBLED.search(stem) and not stem.endswith("ll"):
        return stem[:-1]
    return stem[:-1] if stem.endswith("e") and len(stem) > _ROOT_MIN else stem
