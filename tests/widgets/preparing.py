"""A preparing panel on a journal of one's own, and what a person presses on it, for these tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from interview_journal.api.opening import open_journal
from interview_journal.core.records import (
    Answer,
    Application,
    Encounter,
    Interview,
    Person,
    Rating,
)
from interview_journal.widgets.prepare_panel import PreparePanel
from tests.widgets.evening import TODAY, Clock

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

TOLD = {
    "Tell me about yourself.": "I have worked on two wards and led a team of 6 nurses there.",
    "Why do you want to leave?": "The ward closes in autumn, and I want to stay with children.",
    "What went wrong once?": "I forgot to hand a key over, and told the ward within the hour.",
    "What salary do you expect?": "Between 37 and 39 thousand pounds a year.",
}
BETTER = "Two wards, six nurses, and what I want next is yours."


@dataclass
class Morning:
    """One person, one journal, and a counter of presses."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    presses: int = 0

    def journal(self) -> Journal:
        """Open the journal anew, as another notebook would."""
        return open_journal(self.folder, now=self.clock)

    def panel(self) -> PreparePanel:
        return PreparePanel(self.journal())

    def fill(self, *, ahead_days: int | None = 1) -> list[Answer]:
        """Store a round with four answers, the worst rated first, and one that comes."""
        journal = self.journal()
        job = Application(company="Northgate Hospital", requirements="Lead a team of nurses")
        told = Interview(
            application_id=job.id, held_on=TODAY - timedelta(9), captured_at=journal.now()
        )
        ana = Person(application_id=job.id, name="Ana Silva", title="Head of nursing")
        journal.add_all([job, told, ana])
        answers = journal.add_all(
            [
                Answer(
                    interview_id=told.id,
                    position=place,
                    question=question,
                    answer=words,
                    better_answer=BETTER if place == 1 else "",
                )
                for place, (question, words) in enumerate(TOLD.items(), start=1)
            ]
        )
        at = journal.now() - timedelta(8)
        journal.add_all(
            [Rating(answer_id=one.id, score=at_, rated_at=at) for at_, one in enumerate(answers, 1)]
        )
        if ahead_days is not None:
            day = TODAY + timedelta(ahead_days)
            coming = journal.add(Interview(application_id=job.id, round=2, held_on=day))
            journal.add(Encounter(interview_id=coming.id, person_id=ana.id))
        return answers

    def press(self, panel: PreparePanel, name: str, **told: Any) -> str:
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


def labels_in(sections: list[dict[str, Any]]) -> list[str]:
    """Return the label of each button and link, those of lines included."""
    found = []
    for section in sections:
        for holder in (section, *section.get("lines", [])):
            found += [one["label"] for one in holder.get("links", [])]
            found += [one["label"] for one in holder.get("buttons", [])]
    return found


def part(sections: list[dict[str, Any]], key: str) -> dict[str, Any]:
    return next(one for one in sections if one["key"] == key)


def shown_of(panel: PreparePanel) -> dict[str, Any]:
    """Return all that the screen holds of the panel's own state."""
    return {
        "words": panel.card.words,
        "card": panel.card.card,
        "upper": panel.upper.sections,
        "lower": panel.lower.sections,
    }


def titles(panel: PreparePanel) -> list[str]:
    """Return the questions picked, as the page lists them."""
    return [one["texts"][0] for one in part(panel.lower.sections, "rehearse")["lines"]]
