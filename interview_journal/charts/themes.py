"""The colours of a chart, light and dark, from one palette that colour-blind eyes can part.

The hues are those of Okabe and Ito (2008). What they colour also differs in marker or line
style, for some print in grey.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["DARK", "LIGHT", "OKABE_ITO", "Theme", "contrast_ratio", "theme_named"]

OKABE_ITO: Final = {
    "black": "#000000",
    "orange": "#E69F00",
    "sky blue": "#56B4E9",
    "bluish green": "#009E73",
    "yellow": "#F0E442",
    "blue": "#0072B2",
    "vermillion": "#D55E00",
    "reddish purple": "#CC79A7",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What a chart is drawn with.

    Attributes:
        name: "light" or "dark".
        page: Behind everything; the same as the panel's.
        text: Words that matter.
        soft: Units, notes and axes; still read with ease.
        grid: The few lines that help the eye.
        main: The first hue, for marks and for words.
        other: The second hue, for marks only.
        other_text: Words that belong to the second hue.
        quiet: Marks that stay in the background.
    """

    name: str
    page: str
    text: str
    soft: str
    grid: str
    main: str
    other: str
    other_text: str
    quiet: str


LIGHT: Final = Theme(
    name="light",
    page="#ffffff",
    text="#1b1b1b",
    soft="#55595e",
    grid="#e3e5e8",
    main=OKABE_ITO["blue"],
    other=OKABE_ITO["vermillion"],
    other_text="#a84900",
    quiet="#80868c",
)
DARK: Final = Theme(
    name="dark",
    page="#111111",
    text="#f2f2f2",
    soft="#b6bbc1",
    grid="#303336",
    main=OKABE_ITO["sky blue"],
    other=OKABE_ITO["orange"],
    other_text=OKABE_ITO["orange"],
    quiet="#8b9197",
)
LINEAR_UNTIL: Final = 0.04045
_BY_NAME: Final = {theme.name: theme for theme in (LIGHT, DARK)}


def theme_named(name: str) -> Theme:
    """Return the theme of that name.

    Raises:
        ValueError: If there is none; the names are "light" and "dark".

    Example:
        >>> theme_named("dark").page
        '#111111'
    """
    theme = _BY_NAME.get(name)
    if theme is None:
        raise ValueError(f'theme: expected "light" or "dark", found {name!r}')
    return theme


def contrast_ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.2 defines it.

    Args:
        one: As ``#rrggbb``.
        other: Likewise.

    Example:
        >>> round(contrast_ratio("#000000", "#ffffff"))
        21
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= LINEAR_UNTIL else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
