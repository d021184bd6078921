"""The answers one could rehearse for a round, each with what decides about it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.asked_topics import topic_label
from interview_journal.analysis.briefing.differences import open_findings_of
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
    from collections.abc import Mapping, Sequence

    from interview_journal.analysis.briefing.sources import BriefingSources
    from interview_journal.core.records import Answer

__all__ = ["briefing_rehearsals"]

_POINTS_AT_MOST: Final = 4
_WEAK: Final = 3
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
    found = open_findings_of(sources)
    grades = _last_grades(sources)
    candidates = [
        _candidate(sources, one, topics.get(one.id, ""), {**common, **chances}, found, grades)
        for one in sources.answers.values()
        if one.answer.strip() or one.better_answer.strip()
    ]
    chosen = choose_rehearsals(candidates, swapped=swapped, at_most=at_most)
    return tuple(_pick(sources, one, is_swapped_in=one.answer_id in swapped) for one in chosen)


def _candidate(
    sources: BriefingSources,
    answer: Answer,
    topic: str,
    chances: Mapping[str, float],
    findings: Mapping[str, int],
    grades: Mapping[str, int],
) -> RehearsalCandidate:
    rated = sources.ratings.get(answer.id, RatedAnswer())
    own = sources.history.answers.get(topic, ())
    held = sources.rounds[answer.interview_id].held_on
    return RehearsalCandidate(
        answer_id=answer.id,
        topic=topic,
        rating=rated.given if rated.better is None else rated.better,
        importance=min(1.0, 2 * chances.get(topic, 0.0)),
        days_ago=max(0, (sources.today - held).days),
        open_findings=findings.get(answer.id, 0),
        asked_in=max(1, len({one.interview_id for one in own})),
        last_grade=grades.get(answer.id),
        has_better=bool(answer.better_answer.strip()),
    )


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
        points=_points(sources, answer),
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


def _points(sources: BriefingSources, answer: Answer) -> tuple[str, ...]:
    """Return what must stay as it was said: the person's decisions, then this answer's figures."""
    decided = [
        one_line(one.verdict.what_i_will_say)
        for one in sources.findings.settled
        if answer.id in (one.finding.answer_a, one.finding.answer_b)
        and one.verdict.what_i_will_say.strip()
    ]
    figures = [
        f"{SUBJECTS[mark.subject]}: {one_line(answer.answer[slice(*mark.span)])}"
        for mark in sources.ledger
        if mark.answer_id == answer.id and mark.subject in _POINT_SUBJECTS
    ]
    return tuple(dict.fromkeys((*decided, *figures)))[:_POINTS_AT_MOST]
