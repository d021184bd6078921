"""Settings that every test run needs, wherever it starts: a journal that is nobody's own.

It stands in the top folder because the notebooks' cells run in kernels that no fixture reaches:
they inherit the environment set here, before anything is collected.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.programs import (
    CHECKOUT,
    HOW_TO_GET,
    NOT_HERE,
    SHARED_DATA,
    find_chromium,
    find_libreoffice,
    required,
)

# How long an example takes says nothing on a computer that drives a browser meanwhile.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

_scratch = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    """Give every process of this run a journal, settings and caches of its own."""
    scratch = Path(tempfile.mkdtemp(prefix="interview-journal-tests-"))
    config.stash[_scratch] = scratch
    os.environ["INTERVIEW_JOURNAL_HOME"] = str(scratch / "journal")
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        os.environ[name] = str(scratch / name.lower())
    os.environ.setdefault("MPLCONFIGDIR", str(scratch / "matplotlib"))
    os.environ["MPLBACKEND"] = "agg"
    os.environ.pop("JUPYTER_TOKEN", None)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the scratch folder away."""
    shutil.rmtree(config.stash[_scratch], ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this computer cannot run, or refuse to start where it is required."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            # To count the lines of hundreds of made-up examples takes longer than to run them;
            # what has to be reached is reached by the plain ones.
            item.add_marker("no_cover")
    absent = {"browser": find_chromium() is None, "libreoffice": find_libreoffice() is None}
    for item in items:
        if CHECKOUT / "tests" / "browser" in item.path.parents:
            item.add_marker("browser")
        for name, is_absent in absent.items():
            if is_absent and item.get_closest_marker(name) is not None:
                if name in required():
                    raise pytest.UsageError(f"required and not installed: {HOW_TO_GET[name]}")
                item.add_marker(pytest.mark.skip(reason=NOT_HERE[name]))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in plain words what was not run, and how to get it."""
    reasons = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    counts = {name: sum(why in text for text in reasons) for name, why in NOT_HERE.items()}
    if any(counts.values()):
        terminalreporter.section("not run on this computer")
    for name, count in counts.items():
        if count:
            tests = "1 test" if count == 1 else f"{count} tests"
            terminalreporter.line(f"{tests} skipped. To run {HOW_TO_GET[name]}")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The collections beside the checkout; the test is skipped where they are absent."""
    if not SHARED_DATA.is_dir():
        if "shared" in required():
            pytest.fail(f"required and absent: {HOW_TO_GET['shared']}")
        pytest.skip(NOT_HERE["shared"])
    return SHARED_DATA
