"""Alarms on speech in which nothing was seeded, with what the same rules find of true clashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from bench.consistency_parts.figures import group_weights, ratio_interval
from bench.consistency_parts.labelled import NUMERIC, Pair, marked_pairs, transcript_files
from bench.consistency_parts.paper import paper_journal
from bench.consistency_parts.rivals import TfIdf, numbers_in
from bench.consistency_parts.tables import section, short, table
from bench.consistency_parts.turns import Turn, read_turns, sentences
from interview_journal.api.consistency import check_consistency, compare_answers
from interview_journal.core.claims import Finding

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["WAYS", "Alarm", "Heard", "Speech", "measure_speech"]

THRESHOLDS: Final = (0.5, 0.6, 0.7, 0.8, 0.9)
SAMPLED: Final = 1_500
ALIKE: Final = 0.4
PER: Final = 1_000


@dataclass(frozen=True, slots=True)
class Alarm:
    """One finding on speech: where, of what kind, how sure."""

    way: str
    transcript: int
    kind: str
    confidence: float
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Speech:
    """One transcript."""

    turns: tuple[Turn, ...]

    @property
    def word_count(self) -> int:
        """Return the number of words."""
        return sum(len(turn.words.split()) for turn in self.turns)

    def as_turns(self) -> list[tuple[str, str]]:
        """Return each turn as an answer to no question."""
        return [("", turn.words) for turn in self.turns]

    def as_asked(self) -> list[tuple[str, str]]:
        """Return each turn as an answer to the last sentence of the turn before."""
        before = ["", *(sentences(turn.words)[-1] for turn in self.turns)]
        return [(asked, turn.words) for asked, turn in zip(before, self.turns, strict=False)]

    def as_sentences(self) -> list[tuple[str, str]]:
        """Return each sentence as an answer to no question."""
        return [("", one) for one in self.all_sentences()]

    def all_sentences(self) -> list[str]:
        """Return every sentence."""
        return [one for turn in self.turns for one in sentences(turn.words)]


WAYS: Final[dict[str, Callable[[Speech], list[tuple[str, str]]]]] = {
    "turn against turn": Speech.as_turns,
    "turn against turn, the turn before as question": Speech.as_asked,
    "sentence against sentence": Speech.as_sentences,
}


@dataclass(frozen=True, slots=True)
class Heard:
    """Every alarm, the words it was raised on, and the recall on N under the same rules."""

    alarms: list[Alarm]
    word_count: int
    recall: float


def measure_speech() -> tuple[str, Heard]:
    """Return the section, and what it was made of."""
    spoken = [
        Speech(tuple(read_turns(path.read_text(encoding="utf-8")))) for path in transcript_files()
    ]
    words = np.array([float(one.word_count) for one in spoken])
    alarms = [
        Alarm(way, at, one.kind, one.confidence, one.answer_a or "", one.answer_b or "")
        for way, parts_of in WAYS.items()
        for at, speech in enumerate(spoken)
        for one in check_consistency(paper_journal(parts_of(speech)))
    ]
    pairs = marked_pairs("decode_num_dev")
    sure = [_sure_in_journal(pair) for pair in pairs]
    parts = [
        (
            f"{len(spoken)} interviews, {int(words.sum()):,} words in "
            f"{sum(len(one.turns) for one in spoken):,} turns, all voices together; labels and "
            "time stamps taken off. Each interview is a journal of its own for "
            "`check_consistency`; every finding counts, notes as well, without a cap (of one thing "
            "said more than 24 times the index compares the newest 24). Recall: each pair of "
            "`decode_num_dev` as a journal of two answers under the same rules. Intervals by "
            "drawing interviews."
        ),
        _by_threshold(alarms, words, pairs, sure),
        "At the default, alarms by kind (all interviews):",
        _by_kind(alarms),
        "The plain ways, and the other door:",
        _rivals(spoken, words, pairs),
        (
            "`compare_answers` takes two texts as chosen by somebody who means them to speak of "
            "one thing; it is not made for sentences met by chance."
        ),
    ]
    text = section("Alarms on clean speech, everything against everything", *parts)
    clashing = [numbers > 0 for pair, (numbers, _) in zip(pairs, sure, strict=True) if is_n(pair)]
    return text, Heard(alarms, int(words.sum()), sum(clashing) / len(clashing))


def is_n(pair: Pair) -> bool:
    """Return whether the numbers themselves clash."""
    return pair.label == "N"


def _sure_in_journal(pair: Pair) -> tuple[float, float]:
    """Return how sure the surest finding with numbers, and of any kind, is."""
    found: list[Finding] = check_consistency(paper_journal([("", pair.a), ("", pair.b)]))
    numbers = [one.confidence for one in found if one.kind in NUMERIC]
    return max(numbers, default=0.0), max((one.confidence for one in found), default=0.0)


def _by_threshold(
    alarms: list[Alarm],
    words: NDArray[np.float64],
    pairs: list[Pair],
    sure: list[tuple[float, float]],
) -> str:
    drawn = group_weights(np.arange(len(words)))
    clashes = np.array([is_n(pair) for pair in pairs])
    is_right = np.array([pair.label in {"N", "H"} for pair in pairs])
    numbers, every = np.array(sure).T
    rows = []
    for height in THRESHOLDS:
        rates = [
            ratio_interval(
                np.array(
                    [
                        PER * sum(one.confidence >= height for one in alarms if at_of(one, way, at))
                        for at in range(len(words))
                    ]
                )
                / words,
                words,
                drawn,
            ).told()
            for way in WAYS
        ]
        found = numbers >= height
        reason = is_right[found].mean() if found.any() else float("nan")
        recall = f"{short(found[clashes].mean())} ({short((every[clashes] >= height).mean())})"
        rows.append([short(height), *rates, recall, short(float(reason))])
    heads = ["at least", *WAYS, "recall on N (all kinds)", "right reason"]
    return table(heads, rows)


def at_of(alarm: Alarm, way: str, transcript: int) -> bool:
    """Return whether an alarm is of that way and transcript."""
    return alarm.way == way and alarm.transcript == transcript


def _by_kind(alarms: list[Alarm]) -> str:
    counts = {way: Counter(one.kind for one in alarms if one.way == way) for way in WAYS}
    kinds = sorted({one.kind for one in alarms})
    return table(["kind", *WAYS], [[kind, *(counts[way][kind] for way in WAYS)] for kind in kinds])


# ------------------------------------------------------------------ beside


def _rivals(spoken: list[Speech], words: NDArray[np.float64], pairs: list[Pair]) -> str:
    total = float(words.sum())
    naive = alike = 0
    for speech in spoken:
        texts = speech.all_sentences()
        model = TfIdf(texts)
        for one, other in _differing(texts):
            naive += 1
            alike += model.alike(one, other) >= ALIKE
    model = TfIdf(text for pair in pairs for text in (pair.a, pair.b))
    clashing = [pair for pair in pairs if is_n(pair)]
    found = [pair for pair in clashing if any(_differing([pair.a, pair.b]))]
    also = sum(model.alike(pair.a, pair.b) >= ALIKE for pair in found)
    recall = short(len(found) / len(clashing))
    rows = [
        ["naive: numbers differ, sentences", f"{PER * naive / total:.1f}", recall],
        [
            f"numbers differ and TF-IDF at least {short(ALIKE, 1)}, sentences",
            f"{PER * alike / total:.2f}",
            short(also / len(clashing)),
        ],
        [
            f"`compare_answers` on sentences drawn by chance ({SAMPLED:,} pairs an interview)",
            f"about {_by_chance(spoken) / total * PER:.1f}",
            "see above",
        ],
    ]
    return table(["way", "alarms per 1,000 words", "recall on N"], rows)


def _differing(texts: list[str]) -> Iterator[tuple[str, str]]:
    """Return the pairs whose numbers differ, none of the two sets holding the other."""
    held = [(text, numbers) for text in texts if (numbers := numbers_in(text))]
    for (one, ours), (other, theirs) in combinations(held, 2):
        if not ours <= theirs and not theirs <= ours:
            yield one, other


def _by_chance(spoken: list[Speech]) -> float:
    """Return how many alarms all pairs of sentences would raise, judged by a sample of them."""
    alarms = 0.0
    for at, speech in enumerate(spoken):
        texts = speech.all_sentences()
        picks = np.random.default_rng(at).integers(0, len(texts), (SAMPLED, 2))
        drawn = [(texts[one], texts[other]) for one, other in picks if one != other]
        hits = sum(len(compare_answers(one, other)) for one, other in drawn)
        alarms += hits / len(drawn) * len(texts) * (len(texts) - 1) / 2
    return alarms
