"""Every revision ever saved can be shown again, wherever its row is now."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from interview_journal.core import records as rec
from interview_journal.store.past import history_file
from tests.store.examples import ANSWERS, HEADER, NOW, answers, example, file_of, open_at, row_of
from tests.store.test_spreadsheet_copies import copy_of

if TYPE_CHECKING:
    from pathlib import Path


def test_the_past_is_the_same_before_and_after_tidying(tmp_path: Path) -> None:
    journal = open_at(tmp_path)
    answer = journal.add(example(rec.Answer, answer="One."))
    for words in ("Two.", "Three."):
        answer = journal.revise(answer, answer=words)
    before = journal.history(answer)
    journal.tidy()

    assert [r.answer for r in before] == ["One.", "Two.", "Three."]
    assert open_at(tmp_path).history(answer) == before
    assert history_file(tmp_path, ANSWERS).path == tmp_path / "history" / "answers.csv"


def test_rivals_stand_in_the_order_they_were_saved_whatever_their_offset(tmp_path: Path) -> None:
    (one,) = answers(1)
    late = (NOW + timedelta(seconds=1)).astimezone(timezone(-timedelta(hours=9)))
    rivals = [one.with_changes(note="Late.", saved_at=late), one.with_changes(note="Early.")]
    (tmp_path / "answers.csv").write_bytes(file_of(rivals))

    journal = open_at(tmp_path)
    assert [r.note for r in journal.history(one)] == ["Early.", "Late."]
    assert [r.note for r in journal.conflicts[0].records] == ["Early.", "Late."]  # type: ignore[attr-defined]


def test_equal_rows_count_once_and_unreadable_ones_not_at_all(tmp_path: Path) -> None:
    (one,) = answers(1)
    bad = row_of(one.with_changes(revision=2))
    bad[HEADER.index("position")] = "six"
    third = one.with_changes(revision=3)
    rows = [row_of(one), row_of(one), bad, row_of(third)]
    (tmp_path / "answers.csv").write_bytes(copy_of([HEADER, *rows]))

    assert open_at(tmp_path).history(one) == (one, third)


def test_a_record_that_is_not_there_has_no_past(tmp_path: Path) -> None:
    assert open_at(tmp_path / "journal").history(answers(1)[0]) == ()


def test_a_row_typed_by_hand_is_its_own_past(tmp_path: Path) -> None:
    typed = [*[""] * 4, "i_first", "", "Typed?", *[""] * 8]
    (tmp_path / "answers.csv").write_bytes(copy_of([HEADER, typed]))
    journal = open_at(tmp_path)

    assert journal.history(journal.answers[0]) == journal.answers
