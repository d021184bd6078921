"""Charts for scripts: one call draws a picture of the trends page, one saves it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.filters import Filters
from interview_journal.api.trends import trends_page
from interview_journal.errors import ExportError
from interview_journal.exporting.placing import file_in_place, write_private_bytes

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

    from interview_journal.analysis.trend_values import Figure
    from interview_journal.charts.rendering import ImageFormat
    from interview_journal.core.view import JournalView

__all__ = ["draw_chart", "save_chart"]

WIDTH_PX: Final = 860
SAVED_RATIO: Final = 2.0
_FORMATS: Final[dict[str, ImageFormat]] = {".png": "png", ".svg": "svg"}


def draw_chart(
    journal: JournalView,
    name: str = "score",
    *,
    filters: Filters | None = None,
    theme: str = "light",
    width_px: int = WIDTH_PX,
) -> Drawing:
    """Return one chart of the trends page as a matplotlib figure that nothing else holds.

    Args:
        journal: The journal, or any view of its records.
        name: "score", "criteria", "forecasts", "stages" or "repair".
        filters: What to look at; None is everything.
        theme: "light" or "dark".
        width_px: Its width at 100 dots an inch.

    Raises:
        ValueError: If there is no chart or no theme of that name.

    Example:
        >>> import interview_journal as ij
        >>> figure = ij.draw_chart(ij.open_journal(ij.sample_path()), "criteria")
        >>> len(figure.axes)
        1
    """
    # matplotlib costs more than half a second; only what draws pays it.
    from interview_journal.charts.rendering import plot_chart, with_title
    from interview_journal.charts.themes import theme_named

    shown = _figure(journal, name, filters)
    colours = theme_named(theme)
    axis = "number" if filters is None else filters.axis
    ax = plot_chart(name, shown.frame, theme=colours, axis=axis, meta=shown.meta, width_px=width_px)
    with_title(ax, shown.title, colours)
    return ax.get_figure(root=True)  # type: ignore[return-value]  # drawn on one


def save_chart(
    journal: JournalView,
    name: str,
    path: str | Path,
    *,
    filters: Filters | None = None,
    theme: str = "light",
    force: bool = False,
) -> Path:
    """Save one chart of the trends page as a picture and return where it lies.

    The same journal and filters give the same bytes.

    Args:
        journal: The journal, or any view of its records.
        name: "score", "criteria", "forecasts", "stages" or "repair".
        path: A file whose name ends with ``.png`` or ``.svg``.
        filters: What to look at; None is everything.
        theme: "light" or "dark".
        force: Whether a file that is there already may be replaced.

    Raises:
        ExportError: If the name ends otherwise, the file is there already, or the disk refuses.
        ValueError: If there is no chart or no theme of that name.

    Example:
        >>> import tempfile
        >>> import interview_journal as ij
        >>> journal = ij.open_journal(ij.sample_path())
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     ij.save_chart(journal, "stages", f"{folder}/stages.svg").name
        'stages.svg'
    """
    place = Path(path).expanduser()
    image_format = _FORMATS.get(place.suffix.lower())
    if image_format is None:
        raise ExportError(
            place, "a chart is saved as PNG or SVG", "Let its name end with .png or .svg."
        )
    from interview_journal.charts.rendering import encode

    figure = draw_chart(journal, name, filters=filters, theme=theme)
    data = encode(figure, image_format, ratio=SAVED_RATIO)
    with file_in_place(place, force=force) as part:
        write_private_bytes(part, data)
    return place


def _figure(journal: JournalView, name: str, filters: Filters | None) -> Figure:
    figures = {figure.key: figure for figure in trends_page(journal, filters).figures}
    if name not in figures:
        known = ", ".join(f'"{key}"' for key in figures)
        raise ValueError(f"chart: expected one of {known}, found {name!r}")
    return figures[name]
