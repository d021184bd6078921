"""Counts what a first evening asks of a person: keys, clicks, seconds, from opening to saved.

A real browser opens the real first page on an empty journal; a hand of 40 words a minute writes
150 words. The time to type them is worked out; the time of the program is measured.

Run it with: python -m bench.first_evening
"""

from __future__ import annotations

import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from interview_journal.cli.app import app_server
from interview_journal.cli.lab import lab_server
from tests.browser.conftest import CHROMIUM_FLAGS, any_port, running, site_on
from tests.browser.panels import ACCOUNT, RECORD, own_journal, panel_on, wait_for_panel
from tests.programs import CHECKOUT, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Site

RESULT = CHECKOUT / "bench" / "results" / "first_evening.md"
WORDS_PER_MINUTE = 40
MILLISECONDS_A_KEY = 12
ACCOUNT_WORDS = 150
TOLD = (
    "They asked why I want to move to their ward. I said that I have done five years of medical "
    "nights and that I would like to see patients come back, not only pass through. Then: what "
    "would you do if two patients needed you at once? I told the evening with the fall in bed "
    "nine and the pump alarm next door. I called for help first, stayed with the man on the "
    "floor, and the colleague took the pump. They liked that I named her. They wanted to know "
    "about handover. I forgot the sheet we made and only said that I am careful. Last one: where "
    "do you see yourself in three years? I said teaching students, perhaps a course. It was quiet "
    "and friendly. The ward manager took notes all the time and smiled twice, and the other "
    "one asked whether I could start before the summer. I think so."
)


@dataclass
class Hand:
    """Does what a person does, and counts it."""

    page: Page
    keys: int = 0
    clicks: int = 0

    def click(self, target: Locator) -> None:
        """Press something with the mouse."""
        target.click()
        self.clicks += 1

    def write(self, target: Locator, words: str) -> None:
        """Click into a box and type, key after key."""
        self.click(target)
        self.page.keyboard.type(words, delay=MILLISECONDS_A_KEY)
        self.keys += len(words)


@dataclass(frozen=True)
class Evening:
    """What one evening took."""

    place: str
    clicks: int
    keys: int
    until_shown: float
    until_form: float
    until_saved: float
    typing: float

    @property
    def minutes(self) -> float:
        """Waiting for the program, and typing at a person's pace."""
        return (self.until_shown + self.until_form + self.until_saved + self.typing) / 60


def spend(page: Page, site: Site) -> Evening:
    """Go from the first page to the saved interview and return what it took."""
    hand = Hand(page)
    began = time.perf_counter()
    page.goto(site.url("0_tonight.ipynb"))
    start = panel_on(page, site).get_by_role("link", name="Write down an interview")
    start.wait_for()
    shown = time.perf_counter()
    hand.click(start)
    panel = wait_for_panel(page, site, RECORD)
    usable = time.perf_counter()
    # The date is today's already.
    hand.write(panel.get_by_label("Company"), "Northgate Hospital")
    hand.write(panel.get_by_label(ACCOUNT), TOLD)
    hand.write(panel.get_by_label("Who was there?"), "Ana Ruiz, Ben Osei")
    hand.write(panel.get_by_label("When will you hear?"), "one to two weeks")
    typed = time.perf_counter()
    hand.click(panel.get_by_role("button", name="Save", exact=True))
    panel.get_by_text("Saved at").first.wait_for()
    saved = time.perf_counter()
    (interview,) = own_journal(site).interviews
    assert TOLD in interview.account
    words = hand.keys / 5
    return Evening(
        place="JupyterLab" if site.kind == "lab" else "Page view",
        clicks=hand.clicks,
        keys=hand.keys,
        until_shown=shown - began,
        until_form=usable - shown,
        until_saved=saved - typed,
        typing=words / WORDS_PER_MINUTE * 60,
    )


def measure() -> list[Evening]:
    """Return one evening in JupyterLab and one in the page view."""
    from playwright.sync_api import sync_playwright

    evenings = []
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="first-evening-")))
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=find_chromium(), headless=True, args=CHROMIUM_FLAGS
        )
        stack.callback(browser.close)
        for kind, server_for in (("lab", lab_server), ("voila", app_server)):
            root, scratch = folder / f"{kind}_root", folder / f"{kind}_server"
            root.mkdir()
            scratch.mkdir()
            server = stack.enter_context(running(server_for(None, root, port=any_port()), scratch))
            site = stack.enter_context(site_on((server, root), kind, "first evening"))
            page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
            evenings.append(spend(page, site))
    return evenings


def table(evenings: list[Evening]) -> str:
    """Return the figures as a Markdown table."""
    rows = [
        "| | clicks | keys | page shown | form usable | saved | typing, 40 words/min | minutes |",
        "|---|---|---|---|---|---|---|---|",
    ]
    rows += [
        f"| {one.place} | {one.clicks} | {one.keys} | {one.until_shown:.1f} s | "
        f"{one.until_form:.1f} s | {one.until_saved:.1f} s | {one.typing:.0f} s | "
        f"{one.minutes:.1f} |"
        for one in evenings
    ]
    return "\n".join(rows)


def main() -> None:
    """Print the table and keep it."""
    assert len(TOLD.split()) >= ACCOUNT_WORDS
    shown = table(measure())
    print(shown)
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(
        "# A scripted first evening\n\nFrom an empty journal to the saved interview: company, "
        f"{ACCOUNT_WORDS} words of account, two people, when they answer. Five characters count "
        f"as one word.\n\n{shown}\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
