"""What went well, said first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.trend_values import Strength

if TYPE_CHECKING:
    import pandas as pd

    from interview_journal.analysis.repair import RepairTable
    from interview_journal.analysis.score_table import ScoreRows, ScoreTable

__all__ = ["best_answers", "strongest_criterion"]

_SHOWN_AT_MOST: Final = 2
_EXCERPT_CHARS: Final = 160
_MIN_ANSWERS: Final = 3
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth")


def best_answers(table: ScoreTable, repairs: RepairTable, rows: ScoreRows) -> tuple[Strength, ...]:
    """Return the answers rated highest, of two topics; of equals the latest.

    Args:
        table: The journal's scores.
        repairs: Number of each answer's topic; an answer without one is a topic by itself.
        rows: The scores looked at.
    """
    import numpy as np

    found: list[Strength] = []
    topics: set[int] = set()
    for place in np.lexsort((-rows.answers, -rows.scores))[: 20 * _SHOWN_AT_MOST]:
        answer = int(rows.answers[place])
        score = int(rows.scores[place])
        number = int(repairs.numbers[answer])
        topic = number if number >= 0 else -1 - answer
        if topic in topics or score < int(rows.scores.max()):
            continue
        topics.add(topic)
        found.append(_best(table, answer, score, is_first=not found))
        if len(found) == _SHOWN_AT_MOST:
            break
    return tuple(found)


def _best(table: ScoreTable, place: int, score: int, *, is_first: bool) -> Strength:
    answer, at = table.answers[place], int(table.answer_interviews[place])
    interview = table.interviews[at]
    company = str(table.companies[at])
    number = interview.round
    ordinal = _ORDINALS[number - 1] if number <= len(_ORDINALS) else "a later"
    where = f"{company}, {ordinal} round" if company else f"{ordinal} round"
    said = _excerpt(answer.answer)
    told = f"“{_excerpt(answer.question)}” ({where})"
    if said:
        told = f"{told}: “{said}”"
    title = "Your best answer" if is_first else "As good as that"
    return Strength(title, f"{told} You gave it {score} of 5.", told)


def _excerpt(text: str) -> str:
    """Return the beginning of a text in one line, cut between words."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT_CHARS:
        return line
    cut = line[: _EXCERPT_CHARS + 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut[:-1]} …"


def strongest_criterion(frame: pd.DataFrame) -> tuple[Strength, ...]:
    """Return the criterion with the highest mean, when there are two or more to compare.

    Args:
        frame: The criteria, highest mean first.
    """
    known = frame[frame["answer_count"] >= _MIN_ANSWERS]
    if len(known) < 2:  # noqa: PLR2004 - the strongest of one is no comparison
        return ()
    best = known.iloc[0]
    words = f"{best['label']} is where you rate yourself highest."
    mean, count = float(best["mean_score"]), int(best["answer_count"])
    text = f"{words} {mean:.1f} of 5 on average, over {count} answers."
    return (Strength("Your strongest side", text, words),)
