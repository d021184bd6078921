"""A damaged text is cut into rows that are certain, stretches that are not, and a torn end."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.store.encodings import decode_lines
from interview_journal.store.layout import Layout, canonical_layout, find_layout
from interview_journal.store.row_form import row_bytes
from interview_journal.store.segments import Segments, Stretch, TableRow, cut_segments
from tests.store.examples import ANSWERS, HEADER, answers, row_of, settled, texts

OURS = canonical_layout(ANSWERS)
ROWS = [row_of(one) for one in answers(4)]
TEXTS = [row_bytes([row]).decode() for row in ROWS]


def cut(text: str, layout: Layout = OURS) -> Segments:
    return cut_segments(decode_lines(text.encode(), "utf-8"), layout, first_line=2)


def foreign(header: str) -> Layout:
    layout = find_layout(ANSWERS, header.encode(), "utf-8")
    assert isinstance(layout, Layout)
    return layout


def test_whole_rows_are_certain_and_know_their_lines() -> None:
    segments = cut("".join(TEXTS))

    assert segments.parts == [
        TableRow(row, line, is_certain=True) for row, line in zip(ROWS, [2, 4, 6, 8], strict=True)
    ]
    assert (segments.stretches, segments.blank_rows, segments.torn) == ([], 0, "")


def test_a_lost_quote_costs_its_own_row_only() -> None:
    segments = cut(TEXTS[0] + TEXTS[1].replace('?",', "?,") + TEXTS[2])

    assert [row.cells for row in segments.rows] == [ROWS[0], ROWS[2]]
    (stretch,) = segments.stretches
    assert stretch == Stretch(TEXTS[1].replace('?",', "?,"), 4, "a quote in the wrong place")


def test_the_lines_of_a_broken_answer_stay_together_empty_ones_too() -> None:
    broken = TEXTS[1].replace("and more.", 'and\n\nmore, "or\n\nless.', 1)
    segments = cut(TEXTS[0] + broken + "\r\n" + TEXTS[2])

    assert [row.cells for row in segments.rows] == [ROWS[0], ROWS[2]]
    assert "".join(stretch.text for stretch in segments.stretches) == broken
    assert len(segments.stretches) == 1


def test_an_edited_row_after_a_lost_quote_is_not_hidden_by_it() -> None:
    edited = TEXTS[2].replace("Question", "Other")
    segments = cut(TEXTS[1].replace('","no"', '","no') + edited)

    (row,) = segments.rows
    assert (row.cells[6], row.is_certain) == ("'Other 2?", False)


@pytest.mark.parametrize("words", ["Words.", "Edited."])
def test_a_quote_that_is_never_closed_does_not_swallow_the_rows_after_it(words: str) -> None:
    rows = [row_of(one) for one in answers(3, answer="Words.")]
    plain = "".join(",".join(row) + "\n" for row in rows).replace("Words.", words)
    segments = cut('a_zz,1,"open and never closed\nand more of it\n' + plain)

    assert [row.line for row in segments.rows] == [4, 5, 6]
    assert {row.is_certain for row in segments.rows} == {words == "Words."}
    (stretch,) = segments.stretches
    assert stretch.text == 'a_zz,1,"open and never closed\nand more of it\n'
    assert stretch.found == "a quote that is opened and never closed"


def test_a_row_that_swallowed_others_by_two_wrong_quotes_gives_them_back() -> None:
    layout = foreign(",".join(ANSWERS.header))
    plain = [[*row[:7], f"plain {n}", *row[8:]] for n, row in enumerate(ROWS)]
    lines = [",".join(row) + "\n" for row in plain]
    opened = lines[0].replace("plain 0", '"plain 0')
    closed = lines[2].replace("plain 2", 'plain 2"')
    segments = cut(opened + lines[1] + closed + lines[3], layout)

    assert [row.cells[7] for row in segments.rows] == ["plain 1", 'plain 2"', "plain 3"]
    assert [stretch.line for stretch in segments.stretches] == [2]


def test_short_rows_one_after_another_are_reported_one_by_one() -> None:
    text = TEXTS[0] + "".join(f"a_x{n},1,short\n" for n in range(3)) + TEXTS[1]
    segments = cut(text)

    assert [stretch.found for stretch in segments.stretches] == ["a row of 3 cells"] * 3
    assert [stretch.line for stretch in segments.stretches] == [4, 5, 6]
    assert cut("only this\n").stretches[0].found == "a row of 1 cell"


def test_short_rows_of_a_table_whose_ids_stand_elsewhere_are_reported_one_by_one() -> None:
    layout = foreign("question,answer,note")
    segments = cut("one\ntwo,three\n,four,five\n", layout)

    assert [stretch.line for stretch in segments.stretches] == [2, 3]
    assert [row.cells for row in segments.rows] == [["", "four", "five"]]


def test_a_row_of_the_right_width_ends_a_broken_one_where_ids_stand_elsewhere() -> None:
    layout = foreign("question,answer,note")
    segments = cut('"one"x,two,three\nmore of it\n\nfour,five,six\n', layout)

    assert [stretch.text for stretch in segments.stretches] == ['"one"x,two,three\nmore of it\n']
    assert [row.cells for row in segments.rows] == [["four", "five", "six"]]


def test_empty_rows_are_counted_but_empty_lines_are_not() -> None:
    text = TEXTS[0] + "\r\n" + "," * 14 + "\r\n" + ",,\n" + '"",""\n' + "   \n\n" + TEXTS[1]
    segments = cut(text)

    assert len(segments.rows) == 2
    assert segments.blank_rows == 4
    assert segments.stretches == []


def test_empty_columns_at_the_end_are_no_part_of_a_row() -> None:
    segments = cut(TEXTS[0].replace("\r\n", ",,,\r\n"))
    assert [row.cells for row in segments.rows] == [ROWS[0]]


def test_line_ends_that_an_editor_changed_inside_a_cell_leave_the_row_certain() -> None:
    for end in ("\r\n", "\r"):
        segments = cut(TEXTS[0].replace("\r\n", "\n").replace("\n", end))
        assert segments.parts == [TableRow(ROWS[0], 2, is_certain=True)]


@pytest.mark.parametrize("nothing", ["\0", chr(0xDCFF), chr(0xD800)], ids=ascii)
def test_a_row_with_bytes_that_are_no_text_is_set_aside(nothing: str) -> None:
    lines = [line for text in TEXTS[:2] for line in text.splitlines(keepends=True)]
    lines[1] = lines[1].replace("more", nothing)
    segments = cut_segments(lines, OURS, first_line=2)

    assert [stretch.found for stretch in segments.stretches] == ["bytes that are no text"]
    assert [row.cells for row in segments.rows] == [ROWS[1]]


def test_a_last_row_without_its_end_is_torn_wherever_it_was_cut() -> None:
    for at in range(1, len(TEXTS[1]) - 2):
        segments = cut(TEXTS[0] + TEXTS[1][:at])
        assert segments.torn == TEXTS[1][:at], at
        assert [row.cells for row in segments.rows] == [ROWS[0]]
        assert segments.stretches == []


def test_a_row_cut_at_a_line_break_is_torn_even_where_the_id_is_not_the_first_column() -> None:
    order = [7, *range(7), *range(8, 15)]
    layout = foreign(",".join(ANSWERS.header[place] for place in order))
    first, second = (row_bytes([[row[p] for p in order]]).decode() for row in ROWS[:2])
    torn = second.partition("\n")[0] + "\n"

    assert cut(first + torn, layout).torn == torn
    assert cut(torn, layout).torn == ""


def test_a_hand_typed_last_line_without_its_line_end_is_a_row() -> None:
    typed = "," * 4 + "i_first,5,Typed?" + "," * 8
    segments = cut(TEXTS[0] + typed)

    assert segments.torn == ""
    assert segments.rows[1].cells[6] == "Typed?"


def test_a_last_line_with_an_id_but_no_mark_and_no_line_end_was_cut() -> None:
    assert cut(TEXTS[0] + "a_x" + "," * 14).torn == "a_x" + "," * 14
    assert cut(TEXTS[0] + "a_x" + "," * 14 + "\n").torn == ""


def test_an_open_quote_on_the_last_line_of_a_whole_file_is_set_aside_not_torn() -> None:
    segments = cut(TEXTS[0] + 'a_x,1,"open\r\n')
    assert segments.torn == ""
    assert segments.stretches[0].found == "a quote that is opened and never closed"


@settings(max_examples=200, deadline=None)
@given(st.lists(texts, max_size=8), st.sampled_from(["\n", "\r\n", ""]))
def test_any_text_is_parts_and_torn_end_together(pieces: list[str], end: str) -> None:
    text = end.join([*pieces, TEXTS[0], *pieces])
    lines = decode_lines(text.encode(), "utf-8")
    segments = cut_segments(lines, OURS, first_line=1)

    starts = [part.line for part in segments.parts]
    assert starts == sorted(set(starts))
    torn_from = len(lines) - len(decode_lines(segments.torn.encode(), "utf-8")) + 1
    for part, until in zip(segments.parts, [*starts[1:], torn_from], strict=True):
        own = lines[part.line - 1 : until - 1]
        if isinstance(part, Stretch):
            used = len(decode_lines(part.text.encode(), "utf-8"))
            assert part.text == "".join(own[:used])
        else:
            reader = csv.reader(own, strict=True)
            cells = [settled(cell) for cell in next(reader)]
            assert cells[: len(HEADER)] == part.cells
            used = reader.line_num
        assert not "".join(own[used:]).strip('", \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028')


@pytest.mark.parametrize(
    "text",
    [
        '"open\n' + '""\n' * 60_000,
        '"\n' * 60_000,
        'a,"b\n' * 60_000,
        '"""\n' * 60_000,
        "," * 1_000_000 + "\n",
        "x" * 10_000_000,
        '"' * 1_000_001,
        'x,"\n' + "words, and more words\n" * 60_000,
        ("a_x" + "," * 14 + "\n") * 30_000,
    ],
    ids=range(9),
)
@pytest.mark.timeout(60)  # quadratic reading of these would take hours
@pytest.mark.no_cover  # counting lines would take most of the time
def test_the_worst_texts_take_bounded_time(text: str) -> None:
    segments = cut(text)
    assert segments.parts or segments.torn or segments.blank_rows
