"""What to lean on: what went well, and the answers rated highest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.analysis.asked_topics import topic_label
from interview_journal.analysis.briefing.sources import one_line
from interview_journal.analysis.rated_answers import RatedAnswer
from interview_journal.core.rounds import place_in_time

if TYPE_CHECKING:
    from interview_journal.analysis.briefing.sources import BriefingSources

__all__ = ["briefing_strengths"]

_STRONG: Final = 4
_TOPICS_AT_MOST: Final = 3
_WENT_WELL_AT_MOST: Final = 2


def briefing_strengths(sources: BriefingSources) -> tuple[str, ...]:
    """Return what went well, newest first, then the topics answered best."""
    rounds = sorted(
        (one for one in sources.rounds.values() if one.held_on <= sources.today),
        key=lambda one: (one.id in sources.own_rounds, *place_in_time(one)),
        reverse=True,
    )
    went_well = dict.fromkeys(one_line(one.went_well) for one in rounds if one.went_well.strip())
    told = [*went_well][:_WENT_WELL_AT_MOST]
    best = _best_topics(sources)
    if best:
        told.append(f"You answer these well: {'; '.join(best)}.")
    return tuple(told)


def _best_topics(sources: BriefingSources) -> tuple[str, ...]:
    found = []
    for topic, own in sources.history.answers.items():
        newest = own[-1]
        score = sources.ratings.get(newest.id, RatedAnswer()).given
        if score is not None and score >= _STRONG:
            label = topic_label(topic, one_line(newest.question))
            day = sources.rounds[newest.interview_id].held_on
            found.append((-score, -day.toordinal(), label))
    return tuple(label for *_, label in sorted(found))[:_TOPICS_AT_MOST]
