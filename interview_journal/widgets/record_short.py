"""What the short form shows of the journal, and how its texts are read.

The form's fields are in ``short_fields``, the saving in ``record_saving``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from interview_journal.core.rounds import latest_first
from interview_journal.widgets.record_place import NEW
from interview_journal.widgets.round_contents import people_met
from interview_journal.widgets.short_fields import fresh_values
from interview_journal.widgets.typed_values import text_of

if TYPE_CHECKING:
    from datetime import date

    from interview_journal.core.records import Application, Interview
    from interview_journal.core.view import JournalView

__all__ = [
    "company_names",
    "join_account",
    "names_in",
    "new_short_values",
    "people_known_at",
    "short_values",
    "split_account",
]

_HEAR_LINE: Final = "\n\nWhen I will hear: "


def new_short_values(today: date, interview_id: str, application_id: str) -> dict[str, str]:
    """Return what an empty short form holds; the ids are drawn once, so that it saves once."""
    return {
        **fresh_values(today),
        "_interview": interview_id,
        "_application": application_id,
        "_base": "0",
        "_place": NEW,
    }


def short_values(view: JournalView, interview: Interview) -> dict[str, str]:
    """Return what the short form shows of an interview that is in the journal."""
    # An empty form need not wait for it.
    from interview_journal.importing.answer_time import AnswerTime, describe_answer_time

    company = next((a.company for a in view.applications if a.id == interview.application_id), "")
    account, words = split_account(interview.account)
    known = AnswerTime(
        interview.answer_in_days_min, interview.answer_in_days_max, interview.answer_by
    )
    who = ", ".join(person.name for person in people_met(view, interview.id))
    hear = words or describe_answer_time(known)
    return {
        "company": company,
        "held_on": text_of(interview.held_on),
        "account": account,
        "who": who,
        "hear": hear,
        "_interview": interview.id,
        "_application": interview.application_id,
        "_base": str(interview.revision),
        "_company": company,
        "_who": who,
        "_hear": hear,
        "_place": interview.id,
    }


def people_known_at(view: JournalView, company: str) -> list[str]:
    """Return the names of the people met at that company, each once."""
    wanted = company.strip().casefold()
    own = {one.id for one in view.applications if one.company.strip().casefold() == wanted}
    return list(dict.fromkeys(one.name for one in view.people if one.application_id in own))


def company_names(view: JournalView) -> list[str]:
    """Return the known companies, the one of the latest interview first."""
    by_id = {one.id: one for one in view.applications}
    recent = [by_id.get(one.application_id) for one in latest_first(view.interviews)]
    rest: list[Application | None] = list(reversed(view.applications))
    return list(dict.fromkeys(one.company for one in [*recent, *rest] if one is not None))


def names_in(text: str) -> list[str]:
    """Return the names in a line, each once.

    Example:
        >>> names_in("Ana Silva, Ben and Cleo; Ana Silva")
        ['Ana Silva', 'Ben', 'Cleo']
    """
    parts = (part.strip() for part in re.split(r"[,;\n]|\s(?:and|&)\s", text))
    first: dict[str, str] = {}
    for part in parts:
        if part:
            first.setdefault(part.casefold(), part)
    return list(first.values())


def join_account(account: str, words: str) -> str:
    """Return the account with the words on when an answer comes, which no date could hold."""
    if not words:
        return account
    # A carriage return at the end would become one line end with the line feed that follows.
    settled = account.replace("\r\n", "\n").replace("\r", "\n")
    return f"{settled}{_HEAR_LINE}{words}"


def split_account(account: str) -> tuple[str, str]:
    """Return the account and those words, as ``join_account`` put them together.

    Example:
        >>> split_account(join_account("We talked.", "soon"))
        ('We talked.', 'soon')
    """
    before, mark, words = account.rpartition(_HEAR_LINE)
    if not mark or not words or "\n" in words:
        return account, ""
    return before, words
