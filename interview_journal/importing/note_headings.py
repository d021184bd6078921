"""The headings people put into their notes: what comes under them is whose.

Under "They asked:" each line of the list is a question they asked, mark or none. Under "My
questions:" nothing is. "Overall:" ends the answer before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from interview_journal.importing.question_patterns import any_of

if TYPE_CHECKING:
    from interview_journal.importing.note_lines import NoteLine

__all__ = ["ListReader", "Under"]

Under = Literal["", "heading", "closing", "theirs", "mine", "continued"]

_HEADING_CHARS_MAX = 60
_THEIR_LIST = re.compile(
    r"(?:(?:(?:the|their|interview) )?questions?(?: "
    + any_of("they, he, she, we, i, that, asked, from, were, was, got, had, been, them, the, panel")
    + r"){0,6}|(?:so |then )?(?:"
    + any_of("they, she, he, i was, i got, we were, what they, things they")
    + r" )?asked(?: me)?(?: about)?(?: things like)?)\s*:?\W*",
    re.IGNORECASE,
)
_MY_LIST = re.compile(
    r"(?:my (?:own )?questions?(?: (?:to|for) (?:them|her|him|the panel))?"
    r"|questions? (?:i|that i|we) (?:asked|had)(?: them)?|questions? (?:for|to) (?:them|ask)"
    r"|(?:then )?i asked(?: them)?|what i asked(?: them)?)\s*:?\W*",
    re.IGNORECASE,
)
_CLOSING_HEAD = re.compile(
    any_of(
        "overall, (?:my )?impressions?, next steps?, to[- ]?dos?, follow[- ]?ups?,"
        "(?:my )?thoughts, summary, conclusion, afterwards, after the interview, reflections?,"
        "(?:what )?went (?:well|badly|ok), how it went, to improve, do better, next(?=\\s*:)"
    )
    + r"\s*(?::|\W*$)",
    re.IGNORECASE,
)
_CLOSING_PARAGRAPH = re.compile(
    any_of(
        "overall, all in all, in general, afterwards, at the end, in the end, next steps?,"
        "they(?:['\u2019]ll| will), s?he(?:['\u2019]ll| will), we (?:ended|finished|wrapped),"
        "(?:i )?(?:felt|feel|left feeling)"
    )
    + r"\b",
    re.IGNORECASE,
)


class ListReader:
    """Remembers under which heading the lines stand while they are read in order."""

    def __init__(self) -> None:
        self._mine: bool | None = None
        self._mark: str | None = None

    def place(self, text: str, line: NoteLine) -> Under:
        """Return what a line is to the heading before it.

        Returns:
            "heading" or "closing" for a heading itself, "theirs" or "mine" for an entry of the
            list under one, "continued" for a line that belongs to the entry before it, "" for
            a line under no heading.
        """
        heading = self._read_heading(text, line)
        if heading:
            return heading
        if self._mine is None or line.speaker:
            self._mine = None
            return ""
        if self._mark is None:
            self._mark = line.mark
        elif line.mark != self._mark and not line.after_blank:
            return "mine" if self._mine else "continued"
        elif line.mark != self._mark or (line.after_blank and not line.mark):
            ended, self._mine = self._mine, None
            return "" if ended else "closing"
        return "mine" if self._mine else "theirs"

    def _read_heading(self, text: str, line: NoteLine) -> Under:
        body = text[line.body : min(line.end, line.body + 10 * _HEADING_CHARS_MAX)].strip(" \t*_#")
        if line.speaker:
            return ""
        if len(body) <= _HEADING_CHARS_MAX:
            mine = _MY_LIST.fullmatch(body) is not None
            if mine or _THEIR_LIST.fullmatch(body):
                self._mine, self._mark = mine, None
                return "heading"
        if _CLOSING_HEAD.match(body) or (
            line.after_blank and not line.mark and _CLOSING_PARAGRAPH.match(body)
        ):
            self._mine = None
            return "closing"
        return ""
