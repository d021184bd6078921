"""The page, the half page and the text: complete, escaped, and the same."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.preparing.values import Briefing
from interview_journal.writing.briefing_page import bag_page, briefing_page, briefing_text
from tests.writing.briefings import BARE, HOSTILE, full

MAKERS = [briefing_page, bag_page]


class Reader(HTMLParser):
    """Takes in every tag, attribute and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.links: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


ALLOWED = read(briefing_page(full("x")) + bag_page(full("x")))


@given(st.text(min_size=1, max_size=80) | st.just(HOSTILE))
@settings(max_examples=25, deadline=None)
def test_no_text_becomes_a_tag_or_an_attribute(text: str) -> None:
    for make in MAKERS:
        page = read(make(full(text, count=2)))
        assert page.tags <= ALLOWED.tags
        assert page.attributes <= ALLOWED.attributes


@pytest.mark.parametrize("make", MAKERS)
def test_a_page_asks_for_nothing_from_outside(make: object) -> None:
    page = make(full(HOSTILE))  # type: ignore[operator]
    assert "default-src 'none'" in page
    assert not re.search(r"(?i)<(script|img|link|iframe|object)|\bsrc=|url\(|@import|https?:", page)


def test_any_script_stands_on_the_page_as_written() -> None:
    page = read(briefing_page(full("مرحبا 你好 नमस्ते")))
    assert page.text.count("مرحبا 你好 नमस्ते") > 10
    assert "dir" in page.attributes


@pytest.mark.parametrize(("paper", "height"), [("A4", "148.0mm"), ("Letter", "139.2mm")])
def test_the_bag_page_is_half_a_sheet(paper: object, height: str) -> None:
    page = bag_page(BARE, paper=paper)  # type: ignore[arg-type]
    assert f"height: {height}" in page
    assert page.count("<li>") == 5
    assert "When do I hear?" in page
    assert "Who:" in page


def test_the_bag_names_those_expected_only() -> None:
    assert bag_page(full("Ana")).count("<bdi>Ana, Ana</bdi>") == 5


def test_the_text_says_all_that_the_briefing_holds() -> None:
    text = briefing_text(full("word " * 60, count=2))
    assert "…" not in text.replace("IF … THEN", "")
    assert max(map(len, text.splitlines()[3:])) <= 79
    assert text.startswith("word word")
    assert "SAY THESE ALOUD" in text
    assert text.endswith("\n")


def test_a_bare_briefing_is_its_heading() -> None:
    assert briefing_text(BARE).splitlines() == [
        "Acme Clinic",
        "Ward planner · round 2, panel interview",
        "Friday 13 March, 2:30 pm · 45 minutes (in 3 days)",
    ]


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_no_text_steers_a_terminal(text: str) -> None:
    shown = briefing_text(full(text, count=1))
    assert not any(char in shown for char in "\x1b\x07\x00\r\u202e")


LONG_LINK = "https://call.example.org/" + "0123456789/" * 40 + "?a=1&b=\u0027"


def placed(place: str) -> Briefing:
    return replace(BARE, head=replace(BARE.head, place=place))


@pytest.mark.parametrize("make", MAKERS)
def test_the_page_says_where_and_says_nothing_where_that_is_not_known(make: object) -> None:
    page = read(make(placed("Room 4, Dock Road")))  # type: ignore[operator]
    assert "Where: Room 4, Dock Road" in page.text
    assert page.links == []
    assert "Where:" not in read(make(BARE)).text  # type: ignore[operator]


@pytest.mark.parametrize("make", MAKERS)
def test_a_link_leads_there_in_full_and_only_a_safe_one_does(make: object) -> None:
    page = read(make(placed(f"Call: {LONG_LINK}")))  # type: ignore[operator]
    assert page.links == ["https://call.example.org/" + "0123456789/" * 40 + "?a=1&b="]
    assert "0123456789/" * 12 not in page.text, "what is shown is cut"
    for text in (HOSTILE, "javascript:alert(1)", "http://call.example.org", 'https://a.b" onx="1'):
        page = read(make(placed(text)))  # type: ignore[operator]
        assert page.links in ([], ["https://a.b"])
        assert page.attributes <= {*ALLOWED.attributes, "href", "rel", "target"}
        assert page.tags <= {*ALLOWED.tags, "a"}


def test_the_text_says_where_with_the_whole_link() -> None:
    lines = briefing_text(placed(f"Call: {LONG_LINK}")).splitlines()
    assert lines[3] == "Where: Call:"
    assert lines[4].strip() == LONG_LINK
    assert briefing_text(placed("Room 4")).splitlines()[3:] == ["Where: Room 4"]
