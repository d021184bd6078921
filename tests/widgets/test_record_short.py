"""The short form's texts, and what a save makes of them."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.records import Application, Encounter, Interview, Person
from interview_journal.widgets.record_saving import find_application, save_short
from interview_journal.widgets.record_short import (
    company_names,
    join_account,
    names_in,
    new_short_values,
    people_known_at,
    short_values,
    split_account,
)
from interview_journal.widgets.round_contents import people_met
from interview_journal.widgets.short_fields import fresh_values, short_fields
from interview_journal.widgets.typed_values import FormFaultsError
from tests.widgets.evening import TODAY, Evening

# What a person can type: any text but NUL and half characters, which the form marks before.
typed = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)


def start(evening: Evening, **texts: str) -> dict[str, str]:
    journal = evening.journal()
    ids = journal.new_id(Interview), journal.new_id(Application)
    return {**new_short_values(TODAY, *ids), "company": "Acme", **texts}


@settings(deadline=None)
@given(typed, typed.filter(lambda words: words and "\n" not in words))
def test_account_and_words_come_apart_as_they_were_put_together(account: str, words: str) -> None:
    assert split_account(join_account(account, words)) == (_settled(account), words)
    stored = _settled(account)
    assert join_account(*split_account(stored)) == stored


def test_only_company_and_date_are_required(evening: Evening) -> None:
    saved = save_short(evening.journal(), start(evening))
    assert (saved.held_on, saved.round, saved.account) == (TODAY, 1, "")


def test_what_is_missing_is_said_beside_its_field(evening: Evening) -> None:
    with pytest.raises(FormFaultsError) as caught:
        save_short(evening.journal(), start(evening, company=" ", held_on=""))
    assert set(caught.value.faults) == {"company", "held_on"}
    with pytest.raises(FormFaultsError) as caught:
        save_short(evening.journal(), start(evening, company="", held_on="4 March"))
    assert caught.value.faults["held_on"].startswith("Choose a day")


def test_the_same_form_twice_is_one_of_each(evening: Evening) -> None:
    values = start(evening, who="Ana, Ben", hear="by Friday")
    journal = evening.journal()
    save_short(journal, values)
    save_short(journal, values)
    save_short(evening.journal(), values)
    again = evening.journal()
    assert [len(one) for one in (again.applications, again.interviews, again.people)] == [1, 1, 2]
    assert len(again.encounters) == 2
    assert [one.revision for one in again.interviews] == [1]


def _settled(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@settings(max_examples=60, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(("company", "account", "who", "hear"), typed)))
def test_any_words_come_back_as_they_were_typed(texts: dict[str, str]) -> None:
    texts["company"] = texts["company"].strip() or "Acme"
    with tempfile.TemporaryDirectory() as folder:
        evening = Evening(Path(folder) / "own")
        save_short(evening.journal(), start(evening, **texts))
        again = evening.journal()
        saved = again.interviews[0]
        shown = short_values(again, saved)
    assert shown["company"] == _settled(texts["company"])
    whole = join_account(_settled(texts["account"]), " ".join(texts["hear"].split()))
    if saved.answer_by is None and saved.answer_in_days_max is None:
        assert join_account(shown["account"], shown["hear"]) == whole
    assert whole.startswith(shown["account"])
    assert names_in(shown["who"]) == names_in(_settled(texts["who"]))


def test_a_carriage_return_before_the_answers_time_stays_a_line_end(evening: Evening) -> None:
    saved = save_short(evening.journal(), start(evening, account="We talked.\r", hear="soon"))
    shown = short_values(evening.journal(), saved)
    assert (shown["account"], shown["hear"]) == ("We talked.\n", "soon")


def test_certain_words_become_facts_and_are_not_doubled(evening: Evening) -> None:
    saved = save_short(evening.journal(), start(evening, account="We talked.", hear="1-2 weeks"))
    assert (saved.answer_in_days_min, saved.answer_in_days_max) == (7, 14)
    assert saved.account == "We talked."
    assert short_values(evening.journal(), saved)["hear"] == "in 7 to 14 days"


def test_words_that_say_more_are_kept_beside_the_fact(evening: Evening) -> None:
    saved = save_short(evening.journal(), start(evening, hear="by Friday, Ana will ring"))
    assert saved.answer_by == date(2026, 3, 6)
    assert short_values(evening.journal(), saved)["hear"] == "by Friday, Ana will ring"


def test_a_known_company_takes_the_open_application_and_the_next_round(evening: Evening) -> None:
    journal = evening.journal()
    first = save_short(journal, start(evening))
    second = save_short(journal, start(evening, company=" acme "))
    assert second.application_id == first.application_id
    assert second.round == 2


def test_after_a_no_the_same_company_is_a_new_application(evening: Evening) -> None:
    journal = evening.journal()
    save_short(journal, start(evening))
    journal.revise(journal.applications[0], status="rejected")
    assert find_application(journal, "Acme") is None
    save_short(journal, start(evening))
    assert len(journal.applications) == 2


def test_a_company_corrected_is_renamed_when_it_has_no_other_round(evening: Evening) -> None:
    journal = evening.journal()
    saved = save_short(journal, start(evening, company="Acmee"))
    save_short(journal, {**short_values(journal, saved), "company": "Acme"})
    assert [one.company for one in journal.applications] == ["Acme"]


def test_a_round_moved_to_another_company_leaves_the_first_alone(evening: Evening) -> None:
    journal = evening.journal()
    save_short(journal, start(evening))
    second = save_short(journal, start(evening))
    moved = save_short(journal, {**short_values(journal, second), "company": "Globex"})
    assert sorted(one.company for one in journal.applications) == ["Acme", "Globex"]
    assert moved.application_id != second.application_id
    known = save_short(journal, {**short_values(journal, moved), "company": "Acme"})
    assert known.application_id == second.application_id


def test_a_planned_round_is_written_down_once_it_was_held(evening: Evening) -> None:
    journal = evening.journal()
    job = journal.add(Application(company="Acme"))
    plan = journal.add(Interview(application_id=job.id, held_on=TODAY))
    saved = save_short(journal, {**short_values(journal, plan), "account": "We talked."})
    assert saved.id == plan.id
    assert saved.captured_at is not None


def test_another_day_takes_the_time_of_day_along(evening: Evening) -> None:
    journal = evening.journal()
    saved = save_short(journal, start(evening))
    saved = journal.revise(saved, started_at=evening.clock.at)
    moved = save_short(journal, {**short_values(journal, saved), "held_on": "2026-03-05"})
    assert moved.started_at is not None
    assert moved.started_at.date() == moved.held_on == date(2026, 3, 5)


def test_a_name_taken_out_leaves_the_round_unless_something_is_noted(evening: Evening) -> None:
    journal = evening.journal()
    saved = save_short(journal, start(evening, who="Ana, Ben, Cleo"))
    ben = next(p for p in journal.people if p.name == "Ben")
    noted = next(m for m in journal.encounters if m.person_id == ben.id)
    journal.revise(noted, topics="boats")
    save_short(journal, {**short_values(journal, saved), "who": "Ana"})
    assert [person.name for person in people_met(journal, saved.id)] == ["Ana", "Ben"]


def test_somebody_named_elsewhere_meanwhile_is_not_taken_out(evening: Evening) -> None:
    journal = evening.journal()
    saved = save_short(journal, start(evening, who="Ana"))
    values = short_values(journal, saved)
    dora = journal.add(Person(application_id=saved.application_id, name="Dora"))
    journal.add(Encounter(interview_id=saved.id, person_id=dora.id))
    save_short(journal, values)
    assert {person.name for person in people_met(journal, saved.id)} == {"Ana", "Dora"}


def test_known_companies_and_people_are_offered(evening: Evening) -> None:
    journal = evening.journal()
    save_short(journal, start(evening, who="Ana"))
    save_short(journal, start(evening, company="Globex"))
    assert set(company_names(journal)) == {"Acme", "Globex"}
    assert people_known_at(journal, "ACME") == ["Ana"]
    fields = {one["name"]: one for one in short_fields(["Acme", "Globex"], ["Ana"])}
    assert fields["company"]["suggestions"] == ["Acme", "Globex"]
    assert fields["who"]["suggestions"] == ["Ana"]


def test_nothing_is_offered_for_a_round_that_is_saved() -> None:
    fields = short_fields(["Acme"], ["Ana"], is_new=False)
    assert not any(one.get("suggestions") for one in fields)
    assert fields[0]["options"] == [{"value": "Acme", "label": "Acme"}]


def test_the_short_form_has_five_fields() -> None:
    fields = short_fields()
    names = [field["name"] for field in fields]
    assert names == ["company", "held_on", "account", "who", "hear"]
    assert set(fresh_values(TODAY)) == set(names)
    assert [field["name"] for field in fields if field.get("required")] == ["company", "held_on"]


def test_names_part_at_commas_and_the_word_and() -> None:
    assert names_in("Ana Silva and Ben; Cleo\nDora & Ben,,") == ["Ana Silva", "Ben", "Cleo", "Dora"]
    assert names_in("Alexandra Anderson") == ["Alexandra Anderson"]
