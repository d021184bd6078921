"""One sitting at the rating panel: what is pressed on the card, and where it leads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.choices import RESPONSE_TYPES
from interview_journal.core.records import Answer, Rating
from interview_journal.core.rubric import OVERALL, rubric
from interview_journal.errors import JournalError
from interview_journal.widgets.rate_place import RatePlace, keep_rate_place, read_rate_place
from interview_journal.widgets.rate_queue import moved_back, moved_on
from interview_journal.widgets.rate_rows import score_words
from interview_journal.widgets.rate_saving import save_rating
from interview_journal.widgets.rate_state import TRAINING_DONE, RateState, hides_scores, rate_state
from interview_journal.widgets.sample_mark import ExampleError, is_sample

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.store.journal import Journal

__all__ = ["RateSession", "StalePressError"]

NOTHING_TO_UNDO: Final = "There is nothing to take back."
_LEVELS: Final = range(1, 6)


class StalePressError(JournalError):
    """Something was pressed on a card that no longer stands for anything."""

    def sentence(self) -> str:
        """Return what to do instead."""
        return "That answer or criterion is no longer here. Nothing was changed; please look again."


class RateSession:
    """The place, the tries of the training, and what can be taken back."""

    def __init__(self, journal: Journal) -> None:
        """Go on where the person left; the example always starts afresh."""
        self.journal = journal
        self.is_sample = is_sample(journal)
        self.place = RatePlace() if self.is_sample else read_rate_place(journal)
        self.tries: dict[tuple[str, str], int | None] = {}
        self._made: list[tuple[RatePlace, str, str, Rating | None]] = []
        self.taken_back = ""
        self._presses: dict[str, Callable[[str, dict[str, Any]], str]] = {
            "rate": self._rate,
            "next": self._next,
            "back": self._back,
            "undo": self._undo,
            "kind": self._set_kind,
        }

    def state(self, candidates: tuple[str, ...] = ()) -> RateState:
        """Return what the panel shows, as of now."""
        return rate_state(
            self.journal,
            now=self.journal.now(),
            place=self.place,
            tries=self.tries,
            candidates=candidates,
            is_sample=self.is_sample,
        )

    def go(self, place: RatePlace) -> None:
        """Go to a place and keep it."""
        if place != self.place:
            self.place = place
            if not self.is_sample:
                keep_rate_place(self.journal, place)

    def press(self, name: str, told: dict[str, Any]) -> str:
        """Do what was pressed on the card; return what to say.

        Raises:
            StalePressError: If the answer or the criterion is not asked for any more.
            ExampleError: If it would write into the example.
        """
        mode, _, item = str(told.get("key", "")).partition(":")
        if name not in self._presses or mode != self.place.mode:
            # Pressed before another way of rating came up.
            return ""
        return self._presses[name](item, told)

    # What can be pressed ------------------------------------------------------------------

    def _rate(self, item: str, told: dict[str, Any]) -> str:
        criterion, score = str(told.get("criterion", "")), told.get("score")
        if score is not None and (isinstance(score, bool) or score not in _LEVELS):
            raise StalePressError
        if criterion not in self.state().queue.asked.get(item, ()):
            raise StalePressError
        if self.place.item != item:
            # Named from now on: an answer that is done must not slip away by itself.
            self.go(replace(self.place, item=item, at_end=False))
        if self.place.mode == "training":
            self._try(item, criterion, score)
            return f"{self._label(criterion)}: {self._words(score, criterion)}."
        self._save(item, criterion, score, told)
        return f"Saved. {self._label(criterion)}: {self._words(score, criterion)}."

    def _try(self, item: str, criterion: str, score: int | None) -> None:
        if self.tries.get((item, criterion), 0) == score:
            return
        self.tries[item, criterion] = score
        self._made.append((self.place, item, criterion, None))
        done = self.state().queue.done
        kept = self.journal.setting(TRAINING_DONE).split()
        if item in done and item not in kept and not self.is_sample:
            self.journal.set_setting(TRAINING_DONE, " ".join([*kept, item]))

    def _save(self, item: str, criterion: str, score: int | None, told: dict[str, Any]) -> None:
        if self.is_sample:
            raise ExampleError
        answer = self._answer(item)
        made = save_rating(
            self.journal,
            self.place,
            answer,
            criterion,
            score,
            checks=[str(one) for one in told.get("checks", ())],
            press=str(told.get("press", "")),
        )
        if made is not None:
            self._made.append((self.place, item, criterion, made))

    def _next(self, item: str, _told: dict[str, Any]) -> str:
        state = self.state()
        if item == state.item:
            self.go(moved_on(state.queue, self.place, item))
        return ""

    def _back(self, item: str, _told: dict[str, Any]) -> str:
        state = self.state()
        if item == state.item:
            self.go(moved_back(state.queue, self.place, item))
        return ""

    def _undo(self, _item: str, _told: dict[str, Any]) -> str:
        if not self._made or self._made[-1][0].mode != self.place.mode:
            return NOTHING_TO_UNDO
        place, item, criterion, rating = self._made.pop()
        if rating is None:
            self.tries.pop((item, criterion), None)
        else:
            self.journal.remove(rating)
        self.go(replace(place, item=item, at_end=False))
        self.taken_back = criterion
        return f"Taken back: {self._label(criterion)}."

    def _set_kind(self, item: str, told: dict[str, Any]) -> str:
        if self.is_sample:
            raise ExampleError
        kind = next((one for one in RESPONSE_TYPES if one == told.get("value")), None)
        answer = self._answer(item)
        if answer.response_type != kind:
            self.journal.revise(answer, response_type=kind)
        return "Saved. " + ("No kind." if kind is None else f"{RESPONSE_TYPES[kind]}.")

    # Words --------------------------------------------------------------------------------

    def _answer(self, item: str) -> Answer:
        found = self.journal.get(Answer, item)
        if found is None or found.removed:
            raise StalePressError
        return found

    def _label(self, criterion: str) -> str:
        found = rubric(self.journal).find(criterion)
        if criterion == OVERALL or found is None:
            return "Overall"
        return found.label

    def _words(self, score: int | None, criterion: str) -> str:
        return score_words(score, criterion, hides=hides_scores(self.journal))
