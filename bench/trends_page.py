"""How fast the five-panel page is drawn and redrawn, and what 200 redraws leave behind.

A redraw goes from a filter that was chosen to the bytes of all five pictures, through the panel
itself; nothing drawn before may be used again. Beside it the same five frames are drawn the way a
notebook usually does it: pyplot, ``tight_layout``, ``savefig``; and with pandas' own ``plot``.

Run it with: python -m bench.trends_page
"""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bench.measured_page import keep_page
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from interview_journal.widgets.trends_panel import TrendsPanel

RESULT: Final = "trends_page.md"
RATINGS_A_ROUND: Final = 24
SMALL: Final = 1_000
LARGE: Final = 100_000
WIDTH_PX: Final = 700
REDRAWS: Final = 200
MEGABYTE: Final = 1024 * 1024
SETTLING: Final = 20


def opened(folder: Path, ratings: int) -> TrendsPanel:
    """Return a panel on a made-up journal with that many ratings."""
    from interview_journal.widgets.trends_panel import TrendsPanel
    from tests.trend_journal import trend_journal

    return TrendsPanel(trend_journal(folder, round(ratings / RATINGS_A_ROUND)))


def choices() -> Iterator[dict[str, str]]:
    """Return filters without end, each unlike the one before."""
    from interview_journal.widgets.trends_filters import NO_FILTERS
    from tests.trend_journal import COMPANIES

    changes: list[dict[str, str]] = [
        {},
        *({"company": name} for name in COMPANIES),
        {"kind": "phone screen"},
        {"criterion": "structure"},
        {"topic": "why_us"},
        {"start": "2026-01-20"},
        {"axis": "date"},
    ]
    return itertools.cycle({**NO_FILTERS, **change} for change in changes)


def forget(panel: TrendsPanel) -> None:
    """Let the panel forget its pictures, so that each is drawn."""
    from interview_journal.widgets.chart_painting import ChartPainter

    panel._painter = ChartPainter()  # noqa: SLF001 - a redraw is measured, not a memory


def redrawn(panel: TrendsPanel) -> None:
    """Draw all five anew."""
    forget(panel)
    panel.redraw()


def place(panel: TrendsPanel) -> None:
    """Tell the panel how wide its place is, as the page does; all five are drawn."""
    from interview_journal.widgets.chart_view import Place

    panel.take_place(Place(width_px=WIDTH_PX, theme="light"))


def milliseconds(what: Callable[[], object]) -> float:
    """Return how long it takes."""
    began = time.perf_counter()
    what()
    return (time.perf_counter() - began) * 1000


def redraw_times(panel: TrendsPanel, rounds: int) -> list[float]:
    """Return how long each filter took from the choice to the last picture's bytes."""
    times = []
    for values in itertools.islice(choices(), rounds + SETTLING):
        forget(panel)
        times.append(milliseconds(lambda values=values: panel.choose(values)))  # type: ignore[misc]
    assert all(view.image for view in panel.views if view.shows_chart)
    return times[SETTLING:]


def first_draw() -> float:
    """Return the first page's milliseconds in this process, with the libraries loaded before."""
    for name in ("matplotlib.figure", "matplotlib.backends.backend_agg", "pandas"):
        importlib.import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        from interview_journal.widgets.trends_panel import TrendsPanel
        from tests.trend_journal import trend_journal

        journal = trend_journal(Path(folder) / "journal", round(SMALL / RATINGS_A_ROUND))

        def draw() -> None:
            place(TrendsPanel(journal))

        return milliseconds(draw)


# The usual way ------------------------------------------------------------------------------


def frames(panel: TrendsPanel) -> dict[str, pd.DataFrame]:
    """Return the five frames that both ways draw."""
    return {figure.key: figure.frame for figure in panel.page.figures}


def usual_way(given: dict[str, pd.DataFrame]) -> list[bytes]:
    """Return five pictures drawn with pyplot and ``tight_layout``, closed as one should."""
    import matplotlib.pyplot as plt

    pictures = []
    for key, frame in given.items():
        figure, ax = plt.subplots(figsize=(7, 3), dpi=100)
        _draw_plainly(ax, key, frame)
        figure.tight_layout()
        out = io.BytesIO()
        figure.savefig(out, format="png")
        plt.close(figure)
        pictures.append(out.getvalue())
    return pictures


def _draw_plainly(ax: Any, key: str, frame: pd.DataFrame) -> None:  # noqa: ANN401
    if key == "score":
        spread = (frame["mean_score"] - 0.5, frame["mean_score"] + 0.5)
        ax.vlines(frame["number"], *spread, color="grey")
        ax.plot(frame["number"], frame["mean_score"], "o", label="interviews")
        ax.plot(frame["number"], frame["line"], label="line")
        ax.fill_between(frame["number"], frame["line_low"], frame["line_high"], alpha=0.2)
        ax.set_ylim(1, 5)
        ax.legend()
    elif key == "forecasts":
        error = [frame["share"] - frame["low"], frame["high"] - frame["share"]]
        ax.errorbar(frame["percent"], frame["share"], yerr=error, fmt="o")
        ax.plot([0, 100], [0, 1], "--")
    elif key == "stages":
        error = [frame["share"] - frame["low"], frame["high"] - frame["share"]]
        ax.errorbar(frame["share"], frame["stage"], xerr=error, fmt="o")
    elif key == "criteria":
        ax.barh(frame["label"], frame["mean_score"])
        for at, count in enumerate(frame["answer_count"]):
            ax.text(1, at, f"{count} answers")
    else:
        ax.hlines(frame["label"], frame["before_mean"], frame["after_mean"])
        ax.plot(frame["before_mean"], frame["label"], "o", mfc="white")
        ax.plot(frame["after_mean"], frame["label"], "o")
    ax.set_title(key)


def pandas_way(given: dict[str, pd.DataFrame]) -> list[bytes]:
    """Return five pictures drawn with pandas' own ``plot``: one series each, no interval."""
    import matplotlib.pyplot as plt

    drawn = {
        "score": ("number", "mean_score"),
        "criteria": ("label", "mean_score"),
        "forecasts": ("percent", "share"),
        "stages": ("stage", "share"),
        "repair": ("label", "change"),
    }
    pictures = []
    for key, frame in given.items():
        x, y = drawn[key]
        kind = "line" if key in ("score", "forecasts") else "barh"
        ax: Any = frame.plot(x=x, y=y, kind=kind, figsize=(7, 3))  # type: ignore[call-overload]
        out = io.BytesIO()
        ax.figure.savefig(out, format="png")
        plt.close(ax.figure)
        pictures.append(out.getvalue())
    return pictures


# What stays behind --------------------------------------------------------------------------


def resident_megabytes() -> float:
    """Return the memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def left_behind(panel: TrendsPanel) -> dict[str, float]:
    """Return what 200 redraws leave: open figures and megabytes."""
    from matplotlib.figure import Figure

    filters = choices()
    for values in itertools.islice(filters, SETTLING):
        forget(panel)
        panel.choose(values)
    gc.collect()
    before = resident_megabytes()
    for values in itertools.islice(filters, REDRAWS):
        forget(panel)
        panel.choose(values)
    without_collecting = resident_megabytes() - before
    gc.collect()
    figures = sum(isinstance(one, Figure) for one in gc.get_objects())
    pyplot = sys.modules.get("matplotlib.pyplot")
    return {
        "figures": figures,
        "pyplot figures": 0 if pyplot is None else len(pyplot.get_fignums()),
        "megabytes": resident_megabytes() - before,
        "megabytes before collecting": without_collecting,
    }


def child(name: str) -> Any:  # noqa: ANN401 - whatever the measurement gives
    """Return a measurement made in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.trends_page", "--only", name],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "MPLBACKEND": "agg"},
    )
    return json.loads(done.stdout.strip().splitlines()[-1])


def measured(name: str, rounds: int) -> Any:  # noqa: ANN401
    """Return one measurement, made in this process."""
    if name == "first":
        return first_draw()
    with tempfile.TemporaryDirectory() as folder:
        panel = opened(Path(folder) / "journal", LARGE if name == "large" else SMALL)
        place(panel)
        if name == "left":
            return left_behind(panel)
        if name == "peers":
            given = frames(panel)
            usual_way(given)
            pandas_way(given)
            own = [milliseconds(lambda: redrawn(panel)) for _ in range(rounds)]
            usual = [milliseconds(lambda: usual_way(given)) for _ in range(rounds)]
            pandas = [milliseconds(lambda: pandas_way(given)) for _ in range(rounds)]
            return [statistics.median(times) for times in (own, usual, pandas)]
        times = redraw_times(panel, rounds)
        return [statistics.median(times), statistics.quantiles(times, n=20)[-1]]


def table(rounds: int) -> str:
    """Return the measurements, in Markdown."""
    firsts = [float(child("first")) for _ in range(5)]
    small, small_worst = child("small")
    large, large_worst = child("large")
    own, usual, pandas = child("peers")
    left = child("left")
    first = statistics.median(firsts)
    told = (
        f"Five pictures, {WIDTH_PX} pixels wide. A redraw goes from the filter that was chosen to "
        "the last picture's bytes: statistics, words and drawing, nothing kept from before. "
        f"Medians of {rounds} redraws over ten filters (worst of twenty in brackets); first "
        f"draws: median of {len(firsts)} fresh processes, matplotlib and pandas imported before."
    )
    lines = [
        "# The page of trends",
        "",
        told,
        "",
        "| | measured | to be at most |",
        "|---|---|---|",
        f"| first draw, 1,000 ratings | {first:.0f} ms | 300 ms |",
        f"| redraw, 1,000 ratings | {small:.0f} ms ({small_worst:.0f}) | 200 ms |",
        f"| redraw, 100,000 ratings | {large:.0f} ms ({large_worst:.0f}) | 1.5 times |",
        f"| that many times as long | {large / small:.2f} | 1.5 |",
        f"| figures open after {REDRAWS} redraws | {left['figures']:.0f} | 0 |",
        f"| memory after {REDRAWS} redraws | {left['megabytes']:+.1f} MB | 20 MB |",
        "",
        "The same five frames, drawn another way (drawing only for the two on the right):",
        "",
        "| ours, statistics included | pyplot, tight_layout, savefig | pandas .plot, no interval |",
        "|---|---|---|",
        f"| {own:.0f} ms | {usual:.0f} ms | {pandas:.0f} ms |",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print the table and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--only", choices=("first", "small", "large", "peers", "left"))
    given = parser.parse_args()
    if given.only:
        print(json.dumps(measured(given.only, given.rounds)))
        return
    keep_page(RESULT, table(given.rounds))


if __name__ == "__main__":
    main()
