"""Which of two drafts is taken up: the later wins, the other is offered, no word is lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.widgets.draft_choice import Version, choose_version, offer_label

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(minutes=42)


def version(text: str, at: datetime | None) -> Version:
    return Version({"account": text, "_id": "i_1"}, at)


def test_the_later_draft_wins_and_the_other_is_offered() -> None:
    disk, browser = version("on disk", NOON), version("in the browser", LATER)
    assert choose_version(disk, browser, saved_at=None) == (browser, disk)
    assert choose_version(browser, disk, saved_at=None) == (browser, disk)


def test_a_draft_wins_over_an_empty_form_without_offering_nothing() -> None:
    empty, browser = version("", None), version("typed", NOON)
    assert choose_version(empty, browser, saved_at=None) == (browser, None)


def test_a_draft_older_than_the_save_is_only_offered() -> None:
    saved, browser = version("saved words", None), version("older words", NOON)
    assert choose_version(saved, browser, saved_at=LATER) == (saved, browser)


def test_a_version_that_says_nothing_more_is_not_offered() -> None:
    disk, browser = version("We talked", NOON), version("We talked about boats", LATER)
    assert choose_version(disk, browser, saved_at=None) == (browser, None)
    assert choose_version(browser, disk, saved_at=None) == (browser, None)


def test_equal_words_are_no_second_version() -> None:
    disk, browser = version("same", NOON), version("same", LATER)
    assert choose_version(disk, browser, saved_at=None) == (disk, None)


texts = st.text(max_size=6)
moments = st.one_of(st.none(), st.integers(0, 5).map(lambda n: NOON + timedelta(minutes=n)))


@settings(deadline=None)
@given(texts, moments, texts, moments, moments)
def test_no_word_is_ever_dropped(
    current: str,
    current_at: datetime | None,
    found: str,
    found_at: datetime | None,
    saved_at: datetime | None,
) -> None:
    here, there = version(current, current_at), version(found, found_at)
    shown, other = choose_version(here, there, saved_at=saved_at)
    kept = [one.values["account"] for one in (shown, other) if one is not None]
    assert any(found in words for words in kept)
    if current_at is not None:
        assert any(current in words for words in kept)


def test_the_offer_names_the_time_and_another_day() -> None:
    assert offer_label(version("x", LATER), UTC, NOON) == "Another version from 12:42 is here."
    tomorrow = NOON + timedelta(days=1)
    label = "Another version from 04 March, 12:42 is here."
    assert offer_label(version("x", LATER), UTC, tomorrow) == label
    assert offer_label(version("x", None), UTC, NOON) == "Another version is here."
