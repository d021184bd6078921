"""Colours that can be read and told apart, in the light and in the dark."""

from __future__ import annotations

import math

import pytest

from interview_journal.charts.themes import (
    DARK,
    LIGHT,
    OKABE_ITO,
    Theme,
    contrast_ratio,
    theme_named,
)

THEMES = [pytest.param(theme, id=theme.name) for theme in (LIGHT, DARK)]
# How red, green and blue reach eyes without one kind of cone (Viénot, Brettel and Mollon, 1999).
EYES = {
    "no red cones": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "no green cones": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def seen(colour: str, eyes: tuple[tuple[float, float, float], ...]) -> tuple[float, ...]:
    light = [(int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
    mixed = (sum(part * one for part, one in zip(row, light, strict=True)) for row in eyes)
    return tuple(max(one, 0.0) ** (1 / 2.2) for one in mixed)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["text", "soft", "main", "other_text"])
def test_words_stand_out_from_the_page(theme: Theme, name: str) -> None:
    assert contrast_ratio(getattr(theme, name), theme.page) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["main", "other", "quiet"])
def test_marks_stand_out_from_the_page(theme: Theme, name: str) -> None:
    assert contrast_ratio(getattr(theme, name), theme.page) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_hues_come_from_the_palette_for_all_eyes(theme: Theme) -> None:
    assert {theme.main, theme.other} <= set(OKABE_ITO.values())


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("eyes", EYES)
def test_the_two_hues_differ_for_colour_blind_eyes(theme: Theme, eyes: str) -> None:
    main, other = (seen(colour, EYES[eyes]) for colour in (theme.main, theme.other))
    assert math.dist(main, other) > 0.3


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast_ratio("#0072B2", "#0072B2") == 1


def test_a_theme_that_is_not_there_is_named() -> None:
    assert theme_named("dark") is DARK
    with pytest.raises(ValueError, match='expected "light" or "dark", found \'sepia\''):
        theme_named("sepia")
