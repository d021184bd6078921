"""The morning before a round in a real browser: the page, three answers aloud, by keyboard."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.core.records import (
    Answer,
    Application,
    Encounter,
    Interview,
    Person,
    Rating,
)
from tests.browser.panels import open_panel, own_journal
from tests.browser.test_accessibility import SET_THEME, THEMES, assert_fits, violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from interview_journal.store.journal import Journal
    from tests.browser.conftest import Site

PREPARE = "5_prepare.ipynb"
TONIGHT = "0_tonight.ipynb"
TOLD = {
    "Tell me about yourself.": "I have worked on two wards and led a team of 6 nurses there.",
    "Why do you want to leave?": "The ward closes in autumn, and I want to stay with children.",
    "What went wrong once?": "I forgot to hand a key over, and told the ward within the hour.",
    "What salary do you expect?": "Between 37 and 39 thousand pounds a year.",
}
BETTER = "Two wards, six nurses, and what I want next is yours."
# What the page knows of a microphone here; the machine has none.
FAKE_MICROPHONE = """
window.ijTracks = [];
const track = () => {
  const one = {live: true, stop() { this.live = false; }};
  window.ijTracks.push(one);
  return one;
};
Object.defineProperty(navigator, "mediaDevices", {value: {
  getUserMedia: async () => { const own = [track()]; return {getTracks: () => own}; },
}});
window.MediaRecorder = class extends EventTarget {
  constructor() { super(); this.state = "inactive"; this.mimeType = "audio/webm"; }
  start() { this.state = "recording"; }
  stop() {
    this.state = "inactive";
    const data = new Event("dataavailable");
    data.data = new Blob(["voice"]);
    this.dispatchEvent(data);
    this.dispatchEvent(new Event("stop"));
  }
};
"""
NO_MICROPHONE = 'Object.defineProperty(navigator, "mediaDevices", {value: undefined});'
LIVE = "window.ijTracks.map((one) => one.live)"


def fill(path: Path, *, is_ahead: bool = True) -> Journal:
    """Store one round that was, with four answers, and one tomorrow."""
    journal = open_journal(path)
    today = journal.now().date()
    job = Application(
        company="Northgate Hospital", role="Ward lead", requirements="Lead a team of nurses"
    )
    told = Interview(application_id=job.id, held_on=today - timedelta(9), captured_at=journal.now())
    ana = Person(application_id=job.id, name="Ana Silva", title="Head of nursing")
    journal.add_all([job, told, ana])
    answers = [
        Answer(
            interview_id=told.id,
            position=place,
            question=question,
            answer=words,
            better_answer=BETTER if place == 1 else "",
        )
        for place, (question, words) in enumerate(TOLD.items(), start=1)
    ]
    journal.add_all(answers)
    at = journal.now() - timedelta(8)
    journal.add_all(
        [Rating(answer_id=one.id, score=place, rated_at=at) for place, one in enumerate(answers, 1)]
    )
    if is_ahead:
        coming = Interview(application_id=job.id, round=2, held_on=today + timedelta(1))
        journal.add(coming)
        journal.add(Encounter(interview_id=coming.id, person_id=ana.id))
    return journal


def open_page(page: Page, site: Site) -> Locator:
    fill(site.journal)
    panel = open_panel(page, site, PREPARE)
    panel.get_by_role("button", name="Rehearse three answers").wait_for()
    return panel


def wait_for_question(page: Page, panel: Locator, count: str) -> None:
    """Return once that question is shown and keys go to it."""
    panel.get_by_text(count).wait_for()
    page.wait_for_function("document.activeElement.matches('.ij-rehearse-question')")


def begin(page: Page, panel: Locator) -> None:
    """Begin to rehearse."""
    panel.get_by_role("button", name="Rehearse three answers").click()
    wait_for_question(page, panel, "Answer 1 of 3")


@pytest.mark.parametrize("kind", ["lab", "voila"])
def test_three_answers_are_rehearsed_by_keyboard_alone(
    page: Page, request: pytest.FixtureRequest, kind: str
) -> None:
    site: Site = request.getfixturevalue(f"{kind}_site")
    panel = open_page(page, site)
    panel.get_by_role("button", name="Rehearse three answers").focus()
    page.keyboard.press("Enter")
    for number, grade in enumerate("245", start=1):
        wait_for_question(page, panel, f"Answer {number} of 3")
        assert panel.get_by_role("heading").count() == 1, "the question is shown alone"
        page.keyboard.press("Enter")
        panel.get_by_role("heading", name="How did it go?").wait_for()
        page.keyboard.press(grade)
    panel.get_by_role("heading", name="That’s enough.").wait_for()
    panel.get_by_text("Ten minutes is a full session.").wait_for()
    kept = own_journal(site).rehearsals
    assert [one.grade for one in kept] == [2, 4, 5]
    assert len({one.answer_id for one in kept}) == 3


def test_keys_faster_than_the_kernel_lose_no_grade(voila_site: Site, page: Page) -> None:
    panel = open_page(page, voila_site)
    begin(page, panel)
    for key in ("Enter", "1", "Enter", "2", "Enter", "3"):
        page.keyboard.press(key)
    panel.get_by_role("heading", name="That’s enough.").wait_for()
    assert [one.grade for one in own_journal(voila_site).rehearsals] == [1, 2, 3]
    panel.get_by_role("button", name="Undo the last grade").click()
    panel.get_by_text("Answer 3 of 3").wait_for()
    assert [one.grade for one in own_journal(voila_site).rehearsals] == [1, 2]


def test_a_rehearsal_is_left_and_gone_on_with_after_a_reload(voila_site: Site, page: Page) -> None:
    panel = open_page(page, voila_site)
    begin(page, panel)
    page.keyboard.press("Enter")
    page.keyboard.press("4")
    panel.get_by_text("Answer 2 of 3").wait_for()
    page.keyboard.press("Escape")
    panel.get_by_role("button", name="Go on with answer 2 of 3").wait_for()
    panel = open_panel(page, voila_site, PREPARE)
    panel.get_by_role("button", name="Go on with answer 2 of 3").click()
    panel.get_by_text("Answer 2 of 3", exact=True).wait_for()


def test_the_timer_counts_up_and_says_two_minutes_gently(voila_site: Site, page: Page) -> None:
    panel = open_page(page, voila_site)
    begin(page, panel)
    page.evaluate("window.ijReal = performance.now.bind(performance)")
    page.keyboard.press("t")
    panel.get_by_role("timer").get_by_text("0:0").wait_for()
    page.evaluate("performance.now = () => window.ijReal() + 121000")
    panel.get_by_text("Two minutes. A good moment to come to the end.").wait_for()
    page.keyboard.press("Enter")
    panel.get_by_role("button", name="Go on with the timer").wait_for()


def test_a_voice_stays_in_the_page_and_the_microphone_is_let_go(
    voila_site: Site, page: Page
) -> None:
    page.add_init_script(FAKE_MICROPHONE)
    panel = open_page(page, voila_site)
    begin(page, panel)
    page.keyboard.press("r")
    panel.get_by_role("button", name="Stop the recording").click()
    panel.locator("audio[src^='blob:']").wait_for()
    assert page.evaluate(LIVE) == [False]
    page.keyboard.press("r")
    panel.get_by_role("button", name="Stop the recording").wait_for()
    page.keyboard.press("ArrowRight")
    panel.get_by_text("Answer 2 of 3").wait_for()
    assert page.evaluate(LIVE) == [False, False]
    assert panel.locator("audio").count() == 0
    assert not [one for one in voila_site.journal.rglob("*") if one.suffix in {".webm", ".wav"}]


def test_without_a_microphone_nothing_offers_to_record(voila_site: Site, page: Page) -> None:
    page.add_init_script(NO_MICROPHONE)
    panel = open_page(page, voila_site)
    begin(page, panel)
    assert panel.get_by_role("button", name="Record").count() == 0


WATCH_THE_SECOND = """async () => {
    const [first, second] = document.querySelectorAll(".ij-checks input");
    const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "checked");
    let isTakenBack = false;
    Object.defineProperty(second, "checked", {
        get() { return own.get.call(this); },
        set(is) { isTakenBack ||= !is; own.set.call(this, is); },
    });
    first.click();
    second.click();
    await new Promise((next) => setTimeout(next, 1500));
    return first.checked && second.checked && !isTakenBack;
}"""


def test_a_tick_is_not_taken_back_by_the_answer_to_the_one_before(
    voila_site: Site, page: Page
) -> None:
    panel = open_page(page, voila_site)
    panel.get_by_role("button", name="Write it better: What went wrong once?").first.click()
    panel.get_by_label("Named a concrete case").wait_for()
    assert page.evaluate(WATCH_THE_SECOND)


def test_an_answer_is_written_better_scored_and_said_aloud(voila_site: Site, page: Page) -> None:
    panel = open_page(page, voila_site)
    panel.get_by_role("button", name="Write it better: What went wrong once?").first.click()
    field = panel.get_by_label("What you will say next time")
    field.fill("I forgot a key, rang the ward at once, and since then we sign for keys.")
    panel.get_by_label("Named a concrete case").check()
    panel.get_by_label("Said what came of it").check()
    panel.get_by_text("2 of 4: 3 of 5").wait_for()
    panel.get_by_role("button", name="Save", exact=True).click()
    panel.get_by_text("Your better words are saved.").wait_for()
    journal = own_journal(voila_site)
    answer = next(one for one in journal.answers if one.question == "What went wrong once?")
    assert answer.better_answer.startswith("I forgot a key, rang")
    assert answer.better_answer_at is not None
    (rating,) = [one for one in journal.ratings if one.target == "better"]
    assert (rating.criterion, rating.score) == ("evidence", 3)
    panel.get_by_role("button", name="Rehearse it", exact=True).first.click()
    wait_for_question(page, panel, "Answer 1 of 1")
    page.keyboard.press("Enter")
    panel.get_by_text("and since then we sign for keys").wait_for()


def test_the_page_is_saved_and_prints_on_one_sheet(
    voila_site: Site, page: Page, tmp_path: Path
) -> None:
    panel = open_page(page, voila_site)
    for button, ending in (("Save the page to print", ""), ("For my bag", "-bag")):
        with page.expect_download() as waiting:
            panel.get_by_role("button", name=button).click()
        assert waiting.value.suggested_filename == f"northgate-hospital-round-2{ending}.html"
        path = tmp_path / waiting.value.suggested_filename
        waiting.value.save_as(path)
        printed = page.context.new_page()
        printed.goto(path.as_uri())
        data = printed.pdf(prefer_css_page_size=True)
        assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == 1
        printed.close()


def test_every_view_is_accessible_in_both_themes(lab_site: Site, page: Page) -> None:
    within = ".jp-NotebookPanel:not(.lm-mod-hidden) .ij-panel"
    panel = open_panel(page, lab_site, PREPARE)
    found = {"empty": violations(page, within)}
    fill(lab_site.journal)
    page.reload()
    panel.get_by_role("button", name="Rehearse three answers").wait_for()
    for theme in THEMES:
        page.evaluate(SET_THEME, theme)
        page.wait_for_timeout(400)
        found[f"page, {theme}"] = violations(page, within)
        panel.get_by_role("button", name="Write it better").first.click()
        panel.get_by_label("What you will say next time").wait_for()
        found[f"writing, {theme}"] = violations(page, within)
        panel.get_by_role("button", name="Close").click()
        begin(page, panel)
        found[f"question, {theme}"] = violations(page, within)
        page.keyboard.press("Enter")
        panel.get_by_role("heading", name="How did it go?").wait_for()
        found[f"words, {theme}"] = violations(page, within)
        page.keyboard.press("Escape")
        panel.get_by_role("button", name="Rehearse three answers").wait_for()
    assert found == {key: [] for key in found}


def test_nothing_is_wider_than_a_narrow_window(voila_site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    panel = open_page(page, voila_site)
    assert_fits(page, panel)
    panel.get_by_role("button", name="Write it better").first.click()
    panel.get_by_label("What you will say next time").wait_for()
    assert_fits(page, panel)
    panel.get_by_role("button", name="Close").click()
    begin(page, panel)
    page.keyboard.press("Enter")
    panel.get_by_role("heading", name="How did it go?").wait_for()
    assert_fits(page, panel)


def test_tonight_leads_to_the_answers_that_are_due(lab_site: Site, page: Page) -> None:
    fill(lab_site.journal)
    panel = open_panel(page, lab_site, TONIGHT)
    panel.get_by_text("Rehearse one answer for Northgate Hospital").wait_for()
    panel.get_by_role("link", name="Rehearse").first.click()
    lab_site.outputs(page)
    page.get_by_role("button", name="Rehearse three answers").wait_for()


@pytest.mark.parametrize("kind", ["lab", "voila"])
def test_where_it_is_stands_as_typed_and_only_a_safe_link_leads_out(
    page: Page, request: pytest.FixtureRequest, kind: str
) -> None:
    site: Site = request.getfixturevalue(f"{kind}_site")
    call = "https://call.example.org/9?a=1&b=2"
    place = f"<b>Room 4</b>, {call} or javascript:alert(1) or http://call.example.org"
    journal = fill(site.journal)
    journal.revise(journal.interviews[-1], place=place)
    for notebook in (PREPARE, "0_tonight.ipynb"):
        panel = open_panel(page, site, notebook)
        told = panel.locator("p", has_text="Where:")
        told.wait_for()
        assert told.text_content() == f"Where: {place}"
        links = told.locator("a")
        assert [links.nth(at).get_attribute("href") for at in range(links.count())] == [call]
        assert links.first.get_attribute("target") == "_blank"
        assert links.first.get_attribute("rel") == "noopener noreferrer"
