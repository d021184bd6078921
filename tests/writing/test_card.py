"""A card to print: complete in itself, everything escaped, never a word cut off."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from interview_journal.core.outgoing import DRAFT_KINDS, Draft, DraftKind
from interview_journal.writing.card import card_fits, card_page
from tests.exporting.hostile import any_text

TEXT = "Dear Ana,\n\nThank you for [one thing] & <more>.\n\nKind regards,\nJo"
ALLOWED = {
    *("html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "strong", "ol", "li"),
    *("svg", "defs", "g", "path", "use", "circle", "div", "p", "br", "mark", "i"),
}


def note(text: str = TEXT, name: str = "Ana Ruiz", kind: DraftKind = "thank-you note") -> Draft:
    return Draft(kind=kind, tone="warm", subject="", text=text, to_name=name)


class Tags(HTMLParser):
    """Gathers what a browser would see."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_text_stands_inside_twice_once_to_look_at_and_once_to_print() -> None:
    page = card_page(note())
    assert page.count("&amp; &lt;more&gt;.") == 2
    assert page.count("<mark>[one thing]</mark>") == 2
    assert page.count("Kind regards,<br>Jo") == 2
    assert "1 gap is</strong>" in page.replace(" still open", "")


@given(any_text, any_text)
@settings(max_examples=50, deadline=None)
def test_no_words_become_tags(text: str, name: str) -> None:
    seen = Tags(card_page(note(text, name)))
    assert seen.tags <= ALLOWED
    assert not any(one.startswith("on") for one in seen.attributes)


def test_a_card_asks_for_nothing_from_outside() -> None:
    page = card_page(note("See https://example.org/x and url(http://example.org)"))
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "@import" not in page
    assert "url(" not in page.replace("url(http://example.org)", "")


@pytest.mark.parametrize("kind", DRAFT_KINDS)
def test_the_cover_says_thank_you_only_where_the_text_does(kind: DraftKind) -> None:
    thanks = kind in ("thank-you note", "referee thanks", "reply to a rejection")
    assert ('href="#thanks"' in card_page(note(kind=kind))) is thanks


def test_a_longer_text_takes_the_second_page_and_the_longest_is_told() -> None:
    short, long, endless = (note("word " * count) for count in (100, 450, 5000))
    assert 'class="hand"' in card_page(short)
    assert "both" not in card_page(short).partition("<header>")[2]
    assert 'class="half both"' in card_page(long)
    assert 'class="hand"' not in card_page(long)
    assert [card_fits(one) for one in (short, long, endless)] == [True, True, False]
    assert "too long for a card" in card_page(endless)


def test_a_sheet_of_letter_paper_is_another_size() -> None:
    assert "--w: 105mm; --h: 148.5mm" in card_page(note())
    assert "--w: 107.95mm; --h: 139.7mm" in card_page(note(), paper="Letter")
    assert "size: Letter portrait" in card_page(note(), paper="Letter")


def test_words_of_any_script_bring_their_own_direction() -> None:
    page = card_page(note("شكراً جزيلاً", "ليلى"))
    assert '<p dir="auto">شكراً جزيلاً</p>' in page
    assert html.escape("A card for ليلى") in page
