"""The briefing on the command line."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from interview_journal.api import preparing
from interview_journal.api.opening import open_journal
from interview_journal.cli import briefing_command
from interview_journal.core.records import Answer, Application, Interview
from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal


@pytest.fixture
def journal(journal_home: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """An empty journal on a morning in March, as the command of this test opens it."""
    journal = open_journal(journal_home, now=lambda: datetime(2026, 3, 11, 9, tzinfo=UTC))
    monkeypatch.setattr(briefing_command, "existing_journal", lambda _: journal)
    return journal


@pytest.fixture
def ahead(journal: Journal) -> Interview:
    acme = journal.add(Application(company="Acme\x1b[2J Clinic", role="Clerk"))
    return journal.add(Interview(application_id=acme.id, held_on=date(2026, 3, 12)))


@pytest.mark.usefixtures("ahead")
def test_the_text_is_printed_and_steers_no_terminal() -> None:
    shown = run("briefing", "acme")
    assert shown.exit_code == 0
    assert shown.output.startswith("Acme[2J Clinic\nClerk · round 1\nThursday 12 March (tomorrow)")
    assert "ASK THEM\n- When will I hear, and how?" in shown.output


@pytest.mark.usefixtures("ahead")
@pytest.mark.parametrize(("name", "file"), [("html", "briefing.html"), ("bag", "bag.html")])
def test_a_page_is_written_and_named(journal: Journal, name: str, file: str) -> None:
    shown = run("briefing", "--format", name, "--paper", "Letter")
    path = journal.path / "pages" / file
    assert shown.output == f"Written to {path}\n"
    assert "size: Letter" in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("journal")
def test_without_a_round_it_says_what_to_do() -> None:
    shown = run("briefing")
    assert shown.exit_code == 2
    assert "No interview is in the journal yet." in shown.output


@pytest.mark.usefixtures("ahead")
def test_a_company_without_a_round_is_told() -> None:
    shown = run("briefing", "Nowhere")
    assert shown.exit_code == 2
    assert "No round with “Nowhere” is in the journal." in shown.output


def test_a_long_journal_says_once_that_it_compares_and_keeps_it(
    journal: Journal, ahead: Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "COMPARED_AT_ONCE", 1)
    told = journal.add(Interview(application_id=ahead.application_id, held_on=date(2026, 3, 2)))
    for words in ("I led a team of nine.", "I led a team of twelve."):
        journal.add(Answer(interview_id=told.id, question="How big is your team?", answer=words))
    first, second = run("briefing"), run("briefing")
    assert first.stderr == f"{briefing_command.COMPARING}\n"
    assert second.stderr == ""
    assert first.stdout == second.stdout
