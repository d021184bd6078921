"""The simulated journals are what their figures rest on."""

from __future__ import annotations

import numpy as np
import pytest

from bench.simulated_journals import answer_counts, as_view, draw_journal, shifting_kinds
from bench.statistics import Simulation, agrees, look_of, table_head
from interview_journal.analysis.filters import Filters
from interview_journal.analysis.journal_facts import journal_facts
from interview_journal.analysis.page_looks import page_looks
from interview_journal.api.trends import check_trend


@pytest.mark.parametrize("seed", range(4))
def test_records_and_arrays_say_the_same_to_the_last_digit(seed: int) -> None:
    draw = np.random.default_rng(seed)
    kinds = shifting_kinds(draw, 14, 3, 1.0)
    drawn = draw_journal(draw, count=14, criteria=6, slope=0.1, kinds=kinds)
    view = as_view(drawn, draw)
    looks = page_looks(journal_facts(view), Filters())
    assert agrees(drawn, looks, check_trend(view).verdict)
    assert not agrees(drawn, looks, "not this")
    other = draw_journal(draw, count=14, criteria=6)
    assert not agrees(other, looks, "no clear change")


def test_numbers_of_answers_are_as_named() -> None:
    draw = np.random.default_rng(1)
    assert answer_counts(draw, 5, "growing").tolist() == [1, 4, 6, 9, 12]
    assert set(answer_counts(draw, 50, "few").tolist()) == {1, 2}
    assert set(answer_counts(draw, 9, "equal").tolist()) == {6}


def test_harder_kinds_come_later() -> None:
    draw = np.random.default_rng(2)
    kinds = shifting_kinds(draw, 400, 2, 2.0)
    assert kinds[:100].mean() < 0.2
    assert kinds[-100:].mean() > 0.8


def test_the_scores_have_the_noise_they_promise_and_the_slope_they_tell() -> None:
    draw = np.random.default_rng(3)
    drawn = draw_journal(draw, count=2_000, how="equal", level=3.0)
    within = np.concatenate([one[:, 0] - one[:, 0].mean() for one in drawn.scores])
    # Rounding adds a twelfth, the ends of the scale take some away.
    assert within.std() * np.sqrt(6 / 5) == pytest.approx(0.93, abs=0.03)
    rising = draw_journal(draw, count=10, level=3.0, slope=0.1)
    assert rising.truth == pytest.approx(0.1, rel=0.1)
    assert look_of(rising.columns()).interview_count == 10


def test_chunks_add_up_whatever_the_number() -> None:
    class Here:
        def map(self, *rows: object) -> list[object]:
            return [np.array([size, 1.0]) for size in rows[3]]  # type: ignore[attr-defined]

    tally = Simulation(Here(), 21, 1).run(lambda _: (1.0,))  # type: ignore[arg-type]
    assert (tally.count, tally.hits.tolist()) == (21, [21, 8])
    assert tally.cell(0) == "100.0 (84.5–100.0)"
    assert tally.cell(1, among=0) == "38.1 (20.8–59.1)"
    assert table_head("a", "b") == ["| a | b |", "|---|---|"]
