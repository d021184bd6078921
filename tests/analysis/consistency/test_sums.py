"""Numbers that agree once they are put together."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.differences import differences
from interview_journal.analysis.consistency.number_differences import clash_difference

TEAM = "How big is your team?"
PAY = "What do you earn now?"


@pytest.mark.parametrize(
    ("one", "other", "asked", "kinds"),
    [
        ("We are nine nurses.", "We are seven nurses, plus two trainees.", TEAM, []),
        ("We are nine nurses.", "We are seven nurses and two trainees.", TEAM, ["count"]),
        ("We are nine nurses.", "We are six nurses, plus two trainees.", TEAM, ["count"]),
        ("Seven, including me.", "Six people report to me.", TEAM, []),
        ("Seven, myself included.", "Five people report to me.", TEAM, ["count"]),
        ("I'm on £42,000 with the bonus.", "It's £39,000 basic.", PAY, []),
        ("I'm on £42,000 with the bonus.", "It's 39 basic, and a bonus.", PAY, []),
        ("I'm on £42,000 basic.", "It's £39,000 with the bonus.", PAY, ["money"]),
        ("I'm on £72,000 with the bonus.", "It's £39,000 basic.", PAY, ["money"]),
    ],
)
def test_a_sum_is_no_difference(one: str, other: str, asked: str, kinds: list[str]) -> None:
    around = Circumstances(same_question=True, anywhere=True)
    for first, second in ((one, other), (other, one)):
        found = differences(
            read_for_comparison(first, asked), read_for_comparison(second, asked), around
        )
        assert [each.kind for each in found if each.confidence >= 0.5] == kinds


def test_a_sum_is_not_asked_about_where_two_claims_are_met_alone() -> None:
    one, other = (
        read_for_comparison(said, TEAM).claims
        for said in ("We are nine nurses.", "We are seven nurses, plus two trainees.")
    )
    around = Circumstances(same_question=True, anywhere=True)
    told, alone = (
        clash_difference(one[0], other[0], one, theirs, around) for theirs in (other, other[:1])
    )
    assert told is not None
    assert alone is not None
    assert told.confidence < 0.5 <= alone.confidence
