"""A save that knows what it read: other fields are merged, the same field waits for a choice."""

from __future__ import annotations

import pytest

from interview_journal.core.records import Application
from interview_journal.errors import ConflictError, UnknownRecordError
from interview_journal.widgets.merging import merge_change, revision_of
from tests.widgets.evening import Evening


def test_two_fields_changed_in_two_windows_are_both_saved(evening: Evening) -> None:
    journal = evening.journal()
    read = journal.add(Application(company="Acme"))
    other = evening.journal()
    other.revise(other.applications[0], role="Nurse")
    saved = merge_change(journal, read, {"company": "Acme Ltd", "role": ""})
    assert (saved.company, saved.role, saved.revision) == ("Acme Ltd", "Nurse", 3)
    assert journal.conflicts == ()


def test_one_field_changed_in_two_windows_keeps_both_and_all_else(evening: Evening) -> None:
    journal = evening.journal()
    read = journal.add(Application(company="Acme"))
    other = evening.journal()
    other.revise(other.applications[0], role="Nurse", notes="theirs")
    merge_change(journal, read, {"role": "Sister"})
    (conflict,) = journal.conflicts
    roles = {(one.role, one.notes) for one in conflict.records if isinstance(one, Application)}
    assert roles == {("Nurse", "theirs"), ("Sister", "theirs")}
    with pytest.raises(ConflictError):
        merge_change(journal, journal.applications[0], {"role": "Matron"})


def test_the_same_change_in_two_windows_is_no_conflict(evening: Evening) -> None:
    journal = evening.journal()
    read = journal.add(Application(company="Acme"))
    journal.revise(read, role="Nurse")
    assert merge_change(journal, read, {"role": "Nurse"}).revision == 2
    assert journal.conflicts == ()


def test_nothing_changed_writes_nothing(evening: Evening) -> None:
    journal = evening.journal()
    read = journal.add(Application(company="Acme"))
    assert merge_change(journal, read, {"company": "Acme"}).revision == 1


def test_a_record_that_is_not_there_is_an_error(evening: Evening) -> None:
    with pytest.raises(UnknownRecordError):
        merge_change(evening.journal(), Application(company="Acme"), {"role": "x"})


def test_an_earlier_revision_is_found_again(evening: Evening) -> None:
    journal = evening.journal()
    first = journal.add(Application(company="Acme"))
    second = journal.revise(first, role="Nurse")
    assert revision_of(journal, second, 1) == first
    assert revision_of(journal, second, 0) == second
    assert revision_of(journal, second, 7) == second
