"""Whatever stands in the journal, no script of it runs, and it is shown as it was typed."""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import (
    Answer,
    Application,
    Encounter,
    Forecast,
    Interview,
    Person,
)
from interview_journal.store.journal import Journal
from tests.browser.panels import (
    ACCOUNT,
    RECORD,
    TONIGHT,
    open_panel,
    own_journal,
    values_of,
    wait_for_panel,
    wait_until_saved,
)

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Locator, Page

    from tests.browser.conftest import Site

POLYGLOTS = tomllib.loads((Path(__file__).parent / "polyglots.toml").read_text(encoding="utf-8"))[
    "polyglots"
]
LEAST_PAYLOADS = 200
PEOPLE_AT_MOST = 6
# What a page must not hold when text stayed text.
MADE_ELEMENTS = "script, iframe, object, embed, svg, math, img, [onerror], [onload], [onclick]"
NOTICE_RUNS = """
window.ranHere = [];
window.ran = (...told) => window.ranHere.push(String(told));
for (const name of ['alert', 'confirm', 'prompt', 'print']) {
    window[name] = (...told) => window.ranHere.push(name + String(told));
}
"""


@pytest.fixture
def runs(page: Page) -> list[str]:
    """What was run by text of the journal, dialogs included."""
    found: list[str] = []

    def note(dialog: Dialog) -> None:
        found.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", note)
    page.add_init_script(NOTICE_RUNS)
    return found


@pytest.fixture(scope="session")
def payloads(shared_data: Path) -> list[str]:
    """Markup that others found to run script somewhere."""
    path = shared_data / "nasty_csv" / "dompurify-xss" / "payloads.json"
    found = [case["payload"] for case in json.loads(path.read_text(encoding="utf-8"))]
    assert len(found) >= LEAST_PAYLOADS
    return [payload.replace("\r\n", "\n").replace("\r", "\n") for payload in found]


def assert_nothing_ran(page: Page, panel: Locator, runs: list[str]) -> None:
    page.wait_for_timeout(300)
    assert page.evaluate("window.ranHere") == []
    assert runs == []
    assert panel.locator(MADE_ELEMENTS).count() == 0


def plain(text: str) -> str:
    """Return text as a line shows it: runs of blanks are one."""
    return " ".join(text.split())


def test_every_payload_in_one_field_is_kept_and_shown_as_typed(
    voila_site: Site, page: Page, runs: list[str], payloads: list[str]
) -> None:
    everything = "\n".join(payloads)
    panel = open_panel(page, voila_site, RECORD)
    panel.get_by_label("Company").fill("Northgate Hospital")
    panel.get_by_label(ACCOUNT).fill(everything)
    panel.get_by_role("button", name="Save", exact=True).click()
    wait_until_saved(panel)
    assert_nothing_ran(page, panel, runs)
    assert own_journal(voila_site).interviews[0].account == everything
    page.reload()
    panel = wait_for_panel(page, voila_site, RECORD)
    assert panel.get_by_label(ACCOUNT).input_value() == everything
    assert_nothing_ran(page, panel, runs)


def store_everywhere(journal: Journal, texts: list[str]) -> None:
    """Put the texts into every kind of record that a panel shows."""
    today = journal.now().date()
    every = " ".join(texts)
    job = Application(company=every, role=every, why_role=every)
    told = Interview(
        application_id=job.id,
        held_on=today,
        kind=every,
        account=every,
        went_well=every,
        captured_at=journal.now(),
    )
    to_come = Interview(application_id=job.id, held_on=today + timedelta(3), round=2, kind=every)
    missed = Interview(application_id=job.id, held_on=today - timedelta(3), round=3)
    # One person a form: a handful and one who carries every text are as good as hundreds.
    names = [every, *texts[:PEOPLE_AT_MOST]]
    people = [Person(application_id=job.id, name=name, title=name, notes=name) for name in names]
    journal.add_all(
        [
            job,
            told,
            to_come,
            missed,
            Forecast(interview_id=told.id, percent=70, forecast_at=journal.now()),
            *people,
            *(Encounter(interview_id=told.id, person_id=one.id, topics=one.name) for one in people),
            *(
                Answer(interview_id=told.id, position=place, question=text, answer=text, topic=text)
                for place, text in enumerate(texts, start=1)
            ),
        ]
    )
    rival = Journal(journal.path, now=journal.now)
    journal.revise(journal.applications[0], why_role=every + " mine")
    rival.revise(rival.applications[0], why_role=every + " theirs")


@pytest.mark.parametrize("source", ["payloads", "polyglots"])
def test_text_of_the_journal_never_becomes_markup(
    voila_site: Site,
    page: Page,
    runs: list[str],
    request: pytest.FixtureRequest,
    source: str,
) -> None:
    texts = POLYGLOTS if source == "polyglots" else request.getfixturevalue("payloads")
    store_everywhere(own_journal(voila_site), texts)
    panel = open_panel(page, voila_site, TONIGHT)
    shown = plain(panel.inner_text())
    assert plain(texts[0]) in shown
    panel.get_by_role("button", name="I heard back").click()
    panel.get_by_label("About which interview?").wait_for()
    assert_nothing_ran(page, panel, runs)
    panel.locator("a", has_text="Add to it").click()
    panel = wait_for_panel(page, voila_site, RECORD)
    assert panel.get_by_label(ACCOUNT).input_value() == " ".join(texts)
    open_every_section(panel)
    assert_nothing_ran(page, panel, runs)
    for text in (texts[0], texts[-1]):
        assert plain(text) in plain(panel.inner_text() + " ".join(map(str, inputs_of(panel))))


def open_every_section(panel: Locator) -> None:
    """Open the long path of the record panel, with each of its sections."""
    panel.get_by_role("button", name="Add more").click()
    closed = panel.locator(".ij-toggle[aria-expanded=false]").locator("visible=true")
    closed.first.wait_for()
    for _ in range(closed.count()):
        before = closed.count()
        closed.first.click()
        while closed.count() == before:
            panel.page.wait_for_timeout(20)


def inputs_of(panel: Locator) -> list[str]:
    """Return what stands in the boxes."""
    found: list[str] = panel.evaluate(
        "panel => [...panel.querySelectorAll('input, textarea')].map((one) => one.value)"
    )
    return found


@pytest.mark.parametrize("notebook", [TONIGHT, RECORD])
def test_a_polyglot_in_every_field_comes_back_as_typed(
    voila_site: Site, page: Page, runs: list[str], notebook: str
) -> None:
    panel = open_panel(page, voila_site, notebook)
    if notebook == TONIGHT:
        panel.get_by_role("button", name="I have one coming up").click()
        panel.get_by_label("Company").wait_for()
    boxes = panel.locator("input[type=text], textarea").locator("visible=true")
    for number in range(boxes.count()):
        boxes.nth(number).fill(POLYGLOTS[number % len(POLYGLOTS)].replace(",", ";"))
    day = (date.today() + timedelta(1)) if notebook == TONIGHT else date.today()  # noqa: DTZ011
    panel.get_by_label("Date").fill(day.isoformat())
    typed = values_of(panel)
    panel.get_by_text("Your words are kept.").wait_for()
    assert_nothing_ran(page, panel, runs)
    page.reload()
    panel = wait_for_panel(page, voila_site, notebook)
    panel.get_by_label("Company").wait_for()
    assert {name: values_of(panel).get(name) for name in typed} == typed
    panel.locator("button.ij-primary").click()
    panel.get_by_text("Saved at").or_(panel.get_by_text("It’s noted")).first.wait_for()
    assert_nothing_ran(page, panel, runs)
    assert own_journal(voila_site).applications[0].company == typed["company"].strip()
