"""Erase really erases: afterwards no byte under the folder tells what was there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.records import (
    Action,
    Answer,
    Encounter,
    Interview,
    Person,
    Rating,
    Rehearsal,
    Verdict,
)
from interview_journal.errors import InvalidRecordError, SaveFailedError
from interview_journal.store.erasing import ErasedPlace
from tests.faults.making import EVENING, Clock, an_answer, bytes_under, furnish, open_at

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

SECRET = 'I told them about "my diagnosis"\nand cried'
SHAPES = [
    SECRET.encode(),
    SECRET.replace('"', '""').encode(),
    SECRET.encode("utf-16-le"),
    b"my diagnosis",
    "my diagnosis".encode("utf-16-le"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


def _everywhere(folder: Path) -> tuple[Journal, Interview, Answer]:
    """Put the secret into every place a journal has."""
    clock = Clock()
    journal = open_at(folder, clock)
    _, first, _ = furnish(journal)
    secret = journal.add(an_answer(40, interview_id=first.id, answer=SECRET, note="x"))
    clock.forward(days=1)
    secret = journal.revise(secret, better_answer="= " + SECRET)
    secret = journal.revise(secret, note="Short.")
    journal.tidy()
    journal.drafts.keep("record", {"answer": "Draft: " + SECRET, "question": "Why?"})
    journal.drafts.keep("typed", {"answer": "no secret here"})
    (folder / "drafts" / "broken.json").write_bytes(b'{"fields": "' + SECRET.encode())
    (folder / "answers (1).csv").write_bytes((folder / "answers.csv").read_bytes())
    table = folder / "answers.csv"
    with table.open("ab") as file:
        # A damaged row with a stray quote, and one that was never finished.
        doubled = SECRET.replace('"', '""').replace("\n", " ").encode()
        file.write(b'"a_broken" "' + doubled.replace(b" and cried", b"\nand cried") + b'"\r\n')
        file.write(b'"a_bcdfghjkmnpqrstv","1","' + SECRET.replace('"', '""').encode())
    (folder / ".answers.csv.0123456789abcdef.new").write_bytes(SECRET.encode())
    # A copy that a spreadsheet saved in UTF-16, merged and put away.
    copies = folder / "backups" / "copies"
    copies.mkdir(parents=True)
    rival = (folder / "answers (1).csv").read_bytes().decode("utf-8-sig")
    (copies / "20260304T183000-answers 2.csv").write_bytes(rival.encode("utf-16"))
    (copies / "20260304T183000-answers 3.csv").write_bytes(b"PK\x03\x04" + SECRET.encode())
    journal.refresh()
    return journal, first, secret


def test_an_erased_text_is_nowhere_and_every_place_is_listed(folder: Path) -> None:
    journal, first, secret = _everywhere(folder)
    places = journal.erase_text(SECRET.replace("\n", "\r\n"))
    held = bytes_under(folder)
    for shape in SHAPES:
        assert shape not in held
    listed = {place.file.split("-2026")[0] for place in places}
    assert {
        "answers.csv",
        "history/answers.csv",
        "backups/saves/2026-03-04/answers.csv",
        "backups/saves/2026-03-05/answers.csv",
        "backups/2026-03-05/answers.csv",
        "backups/rewrites/answers",
        "backups/copies/20260304T183000-answers 2.csv",
        "backups/copies/20260304T183000-answers 3.csv",
        "answers (1).csv",
        "drafts/record.json",
        "drafts/broken.json",
        "recovered/answers",
    } <= {name.split("-2026")[0] for name in listed}
    assert all(place.count > 0 for place in places)
    assert ErasedPlace("drafts/broken.json", 1) in places

    # Everything else is as it was: in this journal, in a fresh one, and in the other draft.
    for looking in (journal, open_at(folder)):
        left = looking.get(Answer, secret.id)
        assert left is not None
        assert left.answer == "[erased]"
        assert left.better_answer == "= [erased]"
        assert left.note == "Short."
        assert len(looking.answers) == 4
        assert [r.revision for r in looking.history(left)] == [1, 2, 3]
        assert looking.get(Interview, first.id) == first
    draft = journal.drafts.get("record")
    assert draft is not None
    assert draft.fields == {"answer": "Draft: [erased]", "question": "Why?"}
    assert journal.drafts.get("typed") is not None
    assert journal.drafts.get("broken") is None
    assert journal.erase_text(SECRET) == ()


def test_an_erased_record_takes_everything_below_it_along(folder: Path) -> None:
    journal, first, secret = _everywhere(folder)
    kept = journal.answers[0]
    person = journal.add(Person(name="Ana", application_id=first.application_id))
    met = journal.add(
        Encounter(interview_id=first.id, person_id=person.id, topics="talked of my diagnosis")
    )
    rating = journal.add(Rating(answer_id=secret.id, score=4, rated_at=EVENING))
    verdict = journal.add(
        Verdict(
            key=f"count {secret.id} my diagnosis",
            answer_a=kept.id,
            answer_b=secret.id,
            quote_b="my diagnosis",
            verdict="both fine",
        )
    )
    action = journal.add(
        Action(key="thanks", interview_id=first.id, text="Thank you for asking about my diagnosis")
    )
    rehearsal = journal.add(Rehearsal(answer_id=secret.id, rehearsed_at=EVENING))

    journal.erase(secret)
    for looking in (journal, open_at(folder)):
        assert looking.get(Answer, secret.id) is None
        assert looking.get(Rating, rating.id) is None
        assert looking.get(Verdict, verdict.id) is None
        assert looking.get(Rehearsal, rehearsal.id) is None
        assert looking.get(Encounter, met.id) == met
        assert looking.get(Action, action.id) == action
        assert kept in looking.answers
    held = bytes_under(folder)
    assert SECRET.encode() not in held
    assert SECRET.replace('"', '""').encode() not in held

    journal.erase(first)
    held = bytes_under(folder)
    for shape in (*SHAPES, b"Because I like", b"They nodded"):
        assert shape not in held
    fresh = open_at(folder)
    assert not fresh.answers
    assert not fresh.interviews
    assert not fresh.encounters
    assert not fresh.actions
    assert fresh.people == (person,)
    assert {p.kind for p in fresh.problems if not p.notice} <= {"unreadable row", "rival copy"}


def test_a_row_typed_by_hand_can_be_erased(folder: Path) -> None:
    journal = open_at(folder)
    _, first, _ = furnish(journal)
    header = (folder / "answers.csv").read_bytes().split(b"\r\n")[0].decode("utf-8-sig")
    names = [name.strip('"') for name in header.split(",")]
    typed = {"interview_id": first.id, "question": "Typed?", "answer": "Yes, by my own hand."}
    cells = ",".join(f'"{typed.get(name, "")}"' for name in names)
    with (folder / "answers.csv").open("ab") as file:
        file.write(f"{cells}\r\n".encode())
    journal.refresh()
    record = next(a for a in journal.answers if a.question == "Typed?")
    (place,) = journal.erase(record)
    assert place == ErasedPlace("answers.csv", 1)
    assert b"by my own hand" not in bytes_under(folder)
    assert len(open_at(folder).answers) == 3


def test_a_text_in_columns_of_ones_own_and_in_wrong_columns_goes_too(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    table = folder / "answers.csv"
    lines = table.read_bytes().decode("utf-8-sig")
    head, rest = lines.split("\r\n", 1)
    rest = rest.replace('"\r\n"', '","my secret colour"\r\n"')
    rest = rest[: rest.rindex('"\r\n')] + '","my secret colour"\r\n'
    rest = rest.replace(f'"{given[0].id}","1",', f'"{given[0].id}","1 my secret colour",', 1)
    table.write_bytes(f'{head},"my column"\r\n{rest}'.encode())
    journal.refresh()
    places = journal.erase_text("my secret colour")
    assert places[0].file == "answers.csv"
    assert b"secret" not in table.read_bytes()
    assert b'"my column"' in table.read_bytes()
    fresh = open_at(folder)
    assert {a.id for a in fresh.answers} >= {given[1].id, given[2].id}


def test_numbers_and_dates_are_no_words(folder: Path) -> None:
    journal = open_at(folder)
    _, first, given = furnish(journal)
    journal.erase_text("2026")
    fresh = open_at(folder)
    assert fresh.get(Interview, first.id) == first
    assert fresh.get(Answer, given[0].id) == given[0]


@pytest.mark.parametrize("nothing", ["", " \n"])
def test_nothing_cannot_be_erased(folder: Path, nothing: str) -> None:
    with pytest.raises(InvalidRecordError, match="some words"):
        open_at(folder).erase_text(nothing)


def test_what_was_missed_is_not_asked_for_after_it_was_erased(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    table = folder / "answers.csv"
    rows = table.read_bytes().split(b"\r\n")
    gone = [row for row in rows if given[1].id.encode() not in row and b"number 1" not in row]
    table.write_bytes(b"\r\n".join(gone))
    fresh = open_at(folder)
    assert {p.kind for p in fresh.problems} == {"vanished"}
    fresh.erase(given[1])
    assert not fresh.problems
    assert not open_at(folder).problems
    assert given[1].answer.encode() not in bytes_under(folder)


def test_a_backup_of_a_newer_version_loses_the_words_too(folder: Path) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    newer = folder / "backups" / "2026-01-01"
    newer.mkdir()
    table = (folder / "answers.csv").read_bytes()
    (newer / "answers.csv").write_bytes(table.replace(b'"e1_', b'"e9_'))
    places = journal.erase_text("number 1")
    assert "backups/2026-01-01/answers.csv" in {place.file for place in places}
    assert b"number 1." not in bytes_under(folder)
    assert len(open_at(folder).answers) == len(given)


def test_what_cannot_be_read_is_told_and_the_record_stays_to_be_erased_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    _, _, given = furnish(journal)
    copies = folder / "backups" / "copies"
    copies.mkdir()
    (copies / "20260304T183000-answers.csv").write_bytes(b"PK\x03\x04")

    def refuse(*_: object, **__: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.read_bytes", refuse)
        with pytest.raises(SaveFailedError, match="Permission denied"):
            journal.erase(given[0])
    assert open_at(folder).get(Answer, given[0].id) == given[0]
    journal.erase(given[0])
    assert open_at(folder).get(Answer, given[0].id) is None


def test_a_folder_left_half_made_that_cannot_be_removed_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = open_at(folder)
    furnish(journal)
    left = folder / "backups" / ".2026-03-04.01234567.new"
    left.mkdir()
    (left / "answers.csv").write_bytes(b"my words")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "unlink", refuse)
        with pytest.raises(SaveFailedError):
            journal.erase_text("my words")
    journal.erase_text("my words")
    assert not left.exists()


def test_a_single_word_goes_and_what_holds_no_words_is_passed_over(folder: Path) -> None:
    journal = open_at(folder)
    furnish(journal)
    (folder / "settings.csv").mkdir()
    (folder / "recovered" / "a folder").mkdir(parents=True)
    (folder / "recovered" / "other.bytes").write_bytes(b"nothing of it")
    journal.drafts.keep("record", {"answer": "quiet"})
    (folder / "drafts" / "broken.json").write_bytes(b'{"fields": "half')
    path = folder / "drafts" / "typed.json"
    path.write_bytes(b'{"fields": {"a": ["very quiet", 3, null]}, "kept_at": ""}')
    journal.refresh()
    journal.erase_text("quiet")
    assert b"quiet" not in bytes_under(folder)
    assert path.read_bytes() == b'{"fields": {"a": ["very [erased]", 3, null]}, "kept_at": ""}'
    assert (folder / "recovered" / "other.bytes").read_bytes() == b"nothing of it"
    assert (folder / "drafts" / "broken.json").exists()
    assert len(open_at(folder).answers) == 3


def test_where_a_round_is_goes_too(folder: Path) -> None:
    clock = Clock()
    journal = open_at(folder, clock)
    _, first, _ = furnish(journal)
    placed = journal.revise(first, place="Ward 9, for my secret colour")
    clock.forward(days=1)
    journal.revise(placed, place="= my secret colour")
    journal.drafts.keep("coming", {"company": "Acme", "place": "my secret colour"})
    journal.pages.keep("briefing.html", "Where: my secret colour")
    places = journal.erase_text("my secret colour")
    assert ErasedPlace("interviews.csv", 2) in places
    assert b"secret" not in bytes_under(folder)
    kept = next(one for one in open_at(folder).interviews if one.id == first.id)
    assert "secret" not in kept.place
