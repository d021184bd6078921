"""The names that notebooks and outside scripts rely on."""

from __future__ import annotations

import importlib
import inspect
import subprocess
import sys

import pytest

import interview_journal as ij

PROMISED = {
    "Answer",
    "Application",
    "Interview",
    "Person",
    "Rating",
    "Forecast",
    "JournalError",
    "frame",
    "open_journal",
    "show_record",
    "show_tonight",
}


def test_all_lists_every_public_name_in_order() -> None:
    assert sorted(ij.__all__) == sorted(set(ij.__all__))
    assert set(ij.__all__) >= PROMISED
    assert dir(ij) == sorted(ij.__all__)


@pytest.mark.parametrize("name", sorted(set(ij.__all__) - {"__version__"}))
def test_every_public_name_is_reached_and_documented(name: str) -> None:
    value = getattr(ij, name)
    assert inspect.getdoc(value), f"{name} has no docstring"


def test_a_name_that_is_not_ours_is_refused() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = ij.no_such_name


def test_every_public_function_says_what_comes_back() -> None:
    for name in ij.__all__:
        value = getattr(ij, name)
        if inspect.isfunction(value):
            assert "return" in value.__annotations__, name


def test_importing_the_package_loads_nothing_heavy() -> None:
    heavy = "pandas matplotlib scipy numpy ipywidgets anywidget IPython pydantic openpyxl"
    code = (
        f"import sys, interview_journal\nprint(sorted(set({heavy!r}.split()) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_version_is_the_one_of_the_package() -> None:
    metadata = importlib.import_module("importlib.metadata")
    assert metadata.version("interview-journal") == ij.__version__
