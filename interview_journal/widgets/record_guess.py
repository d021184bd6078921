"""A guess frozen before the answer comes, and how each answer went: one tap each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final

from interview_journal.core.choices import FORECAST_WORDS
from interview_journal.core.records import Answer, Forecast, Rating
from interview_journal.core.rubric import LEVELS, OVERALL_ANCHORS
from interview_journal.widgets import fields as f
from interview_journal.widgets.record_place import draft_name
from interview_journal.widgets.round_contents import answers_of
from interview_journal.widgets.saved_words import saved_words
from interview_journal.widgets.typed_values import FormFaultsError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from interview_journal.core.records import Interview
    from interview_journal.core.view import JournalView
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.record_desk import RecordDesk

__all__ = ["GuessSection", "RatingSection", "has_guess", "latest_scores", "save_ratings"]

KEPT: Final = "Your guess is kept. You will see it again when the answer comes."
KNOWN: Final = "The answer is known already: a guess would be no guess any more."
SCORES: Final = {
    str(score): f"{score} {word.lower()}" for score, word in enumerate(LEVELS, start=1)
}
ANCHORS: Final = "\n".join(
    f"{SCORES[str(score)]}: {anchor}" for score, anchor in enumerate(OVERALL_ANCHORS, start=1)
)
"""What each level looks like, said once above the answers."""


def has_guess(view: JournalView, interview_id: str) -> bool:
    """Return whether a guess was made after this round."""
    return any(
        one.interview_id == interview_id and one.event == "advance" for one in view.forecasts
    )


def latest_scores(view: JournalView, interview_id: str) -> dict[str, int]:
    """Return the last own overall score of each answer given in a round, by the answer's id.

    Neither a mentor's nor a blind one: shown here, it would stand in for the person's own.
    """
    own = {one.id for one in answers_of(view, interview_id)}
    made = [
        one
        for one in view.ratings
        if one.answer_id in own
        and (one.target, one.criterion, one.rater, one.blind) == ("given", "overall", "", False)
    ]
    made.sort(key=lambda one: one.rated_at)
    return {one.answer_id: one.score for one in made if one.score is not None}


def save_ratings(journal: Journal, interview_id: str, values: Mapping[str, str]) -> int:
    """Add a rating for each answer whose score is new; return how many were added."""
    known = latest_scores(journal, interview_id)
    fresh = []
    for answer in answers_of(journal, interview_id):
        text = values.get(answer.id, "")
        if text in SCORES and int(text) != known.get(answer.id):
            fresh.append(_rating(journal, answer, int(text)))
    journal.add_all(fresh)
    return len(fresh)


def _rating(journal: Journal, answer: Answer, score: int) -> Rating:
    return Rating(
        answer_id=answer.id, answer_revision=answer.revision, score=score, rated_at=journal.now()
    )


class _TapSection(ABC):
    """The common half of both: a form that opens and saves."""

    name = ""
    title = ""

    def __init__(self, desk: RecordDesk) -> None:
        """Make it closed."""
        self._desk = desk
        self.form = desk.form(on_press=self.press, on_save=self.save)
        self.form.title, self.form.opened = self.title, False
        self.parts = (self.form,)

    @abstractmethod
    def show(self, interview: Interview) -> None:
        """Show what is saved of that interview."""

    @abstractmethod
    def draw(self) -> None:
        """Show what there is to tap."""

    @abstractmethod
    def save(self) -> None:
        """Save what was tapped."""

    def open(self) -> None:
        """Open the section."""
        self.form.opened = True
        self.draw()

    def close(self) -> None:
        """Close the section."""
        self.form.opened = False

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return bool(self.form.opened)

    def press(self, button: str, _item: str = "") -> None:
        """Do what a button does."""
        if button == "toggle":
            self._desk.toggle(self)
        else:
            self.save()


class GuessSection(_TapSection):
    """A guess in five words, frozen when it is made."""

    name = "guess"
    title = "Your guess?"

    def show(self, interview: Interview) -> None:
        """Show the question, or that a guess is kept."""
        self._id = self._desk.journal.new_id(Forecast)
        self._desk.open_draft(
            self.form, draft_name(interview.id, self.name), {"guess": "", "_again": ""}, None
        )
        self.draw()

    def draw(self) -> None:
        """Never show a guess that was made before the answer is known."""
        if not self.is_open:
            return
        interview = self._desk.interview()
        if interview.outcome is not None:
            self.form.fields, self.form.buttons = [f.note(KNOWN)], []
        elif has_guess(self._desk.journal, interview.id) and not self.form.text("_again"):
            self.form.fields = [f.note(KEPT)]
            self.form.buttons = [f.button("again", "Guess again")]
        else:
            words = {str(percent): word for percent, word in FORECAST_WORDS.items()}
            self.form.fields = [f.choice("guess", "Will this round end with a yes?", words)]
            self.form.buttons = [f.button("save", "Keep my guess")]

    def press(self, button: str, item: str = "") -> None:
        """Do what a button does."""
        if button == "again":
            self.form.set_values({"_again": "yes", "guess": ""})
            self._id = self._desk.journal.new_id(Forecast)
            self.draw()
        else:
            super().press(button, item)

    def save(self) -> None:
        """Freeze the guess with its time."""
        text = self.form.text("guess")
        if not text:
            return
        if not text.isdigit() or int(text) not in FORECAST_WORDS:
            raise FormFaultsError({"guess": "Choose one of the five."})
        journal = self._desk.journal
        journal.add(
            Forecast(
                id=self._id,
                interview_id=self._desk.interview_id,
                percent=int(text),
                forecast_at=journal.now(),
            )
        )
        self._id = journal.new_id(Forecast)
        self.form.was_saved({"guess": "", "_again": ""}, saved_words(journal.now()))
        self._desk.changed()
        self.draw()


class RatingSection(_TapSection):
    """A score from 1 to 5 for each answer, each to be skipped."""

    name = "ratings"
    title = "How did each answer go?"

    def show(self, interview: Interview) -> None:
        """Show the last scores."""
        scores = latest_scores(self._desk.journal, interview.id)
        values = {answer_id: str(score) for answer_id, score in scores.items()}
        if self._desk.open_draft(self.form, draft_name(interview.id, self.name), values, None):
            self.open()
        self.draw()

    def draw(self) -> None:
        """Show one row of five for each answer."""
        if not self.is_open:
            return
        answers = answers_of(self._desk.journal, self._desk.interview_id)
        self.form.fields = [
            f.note(ANCHORS),
            *(
                f.choice(one.id, _asked(one, number), SCORES)
                for number, one in enumerate(answers, start=1)
            ),
        ]
        if not answers:
            self.form.fields = [
                f.note("Write down a question first; then you can say how your answer went.")
            ]
        self.form.buttons = [f.button("save", "Save")] if answers else []

    def save(self) -> None:
        """Add what is new; earlier ratings stay."""
        values = dict(self.form.values)
        save_ratings(self._desk.journal, self._desk.interview_id, values)
        self.form.was_saved(values, saved_words(self._desk.journal.now()))


def _asked(answer: Answer, number: int) -> str:
    words = " ".join(answer.question.split()) or "(no question yet)"
    return f"{number}. {words[:160]}"
