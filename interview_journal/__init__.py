"""A journal of interviews: what was asked, what you said, and how to do better next time.

Names are reached lazily (PEP 562), so that importing the package costs next to nothing: a
form must not wait for the libraries that draw charts.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from interview_journal.api.backups import back_up, restore_backup
    from interview_journal.api.demo import copy_sample
    from interview_journal.api.exports import export_journal
    from interview_journal.api.frames import frame
    from interview_journal.api.new_journal import make_journal
    from interview_journal.api.opening import default_journal_path, open_journal, sample_path
    from interview_journal.core.catalogue import suggest_topic
    from interview_journal.core.problems import Conflict, Problem
    from interview_journal.core.records import (
        Action,
        Answer,
        Application,
        Criterion,
        Encounter,
        Forecast,
        Interview,
        Person,
        QuestionLink,
        Rating,
        Reference,
        Rehearsal,
        Setting,
        Verdict,
    )
    from interview_journal.errors import JournalError
    from interview_journal.importing.notes import parse_notes
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.showing import show_record, show_tonight

__version__: Final = "0.1.0"

__all__ = [
    "Action",
    "Answer",
    "Application",
    "Conflict",
    "Criterion",
    "Encounter",
    "Forecast",
    "Interview",
    "Journal",
    "JournalError",
    "Person",
    "Problem",
    "QuestionLink",
    "Rating",
    "Reference",
    "Rehearsal",
    "Setting",
    "Verdict",
    "__version__",
    "back_up",
    "copy_sample",
    "default_journal_path",
    "export_journal",
    "frame",
    "make_journal",
    "open_journal",
    "parse_notes",
    "restore_backup",
    "sample_path",
    "show_record",
    "show_tonight",
    "suggest_topic",
]

_RECORDS: Final = "core.records"
_HOMES: Final[dict[str, str]] = {
    "Action": _RECORDS,
    "Answer": _RECORDS,
    "Application": _RECORDS,
    "Conflict": "core.problems",
    "Criterion": _RECORDS,
    "Encounter": _RECORDS,
    "Forecast": _RECORDS,
    "Interview": _RECORDS,
    "Journal": "store.journal",
    "JournalError": "errors",
    "Person": _RECORDS,
    "Problem": "core.problems",
    "QuestionLink": _RECORDS,
    "Rating": _RECORDS,
    "Reference": _RECORDS,
    "Rehearsal": _RECORDS,
    "Setting": _RECORDS,
    "Verdict": _RECORDS,
    "back_up": "api.backups",
    "copy_sample": "api.demo",
    "default_journal_path": "api.opening",
    "export_journal": "api.exports",
    "frame": "api.frames",
    "make_journal": "api.new_journal",
    "open_journal": "api.opening",
    "parse_notes": "importing.notes",
    "restore_backup": "api.backups",
    "sample_path": "api.opening",
    "show_record": "widgets.showing",
    "show_tonight": "widgets.showing",
    "suggest_topic": "core.catalogue",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Return a public name, importing its home on first use."""
    home = _HOMES.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(importlib.import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
