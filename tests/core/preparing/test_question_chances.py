"""How common topics are, by stage."""

from __future__ import annotations

import pytest

from interview_journal.core.preparing.question_chances import (
    STAGES,
    Stage,
    question_chances,
    round_stage,
)
from interview_journal.core.topics import load_catalogue


@pytest.mark.parametrize("stage", STAGES)
def test_every_topic_of_the_file_is_in_the_catalogue(stage: Stage) -> None:
    chances = question_chances(stage)
    assert len(chances) >= 10
    assert all(load_catalogue().topic(topic) is not None for topic in chances)
    assert all(0 < chance <= 1 for chance in chances.values())


@pytest.mark.parametrize(
    ("kind", "number", "stage"),
    [
        ("phone screen", 1, "screening"),
        ("HR discussion", 1, "screening"),
        ("panel with HR", 3, "panel"),
        ("interview with regional head", 2, "panel"),
        ("Technical interview", 2, "technical"),
        ("portfolio review", 2, "technical"),
        ("final interview with CTO", 3, "final"),
        ("trial day", 3, "final"),
        ("first interview", 1, "meeting"),
        ("", 1, "meeting"),
        ("", 2, "panel"),
        ("面接", 1, "meeting"),
    ],
)
def test_a_round_has_a_stage_by_its_words_then_its_number(
    kind: str, number: int, stage: Stage
) -> None:
    assert round_stage(kind, number) == stage
