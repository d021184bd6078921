"""Chi-square quantiles, beside scipy's."""

from __future__ import annotations

import pytest
from scipy import stats

from interview_journal.analysis.chi_square import chi_square_quantile


@pytest.mark.parametrize("freedom", [1, 2, 4, 9, 30, 100])
@pytest.mark.parametrize("share", [0.025, 0.975])
def test_a_quantile_is_scipys(freedom: int, share: float) -> None:
    expected = stats.chi2.ppf(share, freedom)
    assert chi_square_quantile(share, freedom) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("share", [0.025, 0.975])
def test_many_degrees_of_freedom_are_close_enough(share: float) -> None:
    expected = stats.chi2.ppf(share, 101)
    assert chi_square_quantile(share, 101) == pytest.approx(expected, rel=1e-3)
