"""What the comparison can and cannot find, in plain words, with what was measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.measured_figures import measured_figures
from interview_journal.widgets.consistency_blocks import texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.analysis.measured_figures import MeasuredFigure
    from interview_journal.widgets.consistency_blocks import Block

__all__ = ["about_blocks"]

IS: Final = (
    (
        "This page reads what you wrote down and puts sentences side by side that may not go "
        "together. It follows fixed rules, on this computer, and gives the same result each time. "
        "It does not know what is true, and it says nothing about you."
    ),
)
CAN: Final = (
    "Numbers of one thing: how many people, how many years, how much, what share.",
    (
        "Dates and how long ago, with the day of the interview taken into account: “three years” "
        "in 2024 goes with “since 2021”."
    ),
    "Ages: “in 2001 I was nineteen” beside “I’m forty”.",
    (
        "Your notice period, and what you ask for. A wish that differs between companies is told, "
        "not asked about."
    ),
    "Your part in something: “I led it” beside “I helped with it”.",
    "What you never did beside what you did, and reasons for leaving.",
    "Names in the same place of the same story.",
)
CANNOT: Final = (
    "Anything that takes knowledge of the world, or a conclusion over several sentences.",
    "Two stories that differ in tone or in what they leave out.",
    "The same thing said in words that share nothing.",
    "Irony, quotations of others, and slips of memory in what you wrote down that evening.",
    "Answers that are not in English. They are listed as not checked.",
)
QUIET: Final = (
    (
        "It stays silent where one of the answers corrects itself, where another sentence bears "
        "one of them out, where one value lies inside the other, and where time alone explains the "
        "difference. “Quite sure” and “worth a look” are two steps of one measure; even "
        "the first kind is sometimes wrong."
    ),
)
PRIVACY: Final = (
    (
        "Nothing is sent. What was computed is kept in the journal’s folder .known without any of "
        "your words: ids, positions and checksums. It can be deleted at any time."
    ),
)
MEASURED: Final = (
    "Measured on texts by other people. Most of them were looked at while the rules were made: "
    "expect somewhat less."
)


def about_blocks(figures: Sequence[MeasuredFigure] | None = None) -> list[Block]:
    """Return the page on itself.

    Args:
        figures: What was measured; None takes what comes with the program.
    """
    found = measured_figures() if figures is None else figures
    blocks = [
        texts("is", IS, heading="What this can and cannot find"),
        texts("can", [], heading="What it looks for", level=3, lines=list(CAN)),
        texts("cannot", [], heading="What it cannot see", level=3, lines=list(CANNOT)),
        texts("quiet", QUIET, heading="When it stays silent", level=3),
    ]
    if found:
        lines = [f"{one.words}: {one.value}" for one in found]
        blocks.append(
            texts("measured", [MEASURED], heading="How well it does", level=3, lines=lines)
        )
    return [*blocks, texts("privacy", PRIVACY, heading="Where this is kept", level=3)]
