"""Writes the code cells of our notebooks into the JupyterLab extension.

The extension runs a notebook on opening only when its code cells are exactly one of these lists,
so the list must follow every change of a notebook; a test compares the two.

Run it with: python tools/make_shipped_cells.py
"""

from __future__ import annotations

import json
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
NOTEBOOKS = CHECKOUT / "notebooks"
SHIPPED_CELLS = (
    CHECKOUT / "interview_journal/labextension/interview-journal-opener/static/shipped_cells.json"
)


def code_cells(notebook: Path) -> list[str]:
    """Return the source of each code cell of one notebook, in order."""
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def shipped_cells_text(folder: Path = NOTEBOOKS) -> str:
    """Return the JSON that the extension reads: notebook name to list of code cells."""
    cells = {path.name: code_cells(path) for path in sorted(folder.glob("*.ipynb"))}
    return json.dumps(cells, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the list and say where it stands."""
    with SHIPPED_CELLS.open("w", encoding="utf-8", newline="\n") as file:
        file.write(shipped_cells_text())
    print(f"wrote {SHIPPED_CELLS.relative_to(CHECKOUT)}")


if __name__ == "__main__":
    main()
