"""Saves notebooks that use the journal without anything the journal said.

A server extension rather than a line in somebody's configuration: it works however JupyterLab was
started. It touches only notebooks with a code cell that names `interview_journal`; a person's
other notebooks keep their outputs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jupyter_server.serverapp import ServerApp

__all__ = ["strip_before_save"]

PACKAGE = "interview_journal"


def strip_before_save(*, model: dict[str, Any], **_: object) -> None:
    """Empty outputs, counts and widget state of a notebook that uses the journal.

    Args:
        model: What Jupyter is about to write; changed in place, as its hooks are meant to.
    """
    if model.get("type") != "notebook" or not isinstance(model.get("content"), dict):
        return
    notebook = model["content"]
    code_cells = [cell for cell in notebook.get("cells", []) if cell.get("cell_type") == "code"]
    if not any(PACKAGE in _source(cell) for cell in code_cells):
        return
    metadata = notebook.get("metadata", {})
    metadata.pop("widgets", None)
    if "language_info" in metadata:
        # The kernel fills in its exact version: a difference in git that says nothing.
        metadata["language_info"] = {"name": metadata["language_info"].get("name", "python")}
    for cell in code_cells:
        cell["outputs"] = []
        cell["execution_count"] = None
        cell.get("metadata", {}).pop("execution", None)


def _source(cell: Mapping[str, Any]) -> str:
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Return where Jupyter finds the extension: this module."""
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    """Register the hook; the server calls this once at its start."""
    server.contents_manager.register_pre_save_hook(strip_before_save)
