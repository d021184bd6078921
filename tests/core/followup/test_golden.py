"""The golden tables: facts and a moment in, the exact list out, and why it is right.

A file in golden/ is a theme; adding a file, or a scenario to one, adds a test.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from interview_journal.core.choices import ACTION_KINDS
from interview_journal.core.followup.plan import follow_up
from tests.core.followup.told import Scenario, parse_scenario, said

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.toml"))
SCENARIOS = [
    pytest.param(parse_scenario(row), id=f"{path.stem}: {row['name']}")
    for path in GOLDEN
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["scenario"]
]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_exactly_this_is_due(scenario: Scenario) -> None:
    assert said(scenario) == scenario.expect.strip(), scenario.why


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_order_of_the_rows_changes_nothing(scenario: Scenario) -> None:
    assert said(scenario, scenario.view.backwards()) == said(scenario)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_scenario_says_why_in_one_line(scenario: Scenario) -> None:
    assert 10 <= len(scenario.why) <= 160
    assert "\n" not in scenario.why


def test_there_are_enough_scenarios_and_each_has_its_own_name() -> None:
    names = [str(one.id) for one in SCENARIOS]
    assert len(names) >= 75
    assert len(set(names)) == len(names)


def test_every_kind_of_action_is_due_somewhere() -> None:
    scenarios: list[Scenario] = [one.values[0] for one in SCENARIOS]  # type: ignore[misc]  # theirs
    found = {
        due.kind for one in scenarios for due in follow_up(one.view, one.now, one.defaults).due
    }
    assert found == set(ACTION_KINDS)
