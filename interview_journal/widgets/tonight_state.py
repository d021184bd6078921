"""What the tonight panel shows, computed from the journal's facts and the present alone.

The panel copies this to the screen. What is due is a list of lines from the start, so that
whatever comes to know a due date later only adds lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.core.day_words import near_day_words
from interview_journal.core.rounds import is_written, latest_first, round_title, written_ids
from interview_journal.widgets.file_care_state import CareLine, care_lines
from interview_journal.widgets.notebooks import NotebookLink, link_to, links_from

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from interview_journal.core.choices import Outcome
    from interview_journal.core.problems import Problem
    from interview_journal.core.records import Application, Interview
    from interview_journal.core.view import JournalView

__all__ = ["DueLine", "RoundLine", "TonightState", "outcome_words", "tonight_state"]

TONIGHT: Final = "0_tonight.ipynb"
RECORD: Final = "1_record.ipynb"
COMING_AT_MOST: Final = 6
DUE_AT_MOST: Final = 6

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
        detail: Role and kind, where they are known.
        note: What is known of its outcome.
    """

    interview_id: str
    title: str
    day: str
    detail: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One thing to do, with its reason.

    Attributes:
        key: Identifies it for ever.
        text: What to do.
        why: Why, and by when.
        link: The notebook where it is done.
        interview_id: The round it is about.
    """

    key: str
    text: str
    why: str
    link: NotebookLink | None = None
    interview_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TonightState:
    """Everything on the panel.

    Attributes:
        is_empty: Nothing was recorded yet: the first screen is shown.
        is_sample: The records are an example and not the person's own.
        latest: The latest round that is written down.
        coming: Rounds ahead, the next first.
        due: What to do, soonest first.
        can_hear: Whether there is a round that an answer can be entered for.
        links: The other notebooks.
        care: What to look at in the files.
    """

    is_empty: bool
    is_sample: bool
    latest: RoundLine | None
    coming: tuple[RoundLine, ...]
    due: tuple[DueLine, ...]
    can_hear: bool
    links: tuple[NotebookLink, ...]
    care: tuple[CareLine, ...]


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
    today = now.date()
    applications = {one.id: one for one in view.applications}
    with_answers = written_ids(view.answers)
    rounds = latest_first(view.interviews)
    written = [one for one in rounds if is_written(one, with_answers)]
    unwritten = [one for one in reversed(rounds) if not is_written(one, with_answers)]
    ahead = [one for one in unwritten if one.held_on > today]
    # Of rounds long past without a word the oldest are let be: nobody is nagged about them.
    past = [one for one in unwritten if one.held_on <= today][-DUE_AT_MOST:]
    return TonightState(
        is_empty=not rounds,
        is_sample=is_sample,
        latest=_latest_line(written, applications, today),
        coming=tuple(_round_line(one, applications, today) for one in ahead[:COMING_AT_MOST]),
        due=tuple(_to_write(one, applications, today) for one in reversed(past)),
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
        note=note,
    )


def _to_write(one: Interview, applications: Mapping[str, Application], today: date) -> DueLine:
    title = round_title(one, applications.get(one.application_id))
    day = near_day_words(one.held_on, today=today)
    is_over = one.held_on < today
    return DueLine(
        key=f"write:{one.id}",
        text=f"Write down {title}" if is_over else f"{title} is today",
        why=f"It was {day}. What you remember now is worth keeping."
        if is_over
        else "Good luck. Afterwards, write it down while it's fresh.",
        link=link_to(RECORD),
        interview_id=one.id,
    )
