"""Sentences that say themselves why their number is another one by now."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.changes import tells_beginning, tells_change
from interview_journal.analysis.consistency.claims import read_claims
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.differences import differences

TEAM = "How big is your team?"


@pytest.mark.parametrize(
    "said",
    [
        "I've four nurses again now.",
        "We are four nurses, Ivy started on Monday.",
        "We are four nurses and an empty chair.",
        "Back to six nurses, all of them on days.",
        "I have to correct that: we are six nurses.",
        "I said six nurses from memory.",
        "Last year, then I checked, we were six nurses.",
        "I have six nurses so far.",
        "I am six modules in with the course.",
    ],
)
def test_a_change_is_heard(said: str) -> None:
    assert [tells_change(one) for one in read_claims(said)] == [True]


@pytest.mark.parametrize(
    "said",
    [
        "We are four nurses.",
        "I've been there for two years, Ivy started on Monday.",
        "We are four nurses on the ward, with two long corridors, and Ivy started on Monday.",
    ],
)
def test_no_change_is_heard(said: str) -> None:
    assert not tells_change(read_claims(said)[0])


def test_how_it_was_to_begin_with_is_heard() -> None:
    [then] = read_claims("To begin with it was three parties a month.")
    [now] = read_claims("We are doing eleven parties a month.")
    assert tells_beginning(then)
    assert not tells_beginning(now)


def test_who_says_what_changed_is_not_asked() -> None:
    around = Circumstances(same_question=True, anywhere=True)
    one = read_for_comparison("We are five testers.", TEAM)
    other = read_for_comparison("We are six testers.", TEAM)
    again = read_for_comparison("We are six testers again now.", TEAM)
    assert [each.kind for each in differences(one, other, around) if each.confidence >= 0.5]
    assert not [each for each in differences(one, again, around) if each.confidence >= 0.5]
