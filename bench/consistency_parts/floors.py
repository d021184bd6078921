"""What was asked for at the least, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bench.consistency_parts.journals import OWN_READ, PLAIN, UNREAD, SeededJournal
from bench.consistency_parts.labelled import (
    OWN_QUESTIONS,
    READ_QUESTIONS,
    UNREAD_QUESTIONS,
    Pair,
    own_questions,
)
from bench.consistency_parts.numbers import Sureness
from bench.consistency_parts.questions import SAME, QuestionPair
from bench.consistency_parts.ranking import Ranked
from bench.consistency_parts.speech import WAYS, Heard
from bench.consistency_parts.tables import section, short, table

__all__ = ["Floor", "tell_floors"]


class Floor(NamedTuple):
    """One figure and the least, or the most, it is to be."""

    what: str
    measured: float
    asked: float
    is_most: bool = False

    @property
    def is_reached(self) -> bool:
        """Whether it is what was asked for."""
        return self.measured <= self.asked if self.is_most else self.measured >= self.asked

    def row(self) -> list[str]:
        """Return it as a line of a table."""
        word = "at most" if self.is_most else "at least"
        return [
            self.what,
            short(self.measured, 3),
            f"{word} {short(self.asked, 3)}",
            "yes" if self.is_reached else "**no**",
        ]


def tell_floors(
    numbers: tuple[list[Pair], list[Sureness]],
    ranked: Ranked,
    heard: Heard,
    questions: list[QuestionPair],
    journals: list[SeededJournal],
) -> str:
    """Return the section that sums up."""
    floors = [
        *_numbers(*numbers),
        Floor("ranked: recall at precision .90, weights unseen", ranked.unseen_recall, 0.4),
        Floor("ranked: the same through `compare_answers`, fitted", ranked.public_recall, 0.4),
        *_speech(heard),
        *_questions(questions),
        *_journals(journals),
    ]
    heads = ["what", "measured", "to be", "reached"]
    return section("At a glance", table(heads, [one.row() for one in floors]))


def _share(of: Iterable[bool]) -> float:
    several = list(of)
    return sum(several) / len(several) if several else float("nan")


def _numbers(pairs: list[Pair], sure: list[Sureness]) -> list[Floor]:
    both = list(zip(pairs, sure, strict=True))
    told = [pair.label in {"N", "H"} for pair, one in both if pair.label and one.numbers]
    every = [pair.label in {"N", "H"} for pair, one in both if pair.label and one.any_kind]
    clean = [one for pair, one in both if not pair.label]
    return [
        Floor(
            "numbers: recall on N", _share(bool(x.numbers) for p, x in both if p.label == "N"), 0.7
        ),
        Floor(
            "numbers: false alarms", _share(bool(one.numbers) for one in clean), 0.01, is_most=True
        ),
        Floor(
            "all kinds: false alarms",
            _share(bool(one.any_kind) for one in clean),
            0.01,
            is_most=True,
        ),
        Floor("numbers: right reason", _share(told), 0.9),
        Floor("all kinds: right reason", _share(every), 0.9),
    ]


def _speech(heard: Heard) -> list[Floor]:
    rates = [
        Floor(
            f"speech, {way}: alarms per 1,000 words",
            1000 * sum(one.way == way for one in heard.alarms) / heard.word_count,
            0.5,
            is_most=True,
        )
        for way in WAYS
    ]
    return [*rates, Floor("speech: recall on N under the same rules", heard.recall, 0.4)]


def _questions(pairs: list[QuestionPair]) -> list[Floor]:
    floors = []
    for name, recall in (
        ("interview_questions_dev", 0.75),
        *((name, 0.7) for name in (OWN_QUESTIONS, *READ_QUESTIONS, *UNREAD_QUESTIONS)),
    ):
        inside = [one for one in pairs if one.collection == name]
        joined = [one.is_same for one in inside if one.score >= SAME]
        found = [one.score >= SAME for one in inside if one.is_same]
        floors += [
            Floor(f"`{name}`: precision", _share(joined), 0.9),
            Floor(f"`{name}`: recall", _share(found), recall),
        ]
    return [*floors, *_kept(pairs)]


def _kept(pairs: list[QuestionPair]) -> list[Floor]:
    """Return the figures of the half of our own questions whose errors are not shown."""
    given = own_questions()
    inside = [
        (given.weight_kept(one.one, one.other), one)
        for one in pairs
        if one.collection == OWN_QUESTIONS
    ]
    joined = sum(weight for weight, one in inside if one.score >= SAME)
    same = sum(weight for weight, one in inside if one.is_same)
    right = sum(weight for weight, one in inside if one.is_same and one.score >= SAME)
    return [
        Floor("`questions.toml`, the half kept: precision", right / joined, 0.9),
        Floor("`questions.toml`, the half kept: recall", right / same, 0.7),
    ]


def _journals(journals: list[SeededJournal]) -> list[Floor]:
    floors = []
    for name, several in (
        ("j01 to j10", [one for one in journals if one.name.startswith("j")]),
        (OWN_READ, [one for one in journals if one.name[0] == "f" and one.name not in UNREAD]),
        ("not read", [one for one in journals if one.name in UNREAD]),
    ):
        if not several:
            continue
        labels = [(x, x in one.judged.found) for one in several for x in one.conflicts]
        answers = sum(len(one.answers) for one in several)
        lures = [lure in one.judged.hit for one in several for lure in one.distractors]
        false = sum(len(one.judged.false) for one in several)
        well = [x.name in one.judged.well_pointed for one in several for x in one.judged.found]
        floors += [
            Floor(f"{name}: recall, all kinds", _share(found for _, found in labels), 0.6),
            Floor(
                f"{name}: recall, money, duration, count",
                _share(found for label, found in labels if label.kind in PLAIN),
                0.8,
            ),
            Floor(f"{name}: false findings per 10 answers", 10 * false / answers, 1, is_most=True),
            Floor(f"{name}: distractors hit", _share(lures), 0.2, is_most=True),
            Floor(f"{name}: clashing words in both quotes", _share(well), 1.0),
        ]
    return floors
