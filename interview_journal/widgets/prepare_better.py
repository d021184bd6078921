"""An answer written better, with the rubric's checks beside it: kept, rated, then rehearsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import ipywidgets as widgets

from interview_journal.core.records import Answer
from interview_journal.core.rubric import parted_checks, rubric, suggest_score
from interview_journal.widgets import fields as f
from interview_journal.widgets.check_list import CheckGroup, CheckList
from interview_journal.widgets.merging import merge_change, revision_of
from interview_journal.widgets.rate_place import RatePlace
from interview_journal.widgets.rate_queue import latest_ratings
from interview_journal.widgets.rate_saving import save_rating
from interview_journal.widgets.rate_session import StalePressError
from interview_journal.widgets.rate_state import hides_scores
from interview_journal.widgets.results import Result
from interview_journal.widgets.sheet import press

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from interview_journal.core.rubric import RubricCriterion
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.panel import Panel

__all__ = ["BetterForm"]

CHECKS: Final = "Does it hold?"
CHECKS_MEAN: Final = (
    "Tick what holds in what you write. Where you tick, the score that follows is kept with your "
    "words, apart from what you really said."
)
NO_WORDS: Final = "Write what you would say next time; a few sentences are enough."
_PLACE: Final = RatePlace(mode="better")


class BetterForm:
    """Asks for better words; ``parts`` is what the panel shows."""

    def __init__(
        self,
        journal: Journal,
        panel: Panel,
        answer: Answer,
        *,
        points: Sequence[str] = (),
        on_done: Callable[[Result | None], None],
    ) -> None:
        """Make the form, with the draft of these words where there is one.

        Args:
            journal: Where they are saved.
            panel: Shows the form's errors.
            answer: The answer to be written better.
            points: What must stay as it was said in earlier rounds.
            on_done: Gets what was done; None when the form was closed.
        """
        self._journal, self._done = journal, on_done
        self.answer_id = answer.id
        self._criteria = [one for one in rubric(journal).criteria if one.checks]
        self.form = panel.form(
            _fields(answer, points),
            on_press=self._pressed,
            on_change=lambda _before, _after: self._show_checks(),
            buttons=[f.button("save", "Save", primary=True), f.button("close", "Close")],
        )
        self.form.takes_focus = True
        self.checks = CheckList(CHECKS, CHECKS_MEAN, on_tick=self.tick, guard=panel.guarded)
        self.parts = widgets.Box([self.form, self.checks], _dom_classes=("ij-better",))
        self.form.open_draft(
            journal, f"better-{answer.id}", values=self._values(answer), saved_at=answer.saved_at
        )
        self._show_checks()

    def tick(self, group: str, check: str, holds: bool) -> None:  # noqa: FBT001 - what was ticked
        """Keep whether a check holds, with the draft."""
        known = _parted(self.form.values.get("_ticked", ""))
        held = [one for one in known.get(group, ()) if one != check]
        known[group] = [*held, check] if holds else held
        self.form.set_values({"_ticked": _joined(known)})
        self._show_checks()

    def save(self) -> None:
        """Keep the words as a new revision of the answer, and the score of each group ticked."""
        text = self.form.text("text")
        if not text:
            self.form.show_errors({"text": NO_WORDS})
            return
        answer = self._save_words(text)
        told = self._save_scores(answer)
        self.form.was_saved(self._values(answer), "")
        self._done(
            Result(
                key=f"better:{answer.id}:{answer.revision}:{len(self._journal.ratings)}",
                texts=tuple(filter(None, ("Your better words are saved.", told))),
                buttons=(press("rehearse one", "Rehearse it", item=answer.id, small=True),),
            )
        )

    # Inside -------------------------------------------------------------------------------

    def _pressed(self, name: str, _item: str) -> None:
        if name == "save":
            self.save()
        else:
            self._done(None)

    def _save_words(self, text: str) -> Answer:
        answer = self._journal.get(Answer, self.answer_id)
        if answer is None or answer.removed:
            raise StalePressError
        base = revision_of(self._journal, answer, int(self.form.values.get("_base") or 0))
        if text == base.better_answer.strip():
            return answer
        changes = {"better_answer": text, "better_answer_at": self._journal.now()}
        return merge_change(self._journal, base, changes)

    def _save_scores(self, answer: Answer) -> str:
        ticked = _parted(self.form.values.get("_ticked", ""))
        told = []
        for one in self._criteria:
            held = ticked.get(one.key, [])
            score = suggest_score(one, held)
            if not held or score is None:
                continue
            mark = f"{answer.id}:{answer.revision}:{one.key}:{self._journal.now().isoformat()}"
            save_rating(self._journal, _PLACE, answer, one.key, score, checks=held, press=mark)
            told.append(f"{one.label} {score} of 5")
        if not told or hides_scores(self._journal):
            return ""
        return f"Scored by your ticks: {', '.join(told)}."

    def _values(self, answer: Answer) -> dict[str, str]:
        ratings = latest_ratings(self._journal, _PLACE)
        ticked = {
            one.key: list(parted_checks(ratings[answer.id, one.key].checks))
            for one in self._criteria
            if (answer.id, one.key) in ratings
        }
        return {
            "text": answer.better_answer,
            "_base": str(answer.revision),
            "_ticked": _joined(ticked),
        }

    def _show_checks(self) -> None:
        ticked = _parted(self.form.values.get("_ticked", ""))
        hides = hides_scores(self._journal)
        self.checks.show(
            [_group(one, ticked.get(one.key, []), hides=hides) for one in self._criteria]
        )


def _fields(answer: Answer, points: Sequence[str]) -> list[f.Field]:
    every = [f.heading(answer.question.strip() or "An answer without a question")]
    if answer.answer.strip():
        every.append(f.note(f"What you said: {answer.answer.strip()}"))
    if points:
        every.append(f.note(f"Keep as you said it before: {'; '.join(points)}"))
    every.append(
        f.long(
            "text",
            "What you will say next time",
            rows=9,
            hint="One or two minutes when said aloud: about 150 to 300 words.",
        )
    )
    return every


def _group(one: RubricCriterion, held: Sequence[str], *, hides: bool) -> CheckGroup:
    score = suggest_score(one, held)
    count = f"{len(held)} of {len(one.checks)}"
    return {
        "key": one.key,
        "label": one.label,
        "checks": [{"key": check.key, "text": check.text} for check in one.checks],
        "ticked": list(held),
        "words": "" if not held else count if hides or score is None else f"{count}: {score} of 5",
    }


def _joined(ticked: Mapping[str, Sequence[str]]) -> str:
    return "\n".join(f"{group}\t{check}" for group, held in ticked.items() for check in held)


def _parted(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in text.splitlines():
        group, _, check = row.partition("\t")
        found.setdefault(group, []).append(check)
    return found
