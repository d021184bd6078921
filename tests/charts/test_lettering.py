"""Words in a chart: letter for letter, and never wider than their place."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.charts import lettering
from interview_journal.charts.canvas import Margins, new_axes
from interview_journal.charts.lettering import (
    BOX,
    ELLIPSIS,
    drawable,
    fonts_for,
    shorten,
    spread,
    text_width,
    wrap,
    write,
)
from interview_journal.charts.themes import LIGHT
from tests.charts.frames import HOSTILE


@settings(deadline=None)
@given(st.text(max_size=80), st.floats(30, 400))
def test_a_shortened_text_fits_its_room(text: str, room: float) -> None:
    short = shorten(text, room)
    assert text_width(short) <= room or short == ELLIPSIS
    assert short == drawable(text).replace("\n", " ") or short.endswith(ELLIPSIS)


@settings(deadline=None)
@given(st.text(st.characters(codec="ascii"), max_size=120), st.floats(60, 400))
def test_wrapping_keeps_every_word_that_fits(text: str, room: float) -> None:
    lines = wrap(text, room).split("\n")
    assert all(text_width(line) <= room for line in lines)
    if not re.search(r"\d\s+%", text) and all(text_width(word) <= room for word in text.split()):
        assert " ".join(lines).split() == drawable(text).split()


@settings(deadline=None)
@given(st.lists(st.floats(-100, 100), max_size=6), st.floats(1, 30))
def test_labels_that_clash_move_apart_and_keep_their_order(places: list[float], gap: float) -> None:
    moved = spread(places, gap)
    order = sorted(range(len(places)), key=lambda at: places[at])
    steps = [moved[after] - moved[before] for before, after in itertools.pairwise(order)]
    assert all(step >= gap - 1e-9 for step in steps)
    assert sum(moved) == pytest.approx(sum(places), abs=1e-6)


def test_a_number_keeps_its_percent_sign() -> None:
    assert wrap("shaded: 95 % interval", 90).split("\n") == ["shaded:", "95 % interval"]


def test_labels_with_room_enough_stay() -> None:
    assert spread([1.0, 50.0, 20.0], 5.0) == [1.0, 50.0, 20.0]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_drawn_as_it_stands(text: str) -> None:
    ax = new_axes(300, 100, Margins(), LIGHT)
    made = write(ax, 0, 0, text, LIGHT)
    assert not made.get_parse_math()
    assert not made.get_usetex()
    assert made.get_text() == drawable(text)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_what_is_drawn_has_a_glyph_for_every_letter(text: str) -> None:
    shown = drawable(text)
    known = frozenset().union(*(lettering._letters(name) for name in fonts_for(shown)))
    assert all(ord(one) in known or one == "\n" for one in shown)


def test_dollars_and_letters_of_ours_stay_and_what_no_font_has_is_a_box(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lettering, "_installed", lambda: ())
    assert drawable("$x$ £ é Ж שלום") == "$x$ £ é Ж שלום"
    assert drawable("株 x") == f"{BOX} x"
    assert fonts_for("株") == ["DejaVu Sans"]
    assert text_width("株") > 0


def test_an_installed_font_is_taken_for_what_ours_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = lettering._letters("DejaVu Sans")
    more = {"DejaVu Sans": ours, "Good": frozenset({ord("株")}), "Other": frozenset({1})}
    monkeypatch.setattr(lettering, "_installed", lambda: ("Other", "Good"))
    monkeypatch.setattr(lettering, "_letters", lambda name: more[name])
    assert fonts_for("株式") == ["DejaVu Sans", "Good"]
    assert drawable("株式") == f"株{BOX}"


def test_the_fonts_of_this_computer_can_be_asked() -> None:
    lettering._installed.cache_clear()
    assert set(lettering._installed()) <= set(lettering.OTHER_FONTS)
