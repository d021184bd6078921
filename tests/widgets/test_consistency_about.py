"""The page on itself stands without figures, and shows those that were measured."""

from __future__ import annotations

from interview_journal.analysis.consistency.findings import finding_key
from interview_journal.analysis.measured_figures import MeasuredFigure
from interview_journal.core.claims import Finding
from interview_journal.widgets.consistency_about import about_blocks
from interview_journal.widgets.consistency_words import beginning, finding_sides, quote_segments


def headings(blocks: list[dict[str, object]]) -> list[object]:
    return [one.get("heading") for one in blocks]


def test_without_figures_it_says_in_words_what_it_can_find() -> None:
    found = about_blocks([])
    assert headings(found)[0] == "What this can and cannot find"
    assert "How well it does" not in headings(found)
    assert len(about_blocks()) >= len(found)


def test_measured_figures_are_shown() -> None:
    found = about_blocks([MeasuredFigure("Found", "7 of 10")])
    assert found[-2]["lines"] == ["Found: 7 of 10"]


def test_a_long_text_is_cut_behind_a_whole_word() -> None:
    assert beginning("short") == "short"
    assert beginning("word " * 200).endswith("word")
    assert len(beginning("x" * 1_000)) == 600


def test_a_sentence_that_is_not_where_it_should_be_is_shown_without_marks() -> None:
    segments = quote_segments("Other words.", "My words.", (3, 8))
    assert [tuple(one) for one in segments] == [("My words.", False)]


def test_bare_texts_have_no_places() -> None:
    bare = Finding(
        "count", None, "a", (0, 1), None, "b", (0, 1), "r", 0.9, finding_key("count", [])
    )
    assert finding_sides(bare, {}) == []
