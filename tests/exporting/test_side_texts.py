"""Texts that no xlsx cell can hold go whole to files of their own."""

from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

from interview_journal.exporting.side_texts import SideTexts, fits_cell, marker, side_name

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "text",
    ["", "=1+1", "007", "#N/A", "a" * 32_767, "\U0001f600" * 16_383, "x\n" * 253, "_x00_", "\t a"],
)
def test_ordinary_text_stays_in_its_cell(text: str) -> None:
    assert fits_cell(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 32_768,
        "\U0001f600" * 16_384,
        "x\n" * 254,
        "_x0041_",
        "in my_x000d_name",
        "bell\x07",
        "vertical\x0btab",
        "\uffff",
        "\ufffe",
        " \n ",
        marker("answers-a_x-answer.txt"),
    ],
)
def test_text_that_readers_would_change_does_not(text: str) -> None:
    assert not fits_cell(text)


def test_a_text_is_kept_whole_in_a_private_file_that_the_cell_names(tmp_path: Path) -> None:
    texts = SideTexts(tmp_path / "work", "book-texts")
    said = texts.keep("answers", "a_x", "answer", "\ufeffone\n\x07two\x85")
    assert said == "[The whole text is in the file book-texts/answers-a_x-answer.txt]"
    path = tmp_path / "work" / "answers-a_x-answer.txt"
    assert path.read_bytes().decode("utf-8") == "\ufeffone\n\x07two\x85"
    assert texts.count == 1
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_ids_that_differ_in_case_only_get_two_files(tmp_path: Path) -> None:
    texts = SideTexts(tmp_path / "texts", "texts")
    said = [texts.keep("answers", name, "note", name) for name in ("a_x", "a_X", "A_x")]
    names = {path.name for path in (tmp_path / "texts").iterdir()}
    assert len(set(said)) == 3
    assert names == {"answers-a_x-note.txt", "answers-a_X-note-2.txt", "answers-A_x-note-3.txt"}
    assert len({name.casefold() for name in names}) == 3


def test_no_folder_is_made_where_every_text_fits(tmp_path: Path) -> None:
    assert SideTexts(tmp_path / "texts", "texts").count == 0
    assert not (tmp_path / "texts").exists()


def test_only_names_we_give_are_ours() -> None:
    assert side_name("answers-a_x.y-better_answer.txt")
    for name in ("notes.txt", "answers-a_x-answer.docx", "answers-../x.txt", ".txt", "a/b.txt"):
        assert not side_name(name)
