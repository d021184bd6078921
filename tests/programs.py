"""Which programs and folders the tests can use on this computer, and how to get the others."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SHARED_DATA = CHECKOUT.parent / "shared" / "data"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LIBREOFFICE_NAMES = ("soffice", "libreoffice")
REQUIRE = "INTERVIEW_JOURNAL_REQUIRE"

HOW_TO_GET = {
    "browser": "the browser tests: install Chromium (Debian: chromium)",
    "libreoffice": "the LibreOffice tests: install Calc (Debian: libreoffice-calc-nogui)",
    "shared": "the tests on the larger collections: put the folder shared/ beside this checkout",
}
NOT_HERE = {
    "browser": "no Chromium on this computer",
    "libreoffice": "no LibreOffice Calc on this computer",
    "shared": "no shared/data beside this checkout",
}


def find_program(names: tuple[str, ...]) -> str | None:
    """Return the path of the first of these programs that is installed."""
    return next((path for name in names if (path := shutil.which(name))), None)


def find_chromium() -> str | None:
    """Return the path of an installed Chromium; CHROMIUM in the environment goes first."""
    return os.environ.get("CHROMIUM") or find_program(CHROMIUM_NAMES)


def find_libreoffice() -> str | None:
    """Return the path of an installed LibreOffice; SOFFICE in the environment goes first."""
    return os.environ.get("SOFFICE") or find_program(LIBREOFFICE_NAMES)


def required() -> set[str]:
    """Return what must not be skipped: a comma-separated list in the environment."""
    return {name.strip() for name in os.environ.get(REQUIRE, "").split(",") if name.strip()}
