"""Draws words once and then again from memory: on a small chart words are most of the cost.

The words of a chart hardly change when a filter does. What is kept is their picture, and only
the latest few hundred.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg

if TYPE_CHECKING:
    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

__all__ = ["WordRenderer"]

KEPT_AT_MOST: Final = 256
PAD: Final = 3
TALL: Final = "lp"

MathMark: TypeAlias = bool | str
Look: TypeAlias = tuple[Any, ...]
"""All that words and their picture depend on."""

_sizes: OrderedDict[Look, tuple[float, float, float]] = OrderedDict()
_pictures: OrderedDict[Look, np.ndarray[Any, Any]] = OrderedDict()


class WordRenderer(RendererAgg):
    """A canvas of pixels that remembers the words drawn on any of its kind."""

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: MathMark
    ) -> tuple[float, float, float]:
        """Return how much room the words take, in pixels.

        Words without tall letters or tails take as much as others: lines stay evenly apart.
        """
        look = _look(s, prop, self.dpi, ismath)
        if look not in _sizes:
            width, height, descent = super().get_text_width_height_descent(s, prop, ismath)  # type: ignore[no-untyped-call]
            _, tall, tail = super().get_text_width_height_descent(TALL, prop, ismath=False)  # type: ignore[no-untyped-call]
            below = max(descent, tail)
            _keep(_sizes, look, (width, max(height - descent, tall - tail) + below, below))
        return _sizes[look]

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: MathMark = False,  # noqa: FBT002 - as matplotlib calls it
        mtext: Text | None = None,
    ) -> None:
        """Draw words from the lower left, from memory where they were drawn before."""
        if ismath or angle:
            super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)  # type: ignore[no-untyped-call]
            return
        width, height, descent = self.get_text_width_height_descent(s, prop, ismath)
        look = (*_look(s, prop, self.dpi, ismath), gc.get_rgb(), gc.get_alpha())
        if look not in _pictures:
            scratch = RendererAgg(width + 2 * PAD, height + 2 * PAD, self.dpi)  # type: ignore[no-untyped-call]
            bottom = round(height) + 2 * PAD - (PAD + round(descent))
            plain = scratch.new_gc()
            plain.set_foreground(gc.get_rgb(), isRGBA=True)
            plain.set_alpha(gc.get_alpha())
            scratch.draw_text(plain, PAD, bottom, s, prop, angle, ismath, mtext)  # type: ignore[no-untyped-call]
            pixels = np.asarray(scratch.buffer_rgba())  # type: ignore[no-untyped-call]
            _keep(_pictures, look, np.flipud(pixels).copy())
        below = self.height - round(y) - PAD - round(descent)
        self.draw_image(gc, round(x) - PAD, below, _pictures[look])


def _look(words: str, prop: FontProperties, dpi: float, ismath: MathMark) -> Look:
    return (
        words,
        tuple(prop.get_family()),
        prop.get_size_in_points(),
        prop.get_weight(),
        prop.get_style(),
        dpi,
        ismath,
    )


def _keep(kept: OrderedDict[Look, Any], look: Look, value: object) -> None:
    kept[look] = value
    if len(kept) > KEPT_AT_MOST:
        kept.popitem(last=False)
