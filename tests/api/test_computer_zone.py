"""The computer's own zone serves every day, also where the system knows none so old."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from interview_journal.api.computer_zone import computer_zone

if TYPE_CHECKING:
    from collections.abc import Iterator

needs_zones = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system sets no zone")


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make this computer one in Berlin."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    computer_zone.cache_clear()
    yield
    monkeypatch.undo()
    time.tzset()
    computer_zone.cache_clear()


@needs_zones
@pytest.mark.usefixtures("berlin")
def test_the_zone_knows_the_changes_of_the_clock() -> None:
    zone = computer_zone()
    assert datetime(2026, 3, 28, 12, tzinfo=zone).utcoffset() == timedelta(hours=1)
    assert datetime(2026, 3, 29, 12, tzinfo=zone).utcoffset() == timedelta(hours=2)
    twice = datetime(2026, 10, 25, 1, 30, tzinfo=UTC).astimezone(zone)
    assert (twice.hour, twice.fold) == (2, 1)


@needs_zones
@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize("error", [OSError, OverflowError, ValueError])
def test_a_day_that_the_system_does_not_know_has_standard_time(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def unknown(_seconds: float) -> time.struct_time:
        raise error

    zone = computer_zone()
    monkeypatch.setattr(time, "localtime", unknown)
    day = datetime(26, 7, 4, 12, tzinfo=zone)
    assert day.utcoffset() == timedelta(hours=1)
    assert day.astimezone(UTC).hour == 11
