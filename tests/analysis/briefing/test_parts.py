"""The sections of a briefing, one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis.briefing.assembling import briefing_sources, make_briefing
from interview_journal.analysis.briefing.head import briefing_head
from interview_journal.analysis.briefing.requirements import NOTHING_YET, requirement_lines
from interview_journal.analysis.briefing.sources import round_words
from interview_journal.analysis.ledger import LedgerMark
from interview_journal.analysis.settled_findings import SortedFindings
from interview_journal.core.followup.keys import action_key
from interview_journal.core.preparing.values import Briefing, Promise
from interview_journal.core.records import Action, Encounter, Person, Record
from tests.prepared_journal import (
    ABOUT,
    ACME,
    AHEAD,
    ANA,
    BEN,
    FIRST,
    MET_BEN,
    NOW,
    WHY,
    asked,
    held,
    prepared,
    rated,
    rehearsed,
    view_of,
)

NONE = SortedFindings((), (), ())
BERLIN = ZoneInfo("Europe/Berlin")


def made(*records: Record, marks: tuple[LedgerMark, ...] = ()) -> Briefing:
    sources = briefing_sources(view_of(*records), AHEAD, now=NOW, findings=NONE, ledger=marks)
    return make_briefing(sources)


@pytest.mark.parametrize(
    ("now_zone", "when"),
    [
        (BERLIN, "Friday 13 March, 2:30 pm"),
        (UTC, "Friday 13 March, 2:30 pm (Europe/Berlin)"),
        (ZoneInfo("Europe/Paris"), "Friday 13 March, 2:30 pm"),
    ],
)
def test_the_time_is_the_rounds_own_and_its_zone_is_told_where_it_differs(
    now_zone: timezone | ZoneInfo, when: str
) -> None:
    ahead = AHEAD.with_changes(started_at=datetime(2026, 3, 13, 13, 30, tzinfo=UTC))
    assert briefing_head(ahead, None, NOW.astimezone(now_zone)).when == when


def test_a_moment_without_a_named_zone_keeps_its_offset() -> None:
    at = datetime(2026, 3, 13, 9, 0, tzinfo=timezone(timedelta(hours=-5)))
    ahead = AHEAD.with_changes(started_at=at, time_zone="")
    assert briefing_head(ahead, None, NOW).when == "Friday 13 March, 9 am (UTC-05:00)"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(None, ""), (45, "45 minutes"), (60, "1 hour"), (240, "4 hours"), (90, "90 minutes")],
)
def test_how_long_is_said_as_one_says_it(minutes: int | None, words: str) -> None:
    ahead = AHEAD.with_changes(duration_minutes=minutes)
    assert briefing_head(ahead, None, NOW).how_long == words


@pytest.mark.parametrize(
    ("day", "words"),
    [(10, "today"), (11, "tomorrow"), (13, "in 3 days"), (9, "yesterday"), (5, "5 days ago")],
)
def test_the_days_left_are_words(day: int, words: str) -> None:
    assert briefing_head(held(day, 1), None, NOW).left_words == words


def test_people_named_for_the_round_come_first_then_the_last_met() -> None:
    page = made(*prepared())
    assert [one.name for one in page.people] == ["Ana Ruiz", "Ben Oke"]
    ana, ben = page.people
    assert (ana.is_expected, ana.met, ana.known, ana.heard) == (True, "", "Lets you end.", ())
    assert (ben.is_expected, ben.met, ben.known) == (False, "round 1", "Shifts.")
    assert ben.heard == ("Why this employer", "About you")


def test_a_referee_and_a_stranger_are_nobody_of_this_round() -> None:
    strangers = [
        Person(name="Ref", kind="referee"),
        Person(name="Else", application_id="p_other"),
    ]
    assert len(made(*prepared(), *strangers).people) == 2


def test_rounds_are_said_in_words() -> None:
    assert round_words([]) == ""
    assert round_words([held(1, 3), held(2, 1)]) == "rounds 1 and 3"


def test_what_is_settled_is_promised_no_more() -> None:
    page = made(*prepared())
    mine = Promise(is_mine=True, who="Ben Oke", what="A reference", by="")
    theirs = Promise(
        is_mine=False, who="Ben Oke", what="A call", by="by Friday 6 March", is_overdue=True
    )
    assert page.promised == (mine, theirs)
    assert page.questions_to_ask[-1] == "What became of what Ben Oke promised: A call"
    done = Action(key=action_key("their promise", MET_BEN.id), status="done")
    kept = Action(key=action_key("my promise", MET_BEN.id), status="skipped")
    assert made(*prepared(), done).promised == (mine,)
    assert made(*prepared(), done, kept).promised == ()


def test_a_promise_of_nobody_known_is_left_out() -> None:
    lost = Encounter(interview_id=FIRST.id, person_id="n_gone", i_promised="x")
    assert len(made(*prepared(), lost).promised) == 2


def test_what_any_round_told_is_not_asked_again() -> None:
    questions = made(*prepared()).questions_to_ask
    assert questions[:2] == (
        "When will I hear, and how?",
        "Does everyone hear, or only those who go on?",
    )
    told = FIRST.with_changes(answer_in_days_max=7, tells_if_unsuccessful=True)
    rest = made(ACME, told, AHEAD).questions_to_ask
    assert rest == ("What happens next, and when will I hear?",)


def test_the_plans_of_this_company_go_before_newer_ones_of_others() -> None:
    other = held(9, 1, application="p_z", if_then_plan="If B, then C.")
    later = held(20, 1, application="p_y", if_then_plan="Never seen.")
    plans = made(*prepared(), other, later).plans
    assert plans == ("If they ask why, I start with the ward.", "If B, then C.")


def test_a_strength_needs_a_high_score_for_the_newest_answer() -> None:
    newer = asked(held(5, 1, application="p_q"), 1, "About you?", topic="about_you")
    rows = (*prepared(), held(5, 1, application="p_q"), newer, rated(newer, 2))
    assert made(*rows).strengths == ("I was calm.",)


def test_what_was_answered_well_since_is_not_the_weak_answer_any_more() -> None:
    round_two = held(5, 2, captured_at=NOW)
    newer = asked(round_two, 1, "Why here?", topic="why_us")
    plain = WHY.with_changes(better_answer="")
    rows = (ACME, FIRST, round_two, AHEAD, plain, newer, rated(plain, 1), rated(newer, 5))
    page = made(*rows)
    assert [one.answer_id for one in page.rehearse] == [newer.id]
    assert "of 5" not in page.rehearse[0].why


def test_the_reason_tells_the_facts_behind_the_choice() -> None:
    page = made(*prepared(), rehearsed(WHY, NOW, 3))
    why = {one.answer_id: one.why for one in page.rehearse}
    assert why[WHY.id] == (
        "You gave it 2 of 5; it is likely in a round like this; you graded your last try 3 of 5."
    )
    bare = asked(FIRST, 5, "Bxy qlm?")
    assert made(ACME, FIRST, AHEAD, bare).rehearse[0].why == "It is one of your newest answers."


def test_a_better_wording_that_was_rated_counts() -> None:
    page = made(*prepared(), rated(WHY, 5, target="better"))
    told = {one.answer_id: one for one in page.rehearse}
    assert "of 5" not in told[WHY.id].why
    assert told[WHY.id].topic == "Why this employer"


def test_their_turn_to_answer_is_not_rehearsed() -> None:
    theirs = asked(FIRST, 7, "Any questions for us?", topic="questions_for_us")
    assert theirs.id not in {one.answer_id for one in made(*prepared(), theirs).rehearse}


def test_figures_told_here_are_points_to_keep() -> None:
    at = ABOUT.answer.index("forty nurses")
    mark = LedgerMark(ABOUT.id, "team", (at, at + 12), (0, len(ABOUT.answer)))
    gone = LedgerMark("a_gone", "team", (0, 1), (0, 1))
    name = LedgerMark(ABOUT.id, "name", (0, 1), (0, 1))
    page = made(*prepared(), marks=(gone, mark, name))
    points = {one.answer_id: one.points for one in page.rehearse}
    assert points[ABOUT.id] == ("Team size: forty nurses",)


def test_requirements_lose_their_bullets_and_their_doubles() -> None:
    lines = requirement_lines("• Sail\n2) Sail\n\n  - Row", [], {})
    assert [(one.requirement, one.answer_id, one.quote) for one in lines] == [
        ("Sail", "", NOTHING_YET),
        ("Row", "", NOTHING_YET),
    ]


def test_a_question_of_theirs_is_no_proof_and_better_words_go_first() -> None:
    said = asked(FIRST, 1, "Q", answer="Do you plan rotas? I plan none.", better_answer="")
    assert requirement_lines("Plan rotas", [said], {})[0].quote != "Do you plan rotas?"
    better = said.with_changes(better_answer="I planned the rotas of two wards.")
    assert requirement_lines("Plan rotas", [better], {})[0].quote == better.better_answer


def test_of_equal_sentences_the_one_told_here_is_shown() -> None:
    there = asked(held(1, 1, application="p_b"), 1, "Q", answer="I plan rotas.")
    here = asked(FIRST, 1, "Q", answer="I plan rotas.")
    found = requirement_lines("Plan rotas", [there, here], {FIRST.id: True})
    assert found[0].answer_id == here.id


@given(st.text(max_size=80), st.lists(st.text(max_size=120), max_size=4))
@settings(max_examples=60)
def test_any_quote_stands_in_its_answer(requirements: str, texts: list[str]) -> None:
    legible = [text for text in texts if "\0" not in text and text.isprintable()]
    answers = [asked(FIRST, n, "Q", answer=text) for n, text in enumerate(legible, start=1)]
    known = {one.id: " ".join(one.answer.split()) for one in answers}
    for line in requirement_lines(requirements, answers, {}):
        assert line.quote == NOTHING_YET or line.quote in known[line.answer_id]


def test_names_are_in_the_journal() -> None:
    assert {ANA.name, BEN.name} == {one.name for one in made(*prepared()).people}
    assert date(2026, 3, 13) == AHEAD.held_on
