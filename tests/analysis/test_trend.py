"""The verdict and its sentences."""

from __future__ import annotations

import math
import re

import pytest

from interview_journal.analysis.look import Look
from interview_journal.analysis.trend import trend_of, verdict_of
from interview_journal.analysis.trend_words import TOO_EARLY
from tests.analysis.test_look import looked

RISING = looked([[1, 2], [2, 2], [2, 3], [3, 3], [4, 4], [4, 5], [5, 5]])
FALLING = looked([[5, 5], [4, 5], [4, 4], [3, 3], [2, 3], [2, 2], [1, 2]])
FLAT = looked([[3, 4], [2, 3], [4, 4], [3, 3], [4, 2], [3, 4], [2, 3]])
MIXED = looked([[5], [1], [4], [2], [5], [2], [4], [3], [5], [1]], "ababababab")
ALIKE = looked([[s] for s in (1, 2, 2, 3, 2, 3, 4, 3, 4, 5, 4, 5)], "ab" * 6)
MAIN = looked([[1], [2], [3], [4], [5], [5], [2], [1]], "aaaaaabb")
APART = looked([[5], [4], [5], [1], [2], [1]], "aaabbb")
ONCE = looked([[1], [2], [3], [4], [5]], "abcde")
ONE_DAY = looked([[1], [2], [3], [4], [5]], times=[1.0] * 5)
FEW = looked([[1], [4], [2], [5], [3]], "abaca")
MANY = looked([[1 + place / 20] for place in range(70)])
JARGON = re.compile(r"theil|sen|kendall|p =|permut|holm|significan|slope|confidence", re.IGNORECASE)


@pytest.mark.parametrize(
    ("look", "verdict"),
    [(RISING, "improving"), (FALLING, "declining"), (FLAT, "no clear change")],
)
def test_the_verdict_says_what_the_look_shows(look: Look, verdict: str) -> None:
    assert verdict_of(look, look.p_value) == verdict


def test_a_correction_can_take_a_claim_back() -> None:
    assert verdict_of(RISING, 0.051) == "no clear change"
    assert verdict_of(RISING, math.nan) == "no clear change"


def test_a_change_that_is_not_clear_is_said_to_lean() -> None:
    for look, way in ((RISING, "upwards"), (FALLING, "downwards")):
        trend = trend_of(look, 0.2, 9)
        assert trend.verdict == "no clear change"
        assert f"They lean {way}" in trend.sentence
        assert f"They lean {way}" in trend.words
    assert "lean" not in trend_of(FLAT, FLAT.p_value, 1).sentence


def test_nothing_is_claimed_while_half_of_all_pairs_stand_still() -> None:
    rows = [[5]] * 9 + [[4]]
    tied = looked([[4], *rows[:5], [5], [5], [5], [5]])
    assert tied.slope == 0
    assert verdict_of(tied, 0.01) == "no clear change"


@pytest.mark.parametrize("count", range(5))
def test_below_five_it_is_too_early(count: int) -> None:
    trend = trend_of(looked([[3], [4], [5], [5]][:count]), math.nan, 0)
    assert trend.verdict == "not enough yet"
    assert (trend.sentence == TOO_EARLY) == (count >= 2)
    assert str(count) in trend.reason
    assert len(trend.how) == 1


LOOKS = [RISING, FALLING, FLAT, MIXED, ALIKE, MAIN, APART, ONCE, ONE_DAY, FEW, MANY]


@pytest.mark.parametrize("look", LOOKS)
def test_sentences_are_plain_and_words_hold_no_number(look: Look) -> None:
    trend = trend_of(look, look.p_value, 3)
    assert not JARGON.search(trend.sentence)
    assert not re.search(r"\d", trend.words)
    assert "nan" not in trend.sentence + " ".join(trend.how)
    assert trend.sentence.count(". ") >= 1
    assert trend.interview_count == look.interview_count


def test_a_change_by_date_is_told_a_month() -> None:
    trend = trend_of(RISING, RISING.p_value, 1, slope_per_month=0.5)
    assert "+0.50 points a month" in trend.sentence
    early = trend_of(looked([[1], [2]]), math.nan, 0, slope_per_month=0.5)
    assert early.sentence == TOO_EARLY


def test_the_reason_is_told_where_kinds_stand_in_the_way() -> None:
    reasons = (
        (APART, "time of its own"),
        (ONCE, "came twice"),
        (FEW, "of the same kind"),
        (ONE_DAY, "different days"),
    )
    for look, word in reasons:
        trend = trend_of(look, look.p_value, 1)
        assert trend.verdict == "no clear change"
        assert word in trend.reason
        assert trend.sentence.startswith(trend.reason)
    assert trend_of(RISING, RISING.p_value, 1).reason == ""


def test_how_names_the_statistics_and_the_looks() -> None:
    told = " ".join(trend_of(RISING, 0.02, 7).how)
    for part in ("Theil-Sen", "Permutation", "Holm's correction for 7 looks", "all 5,040 orders"):
        assert part in told
    assert "1 look:" in " ".join(trend_of(RISING, 0.02, 1).how)
    assert "normal limit" in " ".join(trend_of(MANY, 0.02, 1).how)
    assert "a fixed draw of 4,999 orders" in " ".join(trend_of(ALIKE, 0.02, 1).how)
    assert "no interval" in " ".join(trend_of(FEW, math.nan, 1).how)


def test_what_was_compared_is_said() -> None:
    assert "its kind" in trend_of(MIXED, MIXED.p_value, 1).sentence
    assert "hardly differ" in trend_of(ALIKE, ALIKE.p_value, 1).sentence
    assert "most frequent kind" in trend_of(MAIN, MAIN.p_value, 1).sentence
