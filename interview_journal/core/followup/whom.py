"""To whom a word to a company goes, always the same person while the facts are the same."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_journal.core.followup.facts import Process, Round
    from interview_journal.core.records import Person

__all__ = ["whom_to_ask"]


def whom_to_ask(process: Process, latest: Round | None) -> Person | None:
    """Return whom to write to; None where the journal knows nobody there.

    A recruiter of the round, else of the application, else somebody met in the round, else in an
    earlier one. Of several the one who promised word for a day, then one who has an address.

    Args:
        process: The application.
        latest: The round it is about; None where there was none.
    """
    met = [] if latest is None else _met(latest)
    recruiters = (one for one in met if one.kind == "recruiter")
    earlier = (person for one in reversed(process.over) for person in _met(one))
    return next(chain(recruiters, process.recruiters, met, earlier), None)


def _met(one: Round) -> list[Person]:
    pairs = sorted(one.met, key=lambda pair: pair[0].they_promised_by is None)
    return [person for _, person in pairs]
