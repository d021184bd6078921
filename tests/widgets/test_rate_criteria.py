"""The person's own criteria: added, weighed, retired and brought back; old ratings stay."""

from __future__ import annotations

import pytest

from interview_journal.core.rubric import rubric
from interview_journal.widgets.rate_criteria import (
    NAME_MISSING,
    NAME_TAKEN,
    WEIGHT_WRONG,
    CriteriaForm,
)
from interview_journal.widgets.rate_panel import RatePanel
from tests.widgets.rating import Desk, rows_of


def opened(panel: RatePanel) -> CriteriaForm:
    if not isinstance(panel.opened, CriteriaForm):
        panel.press("criteria")
    assert isinstance(panel.opened, CriteriaForm)
    return panel.opened


def fill(criteria: CriteriaForm, **typed: str) -> None:
    criteria.form.take_typed({**criteria.form.values, **typed})


def test_one_of_my_own_is_added_with_its_anchors_and_asked_for_at_once(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    criteria = opened(panel)
    criteria.press("add")
    fill(criteria, name=" Kept it  short ", anchor_1="Four minutes.", weight="2")
    criteria.press("save")
    criteria.press("save")
    (row,) = desk.journal().criteria
    assert (row.name, row.anchor_1, row.anchor_2, row.weight) == (
        "Kept it short",
        "Four minutes.",
        "",
        2.0,
    )
    assert "Kept it short" in rows_of(panel)
    assert [one["id"] for one in criteria.form.rows["criteria"]][-1] == "Kept it short"


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"name": "  "}, "name", NAME_MISSING),
        ({"name": "evidence"}, "name", NAME_TAKEN),
        ({"name": "Own part"}, "name", NAME_TAKEN),
        ({"name": "Overall"}, "name", NAME_TAKEN),
        ({"name": "Calm", "weight": "much"}, "weight", WEIGHT_WRONG),
        ({"name": "Calm", "weight": "-1"}, "weight", WEIGHT_WRONG),
        ({"name": "Calm", "weight": "nan"}, "weight", WEIGHT_WRONG),
    ],
)
def test_what_does_not_fit_is_said_beside_the_field(
    desk: Desk, typed: dict[str, str], field: str, words: str
) -> None:
    criteria = opened(desk.panel())
    criteria.press("add")
    fill(criteria, **typed)
    criteria.press("save")
    assert criteria.form.errors == {field: words}
    assert desk.journal().criteria == ()


def test_a_built_in_one_is_weighed_and_weighed_again(desk: Desk) -> None:
    criteria = opened(desk.panel())
    for weight in ("3", "0.5"):
        criteria.press("change", "evidence")
        assert [one["name"] for one in criteria.form.fields if one["name"]] == ["weight"]
        fill(criteria, weight=weight)
        criteria.save()
    (row,) = desk.journal().criteria
    assert (row.name, row.weight, row.revision) == ("evidence", 0.5, 2)


def test_retiring_touches_no_rating_and_can_be_undone(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    desk.score(panel, "delivery", 4)
    before = desk.journal().ratings
    criteria = opened(panel)
    criteria.press("retire", "delivery")
    assert "delivery" not in rows_of(panel)
    assert desk.journal().ratings == before
    listed = {one["id"]: one for one in criteria.form.rows["criteria"]}["delivery"]
    assert listed["lines"][0].startswith("Retired.")
    criteria.press("back", "delivery")
    assert rows_of(panel)["delivery"]["score"] == 4


def test_an_own_one_is_changed_under_its_name(desk: Desk) -> None:
    desk.fill()
    panel = desk.panel()
    criteria = opened(panel)
    criteria.press("add")
    fill(criteria, name="Calm")
    criteria.press("save")
    criteria.press("change", "Calm")
    assert "name" not in [one["name"] for one in criteria.form.fields]
    fill(criteria, anchor_5="They leant back.")
    panel.save_all()
    found = rubric(desk.journal()).find("Calm")
    assert found is not None
    assert found.anchors[4] == "They leant back."


def test_with_all_built_in_ones_retired_the_own_ones_make_a_closer_look(desk: Desk) -> None:
    answers = desk.fill()
    panel = desk.panel()
    criteria = opened(panel)
    for one in rubric(desk.journal()).all_criteria:
        criteria.press("retire", one.key)
    assert list(rows_of(panel)) == ["overall"]
    criteria.press("add")
    fill(criteria, name="Calm")
    criteria.press("save")
    desk.score(panel, "Calm", 4)
    assert panel.state.queue.done == {answers[0].id}


def test_the_form_is_left_and_gives_the_focus_back(desk: Desk) -> None:
    panel = desk.panel()
    criteria = opened(panel)
    criteria.press("add")
    criteria.press("cancel")
    criteria.save()
    asked: list[dict[str, str]] = []
    panel.ways.send = asked.append
    criteria.press("close")
    assert panel.opened is None
    assert asked == [{"type": "focus", "key": "criteria:"}]
    opened(panel)
    panel.press("criteria")
    assert panel.opened is None
