"""The worst errors of each kind: by row, line or place for texts that are not ours to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from bench.consistency_parts.journals import UNREAD, SeededJournal
from bench.consistency_parts.judging import Label, Place, Pointed
from bench.consistency_parts.labelled import (
    OWN_QUESTIONS,
    READ_QUESTIONS,
    Pair,
    QuestionSet,
    own_questions,
)
from bench.consistency_parts.numbers import Sureness
from bench.consistency_parts.questions import SAME, QuestionPair
from bench.consistency_parts.ranking import Ranked
from bench.consistency_parts.reasons import by_hand, legend, why_not_ranked, why_numbers
from bench.consistency_parts.speech import Alarm
from bench.consistency_parts.tables import section, short, table
from interview_journal.core.catalogue import suggest_topic

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Error", "tell_worst"]

SHOWN: Final = 20
OWN: Final = "fresh"
QUOTED: Final = 110


class Error(NamedTuple):
    """One error: where, how sure, why."""

    where: str
    confidence: float
    why: str


def tell_worst(
    numbers: tuple[list[Pair], list[Sureness]],
    ranked: Ranked,
    alarms: list[Alarm],
    questions: list[QuestionPair],
    journals: list[SeededJournal],
) -> str:
    """Return the section on errors."""
    parts = [
        (
            "At most twenty of each kind, the surest false ones and the most surely missed first. "
            "Texts of others are named by their line in the file (the header is line 1) and not "
            "quoted. Reasons of the table below are one reader's; the others are sorted by what "
            "was read."
        ),
        legend(),
        *_number_errors(*numbers),
        *_ranking_errors(ranked.pairs, ranked.scores),
        *_speech_errors(alarms),
        *_question_errors(questions),
        *_journal_errors(journals),
    ]
    return section("The worst errors, and what is out of reach", *parts)


def _list(title: str, errors: Iterable[Error]) -> str:
    every = list(errors)
    reasons = Counter(one.why for one in every)
    told = "; ".join(f"{why} ({count})" for why, count in reasons.most_common())
    rows = [[one.where, short(one.confidence), one.why] for one in every[:SHOWN]]
    shown = table(["where", "confidence", "why"], rows) if rows else "None."
    parts = (f"In all: {told}.", shown) if told else (shown,)
    return section(f"{title} ({len(every)})", *parts, level=3)


# ------------------------------------------------------------------ texts of others, by line


def _number_errors(pairs: list[Pair], sure: list[Sureness]) -> list[str]:
    def error(pair: Pair, one: Sureness, collection: str, otherwise: str) -> Error:
        return Error(
            f"line {pair.row}", one.any_kind, by_hand(collection, str(pair.row), otherwise)
        )

    both = list(zip(pairs, sure, strict=True))
    missed = {
        label: [
            error(pair, one, "decode_num_dev", why_numbers(pair))
            for pair, one in both
            if pair.label == label and not one.numbers
        ]
        for label in "NH"
    }
    wrong = sorted(
        (item for item in both if item[0].label == "O" and item[1].numbers),
        key=lambda item: -item[1].numbers,
    )
    false = sorted(
        (item for item in both if not item[0].label and item[1].any_kind),
        key=lambda item: -item[1].any_kind,
    )
    unlabelled = "not sorted by a reader"
    return [
        _list("`decode_num_dev`: numbers clash, not told", missed["N"]),
        _list("`decode_num_dev`: clash by inference, not told", missed["H"]),
        _list(
            "`decode_num_dev`: numbers told, the contradiction is another",
            [error(pair, one, "decode_num_dev", unlabelled) for pair, one in wrong],
        ),
        _list(
            "`clean_pool_dev`: false alarms",
            [error(pair, one, "clean_pool_dev", unlabelled) for pair, one in false],
        ),
    ]


def _ranking_errors(pairs: list[Pair], scores: NDArray[np.float64]) -> list[str]:
    order = np.argsort(scores, kind="stable")
    low = [
        Error(f"line {pairs[at].row}", float(scores[at]), why_not_ranked(pairs[at]))
        for at in order
        if pairs[at].label == "1" and scores[at] < SAME
    ]
    high = [
        Error(
            f"line {pairs[at].row}",
            float(scores[at]),
            "told as a contradiction" if scores[at] >= SAME else "ranked high by words in common",
        )
        for at in order[::-1]
        if pairs[at].label == "0" and scores[at] > 0
    ][:SHOWN]
    return [
        _list("`decode_balanced_dev`: contradictions below .5, the lowest first", low),
        _list("`decode_balanced_dev`: random pairs, the highest first", high),
    ]


def _speech_errors(alarms: list[Alarm]) -> list[str]:
    told = sorted(
        (one for one in alarms if one.way == "turn against turn"), key=lambda one: -one.confidence
    )
    errors = [
        Error(
            f"transcript {one.transcript + 1}, turns {one.a[2:]} and {one.b[2:]}",
            one.confidence,
            one.kind,
        )
        for one in told
    ]
    return [_list("Clean speech, turn against turn: alarms by kind", errors)]


# ------------------------------------------------------------------ questions


def _question_errors(pairs: list[QuestionPair]) -> list[str]:
    own = {name: own_questions(name) for name in (OWN_QUESTIONS, *READ_QUESTIONS)}
    parts = []
    for name in dict.fromkeys(one.collection for one in pairs):
        shown = own.get(name)
        inside = [one for one in pairs if one.collection == name]
        if name == OWN_QUESTIONS:
            inside = [one for one in inside if own[name].is_shown(one.one, one.other)]
        false = sorted(
            (one for one in inside if not one.is_same and one.score >= SAME),
            key=lambda one: -one.score,
        )
        missed = sorted(
            (one for one in inside if one.is_same and one.score < SAME), key=lambda one: one.score
        )
        half = ", the half that is shown" if name == OWN_QUESTIONS else ""
        parts.append(_list(f"`{name}`{half}: joined, though not the same", _asked(false, shown)))
        parts.append(_list(f"`{name}`{half}: the same, not joined", _asked(missed, shown)))
    return parts


def _asked(pairs: Sequence[QuestionPair], own: QuestionSet | None) -> list[Error]:
    errors = []
    for pair in pairs:
        where, why = f"lines {pair.one + 2} and {pair.other + 2}", "words or topic in common"
        if own is not None:
            one, other = own.questions[pair.one], own.questions[pair.other]
            where, why = f"“{one}” / “{other}”", _topics(one, other)
        errors.append(Error(where, pair.score, why))
    return errors


def _topics(one: str, other: str) -> str:
    """Return what the catalogue made of two questions."""
    first, second = suggest_topic(one), suggest_topic(other)
    if first is None or second is None:
        return "one has no topic"
    if first.slug == second.slug:
        return (
            "one topic, sure on both" if first.is_sure and second.is_sure else "one topic, unsure"
        )
    return "two topics, both sure" if first.is_sure and second.is_sure else "two topics, unsure"


# ------------------------------------------------------------------ journals


def _journal_errors(journals: list[SeededJournal]) -> list[str]:
    read = [one for one in journals if one.name not in UNREAD]
    missed = [
        Error(_pair(one, label.a, label.b, label.name), 0.0, _why(label))
        for one in sorted(read, key=lambda one: not one.name.startswith(OWN))
        for label in one.judged.missed
    ]
    false = sorted(
        (
            Error(_pair(one, told.a, told.b, one.name), told.confidence, told.kind)
            for one in read
            for told in _each_once(one.judged.false)
        ),
        key=lambda error: -error.confidence,
    )
    unread = [one for one in journals if one.name in UNREAD]
    counts = (
        f"In journals not read: {sum(len(one.judged.missed) for one in unread)} missed, "
        f"{sum(len(one.judged.false) for one in unread)} false; not shown, to stay so."
    )
    return [
        _list("Whole journals: conflicts not found, by kind", missed),
        _list("Whole journals: told, not labelled, by kind", false),
        counts,
    ]


def _each_once(told: Iterable[Pointed]) -> list[Pointed]:
    return list(dict.fromkeys(told))


def _why(label: Label) -> str:
    return f"{label.kind}: {by_hand('journals', label.name, 'not sorted by a reader')}"


def _pair(journal: SeededJournal, a: Place, b: Place, name: str) -> str:
    """Return the two quotes of our own journals; ids only of the shared ones."""
    if not journal.name.startswith(OWN):
        return f"{name}: {a.answer} and {b.answer}"
    return f"{name}: “{_quote(journal, a)}” / “{_quote(journal, b)}”"


def _quote(journal: SeededJournal, place: Place) -> str:
    text = journal.answers[place.answer][place.start : place.end]
    return text if len(text) <= QUOTED else f"{text[:QUOTED]}…"
