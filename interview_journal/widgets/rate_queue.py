"""What is rated next: the answers of one way of rating in their order, and which of them wait.

The newest interview comes first. Going on leads to the next answer that was not looked at, going
back to the one before; nothing is ever rated twice unless the person asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from interview_journal.core.rounds import latest_first
from interview_journal.core.rubric import BUILT_IN, OVERALL, Rubric, RubricCriterion
from interview_journal.core.training import training_examples

if TYPE_CHECKING:
    from interview_journal.core.records import Answer, Rating
    from interview_journal.core.view import JournalView
    from interview_journal.widgets.rate_place import RatePlace

__all__ = [
    "Queue",
    "Tries",
    "answer_queue",
    "current_item",
    "latest_ratings",
    "moved_back",
    "moved_on",
    "training_queue",
]

Tries = Mapping[tuple[str, str], int | None]
"""What was given in the training, by example and criterion; None for not applicable."""


@dataclass(frozen=True, slots=True)
class Queue:
    """What one way of rating goes through.

    Attributes:
        items: Answer ids or example keys, in order.
        asked: The criteria asked for each, by item.
        done: The items that are rated.
    """

    items: tuple[str, ...]
    asked: Mapping[str, tuple[str, ...]]
    done: frozenset[str]

    @property
    def waiting(self) -> tuple[str, ...]:
        """The items that are not rated yet, in order."""
        return tuple(one for one in self.items if one not in self.done)


def latest_ratings(view: JournalView, place: RatePlace) -> dict[tuple[str, str], Rating]:
    """Return the last rating of each answer and criterion that this way of rating made."""
    target = "better" if place.mode == "better" else "given"
    is_blind = place.mode == "blind"
    found: dict[tuple[str, str], Rating] = {}
    for one in view.ratings:
        if one.target != target or one.rater != place.rater or one.blind != is_blind:
            continue
        if place.started_at is not None and one.rated_at < place.started_at:
            continue
        key = (one.answer_id, one.criterion)
        if key not in found or found[key].rated_at <= one.rated_at:
            found[key] = one
    return found


def answer_queue(
    view: JournalView,
    place: RatePlace,
    criteria: Rubric,
    ratings: Mapping[tuple[str, str], Rating],
) -> Queue:
    """Return the answers to rate; those without words are left out."""
    items = _answers(view, place)
    if place.mode == "blind":
        own = _rated_before(view)
        asked = {one: _asked_again(own.get(one, frozenset()), criteria) for one in items}
        needed = asked
    else:
        every = (*(one.key for one in criteria.criteria), OVERALL)
        asked = dict.fromkeys(items, every)
        needed = dict.fromkeys(items, _looked_at_by(criteria.criteria))
    done = frozenset(
        one for one in items if all((one, criterion) in ratings for criterion in needed[one])
    )
    return Queue(items, asked, done)


def training_queue(tries: Tries, finished: frozenset[str]) -> Queue:
    """Return the worked examples; what was tried before counts as done."""
    items = tuple(one.key for one in training_examples())
    asked = dict.fromkeys(items, (*BUILT_IN, OVERALL))
    done = frozenset(
        one
        for one in items
        if one in finished or all((one, criterion) in tries for criterion in asked[one])
    )
    return Queue(items, asked, done)


def current_item(queue: Queue, place: RatePlace) -> str:
    """Return what is in front of the person: where they left, else the first that waits."""
    if place.at_end or not queue.items:
        return ""
    if place.item in queue.items:
        return place.item
    waiting = queue.waiting
    return waiting[0] if waiting else ""


def moved_on(queue: Queue, place: RatePlace, item: str) -> RatePlace:
    """Return the place after that item: the next that waits, or past the end."""
    at = queue.items.index(item) + 1
    ahead = [one for one in queue.items[at:] if place.again or one not in queue.done]
    return replace(place, item=ahead[0] if ahead else "", at_end=not ahead)


def moved_back(queue: Queue, place: RatePlace, item: str) -> RatePlace:
    """Return the place before that item, rated or not; the first one stays."""
    at = queue.items.index(item) - 1
    return replace(place, item=queue.items[max(at, 0)], at_end=False)


def _answers(view: JournalView, place: RatePlace) -> tuple[str, ...]:
    known = {one.id: one for one in view.answers if _words(one, place)}
    if place.mode == "blind":
        return tuple(one for one in place.queue if one in known)
    rounds = {one.id: number for number, one in enumerate(latest_first(view.interviews))}
    ordered = sorted(
        known.values(),
        key=lambda one: (rounds.get(one.interview_id, len(rounds)), one.position, one.id),
    )
    return tuple(one.id for one in ordered)


def _words(answer: Answer, place: RatePlace) -> str:
    return (answer.better_answer if place.mode == "better" else answer.answer).strip()


def _rated_before(view: JournalView) -> dict[str, frozenset[str]]:
    """Return the criteria that the person rated each answer on, with open eyes."""
    found: dict[str, set[str]] = {}
    for one in view.ratings:
        if one.target == "given" and not one.rater and not one.blind and one.score is not None:
            found.setdefault(one.answer_id, set()).add(one.criterion)
    return {answer: frozenset(names) for answer, names in found.items()}


def _asked_again(before: frozenset[str], criteria: Rubric) -> tuple[str, ...]:
    again = tuple(one.key for one in criteria.criteria if one.key in before)
    return (*again, OVERALL) if OVERALL in before or not again else again


def _looked_at_by(criteria: Sequence[RubricCriterion]) -> tuple[str, ...]:
    """Return the criteria that make a closer look; own ones added later open nothing again."""
    built_in = tuple(one.key for one in criteria if one.is_built_in)
    return built_in or tuple(one.key for one in criteria) or (OVERALL,)
