"""A table damaged at random: nothing is raised, and no row that was left alone is lost unseen.

INTERVIEW_JOURNAL_MUTATIONS in the environment says how many tables are tried.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interview_journal.core import records as rec
from interview_journal.errors import NewerJournalError
from interview_journal.store.encodings import encode_text
from interview_journal.store.row_form import row_bytes
from tests.store.examples import answers, example, file_of, open_at, reader_of, row_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from interview_journal.store.table_reader import TableReader

COUNT = int(os.environ.get("INTERVIEW_JOURNAL_MUTATIONS", "3000"))
BATCHES = 10
RANDOM = random.Random  # a seeded one for each table, so that a failure can be looked at

WORDS = [
    {"answer": "Plain words."},
    {"answer": 'She said "no",\nthen "yes".\n\nAnd left.'},
    {"question": "=1+1", "answer": "- one\n- two; three\tfour"},
    {"answer": "café, 日本, \U0001f600", "note": "a_aa,1,2026"},
    {"answer": '"', "note": '""\n""'},
    {"answer": "e1_00000000\n" * 3},
]
WRITTEN = [one.with_changes(**WORDS[n % len(WORDS)]) for n, one in enumerate(answers(12))]
ROWS = [row_of(record) for record in WRITTEN]
BYTES = [row_bytes([row]) for row in ROWS]
TABLE = file_of(WRITTEN)
LINE_FEEDS = TABLE.replace(b"\r\n", b"\n")


def _flip(data: bytearray, rng: random.Random) -> None:
    data[rng.randrange(len(data))] = rng.randrange(256)


def _put(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data) + 1)
    data[at:at] = rng.choice([b'"', b",", b"\n", b"\r", b"\r\n", b"\0", b"\xff", b";", b'""', b"x"])


def _drop(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data))
    del data[at : at + rng.choice([1, 1, 1, 2, 5, 40, 400])]


def _repeat(data: bytearray, rng: random.Random) -> None:
    start, at = rng.randrange(len(data)), rng.randrange(len(data) + 1)
    data[at:at] = data[start : start + rng.randrange(300)]


def _cut(data: bytearray, rng: random.Random) -> None:
    del data[rng.randrange(len(data)) :]


def _drop_one_of(mark: bytes) -> Callable[[bytearray, random.Random], None]:
    def drop(data: bytearray, rng: random.Random) -> None:
        count = data.count(mark)
        if count:
            parts = data.split(mark)
            at = rng.randrange(count)
            data[:] = mark.join(parts[: at + 1]) + mark.join([b"", *parts[at + 1 :]])[len(mark) :]

    return drop


MUTATIONS = [_flip, _put, _drop, _repeat, _cut, *map(_drop_one_of, [b'"', b"\n", b"\r\n", b'","'])]


def damaged(seed: int) -> bytes:
    rng = RANDOM(seed)
    data = bytearray(rng.choice([TABLE, TABLE, TABLE, LINE_FEEDS]))
    for _ in range(rng.choice([1, 1, 2, 3])):
        if data:
            rng.choice(MUTATIONS)(data, rng)
    return bytes(data)


def check_nothing_lost_unseen(reader: TableReader, data: bytes) -> None:
    """Check that what was left alone is read, and that all else is told."""
    if reader.refusal is not None:
        assert reader.refusal.sentence
        return
    segments = reader.segments()
    unread = [encode_text(part.text, reader.layout.encoding) for part in segments.stretches]
    unread.append(reader.read_torn())
    told = {problem.line for problem in reader.rows.problems}
    taken = {
        key: [[*one.cells[:-1]] for one in reader.rows.rivals.get(key, [entry])]
        for key, entry in reader.rows.newest.items()
    }
    for row, raw in zip(ROWS, BYTES, strict=True):
        for form in (raw, raw.replace(b"\r\n", b"\n")):
            at = data.find(form, reader.layout.start)
            if at < 0 or row[:-1] in taken.get(row[0], []):
                continue
            is_past = row[0] in taken and int(taken[row[0]][0][1]) > 1
            line = len((data[:at] + b"x").splitlines())
            assert is_past or line in told or any(form in text for text in unread), row[0]
    odd = {place.record_id for place in reader.rows.edited} | reader.rows.typed.keys()
    contents = [row[:-1] for row in ROWS]
    for record_id, versions in taken.items():
        for cells in versions:
            # NUL in a cell is told when the record is made.
            is_told = record_id in odd or any("\0" in cell for cell in cells)
            assert cells in contents or is_told, record_id
    assert len(reader.rows.problems) >= len(segments.stretches)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_table_damaged_at_random_never_raises_and_never_loses_a_row_unseen(
    batch: int, tmp_path: Path
) -> None:
    newer = 0
    for seed in range(batch, COUNT, BATCHES):
        data = damaged(seed)
        try:
            check_nothing_lost_unseen(reader_of(tmp_path, data), data)
        except NewerJournalError:
            newer += 1
        except AssertionError as error:
            raise AssertionError(f"seed {seed}: {error}") from error
    # Only a mark whose version was hit looks like a newer one.
    assert newer <= COUNT / BATCHES / 20


def test_a_journal_with_a_damaged_table_still_takes_the_next_save(tmp_path: Path) -> None:
    for seed in range(0, COUNT, 100):
        folder = tmp_path / str(seed)
        folder.mkdir()
        (folder / "answers.csv").write_bytes(damaged(seed))
        try:
            journal = open_at(folder)
        except NewerJournalError:
            continue
        if any(problem.kind == "unknown header" for problem in journal.problems):
            continue
        shown = set(journal.answers)
        kept = journal.add(example(rec.Answer, answer="Saved after the damage."))
        assert set(journal.answers) == shown | {kept}, seed
        assert set(open_at(folder).answers) == shown | {kept}, seed
