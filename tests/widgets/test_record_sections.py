"""The sections that change one record: what they show, what they save, what they refuse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.records import Application, Interview
from interview_journal.widgets.record_sections import JOB, PROCESS, REFLECTION, ROUND, Section
from interview_journal.widgets.typed_values import FormFaultsError
from tests.widgets.evening import TODAY, Evening, fill, part, short

ROUND_1 = Interview(application_id="p_1", held_on=TODAY)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=40)


@pytest.mark.parametrize("section", [ROUND, PROCESS, REFLECTION])
def test_a_section_left_alone_changes_nothing(section: Section) -> None:
    changes = section.changes(ROUND_1, section.values(ROUND_1))
    assert {name: getattr(ROUND_1, name) for name in changes} == changes


@pytest.mark.parametrize("section", [ROUND, PROCESS, REFLECTION, JOB])
def test_every_field_of_a_section_has_a_value_and_a_label(section: Section) -> None:
    record = ROUND_1 if section.kind is Interview else Application(company="Acme")
    fields = section.fields()
    assert {field["name"] for field in fields} == set(section.values(record))
    assert all(field["label"] for field in fields)


def test_the_round_is_saved_with_the_time_of_that_day(evening: Evening) -> None:
    panel = evening.recorded()
    section = part(panel, "round")
    fill(section.form, round="2", kind="trial day", started_time="14:30", duration_minutes="90")
    fill(section.form, place="Room <4>, Dock Road")
    section.save()
    saved = evening.journal().interviews[0]
    assert (saved.round, saved.kind, saved.duration_minutes) == (2, "trial day", 90)
    assert saved.place == "Room <4>, Dock Road"
    assert saved.started_at is not None
    assert (saved.started_at.date(), f"{saved.started_at:%H:%M}") == (TODAY, "14:30")
    fill(section.form, started_time="", round="")
    section.save()
    assert evening.journal().interviews[0].started_at is None
    assert evening.journal().interviews[0].round == 2


def test_what_does_not_fit_stands_beside_its_field(evening: Evening) -> None:
    panel = evening.recorded()
    section = part(panel, "round")
    fill(section.form, round="0", started_time="late", duration_minutes="x")
    section.form._msg_callbacks(
        section.form,
        {"type": "press", "seq": 9, "button": "save", "values": section.form.values},
        [],
    )
    assert set(section.form.errors) == {"round", "started_time", "duration_minutes"}
    assert section.form.text("started_time") == "late"


def test_fewer_days_at_most_than_at_least_are_refused() -> None:
    values = {**PROCESS.values(ROUND_1), "answer_in_days_min": "9", "answer_in_days_max": "3"}
    with pytest.raises(FormFaultsError) as caught:
        PROCESS.changes(ROUND_1, values)
    assert list(caught.value.faults) == ["answer_in_days_max"]


def test_process_facts_are_saved_and_the_short_form_follows(evening: Evening) -> None:
    panel = evening.recorded(hear="one to two weeks")
    section = part(panel, "process")
    assert section.form.text("answer_in_days_max") == "14"
    fill(
        section.form,
        answer_in_days_max="21",
        tells_if_unsuccessful="no",
        contact_channel="phone",
        checks_references="yes",
    )
    section.save()
    saved = evening.journal().interviews[0]
    assert saved.answer_in_days_max == 21
    assert (saved.tells_if_unsuccessful, saved.checks_references) == (False, True)
    assert saved.contact_channel == "phone"
    assert short(panel).text("hear") == "in 7 to 21 days"


def test_two_sections_of_one_record_never_quarrel(evening: Evening) -> None:
    panel = evening.recorded()
    round_, reflection = part(panel, "round"), part(panel, "reflection")
    fill(round_.form, kind="panel interview")
    fill(reflection.form, went_well="The start.", unsaid="The prize.")
    round_.save()
    reflection.save()
    saved = evening.journal().interviews[0]
    assert (saved.kind, saved.went_well, saved.unsaid) == (
        "panel interview",
        "The start.",
        "The prize.",
    )
    assert evening.journal().conflicts == ()


def test_why_this_job_is_kept_with_the_application(evening: Evening) -> None:
    panel = evening.recorded()
    section = part(panel, "job")
    fill(section.form, role="Nurse", why_role="The people.", can_contribute="Calm.")
    section.save()
    job = evening.journal().applications[0]
    assert (job.role, job.why_role, job.can_contribute) == ("Nurse", "The people.", "Calm.")
    panel._frame.choice.press("another")
    fill(short(panel), company="Northgate Hospital")
    panel._short.press("save")
    assert part(panel, "job").form.text("why_role") == "The people."


def test_the_plan_is_drafted_from_what_one_would_say_differently(evening: Evening) -> None:
    panel = evening.recorded()
    panel._offers.press("take_all")
    section = part(panel, "reflection")
    section.press("draft_plan")
    assert "Write first" in panel.notice.message["text"]
    fill(section.form, to_improve="Start with the move when they ask why I left my last job.")
    section.press("draft_plan")
    plan = section.form.text("if_then_plan")
    assert plan.startswith("If they ask “why I left my last job”, I start with the move")
    fill(section.form, if_then_plan="My own.")
    section.press("draft_plan")
    assert section.form.text("if_then_plan") == "My own."
    section.press("save")
    assert evening.journal().interviews[0].if_then_plan == "My own."


def test_a_section_keeps_its_draft_and_opens_with_it(evening: Evening) -> None:
    panel = evening.recorded()
    fill(part(panel, "reflection").form, went_well="half a sen")
    evening.journal().drafts.discard("record-place")
    again = evening.panel(panel.interview_id)
    again._short.press("more")
    assert [one.name for one in again._parts if one.is_open] == ["reflection"]
    assert part(again, "reflection").form.text("went_well") == "half a sen"


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["went_well", "to_improve", "unsaid"]), texts))
def test_any_words_are_saved_as_they_were_typed(words: dict[str, str]) -> None:
    typed = REFLECTION.changes(ROUND_1, {**REFLECTION.values(ROUND_1), **words})
    for name, text in words.items():
        assert typed[name] == (text if text.strip() else "")
    made = Interview(application_id="p_1", held_on=TODAY, **typed)
    assert {name: getattr(made, name) for name in typed} == typed
