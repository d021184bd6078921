"""Ways out of a draft: what a mail program reads is what was written, and nothing else."""

from __future__ import annotations

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.core.outgoing import DRAFT_KINDS, Draft
from interview_journal.writing.addresses import header_line
from interview_journal.writing.mail import (
    LINK_AT_MOST,
    draft_email,
    draft_file_name,
    link_holds_text,
    mailto_link,
)
from tests.exporting.hostile import HOSTILE, any_text

TEXT = "Dear Ana,\n\nthank you for “the wall”.\n\nKind regards,\nJo"
EVIL = "Ana\r\nBcc: all@example.org\r\n\r\nHello"


def note(**more: str) -> Draft:
    given = {
        "subject": "Thank you",
        "text": TEXT,
        "to_name": "Ana Ruiz",
        "to_address": "ana@example.org",
    }
    return Draft(kind="thank-you note", tone="warm", **(given | more))


def parsed(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


def reader_of(data: bytes) -> tuple[str, str]:
    """Return name and address of the only reader.

    The name by RFC 2047: the newer parser of Python 3.11 puts blanks between encoded words.
    """
    assert len(parsed(data)["To"].addresses) == 1
    name, address = parseaddr("".join(str(message_from_bytes(data)["To"]).splitlines()))
    return str(make_header(decode_header(name))), address


def text_of(message: EmailMessage) -> str:
    content = message.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n").removesuffix("\n")


def test_a_mail_program_opens_it_as_a_draft() -> None:
    message = parsed(draft_email(note()))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "Ana Ruiz <ana@example.org>"
    assert message["Subject"] == "Thank you"
    assert message["From"] is None
    assert message.get_content_charset() == "utf-8"
    assert text_of(message) == TEXT


def test_the_sender_stands_there_where_it_is_known() -> None:
    message = parsed(draft_email(note(), my_name="Jo Pryce", my_address="jo@example.org"))
    assert message["From"] == "Jo Pryce <jo@example.org>"


@pytest.mark.parametrize("address", ["", "no address", "a@b.org, c@d.org", EVIL])
def test_without_a_sound_address_there_is_no_reader(address: str) -> None:
    data = draft_email(note(to_address=address))
    assert parsed(data)["To"] is None
    assert b"Bcc" not in data


def test_nothing_in_a_name_or_a_subject_opens_a_new_line() -> None:
    message = parsed(draft_email(note(to_name=EVIL, subject=EVIL), my_name=EVIL, my_address=EVIL))
    assert message["Bcc"] is None
    assert message["Subject"] == "Ana Bcc: all@example.org Hello"
    assert message["To"].addresses[0].addr_spec == "ana@example.org"
    assert len(message["To"].addresses) == 1
    assert text_of(message) == TEXT


def test_lines_end_as_mail_wants_it_and_all_is_ascii() -> None:
    data = draft_email(note(text="ü\n" * 400 + "x" * 2000, to_name="José Ruíz"))
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 78


@pytest.mark.parametrize(
    "name",
    [
        "Müller, Anna-Sophie (Leitung); <chef> " * 4,
        "ليلى " * 30,
        'Ana "the boss" Ruiz',
        "Ana, Ben",
        "a" * 300,
        "ü" * 300,
        "\U0001f600 Ana",
        "=?utf-8?q?Ana=0D=0ABcc:_all=40example.org?=",
    ],
)
def test_a_difficult_name_comes_back_and_stays_one_reader(name: str) -> None:
    data = draft_email(note(to_name=name, subject=name))
    assert reader_of(data) == (header_line(name), "ana@example.org")
    assert parsed(data)["Subject"] == header_line(name)


@given(any_text | st.sampled_from(HOSTILE), any_text, any_text)
@settings(deadline=None)
def test_text_subject_and_name_come_back_exactly(text: str, subject: str, name: str) -> None:
    data = draft_email(note(text=text, subject=subject, to_name=name))
    message = parsed(data)
    assert text_of(message) == text.removesuffix("\n") or text_of(message) == text
    assert message["Subject"] == header_line(subject)
    assert reader_of(data) == (header_line(name), "ana@example.org")
    assert set(message.keys()) == {
        "X-Unsent",
        "To",
        "Subject",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }


def test_a_link_holds_reader_subject_and_text() -> None:
    link = mailto_link(note(subject="Thanks & more?", to_address="a+b%c@example.org"))
    parts = urlsplit(link)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "a+b%c@example.org")
    assert parse_qsl(parts.query) == [
        ("subject", "Thanks & more?"),
        ("body", TEXT.replace("\n", "\r\n")),
    ]
    assert "+" not in parts.query


def test_a_link_that_would_be_too_long_leaves_the_text_out() -> None:
    draft = note(text="word " * 500)
    assert not link_holds_text(draft)
    assert mailto_link(draft) == "mailto:ana@example.org?subject=Thank%20you"
    assert link_holds_text(note())


def test_a_link_without_a_sound_address_leaves_the_reader_open() -> None:
    assert mailto_link(note(to_address=EVIL)).startswith("mailto:?subject=")


@settings(deadline=None)
@given(any_text, any_text, any_text)
def test_any_link_is_plain_ascii_and_adds_no_field(text: str, subject: str, address: str) -> None:
    link = mailto_link(note(text=text, subject=subject, to_address=address))
    assert link.isascii()
    assert link.isprintable()
    assert " " not in link
    assert len(link) <= LINK_AT_MOST or "body" not in link
    fields = [name for name, _ in parse_qsl(urlsplit(link).query, keep_blank_values=True)]
    assert fields in (["subject", "body"], ["subject"])


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Ana Ruiz", "thank-you-note-ana-ruiz.eml"),
        ("", "thank-you-note.eml"),
        ("../../etc/passwd", "thank-you-note-etc-passwd.eml"),
        ("x" * 300, f"thank-you-note-{'x' * 45}.eml"),
    ],
)
def test_a_file_is_named_after_kind_and_reader(name: str, file: str) -> None:
    assert draft_file_name(note(to_name=name)) == file


def test_two_names_in_another_script_give_two_files() -> None:
    one, two = (draft_file_name(note(to_name=name)) for name in ("王小明", "فاطمة"))
    assert one != two
    assert one == draft_file_name(note(to_name="王小明"))


@settings(deadline=None)
@given(any_text, st.sampled_from(list(DRAFT_KINDS)))
def test_any_file_name_is_safe_everywhere(name: str, kind: str) -> None:
    draft = Draft(kind=kind, tone="warm", subject="", text="", to_name=name)  # type: ignore[arg-type]
    file = draft_file_name(draft, ".html")
    assert file.isascii()
    assert set(file) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert file.count(".") == 1
    assert len(file) <= 65
