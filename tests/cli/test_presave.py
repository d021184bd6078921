"""Saving a notebook that uses the journal leaves nothing of the journal in the file."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from interview_journal.cli import presave
from interview_journal.cli.presave import strip_before_save

PLANTED = "a planted word"


def model(source: str | list[str]) -> dict[str, Any]:
    """Return what Jupyter hands to its hooks for a notebook that was run."""
    ran = {
        "cell_type": "code",
        "source": source,
        "execution_count": 3,
        "metadata": {"execution": {"iopub.status.busy": "now"}, "editable": False},
        "outputs": [{"output_type": "stream", "name": "stdout", "text": PLANTED}],
    }
    words = {"cell_type": "markdown", "source": "Some words", "metadata": {}}
    metadata = {
        "widgets": {"state": PLANTED},
        "kernelspec": {"name": "python3"},
        "language_info": {"name": "python", "version": "3.11.7"},
    }
    return {"type": "notebook", "content": {"metadata": metadata, "cells": [words, ran]}}


@pytest.mark.parametrize(
    "source", ["import interview_journal as ij", ["# first\n", "from interview_journal import *"]]
)
def test_outputs_counts_and_widget_state_are_taken_out(source: str | list[str]) -> None:
    saved = model(source)
    strip_before_save(model=saved, path="0_tonight.ipynb", contents_manager=None)
    assert PLANTED not in str(saved)
    assert saved["content"]["cells"][1]["execution_count"] is None
    assert saved["content"]["cells"][1]["metadata"] == {"editable": False}
    assert saved["content"]["cells"][1]["source"] == source
    assert saved["content"]["metadata"] == {
        "kernelspec": {"name": "python3"},
        "language_info": {"name": "python"},
    }


@pytest.mark.parametrize(
    "untouched",
    [
        model("print('mine')"),
        {"type": "file", "content": "interview_journal"},
        {"type": "directory", "content": None},
        {"type": "notebook", "content": None},
        {},
    ],
    ids=["another notebook", "a text file", "a folder", "a rename", "nothing"],
)
def test_everything_else_is_left_as_it_is(untouched: dict[str, Any]) -> None:
    before = copy.deepcopy(untouched)
    strip_before_save(model=untouched, path="x", contents_manager=None)
    assert untouched == before


def test_the_server_extension_registers_the_hook() -> None:
    registered: list[object] = []

    class Contents:
        def register_pre_save_hook(self, hook: object) -> None:
            registered.append(hook)

    class Server:
        contents_manager = Contents()

    presave._load_jupyter_server_extension(Server())  # type: ignore[arg-type]
    assert registered == [strip_before_save]
    assert presave._jupyter_server_extension_points() == [{"module": presave.__name__}]
