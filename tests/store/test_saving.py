"""The rules of a save, seen from the journal: once is once, and nothing is overwritten."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from interview_journal.core.records import Answer, Application, Interview, Setting
from interview_journal.errors import (
    ConflictError,
    InvalidRecordError,
    RecordTooOldError,
    SaveFailedError,
    UnknownRecordError,
)
from interview_journal.store.table_file import TableFile
from tests.faults.making import EVENING, Clock, all_rows, an_answer, furnish, open_at


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


def test_the_same_record_added_twice_is_one_row(folder: Path) -> None:
    clock = Clock()
    journal, other = open_at(folder, clock), open_at(folder, clock)
    answer = an_answer(1)
    saved = journal.add(answer)
    clock.forward(hours=1)
    assert journal.add(answer) == saved
    assert other.add(answer) == saved
    assert journal.add_all([answer, answer]) == [saved, saved]
    fresh = an_answer(2)
    assert len(set(map(id, journal.add_all([fresh, fresh])))) <= 2
    assert len(all_rows(folder)) == 2


def test_a_record_added_again_after_it_was_revised_is_still_one(folder: Path) -> None:
    journal = open_at(folder)
    answer = an_answer(1)
    journal.revise(journal.add(answer), note="Later.")
    assert journal.add(answer).revision == 1
    assert len(all_rows(folder)) == 2


def test_an_id_used_twice_is_a_conflict_and_its_retry_is_not_another(folder: Path) -> None:
    journal = open_at(folder)
    journal.add(an_answer(1, id="a_same"))
    rival = an_answer(2, id="a_same")
    saved = journal.add(rival)
    assert journal.add(rival) == saved
    assert len(all_rows(folder)) == 2
    (conflict,) = journal.conflicts
    assert conflict.revision == 1
    assert [r.id for r in conflict.records] == ["a_same", "a_same"]


def test_two_records_with_one_id_in_one_batch_are_both_kept(folder: Path) -> None:
    journal = open_at(folder)
    journal.add_all([an_answer(1, id="a_same"), an_answer(2, id="a_same")])
    assert len(all_rows(folder)) == 2
    assert len(journal.conflicts) == 1
    assert len(open_at(folder).conflicts) == 1


def test_a_batch_writes_parents_first_and_returns_its_own_order(folder: Path) -> None:
    from datetime import date

    journal = open_at(folder)
    applied = Application(company="Acme")
    first = Interview(application_id=applied.id, held_on=date(2026, 3, 4))
    answer = an_answer(1, interview_id=first.id)
    saved = journal.add_all([answer, first, applied])
    assert [record.id for record in saved] == [answer.id, first.id, applied.id]
    assert not open_at(folder).problems
    assert journal.add_all([]) == []


def test_a_batch_that_fails_halfway_keeps_the_parents(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    applied = Application(company="Acme")
    real = TableFile.append

    def append(file: TableFile, *args: object, **kwargs: object) -> None:
        if file.path.name == "answers.csv":
            raise SaveFailedError(file.path, "full", "Free some space.")
        real(file, *args, **kwargs)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(TableFile, "append", append)
        with pytest.raises(SaveFailedError):
            journal.add_all([an_answer(1), applied])
    assert [a.id for a in open_at(folder).applications] == [applied.id]
    assert not open_at(folder).answers
    # What is there is described, so that the folder stays a valid package.
    assert b"applications.csv" in (folder / "datapackage.json").read_bytes()


def test_a_stale_revision_lands_as_a_rival_and_waits_to_be_settled(folder: Path) -> None:
    clock = Clock()
    journal, other = open_at(folder, clock), open_at(folder, clock)
    _, _, given = furnish(journal)
    other.refresh()
    clock.forward(minutes=1)
    ours = journal.revise(given[0], note="Ours.")
    clock.forward(minutes=1)
    theirs = other.revise(given[0], note="Theirs.")
    assert (ours.revision, theirs.revision) == (2, 2)
    # A second click of the stale save is success, and one row.
    assert other.revise(given[0], note="Theirs.") == theirs
    journal.refresh()
    for looking in (journal, other, open_at(folder)):
        (conflict,) = looking.conflicts
        assert conflict.records == (ours, theirs)
        assert looking.get(Answer, given[0].id) == ours
        for base in (ours, theirs):
            with pytest.raises(ConflictError, match="changed in two places"):
                looking.revise(base, note="More.")
    clock.forward(minutes=1)
    chosen = journal.settle(conflict, theirs)
    assert chosen.revision == 3
    assert journal.settle(conflict, theirs) == chosen
    with pytest.raises(RecordTooOldError, match="look again before choosing"):
        other.settle(conflict, ours)
    assert not other.conflicts
    assert other.get(Answer, given[0].id) == chosen
    assert [r.note for r in journal.history(chosen)] == ["", "Ours.", "Theirs.", "Theirs."]
    assert journal.revise(chosen, note="Now.").revision == 4
    assert len(all_rows(folder)) == 7


def test_a_revision_that_changes_nothing_writes_nothing(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    before = (folder / "answers.csv").read_bytes()
    assert journal.revise(given[0], note="") == given[0]
    assert (folder / "answers.csv").read_bytes() == before


def test_a_revision_repeated_is_one_row_even_when_others_followed(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    one = journal.revise(given[0], note="One.")
    journal.revise(one, note="Two.")
    assert journal.revise(given[0], note="One.") == one
    assert len(all_rows(folder)) == 5


def test_what_was_never_saved_cannot_be_revised(folder: Path) -> None:
    journal = open_at(folder)
    furnish(journal)
    with pytest.raises(RecordTooOldError, match="added or read before"):
        journal.revise(an_answer(1), note="x")
    stranger = an_answer(1).model_copy(update={"revision": 1})
    with pytest.raises(UnknownRecordError, match="holds no row with the id"):
        journal.revise(stranger, note="x")
    from interview_journal.core.problems import Conflict

    conflict = Conflict(table="answers", record_id=stranger.id, revision=1, records=(stranger,))
    with pytest.raises(UnknownRecordError):
        journal.settle(conflict, stranger)


def test_a_change_that_breaks_a_rule_is_refused_and_writes_nothing(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    before = (folder / "answers.csv").read_bytes()
    with pytest.raises(InvalidRecordError):
        journal.revise(given[0], position=-1)
    assert (folder / "answers.csv").read_bytes() == before


def test_a_number_is_never_given_twice_when_the_newest_row_cannot_be_read(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    journal.revise(given[0], position=7)
    table = folder / "answers.csv"
    table.write_bytes(table.read_bytes().replace(b'"7"', b'"seven"'))
    edited = open_at(folder)
    assert edited.get(Answer, given[0].id) == given[0]
    saved = edited.revise(given[0], note="Later.")
    assert saved.revision == 3
    assert b'"seven"' in table.read_bytes()
    assert open_at(folder).get(Answer, given[0].id) == saved


def test_a_row_edited_outside_gets_a_new_revision_at_the_next_save(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    table = folder / "answers.csv"
    table.write_bytes(table.read_bytes().replace(b"and number 1.", b"and number one."))
    edited = open_at(folder)
    shown = edited.get(Answer, given[1].id)
    assert shown is not None
    assert shown.answer.endswith("one.")
    saved = edited.revise(shown, note="Later.")
    assert saved.revision == 2
    assert saved.answer.endswith("one.")
    # Somebody who did not see the edit makes a rival, and overwrites nothing.
    assert journal.revise(given[1], note="Stale.").revision == 2
    assert len(journal.conflicts) == 1


def test_an_interrupt_after_the_row_is_down_shows_the_row(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    assert len(journal.answers) == 3

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(TableFile, "note_known", interrupt)
        (folder / ".known" / "answers.ids").unlink()
        with pytest.raises(KeyboardInterrupt):
            journal.revise(given[0], note="Later.")
    shown = journal.get(Answer, given[0].id)
    assert shown is not None
    assert shown.note == "Later."
    assert journal.answers == open_at(folder).answers
    assert journal.revise(given[0], note="Later.") == shown
    assert len(all_rows(folder)) == 4


@pytest.mark.parametrize("is_first_of_the_day", [True, False])
def test_a_save_that_the_disk_refuses_leaves_nothing_beside_the_table(
    folder: Path, monkeypatch: pytest.MonkeyPatch, is_first_of_the_day: bool
) -> None:
    clock = Clock()
    journal = open_at(folder, clock)
    _, _, given = furnish(journal)
    if is_first_of_the_day:
        clock.forward(days=1)
        journal.add(Setting(name="tone", value="warm"))
    day = folder / "backups" / "saves" / clock().date().isoformat()
    beside = (folder / ".known" / "answers.ids", day / "answers.csv")
    before = [path.read_bytes() for path in beside if path.exists()]
    open_files = len(list(Path("/proc/self/fd").glob("*"))) if sys.platform == "linux" else 0

    def refuse(_: int) -> None:
        raise OSError(errno.EIO, "")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(SaveFailedError, match="fault"):
            journal.revise(given[0], answer="Words that are not saved.")
    after = [path.read_bytes() for path in beside]
    assert after[: len(before)] == before
    assert b"not saved" not in b"".join(after)
    if sys.platform == "linux":
        assert len(list(Path("/proc/self/fd").glob("*"))) == open_files
    journal.revise(given[0], answer="Words that are saved.")
    copied = [row[7] for row in all_rows(day)]
    assert copied.count("Words that are saved.") == 1
    assert not open_at(folder).problems


def test_a_preference_set_in_two_places_is_the_later_one(folder: Path) -> None:
    journal, other = open_at(folder), open_at(folder)
    journal.set_setting("tone", "warm")
    other.set_setting("tone", "brief")
    journal.set_setting("tone", "brief")
    assert (journal.setting("tone"), other.setting("tone")) == ("brief", "brief")
    assert journal.setting("nothing", "fallback") == "fallback"
    # Two first saves at the very same moment.
    journal.add(Setting(id="s_tone", name="tone", value="long"))
    assert journal.conflicts
    journal.set_setting("tone", "short")
    assert journal.setting("tone") == "short"
    assert not open_at(folder).conflicts
    journal.set_setting("tone.x", "other")
    assert (journal.setting("tone"), journal.setting("tone.x")) == ("short", "other")


def test_the_time_of_a_save_is_settled_whatever_the_clock_gives(folder: Path) -> None:
    from zoneinfo import ZoneInfo

    berlin = EVENING.astimezone(ZoneInfo("Europe/Berlin")).replace(microsecond=123456)
    saved = open_at(folder, Clock(berlin)).add(an_answer(1))
    assert saved.saved_at == EVENING
    assert open_at(folder).answers == (saved,)


def test_the_second_click_of_a_save_that_was_far_behind_is_no_third_version(folder: Path) -> None:
    journal, other = open_at(folder), open_at(folder)
    _, _, given = furnish(journal)
    other.refresh()
    one = journal.revise(given[0], note="One.")
    journal.revise(one, note="Two.")
    stale = other.revise(given[0], note="Stale.")
    assert stale.revision == 3
    assert other.revise(given[0], note="Stale.") == stale
    assert open_at(folder).revise(given[0], note="Stale.") == stale
    assert len(all_rows(folder)) == 6
    # Somebody who saw the conflict and changes one of its versions has to choose first.
    with pytest.raises(ConflictError):
        other.revise(stale, note="Two.")
