"""Rows in memory: the newest of each id, rivals, and what was odd, in whatever order they come."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.store.table_rows import Entry, Place, TableRows, saved_order
from tests.store.examples import ANSWERS, NOW, answers, row_of

END = len(ANSWERS.header) - 1


def taken(*rows: list[str]) -> TableRows:
    out = TableRows(ANSWERS)
    for line, row in enumerate(rows, start=2):
        out.take(row, line)
    out.settle_named()
    return out


def with_cell(row: list[str], **cells: str) -> list[str]:
    changed = [*row]
    for name, cell in cells.items():
        changed[ANSWERS.header.index(name)] = cell
    return changed


(ONE,) = answers(1)
FIRST = row_of(ONE)
SECOND = row_of(ONE.with_changes(revision=2, note="Changed."))
RIVAL = row_of(ONE.with_changes(revision=2, note="Other.", saved_at=NOW + timedelta(minutes=1)))


@settings(max_examples=60)
@given(st.permutations([FIRST, SECOND, RIVAL, SECOND, row_of(answers(2)[1])]))
def test_the_order_of_the_rows_changes_nothing(rows: list[list[str]]) -> None:
    found = taken(*rows)

    assert found.newest[ONE.id].cells == SECOND
    assert [entry.cells for entry in found.rivals[ONE.id]] == [SECOND, RIVAL]
    assert [place.record_id for place in found.copies] == [ONE.id]
    assert found.row_count == 5
    assert len(found.newest) == 2


def test_of_rivals_the_one_saved_first_is_shown_whatever_the_offset() -> None:
    tokyo, madeira = timezone(timedelta(hours=9)), timezone(-timedelta(hours=1))
    early = row_of(ONE.with_changes(note="Early.", saved_at=NOW.astimezone(tokyo)))
    late = (NOW + timedelta(seconds=1)).astimezone(madeira)
    late_row = row_of(ONE.with_changes(note="Late.", saved_at=late))
    assert late_row[2] < early[2]

    for rows in ((early, late_row), (late_row, early)):
        assert taken(*rows).newest[ONE.id].cells == early


def test_a_row_without_a_time_comes_last_among_rivals() -> None:
    timeless = with_cell(SECOND, saved_at="", note="When?")
    assert saved_order(Entry(2, timeless, 9)) == (float("inf"), 9)
    assert taken(timeless, SECOND).newest[ONE.id].cells == SECOND


def test_a_newer_revision_ends_a_conflict() -> None:
    third = row_of(ONE.with_changes(revision=3))
    found = taken(SECOND, RIVAL, third)

    assert found.rivals == {}
    assert found.newest[ONE.id].revision == 3
    assert taken(third, SECOND, RIVAL).rivals == {}


def test_an_edited_row_is_taken_and_told_old_revisions_too() -> None:
    found = taken(with_cell(FIRST, note="Edited."), with_cell(SECOND, note="Edited too."))
    assert found.edited == [Place(ONE.id, 1, 2), Place(ONE.id, 2, 3)]
    assert found.newest[ONE.id].line == 3


@pytest.mark.parametrize(
    ("cells", "column", "found", "expected"),
    [
        ({"id": "007"}, "id", '"007"', "an id such as a_k3vq9x"),
        ({"id": "A" * 50}, "id", "50 characters", "an id such as a_k3vq9x"),
        ({"revision": "one"}, "revision", '"one"', "a whole number from 1"),
        ({"revision": "0"}, "revision", '"0"', "a whole number from 1"),
        ({"revision": "-3"}, "revision", '"-3"', "a whole number from 1"),
        ({"revision": ""}, "revision", "an empty cell", "a whole number from 1"),
        ({"saved_at": "monday"}, "saved_at", '"monday"', "a time as YYYY-MM-DDTHH:MM:SS+HH:MM"),
        ({"removed": "perhaps"}, "removed", '"perhaps"', "yes or no"),
        ({"end": "e1"}, "end", '"e1"', "the end mark or nothing"),
    ],
)
def test_bookkeeping_that_cannot_be_read_is_a_located_problem(
    cells: dict[str, str], column: str, found: str, expected: str
) -> None:
    rows = taken(with_cell(FIRST, **cells))

    (problem,) = rows.problems
    assert (problem.line, problem.column, problem.row_count) == (2, column, 1)
    assert (problem.found, problem.expected) == (found, expected)
    assert rows.newest == {}


def test_bookkeeping_that_is_merely_empty_is_taken() -> None:
    found = taken(with_cell(FIRST, saved_at="", removed="", end=""))
    assert not found.problems
    assert [*found.newest] == [ONE.id]


def test_a_row_without_id_is_given_one_that_follows_from_its_words() -> None:
    typed = with_cell([""] * (END + 1), interview_id="i_first", question="Typed?")
    first, again = taken(typed), taken(FIRST, typed)

    (given_id,) = first.typed
    assert given_id in again.typed
    assert given_id.startswith("a_")
    assert first.newest[given_id].cells[:2] == [given_id, "1"]
    assert [*taken(typed, typed, typed).typed] == [given_id, f"{given_id}_2", f"{given_id}_3"]
    assert given_id not in taken(with_cell(typed, question="Other?")).typed


def test_a_row_whose_id_was_cleared_keeps_its_revision() -> None:
    found = taken(with_cell(SECOND, id=""))
    (entry,) = found.newest.values()
    assert entry.revision == 2
    assert [*found.typed.values()] == [2]


def test_a_typed_row_ceases_to_be_one_when_it_was_saved() -> None:
    typed = with_cell([""] * (END + 1), id="a_mine", interview_id="i_first")
    found = taken(typed)
    assert found.typed == {"a_mine": 2}

    found.take(row_of(ONE.with_changes(id="a_mine", revision=2)), 3)
    assert found.typed == {}
    assert found.newest["a_mine"].revision == 2


def test_a_typed_row_that_loses_to_a_rival_is_not_adopted() -> None:
    typed = with_cell([""] * (END + 1), interview_id="i_first", question="Typed?")
    (given_id,) = taken(typed).typed
    saved_one = row_of(ONE.with_changes(id=given_id, question="Saved?"))
    found = taken(saved_one, typed)

    assert found.typed == {}
    assert len(found.rivals[given_id]) == 2
