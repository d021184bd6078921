"""A timeline in words, for those who do not see the picture, and for those who do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from interview_journal.core.day_words import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

__all__ = ["timeline_sentence"]


def timeline_sentence(frame: pd.DataFrame, title: str) -> str:
    """Return what the picture shows: the rounds, how it stands, what is to be done next.

    Args:
        frame: As ``timeline_frame`` gives it.
        title: Whose it is, such as the company's name.

    Example:
        >>> import pandas as pd
        >>> timeline_sentence(pd.DataFrame(), "Acme")
        'Acme: nothing is known yet.'
    """
    if frame.empty:
        return f"{title}: nothing is known yet."
    marks = list(frame.itertuples())
    return f"{title}: " + ". ".join(_parts(marks)) + "."


def _parts(marks: Sequence[Any]) -> Iterator[str]:
    today = next(one.end for one in marks if one.kind == "today")
    held = [one for one in marks if one.kind == "round" and one.is_past]
    coming = [one for one in marks if one.kind == "round" and not one.is_past]
    yield _held(held, today)
    if coming:
        yield f"Round {coming[0].number} is on {day_words(coming[0].end, today=today)}"
    ends = [one for one in marks if one.kind == "outcome"]
    # An outcome before the latest round was an answer to an earlier one.
    if ends and (not held or ends[-1].end >= held[-1].end):
        yield ends[-1].label
    for one in marks:
        if one.kind == "waiting":
            yield f"{one.label}. {one.detail}"
    due = [one for one in marks if one.kind == "due"]
    if due:
        more = f", and {len(due) - 1} more" if len(due) > 1 else ""
        yield f"To do next: {due[0].label}, {due[0].detail}{more}"
    else:
        yield "Nothing to do"


def _held(held: Sequence[Any], today: Any) -> str:  # noqa: ANN401 - a day of the frame
    if not held:
        return "no round yet"
    day = day_words(held[-1].end, today=today)
    if len(held) == 1:
        return f"one round, on {day}"
    return f"{len(held)} rounds, the latest on {day}"
