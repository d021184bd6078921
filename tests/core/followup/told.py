"""Journals told in a few words, and what is due said in a few lines: for the golden tables.

A scenario's times are those of its own zone. Ids follow from names: ``p_acme`` is Acme, ``n_ana``
Ana Ruiz, ``i_1`` the first round, ``m_1_ana`` Ana in it, ``f_maria`` what Maria says for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from interview_journal.core.followup.defaults import FollowUpDefaults, parse_defaults
from interview_journal.core.followup.plan import due_group, follow_up
from interview_journal.core.followup.values import DueAction, FollowUp, Waiting
from interview_journal.core.records import (
    Action,
    Application,
    Encounter,
    Interview,
    Person,
    Reference,
    Setting,
)
from tests.records_in_memory import Records

Row = Mapping[str, Any]
SAVED = datetime(2026, 2, 2, 12, tzinfo=UTC)
NAMES = {
    "applications", "rounds", "people", "referees", "acts", "answers", "settings",
    "name", "why", "now", "zone", "expect",
}  # fmt: skip


class Told(Records):
    """The records that the rules look at."""

    def backwards(self) -> Told:
        """Return the same records in the opposite order."""
        names = ("applications", "interviews", "people", "encounters", "references", "actions")
        return replace(self, **{name: getattr(self, name)[::-1] for name in names})


@dataclass(frozen=True)
class Scenario:
    """One row of a golden table."""

    name: str
    why: str
    now: datetime
    view: Told
    defaults: FollowUpDefaults
    expect: str


def short(name: str) -> str:
    return name.split(maxsplit=1)[0].lower()


def parse_scenario(row: Row) -> Scenario:
    """Return a scenario of a table in a golden file."""
    assert set(row) <= NAMES, set(row) - NAMES
    zone = ZoneInfo(row.get("zone", "Europe/London"))
    view = _view(row, zone)
    defaults, problems = parse_defaults(view.settings)
    assert problems == ()
    now = row["now"].replace(tzinfo=zone)
    return Scenario(row["name"], row["why"], now, view, defaults, row.get("expect", ""))


def _view(row: Row, zone: ZoneInfo) -> Told:
    jobs = [_in_zone(one, zone) for one in row.get("applications", [{"company": "Acme"}])]
    first = f"p_{short(jobs[0]['company'])}"
    people = [_in_zone(one, zone) for one in row.get("people", ())]
    referees = [_in_zone(one, zone) for one in row.get("referees", ())]
    interviews, encounters = _rounds(row, zone, first)
    return Told(
        applications=tuple(_saved(Application, f"p_{short(one['company'])}", one) for one in jobs),
        interviews=tuple(interviews),
        people=(*_people(people, first), *_referee_people(referees)),
        encounters=tuple(encounters),
        references=tuple(_references(referees, first)),
        actions=tuple(_acts([_in_zone(one, zone) for one in row.get("acts", ())])),
        settings=tuple(
            Setting(name=f"follow_up.{name}", value=value)
            for name, value in row.get("settings", {}).items()
        ),
    )


def _in_zone(row: Row, zone: ZoneInfo) -> dict[str, Any]:
    """Return the row with its times in the zone of the scenario, where they name none."""
    return {
        name: value.replace(tzinfo=zone)
        if isinstance(value, datetime) and value.tzinfo is None
        else value
        for name, value in row.items()
    }


def _saved(kind: type[Any], record_id: str, row: Row) -> Any:
    fields = dict(row)
    saved = fields.pop("saved_at", SAVED)
    return kind(**{"id": record_id} | fields).as_saved(revision=1, saved_at=saved)


def _rounds(row: Row, zone: ZoneInfo, first: str) -> tuple[list[Interview], list[Encounter]]:
    interviews, encounters = [], []
    for number, told in enumerate(row.get("rounds", ()), start=1):
        one = _in_zone(told, zone)
        held_on: date = one.pop("on")
        start: time | None = one.pop("at", None)
        met: Sequence[str | Row] = one.pop("met", ())
        fields: dict[str, Any] = {
            "application_id": one.pop("of", first),
            "round": number,
            "held_on": held_on,
            "account": "We talked." if one.pop("written", True) else "",
            "duration_minutes": one.pop("minutes", None),
        }
        if start is not None:
            fields["started_at"] = datetime.combine(held_on, start, tzinfo=zone)
        interviews.append(_saved(Interview, f"i_{number}", fields | one))
        encounters += [_encounter(number, who) for who in met]
    return interviews, encounters


def _encounter(number: int, met: str | Row) -> Encounter:
    row = {"who": met} if isinstance(met, str) else dict(met)
    who = row.pop("who").lower()
    links = {"interview_id": f"i_{number}", "person_id": f"n_{who}"}
    made: Encounter = _saved(Encounter, f"m_{number}_{who}", links | row)
    return made


def _people(people: Sequence[Row], first: str) -> list[Person]:
    made = []
    for one in people:
        row = dict(one)
        fields = {"application_id": row.pop("of", first)} | row
        made.append(_saved(Person, f"n_{short(row['name'])}", fields))
    return made


def _referee_people(referees: Sequence[Row]) -> list[Person]:
    names = ("name", "email", "phone")
    rows = {one["name"]: {key: one[key] for key in names if key in one} for one in referees}
    return [
        _saved(Person, f"n_{short(name)}", {"kind": "referee"} | row) for name, row in rows.items()
    ]


def _references(referees: Sequence[Row], first: str) -> list[Reference]:
    made = []
    for one in referees:
        row = {name: value for name, value in one.items() if name not in ("email", "phone")}
        who = short(row.pop("name"))
        about = row.pop("of", first)
        end = "" if about == first else f"_{about}"
        links = {"person_id": f"n_{who}", "application_id": about}
        made.append(_saved(Reference, f"f_{who}{end}", links | row))
    return made


def _acts(rows: Sequence[Row]) -> list[Action]:
    made = []
    for number, one in enumerate(rows, start=1):
        row = dict(one)
        moment = row.get("done_at") or row.pop("at", SAVED)
        row.pop("at", None)
        made.append(_saved(Action, f"t_{number}", {"saved_at": moment} | row))
    return made


# What is due, in a few lines ---------------------------------------------------------------


def said(scenario: Scenario, view: Told | None = None) -> str:
    """Return all that is due and awaited, as a golden file holds it."""
    found = follow_up(view or scenario.view, scenario.now, scenario.defaults)
    return lines_of(found, scenario.now, scenario.view.people)


def lines_of(found: FollowUp, now: datetime, people: Sequence[Person]) -> str:
    names = {one.id: one.name for one in people}
    lines = [_due_lines(one, now, names) for one in found.due]
    lines += [_waiting_lines(one) for one in found.waiting]
    return "\n".join(lines) or "nothing"


def _moment(moment: datetime) -> str:
    return f"{moment:%a %Y-%m-%d %H:%M}"


def _due_lines(one: DueAction, now: datetime, names: Mapping[str, str]) -> str:
    mark = "urgent, " if one.is_urgent else ""
    mark += "put off, " if one.is_snoozed else ""
    whom = names.get(one.person_id, "nobody")
    how = one.channel or "any way"
    when = f"{_moment(one.from_at)} to {_moment(one.due_at)}"
    head = f"{mark}{due_group(one, now)} | {one.kind} | {whom}, {how} | {when}"
    return f"{head}\n    {one.text}\n    {one.reason}"


def _waiting_lines(one: Waiting) -> str:
    told = "told" if one.is_told else "usual"
    head = f"waiting | day {one.day} of {one.days}, {told} | until {one.until:%a %Y-%m-%d}"
    return f"{head}\n    {one.text}"
