"""The answers one could rehearse for a round, each with what decides about it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.asked_topics import topic_label
from interview_journal.analysis.briefing.differences import open_findings_of, sure_findings
from interview_journal.analysis.briefing.sources import one_line
from interview_journal.analysis.ledger import SUBJECTS
from interview_journal.analysis.rated_answers import RatedAnswer
from interview_journal.core.preparing.question_chances import question_chances, round_stage
from interview_journal.core.preparing.rehearsal_choice import (
    PICKED_AT_MOST,
    RehearsalCandidate,
    choose_rehearsals,
)
from interview_journal.core.preparing.values import RehearsalPick

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from interview_journal.analysis.briefing.sources import BriefingSources
    from interview_journal.core.records import Answer

__all__ = ["briefing_rehearsals"]

_POINTS_AT_MOST: Final = 4
_WEAK: Final = 3
_NOT_SAID: Final = ("questions_for_us",)
"""Their turn to answer: what to ask has a place of its own on the page."""
_COMMON: Final = 0.25
_POINT_SUBJECTS: Final = ("team", "years", "salary", "notice", "date", "percent", "money")


def briefing_rehearsals(
    sources: BriefingSources,
    chances: Mapping[str, float],
    *,
    swapped: Sequence[str] = (),
    at_most: int = PICKED_AT_MOST,
) -> tuple[RehearsalPick, ...]:
    """Return the answers to rehearse: the person's own choice first, then by worth.

    Args:
        sources: What the briefing is made of.
        chances: How likely each topic comes, by topic.
        swapped: Ids of answers the person chose.
        at_most: How many.
    """
    topics = {one.id: topic for topic, own in sources.history.answers.items() for one in own}
    common = question_chances(round_stage(sources.interview.kind, sources.interview.round))
    known = _Known({**common, **chances}, open_findings_of(sources), _last_grades(sources))
    offered = {*_newest_of_each(sources, topics), *swapped}
    candidates = [
        _candidate(sources, one, topics.get(one.id, ""), known)
        for one in sources.answers.values()
        if one.id in offered and (one.answer.strip() or one.better_answer.strip())
    ]
    chosen = choose_rehearsals(candidates, swapped=swapped, at_most=at_most)
    return tuple(_pick(sources, one, is_swapped_in=one.answer_id in swapped) for one in chosen)


@dataclass(frozen=True, slots=True)
class _Known:
    """What decides besides the answer itself.

    Attributes:
        chances: By topic.
        findings: Open ones by answer.
        grades: The newest by answer.
    """

    chances: Mapping[str, float]
    findings: Mapping[str, int]
    grades: Mapping[str, int]


def _newest_of_each(sources: BriefingSources, topics: Mapping[str, str]) -> set[str]:
    """Return one answer a topic: the newest with a better wording, else the newest.

    What was answered badly in March and well in June needs no rehearsal.
    """
    found = {one for one in sources.answers if not topics.get(one)}
    for topic, own in sources.history.answers.items():
        if topic in _NOT_SAID:
            continue
        better = [one for one in own if one.better_answer.strip()]
        said = [one for one in own if one.answer.strip()]
        found.update(one.id for one in (better or said)[-1:])
    return found


def _candidate(
    sources: BriefingSources, answer: Answer, topic: str, known: _Known
) -> RehearsalCandidate:
    own = sources.history.answers.get(topic, ())
    held = sources.rounds[answer.interview_id].held_on
    return RehearsalCandidate(
        answer_id=answer.id,
        topic=topic,
        rating=_rating(sources, answer, own),
        importance=min(1.0, 2 * known.chances.get(topic, 0.0)),
        days_ago=max(0, (sources.today - held).days),
        open_findings=known.findings.get(answer.id, 0),
        asked_in=max(1, len({one.interview_id for one in own})),
        last_grade=known.grades.get(answer.id),
        has_better=bool(answer.better_answer.strip()),
    )


def _rating(sources: BriefingSources, answer: Answer, own: Sequence[Answer]) -> float | None:
    """Return the better wording's score; without one the newest that the topic was given."""
    better = sources.ratings.get(answer.id, RatedAnswer()).better
    if better is not None:
        return better
    given = [sources.ratings.get(one.id, RatedAnswer()).given for one in (own or (answer,))]
    return next((score for score in reversed(given) if score is not None), None)


def _last_grades(sources: BriefingSources) -> dict[str, int]:
    in_order = sorted(sources.view.rehearsals, key=lambda one: (one.rehearsed_at, one.id))
    return {one.answer_id: one.grade for one in in_order if one.grade is not None}


def _pick(
    sources: BriefingSources, one: RehearsalCandidate, *, is_swapped_in: bool
) -> RehearsalPick:
    answer = sources.answers[one.answer_id]
    question = one_line(answer.question)
    return RehearsalPick(
        answer_id=one.answer_id,
        topic=topic_label(one.topic, question) if one.topic else question,
        question=question,
        better=answer.better_answer.strip(),
        given=answer.answer.strip(),
        why=_why(one, is_swapped_in=is_swapped_in),
        points=_points(sources, answer, one.topic),
        is_swapped_in=is_swapped_in,
    )


def _why(one: RehearsalCandidate, *, is_swapped_in: bool) -> str:
    if is_swapped_in:
        return "You chose it."
    reasons = []
    if one.rating is not None and one.rating <= _WEAK:
        reasons.append(f"you gave it {one.rating:g} of 5")
    if one.open_findings:
        reasons.append("it differs from another answer")
    if one.asked_in > 1:
        reasons.append(f"it came in {one.asked_in} rounds")
    if one.importance >= _COMMON * 2:
        reasons.append("it is likely in a round like this")
    if one.last_grade is not None:
        reasons.append(f"you graded your last try {one.last_grade} of 5")
    elif one.has_better:
        reasons.append("you have a better wording and have not said it aloud yet")
    told = "; ".join(reasons[:3]) or "it is one of your newest answers"
    return f"{told[:1].upper()}{told[1:]}."


def _points(sources: BriefingSources, answer: Answer, topic: str) -> tuple[str, ...]:
    """Return what must not differ: the person's decisions, what is unsettled, figures told here.

    A figure that two answers give in two ways is no figure to keep, nor is one told elsewhere.
    """
    own = {one.id for one in sources.history.answers.get(topic, ())} | {answer.id}
    decided = [
        one_line(one.verdict.what_i_will_say)
        for one in sources.settled_of(own)
        if one.verdict.what_i_will_say.strip()
    ]
    unsettled = sure_findings(sources, (answer.id,))
    ours = sure_findings(sources, own)
    doubted = {one_line(quote) for one in ours for quote in (one.quote_a, one.quote_b)}
    told = (*decided, *(f"settle this first: {one.reason}" for one in unsettled[:1]))
    return tuple(dict.fromkeys((*told, *_figures(sources, own, doubted))))[:_POINTS_AT_MOST]


def _figures(sources: BriefingSources, own: set[str], doubted: set[str]) -> Iterator[str]:
    for answer_id, marks in sources.marks_of.items():
        answer = sources.answers.get(answer_id) if answer_id in own else None
        if answer is None or answer.interview_id not in sources.own_rounds:
            continue
        for mark in marks:
            quote = one_line(answer.answer[slice(*mark.quote_span)])
            if mark.subject in _POINT_SUBJECTS and quote not in doubted:
                yield f"{SUBJECTS[mark.subject]}: {one_line(answer.answer[slice(*mark.span)])}"
