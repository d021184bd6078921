"""Which words of a draft are ours: those that stand in the templates, and the days and numbers."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment

from interview_journal.core.followup.unknowns import process_question, unknown_facts
from interview_journal.core.outgoing import Draft, find_gaps
from tests.writing.records import round_two

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TOLD = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december by within to the same day days a week weeks
    one two three four five six seven eight nine ten
"""


def words_of(text: str) -> set[str]:
    """Return the words of a text, capitals aside; those in gaps are left out."""
    for gap in reversed(find_gaps(text)):
        text = f"{text[: gap.span[0]]} {text[gap.span[1] :]}"
    return set(_WORD.findall(text.casefold()))


@cache
def template_words() -> frozenset[str]:
    """Return every word that stands in one of our templates, literal or in quotes."""
    found = set()
    for path in (files("interview_journal.writing") / "templates").iterdir():
        if path.name.endswith(".txt.j2"):
            for _, kind, value in Environment(autoescape=True).lex(path.read_text("utf-8")):
                if kind in ("data", "string"):
                    found |= words_of(value)
    unknown = round_two(
        answer_in_days_min=None,
        answer_in_days_max=None,
        further_rounds=None,
        tells_if_unsuccessful=None,
    )
    question = process_question(unknown_facts(unknown))
    return frozenset(found | words_of(question) | set(_TOLD.split()))


def foreign_words(draft: Draft, journal_words: set[str]) -> set[str]:
    """Return the words of a draft that stand neither in our templates nor in the journal."""
    words = words_of(f"{draft.subject}\n{draft.text}")
    return {word for word in words - template_words() - journal_words if not word.isdigit()}
