"""Texts that files and spreadsheets change when nobody looks, in our own words."""

from __future__ import annotations

from hypothesis import strategies as st

from interview_journal.core.records import Answer

HOSTILE: tuple[str, ...] = (
    "=1+1",
    "+49 170 5550100",
    "-3",
    "@home",
    "\ttab first",
    "=SUM(hello)",
    '=HYPERLINK("http://127.0.0.1/","click")',
    "{=1+1}",
    "'quoted by an apostrophe",
    "''two",
    "007",
    "12e5",
    "1234567890123456789",
    "0.1000",
    "1/2",
    "Mar 4",
    "2026-03-04",
    "10:30",
    "TRUE",
    "true",
    "NA",
    "N/A",
    "#N/A",
    "#NAME?",
    "#REF!",
    "null",
    "None",
    "nan",
    "inf",
    "-inf",
    "$5",
    "50 %",
    " leading and trailing ",
    "\n",
    " ",
    "\xa0",
    "line one\nline two\n",
    'He said "no", twice; then; left',
    "semi;colon, comma\ttab|bar",
    "https://127.0.0.1/a?b=c&d=<e>",
    "mail@example.org",
    "<b>bold</b> &amp; ]]> <!-- -->",
    "caf\u00e9 and cafe\u0301",
    "\u65e5\u672c\u8a9e \u05e2\u05d1\u05e8\u05d9\u05ea \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "\ufeffbyte order mark first",
    "zero\u200bwidth",
    "\u202eturned\u202c",
    "next\x85line\u2028and\u2029paragraph",
    "_x0041_",
    "my_x000D_name",
    "_x005F_x0041_",
    "x005F_ alone",
    "bell \x07, escape \x1b[31m, delete \x7f",
    "vertical \x0b tab, form \x0c feed, unit \x1f separator",
    "not a character \uffff \ufffe",
    "[The whole text is in the file answers-a_x-answer.txt]",
    "long " * 6553 + "ok",
    "long " * 6553 + "too",
    "\U0001f600" * 16_383,
    "\U0001f600" * 16_384,
    "many\n" * 253,
    "many\n" * 254,
)

any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))
"""Any text a record can hold once it is settled."""


def answers_of(texts: tuple[str, ...]) -> tuple[Answer, ...]:
    """Return one answer a text, which it holds in each kind of text column."""
    return tuple(
        Answer(
            id=f"a_{number}",
            interview_id="i_first",
            question=text,
            answer=text,
            topic=text,
            note="plain",
        )
        for number, text in enumerate(texts)
    )
