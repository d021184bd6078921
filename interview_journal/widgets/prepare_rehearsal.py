"""One rehearsal: what stands on the card, what is pressed there, and where it leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from interview_journal.api.preparing import keep_rehearsal
from interview_journal.core.records import Answer
from interview_journal.widgets.prepare_card import GRADES
from interview_journal.widgets.prepare_place import (
    PreparePlace,
    keep_prepare_place,
    read_prepare_place,
)
from interview_journal.widgets.rate_session import NOTHING_TO_UNDO, StalePressError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from interview_journal.core.preparing.values import RehearsalPick
    from interview_journal.core.records import Rehearsal
    from interview_journal.store.journal import Journal

__all__ = ["RehearsalSession", "rehearsal_words"]

SAY_IT: Final = "Say it aloud, as if they sat before you. One or two minutes."
NO_BETTER: Final = "No better words are written yet; these are the ones you used."
LEFT_OUT: Final = "Left out this time."
_SITTING: Final = timedelta(hours=36)
"""A rehearsal that is gone on with began no longer ago than its place is kept."""


def rehearsal_words(pick: RehearsalPick, place: PreparePlace) -> dict[str, Any]:
    """Return the texts of the card.

    Args:
        pick: The answer in front.
        place: How far the rehearsal came.
    """
    has_better = bool(pick.better)
    return {
        "count": f"Answer {len(place.done) + 1} of {len(place.queue)}",
        "question": pick.question or pick.topic,
        "hint": SAY_IT,
        "show": "Show my better words" if has_better else "Show my words",
        "label": "Your better words" if has_better else "What you said",
        "answer": pick.better or pick.given,
        "note": "" if has_better else NO_BETTER,
        "points": list(pick.points),
    }


class RehearsalSession:
    """The place, and the grades of this sitting, which can be taken back one by one."""

    def __init__(self, journal: Journal, *, keeps: bool) -> None:
        """Go on where the person left.

        Args:
            journal: The journal.
            keeps: False for the example: nothing is saved there.
        """
        self.journal, self.keeps = journal, keeps
        self.place = read_prepare_place(journal) if keeps else PreparePlace()
        self._made: list[tuple[str, int | None, Rehearsal | None]] = []
        self._heard: dict[str, str] = {}
        self._presses: dict[str, Callable[[str, dict[str, Any]], str]] = {
            "grade": self._grade,
            "skip": self._skip,
            "undo": lambda _item, _told: self.undo(),
            "leave": self._leave,
        }

    @property
    def can_undo(self) -> bool:
        """Whether something of this sitting can be taken back."""
        return bool(self._made)

    def go(self, place: PreparePlace) -> None:
        """Go to a place and keep it."""
        if place != self.place:
            self.place = place
            if self.keeps:
                keep_prepare_place(self.journal, place)

    def start(self, queue: Sequence[str]) -> None:
        """Rehearse these answers; the very ones that were begun are gone on with."""
        place = self.place
        if not (place.is_begun and tuple(queue) == place.queue):
            self._made.clear()
            place = replace(place, queue=tuple(queue), done=())
        self.go(replace(place, is_rehearsing=bool(queue)))

    def leave(self) -> None:
        """Show the page; what was begun can be gone on with, what is done is let go."""
        place = replace(self.place, is_rehearsing=False)
        self.go(place if place.item else replace(place, queue=(), done=()))

    def press(self, name: str, told: dict[str, Any]) -> str:
        """Do what was pressed on the card; return what to say. The same press twice is one.

        Raises:
            StalePressError: If the answer is not the one in front any more, or the grade is none.
        """
        press = str(told.get("press", ""))
        if name in self._presses and press not in self._heard:
            self._heard[press] = self._presses[name](str(told.get("key", "")), told)
        return self._heard.get(press, "")

    def undo(self) -> str:
        """Take the last grade back, or the last leaving out; return what to say."""
        if not self._made:
            return NOTHING_TO_UNDO
        answer_id, _, saved = self._made.pop()
        if saved is not None:
            self.journal.remove(saved)
        done = tuple(one for one in self.place.done if one != answer_id)
        self.go(replace(self.place, done=done, is_rehearsing=True))
        return "Taken back."

    def grades(self) -> dict[str, str]:
        """Return what became of each answer that is done, in words; also after a new start."""
        since = self.journal.now() - _SITTING
        kept = [one for one in self.journal.rehearsals if one.rehearsed_at >= since]
        kept.sort(key=lambda one: (one.rehearsed_at, one.id))
        known = {one.answer_id: one.grade for one in kept} if self.keeps else {}
        known |= {answer_id: grade for answer_id, grade, _ in self._made}
        return {one: _told(known.get(one)) for one in self.place.done}

    def _grade(self, key: str, told: dict[str, Any]) -> str:
        grade = told.get("grade")
        if not isinstance(grade, int) or isinstance(grade, bool) or not 1 <= grade <= len(GRADES):
            raise StalePressError
        item = self._in_front(key)
        answer = self.journal.get(Answer, item)
        if answer is None or answer.removed:
            raise StalePressError
        saved = keep_rehearsal(self.journal, answer, grade) if self.keeps else None
        self._made.append((item, grade, saved))
        self._move_on(item)
        return f"Saved: {_told(grade)}" if self.keeps else _told(grade)

    def _skip(self, key: str, _told: dict[str, Any]) -> str:
        item = self._in_front(key)
        self._made.append((item, None, None))
        self._move_on(item)
        return LEFT_OUT

    def _leave(self, _key: str, _told: dict[str, Any]) -> str:
        self.leave()
        return ""

    def _in_front(self, key: str) -> str:
        item = self.place.item
        if not item or key != item:
            raise StalePressError
        return item

    def _move_on(self, item: str) -> None:
        self.go(replace(self.place, done=(*self.place.done, item)))


def _told(grade: int | None) -> str:
    return LEFT_OUT if grade is None else f"{GRADES[grade - 1]}."
