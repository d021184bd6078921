"""A rating panel on a journal of one's own, and what a person presses on it, for these tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Application, Interview, Person, Rating
from interview_journal.core.rubric import BUILT_IN
from interview_journal.widgets.rate_panel import RatePanel
from tests.widgets.evening import TODAY, Clock

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

SAID = "At Northgate I told Ana Silva how the ward of Northgate Hospital moved in one night."


@dataclass
class Desk:
    """One person, one journal, and a counter of presses."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    presses: int = 0

    def journal(self) -> Journal:
        """Open the journal anew, as another notebook would."""
        return open_journal(self.folder, now=self.clock)

    def panel(self) -> RatePanel:
        return RatePanel(self.journal())

    def fill(self) -> list[Answer]:
        """Store two rounds with three answers, the newest round first in the return."""
        journal = self.journal()
        job = Application(company="Northgate Hospital")
        old = Interview(application_id=job.id, held_on=TODAY - timedelta(30), captured_at=None)
        new = Interview(application_id=job.id, held_on=TODAY - timedelta(1), round=2)
        answers = [
            Answer(interview_id=new.id, position=1, question="Why us?", answer=SAID, note="Shy."),
            Answer(interview_id=new.id, position=2, question="A mistake?", answer="I lost a key."),
            Answer(
                interview_id=old.id,
                position=1,
                question="Why Northgate?",
                answer=SAID,
                better_answer="Because of the night in which the ward moved.",
            ),
        ]
        empty = Answer(interview_id=new.id, position=3, question="Anything else?", answer="  ")
        person = Person(application_id=job.id, name="Ana Silva")
        journal.add_all([job, old, new, person, empty])
        return journal.add_all(answers)

    def press(self, panel: RatePanel, name: str, **told: Any) -> str:
        """Press something on the card, as the screen reports it; return what it is told."""
        self.presses += 1
        message = {
            "type": name,
            "key": panel.card.card.get("key", ""),
            "press": f"press-{self.presses}",
            **told,
        }
        panel.guarded(panel.card._hear)(panel.card, message, [])
        return str(panel.card.told["words"])

    def score(self, panel: RatePanel, criterion: str, score: int | None, **told: Any) -> str:
        return self.press(panel, "rate", criterion=criterion, score=score, **told)

    def score_all(self, panel: RatePanel, score: int | None = 3) -> int:
        """Score each row that is open; return how many presses it took."""
        rows = [row["key"] for row in panel.card.card["rows"] if not row["is_given"]]
        for key in rows:
            self.score(panel, key, score)
        return len(rows)

    def rate_long_ago(self, answer: Answer, **scores: int) -> None:
        """Store own scores of three weeks ago."""
        journal = self.journal()
        at = journal.now() - timedelta(21)
        for criterion, score in scores.items():
            journal.add(Rating(answer_id=answer.id, criterion=criterion, score=score, rated_at=at))


def rows_of(panel: RatePanel) -> dict[str, dict[str, Any]]:
    return {row["key"]: row for row in panel.card.card["rows"]}


def shown_of(panel: RatePanel) -> dict[str, Any]:
    """Return all that the screen holds of the panel's own state."""
    return {
        "words": panel.card.words,
        "card": panel.card.card,
        "upper": panel.upper.sections,
        "ways": panel.ways.sections,
        "lower": panel.lower.sections,
    }


__all__ = ["BUILT_IN", "SAID", "Desk", "rows_of", "shown_of"]
