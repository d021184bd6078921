"""Which parts of a text are links that may be followed, and that nothing of the text is lost."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.web_links import TextPart, linked_parts

CALL = "https://call.example.org/j/81?pwd=a%20b&x=1#top"


def links(text: str) -> list[str]:
    return [part.link for part in linked_parts(text) if part.link]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (CALL, CALL),
        (f"Video call: {CALL}, or by phone", CALL),
        (f"(see {CALL})", CALL),
        ("https://call.example.org/a_(b).", "https://call.example.org/a_(b)"),
        ("Ask at <https://call.example.org/a>", "https://call.example.org/a"),
        ("https://call.example.org:8443/x", "https://call.example.org:8443/x"),
        ("HTTPS://CALL.example.org", "HTTPS://CALL.example.org"),
        ("[https://call.example.org/x]", "https://call.example.org/x"),
        ("https://localhost", "https://localhost"),
    ],
)
def test_a_link_stands_by_itself(text: str, link: str) -> None:
    assert links(text) == [link]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Room 4, second floor",
        "http://call.example.org",
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//call.example.org",
        "https://",
        "https://?",
        "https:///x",
        "https://call.example.org@other.example.net/x",
        "https://call.example.org:443@other.example.net",
        "https://call.example.org:port/x",
        "https://[::1",
        "https://c\u0430ll.example.org/x",
        "https://-.example.org/",
    ],
)
def test_what_may_lead_elsewhere_or_nowhere_is_text(text: str) -> None:
    assert linked_parts(text) == (TextPart(text),)


@given(st.text(max_size=60) | st.from_regex(r"( |a|\)|https://[a-z@.:/ ]{0,9})+", fullmatch=True))
def test_the_parts_give_the_text_again_and_links_are_https(text: str) -> None:
    parts = linked_parts(text)
    assert "".join(part.text for part in parts) == text
    for part in parts:
        assert part.link in ("", part.text)
        if part.link:
            found = urlsplit(part.link)
            assert (found.scheme, found.username, found.password) == ("https", None, None)
            assert found.hostname
            assert part.link.isascii() or found.netloc.isascii()
