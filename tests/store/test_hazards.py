"""Each shape in which a table can come back from a spreadsheet, an editor or a bad disk.

One file each in tests/data/hazards, numbered as the list in the notes on storage.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interview_journal.core import records as rec
from interview_journal.errors import TableRefusedError
from interview_journal.store.layout import canonical_header
from tests.store.examples import ANSWERS, example, open_at, reader_of

if TYPE_CHECKING:
    from interview_journal.core.problems import Problem
    from interview_journal.store.journal import Journal

HAZARDS = Path(__file__).parent.parent / "data" / "hazards"
PLAIN = (HAZARDS / "00_as_we_write_it.csv").read_bytes()
IDS = [f"a_oven{letter}kneadingdough" for letter in "abcd"]


def journal_with(folder: Path, name: str, table: str = "answers") -> Journal:
    """Return the journal whose one table is that file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{table}.csv").write_bytes((HAZARDS / name).read_bytes())
    return open_at(folder)


def told(journal: Journal) -> list[Problem]:
    """Return the problems, all but the round these answers name, which is not there."""
    return [problem for problem in journal.problems if problem.kind != "orphan"]


def kinds(journal: Journal) -> list[str]:
    return [problem.kind for problem in told(journal)]


@pytest.fixture
def plain(tmp_path: Path) -> tuple[rec.Answer, ...]:
    """The four answers as our own file holds them."""
    journal = journal_with(tmp_path / "plain", "00_as_we_write_it.csv")
    assert not told(journal)
    return journal.answers


def test_every_file_is_tried_by_a_test_that_names_it() -> None:
    here = Path(__file__).read_text(encoding="utf-8")
    names = [path.name for path in HAZARDS.glob("*.csv")]
    assert len(names) >= 45
    assert [name for name in names if f'"{name}"' not in here] == []


# 1 to 7, 17: odd, and all there -----------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("01_no_byte_order_mark.csv", []),
        ("01_two_byte_order_marks.csv", []),
        ("02_semicolon.csv", ["other layout"]),
        ("02_tab.csv", ["other layout"]),
        ("02_sep_line.csv", ["other layout"]),
        ("03_line_feeds.csv", []),
        ("03_carriage_returns.csv", []),
        ("03_windows_everywhere.csv", []),
        ("03_mixed.csv", []),
        ("04_no_last_line_end.csv", []),
        ("05_reordered.csv", ["other layout"]),
        ("06_own_column.csv", ["other layout"]),
        ("07_empty_columns_and_rows.csv", ["empty row"]),
    ],
)
def test_a_file_of_another_shape_is_read_whole(
    name: str, said: list[str], tmp_path: Path, plain: tuple[rec.Answer, ...]
) -> None:
    journal = journal_with(tmp_path / "journal", name)

    assert journal.answers == plain
    assert kinds(journal) == said


@pytest.mark.parametrize(
    "name", [*sorted(p.name for p in HAZARDS.glob("0[1-7]_*.csv")), "17_sorted.csv"]
)
def test_a_file_of_another_shape_takes_the_next_save_and_keeps_the_others(
    name: str, tmp_path: Path, plain: tuple[rec.Answer, ...]
) -> None:
    journal = journal_with(tmp_path / "journal", name)
    before = (tmp_path / "journal" / "answers.csv").read_bytes()
    kept = journal.add(example(rec.Answer, question="Next?", answer="Two\nlines"))

    after = (tmp_path / "journal" / "answers.csv").read_bytes()
    assert after.startswith(before)
    again = open_at(tmp_path / "journal").answers
    assert sorted(again, key=lambda a: a.id) == sorted((*plain, kept), key=lambda a: a.id)


def test_empty_rows_are_counted(tmp_path: Path) -> None:
    (problem,) = told(journal_with(tmp_path, "07_empty_columns_and_rows.csv"))
    assert problem.found == "2 empty rows"


def test_a_person_s_own_column_is_kept_where_it_stands(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, "06_own_column.csv")
    journal.revise(journal.answers[0], note="Changed here.")

    lines = (tmp_path / "answers.csv").read_text(encoding="utf-8")
    assert lines.count("calm") == 4
    (problem,) = told(open_at(tmp_path))
    assert problem.found == "columns of your own: mood"


def test_sorted_rows_are_the_same_records(tmp_path: Path, plain: tuple[rec.Answer, ...]) -> None:
    journal = journal_with(tmp_path / "journal", "17_sorted.csv")

    assert set(journal.answers) == set(plain)
    assert journal.answers != plain
    assert not told(journal)


# 8 to 11: the first line ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("08_renamed_column.csv", "no column answer. Rename what I said to answer in the first"),
        ("08_no_header.csv", "a first line without the names of our columns"),
        ("09_column_twice.csv", "the column answer twice"),
        ("10_title_row.csv", "other lines above our header, which is in line 3"),
    ],
)
def test_a_header_that_is_not_certainly_ours_is_refused_and_stops_every_write(
    name: str, sentence: str, tmp_path: Path
) -> None:
    journal = journal_with(tmp_path, name)

    assert journal.answers == ()
    (problem,) = told(journal)
    assert (problem.kind, problem.line, problem.row_count >= 3) == ("unknown header", 1, True)
    assert sentence in f"{problem.found}. {problem.remedy}"
    with pytest.raises(TableRefusedError):
        journal.add(example(rec.Answer))
    assert (tmp_path / "answers.csv").read_bytes() == (HAZARDS / name).read_bytes()


def test_a_missing_column_is_read_as_empty_and_put_back_by_the_next_save(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, "08_missing_column.csv")

    assert [answer.id for answer in journal.answers] == IDS
    (problem,) = told(journal)
    assert (problem.kind, problem.column) == ("missing column", "note")
    journal.add(example(rec.Answer))
    assert (tmp_path / "answers.csv").read_bytes().startswith(canonical_header(ANSWERS))
    assert list(tmp_path.glob("backups/rewrites/answers-*.csv"))
    assert kinds(open_at(tmp_path)) == []


@pytest.mark.parametrize(
    "name",
    ["11_header_only.csv", "11_half_a_header.csv", "11_nothing.csv", "11_only_blanks.csv"],
)
def test_a_file_without_a_row_is_an_empty_table_that_takes_the_first_save(
    name: str, tmp_path: Path
) -> None:
    journal = journal_with(tmp_path, name)
    assert journal.answers == ()
    assert journal.is_empty

    kept = journal.add(example(rec.Answer, answer="First."))

    data = (tmp_path / "answers.csv").read_bytes()
    assert data.startswith(canonical_header(ANSWERS))
    assert data.count(b'"id"') == 1
    assert open_at(tmp_path).answers == (kept,)


def test_a_table_with_only_its_header_is_no_problem(tmp_path: Path) -> None:
    assert told(journal_with(tmp_path, "11_header_only.csv")) == []


# 12, 13: other encodings, other kinds of file ---------------------------------------------


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("12_windows_1252.csv", "Windows-1252"),
        ("12_utf_16.csv", "UTF-16"),
        ("12_utf_16_big_endian.csv", "UTF-16"),
    ],
)
def test_another_encoding_is_read_with_a_notice_and_rewritten_with_a_backup(
    name: str, words: str, tmp_path: Path, plain: tuple[rec.Answer, ...]
) -> None:
    journal = journal_with(tmp_path / "journal", name)

    assert journal.answers == plain
    notice = next(p for p in told(journal) if p.kind == "other encoding")
    assert words in notice.found
    assert notice.notice

    kept = journal.add(example(rec.Answer))
    assert open_at(tmp_path / "journal").answers == (*plain, kept)
    (backup,) = (tmp_path / "journal" / "backups" / "rewrites").glob("answers-*.csv")
    assert backup.read_bytes() == (HAZARDS / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "words"),
    [("13_gzip.csv", "gzip"), ("13_workbook.csv", "zip"), ("13_old_workbook.csv", "old Excel")],
)
def test_another_kind_of_file_is_known_by_its_first_bytes_and_left_alone(
    name: str, words: str, tmp_path: Path
) -> None:
    journal = journal_with(tmp_path, name)

    (problem,) = told(journal)
    assert (problem.kind, words in problem.found) == ("unreadable file", True)
    with pytest.raises(TableRefusedError):
        journal.add(example(rec.Answer))
    assert (tmp_path / "answers.csv").read_bytes() == (HAZARDS / name).read_bytes()


# 14: one row that cannot be read ----------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "line", "lost", "found"),
    [
        ("14_lost_closing_quote.csv", 4, 1, "a quote in the wrong place"),
        ("14_lost_opening_quote.csv", 2, 0, "a row of 9 cells"),
        ("14_stray_quote.csv", 4, 1, "a quote in the wrong place"),
        ("14_lost_last_quote.csv", 7, 3, "a quote that is opened and never closed"),
        ("14_short_row.csv", 4, 1, "a row of 14 cells"),
        ("14_long_row.csv", 4, 1, "a row of 16 cells"),
        ("14_bytes_that_are_no_text.csv", 4, 1, "bytes that are no text"),
    ],
)
def test_one_bad_row_is_set_aside_with_its_line_and_hides_no_other(
    name: str, line: int, lost: int, found: str, tmp_path: Path, plain: tuple[rec.Answer, ...]
) -> None:
    journal = journal_with(tmp_path / "journal", name)

    assert journal.answers == (*plain[:lost], *plain[lost + 1 :])
    problems = told(journal)
    if name != "14_lost_last_quote.csv":
        (problem,) = problems
        assert (problem.kind, problem.line, problem.row_count) == ("unreadable row", line, 1)
        assert problem.found == found
        assert "15 cells" in problem.expected


@pytest.mark.parametrize("name", sorted(p.name for p in HAZARDS.glob("14_*.csv")))
def test_no_write_alters_or_drops_the_bytes_of_a_bad_row(name: str, tmp_path: Path) -> None:
    journal = journal_with(tmp_path / "journal", name)
    shown = journal.answers
    kept = journal.add(example(rec.Answer))
    journal.tidy()

    assert open_at(tmp_path / "journal").answers == (*shown, kept)
    bad = set((HAZARDS / name).read_bytes().splitlines()) - set(PLAIN.splitlines())
    table = (tmp_path / "journal" / "answers.csv").read_bytes()
    aside = b"".join(p.read_bytes() for p in tmp_path.glob("journal/recovered/*"))
    assert bad
    assert all(line in table + aside for line in bad)


# 15, 16: the tail -------------------------------------------------------------------------


def test_the_last_row_cut_at_any_byte_leaves_the_others_and_the_tail(
    tmp_path: Path, plain: tuple[rec.Answer, ...]
) -> None:
    start = PLAIN.rindex(b'"a_oven')
    for cut in range(start, len(PLAIN) + 1):
        reader = reader_of(tmp_path, PLAIN[:cut])
        whole = cut >= len(PLAIN) - 2
        assert list(reader.rows.newest) == IDS[: 4 if whole else 3]
        assert reader.torn_bytes == (0 if whole else cut - start)
        assert not reader.rows.problems
        assert reader.read_torn() == (b"" if whole else PLAIN[start:cut])
    assert len(plain) == 4


def test_a_row_with_line_breaks_cut_at_any_byte_is_torn_and_no_bad_row(tmp_path: Path) -> None:
    lines = PLAIN.index(b'"a_ovenc'), PLAIN.index(b'"a_ovend')
    for cut in range(*lines):
        reader = reader_of(tmp_path, PLAIN[:cut])
        whole = cut >= lines[1] - 2
        assert list(reader.rows.newest) == IDS[: 3 if whole else 2]
        assert reader.torn_bytes == (0 if whole else cut - lines[0])
        assert not reader.rows.problems


@pytest.mark.parametrize("count", [1, 2, 100, 100_000])
def test_a_tail_of_nul_bytes_is_torn(count: int, tmp_path: Path) -> None:
    reader = reader_of(tmp_path, PLAIN + bytes(count))

    assert list(reader.rows.newest) == IDS
    assert reader.torn_bytes == count
    assert not reader.rows.problems


# 17 to 19: the person's own doing ---------------------------------------------------------


def test_a_row_the_person_deleted_is_said_to_be_gone_and_can_come_back(tmp_path: Path) -> None:
    journal = open_at(tmp_path)
    kept = [journal.add(example(rec.Answer, question=f"{n}?")) for n in range(3)]
    path = tmp_path / "answers.csv"
    lines = path.read_bytes().split(b"\r\n")
    path.write_bytes(b"\r\n".join([*lines[:2], *lines[3:]]))

    again = open_at(tmp_path)

    assert again.answers == (kept[0], kept[2])
    (problem,) = told(again)
    assert (problem.kind, problem.record_id) == ("vanished", kept[1].id)
    assert "backup" in problem.remedy
    again.bring_back()
    assert set(again.answers) == set(kept)
    assert told(open_at(tmp_path)) == []


def test_an_id_that_stands_there_twice_with_other_words_is_a_conflict(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, "18_same_id_twice.csv")

    (conflict,) = journal.conflicts
    assert [r.question for r in conflict.records] == [  # type: ignore[attr-defined]
        "How many ovens did you run?", "eight",
    ]  # fmt: skip
    assert [answer.id for answer in journal.answers] == IDS
    assert journal.answers[1].question == "How many ovens did you run?"
    assert kinds(journal) == ["edited outside"]


def test_a_row_that_stands_there_twice_with_the_same_words_is_shown_once(
    tmp_path: Path, plain: tuple[rec.Answer, ...]
) -> None:
    journal = journal_with(tmp_path / "journal", "18_same_row_twice.csv")

    assert journal.answers == plain
    assert not journal.conflicts
    (problem,) = told(journal)
    assert (problem.kind, problem.line) == ("row twice", 8)


def test_a_row_typed_by_hand_is_shown_and_taken_in_by_tidy(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, "19_typed_row.csv")

    typed = journal.answers[2]
    assert (typed.question, typed.answer, typed.revision) == ("Who taught you?", "My aunt.", 1)
    (problem,) = told(journal)
    assert (problem.kind, problem.line, problem.notice) == ("typed by hand", 5, True)
    assert open_at(tmp_path).answers[2] == typed

    journal.tidy()
    adopted = open_at(tmp_path)
    assert told(adopted) == []
    assert adopted.answers[2].same_content(typed)


def test_an_edited_old_version_is_said_but_not_shown(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, "30_edited_old_revision.csv")

    assert journal.answers[1].answer == "8, on feast days"
    (problem,) = told(journal)
    assert (problem.kind, problem.line) == ("edited outside", 4)
    assert problem.remedy.startswith("Revision 2 is shown")


# 20 to 29: cells --------------------------------------------------------------------------

HOSTILE = [
    *("", " ", "  two  ", "\n", "\n\n", "a\nb", "a\n\nb", "a\r\nb", "a\rb", "\r", "\t", "a\tb"),
    *('"', '""', '"""', '"a"', 'a"b', '","', '"\n"', "a,b", ",,,", ";", "a;b", "|", "'", "''"),
    *("'=1", "=1+1", "=SUM(hello)", "+49 30", "-1", "- bullet\n- bullet", "@home", "\t=1", " =1"),
    *("007", "12e5", "1234567890123456789", "0.1000", "1/2", "Mar 4", "10:30", "$5", "50%", "1,5"),
    *("true", "FALSE", "NA", "N/A", "None", "null", "nan", "NaN", "inf", "-inf", "#NAME?"),
    *("é", "e\u0301", "ß", "日本", "\U0001f600", "\u200b", "\u202etxt", "\ufeff", "\x0b", "\x1a"),
    *("\x7f", "\x85", "\u2028", "\\", "\\n", "%s", "{}", "<b>", "$HOME", "a" * 40_000),
]  # fmt: skip


def test_every_hostile_cell_comes_back(tmp_path: Path) -> None:
    assert len(set(HOSTILE)) >= 62
    kept = open_at(tmp_path).add_all(
        [example(rec.Answer, question=text, answer=text, topic=text) for text in HOSTILE]
    )

    assert list(open_at(tmp_path).answers) == kept
    for text, answer in zip(HOSTILE, kept, strict=True):
        expected = text.replace("\r\n", "\n").replace("\r", "\n")
        assert (answer.question, answer.answer, answer.topic) == (expected,) * 3


def test_text_is_stored_in_the_form_it_was_typed(tmp_path: Path) -> None:
    composed, apart = "caf\u00e9", "cafe\u0301"
    journal = open_at(tmp_path)
    journal.add(example(rec.Answer, question=composed, answer=apart))

    (answer,) = open_at(tmp_path).answers
    assert (answer.question, answer.answer) == (composed, apart)
    assert answer.question != answer.answer
    assert unicodedata.normalize("NFC", answer.answer) == answer.question


def test_scores_are_read_by_a_rule_or_refused(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, "26_scores.csv", "ratings")

    assert [rating.score for rating in journal.ratings] == [4]
    wrong = [p for p in told(journal) if p.column == "score"]
    assert [(p.line, p.found) for p in wrong] == [
        (3, '"4,5"'), (4, '"4.50"'), (5, '"٤"'), (6, '"9"'),
    ]  # fmt: skip
    assert wrong[0].expected == "a whole number"
    assert wrong[-1].expected == "a number from 1 to 5"
    assert sum(p.row_count for p in told(journal)) == 4


def test_dates_are_read_only_when_one_reading_is_possible(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, "27_dates.csv", "interviews")

    assert [str(interview.held_on) for interview in journal.interviews] == [
        "2026-03-24", "2026-03-04",
    ]  # fmt: skip
    wrong = [(p.line, p.found) for p in told(journal) if p.column == "held_on"]
    assert wrong == [(3, '"04/03/2026"'), (4, '"3/4/26"'), (5, '"45720"')]


def test_a_mangled_id_is_reported_with_its_line(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, "28_mangled_ids.csv")

    assert [answer.id for answer in journal.answers] == IDS[:1]
    assert [(p.kind, p.line, p.column, p.found) for p in told(journal)] == [
        ("unreadable cell", 4, "id", '"007"'),
        ("unreadable cell", 5, "id", '"1,2E+18"'),
        ("unreadable cell", 6, "id", '"1234567890123456789"'),
    ]


def test_a_cell_that_a_spreadsheet_evaluated_is_reported(tmp_path: Path) -> None:
    journal = journal_with(tmp_path, "29_spreadsheet_errors.csv")

    assert [answer.answer for answer in journal.answers[1:]] == ["#NAME?", "2", "Err:509"]
    assert [(p.kind, p.line, p.record_id) for p in told(journal)] == [
        ("edited outside", 4, IDS[1]), ("edited outside", 5, IDS[2]), ("edited outside", 6, IDS[3]),
    ]  # fmt: skip
