"""The facts of a draft, taken from the records it is about and fitted for a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from interview_journal.core.day_words import day_words
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.unknowns import process_question, unknown_facts
from interview_journal.writing.fitting import (
    Share,
    fit_line,
    fit_lines,
    fit_portion,
    parts_of,
)
from interview_journal.writing.names import called, fit_name, formally_called
from interview_journal.writing.note_facts import NoteFacts
from interview_journal.writing.phrasing import as_phrase, small_words, to_reader
from interview_journal.writing.process_words import answer_words, letter_day
from interview_journal.writing.topics import pick_topic, turned_to

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from interview_journal.core.records import Application, Encounter, Interview, Person, Reference
    from interview_journal.core.view import JournalView
    from interview_journal.writing.about import About

__all__ = ["MY_NAME", "gather_facts"]

MY_NAME: Final = "my_name"
"""The setting that holds the person's own name."""

_NAME_AT_MOST: Final = 80
_WHY_WORDS: Final = 24
_PROMISE_WORDS: Final = 18
_UNSAID_WORDS: Final = 20
_REQUIREMENTS_AT_MOST: Final = 6
_REQUIREMENT_WORDS: Final = 24
_LINK_MARKS: Final = ("://", "www.")


def gather_facts(view: JournalView, about: About, *, today: date, **more: Any) -> NoteFacts:  # noqa: ANN401 - fields of NoteFacts
    """Return all that the journal knows for a draft.

    Args:
        view: The records.
        about: Which of them the draft is about.
        today: The day it is; a letter names days as seen from it.
        more: Facts that no record holds: ``step``, ``channel``, ``claims``.
    """
    small = small_words(_own_words(view, about))
    share = _share(about)
    found: dict[str, Any] = {"me": _my_name(view), **_reader(about.person)}
    if about.application is not None:
        found |= _application(about.application, share, small)
    if about.interview is not None:
        found |= _round(about.interview, share, small, today)
        found |= _asked_before(view, about.interview, today)
        found["variant"] = share.place + about.interview.round - 1
        found["was_met"] = bool(about.encounters)
    found |= _meeting(view, about.encounters, small, today)
    if about.reference is not None:
        found |= _referee(about.reference, small, today)
    return NoteFacts(**(found | more))


def _own_words(view: JournalView, about: About) -> Iterable[str]:
    for record in (about.application, about.interview, *about.encounters):
        if record is not None:
            values = (getattr(record, name) for name in type(record).model_fields)
            yield from (value for value in values if isinstance(value, str))
    held = about.interview
    yield from (one.answer for one in view.answers if held and one.interview_id == held.id)


def _share(about: About) -> Share:
    if about.person is None or about.person.id not in about.panel:
        return Share(len(about.panel), len(about.panel) + 1)
    return Share(about.panel.index(about.person.id), len(about.panel))


def _my_name(view: JournalView) -> str:
    named = (one.value for one in view.settings if one.name == MY_NAME)
    return _short(fit_name(next(named, "")))


def _reader(person: Person | None) -> dict[str, Any]:
    if person is None:
        return {}
    return {
        "to_name": _short(fit_name(person.name)),
        "to_first": _short(called(person.name)),
        "to_formal": _short(formally_called(person.name)),
        "to_address": person.email.strip(),
        "to_kind": person.kind,
    }


def _short(name: str) -> str:
    """Return a name as it fits into a line and a subject."""
    if len(name) <= _NAME_AT_MOST:
        return name
    start = name[:_NAME_AT_MOST]
    # At a blank, unless there is none for long.
    return f"{(start.rpartition(' ')[0] or start[:-1]).rstrip()}…"


def _application(one: Application, share: Share, small: frozenset[str]) -> dict[str, Any]:
    def told(text: str) -> str:
        return as_phrase(to_reader(fit_portion(text, words=_WHY_WORDS, share=share)), small)

    lines = fit_lines(one.requirements)[:_REQUIREMENTS_AT_MOST]
    return {
        "company": _short(" ".join(fit_lines(one.company))),
        "role": _short(fit_line(one.role)),
        "why_role": told(one.why_role),
        "why_company": told(one.why_company),
        "can_contribute": told(one.can_contribute),
        "requirements": tuple(fit_portion(line, words=_REQUIREMENT_WORDS) for line in lines),
        "status": one.status,
    }


def _round(
    interview: Interview, share: Share, small: frozenset[str], today: date
) -> dict[str, Any]:
    return {
        "day": letter_day(interview.held_on, today=today),
        "long_day": day_words(interview.held_on, today=today),
        "is_over": interview.held_on < today,
        "unsaid": _unsaid(interview.unsaid, share, small),
        "question": process_question(unknown_facts(interview)),
        "they_said": answer_words(interview, today=today),
        "checks": interview.checks_references is True,
        "tells_everyone": interview.tells_if_unsuccessful is True,
    }


def _unsaid(text: str, share: Share, small: frozenset[str]) -> str:
    """Return what is still to be said to this reader: the same thing is never told to two."""
    if share.place >= len(parts_of(text)):
        return ""
    return as_phrase(to_reader(fit_portion(text, words=_UNSAID_WORDS, share=share)), small)


def _asked_before(view: JournalView, interview: Interview, today: date) -> dict[str, Any]:
    key = action_key("ask for news", interview.id, "1")
    asked = [one for one in view.actions if one.key == key and one.status == "done"]
    days = [_day(one.done_at, today) for one in asked]
    return {"is_again": bool(asked), "asked_day": next((day for day in days if day), "")}


def _meeting(
    view: JournalView, met: tuple[Encounter, ...], small: frozenset[str], today: date
) -> dict[str, Any]:
    topic = pick_topic("\n".join(one.topics for one in met), small)
    kept = {one.key for one in view.actions if one.status == "done"}
    open_ = [one.i_promised for one in met if action_key("my promise", one.id) not in kept]
    promised = as_phrase(fit_portion("\n".join(open_), words=_PROMISE_WORDS), small)
    theirs = next((one for one in met if one.they_promised.strip()), None)
    by = None if theirs is None else theirs.they_promised_by
    return {
        "topic": "" if topic.is_practical else topic.words,
        "practical": topic.words if topic.is_practical else "",
        "promised": turned_to(promised),
        "has_link": any(mark in promised for mark in _LINK_MARKS),
        "they_promised": ""
        if theirs is None
        else as_phrase(fit_portion(theirs.they_promised, words=_PROMISE_WORDS), small),
        "they_promised_day": "" if by is None else day_words(by, today=today),
    }


def _referee(reference: Reference, small: frozenset[str], today: date) -> dict[str, Any]:
    return {
        "scope": as_phrase(fit_portion(reference.scope, words=_WHY_WORDS), small),
        "agreed_day": _day(reference.consented_at, today),
        "was_called": reference.checked_at is not None,
    }


def _day(moment: datetime | None, today: date) -> str:
    return "" if moment is None else day_words(moment.date(), today=today)
