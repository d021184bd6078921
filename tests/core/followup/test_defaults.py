"""The person's own conventions: read from the settings, or said why not."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.followup.defaults import (
    DEFAULT_LABELS,
    SETTING_PREFIX,
    FollowUpDefaults,
    parse_defaults,
)
from interview_journal.core.records import Setting

NUMBERS = {
    "thank_within_hours": (1, 336),
    "news_after_days": (1, 365),
    "news_again_days": (1, 365),
    "move_on_after_days": (1, 365),
    "referee_within_hours": (1, 336),
    "answer_offer_days": (1, 90),
    "reply_within_days": (1, 90),
    "let_be_after_days": (7, 3650),
    "interview_minutes": (5, 1440),
}


def setting(name: str, value: str) -> Setting:
    return Setting(name=f"{SETTING_PREFIX}{name}", value=value)


def test_without_settings_the_usual_holds() -> None:
    assert parse_defaults(()) == (FollowUpDefaults(), ())


def test_every_convention_has_a_label() -> None:
    assert set(DEFAULT_LABELS) == {one.name for one in fields(FollowUpDefaults)}


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_taken_up_to_its_bounds_and_no_further(name: str) -> None:
    low, high = NUMBERS[name]
    for value in (low, high):
        found, problems = parse_defaults([setting(name, f" {value} ")])
        assert (getattr(found, name), problems) == (value, ())
    for value in (low - 1, high + 1):
        found, problems = parse_defaults([setting(name, str(value))])
        assert found == FollowUpDefaults()
        assert f"expected a whole number from {low} to {high}" in problems[0]


@pytest.mark.parametrize("value", ["soon", "1.5", "-3", "1_0", "seven", "7x", "²", "1e2", "0x7"])
def test_what_is_no_whole_number_is_said_and_passed_over(value: str) -> None:
    found, (problem,) = parse_defaults([setting("news_after_days", value)])
    assert found == FollowUpDefaults()
    assert problem == (
        'settings.csv, "follow_up.news_after_days": expected a whole number from 1 to 365, '
        f'found "{value}". The usual 7 is taken.'
    )


def test_days_off_are_parted_by_spaces_or_commas() -> None:
    found, problems = parse_defaults([setting("days_off", "2026-12-24, 2026-12-25  2026-12-26")])
    assert found.days_off == {date(2026, 12, day) for day in (24, 25, 26)}
    assert problems == ()


@pytest.mark.parametrize("value", ["2026-02-29", "Christmas", "2026-12-24; 2026-12-25"])
def test_what_is_no_day_is_said(value: str) -> None:
    found, (problem,) = parse_defaults([setting("days_off", value)])
    assert found.days_off == frozenset()
    assert "expected days such as 2026-12-24" in problem
    assert problem.endswith("The usual none is taken.")


def test_a_time_of_day_is_read() -> None:
    found, _ = parse_defaults([setting("day_starts_at", "07:30"), setting("assumed_end", "18:00")])
    assert (found.day_starts_at, found.assumed_end) == (time(7, 30), time(18))


@pytest.mark.parametrize("value", ["25:00", "nine", "09:00+01:00"])
def test_what_is_no_time_of_day_is_said(value: str) -> None:
    found, (problem,) = parse_defaults([setting("day_starts_at", value)])
    assert found == FollowUpDefaults()
    assert "expected a time of day such as 09:00" in problem
    assert problem.endswith("The usual 09:00 is taken.")


def test_a_zone_is_read_by_its_name() -> None:
    assert parse_defaults([setting("time_zone", "Asia/Tokyo")])[0].time_zone == "Asia/Tokyo"


def test_a_zone_nobody_knows_is_said() -> None:
    found, (problem,) = parse_defaults([setting("time_zone", "Berlin time")])
    assert found.time_zone == ""
    assert problem.endswith("The usual zone of this computer is taken.")


def test_a_setting_that_does_not_exist_is_said() -> None:
    assert parse_defaults([setting("tea", "green")])[1] == (
        'settings.csv, "follow_up.tea": no such setting. It is passed over.',
    )


def test_other_settings_and_empty_ones_are_passed_over() -> None:
    others = [Setting(name="theme", value="dark"), setting("news_after_days", "  ")]
    assert parse_defaults(others) == (FollowUpDefaults(), ())


def test_of_two_of_one_name_the_one_saved_later_counts() -> None:
    early, late = (
        setting("news_after_days", str(day)).as_saved(
            revision=1, saved_at=datetime(2026, 3, day, tzinfo=UTC)
        )
        for day in (3, 5)
    )
    for order in ([early, late], [late, early]):
        assert parse_defaults(order)[0].news_after_days == 5


@given(st.sampled_from([one.name for one in fields(FollowUpDefaults)]), st.text())
def test_any_value_is_read_or_said(name: str, value: str) -> None:
    clean = value.encode("utf-8", "ignore").decode().replace("\0", "")
    found, problems = parse_defaults([setting(name, clean)])
    assert found == FollowUpDefaults() or problems == ()
    for problem in problems:
        assert problem.startswith('settings.csv, "follow_up.')
        assert problem.endswith("is taken.")
