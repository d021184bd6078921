"""Reasons for leaving that are told by a phrase, and what a phrase rules out."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.reading import read_answer
from interview_journal.analysis.consistency.reasons import read_reason, reasons_clash

LEAVING = "Why do you want to leave?"


@pytest.mark.parametrize(
    ("said", "named", "denied"),
    [
        ("There is no way up for me.", {"growth"}, set()),
        ("My boss and I never saw eye to eye.", {"manager"}, set()),
        ("It's ninety minutes each way.", {"travel"}, set()),
        ("I was made redundant in March.", {"closing", "let_go"}, set()),
        ("I handed in my notice in June.", {"choice"}, set()),
        ("I'm well paid, I have just stopped learning.", {"learning"}, {"pay"}),
        ("I'm not well paid.", {"pay"}, set()),
        ("The tasks are still exciting.", set(), {"boredom"}),
        ("The commute I actually enjoy, it's the rota.", {"hours"}, {"travel"}),
        ("The rota is neither here nor there to me, it's the pay.", {"pay"}, {"hours"}),
        ("I love the people, it's the pay.", {"pay"}, {"people"}),
        ("They gave me a permanent contract, I'm bored.", {"boredom"}, {"security"}),
    ],
)
def test_reasons_are_heard(said: str, named: set[str], denied: set[str]) -> None:
    found = read_reason(read_answer(said, LEAVING))
    assert found is not None
    assert (set(found.named), set(found.denied)) == (named, denied)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It's the money.", "I'm well paid, but I stopped learning."),
        ("It's the commute.", "The commute I enjoy, it's the nights."),
        ("I was made redundant.", "I handed in my notice."),
        ("I'm bored.", "The work is always interesting, it's the pay."),
    ],
)
def test_what_one_rules_out_the_other_names(one: str, other: str) -> None:
    first, second = (read_reason(read_answer(said, LEAVING)) for said in (one, other))
    assert first is not None
    assert second is not None
    assert reasons_clash(first, second) >= 0.5
