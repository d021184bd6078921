"""What is due, and how the person's word on it is kept: once, whoever keeps it, however often."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzlocal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interview_journal.api.due import (
    action_on,
    due_actions,
    follow_up_of,
    in_own_zone,
    keep_action,
    settings_problems,
)
from interview_journal.api.opening import open_journal
from interview_journal.core.records import (
    Action,
    Application,
    Encounter,
    Interview,
    Person,
    Reference,
)
from interview_journal.errors import ConflictError, InvalidRecordError

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.core.followup.values import DueAction
    from interview_journal.store.journal import Journal

EVENING = datetime(2026, 3, 4, 19, tzinfo=UTC)
TOMORROW = EVENING + timedelta(hours=17)


class Clock:
    """A clock that moves a minute a look."""

    def __init__(self) -> None:
        self.at = EVENING

    def __call__(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """Return a journal with one interview of that day, with Ana."""
    made = open_journal(tmp_path / "mine", now=Clock())
    job = made.add(Application(company="Acme"))
    first = made.add(
        Interview(application_id=job.id, held_on=date(2026, 3, 4), account="We talked.")
    )
    ana = made.add(Person(application_id=job.id, name="Ana Ruiz", email="ana@acme.example.org"))
    made.add(Encounter(interview_id=first.id, person_id=ana.id))
    return made


def note(journal: Journal, now: datetime = EVENING) -> DueAction:
    return next(one for one in due_actions(journal, now) if one.kind == "thank-you note")


def texts(journal: Journal, now: datetime = EVENING) -> list[str]:
    return [one.text for one in due_actions(journal, now)]


def test_what_is_due_follows_from_the_journal(journal: Journal) -> None:
    assert texts(journal) == ["Thank Ana Ruiz", "Ask Ana Ruiz at Acme for news"]


def test_done_is_kept_with_its_moment_and_leaves_the_list(journal: Journal) -> None:
    kept = keep_action(journal, note(journal), "done", text="Dear Ana")
    assert (kept.status, kept.text, kept.kind) == ("done", "Dear Ana", "thank-you note")
    assert kept.done_at is not None
    assert kept.channel == "e-mail"
    assert "Thank Ana Ruiz" not in texts(journal)


def test_skipped_keeps_its_reason_and_its_moment(journal: Journal) -> None:
    kept = keep_action(journal, note(journal), "skipped", reason="No address.")
    assert (kept.status, kept.reason) == ("skipped", "No address.")
    assert kept.done_at is not None
    assert "Thank Ana Ruiz" not in texts(journal)


def test_put_off_comes_back_in_its_time(journal: Journal) -> None:
    kept = keep_action(journal, note(journal), "snoozed", snoozed_until=TOMORROW)
    assert kept.done_at is None
    assert note(journal).is_snoozed
    assert not note(journal, TOMORROW).is_snoozed


def test_moved_takes_the_day_that_was_chosen(journal: Journal) -> None:
    keep_action(journal, note(journal), "moved", due_at=TOMORROW + timedelta(days=2))
    assert note(journal).due_at == TOMORROW + timedelta(days=2)


def test_a_text_is_kept_while_the_action_stays_open(journal: Journal) -> None:
    due = note(journal)
    keep_action(journal, due, "open", text="Dear A")
    keep_action(journal, due, "open", text="Dear Ana")
    assert [one.text for one in journal.actions] == ["Dear Ana"]
    assert note(journal) == due
    done = keep_action(journal, due, "done")
    assert done.text == "Dear Ana"


def test_twice_the_same_is_one_row(journal: Journal) -> None:
    due = note(journal)
    first = keep_action(journal, due, "done", text="Dear Ana\r\nBest")
    assert keep_action(journal, due, "done", text="Dear Ana\r\nBest") == first
    assert len(journal.history(first)) == 1


def test_done_is_done_at_its_first_moment(journal: Journal) -> None:
    due = note(journal)
    first = keep_action(journal, due, "done")
    again = keep_action(journal, due, "done", text="Dear Ana")
    assert again.done_at == first.done_at


def test_taking_a_tick_back_takes_its_moment_back(journal: Journal) -> None:
    due = note(journal)
    keep_action(journal, due, "done")
    kept = keep_action(journal, due, "open")
    assert (kept.status, kept.done_at) == ("open", None)
    assert note(journal) == due


def test_what_was_put_off_and_then_done_keeps_no_later_moment(journal: Journal) -> None:
    due = note(journal)
    keep_action(journal, due, "snoozed", snoozed_until=TOMORROW)
    kept = keep_action(journal, due, "done")
    assert kept.snoozed_until is None


def test_two_notebooks_see_each_other_s_word(journal: Journal, tmp_path: Path) -> None:
    other = open_journal(tmp_path / "mine", now=Clock())
    due = note(journal)
    keep_action(other, due, "snoozed", snoozed_until=TOMORROW)
    keep_action(journal, due, "done")
    keep_action(other, due, "done")
    assert [one.status for one in other.actions] == ["done"]
    assert len(other.history(other.actions[0])) == 2


def test_two_rows_of_one_key_are_one_word_the_newer(journal: Journal) -> None:
    due = note(journal)
    for status in ("snoozed", "done"):
        journal.add(Action(key=due.key, kind=due.kind, status=status))
    found = action_on(journal, due.key)
    assert found is not None
    assert found.status == "done"
    assert "Thank Ana Ruiz" not in texts(journal)
    keep_action(journal, due, "open")
    assert "Thank Ana Ruiz" in texts(journal)


def test_rival_words_are_a_conflict_that_is_said(journal: Journal) -> None:
    due = note(journal)
    kept = keep_action(journal, due, "open", text="Dear Ana")
    journal.revise(kept, text="Dear Ana, thank you")
    journal.revise(kept, text="Hello Ana")
    with pytest.raises(ConflictError):
        keep_action(journal, due, "done")
    assert note(journal) == due


def test_a_column_that_does_not_exist_is_refused(journal: Journal) -> None:
    with pytest.raises(InvalidRecordError):
        keep_action(journal, note(journal), "done", colour="green")
    assert journal.actions == ()


def test_nothing_is_kept_on_a_key_until_somebody_says_so(journal: Journal) -> None:
    assert action_on(journal, note(journal).key) is None


def test_the_settings_are_heard_and_what_cannot_be_read_is_said(journal: Journal) -> None:
    journal.set_setting("follow_up.news_after_days", "10")
    journal.set_setting("follow_up.thank_within_hours", "soon")
    assert follow_up_of(journal, EVENING).waiting[0].days == 10
    (problem,) = settings_problems(journal)
    assert problem == (
        'settings.csv, "follow_up.thank_within_hours": expected a whole number from 1 to 336, '
        'found "soon". The usual 24 is taken.'
    )


def test_a_zone_that_the_person_named_goes_before_the_computer_s(journal: Journal) -> None:
    journal.set_setting("follow_up.time_zone", "Asia/Tokyo")
    assert in_own_zone(journal, EVENING).tzinfo == ZoneInfo("Asia/Tokyo")


def test_else_the_computer_s_zone_with_the_changes_of_its_clock(journal: Journal) -> None:
    now = EVENING.astimezone()
    assert isinstance(in_own_zone(journal, now).tzinfo, tzlocal)


def test_a_moment_of_another_offset_keeps_its_own(journal: Journal) -> None:
    elsewhere = timezone((EVENING.astimezone().utcoffset() or timedelta()) + timedelta(hours=3))
    now = EVENING.astimezone(elsewhere)
    assert in_own_zone(journal, now).tzinfo is elsewhere


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    words=st.lists(
        st.tuples(
            st.sampled_from(["open", "done", "skipped", "snoozed", "moved"]),
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5),
            st.datetimes(timezones=st.just(UTC)),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_every_word_kept_twice_is_kept_once(
    tmp_path_factory: pytest.TempPathFactory, words: list[tuple[str, str, datetime]]
) -> None:
    journal = open_journal(tmp_path_factory.mktemp("j") / "mine", now=Clock())
    job = journal.add(Application(company="Acme"))
    maria = journal.add(Person(kind="referee", name="Maria"))
    journal.add(Reference(application_id=job.id, person_id=maria.id))
    due = due_actions(journal, EVENING + timedelta(hours=1))[0]
    for status, text, moment in words:
        given: dict[str, object] = {"text": text}
        if status == "snoozed":
            given["snoozed_until"] = moment
        first = keep_action(journal, due, status, **given)  # type: ignore[arg-type]  # drawn
        rows = len(journal.history(first))
        assert keep_action(journal, due, status, **given) == first  # type: ignore[arg-type]
        assert len(journal.history(first)) == rows
    assert len(journal.actions) == 1
