"""The short form shows before what reads a journal is loaded, and nothing pressed is lost."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.opening import open_journal
from interview_journal.widgets.first_sight import FirstSight
from interview_journal.widgets.record_panel import RecordPanel
from interview_journal.widgets.record_place import ask_for, draft_name
from interview_journal.widgets.showing import show_record
from tests.widgets.evening import planned

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from interview_journal.widgets.form import Form
    from interview_journal.widgets.panel import Panel

SHOWN_IN_A_KERNEL = """
import asyncio, sys
from interview_journal.widgets.showing import show_record
LATE = ("pydantic", "interview_journal.store.journal", "interview_journal.widgets.record_panel")
async def kernel():
    panel = show_record()
    print(type(panel).__name__, [name for name in LATE if name in sys.modules])
    await asyncio.sleep(0)
    print(type(panel.whole).__name__, [name for name in LATE if name in sys.modules])
asyncio.run(kernel())
"""


def opened(then: Callable[[FirstSight], None] = lambda _: None) -> Panel:
    """Return what a cell shows, after the page did something and the rest was loaded."""

    async def kernel() -> Panel:
        panel = show_record()
        if isinstance(panel, FirstSight):
            then(panel)
        await asyncio.sleep(0)
        return panel

    return asyncio.run(kernel())


def whole(panel: Panel) -> RecordPanel:
    assert isinstance(panel, FirstSight)
    assert isinstance(panel.whole, RecordPanel)
    return panel.whole


def form_of(panel: FirstSight) -> Form:
    return next(one for one in panel.body.children if hasattr(one, "take_typed"))


def send(form: Form, kind: str, **values: str) -> None:
    """Send what the screen does when it knows the visible values alone."""
    shown = {name: text for name, text in form.values.items() if not name.startswith("_")}
    message = {"type": kind, "seq": 1, "button": "save", "values": {**shown, **values}}
    form._msg_callbacks(form, message, [])


def test_the_form_shows_before_what_reads_a_journal_is_loaded(journal_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN_IN_A_KERNEL],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "INTERVIEW_JOURNAL_HOME": str(journal_home)},
    )
    first, then = done.stdout.splitlines()
    assert first == "FirstSight []"
    assert then.startswith("RecordPanel ['pydantic'")


def test_the_rest_comes_around_the_form_without_moving_it(journal_home: Path) -> None:
    parts: list[object] = []
    changes: list[object] = []

    def look(panel: FirstSight) -> None:
        parts.extend(panel.body.children)
        form_of(panel).observe(changes.append, ["fields", "buttons"])

    panel = opened(look)
    record = whole(panel)
    assert list(panel.body.children[: len(parts)]) == parts
    assert record._short.form in parts
    assert changes == []
    assert record.body is panel.body
    assert not journal_home.exists()


def test_save_pressed_before_the_rest_is_there_saves_once(journal_home: Path) -> None:
    record = whole(
        opened(lambda panel: send(form_of(panel), "press", company="Acme", account="We met."))
    )
    (saved,) = open_journal(journal_home).interviews
    assert (saved.account, record.interview_id) == ("We met.", saved.id)
    record._short.press("save")
    assert [one.revision for one in open_journal(journal_home).interviews] == [1]


def test_the_key_for_saving_saves_before_the_rest_is_there(journal_home: Path) -> None:
    def save_by_key(panel: FirstSight) -> None:
        send(form_of(panel), "keep", company="Acme", account="We met.")
        panel.guard._msg_callbacks(panel.guard, {"type": "save"}, [])

    record = whole(opened(save_by_key))
    (saved,) = open_journal(journal_home).interviews
    assert (saved.account, record.interview_id) == ("We met.", saved.id)


def test_a_page_that_does_not_know_the_hidden_values_saves_the_same_round(
    journal_home: Path,
) -> None:
    record = whole(opened())
    form = record._short.form
    drawn = form.values["_interview"]
    send(form, "keep", company="Acme")
    assert form.values["_interview"] == drawn
    send(form, "found", company="Acme", who="Ana")
    assert form.values["_interview"] == drawn
    record._short.press("save")
    assert [one.id for one in open_journal(journal_home).interviews] == [drawn]


def test_where_words_wait_or_a_round_is_open_nothing_empty_shows_first(
    journal_home: Path,
) -> None:
    journal = open_journal(journal_home)
    journal.drafts.keep(draft_name("new", "short"), {"company": "Acme"})
    panel = opened()
    assert isinstance(panel, RecordPanel)
    assert panel._short.form.text("company") == "Acme"
    journal.drafts.discard(draft_name("new", "short"))
    assert isinstance(opened(), FirstSight)
    ask_for(journal, planned(journal).id)
    assert isinstance(opened(), RecordPanel)


def test_where_no_page_waits_all_is_there_at_once(journal_home: Path) -> None:
    assert isinstance(show_record(), RecordPanel)
    assert not journal_home.exists()


@pytest.mark.parametrize("does_press", [True, False])
def test_a_journal_that_cannot_be_opened_is_told_in_place_of_the_form(
    journal_home: Path, does_press: bool
) -> None:
    journal_home.parent.mkdir(parents=True, exist_ok=True)
    journal_home.write_text("not a folder")
    panel = opened(lambda panel: send(form_of(panel), "press") if does_press else None)
    assert isinstance(panel, FirstSight)
    assert panel.whole is None
    assert panel.body.children == ()
    assert "it is a file" in panel.notice.message["text"]
