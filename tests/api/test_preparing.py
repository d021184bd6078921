"""Preparing through the public functions: the sample journal, and small ones."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

import interview_journal as ij
from interview_journal.api import preparing
from interview_journal.errors import InvalidRecordError
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.api.preparing import PageName
    from interview_journal.store.journal import Journal

EVENING = datetime(2026, 6, 30, 19, tzinfo=ZoneInfo("Europe/London"))


def sample() -> Journal:
    return ij.open_journal(CHECKOUT / "data" / "sample", now=lambda: EVENING)


def trial_day(journal: Journal) -> ij.Interview:
    return next(one for one in journal.interviews if one.kind == "trial day")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A journal with a weak answer and a round tomorrow."""
    made = ij.open_journal(tmp_path / "j", now=lambda: datetime(2026, 3, 11, 9, tzinfo=UTC))
    acme = made.add(ij.Application(company="Acme"))
    first = made.add(ij.Interview(application_id=acme.id, held_on=date(2026, 3, 4), account="x"))
    made.add(
        ij.Answer(interview_id=first.id, question="Why us?", topic="why_us", better_answer="Ward.")
    )
    made.add(ij.Interview(application_id=acme.id, round=2, held_on=date(2026, 3, 12)))
    return made


def test_the_sample_gives_a_full_page_of_what_stands_in_it() -> None:
    page = ij.briefing(sample(), trial_day(sample()))
    assert page.head.when == "Thursday 2 July, 8:30 am"
    assert page.head.left_words == "in 2 days"
    assert [one.name for one in page.people if one.is_expected] == ["Grace Oduya", "Pauline Webb"]
    assert len(page.rehearse) == 3
    assert len(page.likely) == 10
    words = " ".join(
        " ".join((CHECKOUT / "data" / "sample" / f"{name}.csv").read_text("utf-8-sig").split())
        for name in ("answers", "interviews", "encounters", "applications", "people")
    )
    told = [one.quote for one in page.requirements if one.answer_id]
    told += [*page.unsaid, *page.plans, *(one.what for one in page.promised)]
    told += [one.question for one in page.rehearse]
    assert len(told) > 10
    assert [text for text in told if text not in words] == []


def test_what_the_person_swaps_in_stands_first() -> None:
    known = sample()
    last = preparing.rehearsal_choices(known, trial_day(known), at_most=50)[-1]
    page = ij.briefing(known, trial_day(known), swapped=[last.answer_id])
    assert page.rehearse[0].answer_id == last.answer_id
    chosen = preparing.rehearsal_choices(known, trial_day(known), swapped=[last.answer_id])
    assert chosen[0].is_swapped_in


@pytest.mark.parametrize(
    ("page", "name", "start"),
    [
        ("briefing", "briefing.html", "<!DOCTYPE html>"),
        ("bag", "bag.html", "<!DOCTYPE html>"),
        ("text", "briefing.txt", "Acme\n"),
    ],
)
def test_a_page_is_written_beside_the_journal(
    journal: Journal, page: PageName, name: str, start: str
) -> None:
    ahead = preparing.coming_rounds(journal, journal.now())[0]
    path = preparing.briefing_file(journal, ahead, page=page, paper="Letter")
    assert path == journal.path / "pages" / name
    assert path.read_text(encoding="utf-8").startswith(start)


def test_a_rehearsal_is_kept_and_is_not_due_again_that_day(journal: Journal) -> None:
    now = journal.now()
    (due,) = preparing.due_rehearsals(journal, now)
    answer = journal.get(ij.Answer, due.answer_id)
    assert answer is not None
    kept = preparing.keep_rehearsal(journal, answer, 4)
    assert (kept.answer_id, kept.topic, kept.grade) == (answer.id, "why_us", 4)
    assert kept.rehearsed_at == now
    assert preparing.due_rehearsals(journal, now) == ()
    assert journal.rehearsals == (kept,)


def test_a_grade_out_of_bounds_is_refused(journal: Journal) -> None:
    with pytest.raises(InvalidRecordError):
        preparing.keep_rehearsal(journal, journal.answers[0], 6)
    assert journal.rehearsals == ()


def test_the_round_to_prepare_is_the_next_one(journal: Journal) -> None:
    found = preparing.round_to_prepare(journal, journal.now())
    assert found is not None
    assert found.round == 2
    assert preparing.round_to_prepare(journal, journal.now(), company="zzz") is None


def test_predictions_are_scored_for_every_round_with_questions() -> None:
    scored = preparing.score_predictions(sample())
    means = preparing.prediction_means(scored)
    assert means.round_count == len(scored) == 6
    assert 0 < means.precision < means.recall < 1
    likely = preparing.likely_questions(sample(), trial_day(sample()))
    assert len(likely) == 10
