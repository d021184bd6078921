"""Where the benches keep what they measured."""

from __future__ import annotations

from typing import Final

from tests.programs import CHECKOUT

__all__ = ["keep_page"]

RESULTS: Final = CHECKOUT / "bench" / "results"


def keep_page(name: str, text: str) -> None:
    """Print a page of measurements and keep it under that name."""
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / name).write_text(text, encoding="utf-8")
