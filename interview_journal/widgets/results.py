"""What was just done, and what can follow: said where the eye is after a press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from interview_journal.widgets.sheet import section

if TYPE_CHECKING:
    from interview_journal.widgets.sheet import Press, Section

__all__ = ["Result", "result_section"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What was just done, and what can follow.

    Attributes:
        key: Tells one result from the next.
        texts: What was done.
        buttons: What can follow; undo among them.
    """

    key: str
    texts: tuple[str, ...]
    buttons: tuple[Press, ...] = ()


def result_section(result: Result) -> Section:
    """Return a result as a section of a sheet, which takes the focus when it appears."""
    return section(
        f"result:{result.key}",
        texts=result.texts,
        buttons=result.buttons,
        tone="result",
        focus=True,
    )
