"""A journal of interviews: what was asked, what you said, and how to do better next time.

Names are reached lazily (PEP 562), so that importing the package costs next to nothing: a
form must not wait for the libraries that draw charts.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from interview_journal.analysis.filters import Filters as TrendFilters
    from interview_journal.analysis.response_kinds import suggest_response_type
    from interview_journal.analysis.trend_values import Trend
    from interview_journal.api.activity import activity_csv, activity_page, activity_rows
    from interview_journal.api.backups import back_up, restore_backup
    from interview_journal.api.calendar import calendar_file
    from interview_journal.api.charts import draw_chart, save_chart
    from interview_journal.api.consistency import (
        check_consistency,
        compare_answers,
        consistency_index,
        ledger_frame,
        same_question,
    )
    from interview_journal.api.demo import copy_sample
    from interview_journal.api.drafting import copy_template, draft_for, draft_thank_you
    from interview_journal.api.due import due_actions
    from interview_journal.api.exports import export_journal
    from interview_journal.api.frames import frame
    from interview_journal.api.journal_paths import default_journal_path, sample_path
    from interview_journal.api.new_journal import make_journal
    from interview_journal.api.opening import open_journal
    from interview_journal.api.preparing import briefing
    from interview_journal.api.trends import check_trend, trend_frame, trends_page
    from interview_journal.core.catalogue import suggest_topic
    from interview_journal.core.claims import Finding
    from interview_journal.core.followup.values import DueAction
    from interview_journal.core.outgoing import Draft
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
    from interview_journal.core.rubric import rubric
    from interview_journal.errors import JournalError
    from interview_journal.importing.notes import parse_notes
    from interview_journal.store.journal import Journal
    from interview_journal.widgets.showing import (
        show_consistency,
        show_prepare,
        show_rate,
        show_record,
        show_tonight,
        show_trends,
    )

__version__: Final = "0.1.0"

__all__ = [
    "Action",
    "Answer",
    "Application",
    "Conflict",
    "Criterion",
    "Draft",
    "DueAction",
    "Encounter",
    "Finding",
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
    "Trend",
    "TrendFilters",
    "Verdict",
    "__version__",
    "activity_csv",
    "activity_page",
    "activity_rows",
    "back_up",
    "briefing",
    "calendar_file",
    "check_consistency",
    "check_trend",
    "compare_answers",
    "consistency_index",
    "copy_sample",
    "copy_template",
    "default_journal_path",
    "draft_for",
    "draft_thank_you",
    "draw_chart",
    "due_actions",
    "export_journal",
    "frame",
    "ledger_frame",
    "make_journal",
    "open_journal",
    "parse_notes",
    "restore_backup",
    "rubric",
    "same_question",
    "sample_path",
    "save_chart",
    "show_consistency",
    "show_prepare",
    "show_rate",
    "show_record",
    "show_tonight",
    "show_trends",
    "suggest_response_type",
    "suggest_topic",
    "trend_frame",
    "trends_page",
]

_RECORDS: Final = "core.records"
_HOMES: Final[dict[str, str]] = {
    "Action": _RECORDS,
    "Answer": _RECORDS,
    "Application": _RECORDS,
    "Conflict": "core.problems",
    "Criterion": _RECORDS,
    "DueAction": "core.followup.values",
    "Draft": "core.outgoing",
    "Encounter": _RECORDS,
    "Finding": "core.claims",
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
    "Trend": "analysis.trend_values",
    "TrendFilters": "analysis.filters",
    "Verdict": _RECORDS,
    "activity_csv": "api.activity",
    "activity_page": "api.activity",
    "activity_rows": "api.activity",
    "back_up": "api.backups",
    "briefing": "api.preparing",
    "calendar_file": "api.calendar",
    "check_consistency": "api.consistency",
    "check_trend": "api.trends",
    "compare_answers": "api.consistency",
    "consistency_index": "api.consistency",
    "copy_sample": "api.demo",
    "copy_template": "api.drafting",
    "default_journal_path": "api.journal_paths",
    "draft_for": "api.drafting",
    "draft_thank_you": "api.drafting",
    "draw_chart": "api.charts",
    "due_actions": "api.due",
    "export_journal": "api.exports",
    "frame": "api.frames",
    "ledger_frame": "api.consistency",
    "make_journal": "api.new_journal",
    "open_journal": "api.opening",
    "parse_notes": "importing.notes",
    "restore_backup": "api.backups",
    "rubric": "core.rubric",
    "same_question": "api.consistency",
    "sample_path": "api.journal_paths",
    "save_chart": "api.charts",
    "show_consistency": "widgets.showing",
    "show_prepare": "widgets.showing",
    "show_rate": "widgets.showing",
    "show_record": "widgets.showing",
    "show_tonight": "widgets.showing",
    "show_trends": "widgets.showing",
    "suggest_response_type": "analysis.response_kinds",
    "suggest_topic": "core.catalogue",
    "trend_frame": "api.trends",
    "trends_page": "api.trends",
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
