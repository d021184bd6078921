"""Before a round: what this company has already heard, interviewer by interviewer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.heard_before import company_rounds, listeners
from interview_journal.analysis.word_diff import marked
from interview_journal.core.day_words import day_words, near_day_words
from interview_journal.widgets.consistency_blocks import card, filters, fold, side, texts
from interview_journal.widgets.consistency_words import beginning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_journal.analysis.consistency_facts import ConsistencyFacts
    from interview_journal.analysis.heard_before import CompanyRounds, Listener
    from interview_journal.analysis.occasions import Occasion
    from interview_journal.core.claims import Span
    from interview_journal.core.view import JournalView
    from interview_journal.widgets.consistency_blocks import Block

__all__ = ["before_blocks", "chosen_company"]

HEADING: Final = "What they have already heard"
INTRO: Final = "Marked are the numbers, names and claims. Interviewers compare notes on these."
NOTHING_YET: Final = (
    "No company has heard anything yet. After your first round you will see here, before the "
    "next one, what you said to whom."
)
NOBODY: Final = "Nobody is named for these"


def chosen_company(rounds: Sequence[CompanyRounds], company: str) -> CompanyRounds | None:
    """Return the company that was chosen, else the first; None where there is none."""
    chosen = next((one for one in rounds if one.company == company), None)
    return chosen or next(iter(rounds), None)


def before_blocks(
    view: JournalView,
    facts: ConsistencyFacts,
    given: Mapping[str, Occasion],
    *,
    company: str,
    folds: frozenset[str],
    today: date,
) -> list[Block]:
    """Return what one company has heard.

    Args:
        view: The records.
        facts: What comparing gave: the ledger says what is marked.
        given: The answers by their ids.
        company: Which one; "" takes the one with the next round.
        folds: The keys of the folds that are open.
        today: The day the words are shown.
    """
    rounds = company_rounds(view, given, today)
    chosen = chosen_company(rounds, company)
    if chosen is None:
        return [texts("before", [NOTHING_YET], heading=HEADING)]
    options = [{"value": one.company, "label": one.company or "Interview"} for one in rounds]
    marks: dict[str, list[Span]] = {}
    for mark in facts.ledger:
        marks.setdefault(mark.answer_id, []).append(mark.span)
    words = _Words(marks, folds, today)
    return [
        texts("before", [_next(chosen, today), INTRO], heading=HEADING),
        filters(
            "companies",
            [{"name": "company heard", "label": "Company", "options": options}],
            {"company heard": chosen.company},
        ),
        *(words.listener(one, given) for one in listeners(view, given, chosen)),
    ]


def _next(company: CompanyRounds, today: date) -> str:
    if company.next_on is None:
        return f"No next round with {company.company or 'them'} is entered."
    day = near_day_words(company.next_on, today=today)
    return f"Next: round {company.next_round}, {day}."


class _Words:
    """Lays out who heard what."""

    def __init__(self, marks: Mapping[str, list[Span]], folds: frozenset[str], today: date) -> None:
        self._marks = marks
        self._folds = folds
        self._today = today

    def listener(self, one: Listener, given: Mapping[str, Occasion]) -> Block:
        name = ", ".join(part for part in (one.name, one.title) if part) or NOBODY
        key = f"heard {one.name} {one.title} {' '.join(one.rounds)}"
        if key not in self._folds:
            count = len(one.asked) or len(one.heard)
            what = "questions" if one.asked else "answers"
            return fold(key, f"{name} ({count} {what if count != 1 else what[:-1]})", None)
        blocks = [texts(f"{key} met", [self._met(one, given)])]
        if one.asked:
            blocks.append(self._answers(f"{key} asked", "They asked you", one.asked))
        if one.heard:
            heading = "Also said in these rounds" if one.asked else "Said in these rounds"
            blocks.append(self._answers(f"{key} also", heading, one.heard))
        return fold(key, name, blocks)

    def _met(self, one: Listener, given: Mapping[str, Occasion]) -> str:
        held = {each.interview_id: each for each in given.values()}
        rounds = [
            f"round {held[key].round} on {day_words(held[key].held_on, today=self._today)}"
            for key in one.rounds
        ]
        return f"You met in {' and '.join(rounds)}." if one.name else f"In {' and '.join(rounds)}."

    def _answers(self, key: str, heading: str, answers: Sequence[Occasion]) -> Block:
        sides = []
        for one in answers:
            text = beginning(one.answer)
            goes_on = "The answer goes on." if text != one.answer else ""
            spans = [span for span in self._marks.get(one.answer_id, ()) if span[1] <= len(text)]
            question = one.question or "(no question written down)"
            place = f"Round {one.round}"
            if one.asked_by:
                place += f", asked by {one.asked_by}"
            sides.append(side(place, marked(text, spans), question=question, hint=goes_on))
        return card(key, heading=heading, sides=sides)
