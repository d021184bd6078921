"""Briefings to lay out: a plain one, and one as full and as hostile as a journal can make it."""

from __future__ import annotations

from interview_journal.core.preparing.values import (
    Briefing,
    BriefingHead,
    BriefingPerson,
    Difference,
    LikelyQuestion,
    Promise,
    RehearsalPick,
    RequirementLine,
)

HOSTILE = (
    "<script>alert(1)</script>\" onload='x' {{ 7 * 7 }} \u202e[x](javascript:1) \x1b[2J & "
    "مرحبا 你好 e\u0301\u0301"
)
HEAD = BriefingHead(
    company="Acme Clinic",
    role="Ward planner",
    round=2,
    kind="panel interview",
    when="Friday 13 March, 2:30 pm",
    how_long="45 minutes",
    days_left=3,
    left_words="in 3 days",
)
BARE = Briefing(interview_id="i_1", head=HEAD)


def full(word: str, count: int = 9) -> Briefing:
    """Return a briefing in which every text is that word and every section holds so many."""
    head = BriefingHead(
        company=word,
        role=word,
        round=99,
        kind=word,
        when=word,
        how_long=word,
        days_left=3,
        left_words="in 3 days",
        place=word,
    )
    person = BriefingPerson(
        name=word, title=word, is_expected=True, met="round 1", known=word, heard=(word,) * 6
    )
    met = BriefingPerson(name=word, title="", is_expected=False, met="round 1", known="", heard=())
    pick = RehearsalPick(
        answer_id="a",
        topic=word,
        question=f"{word}?",
        better=word,
        given=word,
        why=word,
        points=(word,) * 4,
    )
    return Briefing(
        interview_id="i_1",
        head=head,
        people=(*(person,) * count, met),
        requirements=(
            RequirementLine(requirement=word, answer_id="a", quote=word),
            *(RequirementLine(requirement=word, answer_id="", quote="nothing yet"),) * count,
        ),
        differs=(
            Difference(
                reason=word, first=word, second=word, verdict="", what_i_will_say=word, key="k"
            ),
        )
        * count,
        rehearse=(pick,) * 3,
        unsaid=(word,) * count,
        plans=(word,) * count,
        strengths=(word,) * count,
        questions_to_ask=(word,) * count,
        promised=(Promise(is_mine=True, who=word, what=word, by=word),) * count,
        likely=(LikelyQuestion(topic="t", label=word, score=0.5, why=word),) * 10,
        gaps=(word,) * count,
    )
