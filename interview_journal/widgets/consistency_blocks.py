"""What the consistency panel is made of: cards, tables, filters and folds, as plain values.

Words of a person are pieces of text with a mark, set as text on the screen: none can become
markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_journal.analysis.word_diff import Segment
    from interview_journal.widgets.sheet import Press

__all__ = ["Block", "card", "filters", "fold", "progress", "side", "table", "texts"]

Block = dict[str, Any]


def card(
    key: str,
    *,
    heading: str = "",
    tag: str = "",
    texts: Sequence[str] = (),
    sides: Sequence[Block] = (),
    buttons: Sequence[Press] = (),
    **more: object,
) -> Block:
    """Return one thing to look at.

    Args:
        key: Its name; a block of the same name and content is not drawn again.
        heading: What it is about.
        tag: A word or two beside the heading.
        texts: Sentences.
        sides: Texts beside each other, made with ``side``.
        buttons: Made with ``press``.
        more: ``hint`` below the buttons; ``words`` with item, label, hint and value asks for
            a text; ``tone`` plain or kept; ``level`` of the heading.
    """
    given = {"heading": heading, "tag": tag, "texts": texts, "sides": sides, "buttons": buttons}
    return {"kind": "card", "key": key, **_filled(given | more)}


def side(place: str, segments: Sequence[Segment], *, question: str = "", hint: str = "") -> Block:
    """Return one text of several beside each other.

    Args:
        place: Where and when it was said.
        segments: The text in pieces, some marked.
        question: What was asked.
        hint: A sentence below.
    """
    pieces = [[text, 1 if is_marked else 0] for text, is_marked in segments]
    return {"place": place, "segments": pieces, **_filled({"question": question, "hint": hint})}


def texts(key: str, sentences: Sequence[str], *, heading: str = "", **more: object) -> Block:
    """Return sentences under a heading; ``lines`` (a list), ``buttons`` and ``hint`` may follow."""
    given = {"heading": heading, "texts": list(sentences)}
    return {"kind": "texts", "key": key, **_filled(given | more)}


def fold(key: str, label: str, blocks: Sequence[Block] | None) -> Block:
    """Return something that opens with a press; None for its blocks means closed."""
    return {
        "kind": "fold",
        "key": key,
        "label": label,
        "open": blocks is not None,
        "blocks": list(blocks or ()),
    }


def table(key: str, caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Block:
    """Return a table of words."""
    return {
        "kind": "table",
        "key": key,
        "caption": caption,
        "columns": list(columns),
        "rows": [list(row) for row in rows],
    }


def filters(key: str, fields: Sequence[Block], values: Mapping[str, str]) -> Block:
    """Return fields that choose what is shown below them.

    Args:
        key: Its name.
        fields: Each with name, label and, for a choice, options of value and label.
        values: What is chosen; typing on does not draw the fields again.
    """
    return {"kind": "filters", "key": key, "fields": list(fields), "values": dict(values)}


def progress(done: int, total: int, label: str, buttons: Sequence[Press]) -> Block:
    """Return how far long work is, and what stops it."""
    return {
        "kind": "progress",
        "key": "progress",
        "done": done,
        "total": total,
        "label": label,
        "buttons": list(buttons),
    }


def _filled(given: Mapping[str, object]) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in given.items()
        if value not in ("", None, (), [], {}, False)
    }
