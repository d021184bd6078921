"""A page as a whole: looks, pictures, cache."""

from __future__ import annotations

import dataclasses
import math
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from interview_journal.analysis.figures import FIGURE_KEYS, figure_code, page_figures
from interview_journal.analysis.filters import Filters
from interview_journal.analysis.holm import holm_corrected
from interview_journal.analysis.journal_facts import TrendsCache, journal_facts
from interview_journal.analysis.page_looks import PageLooks, filtered_scores, page_looks
from interview_journal.core.records import Criterion, Rating
from tests.analysis.small_journals import evening, rating, scored
from tests.records_in_memory import Records

if TYPE_CHECKING:
    from interview_journal.analysis.trend_values import Figure, Trend

RISING = [[1, 2], [2, 2], [2, 3], [3, 3], [4, 4], [4, 5], [5, 5], [5, 5]]
CRITERIA = ("relevance", "structure")
ENDS = ["rejected", "rejected", "silence", "advanced", "advanced", "advanced", "advanced", None]
LONG = [*RISING, [5, 5]]
EVERYTHING = Filters()


def with_criteria(view: Records, names: tuple[str, ...] = CRITERIA) -> Records:
    """Return the same with each score on each criterion as well, the second one standing still."""
    more = [
        rating(
            one.answer_id,
            one.score if place == 0 else 3,
            criterion=name,
            rated_at=one.rated_at,
            id=f"{one.id}_{place}",
        )
        for one in view.ratings
        for place, name in enumerate(names)
    ]
    return view.and_(ratings=more)


def blind_again(view: Records, shift: int = 0) -> Records:
    """Return the same with every score given again blind, much later."""
    again = [
        rating(
            one.answer_id,
            min(5, max(1, (one.score or 3) + (shift if place % 2 else 0))),
            blind=True,
            rated_at=evening(30),
            criterion=one.criterion,
        )
        for place, one in enumerate(view.ratings)
    ]
    return view.and_(ratings=again)


def looked(view: Records, filters: Filters = EVERYTHING) -> PageLooks:
    return page_looks(journal_facts(view), filters)


def pictured(view: Records, filters: Filters = EVERYTHING) -> tuple[Trend, dict[str, Figure]]:
    facts = journal_facts(view)
    trend, figures = page_figures(facts, filters, page_looks(facts, filters))
    assert tuple(figure.key for figure in figures) == FIGURE_KEYS
    return trend, {figure.key: figure for figure in figures}


def full() -> Records:
    """Return a journal that has something to say under every picture."""
    topics = [[f"t{place % 4}_a", f"t{place % 4}_b"] for place in range(len(LONG))]
    view = scored(
        LONG,
        outcomes=[*ENDS[:7], "advanced", "advanced"],
        percents=[10] * 9,
        topics=topics,
    )
    better = [
        one.with_changes(better_answer="Better.", better_answer_at=evening(place // 2, hours=1))
        if place < 8
        else one
        for place, one in enumerate(view.answers)
    ]
    view = with_criteria(view.with_(answers=tuple(better)))
    return blind_again(view, shift=1).and_(
        ratings=[rating("a_000_00", 3, rater="Sam", rated_at=evening(9))]
    )


def test_all_looks_are_corrected_together() -> None:
    looks = looked(full())
    assert looks.look_count == 6
    raw = [
        looks.look.p_value,
        looks.guesses.p_value,
        looks.parted.p_value,
        looks.repaired.p_value,
        *(one.look.p_value for one in looks.criteria),
    ]
    names = ["trend", "forecasts", "separation", "repair"]
    names += [f"criterion {one.criterion}" for one in looks.criteria]
    assert [looks.corrected[name] for name in names] == holm_corrected(raw)


def test_the_criterion_asked_for_is_one_look_not_two() -> None:
    view = with_criteria(scored(RISING))
    overall, structure = looked(view), looked(view, Filters(criterion="structure"))
    assert overall.look_count == 3
    assert structure.look_count == 2
    assert structure.corrected["criterion structure"] == structure.corrected["trend"]


def test_the_scores_under_a_filter_are_those_of_the_page() -> None:
    table, filters = journal_facts(scored(RISING)).table, Filters(end=date(2026, 1, 12))
    assert filtered_scores(table, filters).means.tolist() == [1.5, 2.0]


def test_what_cannot_be_tested_is_no_look() -> None:
    assert looked(Records()).look_count == 0
    few = looked(scored(RISING[:4]))
    assert few.look_count == 0
    assert math.isnan(few.corrected["trend"])
    assert not few.claims("trend")


def test_a_criterion_without_a_score_under_the_filters_is_left_out() -> None:
    view = scored(RISING).and_(ratings=[rating("a_000_00", 3, criterion="evidence")])
    assert [one.criterion for one in looked(view).criteria] == ["evidence"]
    assert looked(view, Filters(start=date(2026, 2, 1))).criteria == ()


def test_scores_given_after_the_outcome_separate_nothing() -> None:
    view = scored(
        [[score] for score in (1, 1, 2, 2, 4, 4, 5, 5)],
        outcomes=["rejected"] * 4 + ["advanced"] * 4,
    )
    assert looked(view).parted.area == 1
    late = tuple(one.with_changes(rated_at=evening(20)) for one in view.ratings)
    assert not looked(view.with_(ratings=late)).parted.is_ready


COLUMNS = {
    "score": {
        "interview_id": "str", "number": "int64", "held_on": "datetime64[s]", "company": "str",
        "kind": "str", "round": "int64", "answer_count": "int64", "mean_score": "float64",
        "noise_low": "float64", "noise_high": "float64", "line": "float64",
        "line_low": "float64", "line_high": "float64",
    },
    "criteria": {
        "criterion": "str", "label": "str", "mean_score": "float64", "interview_count": "int64",
        "answer_count": "int64", "slope_per_interview": "float64", "low": "float64",
        "high": "float64", "verdict": "str",
    },
    "forecasts": {
        "percent": "int64", "forecast_count": "int64", "advanced_count": "int64",
        "share": "float64", "low": "float64", "high": "float64",
    },
    "stages": {
        "stage": "str", "decided_count": "int64", "advanced_count": "int64",
        "waiting_count": "int64", "share": "float64", "low": "float64", "high": "float64",
    },
    "repair": {
        "topic": "str", "label": "str", "is_repaired": "bool", "repaired_at": "datetime64[s]",
        "before_mean": "float64", "after_mean": "float64", "before_count": "int64",
        "after_count": "int64", "change": "float64",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    "view", [Records(), scored([[3]]), scored(RISING[:3]), scored(RISING), full()],
    ids=["empty", "one", "three", "eight", "full"],
)  # fmt: skip
def test_every_frame_has_its_columns_whatever_the_journal(view: Records) -> None:
    trend, figures = pictured(view)
    for key, figure in figures.items():
        told = {name: str(dtype) for name, dtype in figure.frame.dtypes.items()}
        assert told == COLUMNS[key]
        assert figure.title
        assert figure.sentence.endswith(".")
        assert figure.how
        assert "nan" not in figure.sentence + figure.words + " ".join(figure.how)
        assert not re.search(r"\d", figure.words)
    assert figures["score"].words.startswith(trend.words)


def test_the_dots_are_those_of_a_naive_count() -> None:
    _, figures = pictured(scored(RISING, kinds=["panel"] * 8))
    frame = figures["score"].frame
    assert frame["number"].tolist() == list(range(1, 9))
    assert frame["mean_score"].tolist() == [np.mean(row) for row in RISING]
    assert frame["answer_count"].tolist() == [2] * 8
    assert frame["held_on"].tolist() == [
        pd.Timestamp(2026, 1, 5) + pd.Timedelta(days=7 * place) for place in range(8)
    ]
    assert set(frame["company"]) == {"Acme"}
    assert set(frame["kind"]) == {"panel"}
    assert frame[["noise_low", "noise_high"]].isna().all(axis=None)


def test_the_line_lies_in_its_band_and_has_the_trends_slope() -> None:
    trend, figures = pictured(scored(RISING))
    frame = figures["score"].frame
    assert (frame["line_low"] < frame["line"]).all()
    assert (frame["line"] < frame["line_high"]).all()
    assert np.diff(frame["line"]) == pytest.approx([trend.slope_per_interview] * 7)
    width = (frame["line_high"] - frame["line_low"]).tolist()
    assert width[0] > width[3] < width[-1]


def test_by_date_the_line_follows_the_calendar_and_the_verdict_stays() -> None:
    view = scored(RISING, days=[0, 1, 2, 3, 60, 61, 62, 63])
    by_number, _ = pictured(view)
    trend, figures = pictured(view, Filters(axis="date"))
    assert (trend.verdict, trend.slope_per_interview) == (
        by_number.verdict,
        by_number.slope_per_interview,
    )
    assert trend.slope_per_month is not None
    assert "points a month" in figures["score"].sentence
    steps = np.diff(figures["score"].frame["line"])
    assert steps[3] > 10 * steps[0]


def test_no_line_is_drawn_where_kind_and_time_cannot_be_parted() -> None:
    _, figures = pictured(scored(RISING, kinds=["a"] * 4 + ["b"] * 4))
    assert figures["score"].frame["line"].isna().all()
    assert figures["score"].is_ready


def test_the_noise_is_drawn_and_said_but_does_not_gate() -> None:
    plain, _ = pictured(scored(RISING))
    trend, figures = pictured(blind_again(scored(RISING), shift=-1))
    figure = figures["score"]
    assert trend.verdict == plain.verdict == "improving"
    error = float(journal_facts(blind_again(scored(RISING), shift=-1)).noise("overall").error)
    frame = figure.frame
    reach = 1.959964 * error / math.sqrt(2)
    assert frame["noise_low"][3] == pytest.approx(3 - reach, abs=1e-5)
    assert frame["noise_high"].max() <= 5
    assert figure.meta["noise_band"] == pytest.approx(reach, abs=1e-5)
    assert figure.meta["detectable_change"] == pytest.approx(reach * math.sqrt(2), abs=1e-5)
    assert "Scored again blind" in figure.sentence
    assert "does not gate" in " ".join(figure.how)


def test_few_re_ratings_are_told_and_not_drawn() -> None:
    view = scored(RISING).and_(ratings=[rating("a_000_00", 2, blind=True, rated_at=evening(9))])
    _, figures = pictured(view)
    assert "noise_band" not in figures["score"].meta
    assert "from five on" in " ".join(figures["score"].how)


def test_mentors_are_set_beside_the_person() -> None:
    _, figures = pictured(full())
    assert any(line.startswith("You and Sam: 1 answers") for line in figures["score"].how)


def test_blind_only_looks_at_blind_scores_alone() -> None:
    trend, _ = pictured(full(), Filters(blind_only=True))
    assert trend.answer_count == 18
    nothing, _ = pictured(scored(RISING), Filters(blind_only=True))
    assert nothing.interview_count == 0


def test_criteria_are_told_strongest_first_with_their_verdicts() -> None:
    _, figures = pictured(with_criteria(scored(RISING)))
    frame = figures["criteria"].frame
    assert frame["label"].tolist() == ["Relevance", "Structure"]
    assert frame["verdict"].tolist() == ["improving", "no clear change"]
    assert "Clear change: Relevance (improving)." in figures["criteria"].sentence
    early = pictured(with_criteria(scored(RISING[:3])))[1]["criteria"]
    assert early.frame["slope_per_interview"].isna().all()
    assert "too early" in early.sentence
    still = pictured(with_criteria(scored([[3], [4]] * 3)))[1]["criteria"]
    assert "No clear change in any of them yet." in still.sentence
    both = pictured(with_criteria(scored(RISING), ("relevance",)))[1]["criteria"]
    assert "only Relevance is rated" in both.sentence


def test_two_moving_criteria_are_named_together() -> None:
    view = with_criteria(scored(RISING), ("relevance",))
    view = view.and_(
        ratings=[
            rating(one.answer_id, one.score, criterion="evidence", rated_at=one.rated_at)
            for one in scored(RISING).ratings
        ]
    )
    sentence = pictured(view)[1]["criteria"].sentence
    assert "Evidence (improving) and Relevance (improving)" in sentence


def test_guesses_are_judged_from_eight_outcomes_on() -> None:
    _, figures = pictured(full())
    told = figures["forecasts"]
    assert told.is_ready
    assert told.meta["bias"] == pytest.approx(10 - 100 * 6 / 9)
    assert "You tend to expect less than comes." in told.sentence
    early = pictured(scored([[3]], outcomes=["advanced"], percents=[50]))[1]["forecasts"]
    assert not early.is_ready
    assert "so far there is 1" in early.sentence
    one = ["advanced"] * 4 + ["rejected"] * 5
    hopeful = pictured(scored([[3]] * 9, outcomes=one, percents=[90] * 9))[1]["forecasts"]
    assert "hope for more" in hopeful.sentence
    fair = pictured(scored([[3]] * 9, outcomes=one, percents=[50] * 9))[1]["forecasts"]
    assert "can be luck" in fair.sentence


def test_one_no_is_not_interpreted() -> None:
    _, figures = pictured(scored([[3]], outcomes=["rejected"]))
    assert not figures["stages"].is_ready
    assert "A single no is not interpreted" in figures["stages"].sentence
    assert "36 %" in " ".join(figures["stages"].how)
    unknown = pictured(scored([[3], [4]]))[1]["stages"]
    assert "No outcome is known yet" in unknown.sentence


def test_interviews_without_news_are_counted_apart() -> None:
    some = ["rejected", None, "advanced", None]
    assert (
        "2 interviews still without news"
        in pictured(scored([[3]] * 4, outcomes=some))[1]["stages"].sentence
    )
    assert (
        "without news"
        not in pictured(scored([[3]] * 2, outcomes=["rejected"] * 2))[1]["stages"].sentence
    )


@pytest.mark.parametrize(("turned", "word"), [(False, "more often"), (True, "less often")])
def test_ratings_that_go_with_a_yes_are_told_with_their_luck(*, turned: bool, word: str) -> None:
    scores = [[1], [1], [2], [2], [2], [4], [4], [5], [5], [5]]
    ends = (["rejected"] * 5 + ["advanced"] * 5)[:: -1 if turned else 1]
    kinds = ["a"] * 5 + ["b"] * 5
    told = pictured(scored(scores, outcomes=ends, kinds=kinds))[1]["stages"]
    assert f"ended with a yes {word}" in told.sentence
    assert "about once in 126 times" in told.sentence
    assert "one comparison" in " ".join(told.how)
    mixed = pictured(scored([[3], [4]] * 5, outcomes=ends))[1]["stages"]
    assert "do not tell a yes from a no" in mixed.sentence


def test_repair_is_told_beside_the_topics_without_it() -> None:
    _, figures = pictured(full())
    told = figures["repair"]
    assert told.is_ready
    assert told.meta["repaired_count"] == 8
    assert "more than luck alone" in told.sentence
    assert "even without work" in told.words
    few = pictured(scored(RISING))[1]["repair"]
    assert "No repaired answer was asked for again yet" in few.sentence


def test_a_few_repaired_topics_are_too_few() -> None:
    view = scored([[1, 2], [3, 4]], topics=[["a", "b"]] * 2)
    first = view.answers[0].with_changes(better_answer="B.", better_answer_at=evening(0, hours=1))
    told = pictured(view.with_(answers=(first, *view.answers[1:])))[1]["repair"]
    assert not told.is_ready
    assert "1 repaired topic asked again: +2.0 points, +2.0 for 1 without repair" in told.sentence


@pytest.mark.parametrize(("later", "word"), [(1, "can still be luck"), (0, "for the worse")])
def test_repair_that_did_not_help_is_told_as_it_is(*, later: int, word: str) -> None:
    names = [f"topic {number}" for number in range(8)]
    after = [3 + later * (1 if number % 2 else -1) if later else 1 for number in range(8)]
    view = scored([[3] * 8, after], topics=[names] * 2)
    better = {"better_answer": "B.", "better_answer_at": evening(0, hours=1)}
    answers = [
        one.with_changes(**better) if one.interview_id == "i_000" else one for one in view.answers
    ]
    told = pictured(view.with_(answers=tuple(answers)))[1]["repair"]
    assert word in told.sentence + told.words


def test_the_line_of_code_names_the_filters_that_differ() -> None:
    filters = Filters(company="O'Neil", start=date(2026, 3, 4), blind_only=True)
    assert figure_code("repair", filters) == (
        "ij.trend_frame(journal, 'repair', company=\"O'Neil\", start='2026-03-04', blind_only=True)"
    )


def test_the_cache_reads_again_only_when_a_table_changed() -> None:
    view, cache = scored(RISING), TrendsCache()
    facts = cache.facts(view)
    assert cache.facts(view) is facts
    same = dataclasses.replace(view)
    assert cache.facts(same) is facts
    more = view.and_(ratings=[Rating(answer_id="a_000_00", score=5, rated_at=datetime.now(UTC))])
    assert cache.facts(more) is not facts


def test_facts_name_criteria_as_the_person_does() -> None:
    facts = journal_facts(scored(RISING).and_(criteria=[Criterion(name="Kept it short")]))
    assert facts.key("kept it SHORT") == "Kept it short"
    assert facts.key("Own part") == "contribution"
    assert facts.key("unknown one") == facts.label("unknown one") == "unknown one"
    assert facts.label("overall") == "Overall"
    assert facts.subject("overall") == "Your answers"
    assert facts.subject("structure") == "Your answers on “Structure”"
    assert facts.noise("overall") is facts.noise("overall")
    assert facts.mentors("overall") is facts.mentors("overall")


def test_the_filter_lists_offer_what_the_journal_has() -> None:
    view = with_criteria(scored([[3, 4]], kinds=["panel"], topics=[["team", ""]]))
    story = view.answers[0].with_changes(response_type="story")
    choices = journal_facts(view.with_(answers=(story, view.answers[1]))).choices
    assert [one.label for one in choices.companies] == ["Acme"]
    assert [one.value for one in choices.kinds] == ["panel"]
    assert [(one.value, one.label) for one in choices.topics] == [("team", "Your team")]
    assert [one.value for one in choices.criteria] == ["overall", "relevance", "structure"]
    assert [one.value for one in choices.response_types] == ["story"]
