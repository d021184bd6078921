"""Somebody else rates the same answers: their name, and how far the two agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.rubric import OVERALL, rubric
from interview_journal.widgets import fields as f
from interview_journal.widgets.rate_place import RatePlace
from interview_journal.widgets.rate_queue import latest_ratings
from interview_journal.widgets.rate_state import MENTOR_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.core.view import JournalView
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.panel import Panel

__all__ = ["MentorForm", "agreement_sentences"]

NAME_MISSING: Final = "Type the name of whoever rates."
_AT_MOST: Final = 80
_FAR: Final = 2


class MentorForm:
    """Asks once who rates."""

    def __init__(self, journal: Journal, panel: Panel, on_done: Callable[[str], None]) -> None:
        """Make the form; ``on_done`` gets the name, "" when it was closed."""
        self._journal = journal
        self._done = on_done
        self.form = panel.form(
            [
                f.heading("Somebody else rates"),
                f.line(
                    "name", "Who rates?", hint="The name is kept with each score.", required=True
                ),
            ],
            on_press=self.press,
            buttons=[f.button("start", "Start", primary=True), f.button("cancel", "Cancel")],
        )
        self.form.tells_saving = False
        self.form.open_without_draft({"name": journal.setting(MENTOR_NAME)})

    def press(self, button: str, _item: str = "") -> None:
        """Do what a button does."""
        if button == "start":
            self.save()
        else:
            self._done("")

    def save(self) -> None:
        """Keep the name and go on to the answers."""
        name = " ".join(self.form.text("name").split())[:_AT_MOST]
        if not name:
            self.form.show_errors({"name": NAME_MISSING})
            return
        if self._journal.setting(MENTOR_NAME) != name:
            self._journal.set_setting(MENTOR_NAME, name)
        self._done(name)


def agreement_sentences(view: JournalView, rater: str, *, hides: bool = False) -> tuple[str, ...]:
    """Return how far a mentor's scores and one's own lie apart, in plain words.

    Counts scores of the same answer on the same criterion; no verdict on either.
    """
    own = latest_ratings(view, RatePlace())
    theirs = latest_ratings(view, RatePlace(mode="mentor", rater=rater))
    pairs = [
        (key[1], other.score - mine.score)
        for key, other in theirs.items()
        if (mine := own.get(key)) is not None and mine.score is not None and other.score is not None
    ]
    if not pairs:
        return (f"There is no score yet that both you and {rater} gave.",)
    first = _summary(rater, [gap for _, gap in pairs], hides=hides)
    where = _widest(view, pairs)
    return (first, where) if where else (first,)


def _summary(rater: str, gaps: list[int], *, hides: bool) -> str:
    same = sum(gap == 0 for gap in gaps)
    near = sum(abs(gap) == 1 for gap in gaps)
    if hides:
        most = "mostly agree" if 2 * (same + near) > len(gaps) else "often see it differently"
        return f"You and {rater} {most}."
    scores = "score" if len(gaps) == 1 else "scores"
    return (
        f"You and {rater} both gave {len(gaps)} {scores}: {same} the same, {near} one level apart, "
        f"{len(gaps) - same - near} further apart."
    )


def _widest(view: JournalView, pairs: list[tuple[str, int]]) -> str:
    """Return the criterion on which the two differ most; "" where no two scores lie far apart."""
    sums: dict[str, list[int]] = {}
    for criterion, gap in pairs:
        sums.setdefault(criterion, []).append(gap)
    if all(abs(gap) < _FAR for _, gap in pairs):
        return ""
    means = {name: sum(map(abs, gaps)) / len(gaps) for name, gaps in sums.items()}
    widest = max(sorted(means), key=lambda name: means[name])
    found = rubric(view).find(widest)
    label = "Overall" if widest == OVERALL else widest if found is None else found.label
    return f"You differ most on: {label}. It is worth talking about one such answer."
