"""What stands in tests/data/journal_v1, the journal that every later version must open.

The files were written once, by ``write_all`` below, and are never written again: a format that
changes changes the program that reads them, and the records here where fields got other names.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from interview_journal.core.records import (
    Action,
    Answer,
    Application,
    Criterion,
    Encounter,
    Forecast,
    Interview,
    Person,
    QuestionLink,
    Rating,
    Record,
    Reference,
    Rehearsal,
    Setting,
    Verdict,
)

if TYPE_CHECKING:
    from interview_journal.store.journal import Journal

WINTER = timezone(timedelta(hours=1))
EVENING = datetime(2026, 3, 4, 18, 30, tzinfo=WINTER)
LATER = datetime(2026, 3, 30, 7, 5, 9, tzinfo=timezone(timedelta(hours=2)))

RECORDS: tuple[Record, ...] = (
    Application(
        id="p_clinic",
        company="Harbour Clinic",
        role="Night nurse",
        requirements="Three years on a ward;\ncalm at night",
        posting_url="https://jobs.example/42",
        creative_role=True,
        why_role="I like nights.",
        why_company="They train people.",
        can_contribute="Five years of medical nights.",
        status="offer",
        status_at=LATER,
        notes="= said over the phone",
    ),
    Application(id="p_lab", company="'Tis Lab", status="silent"),
    Interview(
        id="i_first",
        application_id="p_clinic",
        round=1,
        kind="panel",
        held_on=date(2026, 3, 4),
        started_at=datetime(2026, 3, 4, 9, 0, tzinfo=WINTER),
        time_zone="Europe/Berlin",
        duration_minutes=45,
        source="notes",
        captured_at=EVENING,
        account="They asked about nights.\n\nThen about \"quiet\" ones – and I said: 'none'.",
        answer_in_days_min=5,
        answer_in_days_max=10,
        answer_by=date(2026, 3, 16),
        tells_if_unsuccessful=True,
        further_rounds=False,
        contact_channel="phone",
        checks_references=True,
        went_well="+ stayed calm",
        to_improve="- said too much",
        unsaid="The handover sheet.",
        if_then_plan="If they ask about stress, I start with the pump alarm.",
        outcome="advanced",
        outcome_known_at=LATER,
    ),
    Interview(id="i_second", application_id="p_clinic", round=2, held_on=date(2026, 4, 1)),
    Person(
        id="n_ana",
        kind="interviewer",
        application_id="p_clinic",
        name="Ana Kovačić",
        title="Head of nursing",
        email="ana@clinic.example",
        phone="+49 30 1234567",
        linkedin="https://linkedin.example/ana",
        relation="",
        notes="007 on her door",
    ),
    Person(id="n_ref", kind="referee", name="Đorđe Šimić", relation="Former head of ward"),
    Encounter(
        id="e_ana",
        interview_id="i_first",
        person_id="n_ana",
        topics="Nights, handover",
        i_promised="My certificate",
        i_promised_by=date(2026, 3, 6),
        they_promised="News by Friday",
        they_promised_by=date(2026, 3, 13),
    ),
    Reference(
        id="f_ref",
        application_id="p_clinic",
        person_id="n_ref",
        consented_at=EVENING,
        scope="The years on the ward",
        checked_at=LATER,
    ),
    Answer(
        id="a_nights",
        interview_id="i_first",
        position=1,
        question="Why nights?",
        answer='I like "quiet" nights,\nand the team.',
        topic="motivation",
        asked_by="n_ana",
        response_type="story",
        better_answer="= one reason, one story",
        better_answer_at=LATER,
        note="She smiled 🙂",
    ),
    Answer(id="a_na", interview_id="i_first", position=2, question="NA", answer="None", note="1/2"),
    Answer(id="a_gone", interview_id="i_first", position=3, question="Asked?", answer="No."),
    Criterion(
        id="c_clear",
        name="Clear",
        anchor_1="Lost the thread",
        anchor_2="Wandered",
        anchor_3="Could be followed",
        anchor_4="Easy to follow",
        anchor_5="One point, one example",
        weight=1.5,
        retired_at=LATER,
    ),
    Rating(
        id="r_one",
        answer_id="a_nights",
        answer_revision=1,
        target="better",
        criterion="Clear",
        score=4,
        checks="example;result",
        rated_at=LATER,
        blind=True,
        rater="Jo",
    ),
    Rating(id="r_none", answer_id="a_na", rated_at=EVENING),
    Forecast(id="g_one", interview_id="i_first", event="advance", percent=70, forecast_at=EVENING),
    Action(
        id="t_thanks",
        key="thank-you i_first n_ana",
        kind="thank-you",
        application_id="p_clinic",
        interview_id="i_first",
        person_id="n_ana",
        step="1",
        status="done",
        reason="Ana was away till Friday.",
        due_at=EVENING,
        done_at=LATER,
        snoozed_until=EVENING,
        channel="e-mail",
        text="Dear Ana,\nthank you.",
    ),
    Verdict(
        id="v_one",
        key="count a_nights a_na",
        answer_a="a_nights",
        revision_a=1,
        quote_a="the team",
        answer_b="a_na",
        revision_b=1,
        quote_b="None",
        verdict="both fine",
        what_i_will_say="The team.",
        decided_at=LATER,
    ),
    QuestionLink(
        id="q_one", question_a="Why nights?", question_b="Why us?", same=False, decided_at=LATER
    ),
    Rehearsal(id="h_one", answer_id="a_nights", topic="motivation", rehearsed_at=LATER, grade=5),
    Setting(id="s_hide_scores", name="hide_scores", value="yes"),
)
"""Every field of every table, set at least once."""

REVISED = "They came back to this."
RIVALS = ("Said at home.", "Said on the laptop.")


def write_all(journal: Journal, other: Journal) -> None:
    """Write the journal as version 1 wrote it: records, a past, a removal, and a conflict."""
    journal.add_all(list(RECORDS))
    gone = journal.get(Answer, "a_gone")
    first = journal.get(Answer, "a_na")
    lab = journal.get(Application, "p_lab")
    assert gone is not None
    assert first is not None
    assert lab is not None
    journal.remove(gone)
    journal.revise(first, note=REVISED)
    journal.tidy()
    other.refresh()
    journal.revise(lab, notes=RIVALS[0])
    other.revise(lab, notes=RIVALS[1])
