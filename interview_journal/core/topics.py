"""The catalogue of questions that interviews keep coming back to.

It is a text that a person can read (catalogue.toml) and extend with a file of their own:
one topic holds many phrasings of one question, because similarity of words alone does not tell
"your greatest failure" from "your greatest success".
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files

__all__ = ["Catalogue", "Topic", "load_catalogue", "parse_catalogue"]


@dataclass(frozen=True, slots=True)
class Topic:
    """One question in its many phrasings.

    Attributes:
        slug: What is stored with an answer; never shown.
        label: Plain words for the screen.
        kind: The chapter it belongs to, such as "motivation" or "logistics".
        phrasings: How people ask it.
        broad: True for a family of questions: two of them are the same question only when
            their words agree as well.
        cues: Sets of ideas (names in question_words.toml); a question that holds all ideas of
            one set is about this topic, whatever else it says.
    """

    slug: str
    label: str
    kind: str
    phrasings: tuple[str, ...]
    broad: bool = False
    cues: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """All known topics, in the order of the file."""

    topics: tuple[Topic, ...]
    problems: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def _by_slug(self) -> dict[str, Topic]:
        return {topic.slug: topic for topic in self.topics}

    def topic(self, slug: str) -> Topic | None:
        """Return the topic with this slug, or None.

        Example:
            >>> load_catalogue().topic("notice").label
            'Notice period and start date'
        """
        return self._by_slug.get(slug)

    def extended_by(self, other: Catalogue) -> Catalogue:
        """Return this catalogue with another's topics: new slugs added, known ones widened.

        Example:
            >>> mine = parse_catalogue('topics = [{slug = "boats", phrasings = "Can you sail?"}]')
            >>> load_catalogue().extended_by(mine).topic("boats").phrasings
            ('Can you sail?',)
        """
        merged = dict(self._by_slug)
        for topic in other.topics:
            known = merged.get(topic.slug)
            if known is None:
                merged[topic.slug] = topic
                continue
            phrasings = dict.fromkeys((*known.phrasings, *topic.phrasings))
            merged[topic.slug] = replace(known, phrasings=tuple(phrasings))
        return Catalogue(tuple(merged.values()), self.problems + other.problems)


def _read_phrasings(value: object) -> tuple[str, ...]:
    lines = value.split("\n") if isinstance(value, str) else value
    if not isinstance(lines, list):
        return ()
    return tuple(dict.fromkeys(str(line).strip() for line in lines if str(line).strip()))


def _read_cues(value: str) -> tuple[frozenset[str], ...]:
    cues = (frozenset(cue.split()) for cue in value.split(";"))
    return tuple(cue for cue in cues if cue)


def _read_topic(entry: object) -> Topic | None:
    if not isinstance(entry, dict):
        return None
    slug, phrasings = str(entry.get("slug", "")).strip(), _read_phrasings(entry.get("phrasings"))
    if not slug or not phrasings:
        return None
    return Topic(
        slug=slug,
        label=str(entry.get("label") or slug.replace("_", " ").capitalize()),
        kind=str(entry.get("kind") or "own"),
        phrasings=phrasings,
        broad=entry.get("broad") is True,
        cues=_read_cues(str(entry.get("cues", ""))),
    )


def parse_catalogue(text: str) -> Catalogue:
    """Return the topics of a catalogue file's text, with a sentence for each one left out.

    Args:
        text: TOML: a list ``topics`` of tables with ``slug``, ``label``, ``kind``,
            ``phrasings`` (one a line, or a list) and, where meant, ``broad = true``.
            Only slug and phrasings are required.

    Example:
        >>> parse_catalogue('topics = [{slug = "boats"}]').problems
        ('Topic 1 of the question file needs a slug and at least one phrasing.',)
    """
    try:
        entries = tomllib.loads(text).get("topics", [])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Catalogue((), (f"The question file is not valid TOML: {error}.",))
    if not isinstance(entries, list):
        return Catalogue((), ("The question file needs a list named topics.",))
    read = [_read_topic(entry) for entry in entries]
    return Catalogue(
        tuple({topic.slug: topic for topic in read if topic is not None}.values()),
        tuple(
            f"Topic {number} of the question file needs a slug and at least one phrasing."
            for number, topic in enumerate(read, start=1)
            if topic is None
        ),
    )


@cache
def load_catalogue() -> Catalogue:
    """Return the packaged catalogue, read once.

    Example:
        >>> len(load_catalogue().topics) >= 80
        True
    """
    source = files("interview_journal.core").joinpath("catalogue.toml")
    return parse_catalogue(source.read_text(encoding="utf-8"))
