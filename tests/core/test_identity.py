"""Ids that a spreadsheet leaves alone."""

from __future__ import annotations

import re

from interview_journal.core.identity import ID_PATTERN, new_id
from interview_journal.store.guard import guard_text


def test_a_thousand_ids_are_different_and_never_look_like_a_number_or_a_date() -> None:
    drawn = {new_id("a") for _ in range(1000)}

    assert len(drawn) == 1000
    for record_id in drawn:
        assert ID_PATTERN.fullmatch(record_id)
        assert re.fullmatch(r"a_[a-hjkmnp-tv-z2-9]{16}", record_id.replace("l", "?"))
        assert not guard_text(record_id).startswith(("'=", "'+"))
