"""Journals that our own hands did not write arrive whole, and clean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import interview_journal as ij
from bench.load_journals import count_loaded, journal_files, load_all, load_journal

if TYPE_CHECKING:
    from pathlib import Path

OWN = {
    "journal": "j99",
    "person": "Somebody, of our own making",
    "locale": "en-GB",
    "interviews": [
        {
            "id": "j99-r2",
            "company": "Acme",
            "role": "Clerk",
            "round": 2,
            "kind": "panel",
            "date": "2026-03-12",
            "answers": [],
        },
        {
            "id": "j99-r1",
            "company": "Acme",
            "role": "Clerk",
            "round": 1,
            "kind": "phone screen",
            "date": "2026-03-04",
            "answers": [
                {"id": "j99-r1-a1", "question": "Why us?", "topic": "why_us", "answer": "=1+1"}
            ],
        },
    ],
    "conflicts": [],
    "distractors": [],
}


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    path = tmp_path / "j99.json"
    path.write_text(json.dumps(OWN), encoding="utf-8")
    return path


def test_rounds_of_one_company_share_an_application(own_file: Path, tmp_path: Path) -> None:
    journal = load_journal(own_file, tmp_path / "j99")
    assert [application.company for application in journal.applications] == ["Acme"]
    assert [interview.id for interview in journal.interviews] == ["j99-r1", "j99-r2"]
    assert [answer.answer for answer in journal.answers] == ["=1+1"]


def test_a_round_is_saved_on_its_own_evening(own_file: Path, tmp_path: Path) -> None:
    journal = load_journal(own_file, tmp_path / "j99")
    for interview in journal.interviews:
        assert interview.saved_at is not None
        assert interview.saved_at.date() == interview.held_on


def test_loading_twice_adds_nothing(own_file: Path, tmp_path: Path) -> None:
    load_journal(own_file, tmp_path / "j99")
    before = (tmp_path / "j99" / "answers.csv").read_bytes()
    load_journal(own_file, tmp_path / "j99")
    assert (tmp_path / "j99" / "answers.csv").read_bytes() == before


def test_the_counts_hold_no_words(own_file: Path, tmp_path: Path) -> None:
    counts = count_loaded(load_journal(own_file, tmp_path / "j99"))
    assert counts.is_clean
    assert (counts.interviews, counts.answers, counts.words) == (2, 1, 1)
    assert "Why us" not in repr(counts)


def test_the_whole_collection_arrives_clean(shared_data: Path, tmp_path: Path) -> None:
    # The totals stand in the collection's README. Only counts are compared: a failing
    # comparison of texts would print journals that are kept unread.
    counts = load_all(journal_files(shared_data / "journals_dev"), tmp_path)
    assert len(counts) == 4
    assert sum(one.interviews for one in counts) == 18
    assert sum(one.answers for one in counts) == 112
    assert sum(one.words for one in counts) == 10_144
    assert all(one.is_clean for one in counts)


def test_every_text_of_the_collection_is_read_back_as_it_was(
    shared_data: Path, tmp_path: Path
) -> None:
    compared = 0
    for path in journal_files(shared_data / "journals_dev"):
        load_journal(path, tmp_path / path.stem)
        read = {answer.id: answer for answer in ij.open_journal(tmp_path / path.stem).answers}
        for one in json.loads(path.read_text(encoding="utf-8"))["interviews"]:
            for row in one["answers"]:
                same = read[row["id"]].answer == row["answer"]
                assert same, row["id"]
                same = read[row["id"]].question == row["question"]
                assert same, row["id"]
                compared += 1
    assert compared >= 112
