"""No byte is lost on the way from a file to text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.store.encodings import (
    BOM,
    byte_order_mark,
    decode_lines,
    decode_text,
    encode_text,
    encoding_notice,
    find_encoding,
    holds_no_text,
    is_utf16,
)
from tests.store.examples import ANSWERS, texts

ENCODINGS = ["utf-8", "cp1252", "utf-16-le", "utf-16-be"]


@given(st.binary(max_size=200), st.sampled_from(ENCODINGS))
def test_any_bytes_come_back_from_their_text(data: bytes, encoding: str) -> None:
    whole = data[: len(data) - len(data) % 2] if is_utf16(encoding) else data

    assert encode_text(decode_text(data, encoding), encoding) == whole
    assert encode_text("".join(decode_lines(data, encoding)), encoding) == whole


@given(texts, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]))
def test_lines_are_what_an_editor_counts(text: str, encoding: str) -> None:
    lines = decode_lines(text.encode(encoding), encoding)

    assert "".join(lines) == text
    for line in lines[:-1]:
        assert line.endswith(("\n", "\r"))
    for line in lines:
        body = line[:-2] if line.endswith("\r\n") else line.rstrip("\r\n") or line[:-1]
        assert "\n" not in body
        assert "\r" not in body


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"", "utf-8"),
        (b"plain", "utf-8"),
        ("café".encode(), "utf-8"),
        (BOM + b"caf\xe9", "utf-8"),
        (b"caf\xe9\nna\xefve", "cp1252"),
        ("café\n".encode() + b"caf\xe9\n" + "naïve\n".encode(), "utf-8"),
        ("café\n".encode() + b"caf\xe9\nna\xefve\n", "cp1252"),
        ("\ufeffcafé".encode("utf-16-le"), "utf-16-le"),
        ("\ufeffcafé".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_the_encoding_is_found_from_the_whole_file(data: bytes, encoding: str) -> None:
    assert find_encoding(data) == encoding


def test_the_byte_order_mark_is_found() -> None:
    assert byte_order_mark(BOM + b"x") == BOM
    assert byte_order_mark(b"\xff\xfex") == b"\xff\xfe"
    assert byte_order_mark(b"\xfe\xffx") == b"\xfe\xff"
    assert byte_order_mark(b"x") == byte_order_mark(b"") == b""


def test_only_another_encoding_than_ours_is_told() -> None:
    assert encoding_notice(ANSWERS, "utf-8") is None
    for encoding in ENCODINGS[1:]:
        notice = encoding_notice(ANSWERS, encoding)
        assert notice is not None
        assert notice.notice


@given(texts)
def test_text_a_record_can_hold_is_text(text: str) -> None:
    assert not holds_no_text(text)
    assert holds_no_text(text + "\0")
    assert holds_no_text(text + "\udc80")
