"""The sample journal to look at: read only, and marked as an example wherever one looks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.day_words import day_words
from interview_journal.core.followup.plan import DUE_GROUPS
from interview_journal.core.rounds import is_written, latest_first, round_title, written_ids
from interview_journal.widgets.sheet import line, press, section
from interview_journal.widgets.tonight_state import outcome_words, tonight_state

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.core.records import Answer, Interview
    from interview_journal.core.view import JournalView
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.sheet import Section
    from interview_journal.widgets.tonight_state import TonightState

__all__ = ["example_evening", "example_sections", "open_example"]

TAG: Final = "Example"
ROUNDS_AT_MOST: Final = 8
ANSWERS_AT_MOST: Final = 4
EVENING: Final = time(20, 0)


def open_example() -> Journal:
    """Return the sample journal; nothing shown of it can be pressed, so nothing is written.

    Raises:
        JournalFolderError: If it was not installed.
    """
    return open_journal(sample_path())


def example_sections(view: JournalView, *, can_leave: bool = True) -> list[Section]:
    """Return the sample as sections, each of them marked.

    Args:
        view: The sample's records.
        can_leave: Whether there is a journal of one's own to go back to.
    """
    now = example_evening(view)
    state = tonight_state(view, now=now, is_sample=True)
    sections = [_banner(can_leave=can_leave)]
    if state.latest is not None:
        latest = state.latest
        texts = [f"{latest.title}, {latest.day}. It’s written down. {latest.note}", latest.detail]
        sections.append(_marked("latest", "Tonight", texts=[t for t in texts if t], lead=True))
    sections += _due(state)
    sections.append(_rounds(view, now.date()))
    shown = _told_best(view)
    if shown is not None:
        sections.append(_one_round(view, shown, now.date()))
    return sections


def _banner(*, can_leave: bool) -> Section:
    return section(
        "example",
        "This is an example",
        level=1,
        texts=(
            "A made-up person’s journal, to show what yours can become. Nothing here is yours.",
        ),
        buttons=(press("own", "Back to my journal", primary=True),) if can_leave else (),
        tone="banner",
        focus=True,
    )


def _marked(key: str, heading: str, **more: object) -> Section:
    return section(f"example:{key}", heading, tag=TAG, tone="example", **more)  # type: ignore[arg-type]  # passed on as given


def example_evening(view: JournalView) -> datetime:
    """Return the example's own present: the evening before its next round.

    Where no round is to come it is the evening of the last one written down.
    """
    with_answers = written_ids(view.answers)
    written = [one.held_on for one in view.interviews if is_written(one, with_answers)]
    ahead = [one.held_on for one in view.interviews if not is_written(one, with_answers)]
    day = min(ahead) - timedelta(days=1) if ahead else max(written, default=date.min)
    return datetime.combine(day, EVENING, tzinfo=UTC)


def _due(state: TonightState) -> list[Section]:
    """Return what is due that evening, to be read only."""
    return [
        _marked(
            f"due:{part.group}",
            DUE_GROUPS[part.group],
            lines=[line(one.text, texts=(one.why,)) for one in part.lines],
        )
        for part in state.parts
        if part.group != "later"
    ]


def _rounds(view: JournalView, today: date) -> Section:
    applications = {one.id: one for one in view.applications}
    return _marked(
        "rounds",
        "The rounds so far",
        lines=[
            line(
                round_title(one, applications.get(one.application_id)),
                texts=(f"{day_words(one.held_on, today=today)}. {_standing(one, today)}",),
            )
            for one in latest_first(view.interviews)[:ROUNDS_AT_MOST]
        ],
    )


def _standing(one: Interview, today: date) -> str:
    return "Still to come." if one.held_on > today else outcome_words(one.outcome)


def _told_best(view: JournalView) -> Interview | None:
    """Return the latest of the rounds with the most answers written down."""
    counts: dict[str, int] = {}
    for answer in view.answers:
        counts[answer.interview_id] = counts.get(answer.interview_id, 0) + 1
    told = [one for one in latest_first(view.interviews) if one.id in counts]
    return max(told, key=lambda one: min(counts[one.id], ANSWERS_AT_MOST), default=None)


def _one_round(view: JournalView, one: Interview, today: date) -> Section:
    applications = {known.id: known for known in view.applications}
    title = round_title(one, applications.get(one.application_id))
    own = sorted(
        (answer for answer in view.answers if answer.interview_id == one.id),
        key=lambda answer: answer.position,
    )
    return _marked(
        "round",
        "One interview, written down",
        texts=(f"{title}, {day_words(one.held_on, today=today)}.",),
        pairs=[*_answers(own[:ANSWERS_AT_MOST]), *_reflections(one)],
    )


def _answers(answers: Sequence[Answer]) -> list[list[str]]:
    return [[answer.question, answer.answer] for answer in answers]


def _reflections(one: Interview) -> list[list[str]]:
    fields = type(one).model_fields
    return [
        [str(fields[name].title), getattr(one, name)]
        for name in ("went_well", "to_improve", "if_then_plan")
        if getattr(one, name)
    ]
