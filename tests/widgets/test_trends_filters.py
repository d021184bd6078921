"""The filters' form: choices in words, and back to a value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.analysis.filters import Filters
from interview_journal.widgets.trends_filters import (
    NO_FILTERS,
    filter_fields,
    filter_values,
    filter_words,
    filters_from,
)
from tests.widgets.trend_pages import CHOICES, TODAY

ANY_FILTERS = st.builds(
    Filters,
    company=st.text(max_size=10),
    kind=st.text(max_size=10),
    topic=st.text(max_size=10),
    criterion=st.text(min_size=1, max_size=10),
    response_type=st.sampled_from(["", "story"]),
    start=st.none() | st.dates(max_value=date(2020, 1, 1)),
    end=st.none() | st.dates(min_value=date(2020, 1, 1)),
    blind_only=st.booleans(),
    axis=st.sampled_from(["number", "date"]),
)


@given(ANY_FILTERS)
def test_filters_survive_the_form(filters: Filters) -> None:
    assert filters_from(filter_values(filters)) == (filters, {})


def test_an_untouched_form_leaves_nothing_out() -> None:
    assert filters_from(NO_FILTERS) == (Filters(), {})
    assert filters_from({}) == (Filters(), {})
    assert filter_values(Filters()) == NO_FILTERS


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        pytest.param({"start": "soon"}, {"start": "Choose a day, or leave this empty."}, id="word"),
        pytest.param(
            {"start": "2026-03-04", "end": "2026-03-03"},
            {"end": "This day lies before the first one."},
            id="upside down",
        ),
        pytest.param({"start": "2026-03-04", "end": "2026-03-04"}, {}, id="one day"),
    ],
)
def test_a_day_that_cannot_be_used_is_told_beside_it(
    values: dict[str, str], fault: dict[str, str]
) -> None:
    assert filters_from({**NO_FILTERS, **values})[1] == fault


def test_each_list_names_everything_and_what_there_is() -> None:
    fields = {one["name"]: one for one in filter_fields(CHOICES, NO_FILTERS)}
    assert [o["label"] for o in fields["company"]["options"]] == [
        "All companies",
        "Northgate Hospital",
        "Osprey",
    ]
    assert [o["label"] for o in fields["criterion"]["options"]] == [
        "The answer as a whole",
        "Structure",
    ]
    assert all(one["label"] for one in fields.values())


def test_a_choice_that_is_gone_since_stays_to_be_seen() -> None:
    fields = filter_fields(CHOICES, {**NO_FILTERS, "company": "Gone", "criterion": "old"})
    options = {one["name"]: [o["value"] for o in one.get("options", ())] for one in fields}
    assert "Gone" in options["company"]
    assert "old" in options["criterion"]


def test_what_is_left_is_said_in_words() -> None:
    every = Filters(
        company="Osprey",
        kind="phone screen",
        topic="why_us",
        criterion="structure",
        response_type="story",
        start=date(2026, 3, 4),
        end=date(2025, 4, 1),
        blind_only=True,
    )
    assert filter_words(every, CHOICES, today=TODAY) == (
        "Only: Osprey, phone screen, A story, Why this employer, Structure, blind ratings, "
        "from Wednesday 4 March, to Tuesday 1 April 2025."
    )
    assert filter_words(Filters(axis="date"), CHOICES, today=TODAY) == ""
    assert filter_words(Filters(topic="unheard_of"), CHOICES, today=TODAY) == "Only: unheard_of."
