"""The scripts of the widgets: each is one module, for the page may load nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["script_of"]

_STATIC: Final = Path(__file__).parent / "static"


def script_of(*names: str) -> str:
    """Return some scripts of the package as one, in this order.

    Args:
        names: Files in ``static``; what several widgets share comes first.

    Example:
        >>> script_of("kit_blocks.js", "sheet.js").count("const make =")
        1
    """
    return "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in names)
