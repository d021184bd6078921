"""The record of activity on paper: complete, escaped, and asking nobody for anything."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

from hypothesis import given, settings

from interview_journal.core.records import Application, Person
from interview_journal.writing.activity import activity_rows
from interview_journal.writing.activity_page import activity_page
from interview_journal.writing.calendar_values import one_line
from tests.writing.dated_journals import line_texts, panel_evening

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


class Reader(HTMLParser):
    """Collects what a page says and which tags and addresses it holds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [
            value or "" for name, value in attrs if name in ("src", "href", "action", "style")
        ]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def page_of(records: Any) -> str:
    return activity_page(activity_rows(records, FIRST, LAST), FIRST, LAST)


def test_the_page_says_what_the_rows_say() -> None:
    shown = " ".join(" ".join(read(page_of(panel_evening())).words).split())
    assert "Job interviews from 1 March 2026 to 31 March 2026, both days included" in shown
    assert "4 March 2026 Wednesday Northgate Hospital Nurse 1 panel interview" in shown
    assert "Ana Ruiz , Ben Cole , Cho Lin" in shown
    assert "1 interview with 1 employer" in shown
    assert shown.endswith("Date Signature")


def test_no_word_of_the_talk_stands_on_it() -> None:
    secret = "bluebird"
    assert secret not in page_of(
        panel_evening(account=secret, went_well=secret, to_improve=secret, unsaid=secret)
    )


def test_the_page_asks_no_other_computer_for_anything() -> None:
    page = page_of(panel_evening())
    assert read(page).addresses == []
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page
    assert not {"script", "img", "link", "iframe", "form"} & set(read(page).tags)


def test_it_prints_on_any_paper_with_its_head_on_each_sheet() -> None:
    page = page_of(panel_evening())
    assert "@page { margin: 18mm 17mm; }" in page
    assert not re.search(r"@page \{[^}]*size", page)
    assert "display: table-header-group" in page
    assert "break-inside: avoid" in page


def test_a_time_without_interviews_is_said_in_a_sentence() -> None:
    page = activity_page([], FIRST, LAST)
    assert "No interview took place in this time." in page
    assert "<table" not in page
    assert "Signature" in page


@settings(deadline=None)
@given(line_texts(min_size=1), line_texts(min_size=1), line_texts())
def test_any_text_of_a_person_stands_there_as_text(company: str, name: str, kind: str) -> None:
    plain = page_of(panel_evening(kind="talk"))
    records = panel_evening(kind=kind)
    records = records.with_(
        applications=(Application(id="p_acme", company=company, role="<b>&amp;"),),
        people=tuple(Person(id=one.id, name=name) for one in records.people),
    )
    page = read(page_of(records))
    for text in (company, name, kind):
        assert one_line(text) in page.words or not one_line(text)
    assert "<b>&amp;" in page.words
    assert page.tags.count("bdi") == read(plain).tags.count("bdi")
    assert "b" not in page.tags
