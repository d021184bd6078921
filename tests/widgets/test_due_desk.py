"""What the person does with what is due is kept, comes back on its day, and can be taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.due import action_on, follow_up_of
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Application, Encounter, Interview, Person
from interview_journal.widgets.due_desk import GONE, DueDesk

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal


class Clock:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 4, 19, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Journal:
    journal = open_journal(tmp_path / "j", now=clock)
    job = journal.add(Application(id="p_acme", company="Acme"))
    journal.add(
        Interview(id="i_one", application_id=job.id, held_on=date(2026, 3, 4), account="Fine.")
    )
    journal.add(
        Person(id="n_ana", application_id=job.id, name="Ana Ruiz", email="ana@acme.example")
    )
    journal.add(Encounter(interview_id="i_one", person_id="n_ana"))
    return journal


KEY = "thank:i_one:n_ana"


def due_keys(journal: Journal) -> list[str]:
    return [one.key for one in follow_up_of(journal, journal.now()).due]


def test_what_is_done_is_gone_and_kept_with_its_moment(journal: Journal, clock: Clock) -> None:
    result = DueDesk(journal).done(KEY, text="Dear Ana")
    assert result.texts == ("Done: Thank Ana Ruiz.",)
    assert KEY not in due_keys(journal)
    action = action_on(journal, KEY)
    assert action is not None
    assert (action.status, action.text, action.done_at) == ("done", "Dear Ana", clock.at)
    assert (action.kind, action.channel, action.person_id) == ("thank-you note", "e-mail", "n_ana")


def test_done_twice_is_kept_once(journal: Journal) -> None:
    desk = DueDesk(journal)
    desk.done(KEY)
    desk.done(KEY)
    assert [one.revision for one in journal.actions] == [1]


def test_what_was_skipped_does_not_come_back_and_its_reason_is_kept(journal: Journal) -> None:
    DueDesk(journal).skip(KEY, "No address")
    assert KEY not in due_keys(journal)
    assert [one.reason for one in journal.actions] == ["No address"]


def test_later_comes_back_on_its_morning(journal: Journal, clock: Clock) -> None:
    desk = DueDesk(journal)
    result = desk.later(KEY)
    assert result.texts == ("Thank Ana Ruiz: it comes back tomorrow, 9 am.",)
    assert [one.label for one in map(Label, result.buttons)] == [
        "In three days",
        "In a week",
        "Undo",
    ]
    (due,) = [one for one in follow_up_of(journal, clock.at).due if one.key == KEY]
    assert due.is_snoozed
    clock.at = datetime(2026, 3, 5, 9, tzinfo=UTC)
    (due,) = [one for one in follow_up_of(journal, clock.at).due if one.key == KEY]
    assert not due.is_snoozed


class Label:
    """A button's label."""

    def __init__(self, given: dict[str, object]) -> None:
        self.label = given["label"]


def test_later_can_be_longer(journal: Journal, clock: Clock) -> None:
    desk = DueDesk(journal)
    desk.later(KEY)
    desk.later(KEY, 7)
    action = action_on(journal, KEY)
    assert action is not None
    assert action.snoozed_until == datetime(2026, 3, 11, 9, tzinfo=UTC)
    assert len(journal.actions) == 1
    assert clock.at + timedelta(days=6) < action.snoozed_until


@pytest.mark.parametrize("word", ["done", "skip", "later"])
def test_every_word_can_be_taken_back(journal: Journal, word: str) -> None:
    desk = DueDesk(journal)
    before = follow_up_of(journal, journal.now()).due
    {
        "done": lambda: desk.done(KEY),
        "skip": lambda: desk.skip(KEY, "why"),
        "later": lambda: desk.later(KEY),
    }[word]()
    assert desk.undo(KEY).texts == ("Thank Ana Ruiz: it is back on the list.",)
    assert follow_up_of(journal, journal.now()).due == before


def test_taking_back_brings_the_word_before_it(journal: Journal, clock: Clock) -> None:
    desk = DueDesk(journal)
    desk.later(KEY, 3)
    desk.done(KEY)
    desk.undo(KEY)
    action = action_on(journal, KEY)
    assert action is not None
    assert (action.status, action.done_at) == ("snoozed", None)
    assert action.snoozed_until is not None
    assert action.snoozed_until > clock.at


def test_what_is_no_longer_due_is_left_alone(journal: Journal) -> None:
    desk = DueDesk(journal)
    assert desk.done("thank:i_gone:n_gone").texts == (GONE,)
    assert desk.later("thank:i_gone:n_gone").texts == (GONE,)
    assert desk.undo("thank:i_gone:n_gone").texts == ("That: it is back on the list.",)
    assert journal.actions == ()


def test_one_can_stop_waiting_and_wait_again(journal: Journal) -> None:
    desk = DueDesk(journal)
    result = desk.stop_waiting("i_one")
    assert "stop waiting" in result.texts[0]
    assert (journal.interviews[0].outcome, journal.applications[0].status) == ("silence", "silent")
    assert desk.stop_waiting("i_one").texts == (GONE,)
    assert desk.wait_on("i_one").texts == ("You are waiting again.",)
    assert (journal.interviews[0].outcome, journal.applications[0].status) == (None, "open")
