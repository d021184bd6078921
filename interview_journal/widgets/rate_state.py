"""What the rating panel shows, computed from the journal, the place and the tries alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.choices import RESPONSE_TYPES
from interview_journal.core.day_words import day_words
from interview_journal.core.rounds import round_title
from interview_journal.core.rubric import rubric
from interview_journal.core.training import TrainingExample, training_examples
from interview_journal.widgets.rate_blind import hiding_names, names_to_hide
from interview_journal.widgets.rate_place import RatePlace
from interview_journal.widgets.rate_queue import (
    Queue,
    Tries,
    answer_queue,
    current_item,
    latest_ratings,
    training_queue,
)
from interview_journal.widgets.rate_rows import answer_rows, mean_words, training_rows

if TYPE_CHECKING:
    from datetime import date, datetime

    from interview_journal.core.records import Answer
    from interview_journal.core.view import JournalView

__all__ = ["RateState", "hides_scores", "rate_state", "setting_of"]

HIDE_SCORES: Final = "hide_scores"
TRAINING_DONE: Final = "rate_training"
MENTOR_NAME: Final = "rate_mentor"

_GIVEN: Final = "What you said"
_BETTER: Final = "The better answer you wrote later"
_TOLD: Final = "What was said"


@dataclass(frozen=True, slots=True, kw_only=True)
class RateState:
    """Everything on the panel.

    Attributes:
        place: The way of rating, and how far the person came.
        queue: What it goes through.
        item: The answer or example in front; "" where there is none.
        words: The question and the answer, for the card.
        card: The rows to score, for the card.
        has_answers: Whether any answer has words.
        has_better: Whether there is a better answer to rate.
        candidates: Answers worth a second, blind rating.
        hides_scores: Whether words stand in for numbers.
        is_sample: The records are an example and not the person's own.
    """

    place: RatePlace
    queue: Queue
    item: str = ""
    words: Mapping[str, Any] = field(default_factory=dict)
    card: Mapping[str, Any] = field(default_factory=dict)
    has_answers: bool
    has_better: bool
    candidates: tuple[str, ...]
    hides_scores: bool
    is_sample: bool


def rate_state(
    view: JournalView,
    *,
    now: datetime,
    place: RatePlace,
    tries: Tries | None = None,
    candidates: tuple[str, ...] = (),
    is_sample: bool = False,
) -> RateState:
    """Return what the panel shows.

    Args:
        view: The records.
        now: The present, aware.
        place: The way of rating, and where.
        tries: What was given in the training, which nothing keeps.
        candidates: Answers worth a second, blind rating.
        is_sample: True for the example, which stays as it is.
    """
    hides = hides_scores(view)
    if place.mode == "training":
        queue, item, words, card = _training(view, place, tries or {}, hides=hides)
    else:
        queue, item, words, card = _answers(view, place, now.date(), hides=hides)
    return RateState(
        place=place,
        queue=queue,
        item=item,
        words=words,
        card=card,
        has_answers=any(one.answer.strip() for one in view.answers),
        has_better=any(one.better_answer.strip() for one in view.answers),
        candidates=candidates,
        hides_scores=hides,
        is_sample=is_sample,
    )


def setting_of(view: JournalView, name: str) -> str:
    """Return a preference's value, "" where it was never set."""
    return next((one.value for one in view.settings if one.name == name), "")


def hides_scores(view: JournalView) -> bool:
    """Return whether the person wants words in the place of numbers."""
    return setting_of(view, HIDE_SCORES) == "yes"


_Shown = tuple[Queue, str, dict[str, Any], dict[str, Any]]


def _training(view: JournalView, place: RatePlace, tries: Tries, *, hides: bool) -> _Shown:
    finished = frozenset(setting_of(view, TRAINING_DONE).split())
    queue = training_queue(tries, finished)
    item = current_item(queue, place)
    example = next((one for one in training_examples() if one.key == item), None)
    if example is None:
        return queue, "", {}, {}
    rows = training_rows(example, tries, hides=hides)
    words = _example_words(example) | _counted(queue, item, "Example", place)
    return queue, item, words, _card(words["key"], rows, queue, item, hides=hides)


def _example_words(example: TrainingExample) -> dict[str, Any]:
    return {
        "place": f"{example.person}. A made-up answer to practise on.",
        "question": example.question,
        "answer": example.answer,
        "answer_label": _TOLD,
        "heard": example.heard,
    }


def _answers(view: JournalView, place: RatePlace, today: date, *, hides: bool) -> _Shown:
    criteria = rubric(view)
    ratings = latest_ratings(view, place)
    queue = answer_queue(view, place, criteria, ratings)
    item = current_item(queue, place)
    answer = next((one for one in view.answers if one.id == item), None)
    if answer is None:
        return queue, "", {}, {}
    own = {name: one for (answer_id, name), one in ratings.items() if answer_id == item}
    rows = answer_rows(criteria, queue.asked[item], own, hides=hides)
    words = _answer_words(view, place, answer, today) | _counted(queue, item, "Answer", place)
    card = _card(words["key"], rows, queue, item, hides=hides)
    if place.mode in ("closer", "better"):
        card["mean"] = mean_words(criteria, own, hides=hides)
    if place.mode == "closer":
        card["kinds"] = _kinds(answer)
    return queue, item, words, card


def _answer_words(
    view: JournalView, place: RatePlace, answer: Answer, today: date
) -> dict[str, Any]:
    label, text = _GIVEN, answer.answer
    if place.mode == "better":
        label, text = _BETTER, answer.better_answer
    words = {
        "place": _where(view, answer, today),
        "question": answer.question,
        "answer": text,
        "answer_label": label,
    }
    if place.mode == "blind":
        names = names_to_hide(view)
        words["place"] = ""
        words["question"] = hiding_names(answer.question, names)
        words["answer"] = hiding_names(text, names)
    elif place.mode == "closer" and answer.note.strip():
        words["note"] = answer.note
    words["question"] = words["question"].strip() or "(no question written down)"
    return words


def _where(view: JournalView, answer: Answer, today: date) -> str:
    interview = next((one for one in view.interviews if one.id == answer.interview_id), None)
    if interview is None:
        return ""
    application = next(
        (one for one in view.applications if one.id == interview.application_id), None
    )
    return f"{round_title(interview, application)}, {day_words(interview.held_on, today=today)}"


def _counted(queue: Queue, item: str, noun: str, place: RatePlace) -> dict[str, Any]:
    number, count, done = queue.items.index(item) + 1, len(queue.items), len(queue.done)
    so_far = f" {done} done so far." if done else ""
    return {"key": f"{place.mode}:{item}", "count": f"{noun} {number} of {count}.{so_far}"}


def _card(
    key: str, rows: list[dict[str, Any]], queue: Queue, item: str, *, hides: bool
) -> dict[str, Any]:
    return {
        "key": key,
        "rows": rows,
        "hides": hides,
        "is_first": queue.items.index(item) == 0,
    }


def _kinds(answer: Answer) -> dict[str, Any]:
    # Read only when a card is drawn: the word lists are not needed before.
    from interview_journal.analysis.response_kinds import suggest_response_type

    suggested = suggest_response_type(answer.question, answer.answer)
    return {
        "options": [{"value": value, "label": label} for value, label in RESPONSE_TYPES.items()],
        "chosen": answer.response_type or "",
        "suggested": suggested or "",
    }
