"""Saves the short form: application, interview and people, parents first, each once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from interview_journal.core.records import Application, Encounter, Interview, Person
from interview_journal.core.rounds import next_round_number
from interview_journal.widgets.merging import merge_change, revision_of
from interview_journal.widgets.record_short import join_account, names_in, split_account
from interview_journal.widgets.typed_values import FormFaultsError, typed_changes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from interview_journal.store.journal import Journal

__all__ = ["find_application", "save_short"]


def save_short(journal: Journal, values: Mapping[str, str]) -> Interview:
    """Save the short form and return the interview; what is there already is only changed.

    Raises:
        FormFaultsError: If company or date is missing.
        JournalError: If it could not be saved.
    """
    held_on = _checked_day(values)
    journal.refresh()
    known = journal.get(Interview, values["_interview"])
    application = _application_for(journal, values, known)
    if known is None:
        interview = _new_interview(journal, values, application, held_on)
    else:
        interview = _changed_interview(journal, values, known, application, held_on)
    _save_people(journal, values, interview)
    return interview


def find_application(journal: Journal, company: str) -> Application | None:
    """Return the application to that company which is under way; the newest, if several are."""
    wanted = company.strip().casefold()
    found = [one for one in journal.applications if one.company.strip().casefold() == wanted]
    under_way = [one for one in found if one.status in ("open", "offer", "silent")]
    return under_way[-1] if under_way else None


def _checked_day(values: Mapping[str, str]) -> date:
    faults = {}
    if not values["company"].strip():
        faults["company"] = "Which company was it? That and the date are all that is needed."
    day = None
    try:
        day = typed_changes(Interview, ["held_on"], values)["held_on"]
        if day is None:
            faults["held_on"] = "Which day was it?"
    except FormFaultsError as error:
        faults |= error.faults
    if faults or day is None:
        raise FormFaultsError(faults)
    checked: date = day
    return checked


def _application_for(
    journal: Journal, values: Mapping[str, str], known: Interview | None
) -> Application:
    """Return the application this interview belongs to, made or renamed where needed."""
    company = values["company"].strip()
    own = None if known is None else journal.get(Application, known.application_id)
    if own is not None and (company == values.get("_company", own.company) or own.removed):
        return own
    found = find_application(journal, company)
    if found is not None:
        return found
    others = [one for one in journal.interviews if own and one.application_id == own.id]
    if own is not None and [one.id for one in others] == [known.id if known else ""]:
        return merge_change(journal, own, {"company": company})
    application_id = journal.new_id(Application) if own else values["_application"]
    return journal.add(Application(id=application_id, company=company))


def _hearing(values: Mapping[str, str], held_on: date) -> dict[str, Any]:
    """Return the process facts that are certain, and the words to keep where they are not."""
    # Loaded at the first save: an empty form need not wait for it.
    from interview_journal.importing.answer_time import is_only_a_time, parse_answer_time

    words = " ".join(values["hear"].split())
    known = parse_answer_time(words, held_on=held_on)
    return {
        "answer_in_days_min": known.days_min,
        "answer_in_days_max": known.days_max,
        "answer_by": known.by,
        # Words that say more than the time are kept as they are.
        "words": "" if known.is_known and is_only_a_time(words) else words,
    }


def _new_interview(
    journal: Journal, values: Mapping[str, str], application: Application, held_on: date
) -> Interview:
    heard = _hearing(values, held_on)
    words = heard.pop("words")
    return journal.add(
        Interview(
            id=values["_interview"],
            application_id=application.id,
            round=next_round_number(application.id, journal.interviews),
            held_on=held_on,
            account=join_account(values["account"], words),
            captured_at=journal.now(),
            **heard,
        )
    )


def _changed_interview(
    journal: Journal,
    values: Mapping[str, str],
    known: Interview,
    application: Application,
    held_on: date,
) -> Interview:
    base = revision_of(journal, known, int(values.get("_base") or 0))
    account, words = values["account"], split_account(base.account)[1]
    changes: dict[str, Any] = {"held_on": held_on, "application_id": application.id}
    if values["hear"] != values.get("_hear", ""):
        heard = _hearing(values, held_on)
        words = heard.pop("words")
        changes |= heard
    changes["account"] = join_account(account, words)
    if base.started_at is not None and held_on != base.held_on:
        moved = datetime.combine(held_on, base.started_at.timetz())
        changes["started_at"] = moved
    if base.captured_at is None:
        changes["captured_at"] = journal.now()
    return merge_change(journal, base, changes)


def _save_people(journal: Journal, values: Mapping[str, str], interview: Interview) -> None:
    """Add who is named anew; take out who was named before, is not now, and has no notes."""
    people = [one for one in journal.people if one.application_id == interview.application_id]
    by_name = {one.name.casefold(): one for one in people}
    met = {one.person_id: one for one in journal.encounters if one.interview_id == interview.id}
    fresh: list[Person | Encounter] = []
    wanted = names_in(values["who"])
    for name in wanted:
        person = by_name.get(name.casefold())
        if person is None:
            person = Person(application_id=interview.application_id, name=name)
            fresh.append(person)
        if person.id not in met:
            fresh.append(Encounter(interview_id=interview.id, person_id=person.id))
    if fresh:
        journal.add_all(fresh)
    for name in names_in(values.get("_who", "")):
        person = by_name.get(name.casefold())
        is_named = name.casefold() in {one.casefold() for one in wanted}
        if person is not None and person.id in met and not is_named:
            encounter = met[person.id]
            if not (encounter.topics or encounter.i_promised or encounter.they_promised):
                journal.remove(encounter)
