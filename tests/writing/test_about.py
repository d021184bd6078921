"""Which records a draft is about, whatever of them is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from interview_journal.core.records import Reference
from interview_journal.writing.about import about_action, about_round
from interview_journal.writing.drafting import draft_action
from tests.records_in_memory import Records
from tests.writing.records import NEXT_DAY, due, met, panel, person, round_two

REFEREE = person("Anneke Visser", "anneke", kind="referee")
AGREED = Reference(id="f_one", application_id="p_osprey", person_id="n_anneke", scope="The team")


def test_a_panel_is_told_in_its_order_interviewers_first() -> None:
    records = panel(people=(*panel().people, REFEREE))
    records = replace(records, encounters=(*records.encounters, met("anneke"), met("nobody")))
    about = about_round(records, records.interviews[0], records.people[1])
    assert about.panel == ("n_martin", "n_shreya", "n_kelly")
    assert [one.id for one in about.encounters] == ["m_martin"]


def test_two_notes_about_one_person_are_one_meeting() -> None:
    again = met("martin", "The vans", id="m_again")
    records = panel(encounters=(*panel().encounters, again))
    about = about_round(records, records.interviews[0], records.people[1])
    assert [one.id for one in about.encounters] == ["m_martin", "m_again"]
    assert about.panel.count("n_martin") == 1


@pytest.mark.parametrize(
    ("today", "interview_id"),
    [(date(2026, 3, 18), "i_two"), (date(2026, 4, 1), "i_three"), (date(2026, 3, 1), "i_two")],
)
def test_a_letter_to_a_referee_is_about_the_latest_round_that_was(
    today: date, interview_id: str
) -> None:
    later = round_two(id="i_three", round=3, held_on=date(2026, 4, 1))
    records = panel(interviews=(later, *panel().interviews))
    about = about_action(records, due("ask a referee"), today=today)
    assert about.interview is not None
    assert about.interview.id == interview_id


def test_the_reference_is_found_by_its_id_or_by_its_referee() -> None:
    records = panel(people=(REFEREE,), references=(AGREED,))
    for action in (due("tell a referee", other_id="f_one"), due("tell a referee", "anneke")):
        assert about_action(records, action, today=NEXT_DAY).reference == AGREED
    assert about_action(records, due("tell a referee"), today=NEXT_DAY).reference is None


def test_an_application_without_a_round_can_be_written_about() -> None:
    records = panel(interviews=(), encounters=(), people=(REFEREE,), references=(AGREED,))
    about = about_action(records, due("ask a referee", "anneke"), today=NEXT_DAY)
    assert (about.interview, about.reference) == (None, AGREED)
    draft = draft_action(records, due("ask a referee", "anneke"), "referee request", today=NEXT_DAY)
    assert draft.text.startswith("Dear Anneke,")
    assert draft.gaps == ()


def test_where_nothing_is_known_there_are_only_gaps() -> None:
    action = due("ask for news", "nobody", interview_id="i_gone")
    draft = draft_action(Records(), action, "request for news", today=NEXT_DAY)
    assert {gap.words for gap in draft.gaps} >= {"[name]", "[your name]", "[the company]"}
    assert "on which day" in draft.text


def test_a_round_of_an_application_that_is_gone_still_thanks() -> None:
    records = panel(applications=())
    action = due("thank-you note", "martin", interview_id="i_two", application_id="")
    draft = draft_action(records, action, "thank-you note", today=NEXT_DAY)
    assert "the new depot in the north" in draft.text
    assert "[the company]" in draft.text


def test_a_very_long_name_is_cut_where_it_can_be() -> None:
    for name, start in (("Ana " + "Maria " * 40, "Ana Maria"), ("x" * 300, "xxx")):
        records = panel(people=(person(name, "martin"),))
        action = due("ask for news", "martin", interview_id="i_two")
        draft = draft_action(records, action, "request for news", today=NEXT_DAY, tone="formal")
        assert draft.to_name.startswith(start)
        assert draft.to_name.endswith("…")
        assert len(draft.to_name) <= 80
