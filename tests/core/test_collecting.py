"""The garbage collector rests, and is set going again."""

from __future__ import annotations

import gc

from interview_journal.core.collecting import collection_paused


def test_the_collector_is_paused_and_set_going_again_only_if_it_was() -> None:
    assert gc.isenabled()
    with collection_paused():
        assert not gc.isenabled()
        with collection_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
