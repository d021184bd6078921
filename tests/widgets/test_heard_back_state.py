"""Hearing back: which rounds are offered, what changes, what is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, get_args

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.choices import Outcome
from interview_journal.core.records import Application, Forecast, Interview
from interview_journal.widgets.heard_back_state import (
    HEARD_CHOICES,
    OFFERED_AT_MOST,
    forecast_sentence,
    heard_back,
    heard_sentence,
    round_choices,
)

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

TODAY = date(2026, 3, 6)
NOW = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "j", now=lambda: NOW)


def hold(journal: Journal, company: str, day: date = TODAY, **more: Any) -> Interview:
    job = journal.add(Application(company=company, role="Nurse"))
    return journal.add(Interview(application_id=job.id, held_on=day, **more))


def test_rounds_without_an_answer_come_first_and_the_latest_before_the_earlier(
    journal: Journal,
) -> None:
    hold(journal, "Answered", outcome="advanced")
    hold(journal, "Older", TODAY - timedelta(days=9))
    hold(journal, "Newer", TODAY - timedelta(days=1))
    hold(journal, "Silent", TODAY - timedelta(days=20), outcome="silence")
    labels = [choice.label for choice in round_choices(journal, today=TODAY)]
    assert labels == [
        "Newer, round 1, Nurse (Thursday 5 March)",
        "Older, round 1, Nurse (Wednesday 25 February)",
        "Silent, round 1, Nurse (Saturday 14 February), silence so far",
        "Answered, round 1, Nurse (Friday 6 March), yes so far",
    ]


def test_a_round_to_come_cannot_be_heard_of(journal: Journal) -> None:
    hold(journal, "Tomorrow Ltd", TODAY + timedelta(days=1))
    assert round_choices(journal, today=TODAY) == ()


def test_of_many_rounds_the_latest_are_offered_and_words_find_the_others(
    journal: Journal,
) -> None:
    for number in range(OFFERED_AT_MOST + 3):
        hold(journal, f"Company {number:02}", TODAY - timedelta(days=number))
    assert len(round_choices(journal, today=TODAY)) == OFFERED_AT_MOST
    (found,) = round_choices(journal, today=TODAY, words="14 COMPANY")
    assert found.label.startswith("Company 14")
    assert round_choices(journal, today=TODAY, words="nowhere") == ()


def test_every_word_of_the_store_can_be_chosen() -> None:
    assert set(HEARD_CHOICES.values()) == set(get_args(Outcome))


def test_the_last_rounds_answer_settles_the_application(journal: Journal) -> None:
    one = hold(journal, "Northgate")
    (job,) = journal.applications
    entry = heard_back(one, job, "rejected", heard_on=TODAY, now=NOW, view=journal)
    assert entry.interview == {"outcome": "rejected", "outcome_known_at": NOW}
    assert entry.application == {"status": "rejected", "status_at": NOW}


def test_a_yes_leaves_an_open_application_as_it_is(journal: Journal) -> None:
    one = hold(journal, "Northgate")
    (job,) = journal.applications
    entry = heard_back(one, job, "advanced", heard_on=TODAY, now=NOW, view=journal)
    assert entry.application == {}


def test_a_round_whose_application_is_missing_still_takes_its_answer(journal: Journal) -> None:
    one = hold(journal, "Northgate")
    entry = heard_back(one, None, "silence", heard_on=TODAY, now=NOW, view=journal)
    assert entry.interview["outcome"] == "silence"
    assert entry.application == {}


def test_nothing_is_said_before_there_is_an_answer() -> None:
    one = Interview(application_id="p_a", held_on=TODAY)
    guess = Forecast(interview_id=one.id, percent=70, forecast_at=NOW)
    assert heard_sentence(one, None) == ""
    assert forecast_sentence(one, guess) == ""


@pytest.mark.parametrize("outcome", get_args(Outcome))
@pytest.mark.parametrize("percent", [0, 10, 30, 50, 70, 90, 100])
def test_the_frozen_guess_is_shown_kindly(outcome: Outcome, percent: int) -> None:
    one = Interview(application_id="p_a", held_on=TODAY, outcome=outcome, outcome_known_at=NOW)
    guess = Forecast(interview_id=one.id, percent=percent, forecast_at=NOW)
    said = forecast_sentence(one, guess)
    assert said.startswith("Before you heard, your guess was “")
    assert "wrong" not in said
    assert heard_sentence(one, Application(company="Northgate")).startswith("Northgate, round 1. ")


def test_without_a_guess_nothing_is_said_of_one() -> None:
    one = Interview(application_id="p_a", held_on=TODAY, outcome="rejected", outcome_known_at=NOW)
    assert forecast_sentence(one, None) == ""


@pytest.mark.parametrize(
    ("outcome", "percent", "words"),
    [
        ("advanced", 30, "It went better than it felt."),
        ("advanced", 90, "You read it well."),
        ("rejected", 90, "Much of what decides cannot be seen from your chair."),
        ("rejected", 10, "You had a feel for how it went."),
        ("silence", 70, "It stays as you wrote it."),
        ("advanced", 50, "“could go either way”."),
        ("rejected", 50, "“could go either way”."),
    ],
)
def test_what_is_said_fits_the_guess(outcome: Outcome, percent: int, words: str) -> None:
    one = Interview(application_id="p_a", held_on=TODAY, outcome=outcome, outcome_known_at=NOW)
    guess = Forecast(interview_id=one.id, percent=percent, forecast_at=NOW)
    assert forecast_sentence(one, guess).endswith(words)
