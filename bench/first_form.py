"""How long from a ready kernel to the short form, beside the same number of bare fields.

Each measurement is a kernel of its own that runs one cell and says when it was done. The two
sides take turns, so that a busy machine slows both alike. The figure to watch is the ratio.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from pathlib import Path
from queue import Empty
from typing import Final

from jupyter_client.manager import KernelManager

OURS: Final = "import interview_journal as ij\nij.show_record()"
BARE: Final = """
import ipywidgets, anywidget
fields = [ipywidgets.Text(description="Company"), ipywidgets.DatePicker(description="Date"),
          ipywidgets.Textarea(description="Account"), ipywidgets.Text(description="People"),
          ipywidgets.Text(description="Answer"), ipywidgets.Button(description="Save")]
ipywidgets.VBox(fields)
"""
_SECONDS_AT_MOST: Final = 60


def cell_seconds(code: str) -> float:
    """Return how long a fresh kernel, already ready, takes for one cell."""
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel(env=dict(os.environ))
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=_SECONDS_AT_MOST)
        began = time.perf_counter()
        sent = client.execute(code)
        while True:
            reply = client.get_shell_msg(timeout=_SECONDS_AT_MOST)
            if reply["parent_header"].get("msg_id") == sent:
                break
        took = time.perf_counter() - began
    except Empty as error:
        raise SystemExit("the kernel did not answer") from error
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    if reply["content"]["status"] != "ok":
        raise SystemExit(str(reply["content"].get("ename")))
    return took


def measure(rounds: int) -> str:
    """Return the table of both sides, in Markdown."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["INTERVIEW_JOURNAL_HOME"] = str(Path(folder) / "journal")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        cell_seconds(OURS), cell_seconds(BARE)
        pairs = [(cell_seconds(OURS), cell_seconds(BARE)) for _ in range(rounds)]
    ours = statistics.median(own for own, _ in pairs) * 1000
    bare = statistics.median(other for _, other in pairs) * 1000
    ratio = statistics.median(own / other for own, other in pairs)
    return "\n".join(
        [
            "# First form",
            "",
            f"Median of {rounds} fresh kernels each, in turns.",
            "",
            "| from a ready kernel to | ms |",
            "|---|---|",
            f"| our short form, drafts and all | {ours:.0f} |",
            f"| as many bare ipywidgets fields | {bare:.0f} |",
            f"| ratio (to be at most 1.5) | {ratio:.2f} |",
            "",
        ]
    )


def main() -> None:
    """Measure, print the table and keep it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    text = measure(parser.parse_args().rounds)
    print(text)
    results = Path(__file__).parent / "results"
    results.mkdir(exist_ok=True)
    (results / "first_form.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
