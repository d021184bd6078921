"""A press on the card made into a rating, once, however often its message comes."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from interview_journal.core.records import Answer, Rating
from interview_journal.core.rubric import joined_checks, rubric
from interview_journal.widgets.rate_queue import latest_ratings

if TYPE_CHECKING:
    from collections.abc import Collection

    from interview_journal.store.journal import Journal
    from interview_journal.widgets.rate_place import RatePlace

__all__ = ["rating_id", "save_rating"]


def rating_id(press: str) -> str:
    """Return the id of the rating that a press makes: the same press is the same rating.

    Example:
        >>> rating_id("one") == rating_id("one"), len(rating_id("one"))
        (True, 26)
    """
    return f"r_{blake2b(press.encode('utf-8', 'replace'), digest_size=12).hexdigest()}"


def save_rating(
    journal: Journal,
    place: RatePlace,
    answer: Answer,
    criterion: str,
    score: int | None,
    *,
    checks: Collection[str] = (),
    press: str,
) -> Rating | None:
    """Store a rating and return it; None where it says what the last one says.

    Args:
        journal: Where it is stored.
        place: The way of rating.
        answer: What was rated, as it stands now.
        criterion: Its key.
        score: 1 to 5; None for not applicable.
        checks: The keys of the checks that hold.
        press: The mark of the press.
    """
    known = rubric(journal).find(criterion)
    held = "" if known is None else joined_checks(known, checks)
    made = Rating(
        id=rating_id(press),
        answer_id=answer.id,
        answer_revision=max(answer.revision, 1),
        target="better" if place.mode == "better" else "given",
        criterion=criterion,
        score=score,
        checks=held,
        rated_at=journal.now(),
        blind=place.mode == "blind",
        rater=place.rater,
    )
    if journal.get(Rating, made.id) is not None:
        return None
    last = latest_ratings(journal, place).get((answer.id, criterion))
    if last is not None and _says_the_same(last, made):
        return None
    return journal.add(made)


def _says_the_same(last: Rating, made: Rating) -> bool:
    return (last.score, last.checks, last.answer_revision) == (
        made.score,
        made.checks,
        made.answer_revision,
    )
