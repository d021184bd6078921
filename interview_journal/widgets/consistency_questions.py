"""Answers by question: side by side, with the words that differ from the time before."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.word_diff import marked, word_differences
from interview_journal.core.day_words import day_words
from interview_journal.widgets.consistency_blocks import card, fold, side, texts
from interview_journal.widgets.consistency_words import place_words
from interview_journal.widgets.sheet import press

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_journal.analysis.consistency_facts import ConsistencyFacts
    from interview_journal.analysis.occasions import Occasion
    from interview_journal.core.records import QuestionLink
    from interview_journal.widgets.consistency_blocks import Block
    from interview_journal.widgets.consistency_desk import Said

__all__ = ["question_blocks"]

ASKED_AT_MOST: Final = 5
COMPARED_AT_MOST: Final = 6
LABEL_AT_MOST: Final = 90
NOTHING: Final = (
    "No question was asked twice yet, as far as this page can tell. Here you will see what you "
    "answered each time, side by side."
)
MARKED: Final = "Marked are the words that stand only there, beside the time before or after."
MAYBE: Final = "Maybe the same question?"
MAYBE_HINT: Final = "What you say is remembered, and decides which answers are compared."


def question_blocks(
    facts: ConsistencyFacts,
    given: Mapping[str, Occasion],
    links: Sequence[QuestionLink],
    *,
    said: Said,
    folds: frozenset[str],
    shown: int,
    today: date,
    is_sample: bool = False,
) -> list[Block]:
    """Return what was asked more than once, and what may be the same question.

    Args:
        facts: What comparing gave.
        given: The answers by their ids.
        links: What the person said of questions.
        said: What they said in this sitting stays where it was asked.
        folds: The keys of the folds that are open.
        shown: How many questions are listed.
        today: The day the words are shown.
        is_sample: Looked at only: nothing can be answered.
    """
    groups = facts.questions.groups
    blocks = [texts("asked", [MARKED] if groups else [NOTHING], heading="Asked more than once")]
    blocks += [_group([given[one] for one in group], folds, today) for group in groups[:shown]]
    if len(groups) > shown:
        blocks.append(texts("more", [], buttons=[press("more questions", "Show more")]))
    blocks += _maybe(facts, given, said, is_sample=is_sample)
    in_sight = {one.id for one in said.links.values()}
    settled = [one for one in links if one.id not in in_sight]
    if settled:
        inside = [_link(one, is_sample=is_sample) for one in settled] if "links" in folds else None
        blocks.append(fold("links", f"What you said of questions ({len(settled)})", inside))
    return blocks


def _group(answers: Sequence[Occasion], folds: frozenset[str], today: date) -> Block:
    key = f"question {answers[0].answer_id}"
    label = f"{_short(answers[-1].question)} ({len(answers)} times)"
    return fold(key, label, [_times(key, answers, today)] if key in folds else None)


def _times(key: str, answers: Sequence[Occasion], today: date) -> Block:
    """Return the latest answers to one question; each is compared with the time before."""
    latest = answers[-COMPARED_AT_MOST:]
    sides = []
    for number, one in enumerate(latest):
        if number:
            segments = word_differences(latest[number - 1].answer, one.answer).second
        elif len(latest) > 1:
            segments = word_differences(one.answer, latest[1].answer).first
        else:
            segments = marked(one.answer, ())
        sides.append(side(place_words(one, today=today), segments, question=one.question))
    left_out = len(answers) - len(latest)
    hint = f"The {left_out} before these are left out." if left_out else ""
    return card(f"{key} times", sides=sides, hint=hint, tone="diff")


def _maybe(
    facts: ConsistencyFacts, given: Mapping[str, Occasion], said: Said, *, is_sample: bool
) -> list[Block]:
    asked = [_kept(pair, link) for pair, link in said.links.items()]
    for ids in facts.questions.unsure[:ASKED_AT_MOST]:
        one, other = (given[answer_id].question for answer_id in ids)
        item = " ".join(ids)
        buttons = [
            press("same", "Yes, the same", item=item, title=f"Yes, the same: {one}"),
            press("not same", "No", item=item, title=f"No: {one}"),
        ]
        asked.append(
            card(
                f"maybe {one} / {other}",
                texts=[f"“{one}”", f"“{other}”"],
                buttons=[] if is_sample else buttons,
            )
        )
    return [texts("maybe", [MAYBE_HINT], heading=MAYBE), *asked] if asked else []


def _kept(pair: tuple[str, str], link: QuestionLink) -> Block:
    words = "the same question" if link.same else "not the same question"
    return card(
        f"maybe {pair[0]} / {pair[1]}",
        texts=[f"Kept: {words}.", f"“{pair[0]}”", f"“{pair[1]}”"],
        buttons=[press("unlink", "Undo", item=link.id, small=True, title=f"Undo: {pair[0]}")],
        tone="kept",
    )


def _link(link: QuestionLink, *, is_sample: bool) -> Block:
    words = "The same question" if link.same else "Not the same question"
    day = ""
    if link.decided_at is not None:
        decided = link.decided_at.date()
        day = f", you said on {day_words(decided, today=decided)}"
    back = press(
        "unlink", "Take it back", item=link.id, small=True, title=f"Take it back: {link.question_a}"
    )
    return card(
        f"link {link.id}",
        texts=[f"{words}{day}.", f"“{link.question_a}”", f"“{link.question_b}”"],
        buttons=[] if is_sample else [back],
    )


def _short(question: str) -> str:
    words = " ".join(question.split())
    return words if len(words) <= LABEL_AT_MOST else f"{words[:LABEL_AT_MOST].rstrip()} …"
