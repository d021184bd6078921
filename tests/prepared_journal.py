"""A journal in memory for the rules of preparing: one company, two rounds held, one to come."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from interview_journal.core.records import (
    Answer,
    Application,
    Encounter,
    Interview,
    Person,
    Rating,
    Rehearsal,
)

if TYPE_CHECKING:
    from interview_journal.core.records import Record
    from interview_journal.core.view import JournalView

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
TABLES = (
    *("applications", "interviews", "people", "encounters", "references", "answers", "criteria"),
    *("ratings", "forecasts", "actions", "verdicts", "question_links", "rehearsals", "settings"),
)


def view_of(*records: Record) -> JournalView:
    """Return a view of records, in the order given."""
    tables: dict[str, tuple[Any, ...]] = dict.fromkeys(TABLES, ())
    for one in records:
        tables[one.table] = (*tables[one.table], one)
    return cast("JournalView", SimpleNamespace(**tables))


def held(day: int, number: int = 1, *, application: str = "p_a", **more: Any) -> Interview:
    """Return a round on that day of March 2026."""
    values = {"id": f"i_{application[2:]}{number}", "held_on": date(2026, 3, day), **more}
    return Interview(application_id=application, round=number, **values)


def asked(interview: Interview, position: int, question: str, **more: Any) -> Answer:
    """Return an answer in that round."""
    values = {"answer": f"Said {position}.", "id": f"a_{interview.id[2:]}q{position}", **more}
    return Answer(interview_id=interview.id, position=position, question=question, **values)


def rated(answer: Answer, score: int, **more: Any) -> Rating:
    """Return an overall score of an answer."""
    return Rating(answer_id=answer.id, score=score, **{"rated_at": NOW, **more})


def rehearsed(answer: Answer, at: datetime, grade: int | None = None) -> Rehearsal:
    """Return a rehearsal."""
    return Rehearsal(answer_id=answer.id, rehearsed_at=at, grade=grade)


ACME = Application(
    id="p_a",
    company="Acme Clinic",
    role="Ward planner",
    requirements="- Plan the rota of forty nurses\nSpeak Danish",
)
ANA = Person(
    id="n_ana", application_id="p_a", name="Ana Ruiz", title="Matron", notes="Lets you end"
)
BEN = Person(id="n_ben", application_id="p_a", name="Ben Oke", title="HR")
FIRST = held(
    2,
    1,
    kind="phone screen",
    captured_at=datetime(2026, 3, 2, 20, tzinfo=UTC),
    unsaid="The night rota.",
    if_then_plan="If they ask why, I start with the ward.",
    went_well="I was calm.",
    further_rounds=True,
)
AHEAD = held(13, 2, kind="panel interview", time_zone="Europe/Berlin", duration_minutes=45)
ABOUT = asked(
    FIRST, 1, "Tell me about yourself.", topic="about_you", answer="I plan rotas for forty nurses."
)
WHY = asked(
    FIRST, 2, "Why us?", topic="why_us", better_answer="The ward.", asked_by="n_ben", answer="Near."
)
MET_BEN = Encounter(
    id="m_ben",
    interview_id=FIRST.id,
    person_id="n_ben",
    topics="Shifts",
    i_promised="A reference",
    they_promised="A call",
    they_promised_by=date(2026, 3, 6),
)
MEETS_ANA = Encounter(id="m_ana", interview_id=AHEAD.id, person_id="n_ana")


def prepared() -> tuple[Record, ...]:
    """Return everything above, with two scores."""
    return (
        ACME,
        ANA,
        BEN,
        FIRST,
        AHEAD,
        ABOUT,
        WHY,
        MET_BEN,
        MEETS_ANA,
        rated(ABOUT, 5),
        rated(WHY, 2),
    )
