"""The findings as cards: two sentences side by side, and four ways to answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.settled_findings import sort_findings
from interview_journal.core.choices import VERDICTS
from interview_journal.core.day_words import day_words
from interview_journal.widgets.consistency_blocks import card, fold, side, texts
from interview_journal.widgets.consistency_desk import VERDICT_PRESSES
from interview_journal.widgets.consistency_words import (
    KIND_TITLES,
    finding_sides,
    place_words,
    sure_words,
)
from interview_journal.widgets.sheet import press

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from interview_journal.analysis.consistency_facts import ConsistencyFacts
    from interview_journal.analysis.occasions import Occasion
    from interview_journal.analysis.settled_findings import OpenFinding, SettledFinding
    from interview_journal.core.claims import Finding
    from interview_journal.core.records import Verdict
    from interview_journal.widgets.consistency_blocks import Block
    from interview_journal.widgets.consistency_desk import Said

__all__ = ["SHOWN_AT_MOST", "finding_blocks", "open_count"]

SHOWN_AT_MOST: Final = 10
HEADING: Final = "These two differ. Both may be right."
ALL_QUIET: Final = "Nothing to look at."
QUIET: Final = "It stays quiet until one of the two sentences changes."
NOTHING: Final = (
    "No two answers that this page can read differ. It reads numbers, dates, names, your part in "
    "things and what you never did, in English. It can miss what is said in other words."
)
ALL_ANSWERED: Final = (
    "Nothing here waits for your word: you have answered what this page found. It can miss what is "
    "said in other words."
)
NOTE_HINT: Final = (
    "It is normal to ask one company for more than another. This is only so that you know what "
    "each has heard."
)
NOT_CHECKED: Final = "These answers do not look English, so they were not compared. All else was."
LOOKED_AT: Final = "In your own journal you answer each of these here, with one press."
MIND: Final = {
    "things changed": "What will you say from now on?",
    "would fix": "What will you say next time?",
}
MIND_HINT: Final = "Optional. It is kept with this, and stands here when you prepare."


def open_count(facts: ConsistencyFacts, verdicts: Sequence[Verdict]) -> int:
    """Return how many findings wait for the person's word."""
    return len(sort_findings(facts.findings, verdicts).open)


def finding_blocks(
    facts: ConsistencyFacts,
    given: Mapping[str, Occasion],
    verdicts: Sequence[Verdict],
    *,
    said: Said,
    folds: frozenset[str],
    today: date,
    is_sample: bool = False,
) -> list[Block]:
    """Return the findings: the open ones, the surest first, then what is told and settled.

    Args:
        facts: What comparing gave.
        given: The answers by their ids.
        verdicts: What the person said.
        said: What they said in this sitting stays where it was asked.
        folds: The keys of the folds that are open.
        today: The day the words are shown.
        is_sample: Looked at only: nothing can be answered.
    """
    words = _Words(given, said, today, is_sample=is_sample)
    found = sort_findings(facts.findings, verdicts)
    waiting = {one.finding.key: one for one in found.open}
    settled = {one.finding.key: one for one in found.settled}
    now = [one for one in facts.findings if one.key in said.verdicts and one.key in settled]
    shown = {one.finding.key for one in found.open[:SHOWN_AT_MOST]} | {one.key for one in now}
    cards = [
        words.kept(settled[one.key]) if one.key in settled else words.asked(waiting[one.key])
        for one in facts.findings
        if one.key in shown
    ]
    blocks = [_head(len(found.open), has_answered=bool(found.settled), is_sample=is_sample), *cards]
    if len(found.open) > SHOWN_AT_MOST:
        more = len(found.open) - SHOWN_AT_MOST
        blocks.append(
            texts("more", [f"And {more} more, less sure. They come up as you answer these."])
        )
    if found.notes:
        inside = [texts("note hint", [NOTE_HINT]), *map(words.told, found.notes)]
        blocks.append(_fold("notes", "To know", len(found.notes), inside, folds))
    quiet = [one for one in found.settled if one.finding.key not in said.verdicts]
    if quiet:
        blocks.append(_fold("settled", "Answered", len(quiet), map(words.answered, quiet), folds))
    if facts.unread:
        places = [place_words(given[one], today=today) for one in facts.unread]
        inside = [texts("unread list", [NOT_CHECKED], lines=places)]
        blocks.append(_fold("unread", "Not checked", len(places), inside, folds))
    return blocks


def _head(count: int, *, has_answered: bool, is_sample: bool) -> Block:
    if not count:
        return texts("head", [ALL_ANSWERED if has_answered else NOTHING], heading=ALL_QUIET)
    return texts("head", [LOOKED_AT] if is_sample else [], heading=HEADING)


def _fold(
    key: str, label: str, count: int, blocks: Iterable[Block], folds: frozenset[str]
) -> Block:
    return fold(key, f"{label} ({count})", list(blocks) if key in folds else None)


class _Words:
    """Lays findings out as cards."""

    def __init__(
        self, given: Mapping[str, Occasion], said: Said, today: date, *, is_sample: bool
    ) -> None:
        self._given = given
        self._said = said
        self._today = today
        self._is_sample = is_sample

    def asked(self, one: OpenFinding) -> Block:
        finding = one.finding
        title = KIND_TITLES[finding.kind]
        earlier = [] if one.earlier is None else self._earlier(one.earlier)
        buttons = [
            press(name, VERDICTS[word], item=finding.key, title=f"{VERDICTS[word]}: {title}")
            for name, word in VERDICT_PRESSES.items()
        ]
        return card(
            finding.key,
            heading=title,
            tag=sure_words(finding.confidence),
            texts=[*earlier, finding.reason],
            sides=self._sides(finding),
            buttons=[] if self._is_sample else buttons,
        )

    def kept(self, one: SettledFinding) -> Block:
        """Return what was just answered, with what can follow."""
        finding, verdict = one.finding, one.verdict
        title = KIND_TITLES[finding.kind]
        buttons = [press("undo", "Undo", item=finding.key, title=f"Undo: {title}", small=True)]
        asks = verdict.verdict in MIND
        if asks:
            buttons.insert(0, press("keep words", "Keep these words", item=finding.key))
        typed = self._said.typed.get(verdict.id)
        is_kept = bool(verdict.what_i_will_say) and typed is None
        return card(
            finding.key,
            heading=title,
            texts=[
                f"Kept: {VERDICTS[verdict.verdict]}. {QUIET}",
                *([f"What you will say: {verdict.what_i_will_say}"] if is_kept else []),
            ],
            words={
                "item": verdict.id,
                "label": MIND[verdict.verdict],
                "hint": MIND_HINT,
                "value": verdict.what_i_will_say if typed is None else typed,
            }
            if asks
            else {},
            buttons=buttons,
            tone="kept",
        )

    def answered(self, one: SettledFinding) -> Block:
        finding, verdict = one.finding, one.verdict
        title = KIND_TITLES[finding.kind]
        lines = [f"You said: {VERDICTS[verdict.verdict]}{self._day(verdict)}."]
        if verdict.what_i_will_say:
            lines.append(f"What you will say: {verdict.what_i_will_say}")
        again = press("undo", "Ask me again", item=finding.key, title=f"Ask me again: {title}")
        return card(
            f"settled {finding.key}",
            heading=title,
            texts=lines,
            sides=self._sides(finding),
            buttons=[] if self._is_sample else [again | {"small": True}],
        )

    def told(self, finding: Finding) -> Block:
        return card(finding.key, heading=KIND_TITLES[finding.kind], sides=self._sides(finding))

    def _sides(self, finding: Finding) -> list[Block]:
        return [
            side(place_words(one, today=self._today), segments)
            for one, segments in finding_sides(finding, self._given)
        ]

    def _earlier(self, verdict: Verdict) -> list[str]:
        said = (
            f"You said “{VERDICTS[verdict.verdict]}” of these two answers{self._day(verdict)}. "
            "A sentence has changed since."
        )
        mind = verdict.what_i_will_say
        return [said, f"What you wanted to say: {mind}"] if mind else [said]

    def _day(self, verdict: Verdict) -> str:
        at = verdict.decided_at
        return "" if at is None else f" on {day_words(at.date(), today=self._today)}"
