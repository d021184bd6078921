"""Any journal at any moment: what Hypothesis draws for the follow-up rules.

Moment, zone and conventions are drawn one by one, so that they shrink. A journal has hundreds of
cells: it is made from a drawn number, which costs a hundredth of the time and says as much.
"""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from random import Random
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from interview_journal.core.choices import ApplicationStatus, Channel, Outcome, PersonKind
from interview_journal.core.followup.days import in_zone
from interview_journal.core.followup.defaults import FollowUpDefaults
from interview_journal.core.records import (
    Action,
    Application,
    Encounter,
    Interview,
    Person,
    Reference,
)
from tests.core.followup.told import Told

T = TypeVar("T")

ANCHORS = (
    date(1, 1, 3), date(1969, 12, 31), date(2024, 2, 29), date(2026, 3, 29), date(2026, 10, 25),
    date(2027, 12, 31), date(2028, 2, 29), date(9999, 12, 29),
)  # fmt: skip
"""The calendar's edges, leap days, changes of the clock, ends of a year."""

ZONES = st.one_of(
    st.sampled_from(sorted(zoneinfo.available_timezones())).map(zoneinfo.ZoneInfo),
    st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
STATUSES: tuple[ApplicationStatus, ...] = get_args(ApplicationStatus)
UNRELATED: tuple[ApplicationStatus, ...] = ("open", "declined", "rejected", "withdrawn", "silent")
OFFSETS = (0, -720, -210, 60, 345, 840)


@dataclass(frozen=True)
class Drawn:
    """A journal, a moment in the person's zone, and the person's conventions."""

    view: Told
    now: datetime
    defaults: FollowUpDefaults
    anchor: date

    @property
    def zone(self) -> tzinfo:
        return self.now.tzinfo or UTC


class Maker:
    """Makes records around a day from a number."""

    def __init__(self, seed: int, anchor: date) -> None:
        self.random = Random(seed)  # noqa: S311 - no secret
        self.anchor = anchor

    def one_of(self, *values: T) -> T:
        return self.random.choice(values)

    def number(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def day(self) -> date:
        before = min(40, (self.anchor - date.min).days)
        after = min(40, (date.max - self.anchor).days)
        return self.anchor + timedelta(days=self.number(-before, after))

    def moment(self) -> datetime:
        clock = time(self.number(0, 23), self.number(0, 59), self.number(0, 59))
        zone = timezone(timedelta(minutes=self.one_of(*OFFSETS)))
        return datetime.combine(self.day(), clock, tzinfo=zone)

    def maybe(self, value: T) -> T | None:
        return self.one_of(value, None)

    def application(self, name: str, statuses: tuple[ApplicationStatus, ...]) -> Told:
        """Return one application and all that belongs to it; its ids begin with its name."""
        job = Application(
            id=f"p_{name}",
            company=name,
            status=self.one_of("open", *statuses),
            status_at=self.maybe(self.moment()),
        ).as_saved(revision=1, saved_at=self.moment())
        people = [self.person(name, place) for place in range(self.number(0, 3))]
        rounds = [self.round(name, place) for place in range(self.number(0, 3))]
        met = [self.met(one, who) for one in rounds for who in people if self.one_of(True, False)]
        referees = [
            Person(id=f"n_r{name}{place}", kind="referee", name=f"R{place}")
            for place in range(self.number(0, 2))
        ]
        return Told(
            applications=(job,),
            interviews=tuple(rounds),
            people=(*people, *referees),
            encounters=tuple(met),
            references=tuple(self.reference(name, who) for who in referees),
        )

    def person(self, name: str, place: int) -> Person:
        kinds: tuple[PersonKind, ...] = ("interviewer", "recruiter")
        return Person(
            id=f"n_{name}{place}",
            application_id=f"p_{name}",
            name=self.one_of("Ana Ruiz", "Ben Okoro", "  "),
            kind=self.one_of(*kinds),
            email=self.one_of("", "a@acme.example.org"),
        )

    def round(self, name: str, place: int) -> Interview:
        fields: dict[str, Any] = {
            "id": f"i_{name}{place}",
            "application_id": f"p_{name}",
            "round": self.number(1, 3),
            "held_on": self.day(),
            "started_at": self.maybe(self.moment()),
            "time_zone": self.one_of("", "Asia/Kathmandu", "America/New_York", "Not/Known"),
            "duration_minutes": self.maybe(self.number(1, 1440)),
            "captured_at": self.maybe(self.moment()),
            "account": self.one_of("", "We talked."),
            "answer_in_days_min": self.maybe(self.number(0, 20)),
            "answer_in_days_max": self.maybe(self.one_of(0, 7, 14, 730)),
            "answer_by": self.one_of(None, None, self.day()),
            "tells_if_unsuccessful": self.one_of(None, True, False),
            "further_rounds": self.one_of(None, True, False),
            "checks_references": self.one_of(None, True, False),
            "contact_channel": self.one_of(None, *get_args(Channel)),
            "outcome": self.one_of(*[None] * 6, *get_args(Outcome)),
            "outcome_known_at": self.maybe(self.moment()),
        }
        made: Interview = Interview(**fields).as_saved(revision=1, saved_at=self.moment())
        return made

    def met(self, one: Interview, who: Person) -> Encounter:
        return Encounter(
            id=f"m_{one.id}_{who.id}",
            interview_id=one.id,
            person_id=who.id,
            i_promised=self.one_of("", "A link.", "  \n"),
            i_promised_by=self.maybe(self.day()),
            they_promised=self.one_of("", "A call."),
            they_promised_by=self.maybe(self.day()),
        )

    def reference(self, name: str, who: Person) -> Reference:
        return Reference(
            id=f"f_{who.id}",
            application_id=f"p_{name}",
            person_id=who.id,
            consented_at=self.one_of(None, self.moment(), self.moment()),
            checked_at=self.one_of(None, None, self.moment()),
        ).as_saved(revision=1, saved_at=self.moment())

    def words_on(self, keys: list[str]) -> tuple[Action, ...]:
        """Return what the person did with some of these keys."""
        chosen = [key for key in keys if self.one_of(True, False)]
        return tuple(
            Action(
                id=f"t_{place}",
                key=key,
                status=self.one_of("open", "done", "skipped", "snoozed", "moved"),
                done_at=self.maybe(self.moment()),
                due_at=self.maybe(self.moment()),
                snoozed_until=self.maybe(self.moment()),
            ).as_saved(revision=1, saved_at=self.moment())
            for place, key in enumerate(chosen)
        )


SEEDS = st.integers(0, 2**32)


def together(*parts: Told) -> Told:
    """Return one journal of several."""
    names = ("applications", "interviews", "people", "encounters", "references", "actions")
    return Told(
        **{name: tuple(row for one in parts for row in getattr(one, name)) for name in names}
    )


@st.composite
def journals(draw: st.DrawFn) -> Drawn:
    """Draw up to three applications, and a moment around the same day in any zone."""
    anchor = draw(st.sampled_from(ANCHORS))
    maker = Maker(draw(SEEDS), anchor)
    names = "abc"[: draw(st.integers(1, 3))]
    view = together(*(maker.application(name, STATUSES) for name in names))
    now = in_zone(Maker(draw(SEEDS), anchor).moment(), draw(ZONES))
    return Drawn(view, now, draw(conventions(anchor)), anchor)


@st.composite
def conventions(draw: st.DrawFn, anchor: date) -> FollowUpDefaults:
    days = Maker(draw(SEEDS), anchor)
    return FollowUpDefaults(
        thank_within_hours=draw(st.sampled_from([24, 1, 336])),
        news_after_days=draw(st.sampled_from([7, 1, 365])),
        news_again_days=draw(st.sampled_from([14, 1, 365])),
        let_be_after_days=draw(st.sampled_from([60, 7, 3650])),
        day_starts_at=draw(st.sampled_from([time(9), time(0), time(2, 30), time(23, 59)])),
        assumed_end=draw(st.sampled_from([time(17), time(0, 30)])),
        days_off=frozenset(days.day() for _ in range(draw(st.integers(0, 3)))),
    )
