"""The briefing in a real browser: one sheet, readable, nothing cut off, nothing asked for."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

import interview_journal as ij
from interview_journal.api.preparing import briefing_words
from interview_journal.writing.briefing_page import bag_page, briefing_page
from tests.programs import CHECKOUT
from tests.writing.briefings import HOSTILE, full

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from interview_journal.core.preparing.values import Briefing
    from interview_journal.store.journal import Journal
    from interview_journal.writing.card import Paper

PAPERS: tuple[Paper, ...] = ("A4", "Letter")
ARABIC = "شكراً جزيلاً على حديثنا يوم الأربعاء عن المستودع الجديد. "
WORDS = [
    "W" * 900,
    "word and word " * 90,
    ARABIC * 20,
    "非常感谢您星期三抽出时间。" * 50,
    HOSTILE * 6,
]


def sample() -> Journal:
    return ij.open_journal(
        CHECKOUT / "data" / "sample", now=lambda: datetime(2026, 7, 1, 19, tzinfo=UTC)
    )


def with_eight_rounds(folder: Path) -> Briefing:
    """Return the briefing for the ninth talk with one company."""
    start = date(2026, 1, 5)
    journal = ij.open_journal(folder, now=lambda: datetime(2026, 3, 1, 9, tzinfo=UTC))
    needs = "\n".join(f"Plan the work of {n}0 people on {n} sites" for n in range(1, 9))
    acme = journal.add(ij.Application(company="Acme Clinics", role="Planner", requirements=needs))
    people = [
        journal.add(ij.Person(application_id=acme.id, name=f"Person {n}", title="Head of wards"))
        for n in range(8)
    ]
    for number in range(1, 10):
        held_on = start + timedelta(days=7 * number)
        one = journal.add(
            ij.Interview(
                application_id=acme.id,
                round=number,
                held_on=held_on,
                account="" if number == 9 else "It went well.",
                unsaid=f"What I did on site {number}, and why it worked in the end.",
                if_then_plan=f"If they ask about site {number}, then I start with the rota.",
                went_well=f"I kept to a minute in round {number}.",
            )
        )
        for person in people[:number]:
            journal.add(
                ij.Encounter(
                    interview_id=one.id,
                    person_id=person.id,
                    topics="Rotas, sickness, and what the nurses say about planners.",
                    they_promised="An answer by e-mail within the week.",
                )
            )
        for position in range(1, 9 if number < 9 else 1):
            journal.add(
                ij.Answer(
                    interview_id=one.id,
                    position=position,
                    question=f"What about subject {position * number}, in some detail, please?",
                    answer=f"I planned the work of {position}0 people on {number} sites. " * 8,
                    better_answer="I start with the rota, then the people, then what came of it. "
                    * 6,
                )
            )
    return ij.briefing(journal, journal.interviews[-1])


def sheets(page: Page, html: str, tmp_path: Path) -> int:
    path = tmp_path / "page.html"
    path.write_text(html, encoding="utf-8")
    page.goto(path.as_uri())
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", data))


@pytest.mark.parametrize("paper", PAPERS)
def test_every_round_of_the_sample_prints_on_one_sheet(
    page: Page, tmp_path: Path, paper: Paper
) -> None:
    journal = sample()
    for one in journal.interviews:
        made = ij.briefing(journal, one)
        assert sheets(page, briefing_page(made, paper=paper), tmp_path) == 1
    assert sheets(page, bag_page(made, paper=paper), tmp_path) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_a_journal_of_eight_rounds_prints_on_one_sheet(
    page: Page, tmp_path: Path, paper: Paper
) -> None:
    made = with_eight_rounds(tmp_path / "journal")
    assert sheets(page, briefing_page(made, paper=paper), tmp_path) == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("word", WORDS, ids=range(len(WORDS)))
def test_the_fullest_briefing_prints_on_one_sheet_and_runs_nothing(
    page: Page, tmp_path: Path, word: str, paper: Paper
) -> None:
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    made = full(word, count=30)
    for html in (briefing_page(made, paper=paper), bag_page(made, paper=paper)):
        assert sheets(page, html, tmp_path) == 1
    assert {url.partition(":")[0] for url in asked_for} == {"file"}


@pytest.mark.parametrize("width", [360, 1100])
def test_the_page_reads_on_a_phone_and_axe_finds_nothing(
    page: Page, tmp_path: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    journal = sample()
    for name in ("briefing", "bag"):
        path = tmp_path / "page.html"
        words = briefing_words(ij.briefing(journal, journal.interviews[-1]), page=name)
        path.write_text(words, encoding="utf-8")
        page.goto(path.as_uri())
        found = Axe().run(page).response["violations"]
        assert [one["id"] for one in found] == []
        if name == "briefing":
            wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wider <= 0


def test_nothing_on_paper_is_smaller_than_nine_points(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    made = full("word and word " * 90, count=30)
    path.write_text(briefing_page(made), encoding="utf-8")
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    sizes = page.eval_on_selector_all(
        ".line", "all => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 9 * 96 / 72 * 0.92
