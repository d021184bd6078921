"""Where the record panel opens: where it was left, for tonight and tomorrow."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from interview_journal.errors import SaveFailedError
from interview_journal.widgets.record_place import (
    Place,
    ask_for,
    draft_name,
    keep_place,
    opening_place,
    read_place,
)
from tests.widgets.evening import Evening, planned

if TYPE_CHECKING:
    import pytest


def test_it_opens_where_it_was_left(evening: Evening) -> None:
    journal = evening.journal()
    keep_place(journal, "i_1", ["round", "people"])
    place = read_place(journal.drafts, now=evening.clock())
    assert place == Place("i_1", frozenset({"round", "people"}))


def test_after_two_nights_it_starts_afresh(evening: Evening) -> None:
    journal = evening.journal()
    keep_place(journal, "i_1", ["round"])
    later = evening.clock() + timedelta(days=2)
    assert read_place(journal.drafts, now=later) == Place(sections=frozenset({"round"}))


def test_another_panel_can_ask_for_a_round_once(evening: Evening) -> None:
    journal = evening.journal()
    round_ = planned(journal)
    keep_place(journal, "i_1", ["round"])
    ask_for(journal, round_.id)
    asked = Place(round_.id, frozenset({"round"}), asked=True)
    assert read_place(journal.drafts, now=evening.clock()) == asked
    assert opening_place(journal, None) == Place(round_.id, frozenset({"round"}))
    assert not read_place(journal.drafts, now=evening.clock()).asked
    ask_for(journal, None)
    assert read_place(journal.drafts, now=evening.clock()).interview_id is None
    assert opening_place(journal, "i_2") == Place("i_2", asked=True)


def test_nothing_is_known_at_first(evening: Evening) -> None:
    journal = evening.journal()
    assert read_place(journal.drafts, now=evening.clock()) == Place()
    ask_for(journal, "i_2")
    assert read_place(journal.drafts, now=evening.clock()).asked


def test_a_disk_that_refuses_costs_only_the_place(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = evening.journal()

    def refuse(*_: object) -> None:
        raise SaveFailedError(journal.path, "no space left", "Free some space.")

    monkeypatch.setattr(journal.drafts, "keep", refuse)
    keep_place(journal, "i_1", [])


def test_every_id_makes_a_name_that_a_draft_can_have(evening: Evening) -> None:
    journal = evening.journal()
    for interview_id in ("i_k3vq9", "i_A.B-c", "i_" + "x" * 120):
        journal.drafts.keep(draft_name(interview_id, "reflection"), {})
    assert len(journal.drafts.names()) == 3
