"""The topics that questions and requirements were found to be about, kept without a word of them.

To find the first one the whole catalogue has to be read, which takes longer than a page may. What
was found once is known by the answer's id, or by a name made of the requirement's line.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.catalogue import suggest_topic
from interview_journal.core.topics import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from interview_journal.core.records import Answer
    from interview_journal.core.topics import Catalogue
    from interview_journal.core.view import JournalView

__all__ = [
    "NOTHING_FOUND",
    "FoundTopics",
    "find_topics",
    "found_topic",
    "kept_topics",
    "stored_topics",
]

_NAME_BYTES: Final = 12


@dataclass(frozen=True, slots=True)
class FoundTopics:
    """What is known without looking it up.

    Attributes:
        answers: The topic of an answer's question, by the answer's id; "" for none.
        lines: The topic of a requirement, by the name of its line; likewise.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)

    def of_answer(self, answer: Answer, catalogue: Catalogue | None = None) -> str:
        """Return the topic of an answer's question; "" where it is not sure."""
        found = self.answers.get(answer.id)
        return found_topic(answer.question, catalogue) if found is None else found

    def of_line(self, line: str, catalogue: Catalogue | None = None) -> str:
        """Return the topic of a requirement; "" where it is not sure."""
        found = self.lines.get(_name(line))
        return found_topic(line, catalogue) if found is None else found


NOTHING_FOUND: Final = FoundTopics()


def found_topic(text: str, catalogue: Catalogue | None = None) -> str:
    """Return the topic a text is surely about; "" for none.

    Example:
        >>> found_topic("How long is your notice?"), found_topic("She laughed at that.")
        ('notice', '')
    """
    found = suggest_topic(text, catalogue=catalogue)
    return found.slug if found is not None and found.is_sure else ""


def find_topics(view: JournalView) -> FoundTopics:
    """Return the topics, from the packaged catalogue, of all that has none by the person's word."""
    return FoundTopics(
        {one.id: found_topic(one.question) for one in view.answers if not one.topic.strip()},
        {
            _name(line): found_topic(line)
            for one in view.applications
            for line in one.requirements.splitlines()
        },
    )


def kept_topics(found: FoundTopics) -> dict[str, dict[str, str]]:
    """Return topics as plain values."""
    return {"answers": dict(found.answers), "lines": dict(found.lines)}


def stored_topics(stored: Any, answer_ids: AbstractSet[str]) -> FoundTopics:  # noqa: ANN401 - whatever JSON holds
    """Return the topics of plain values, of these answers; none where they make no sense.

    Args:
        stored: What ``kept_topics`` made.
        answer_ids: The answers that are as they were then.
    """
    try:
        answers = {one: slug for one, slug in stored["answers"].items() if one in answer_ids}
        lines = dict(stored["lines"])
    except (TypeError, ValueError, KeyError, AttributeError):
        return NOTHING_FOUND
    is_sound = _are_slugs(answers.values()) and _are_slugs(lines.values())
    return FoundTopics(answers, lines) if is_sound else NOTHING_FOUND


def _are_slugs(values: Iterable[object]) -> bool:
    known = {"", *(one.slug for one in load_catalogue().topics)}
    return all(isinstance(one, str) and one in known for one in values)


def _name(line: str) -> str:
    data = line.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=_NAME_BYTES).hexdigest()
