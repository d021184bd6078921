"""Every n-th system call fails once: nothing acknowledged is lost, and the same save works after.

What is tried is listed in ``failing_calls``; each operation is done again and again, each time
with the next call failing, until one goes through without meeting its fault.
"""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import Answer, Record, Setting
from interview_journal.errors import JournalError
from interview_journal.store.table_file import TableFile
from tests.faults.failing_calls import FAULTS, Faults
from tests.faults.making import Clock, all_rows, an_answer, bytes_under, furnish, open_at

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from interview_journal.store.journal import Journal

SECRET = "the words that are to go"
NEW = an_answer(77)
SETTING = Setting(name="tone", value="warm")
CASES_AT_LEAST = 150


def _add(journal: Journal) -> None:
    journal.add(NEW)


def _add_to_a_new_table(journal: Journal) -> None:
    journal.add(SETTING)


def _add_on_the_next_day(journal: Journal) -> None:
    clock = journal._now
    assert isinstance(clock, Clock)
    clock.forward(days=1)
    journal.add(NEW)


def _revise(journal: Journal) -> None:
    journal.revise(_first(journal), better_answer="Said better.")


def _remove(journal: Journal) -> None:
    journal.remove(_first(journal))


def _tidy(journal: Journal) -> None:
    journal.tidy()


def _erase_text(journal: Journal) -> None:
    journal.erase_text(SECRET)


def _erase(journal: Journal) -> None:
    journal.refresh()
    found = journal.get(Answer, FIRST_ID)
    if found is not None:
        journal.erase(found)


def _keep_a_draft(journal: Journal) -> None:
    journal.drafts.keep("record", {"answer": "half a thought"})


def _first(journal: Journal) -> Answer:
    journal.refresh()
    found = journal.get(Answer, FIRST_ID)
    assert found is not None
    return found


FIRST_ID = "a_first"

OPERATIONS: dict[str, tuple[Callable[[Journal], None], Callable[[Journal], bool]]] = {
    "add": (_add, lambda j: j.get(Answer, NEW.id) is not None),
    "add to a new table": (_add_to_a_new_table, lambda j: j.setting("tone") == "warm"),
    "add on the next day": (_add_on_the_next_day, lambda j: j.get(Answer, NEW.id) is not None),
    "revise": (_revise, lambda j: _first(j).better_answer == "Said better."),
    "remove": (_remove, lambda j: _first(j).removed),
    "tidy": (_tidy, lambda j: len(all_rows(j.path)) == 3),
    "erase text": (_erase_text, lambda j: SECRET.encode() not in bytes_under(j.path)),
    "erase": (_erase, lambda j: SECRET.encode() not in bytes_under(j.path)),
    "keep a draft": (_keep_a_draft, lambda j: j.drafts.get("record") is not None),
}


@pytest.fixture(scope="module")
def furnished(quick_folder: Path) -> Path:
    """A journal with three answers, one of them revised, to be copied for each case."""
    folder = quick_folder / "furnished" / "journal"
    journal = open_at(folder)
    _, first, _ = furnish(journal, answers=2)
    said = journal.add(an_answer(5, id=FIRST_ID, interview_id=first.id, answer=f"I know {SECRET}."))
    journal.revise(said, note="They nodded.")
    return folder


def _contents(journal: Journal) -> dict[tuple[str, int], Record]:
    return {
        (record.id, record.revision): record
        for table in ("applications", "interviews", "answers")
        for record in journal.records(table)
    }


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("call", FAULTS)
def test_a_call_that_fails_loses_nothing_and_the_same_again_works(
    operation: str,
    call: str,
    furnished: Path,
    quick_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faults = Faults(monkeypatch)
    for fault in FAULTS[call]:
        nth = 0
        fired = -1
        while fired != faults.fired:
            fired = faults.fired
            nth += 1
            folder = quick_folder / f"{operation}-{call}-{fault}-{nth}"
            shutil.copytree(furnished, folder)
            _one_case(folder, operation, faults, (call, fault, nth))
            shutil.rmtree(folder)


def _one_case(folder: Path, operation: str, faults: Faults, planned: tuple[str, str, int]) -> None:
    work, is_done = OPERATIONS[operation]
    journal = open_at(folder, wait_seconds=1)
    before = _contents(journal)
    faults.plan(*planned)
    said_done = _try(work, journal, planned[1])
    faults.stop()

    other = open_at(folder, wait_seconds=1)
    if said_done:
        assert is_done(other)
    assert not other.conflicts
    assert not {p.kind for p in other.problems} - {"torn row set aside", "empty file"}
    if not operation.startswith("erase"):
        after = {**_contents(other), **_removed(other)}
        known = {record_id for record_id, _ in after}
        assert {record_id for record_id, _ in before} <= known
        past = {(r.id, r.revision) for record in after.values() for r in other.history(record)}
        assert set(before) <= past
    assert journal.refresh() in (True, False)
    assert _contents(journal) == _contents(other)

    # The same journal object, and the same record, as a person pressing the button again.
    work(journal)
    assert is_done(journal)
    last = open_at(folder)
    assert is_done(last)
    assert not last.conflicts
    assert not last.problems
    assert len(all_rows(folder)) == len(set(all_rows(folder)))
    assert _contents(journal) == _contents(last)
    left = [p.name for p in folder.rglob("*.new")]
    assert not left or planned[1] == "interrupt" or planned[0] in ("open", "replace", "rename")


def _try(work: Callable[[Journal], None], journal: Journal, fault: str) -> bool:
    """Return whether the work said it was done; only errors with a name may come out of it."""
    if fault == "interrupt":
        with suppress(KeyboardInterrupt):
            work(journal)
            return True
        return False
    with suppress(JournalError):
        work(journal)
        return True
    return False


def _removed(journal: Journal) -> dict[tuple[str, int], Record]:
    return {(r.id, r.revision): r for r in journal.removed(Answer)}


def test_there_are_enough_cases(furnished: Path, tmp_path: Path) -> None:
    """Count what the test above tries, so that a renamed call cannot empty it."""
    total = 0
    for operation, (work, _) in OPERATIONS.items():
        folder = tmp_path / operation.replace(" ", "-")
        shutil.copytree(furnished, folder)
        journal = open_at(folder)
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch)
            work(journal)
            total += sum(faults.seen[call] * len(FAULTS[call]) for call in FAULTS)
    assert total >= CASES_AT_LEAST


def test_an_append_that_fails_leaves_every_earlier_byte(
    furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "journal"
    shutil.copytree(furnished, folder)
    journal = open_at(folder)
    # The first save of a day makes the day's backup as well.
    journal.add(an_answer(400))
    before = (folder / "answers.csv").read_bytes()
    tried = 0
    faults = Faults(monkeypatch)
    for call, fault in (("write", "ENOSPC"), ("write", "lie"), ("fsync", "EIO"), ("pread", "EIO")):
        for nth in range(1, 6):
            faults.plan(call, fault, nth)
            try:
                journal.add(an_answer(500 + nth))
            except JournalError:
                tried += 1
                # What could not be read back is not cut either; it is whole, and taken in.
                if call != "pread":
                    assert (folder / "answers.csv").read_bytes() == before
            before_now = (folder / "answers.csv").read_bytes()
            assert before_now.startswith(before)
            before = before_now
    assert tried >= 4


def test_a_table_file_refuses_to_append_to_what_was_not_made_ready(furnished: Path) -> None:
    from datetime import date

    from interview_journal.core.tables import TABLES
    from interview_journal.errors import TableRefusedError

    path = furnished.parent / "answers.csv"
    path.write_bytes((furnished / "answers.csv").read_bytes()[:-20])
    file = TableFile(furnished.parent, TABLES["answers"])
    file.look()
    with pytest.raises(TableRefusedError):
        file.append([], day=date(2026, 3, 4))
