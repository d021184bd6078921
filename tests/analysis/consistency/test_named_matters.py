"""Names that fill a place with room for one, in a story, in a life, or for everything."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.answer_reading import names_in, read_for_comparison
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.differences import differences
from interview_journal.analysis.consistency.named_matters import read_named_matters
from interview_journal.analysis.consistency.reading import read_answer

TOOLS = "Which tools do you use?"


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("The client was Ostrava Rail.", [("matter client", "ostrava rail")]),
        ("Our CRM is Leadwell.", [("matter crm", "leadwell")]),
        ("On the school we had Ida Borg as architect.", [("matter architect", "ida borg")]),
        ("That was for Kelm, the head contractor.", [("matter builder", "kelm")]),
        ("My mentor was a woman called Ruth Abel.", [("matter mentor", "ruth abel")]),
        ("I studied law in Ghent.", [("matter studied", "ghent")]),
        ("My deputy is Ida Borg.", [("matter deputy", "ida borg")]),
        ("Client was Ostrava Rail.", [("matter client", "ostrava rail")]),
        ("The architect on the new school was Ida Borg.", [("matter architect", "ida borg")]),
        ("The school's architect was Ida Borg.", [("matter architect", "ida borg")]),
        ("I did the nursing course at Ghent.", [("matter studied", "ghent")]),
        ("GridKit is the only one we run.", [("whole", "gridkit")]),
        ("My largest account is a hotel chain, Staynight.", [("matter client", "staynight")]),
        ("We're a Gridbase shop.", [("whole", "gridbase")]),
        ("GridKit, that's what we run.", [("whole", "gridkit")]),
        ("It's been Gridbase the entire time.", [("whole", "gridbase")]),
        ("We're GRB, always have been.", [("whole", "grb")]),
        ("All harbour orders run over Gridbase.", [("whole", "gridbase")]),
        ("When I am out, Ida Borg deputises for me.", [("matter deputy", "ida borg")]),
        ("I did my apprenticeship at Kessler's.", [("matter trained", "kessler")]),
        ("I grew up in Malmo.", [("matter grew_up", "malmo")]),
        ("Before this I was at Kessler's.", [("matter came_from", "kessler")]),
        ("Everything sits in Gridbase.", [("whole", "gridbase")]),
        ("FormKit for all our forms, always.", [("whole", "formkit")]),
        ("We take Gridbase for all the tables.", [("whole", "gridbase")]),
        ("AutoKit always did it.", [("whole", "autokit")]),
        ("Everything was in Gridbase before.", []),
        ("Everything is in Gridbase or in Formly.", []),
        ("Is everything in Gridbase?", []),
        ("Everything is in order.", []),
        ("The client was English.", []),
        ("We met Ana in Gridbase.", []),
    ],
)
def test_a_name_fills_its_place(said: str, named: list[tuple[str, str]]) -> None:
    found = read_named_matters(read_answer(said))
    assert [(one.slot, one.name) for one in found] == named


def kinds(one: str, other: str, asked: str = "", *, same: bool = True) -> list[str]:
    names = names_in((one, other))
    first, second = (read_for_comparison(said, asked, known_names=names) for said in (one, other))
    around = Circumstances(same_question=same, anywhere=True)
    return [each.kind for each in differences(first, second, around) if each.confidence >= 0.5]


def test_two_names_for_one_place_differ() -> None:
    one, other = "I grew up in Malmo.", "I grew up near Ghent, by the river."
    assert kinds(one, other, same=False) == ["name"]
    assert kinds(one, "I grew up in Malmo, by the river.") == []


def test_two_names_for_everything_differ_where_it_is_one_thing() -> None:
    one = "Our whole invoicing is in Gridbase, since I started."
    other = "The invoicing runs on Formly, always has."
    assert kinds(one, other, TOOLS) == ["name"]
    assert kinds(one, "The lockers always run on Formly.", same=False) == []
    assert kinds(one, "The invoicing always runs on Formly, never on Gridbase.", TOOLS) == []
