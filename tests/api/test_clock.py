"""The clock of a journal that was given no other."""

from __future__ import annotations

from datetime import timedelta

from interview_journal.api.clock import present


def test_the_present_is_aware_and_whole_seconds() -> None:
    now = present()
    assert now.utcoffset() is not None
    assert now.microsecond == 0
    assert present() - now < timedelta(minutes=1)
