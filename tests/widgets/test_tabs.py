"""Tabs tell what was chosen; what is handed over says what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_journal.widgets.handing import COPIED, IN_MAIL, PASTE, Handing
from interview_journal.widgets.tabs import Tabs

if TYPE_CHECKING:
    import pytest


def test_the_tabs_say_which_one_was_chosen() -> None:
    chosen: list[str] = []
    tabs = Tabs(on_choose=chosen.append)
    tabs.show({"one": "First", "two": "Second"}, "one")
    assert tabs.tabs == [{"key": "one", "label": "First"}, {"key": "two", "label": "Second"}]
    tabs._handle_custom_msg({"type": "choose", "key": "two"}, [])
    tabs._handle_custom_msg({"type": "other"}, [])
    assert chosen == ["two"]
    assert repr(tabs) == "interview_journal tabs"


def test_each_thing_is_handed_over_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[dict[str, Any], Any]] = []
    handing = Handing()
    monkeypatch.setattr(handing, "send", lambda said, buffers=None: sent.append((said, buffers)))
    handing.give_file("note.eml", "message/rfc822", b"To: Ana")
    handing.copy("Dear Ana")
    handing.open_mail("mailto:ana@acme.example.org")
    handing.open_mail("mailto:", is_whole=False)
    handing.quiet()
    assert [said.get("said") for said, _ in sent] == [
        "note.eml is with your other downloads.",
        COPIED,
        IN_MAIL,
        PASTE,
        None,
    ]
    assert sent[0][1] == [b"To: Ana"]
    assert repr(handing) == "interview_journal handing"
