"""What all panels share: no error goes unseen, and no word of the journal leaves with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_journal.errors import JournalError, SaveFailedError
from interview_journal.widgets.bug_details import bug_details
from interview_journal.widgets.fields import line
from interview_journal.widgets.notice import OUR_BUG
from interview_journal.widgets.panel import Panel
from interview_journal.widgets.record_shell import RecordShell

SECRET = "Zweiundvierzig Quitten"


def stumble() -> None:
    raise KeyError(SECRET)


def test_an_error_of_ours_shows_its_sentence() -> None:
    panel = Panel(label="Test")
    error = SaveFailedError(Path("answers.csv"), "no space left", "Free some space.")

    def refuse() -> None:
        raise error

    panel.guarded(refuse)()
    assert panel.notice.message == {"kind": "error", "text": str(error), "details": ""}


def test_any_other_error_is_our_bug_and_tells_no_words() -> None:
    panel = Panel(label="Test")
    panel.guarded(stumble)()
    message = panel.notice.message
    assert (message["kind"], message["text"]) == ("bug", OUR_BUG)
    assert "KeyError" in message["details"]
    assert "in stumble" in message["details"]
    assert SECRET not in message["details"]


def test_the_details_name_no_folder_of_this_computer() -> None:
    with pytest.raises(KeyError) as caught:
        stumble()
    details = bug_details(caught.value)
    assert str(Path(__file__).parent) not in details
    assert "widgets/test_panel.py" in details


def test_the_details_name_what_came_before() -> None:
    later = JournalError("later")
    later.__cause__ = KeyError(SECRET)
    details = bug_details(later)
    assert details.endswith("after KeyError")
    assert SECRET not in details


def test_the_same_note_is_said_again() -> None:
    panel = Panel(label="Test")
    seen = []
    panel.notice.observe(lambda change: seen.append(change["new"]), "message")
    panel.say("Done.")
    panel.say("Done.")
    assert [one.get("text") for one in seen] == ["Done.", None, "Done."]
    panel.notice.clear()
    assert panel.notice.message == {}


def test_a_panel_is_printed_without_content() -> None:
    panel = Panel(label=SECRET)
    panel.say(SECRET)
    bundle = panel._repr_mimebundle_()
    assert bundle["text/plain"] == repr(panel) == str(panel) == "interview_journal panel"


def test_a_form_of_a_panel_reports_into_the_panel() -> None:
    panel = Panel(label="Test")
    form = panel.form([], on_press=lambda *_: stumble())

    form._msg_callbacks(form, {"type": "press", "seq": 2, "button": "x", "values": {}}, [])
    assert panel.notice.message["text"] == OUR_BUG


def test_ctrl_s_saves_and_shows_what_fails() -> None:
    class Failing(Panel):
        def save_all(self) -> None:
            stumble()

    panel = Failing(label="Test")
    panel.guard._msg_callbacks(panel.guard, {"type": "save"}, [])
    assert panel.notice.message["text"] == OUR_BUG


def test_a_form_that_was_made_ahead_is_the_panel_s_first_and_no_other() -> None:
    shell = RecordShell()
    panel = Panel(label="Test", shell=shell)
    pressed: list[str] = []
    first = panel.form([line("who", "Who?")], on_press=lambda button, _: pressed.append(button))
    second = panel.form([], on_press=lambda *_: stumble())
    assert first is shell.form
    assert second is not first
    assert [field["name"] for field in first.fields] == ["who"]
    press = {"type": "press", "seq": 2, "button": "save", "values": {"who": "Ana"}}
    first._msg_callbacks(first, press, [])
    assert pressed == ["save"]
    assert panel.notice.message == {}
    second._msg_callbacks(second, press, [])
    assert panel.notice.message["text"] == OUR_BUG


def test_a_shell_without_a_panel_hears_nothing_and_breaks_nothing() -> None:
    shell = RecordShell()
    for kind in ("save", "look"):
        shell.guard._msg_callbacks(shell.guard, {"type": kind}, [])
    shell.form._msg_callbacks(
        shell.form, {"type": "press", "seq": 1, "button": "x", "values": {}}, []
    )
    assert shell.notice.message == {}
