"""How the dates are counted, as a form's texts and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.followup.defaults import DEFAULT_LABELS, parse_defaults
from interview_journal.core.records import Setting
from interview_journal.widgets.people_dates import (
    NOT_AN_ADDRESS,
    OWN_LABELS,
    date_fields,
    date_settings,
    own_conventions,
    typed_dates,
)
from interview_journal.widgets.typed_values import FormFaultsError

NAMES = (*OWN_LABELS, *DEFAULT_LABELS)


def faults(**values: str) -> dict[str, str]:
    with pytest.raises(FormFaultsError) as caught:
        date_settings(values)
    return caught.value.faults


def test_nothing_set_is_an_empty_form() -> None:
    assert typed_dates([]) == dict.fromkeys(NAMES, "")
    assert own_conventions([]) == ((), ())


def test_every_convention_has_a_field_with_what_is_usual() -> None:
    asked = {one["name"]: one for one in date_fields() if one["kind"] != "note"}
    assert sorted(asked) == sorted(NAMES)
    assert [one["label"] for one in date_fields() if one.get("heading")] == [
        "Your letters",
        "After an interview",
        "Referees and answers",
        "Your days",
    ]
    assert asked["thank_within_hours"]["hint"] == "Usually 24."
    assert asked["day_starts_at"]["kind"] == "time"
    assert asked["time_zone"]["hint"] == (
        "Usually the zone of this computer. Write a time zone's name such as Europe/Berlin."
    )
    assert asked["days_off"]["hint"] == (
        "Usually none. Write days such as 2026-12-24, parted by spaces."
    )


def test_what_is_set_is_shown_and_stored_under_its_name() -> None:
    stored = date_settings({"news_after_days": " 10 ", "my_name": "Jo Li", "days_off": ""})
    assert stored["news_after_days"] == ("follow_up.news_after_days", "10")
    assert stored["my_name"] == ("my_name", "Jo Li")
    kept = [Setting(name=name, value=value) for name, value in stored.values()]
    assert typed_dates(kept)["news_after_days"] == "10"
    assert own_conventions(kept)[0] == (
        ("Your name", "Jo Li"),
        ("Ask for news after so many days, where they said nothing", "10"),
    )


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("thank_within_hours", "0", "Expected a whole number from 1 to 336, or leave it empty."),
        ("news_after_days", "a week", "Expected a whole number from 1 to 365, or leave it empty."),
        ("day_starts_at", "25:00", "Expected a time of day such as 09:00, or leave it empty."),
        (
            "time_zone",
            "Nowhere/At_All",
            "Expected a time zone's name such as Europe/Berlin, or leave it empty.",
        ),
        (
            "days_off",
            "Christmas",
            "Expected days such as 2026-12-24, parted by spaces, or leave it empty.",
        ),
        ("my_email", "at home", NOT_AN_ADDRESS),
        ("my_email", "me@ home", NOT_AN_ADDRESS),
        ("my_email", "@home", NOT_AN_ADDRESS),
    ],
)
def test_what_cannot_be_used_is_said_with_what_was_expected(
    name: str, text: str, expected: str
) -> None:
    assert faults(**{name: text}) == {name: expected}


def test_all_that_does_not_fit_is_said_at_once() -> None:
    assert set(faults(news_after_days="x", my_email="x", my_name="x")) == {
        "news_after_days",
        "my_email",
    }


# No deadline: the first zone that is looked up reads a file.
@settings(deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20),
    )
)
def test_what_is_stored_can_always_be_read(values: dict[str, str]) -> None:
    try:
        stored = date_settings(values)
    except FormFaultsError as error:
        refused = set(error.faults)
    else:
        refused = set()
        kept = [Setting(name=name, value=value) for name, value in stored.values()]
        assert parse_defaults(kept)[1] == ()
        assert typed_dates(kept) == {name: values.get(name, "").strip() for name in NAMES}
    assert refused <= set(values)
