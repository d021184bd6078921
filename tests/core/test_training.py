"""Worked examples: complete, all different, and in tune with the rubric they teach."""

from __future__ import annotations

from typing import get_args

import pytest

from interview_journal.core.choices import ResponseType
from interview_journal.core.rubric import BUILT_IN, OVERALL, rubric_of_built_in, suggest_score
from interview_journal.core.training import (
    Reference,
    TrainingExample,
    compare_try,
    training_examples,
)

EXAMPLES = training_examples()


def test_there_are_eight_to_ten_and_all_are_different() -> None:
    assert 8 <= len(EXAMPLES) <= 10
    for name in ("key", "person", "question", "answer"):
        assert len({getattr(one, name) for one in EXAMPLES}) == len(EXAMPLES)
    assert all(" " not in one.key for one in EXAMPLES)


def test_they_differ_in_kind() -> None:
    assert {one.kind for one in EXAMPLES} == set(get_args(ResponseType))


@pytest.mark.parametrize("criterion", [*BUILT_IN, OVERALL])
def test_every_level_of_every_criterion_is_shown(criterion: str) -> None:
    assert {one.references[criterion].score for one in EXAMPLES} == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.key)
def test_the_reference_scores_follow_from_the_checks(example: TrainingExample) -> None:
    for criterion in rubric_of_built_in().criteria:
        reference = example.references[criterion.key]
        assert set(reference.checks) <= {one.key for one in criterion.checks}
        assert (suggest_score(criterion, reference.checks) or 1) == reference.score


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.key)
def test_every_score_is_explained_in_one_or_two_sentences(example: TrainingExample) -> None:
    assert tuple(example.references) == (*BUILT_IN, OVERALL)
    for reference in example.references.values():
        assert reference.why.endswith(".")
        assert reference.why.count(". ") <= 2


def test_overall_lies_among_the_criteria() -> None:
    for one in EXAMPLES:
        scores = [one.references[criterion].score for criterion in BUILT_IN]
        assert min(scores) <= one.references[OVERALL].score <= max(scores)


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (3, "The same as the reference."),
        (4, "One level higher"),
        (1, "Two levels lower"),
        (None, "here it does apply"),
    ],
)
def test_a_try_is_told_against_the_reference(score: int | None, words: str) -> None:
    told = compare_try(score, Reference(3, (), "So it is."))
    assert words in told
    assert "reference: 3" in told
    assert told.endswith("So it is.")


def test_in_words_no_number_is_told() -> None:
    told = compare_try(5, Reference(1, (), "So it is."), in_words=True)
    assert not any(char.isdigit() for char in told)
    assert told.startswith("Four levels higher")
