"""Journals in memory with dates in them, for the tests of calendars, records and timelines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final, get_args

from hypothesis import strategies as st

from interview_journal.core.choices import ActionStatus, ApplicationStatus, Outcome, PersonKind
from interview_journal.core.records import (
    Action,
    Application,
    Encounter,
    Interview,
    Person,
    Reference,
)
from tests.records_in_memory import Records

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

__all__ = ["NOW", "TODAY", "changed", "dated_journals", "line_texts", "panel_evening"]

TODAY: Final = date(2026, 3, 4)
NOW: Final = datetime.combine(TODAY, time(19), tzinfo=UTC)
_DAYS: Final = st.dates(TODAY - timedelta(days=40), TODAY + timedelta(days=20))
_MOMENTS: Final = st.builds(
    lambda day, hour: datetime.combine(day, time(hour), tzinfo=UTC),
    st.dates(TODAY - timedelta(days=40), TODAY),
    st.integers(0, 18),
)
_NEXT: Final[dict[ApplicationStatus, list[ApplicationStatus]]] = {
    "open": ["open", "offer", "rejected", "withdrawn", "silent"],
    "offer": ["offer", "accepted", "declined"],
    "accepted": ["accepted"],
    "declined": ["declined"],
    "rejected": ["rejected"],
    "withdrawn": ["withdrawn"],
    "silent": ["silent", "open"],
}
"""How an application that stands so can stand the next day."""


def line_texts(*, min_size: int = 0) -> st.SearchStrategy[str]:
    """Return any text that a record can hold."""
    letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    hostile = st.sampled_from(
        [
            "a,b;c\\d",
            "one\ntwo",
            "🎉👩‍⚕️",
            "שלום עולם",
            "END:VCALENDAR",
            "x" * 90,
            "é" * 80,
            "\u2028\x0b",
        ]
    )
    return st.one_of(st.text(letters, min_size=max(min_size, 1), max_size=90), hostile)


def panel_evening(**given: Any) -> Records:
    """Return a journal with one interview with a panel of three, held today at two."""
    acme = Application(id="p_acme", company="Northgate Hospital", role="Nurse", saved_at=NOW)
    facts: dict[str, Any] = {
        "id": "i_first",
        "application_id": acme.id,
        "held_on": TODAY,
        "kind": "panel interview",
        "started_at": datetime.combine(TODAY, time(14), tzinfo=UTC),
        "time_zone": "Europe/Berlin",
        "account": "Fine.",
        "answer_in_days_min": 7,
        "answer_in_days_max": 14,
        "revision": 1,
        "saved_at": NOW,
    } | given
    held = Interview(**facts)
    names = ("Ana Ruiz", "Ben Cole", "Cho Lin")
    people = [
        Person(id=f"n_{name[:3].lower()}", application_id=acme.id, name=name) for name in names
    ]
    met = [
        Encounter(id=f"m_{one.id[2:]}", interview_id=held.id, person_id=one.id) for one in people
    ]
    return Records(
        applications=(acme,), interviews=(held,), people=tuple(people), encounters=tuple(met)
    )


@st.composite
def _rounds(draw: DrawFn, number: int) -> list[Interview]:
    rounds = []
    for place in range(draw(st.integers(0, 3))):
        outcome = draw(st.sampled_from([None, None, *get_args(Outcome)]))
        day = draw(_DAYS)
        starts = datetime.combine(day, time(draw(st.integers(8, 20))), tzinfo=UTC)
        rounds.append(
            Interview(
                id=f"i_{number}{place}",
                application_id=f"p_{number}",
                round=place + 1,
                held_on=day,
                started_at=draw(st.sampled_from([None, starts])),
                time_zone=draw(st.sampled_from(["", "America/New_York", "Asia/Tokyo"])),
                account=draw(st.sampled_from(["", "Fine."])),
                answer_in_days_max=draw(st.sampled_from([None, 5, 14])),
                further_rounds=draw(st.sampled_from([None, True, False])),
                tells_if_unsuccessful=draw(st.sampled_from([None, True, False])),
                checks_references=draw(st.sampled_from([None, True, False])),
                outcome=outcome,
                outcome_known_at=None if outcome is None else draw(_MOMENTS),
                revision=draw(st.integers(1, 2)),
                saved_at=draw(_MOMENTS),
            )
        )
    return rounds


@st.composite
def dated_journals(draw: DrawFn) -> Records:
    """Return a journal of up to three applications in any state."""
    records = Records(people=(Person(id="n_ref", kind="referee", name="Maria"),))
    for number in range(draw(st.integers(1, 3))):
        status = draw(st.sampled_from(get_args(ApplicationStatus)))
        rounds = draw(_rounds(number))
        met_id = f"n_{number}"
        kind: PersonKind = draw(st.sampled_from(["interviewer", "recruiter"]))
        person = Person(id=met_id, application_id=f"p_{number}", kind=kind, name=f"Person {number}")
        records = records.and_(
            applications=[
                Application(
                    id=f"p_{number}",
                    company=f"Company {number}",
                    status=status,
                    status_at=draw(st.one_of(st.none(), _MOMENTS)),
                    saved_at=draw(_MOMENTS),
                )
            ],
            interviews=rounds,
            people=[person],
            encounters=[
                Encounter(
                    id=f"m_{one.id[2:]}",
                    interview_id=one.id,
                    person_id=met_id,
                    i_promised=draw(st.sampled_from(["", "A link."])),
                    i_promised_by=draw(st.one_of(st.none(), _DAYS)),
                    they_promised_by=draw(st.one_of(st.none(), _DAYS)),
                )
                for one in rounds
                if draw(st.booleans())
            ],
            references=[
                Reference(
                    id=f"f_{number}",
                    application_id=f"p_{number}",
                    person_id="n_ref",
                    consented_at=draw(st.one_of(st.none(), _MOMENTS)),
                    checked_at=draw(st.one_of(st.none(), _MOMENTS)),
                    saved_at=draw(_MOMENTS),
                )
            ],
        )
    return records


@st.composite
def changed(
    draw: DrawFn, records: Records, keys: list[str], now: datetime
) -> tuple[Records, Records]:
    """Return the records after an evening's work, first as shown, then with what was removed."""
    for key in keys:
        status: ActionStatus | None = draw(st.sampled_from([None, *get_args(ActionStatus)]))
        if status is not None:
            later = now + timedelta(days=draw(st.integers(0, 30)))
            act = Action(
                key=key, status=status, done_at=now, due_at=later, snoozed_until=later, saved_at=now
            )
            records = records.and_(actions=[act])
    rounds = []
    for one in records.interviews:
        outcome = draw(st.sampled_from([None, *get_args(Outcome)]))
        written = one.with_changes(revision=2, account="Written now.")
        if outcome is not None and one.outcome is None and one.held_on <= now.date():
            written = written.with_changes(outcome=outcome, outcome_known_at=now)
        rounds.append(draw(st.sampled_from([one, written])))
    records = records.with_(interviews=tuple(rounds))
    known = []
    for job in records.applications:
        stands = draw(st.sampled_from(_NEXT[job.status]))
        known.append(job.with_changes(status=stands, status_at=now))
    ever = records.with_(applications=tuple(known))
    gone = draw(st.sets(st.sampled_from([one.id for one in (*rounds, *known)])))
    return _without(ever, gone), ever


def _without(records: Records, gone: set[str]) -> Records:
    """Return what is shown when these are removed, with all that hangs below them."""
    applications = tuple(one for one in records.applications if one.id not in gone)
    left = {one.id for one in applications}
    interviews = tuple(
        one for one in records.interviews if one.id not in gone and one.application_id in left
    )
    held = {one.id for one in interviews}
    return replace(
        records,
        applications=applications,
        interviews=interviews,
        encounters=tuple(one for one in records.encounters if one.interview_id in held),
        references=tuple(one for one in records.references if one.application_id in left),
    )
