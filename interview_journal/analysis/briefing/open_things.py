"""What is still open: words not said, plans, promises, and what to ask them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.briefing.sources import one_line
from interview_journal.core.followup.acts import CLOSING, newest_words
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.unknowns import unknown_facts
from interview_journal.core.followup.wording import on_words
from interview_journal.core.preparing.values import Promise
from interview_journal.core.rounds import place_in_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from interview_journal.analysis.briefing.sources import BriefingSources
    from interview_journal.core.choices import ActionKind
    from interview_journal.core.records import Encounter, Interview

__all__ = ["open_promises", "plans", "questions_to_ask", "unsaid"]

_PLANS_AT_MOST: Final = 4
_UNSAID_AT_MOST: Final = 3
_QUESTIONS_AT_MOST: Final = 6


def unsaid(sources: BriefingSources) -> tuple[str, ...]:
    """Return what this company has not heard yet, from the last round backwards."""
    return _texts((one.unsaid for one in reversed(sources.earlier)), _UNSAID_AT_MOST)


def plans(sources: BriefingSources) -> tuple[str, ...]:
    """Return the if-then plans, this company's first, in each the newest first."""
    others = sorted(
        (one for one in sources.rounds.values() if _is_other(sources, one)),
        key=place_in_time,
        reverse=True,
    )
    own = [sources.interview, *reversed(sources.earlier)]
    return _texts((one.if_then_plan for one in (*own, *others)), _PLANS_AT_MOST)


def _is_other(sources: BriefingSources, one: Interview) -> bool:
    is_before = one.held_on <= sources.interview.held_on
    return is_before and one.id != sources.interview.id and one.id not in sources.own_rounds


def _texts(texts: Iterable[str], at_most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_line(text) for text in texts if text.strip()))[:at_most]


def open_promises(sources: BriefingSources) -> tuple[Promise, ...]:
    """Return what was promised and not settled: the person's own first, the soonest first."""
    acted = newest_words(sources.view.actions)
    names = {one.id: one_line(one.name) for one in sources.view.people}
    found = []
    for met in sources.view.encounters:
        if met.interview_id in sources.own_rounds and met.person_id in names:
            for promise, day in _promises(sources, met, names[met.person_id]):
                kind: ActionKind = "my promise" if promise.is_mine else "their promise"
                word = acted.get(action_key(kind, met.id))
                if word is None or word.status not in CLOSING:
                    found.append((not promise.is_mine, day is None, day, met.id, promise))
    found.sort(key=lambda one: (one[0], one[1], one[2] or sources.today, one[3]))
    return tuple(one[-1] for one in found)


def _promises(
    sources: BriefingSources, met: Encounter, name: str
) -> Iterator[tuple[Promise, date | None]]:
    sides = (
        (True, met.i_promised, met.i_promised_by),
        (False, met.they_promised, met.they_promised_by),
    )
    for is_mine, text, day in sides:
        if text.strip():
            by = "" if day is None else f"by {on_words(day, sources.today)}"
            is_overdue = not is_mine and day is not None and day < sources.interview.held_on
            yield (
                Promise(
                    is_mine=is_mine, who=name, what=one_line(text), by=by, is_overdue=is_overdue
                ),
                day,
            )


def questions_to_ask(sources: BriefingSources, promised: Iterable[Promise]) -> tuple[str, ...]:
    """Return what to ask them: what no round has told yet, then what they promised.

    What was said in any round with them still holds.
    """
    told = [one for one in sources.earlier if one.application_id == _application_id(sources)]
    unknown = [unknown_facts(one) for one in (told or [sources.interview])]
    missing = [fact.to_ask for fact in unknown[-1] if all(fact in others for others in unknown)]
    theirs = [
        f"What became of what {one.who} promised: {one.what}" for one in promised if one.is_overdue
    ]
    if not missing:
        missing = ["What happens next, and when will I hear?"]
    return tuple(dict.fromkeys((*missing, *theirs)))[:_QUESTIONS_AT_MOST]


def _application_id(sources: BriefingSources) -> str:
    return sources.interview.application_id
