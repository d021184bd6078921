"""The guards around every test do guard."""

from __future__ import annotations

import os
from pathlib import Path

import ipywidgets
import pytest


def raise_out_of_a_handler(_: object) -> None:
    message = "a handler failed"
    raise RuntimeError(message)


@pytest.mark.expects_callback_error
def test_an_exception_inside_a_click_handler_is_seen(callback_errors: list[str]) -> None:
    button = ipywidgets.Button()
    button.on_click(raise_out_of_a_handler)
    button.click()
    assert len(callback_errors) == 1
    assert "a handler failed" in callback_errors[0]


def test_the_journal_of_a_test_is_its_own(journal_home: Path, tmp_path: Path) -> None:
    assert os.environ["INTERVIEW_JOURNAL_HOME"] == str(journal_home)
    assert journal_home.is_relative_to(tmp_path)
    assert not journal_home.exists()


def test_the_home_folder_of_a_test_is_empty(own_home: Path) -> None:
    assert Path.home() == own_home
    assert list(own_home.iterdir()) == []
