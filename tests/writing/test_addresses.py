"""Names and addresses for a letter's head: one line each, and nothing hidden in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from interview_journal.writing.addresses import header_line, sound_address
from tests.exporting.hostile import any_text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ana@example.org", "ana@example.org"),
        ("  mailto:ana@example.org ", "ana@example.org"),
        ("Ana Ruiz <ana.ruiz+job@mail.example.org>", "ana.ruiz+job@mail.example.org"),
        ("juergen@bücher.example", "juergen@xn--bcher-kva.example"),
        ("jürgen@example.org", ""),
        ("", ""),
        ("ana", ""),
        ("ana@localhost", ""),
        ("ana@example.org, ben@example.org", ""),
        ("ana@example.org\nBcc: ben@example.org", ""),
        ("ana@example.org?bcc=ben@example.org", ""),
        (".ana@example.org", ""),
        ("a..b@example.org", ""),
        ("ana@-example.org", ""),
        (f"ana@{'a' * 70}ü.org", ""),
        (f"{'a' * 65}@example.org", ""),
    ],
)
def test_an_address_is_one_persons_or_none(text: str, address: str) -> None:
    assert sound_address(text) == address


@settings(deadline=None)
@given(any_text)
def test_an_address_never_opens_a_new_line(text: str) -> None:
    address = sound_address(text)
    assert not set(address) & set('\r\n\0\t <>,;:"')


@settings(deadline=None)
@given(any_text)
def test_a_line_of_the_head_is_one_line(text: str) -> None:
    line = header_line(text)
    assert len(line.splitlines()) <= 1
    assert line.isprintable()
    assert "=?" not in line


def test_a_line_without_end_is_cut() -> None:
    assert header_line("x" * 1000) == f"{'x' * 299}…"
