"""What the tonight panel shows, computed from the journal's facts and the present alone.

The panel copies this to the screen. What is due comes from the follow-up rules; here it is only
laid out: under which heading, in which order, how much of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.api.due import follow_up_of, in_own_zone
from interview_journal.core.day_words import near_day_words
from interview_journal.core.followup.plan import DUE_GROUPS, due_group
from interview_journal.core.followup.wording import by_words, clock_words
from interview_journal.core.rounds import is_written, latest_first, round_title, written_ids
from interview_journal.widgets.file_care_state import CareLine, care_lines
from interview_journal.widgets.notebooks import NotebookLink, link_to, links_from
from interview_journal.widgets.tonight_rehearsal import RehearsalLine, rehearsal_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from interview_journal.core.choices import ActionKind, Outcome
    from interview_journal.core.followup.plan import DueGroup
    from interview_journal.core.followup.values import DueAction, FollowUp
    from interview_journal.core.problems import Problem
    from interview_journal.core.records import Application, Interview
    from interview_journal.core.view import JournalView

__all__ = [
    "DueLine",
    "DuePart",
    "RoundLine",
    "TonightState",
    "WaitingLine",
    "outcome_words",
    "tonight_state",
]

TONIGHT: Final = "0_tonight.ipynb"
RECORD: Final = "1_record.ipynb"
COMING_AT_MOST: Final = 6
LINES_AT_MOST: Final = 12
"""Under one heading; more of them at once help nobody."""

_HEARD: Final[dict[Outcome | None, str]] = {
    None: "No answer yet.",
    "advanced": "They said yes.",
    "rejected": "They said no.",
    "withdrew": "You withdrew.",
    "silence": "Silence so far, and you are no longer waiting.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """One round in one line.

    Attributes:
        interview_id: Which round.
        title: Company and round.
        day: The day in words.
        time: When it begins, as its clock shows it; empty where it is not known.
        detail: Role and kind, where they are known.
        where: Address, room or link; empty where it is not known.
        note: What is known of its outcome.
    """

    interview_id: str
    title: str
    day: str
    detail: str
    time: str = ""
    where: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One thing to do, with its reason.

    Attributes:
        key: Identifies it for ever.
        text: What to do.
        why: Why, and by when.
        kind: What sort of thing; empty for a round of today that is still to come.
        place: Company and round it belongs to, where the text does not say so.
        where: Where a round of today is; empty where that is not known.
        link: The notebook where it is done.
        application_id: The application it is about.
        interview_id: The round it is about.
    """

    key: str
    text: str
    why: str
    kind: ActionKind | None = None
    place: str = ""
    where: str = ""
    link: NotebookLink | None = None
    application_id: str = ""
    interview_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DuePart:
    """What stands under one heading.

    Attributes:
        group: Which one.
        lines: The first of them.
        more: How many are not listed.
    """

    group: DueGroup
    lines: tuple[DueLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """One answer that is awaited.

    Attributes:
        interview_id: After which round.
        title: Company and round.
        text: How long it has been, and until when there is nothing to do.
    """

    interview_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TonightState:
    """Everything on the panel.

    Attributes:
        is_empty: Nothing was recorded yet: the first screen is shown.
        is_sample: The records are an example and not the person's own.
        latest: The latest round that is written down.
        coming: Rounds ahead, the next first.
        parts: What to do, heading by heading; none without a line.
        rehearsal: What to rehearse today; None where nothing is.
        waiting: What is awaited, the earliest end first.
        next_date: The next day on which there is something to do, in a sentence; empty where
            there is something to do now, or nothing at all.
        can_hear: Whether there is a round that an answer can be entered for.
        links: The other notebooks.
        care: What to look at in the files.
    """

    is_empty: bool
    is_sample: bool
    latest: RoundLine | None
    coming: tuple[RoundLine, ...]
    parts: tuple[DuePart, ...]
    rehearsal: RehearsalLine | None
    waiting: tuple[WaitingLine, ...]
    next_date: str
    can_hear: bool
    links: tuple[NotebookLink, ...]
    care: tuple[CareLine, ...]

    @property
    def due(self) -> tuple[DueLine, ...]:
        """All that is listed as due, from top to bottom."""
        return tuple(line for part in self.parts for line in part.lines)


def tonight_state(
    view: JournalView,
    *,
    now: datetime,
    problems: Sequence[Problem] = (),
    is_sample: bool = False,
) -> TonightState:
    """Return what the panel shows.

    Args:
        view: The records.
        now: The present, aware.
        problems: What could not be read with certainty.
        is_sample: True for the example, whose files are nobody's to care for.
    """
    present = in_own_zone(view, now)
    today = present.date()
    applications = {one.id: one for one in view.applications}
    with_answers = written_ids(view.answers)
    rounds = latest_first(view.interviews)
    written = [one for one in rounds if is_written(one, with_answers)]
    unwritten = [one for one in reversed(rounds) if not is_written(one, with_answers)]
    ahead = [one for one in unwritten if one.held_on > today]
    known = follow_up_of(view, present)
    parts = _parts(known, unwritten, applications, present)
    return TonightState(
        is_empty=not rounds,
        is_sample=is_sample,
        latest=_latest_line(written, applications, today),
        coming=tuple(_round_line(one, applications, today) for one in ahead[:COMING_AT_MOST]),
        parts=parts,
        rehearsal=rehearsal_line(view, present),
        waiting=_waiting(known, view.interviews, applications),
        next_date=_next_date(known, parts, present),
        can_hear=any(one.held_on <= today for one in rounds),
        links=links_from(TONIGHT),
        care=() if is_sample else care_lines(problems),
    )


def outcome_words(outcome: Outcome | None) -> str:
    """Return what is known of a round's outcome, in a sentence."""
    return _HEARD[outcome]


def _latest_line(
    written: Sequence[Interview], applications: Mapping[str, Application], today: date
) -> RoundLine | None:
    if not written:
        return None
    return _round_line(written[0], applications, today, outcome_words(written[0].outcome))


def _round_line(
    one: Interview, applications: Mapping[str, Application], today: date, note: str = ""
) -> RoundLine:
    application = applications.get(one.application_id)
    role = "" if application is None else application.role
    return RoundLine(
        interview_id=one.id,
        title=round_title(one, application),
        day=near_day_words(one.held_on, today=today),
        detail=", ".join(part for part in (role, one.kind) if part),
        time="" if one.started_at is None else clock_words(one.started_at),
        where=one.place.strip(),
        note=note,
    )


def _parts(
    known: FollowUp,
    unwritten: Sequence[Interview],
    applications: Mapping[str, Application],
    now: datetime,
) -> tuple[DuePart, ...]:
    groups: dict[DueGroup, list[DueLine]] = {group: [] for group in DUE_GROUPS}
    rounds_to_write = []
    for action in known.due:
        if action.kind == "ask for news" and action.from_at > now and not action.is_snoozed:
            # It stands under "Waiting".
            continue
        line = _due_line(action, applications, now)
        if action.kind == "write it down":
            rounds_to_write.append(line)
        else:
            groups[due_group(action, now)].append(line)
    # The latest of them first: it is remembered best.
    groups["now"] = [*reversed(rounds_to_write), *groups["now"]]
    listed = {line.interview_id for line in rounds_to_write}
    groups["today"] += [
        _of_today(one, applications)
        for one in unwritten
        if one.held_on == now.date() and one.id not in listed
    ]
    return tuple(
        DuePart(
            group=group,
            lines=tuple(lines[:LINES_AT_MOST]),
            more=max(len(lines) - LINES_AT_MOST, 0),
        )
        for group, lines in groups.items()
        if lines
    )


def _due_line(action: DueAction, applications: Mapping[str, Application], now: datetime) -> DueLine:
    company, why = applications[action.application_id].company, _why(action, now)
    return DueLine(
        key=action.key,
        text=action.text,
        why=why,
        kind=action.kind,
        place="" if company in f"{action.text} {why}" else company,
        link=link_to(RECORD) if action.kind == "write it down" else None,
        application_id=action.application_id,
        interview_id=action.interview_id,
    )


def _why(action: DueAction, now: datetime) -> str:
    if action.is_snoozed:
        return f"You put it off until {by_words(action.from_at, now)}."
    return action.reason


def _of_today(one: Interview, applications: Mapping[str, Application]) -> DueLine:
    return DueLine(
        key=f"today:{one.id}",
        text=f"{round_title(one, applications.get(one.application_id))} is today",
        why="Good luck. Afterwards, write it down while it’s fresh.",
        where=one.place.strip(),
        link=link_to(RECORD),
        application_id=one.application_id,
        interview_id=one.id,
    )


def _waiting(
    known: FollowUp, interviews: Sequence[Interview], applications: Mapping[str, Application]
) -> tuple[WaitingLine, ...]:
    by_id = {one.id: one for one in interviews}
    return tuple(
        WaitingLine(
            interview_id=one.interview_id,
            title=round_title(by_id[one.interview_id], applications.get(one.application_id)),
            text=one.text,
        )
        for one in known.waiting[:LINES_AT_MOST]
    )


def _next_date(known: FollowUp, parts: Sequence[DuePart], now: datetime) -> str:
    """Return the next date where nothing is to be done tonight; empty where something is."""
    if any(part.group in ("now", "today") for part in parts):
        return ""
    if not known.due:
        return ""
    soonest = min(known.due, key=lambda one: (_day_of(one, now), one.due_at, one.key))
    day = near_day_words(_day_of(soonest, now).date(), today=now.date())
    return f"Next date: {day}. {soonest.text}."


def _day_of(one: DueAction, now: datetime) -> datetime:
    """Return when it comes, or by when it is due where it can be done already."""
    return one.from_at if one.from_at > now else one.due_at
