"""Comparing what was said, on the screen: from a finding to a word, to silence, and back."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.demo import copy_sample
from interview_journal.core.records import Application, Person
from tests.browser.panels import CONSISTENCY, open_panel, own_journal, panel_on, wait_for_panel
from tests.browser.test_accessibility import SET_THEME, THEMES, assert_fits, violations
from tests.told_journal import (
    ENGLISH,
    FOUR_WEEKS,
    NOTICE,
    START,
    THREE_MONTHS,
    Round,
    maybe_pair,
    notice_rounds,
    tell,
    told_journal,
)

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Locator, Page

    from tests.browser.conftest import Site

WITHIN = ".jp-NotebookPanel:not(.lm-mod-hidden) .ij-panel"
PAYLOAD = "<img src=x onerror=\"window.ran('said')\"><script>window.ran('script')</script> $x$"
NOTICE_RUNS = "window.ranHere = []; window.ran = (...told) => window.ranHere.push(String(told));"
FOCUSED = """document.activeElement.getAttribute('aria-label')
    ?? document.activeElement.textContent"""
HEADING = "These two differ. Both may be right."
TABS = ("Findings", "By question", "Ledger", "Before a round", "What this can find")
QUIET = "Nothing here waits for you."


def card(panel: Locator, heading: str = "Your notice") -> Locator:
    """Return the finding with that heading."""
    return panel.get_by_role("article", name=heading).first


def tab(panel: Locator, label: str) -> Locator:
    return panel.get_by_role("tab", name=label)


def go_to(panel: Locator, label: str) -> None:
    tab(panel, label).click()
    panel.locator(f'[role=tab][aria-selected=true]:has-text("{label}")').wait_for()


def open_folds(panel: Locator, at_most: int) -> None:
    """Open what is folded in the part in front, from top to bottom."""
    closed = panel.locator(".ij-page .ij-toggle[aria-expanded=false]")
    for _ in range(min(at_most, closed.count())):
        closed.first.click()
        panel.page.wait_for_timeout(150)


def test_from_a_finding_to_a_word_to_silence_and_speaking_again(
    voila_site: Site, page: Page
) -> None:
    told_journal(voila_site.journal)
    panel = open_panel(page, voila_site, CONSISTENCY)
    panel.get_by_text(HEADING).wait_for()
    found = card(panel)
    assert found.locator("mark").all_inner_texts() == ["four weeks", "three months"]
    weight, line = found.locator("mark").first.evaluate(
        "one => [getComputedStyle(one).fontWeight, getComputedStyle(one).textDecorationLine]"
    )
    assert (weight, line) == ("700", "underline")
    assert "Acme, round 1, Tuesday 3 March" in found.inner_text()
    assert "asked by Ben Okoro" in found.inner_text()
    found.get_by_role("button", name="Things changed").click()
    found.get_by_label("What will you say from now on?").fill("Three months since June.")
    found.get_by_role("button", name="Keep these words").click()
    found.get_by_text("What you will say: Three months since June.").wait_for()
    (kept,) = own_journal(voila_site).verdicts
    assert (kept.verdict, kept.what_i_will_say) == ("things changed", "Three months since June.")
    page.reload()
    panel = wait_for_panel(page, voila_site, CONSISTENCY)
    panel.get_by_text(QUIET).wait_for()
    assert panel.get_by_text(HEADING).count() == 0
    journal = own_journal(voila_site)
    journal.revise(journal.answers[0], note="Nothing that was said.")
    page.reload()
    panel = wait_for_panel(page, voila_site, CONSISTENCY)
    panel.get_by_text(QUIET).wait_for()
    journal.revise(journal.answers[1], answer="My notice is half a year.")
    page.reload()
    panel = wait_for_panel(page, voila_site, CONSISTENCY)
    again = card(panel)
    again.get_by_text("You said “Things changed” of these two answers").wait_for()
    again.get_by_text("What you wanted to say: Three months since June.").wait_for()
    again.get_by_role("button", name="Both are fine").click()
    again.get_by_text("Kept: Both are fine.").wait_for()
    again.get_by_role("button", name="Undo").click()
    again.get_by_role("button", name="Not the same thing").wait_for()
    assert len(own_journal(voila_site).verdicts) == 1


def test_words_that_were_typed_outlive_a_reload(voila_site: Site, page: Page) -> None:
    told_journal(voila_site.journal)
    panel = open_panel(page, voila_site, CONSISTENCY)
    card(panel).get_by_role("button", name="I would fix this").click()
    field = panel.get_by_label("What will you say next time?")
    field.press_sequentially("Three months")
    page.wait_for_timeout(1_200)
    assert page.evaluate("document.activeElement.value") == "Three months"
    page.reload()
    panel = wait_for_panel(page, voila_site, CONSISTENCY)
    field = panel.get_by_label("What will you say next time?")
    field.wait_for()
    assert field.input_value() == "Three months"
    field.press("Control+s")
    panel.get_by_text("What you will say: Three months").wait_for()
    assert own_journal(voila_site).verdicts[0].what_i_will_say == "Three months"


def test_questions_are_compared_and_said_to_be_the_same(voila_site: Site, page: Page) -> None:
    journal = told_journal(voila_site.journal)
    one, other = maybe_pair()
    first, second = notice_rounds()
    tell(
        journal,
        Round("Acme", 2, first.held_on, [(one, "Yes, since school.")]),
        Round("Borealis", 2, second.held_on, [(other, "Yes, since last year.")]),
    )
    panel = open_panel(page, voila_site, CONSISTENCY)
    go_to(panel, "By question")
    toggle = panel.get_by_role("button", name=START)
    toggle.click()
    marks = panel.locator("mark")
    marks.first.wait_for()
    assert marks.all_inner_texts() == ["four weeks", "three months"]
    assert toggle.get_attribute("aria-expanded") == "true"
    panel.get_by_role("button", name=f"Yes, the same: {one}").click()
    panel.get_by_text("Kept: the same question.").wait_for()
    panel.get_by_role("button", name=f"{other} (2 times)").wait_for()
    (link,) = own_journal(voila_site).question_links
    assert link.same
    page.reload()
    panel = wait_for_panel(page, voila_site, CONSISTENCY)
    go_to(panel, "By question")
    panel.get_by_role("button", name=f"{other} (2 times)").wait_for()
    assert panel.get_by_text("Maybe the same question?").count() == 0


def test_the_ledger_is_filtered_and_saved(voila_site: Site, page: Page) -> None:
    journal = told_journal(voila_site.journal)
    journal.revise(journal.applications[0], company="=1+1")
    panel = open_panel(page, voila_site, CONSISTENCY)
    go_to(panel, "Ledger")
    table = panel.get_by_role("table")
    table.wait_for()
    rows = table.get_by_role("row").count()
    field = panel.get_by_label("With these words")
    field.press_sequentially("four okoro silva")
    panel.get_by_text("No claim fits what you chose.").wait_for()
    assert page.evaluate("document.activeElement.value") == "four okoro silva"
    field.fill("")
    panel.get_by_label("Company").select_option(label="=1+1")
    page.wait_for_function(
        "([place, rows]) => place.querySelectorAll('tr').length < rows",
        arg=[panel.element_handle(), rows],
    )
    with page.expect_download() as waiting:
        panel.get_by_role("button", name="Save as CSV").click()
    file = waiting.value
    assert file.suggested_filename == "interview_journal_ledger.csv"
    text = Path(file.path()).read_text(encoding="utf-8-sig")
    assert {row["company"] for row in csv.DictReader(io.StringIO(text))} == {"'=1+1"}


def test_before_a_round_it_shows_who_heard_what(voila_site: Site, page: Page) -> None:
    copy_sample(voila_site.journal)
    panel = open_panel(page, voila_site, CONSISTENCY)
    go_to(panel, "Before a round")
    panel.get_by_label("Company").select_option(label="Larkhill Hospital")
    person = panel.get_by_role("button", name="Grace Oduya")
    person.click()
    panel.get_by_text("They asked you").wait_for()
    assert panel.locator(".ij-side mark").count() > 3
    person.click()
    panel.get_by_text("They asked you").wait_for(state="detached")
    assert page.evaluate("document.activeElement.textContent").startswith("Grace Oduya")


def test_the_page_on_itself_is_there(voila_site: Site, page: Page) -> None:
    told_journal(voila_site.journal)
    panel = open_panel(page, voila_site, CONSISTENCY)
    go_to(panel, "What this can find")
    panel.get_by_text("What it cannot see").wait_for()


def test_an_empty_journal_teaches_and_shows_the_example(voila_site: Site, page: Page) -> None:
    panel = open_panel(page, voila_site, CONSISTENCY)
    panel.get_by_text("Write down your first interview.").wait_for()
    panel.get_by_role("button", name="Look at an example").click()
    panel.get_by_text("This is an example").wait_for()
    card(panel).wait_for()
    assert panel.get_by_role("button", name="Both are fine").count() == 0
    panel.get_by_role("button", name="Back to my journal").click()
    panel.get_by_text("Write down your first interview.").wait_for()
    assert not voila_site.journal.exists()


def test_long_work_shows_how_far_it_is_and_is_not_done_twice(voila_site: Site, page: Page) -> None:
    told = [
        (f"{NOTICE} {number}", f"{FOUR_WEEKS} {'I led it in May. ' * 60}")
        for number in range(1_200)
    ]
    told_journal(
        voila_site.journal, *(Round("Acme", 1, date(2026, 3, 3), told), notice_rounds()[1])
    )
    panel = open_panel(page, voila_site, CONSISTENCY)
    panel.get_by_role("progressbar").wait_for()
    panel.get_by_role("button", name="Stop").click()
    panel.get_by_text("The comparison was stopped.").wait_for()
    panel.get_by_role("button", name="Go on").click()
    tab(panel, "Findings").wait_for()
    page.reload()
    panel = wait_for_panel(page, voila_site, CONSISTENCY)
    tab(panel, "Findings").wait_for()
    assert panel.get_by_role("progressbar").count() == 0


def test_everything_works_by_keyboard(lab_site: Site, page: Page) -> None:
    told_journal(lab_site.journal)
    panel = open_panel(page, lab_site, CONSISTENCY)
    tab(panel, "Findings").focus()
    for label in (*TABS[1:], TABS[0]):
        page.keyboard.press("ArrowRight")
        panel.locator(f'[role=tab][aria-selected=true]:has-text("{label}")').wait_for()
        assert page.evaluate(FOCUSED).startswith(label)
    page.keyboard.press("End")
    panel.get_by_text("What it cannot see").wait_for()
    page.keyboard.press("Home")
    panel.get_by_text(HEADING).wait_for()
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    assert reached[0] == "Both are fine: Your notice"
    assert reached[3] == "I would fix this: Your notice"
    # What would delete the cell in JupyterLab does nothing on a button of ours.
    page.keyboard.press("x")
    page.keyboard.press("d")
    page.keyboard.press("d")
    page.keyboard.press("Enter")
    panel.get_by_label("What will you say next time?").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.type("Three months, x d d")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    panel.get_by_text("What you will say: Three months, x d d").wait_for()


def test_it_is_accessible_in_both_themes(lab_site: Site, page: Page) -> None:
    found = {}
    panel = open_panel(page, lab_site, CONSISTENCY)
    found["empty"] = violations(page, WITHIN)
    copy_sample(lab_site.journal)
    page.reload()
    panel = wait_for_panel(page, lab_site, CONSISTENCY)
    card(panel).wait_for()
    for theme in THEMES:
        page.evaluate(SET_THEME, theme)
        page.wait_for_timeout(500)
        for label in TABS:
            go_to(panel, label)
            page.wait_for_timeout(200)
            closed = panel.locator(".ij-page .ij-toggle[aria-expanded=false]")
            if closed.count():
                closed.first.click()
                panel.locator(".ij-page .ij-section-body").first.wait_for()
            found[f"{label}, {theme}"] = violations(page, WITHIN)
        go_to(panel, "Findings")
        panel.get_by_role("button", name="Things changed").first.click()
        panel.get_by_label("What will you say from now on?").first.wait_for()
        found[f"answered, {theme}"] = violations(page, WITHIN)
    assert found == {key: [] for key in found}


def test_nothing_is_wider_than_a_narrow_window(voila_site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    copy_sample(voila_site.journal)
    own = own_journal(voila_site)
    tell(
        own,
        Round("Mühlenstraßenverkehrsgesellschaft" * 3, 1, date(2026, 3, 3), [(NOTICE, "x" * 300)]),
    )
    panel = open_panel(page, voila_site, CONSISTENCY)
    card(panel).wait_for()
    for label in TABS:
        go_to(panel, label)
        page.wait_for_timeout(200)
        open_folds(panel, 3)
        assert_fits(page, panel_on(page, voila_site))


@pytest.mark.parametrize("kind", ["voila"])
def test_a_script_in_any_word_never_runs_and_is_shown_as_typed(
    voila_site: Site, page: Page, kind: str
) -> None:
    assert voila_site.kind == kind
    runs: list[str] = []

    def note(dialog: Dialog) -> None:
        runs.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", note)
    page.add_init_script(NOTICE_RUNS)
    first, second = notice_rounds()
    journal = told_journal(
        voila_site.journal,
        Round(
            PAYLOAD,
            1,
            first.held_on,
            [(f"{NOTICE} {PAYLOAD}", f"{FOUR_WEEKS} {ENGLISH} {PAYLOAD}")],
            PAYLOAD,
        ),
        Round(PAYLOAD, 2, second.held_on, [(START, THREE_MONTHS), (PAYLOAD, PAYLOAD)], PAYLOAD),
    )
    assert journal.applications[0].company == PAYLOAD
    assert {type(one) for one in (*journal.applications, *journal.people)} == {Application, Person}
    panel = open_panel(page, voila_site, CONSISTENCY)
    card(panel).get_by_role("button", name="I would fix this").click()
    panel.get_by_label("What will you say next time?").fill(PAYLOAD)
    panel.get_by_role("button", name="Keep these words").click()
    panel.get_by_text("What you will say:").wait_for()
    for label in TABS:
        go_to(panel, label)
        page.wait_for_timeout(200)
        open_folds(panel, 9)
        if label != "What this can find":
            assert PAYLOAD in panel.inner_text()
    page.wait_for_timeout(300)
    assert page.evaluate("window.ranHere") == []
    assert runs == []
    assert panel.locator("script, iframe, svg, img, [onerror], [onload]").count() == 0
