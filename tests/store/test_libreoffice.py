"""Our answers, opened and saved by a real LibreOffice in the settings people have.

Rows, ids and times come back whole in every setting, and so do all words that the encoding
can hold; a letter that Windows-1252 lacks is reported on its row.
"""

from __future__ import annotations

import json
import random
import subprocess
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from interview_journal.core import records as rec
from interview_journal.core.tables import TABLES, table_of
from interview_journal.store.layout import BOM
from interview_journal.store.record_set import record_of
from interview_journal.store.row_form import row_bytes
from tests.programs import SHARED_DATA, find_libreoffice
from tests.store.examples import (
    ANSWERS,
    NOW,
    REQUIRED,
    answers,
    example,
    file_of,
    reader_of,
    row_of,
    saved,
)
from tests.store.test_hazards import HOSTILE

pytestmark = [pytest.mark.libreoffice, pytest.mark.slow]

COMMA, SEMICOLON, QUOTE, UTF_8, WINDOWS_1252 = 44, 59, 34, 76, 1
ENGLISH, GERMAN = 1033, 1031
SECONDS_AT_MOST = 60
NAUGHTY = SHARED_DATA / "nasty_csv/big-list-of-naughty-strings/blns.json"


FILLED = {
    "weight": 1.5,
    "score": 4,
    "duration_minutes": 45,
    "held_on": date(2026, 3, 4),
    "answer_by": date(2026, 12, 11),
    "time_zone": "Etc/GMT+5",
    "started_at": NOW,
    "further_rounds": True,
    "percent": 30,
}
OTHERS = {
    table.name: [
        saved(example(kind)),
        saved(example(kind, **{k: v for k, v in FILLED.items() if k in table.header})),
    ]
    for kind in REQUIRED
    for table in [table_of(kind)]
    if table is not ANSWERS
}


class Setting(NamedTuple):
    """How LibreOffice opens a file and saves it."""

    language: int = ENGLISH
    quoted_is_text: bool = False
    special_numbers: bool = False
    separator: int = COMMA
    encoding: int = UTF_8

    @property
    def opening(self) -> str:
        flags = f"{self.quoted_is_text},{self.special_numbers}".lower()
        return f"CSV:{COMMA},{QUOTE},{UTF_8},1,,{self.language},{flags},false"

    @property
    def saving(self) -> str:
        tokens = f"{self.separator},{QUOTE},{self.encoding},1,,0,false,true,false"
        return f"csv:Text - txt - csv (StarCalc):{tokens}"


SETTINGS = {
    "as it comes": Setting(),
    "special numbers detected": Setting(special_numbers=True),
    "German with semicolons": Setting(GERMAN, special_numbers=True, separator=SEMICOLON),
    "German in Windows-1252": Setting(GERMAN, separator=SEMICOLON, encoding=WINDOWS_1252),
    "quoted fields as text": Setting(quoted_is_text=True),
}


def words() -> list[str]:
    """Return about a thousand texts: hostile, naughty where they are at hand, and drawn ones."""
    found = [text for text in HOSTILE if text]
    if NAUGHTY.is_file():
        found += [t for t in json.loads(NAUGHTY.read_text(encoding="utf-8")) if t and "\0" not in t]
    rng = random.Random(7)  # noqa: S311 - the same texts each time
    pieces = [*"=+-@'\",;:/.\t\n 0123456789eE%$€", "true", "Mar", "möchte", "I said", "one, two"]
    found += ["".join(rng.choices(pieces, k=rng.randrange(1, 12))) for _ in range(400)]
    return [text for text in found if len(text) < 65_000]


@pytest.fixture(scope="module")
def written() -> list[rec.Answer]:
    made = answers(26 * 26)
    texts = words()
    assert len(texts) >= 470
    records = []
    for number, text in enumerate(texts):
        base = made[number % len(made)]
        records.append(
            base.with_changes(
                id=f"{base.id}_{number // len(made)}", question=text, answer=text, topic="Words"
            )
        )
    return records


@pytest.mark.parametrize("name", SETTINGS)
def test_answers_opened_and_saved_by_libreoffice_keep_rows_ids_times_and_words(
    name: str, written: list[rec.Answer], tmp_path: Path
) -> None:
    setting = SETTINGS[name]
    # An unguarded column of the person's own shows that LibreOffice did what it does.
    rows = [[*ANSWERS.header, "mine"], *([*row_of(record), "007"] for record in written)]
    (tmp_path / "answers.csv").write_bytes(BOM + row_bytes(rows))
    for table, records in OTHERS.items():
        (tmp_path / f"{table}.csv").write_bytes(file_of(records, TABLES[table]))
    subprocess.run(
        [
            str(find_libreoffice()),
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            f"--infilter={setting.opening}",
            "--convert-to",
            setting.saving,
            "--outdir",
            str(tmp_path / "saved"),
            *map(str, sorted(tmp_path.glob("*.csv"))),
        ],
        check=True,
        capture_output=True,
        timeout=SECONDS_AT_MOST,
    )
    reader = reader_of(tmp_path / "read", (tmp_path / "saved" / "answers.csv").read_bytes())

    assert reader.refusal is None
    assert not reader.rows.problems
    read = [record_of(ANSWERS, entry.cells) for entry in reader.rows.newest.values()]
    assert len(read) == len(written)
    edited = {place.record_id for place in reader.rows.edited}
    for before, after in zip(written, read, strict=True):
        assert (after.id, after.revision, after.saved_at) == (before.id, 1, before.saved_at)
        if after != before:
            assert after.id in edited
            assert setting.encoding == WINDOWS_1252
            assert before.question != before.question.encode("cp1252", "replace").decode("cp1252")
    assert len(edited) == sum(a != b for a, b in zip(written, read, strict=True))
    assert bool(edited) == (setting.encoding == WINDOWS_1252)
    mine = {row.cells[-1] for row in reader.segments().rows}
    assert mine == ({"007"} if setting.quoted_is_text else {"7"})
    for table, records in OTHERS.items():
        data = (tmp_path / "saved" / f"{table}.csv").read_bytes()
        rows_read = reader_of(tmp_path / "read", data, TABLES[table]).rows
        assert [record_of(TABLES[table], e.cells) for e in rows_read.newest.values()] == records
        assert not rows_read.edited
