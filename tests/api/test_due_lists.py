"""What is due, with where it belongs."""

from __future__ import annotations

from interview_journal.api.due_lists import due_values, list_due
from interview_journal.core.records import Action, Application, Interview
from tests.writing.dated_journals import NOW, TODAY, panel_evening


def test_each_line_has_its_heading_and_its_round() -> None:
    listed = list_due(panel_evening(), NOW)
    assert [(one.group, one.title) for one in listed.due[:3]] == [
        ("today", "Northgate Hospital, round 1")
    ] * 3
    assert [title for _, title in listed.waiting] == ["Northgate Hospital, round 1"]
    assert listed.problems == ()


def test_what_is_about_no_round_names_the_company() -> None:
    offer = Application(id="p_won", company="Acme", status="offer", status_at=NOW)
    listed = list_due(panel_evening().with_(applications=(offer,), interviews=()), NOW)
    assert [(one.action.kind, one.title) for one in listed.due] == [("answer an offer", "Acme")]


def test_the_values_are_plain_and_say_what_was_put_off() -> None:
    later = NOW.replace(hour=21)
    put_off = Action(key="thank:i_first:n_ana", status="snoozed", snoozed_until=later, saved_at=NOW)
    values = due_values(list_due(panel_evening().and_(actions=[put_off]), NOW))
    by_key = {one["key"]: one for one in values["due"]}
    assert by_key["thank:i_first:n_ana"]["is_snoozed"]
    assert not by_key["thank:i_first:n_ben"]["is_snoozed"]
    assert values["waiting"][0]["since"] == TODAY.isoformat()


def test_a_round_to_come_alone_is_nothing_to_do() -> None:
    coming = Interview(application_id="p_acme", held_on=TODAY.replace(day=20))
    listed = list_due(panel_evening().with_(interviews=(coming,), encounters=()), NOW)
    assert listed.due == ()
