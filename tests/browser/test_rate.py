"""Rating answers in a real browser: by keyboard alone, blind, in both themes, at 400 pixels."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Application, Interview, Rating
from interview_journal.core.rubric import BUILT_IN
from tests.browser.panels import kill_kernel, open_panel, own_journal
from tests.browser.test_accessibility import SET_THEME, THEMES, assert_fits, violations
from tests.browser.test_scripts_never_run import NOTICE_RUNS, POLYGLOTS, assert_nothing_ran

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Dialog, Locator, Page

    from interview_journal.store.journal import Journal
    from tests.browser.conftest import Site

RATE = "2_rate.ipynb"
FOCUSED = "document.activeElement.dataset.focus"
QUESTIONS = ("Why do you want to work here?", "What went wrong?", "What do you do when tired?")


def fill(path: Path) -> Journal:
    """Store one round of three weeks ago with three answers."""
    journal = open_journal(path)
    day = journal.now().date() - timedelta(21)
    job = Application(company="Northgate Hospital")
    told = Interview(application_id=job.id, held_on=day)
    answers = [
        Answer(
            interview_id=told.id,
            position=place,
            question=question,
            answer=f"At Northgate I told them, in many words, what I had to say to number {place}.",
            better_answer="Shorter." if place == 1 else "",
        )
        for place, question in enumerate(QUESTIONS, start=1)
    ]
    journal.add_all([job, told, *answers])
    return journal


def open_card(page: Page, site: Site) -> Locator:
    """Open the panel and return it once a card is there and has the focus."""
    panel = open_panel(page, site, RATE)
    panel.locator(".ij-rate-row").first.wait_for()
    page.wait_for_function(f"({FOCUSED} ?? '').startsWith('level:')")
    return panel


@pytest.mark.parametrize("kind", ["lab", "voila"])
def test_three_answers_are_rated_by_keyboard_alone(
    page: Page, request: pytest.FixtureRequest, kind: str
) -> None:
    site: Site = request.getfixturevalue(f"{kind}_site")
    fill(site.journal)
    panel = open_card(page, site)
    pressed = 0
    for question in QUESTIONS:
        panel.get_by_role("heading", name=question).wait_for()
        # As fast as the keys go: nothing waits for the kernel.
        for key in ("4", "3", "0", "5", "n", "2", "Enter"):
            page.keyboard.press(key)
            pressed += 1
    panel.get_by_text("Every answer is looked at closely.").wait_for()
    assert pressed == 3 * 7 <= 3 * 8
    journal = own_journal(site)
    assert len(journal.ratings) == 18
    for answer in journal.answers:
        scores = {one.criterion: one.score for one in journal.ratings if one.answer_id == answer.id}
        assert [scores[key] for key in BUILT_IN] == [4, 3, None, 5, None]
        assert scores["overall"] == 2


def test_keys_pressed_before_the_next_answer_is_there_go_to_it(
    voila_site: Site, page: Page
) -> None:
    fill(voila_site.journal)
    panel = open_card(page, voila_site)
    for key in "333331":
        page.keyboard.press(key)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("5")
    panel.get_by_role("heading", name=QUESTIONS[1]).wait_for()
    panel.locator("[data-row=relevance] .ij-rate-given", has_text="5 of 5").wait_for()
    panel.get_by_text("Saved. Relevance: 5 of 5.").wait_for()
    second = own_journal(voila_site).answers[1]
    made = [one for one in own_journal(voila_site).ratings if one.answer_id == second.id]
    assert [(one.criterion, one.score) for one in made] == [("relevance", 5)]


def test_checks_suggest_undo_takes_back_and_arrows_only_move(voila_site: Site, page: Page) -> None:
    fill(voila_site.journal)
    panel = open_card(page, voila_site)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == "level:relevance:3"
    assert own_journal(voila_site).ratings == ()
    for key in "ab":
        page.keyboard.press(key)
    suggested = panel.locator("[role=radio].ij-suggested")
    assert suggested.get_attribute("data-score") == "3"
    page.keyboard.press("Space")
    panel.get_by_text("Saved. Relevance: 3 of 5.").wait_for()
    (rating,) = own_journal(voila_site).ratings
    assert (rating.score, rating.checks) == (3, "answered it; answered all of it")
    page.wait_for_function(f"{FOCUSED} === 'level:structure:1'")
    page.keyboard.press("u")
    panel.get_by_text("Taken back: Relevance.").wait_for()
    assert own_journal(voila_site).ratings == ()
    page.wait_for_function(f"{FOCUSED}.startsWith('level:relevance')")


def test_the_mouse_does_all_and_the_group_is_one_stop_of_tab(voila_site: Site, page: Page) -> None:
    fill(voila_site.journal)
    panel = open_card(page, voila_site)
    group = panel.get_by_role("radiogroup", name="Relevance")
    assert group.locator("[tabindex='0']").count() == 1
    group.get_by_role("radio").nth(3).click()
    panel.get_by_text("Saved. Relevance: 4 of 5.").wait_for()
    panel.get_by_role("button", name="Relevance").click()
    checked = panel.get_by_role("radio", checked=True)
    assert checked.get_attribute("data-score") == "4"
    panel.get_by_label("Answered what was asked").check()
    panel.get_by_role("button", name="An opinion").click()
    panel.get_by_text("Saved. An opinion.").wait_for()
    panel.get_by_role("button", name="Next answer").click()
    panel.get_by_role("heading", name=QUESTIONS[1]).wait_for()
    panel.get_by_role("button", name="Back", exact=True).click()
    panel.get_by_role("heading", name=QUESTIONS[0]).wait_for()
    journal = own_journal(voila_site)
    # A check ticked on a row that has its score is kept with that score.
    assert [(one.score, one.checks) for one in journal.ratings] == [(4, ""), (4, "answered it")]
    assert journal.answers[0].response_type == "opinion"


def test_typing_a_name_is_never_taken_for_a_score(voila_site: Site, page: Page) -> None:
    fill(voila_site.journal)
    panel = open_card(page, voila_site)
    panel.get_by_role("button", name="Start: Somebody else rates").click()
    panel.get_by_label("Who rates?").fill("")
    panel.get_by_label("Who rates?").type("Sam 45 un")
    assert own_journal(voila_site).ratings == ()
    panel.get_by_role("button", name="Start", exact=True).click()
    panel.get_by_text("Sam 45 un rates.").wait_for()
    page.wait_for_function(f"({FOCUSED} ?? '').startsWith('level:')")
    page.keyboard.press("4")
    panel.get_by_text("Saved. Relevance: 4 of 5.").wait_for()
    assert [one.rater for one in own_journal(voila_site).ratings] == ["Sam 45 un"]


def test_old_answers_are_rated_again_blind(voila_site: Site, page: Page) -> None:
    journal = fill(voila_site.journal)
    at = journal.now() - timedelta(20)
    for answer in journal.answers:
        journal.add(Rating(answer_id=answer.id, score=1, rated_at=at))
    panel = open_card(page, voila_site)
    panel.get_by_role("button", name="Start: Rate again, blind").click()
    panel.get_by_role("heading", name="Rate again, blind").wait_for()
    page.wait_for_function(f"({FOCUSED} ?? '').startsWith('level:overall')")
    card = panel.locator(".ij-rate-card")
    assert "Northgate" not in card.inner_text()
    assert "[company]" in card.inner_text()
    assert card.locator(".ij-rate-given").count() == 0
    for _ in QUESTIONS:
        page.keyboard.press("4")
        page.keyboard.press("Enter")
    panel.get_by_text("How alike you rate the same words twice").wait_for()
    made = [one for one in own_journal(voila_site).ratings if one.blind]
    assert [one.score for one in made] == [4, 4, 4]


def test_one_leaves_in_the_middle_and_comes_back_to_it(voila_site: Site, page: Page) -> None:
    fill(voila_site.journal)
    panel = open_card(page, voila_site)
    page.keyboard.press("ArrowRight")
    panel.get_by_role("heading", name=QUESTIONS[1]).wait_for()
    page.keyboard.press("2")
    panel.get_by_text("Saved. Relevance: 2 of 5.").wait_for()
    page.reload()
    panel = open_card(page, voila_site)
    panel.get_by_role("heading", name=QUESTIONS[1]).wait_for()
    page.wait_for_function(f"{FOCUSED} === 'level:structure:1'")


def test_a_notebook_that_does_not_answer_is_told(lab_site: Site, page: Page) -> None:
    fill(lab_site.journal)
    panel = open_card(page, lab_site)
    (kernel,) = lab_site.kernels()
    kill_kernel(kernel["id"])
    page.keyboard.press("4")
    panel.get_by_text("Not saved").wait_for()


def test_the_rating_panel_is_accessible_in_both_themes(lab_site: Site, page: Page) -> None:
    within = ".jp-NotebookPanel:not(.lm-mod-hidden) .ij-panel"
    open_panel(page, lab_site, RATE).get_by_text("Answers you write down").wait_for()
    found = {"nothing yet": violations(page, within)}
    fill(lab_site.journal)
    page.reload()
    panel = open_card(page, lab_site)
    for theme in THEMES:
        page.evaluate(SET_THEME, theme)
        page.wait_for_timeout(500)
        panel.locator(".ij-rate-head").nth(1).click()
        panel.locator("[role=radio]").nth(2).click()
        panel.locator("input[type=checkbox]").first.check()
        found[f"a card, {theme}"] = violations(page, within)
        panel.get_by_role("button", name="Open: My criteria").click()
        panel.get_by_role("button", name="Add one of my own").click()
        panel.get_by_label("1 looks like").wait_for()
        found[f"criteria, {theme}"] = violations(page, within)
        panel.get_by_role("button", name="Cancel").click()
        panel.get_by_role("button", name="Close").click()
        panel.get_by_role("button", name="Start: Practise on examples").click()
        panel.get_by_text("Example 1 of 10").wait_for()
        panel.locator("[role=radio]").nth(1).click()
        panel.get_by_text("reference: 5").first.wait_for()
        found[f"practice, {theme}"] = violations(page, within)
        panel.get_by_role("button", name="Back to looking closer").click()
        panel.get_by_text("Answer 1 of 3").wait_for()
    assert found == {key: [] for key in found}


def test_the_rating_panel_fits_a_narrow_window(voila_site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    journal = fill(voila_site.journal)
    journal.revise(journal.answers[0], question="Wh" + "y" * 300, answer="l" + "o" * 3000 + "ng")
    panel = open_card(page, voila_site)
    assert_fits(page, panel)
    panel.get_by_role("button", name="Open: My criteria").click()
    page.wait_for_timeout(300)
    assert_fits(page, panel)


def test_text_of_the_journal_is_shown_as_text(voila_site: Site, page: Page) -> None:
    page.add_init_script(NOTICE_RUNS)
    runs: list[str] = []

    def note(dialog: Dialog) -> None:
        runs.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", note)
    every = " ".join(POLYGLOTS)
    journal = open_journal(voila_site.journal)
    job = Application(company=every)
    told = Interview(application_id=job.id, held_on=journal.now().date())
    answer = Answer(
        interview_id=told.id, question=every, answer=every, better_answer=every, note=every
    )
    journal.add_all([job, told, answer])
    panel = open_card(page, voila_site)
    assert panel.locator(".ij-rate-words").evaluate("node => node.textContent") == every
    page.keyboard.press("3")
    panel.get_by_text("Saved. Relevance").wait_for()
    assert_nothing_ran(page, panel, runs)
    panel.get_by_role("button", name="Start: Rate the better answer").click()
    panel.get_by_text("The better answer you wrote later").wait_for()
    assert_nothing_ran(page, panel, runs)
