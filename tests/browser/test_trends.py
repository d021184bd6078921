"""The page of trends on the screen: filters, pictures, tables, files, both themes, every width."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.api.demo import copy_sample
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Application, Interview, Rating
from tests.browser.panels import TRENDS, open_panel, own_journal, panel_on, wait_for_panel
from tests.browser.test_accessibility import SET_THEME, THEMES, assert_fits, violations
from tests.trend_journal import trend_journal

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Locator, Page

    from tests.browser.conftest import Site

WITHIN = ".jp-NotebookPanel:not(.lm-mod-hidden) .ij-panel"
PAYLOAD = "<img src=x onerror=\"window.ran('company')\"><script>window.ran('script')</script> $x$"
FOCUSED = """document.activeElement.getAttribute('aria-label')
    ?? document.activeElement.textContent"""
NOTICE_RUNS = "window.ranHere = []; window.ran = (...told) => window.ranHere.push(String(told));"
DRAWN = """panel => {
    const images = [...panel.querySelectorAll('img.ij-chart-image:not([hidden])')];
    return images.length > 0 && images.every((one) => one.complete && one.naturalWidth > 0);
}"""
# A table scrolls in a place of its own, which the keyboard reaches.
WIDER_OUTSIDE_OF_TABLES = """panel => [...panel.querySelectorAll('*')]
    .filter((one) => !one.closest('.ij-table, .ij-code pre'))
    .filter((one) => one.getClientRects().length > 0)
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => `${one.tagName}.${one.className}`)"""
COLOUR_OF_CORNER = """async image => {
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const drawing = canvas.getContext('2d');
    drawing.drawImage(image, 0, 0, 1, 1, 0, 0, 1, 1);
    return [...drawing.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}"""


def chart(panel: Locator, title: str) -> Locator:
    """Return the part of the page with that chart."""
    return panel.get_by_role("region", name=title, exact=True)


def wait_until_drawn(page: Page, panel: Locator) -> None:
    page.wait_for_function(DRAWN, arg=panel.element_handle())


def shown_charts(panel: Locator) -> list[str]:
    """Return the addresses of the pictures: another picture has another address."""
    return [
        str(one)
        for one in panel.locator("img.ij-chart-image").evaluate_all(
            "all => all.map((one) => one.src)"
        )
    ]


def come_to_rest(page: Page, panel: Locator) -> None:
    """Return once no picture changed for a while; fail where each asks for the next."""
    for _ in range(6):
        before = shown_charts(panel)
        page.wait_for_timeout(1500)
        if shown_charts(panel) == before:
            return
    pytest.fail("the pictures never come to rest")


def open_every_table(panel: Locator) -> None:
    closed = panel.get_by_role("button", name="Open this as a table")
    for number in range(closed.count()):
        closed.first.click()
        panel.get_by_role("table").nth(number).wait_for()


def opened(page: Page, site: Site) -> Locator:
    panel = open_panel(page, site, TRENDS)
    wait_until_drawn(page, panel)
    return panel


def test_a_filter_changes_the_picture_and_its_sentence(voila_site: Site, page: Page) -> None:
    trend_journal(voila_site.journal, 12)
    panel = opened(page, voila_site)
    first = chart(panel, "Your scores, interview by interview")
    sentence = first.locator(".ij-chart-sentence").inner_text()
    image = first.locator("img")
    assert image.get_attribute("alt") == sentence
    before = image.get_attribute("src")
    panel.get_by_role("button", name="Look at a part of it").click()
    panel.get_by_label("Company").select_option(label="Osprey Freight")
    panel.get_by_text("Only: Osprey Freight.").wait_for()
    page.wait_for_function(
        "([image, before]) => image.src !== before", arg=[image.element_handle(), before]
    )
    changed = first.locator(".ij-chart-sentence").inner_text()
    assert changed != sentence
    assert image.get_attribute("alt") == changed
    panel.get_by_role("button", name="Clear filters").click()
    first.get_by_text(sentence).wait_for()
    assert panel.get_by_label("Company").input_value() == ""


def test_hidden_scores_stay_hidden_after_a_reload(voila_site: Site, page: Page) -> None:
    copy_sample(voila_site.journal)
    panel = opened(page, voila_site)
    panel.get_by_role("button", name="Hide scores").click()
    panel.get_by_role("button", name="Show scores").wait_for()
    assert panel.locator("img").locator("visible=true").count() == 0
    page.reload()
    panel = wait_for_panel(page, voila_site, TRENDS)
    panel.get_by_role("button", name="Show scores").wait_for()
    words = panel.inner_text()
    assert not re.search(r"\b[1-5](\.\d+)? of 5\b|Your score:|\d\.\d points", words)
    assert panel.get_by_role("button", name="Save as PNG").count() == 0
    panel.get_by_role("button", name="Show scores").click()
    wait_until_drawn(page, panel)
    assert own_journal(voila_site).setting("hide_scores") == "no"


@pytest.mark.parametrize(("label", "start"), [("PNG", b"\x89PNG"), ("SVG", b"<?xml")])
def test_a_chart_is_saved_by_the_browser(
    voila_site: Site, page: Page, label: str, start: bytes
) -> None:
    copy_sample(voila_site.journal)
    panel = opened(page, voila_site)
    with page.expect_download() as waiting:
        panel.get_by_role("button", name=f"Save as {label}: How far it went").click()
    file = waiting.value
    assert file.suggested_filename == f"interview_journal_stages.{label.lower()}"
    assert Path(file.path()).read_bytes().startswith(start)


def test_a_chart_is_opened_as_a_table_with_a_line_to_copy(voila_site: Site, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy_sample(voila_site.journal)
    panel = opened(page, voila_site)
    part = chart(panel, "How far it went")
    part.get_by_role("button", name="Open this as a table").click()
    table = part.get_by_role("table")
    table.wait_for()
    heads = table.get_by_role("columnheader").all_inner_texts()
    assert heads[:3] == ["Stage", "Decided count", "Advanced count"]
    assert table.get_by_role("row").count() == 3
    part.get_by_role("button", name="Copy this line of Python").click()
    part.get_by_text("Copied.").wait_for()
    code = page.evaluate("navigator.clipboard.readText()")
    assert code == "ij.trend_frame(journal, 'stages')"
    part.get_by_role("button", name="Close the table").click()
    table.wait_for(state="detached")
    assert page.evaluate("document.activeElement.textContent") == "Open this as a table"


def test_the_statistics_names_are_folded(voila_site: Site, page: Page) -> None:
    trend_journal(voila_site.journal, 12)
    panel = opened(page, voila_site)
    assert "Theil-Sen" not in panel.inner_text()
    chart(panel, "Your scores, interview by interview").get_by_text("How do we know?").click()
    assert "Theil-Sen" in panel.inner_text()
    panel.get_by_text("One rejection says little. Why?").click()
    panel.get_by_text("never reads anything into a single no").wait_for()


def test_an_empty_journal_teaches_and_shows_the_example(voila_site: Site, page: Page) -> None:
    panel = open_panel(page, voila_site, TRENDS)
    panel.get_by_text("Write down your first interview.").wait_for()
    assert panel.locator("img").count() == 0
    assert panel.get_by_role("link", name="Write down an interview").first.is_visible()
    panel.get_by_role("button", name="Look at an example").click()
    panel.get_by_text("This is an example").wait_for()
    wait_until_drawn(page, panel)
    panel.get_by_role("button", name="Back to my journal").click()
    panel.get_by_text("Write down your first interview.").wait_for()
    assert not voila_site.journal.joinpath("settings.csv").exists()


def test_the_pictures_follow_the_theme_of_the_page(lab_site: Site, page: Page) -> None:
    copy_sample(lab_site.journal)
    panel = opened(page, lab_site)
    found: dict[str, Any] = {}
    pages = {}
    for theme in THEMES:
        before = shown_charts(panel)
        page.evaluate(SET_THEME, theme)
        if theme == THEMES[0]:
            page.wait_for_function(
                "before => ![...document.querySelectorAll('img.ij-chart-image')]"
                ".some((one) => before.includes(one.src))",
                arg=before,
            )
        page.wait_for_timeout(800)
        wait_until_drawn(page, panel)
        pages[theme] = panel.locator("img.ij-chart-image").first.evaluate(COLOUR_OF_CORNER)
        found[theme] = violations(page, WITHIN)
        part = chart(panel, "How far it went")
        part.get_by_role("button", name="Open this as a table").click()
        part.get_by_role("table").wait_for()
        panel.get_by_text("How do we know?").first.click()
        panel.get_by_role("button", name="Look at a part of it").click()
        panel.get_by_label("Company").wait_for()
        found[f"all open, {theme}"] = violations(page, WITHIN)
        panel.get_by_role("button", name="Look at a part of it").click()
        part.get_by_role("button", name="Close the table").click()
        panel.get_by_text("How do we know?").first.click()
    assert pages == {THEMES[0]: [17, 17, 17], THEMES[1]: [255, 255, 255]}
    assert found == {key: [] for key in found}


def test_the_pictures_follow_the_width_and_come_to_rest(voila_site: Site, page: Page) -> None:
    copy_sample(voila_site.journal)
    panel = opened(page, voila_site)
    image = panel.locator("img.ij-chart-image").first
    wide = image.bounding_box()
    page.set_viewport_size({"width": 400, "height": 800})
    page.wait_for_function("image => image.width < 400", arg=image.element_handle())
    come_to_rest(page, panel)
    narrow = image.bounding_box()
    assert wide is not None
    assert narrow is not None
    assert narrow["width"] < wide["width"]
    assert_fits(page, panel)
    panel.get_by_role("button", name="Look at a part of it").click()
    panel.get_by_label("Company").wait_for()
    open_every_table(panel)
    assert panel.evaluate(WIDER_OUTSIDE_OF_TABLES) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_the_page_works_by_keyboard_alone(lab_site: Site, page: Page) -> None:
    copy_sample(lab_site.journal)
    panel = opened(page, lab_site)
    panel.get_by_role("link", name="Look closer at your answers").first.focus()
    reached: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        reached.append(str(focused).strip())
        if reached[-1] == "Look at a part of it":
            page.keyboard.press("Enter")
            panel.get_by_label("Company").wait_for()
        if reached[-1].startswith("Open this as a table: How far"):
            page.keyboard.press("Enter")
            chart(panel, "How far it went").get_by_role("table").wait_for()
        if reached[-1] == "Look at an example":
            break
    for name in ("Hide scores", "Look at a part of it", "How do we know?"):
        assert name in reached
    assert "Save as SVG: How far it went" in reached
    assert reached[-1] == "Look at an example"
    # What would delete the cell in JupyterLab does nothing on a button of ours.
    page.keyboard.press("x")
    page.keyboard.press("d")
    page.keyboard.press("d")
    assert panel_on(page, lab_site).is_visible()


def test_a_script_for_a_company_never_runs_and_is_shown_as_typed(
    voila_site: Site, page: Page
) -> None:
    runs: list[str] = []

    def note(dialog: Dialog) -> None:
        runs.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", note)
    page.add_init_script(NOTICE_RUNS)
    journal = open_journal(voila_site.journal)
    now = journal.now()
    job = Application(company=PAYLOAD, role=PAYLOAD)
    records: list[Any] = [job]
    for number in range(1, 4):
        held = Interview(
            application_id=job.id,
            held_on=now.date() - timedelta(9 - number),
            round=number,
            kind=PAYLOAD,
        )
        answer = Answer(interview_id=held.id, question=PAYLOAD, answer=PAYLOAD, topic=PAYLOAD)
        ratings = [
            Rating(answer_id=answer.id, score=3, criterion=name, rated_at=now)
            for name in ("overall", PAYLOAD)
        ]
        records += [held, answer, *ratings]
    journal.add_all(records)
    panel = opened(page, voila_site)
    panel.get_by_role("button", name="Look at a part of it").click()
    panel.get_by_label("Company").select_option(label=PAYLOAD)
    panel.get_by_text(f"Only: {PAYLOAD}.").wait_for()
    open_every_table(panel)
    assert PAYLOAD in panel.inner_text()
    page.wait_for_timeout(300)
    assert page.evaluate("window.ranHere") == []
    assert runs == []
    made = "script, iframe, svg, [onerror], [onload], img:not(.ij-chart-image)"
    assert panel.locator(made).count() == 0
