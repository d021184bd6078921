"""Links from one notebook's panel to another's, in JupyterLab and in Voilà."""

from __future__ import annotations

import html
from typing import Final

import ipywidgets as widgets

__all__ = ["RECORD", "TONIGHT", "notebook_link", "notebook_link_html"]

TONIGHT: Final = "0_tonight.ipynb"
RECORD: Final = "1_record.ipynb"


def notebook_link_html(notebook: str, text: str, *, primary: bool = False) -> str:
    """Return the link as HTML; in JupyterLab our extension opens it in the same window.

    Example:
        >>> notebook_link_html("1_record.ipynb", "Write <it> down")
        '<a href="1_record.ipynb" data-ij-notebook="1_record.ipynb">Write &lt;it&gt; down</a>'
    """
    name = html.escape(notebook, quote=True)
    look = ' class="ij-button ij-primary"' if primary else ""
    return f'<a href="{name}" data-ij-notebook="{name}"{look}>{html.escape(text)}</a>'


def notebook_link(
    notebook: str, text: str, *, primary: bool = False, **traits: object
) -> widgets.HTML:
    """Return the link as a widget; relative, so that it holds wherever the notebooks lie.

    Args:
        notebook: Its file's name.
        text: The link's words.
        primary: Whether it looks like a primary button.
        traits: Set on the widget, such as a layout it shares.
    """
    link = notebook_link_html(notebook, text, primary=primary)
    return widgets.HTML(link, _dom_classes=("ij-link",), **traits)
