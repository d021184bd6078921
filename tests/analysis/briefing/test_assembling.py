"""The briefing as a whole: it says what the journal says, and nothing else."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.analysis.briefing.assembling import (
    briefing_sources,
    make_briefing,
    rehearsal_choices,
)
from interview_journal.analysis.settled_findings import OpenFinding, SettledFinding, SortedFindings
from interview_journal.core.claims import Finding
from interview_journal.core.preparing.values import Briefing
from interview_journal.core.records import Verdict
from tests.prepared_journal import ABOUT, AHEAD, FIRST, NOW, WHY, held, prepared, view_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from interview_journal.core.records import Interview, Record

NONE = SortedFindings((), (), ())
SENTINEL = re.compile(r"zq\d+zq")
KEPT_BACK = (
    "email",
    "phone",
    "linkedin",
    "account",
    "to_improve",
    "posting_url",
    "note",
    "relation",
)
"""What a briefing has no business with."""


def made(
    *records: Record,
    interview: Interview = AHEAD,
    findings: SortedFindings = NONE,
    swapped: tuple[str, ...] = (),
) -> Briefing:
    sources = briefing_sources(view_of(*records), interview, now=NOW, findings=findings)
    return make_briefing(sources, swapped=swapped)


def finding(answer_a: str, answer_b: str, *, sure: float = 0.9) -> Finding:
    return Finding(
        kind="count",
        answer_a=answer_a,
        quote_a="I plan rotas.",
        span_a=(0, 1),
        answer_b=answer_b,
        quote_b="I do not.",
        span_b=(0, 1),
        reason="Rotas: yes; no.",
        confidence=sure,
        key=f"count_{answer_a}",
    )


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from texts_in(getattr(value, one.name))


def marked(records: tuple[Record, ...]) -> tuple[tuple[Record, ...], dict[str, str]]:
    """Return the records with a mark of its own in each text, and where each mark stands."""
    places: dict[str, str] = {}
    out = []
    for row in records:
        changes = {}
        for name, info in type(row).model_fields.items():
            is_text = info.annotation is str and name not in (
                "id",
                "time_zone",
                "topic",
                "criterion",
            )
            if is_text and not name.endswith("_id") and name not in ("asked_by", "rater", "checks"):
                mark = f"zq{len(places)}zq"
                places[mark] = f"{row.table}.{name}"
                changes[name] = f"{getattr(row, name)} {mark}"
        out.append(row.with_changes(**changes))
    return tuple(out), places


def test_every_word_on_the_page_stands_in_the_journal() -> None:
    records, places = marked(prepared())
    page = made(*records)
    found = {mark for text in texts_in(page) for mark in SENTINEL.findall(text)}
    shown = {places[mark] for mark in found}
    assert shown >= {
        "applications.company",
        "applications.role",
        "applications.requirements",
        "people.name",
        "people.title",
        "people.notes",
        "encounters.topics",
        "encounters.i_promised",
        "encounters.they_promised",
        "interviews.unsaid",
        "interviews.if_then_plan",
        "interviews.went_well",
        "answers.question",
        "answers.answer",
        "answers.better_answer",
    }
    assert not {place for place in shown if place.partition(".")[2] in KEPT_BACK}


def test_the_sections_of_the_example() -> None:
    page = made(*prepared())
    assert page.head.company == "Acme Clinic"
    assert (page.head.when, page.head.left_words) == ("Friday 13 March", "in 3 days")
    assert page.unsaid == ("The night rota.",)
    assert page.plans == ("If they ask why, I start with the ward.",)
    assert page.strengths == ("I was calm.", "You answer these well: About you.")
    assert page.gaps == ("At what time it begins", "Where it is, or the link to the call")
    assert [one.quote for one in page.requirements] == [
        "I plan rotas for forty nurses.",
        "nothing yet",
    ]


def test_an_empty_application_gives_a_page_of_gaps() -> None:
    lone = held(12, 1)
    page = made(lone, interview=lone)
    assert (page.head.company, page.people, page.rehearse, page.differs) == ("", (), (), ())
    assert page.gaps == (
        "At what time it begins",
        "Where it is, or the link to the call",
        "What kind of talk it is",
        "What the job needs",
        "Who will be there",
    )
    assert len(page.likely) == 10
    assert len(page.questions_to_ask) == 3


def test_a_swap_puts_the_persons_choice_first() -> None:
    page = made(*prepared(), swapped=(ABOUT.id,))
    assert [one.answer_id for one in page.rehearse] == [ABOUT.id, WHY.id]
    assert page.rehearse[0].why == "You chose it."
    assert page.rehearse[0].is_swapped_in


def test_the_choices_hold_every_topic_once() -> None:
    sources = briefing_sources(view_of(*prepared()), AHEAD, now=NOW, findings=NONE)
    found = rehearsal_choices(sources)
    assert {one.answer_id for one in found} == {ABOUT.id, WHY.id}
    assert found[0].answer_id == WHY.id


@pytest.mark.parametrize(
    ("sure", "points"), [(0.9, ("settle this first: Rotas: yes; no.",)), (0.5, ())]
)
def test_a_sure_finding_is_a_point_to_settle(sure: float, points: tuple[str, ...]) -> None:
    waiting = SortedFindings((OpenFinding(finding(ABOUT.id, WHY.id, sure=sure), None),), (), ())
    page = made(*prepared(), findings=waiting)
    assert page.rehearse[0].points == points
    assert (page.differs[0].verdict, page.differs[0].what_i_will_say) == ("", "")


def test_what_the_person_decided_stands_first() -> None:
    decided = finding(ABOUT.id, WHY.id)
    verdict = Verdict(key=decided.key, verdict="would fix", what_i_will_say="I\nplan them.")
    both = SortedFindings(
        (OpenFinding(finding(WHY.id, ABOUT.id), None),), (), (SettledFinding(decided, verdict),)
    )
    page = made(*prepared(), findings=both)
    assert [one.what_i_will_say for one in page.differs] == ["I plan them.", ""]
    assert page.differs[0].verdict == "I would fix this"
    assert page.rehearse[0].points[0] == "I plan them."


def test_settled_without_words_and_told_elsewhere_is_left_out() -> None:
    fine = Verdict(key="k", verdict="both fine")
    elsewhere = finding("a_other", "a_another")
    found = SortedFindings(
        (OpenFinding(elsewhere, None),), (), (SettledFinding(finding(ABOUT.id, WHY.id), fine),)
    )
    assert made(*prepared(), findings=found).differs == ()


def test_a_second_application_at_the_company_has_heard_it_too() -> None:
    again = prepared()[0].with_changes(id="p_c", company=" ACME clinic", role="Other")
    ahead = held(12, 1, application="p_c")
    page = made(*prepared(), again, ahead, interview=ahead)
    assert page.unsaid == ("The night rota.",)
    assert FIRST.held_on == date(2026, 3, 2)
