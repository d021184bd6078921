"""One question to say aloud: shown alone, then the better words, then one key for a grade.

Timer and recording live in the page alone; nothing of a voice ever reaches the kernel.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from interview_journal.widgets.rate_card import RateCard
from interview_journal.widgets.scripts import script_of

__all__ = ["GRADES", "RehearsalCard"]

_STATIC = Path(__file__).parent / "static"

GRADES: Final = ("Stuck", "In pieces", "Halfway", "Nearly", "Fluent")
"""What the grades 1 to 5 say."""


class RehearsalCard(RateCard):
    """Shows a question and, when asked, its words; says what was pressed.

    ``words`` hold the texts, ``card`` its key and the grades. It is hidden without a key.
    """

    _esm = script_of(
        "kit_press.js",
        "kit_fields.js",
        "kit_redraw.js",
        "rehearsal_timer.js",
        "rehearsal_voice.js",
        "rehearsal_card.js",
    )
    _css = _STATIC / "prepare.css"
