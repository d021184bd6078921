"""What the preparing panel shows, computed from facts of the journal and the place alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_journal.core.preparing.values import (
        Briefing,
        BriefingPerson,
        RehearsalPick,
    )
    from interview_journal.widgets.prepare_place import PreparePlace

__all__ = [
    "PrepareFacts",
    "PrepareState",
    "RoundChoice",
    "count_words",
    "next_swap",
    "prepare_state",
]

Stage = Literal["empty", "no answers", "page", "rehearse", "done"]

_NUMBERS: Final = ("no", "one", "two", "three", "four", "five")
_WORSE_AT_MOST: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundChoice:
    """A round that can be prepared.

    Attributes:
        interview_id: Which.
        title: Company and round.
        day: The day in words.
        is_ahead: Whether it is still to come.
    """

    interview_id: str
    title: str
    day: str
    is_ahead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareFacts:
    """What the journal says on one round; computed once, shown many times.

    Attributes:
        briefing: The briefing; None where no round is in the journal.
        choices: Every answer one could rehearse, those of the briefing first.
        words: The better or else the given words of each answer named, by its id.
        weak: Answers that are worth writing better.
        due: Answers whose rehearsal is due today for this round.
        rounds: The rounds one can choose, those ahead first.
    """

    briefing: Briefing | None = None
    choices: tuple[RehearsalPick, ...] = ()
    words: Mapping[str, str]
    weak: frozenset[str] = frozenset()
    due: tuple[str, ...] = ()
    rounds: tuple[RoundChoice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareState:
    """Everything on the panel but the card.

    Attributes:
        stage: What is in front.
        facts: What the page is made of.
        title: Company and round.
        when: When it is, in a sentence.
        where: Where it is, in a sentence; empty where that is not known.
        who: Who will be there, in a sentence.
        is_ahead: Whether the round is still to come.
        primary: What the one button says; "" where there is nothing to rehearse.
        queue: The answers it rehearses.
        can_swap: Whether there are answers besides those picked.
        extra_due: Answers due today that are not among those picked.
        worse: Answers worth writing better that stand nowhere else on the page.
        is_reading: Whether the answers are still being compared.
        is_sample: The records are an example and not the person's own.
    """

    stage: Stage
    facts: PrepareFacts
    title: str = ""
    when: str = ""
    where: str = ""
    who: str = ""
    is_ahead: bool = False
    primary: str = ""
    queue: tuple[str, ...] = ()
    can_swap: bool = False
    extra_due: tuple[str, ...] = ()
    worse: tuple[RehearsalPick, ...] = ()
    is_reading: bool = False
    is_sample: bool = False


def prepare_state(
    facts: PrepareFacts,
    place: PreparePlace,
    *,
    is_reading: bool = False,
    is_sample: bool = False,
) -> PrepareState:
    """Return what the panel shows.

    Args:
        facts: What the journal says.
        place: Where the person is.
        is_reading: Whether the answers are still being compared.
        is_sample: Whether the journal is the example.
    """
    briefing = facts.briefing
    if briefing is None:
        return PrepareState(stage="empty", facts=facts, is_sample=is_sample)
    head, picks = briefing.head, briefing.rehearse
    queue = tuple(one.answer_id for one in picks)
    left = f"{head.left_words[:1].upper()}{head.left_words[1:]}"
    named = {*queue, *(one.best_answer_id for one in briefing.likely)}
    worse = [one for one in facts.choices if one.answer_id in facts.weak - named]
    return PrepareState(
        stage=_stage(briefing, place),
        facts=facts,
        title=f"{head.company or 'Interview'}, round {head.round}",
        when=", ".join(part for part in (f"{left}: {head.when}", head.how_long) if part) + ".",
        where=f"Where: {head.place}" if head.place else "",
        who=_who(briefing.people),
        is_ahead=head.days_left >= 0,
        primary=_primary(queue, place),
        queue=place.queue if place.is_begun else queue,
        can_swap=len(facts.choices) > len(queue),
        extra_due=tuple(one for one in facts.due if one not in queue),
        worse=tuple(worse[:_WORSE_AT_MOST]),
        is_reading=is_reading,
        is_sample=is_sample,
    )


def _stage(briefing: Briefing, place: PreparePlace) -> Stage:
    if place.is_rehearsing and place.queue:
        return "rehearse" if place.item else "done"
    return "page" if briefing.rehearse else "no answers"


def _primary(queue: Sequence[str], place: PreparePlace) -> str:
    if place.is_begun:
        return f"Go on with answer {len(place.done) + 1} of {len(place.queue)}"
    return f"Rehearse {count_words(len(queue))}" if queue else ""


def count_words(count: int) -> str:
    """Return a number of answers in words.

    Example:
        >>> count_words(1), count_words(3), count_words(12)
        ('one answer', 'three answers', '12 answers')
    """
    number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
    return f"{number} answer{'' if count == 1 else 's'}"


def next_swap(picked: Sequence[str], choices: Sequence[str], position: int) -> tuple[str, ...]:
    """Return the picks with the one at that position exchanged for the next one not picked.

    Pressed again and again it goes through all of them and comes round.

    Args:
        picked: The answers picked, in their order.
        choices: Every answer one could rehearse, in a fixed order.
        position: From 0 to the last of those picked; anything else changes nothing.

    Example:
        >>> next_swap(["a", "b"], ["a", "b", "c", "d"], 1)
        ('a', 'c')
        >>> next_swap(["a", "d"], ["a", "b", "c", "d"], 1)
        ('a', 'b')
    """
    if not 0 <= position < len(picked):
        return tuple(picked)
    at = choices.index(picked[position]) if picked[position] in choices else 0
    others = [one for one in (*choices[at:], *choices[:at]) if one not in picked]
    chosen = others[0] if others else picked[position]
    return (*picked[:position], chosen, *picked[position + 1 :])


def _who(people: Sequence[BriefingPerson]) -> str:
    names = [
        f"{one.name} ({one.title})" if one.title else one.name for one in people if one.is_expected
    ]
    if not names:
        return "Who will be there is not in your journal yet."
    told = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"With {told}."
