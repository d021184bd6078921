"""Which topics may come in a round: what is common, what the job needs, what was asked before.

Each source gives a chance, and the chances are joined as if they knew nothing of each other. The
guess for a past round looks at earlier rounds only, so that it can be scored honestly.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from interview_journal.analysis.asked_topics import asked_topics, topic_label
from interview_journal.analysis.found_topics import NOTHING_FOUND
from interview_journal.analysis.occasions import company_key
from interview_journal.analysis.rated_answers import RatedAnswer, rated_answers
from interview_journal.core.preparing.question_chances import question_chances, round_stage
from interview_journal.core.preparing.values import LikelyQuestion
from interview_journal.core.rounds import place_in_time
from interview_journal.core.topics import load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from interview_journal.analysis.found_topics import FoundTopics
    from interview_journal.core.records import Answer, Interview
    from interview_journal.core.topics import Catalogue
    from interview_journal.core.view import JournalView

__all__ = [
    "LIKELY_AT_MOST",
    "TopicHistory",
    "likely_questions",
    "likely_topics",
    "needed_topics",
    "topic_history",
]

LIKELY_AT_MOST: Final = 10

_PRIOR_ROUNDS: Final = 4.0
"""How many rounds of one's own weigh as much as what is common elsewhere."""
_OTHER_STAGE: Final = 0.3
"""What a round of another stage tells, of what one of this stage does."""
_BETTER_UNRATED: Final = 3.5
"""A better wording that nobody rated yet stands above a middling answer."""
_NEEDED: Final = 0.25
"""The chance a requirement gives to its topic."""
_SAME_COMPANY: Final = 0.6
"""What was asked by this company before comes again less often: they know the answer."""


@dataclass(frozen=True)
class TopicHistory:
    """What was asked when.

    Attributes:
        rounds: The rounds that hold a question, the earliest first.
        asked: The topics of each round, by its id, each once and in order.
        answers: The answers of each topic, the earliest first.
        companies: Company of each round, as it is compared.
    """

    rounds: tuple[Interview, ...]
    asked: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, tuple[Answer, ...]]
    companies: Mapping[str, str]


def topic_history(
    view: JournalView,
    *,
    catalogue: Catalogue | None = None,
    found: FoundTopics = NOTHING_FOUND,
) -> TopicHistory:
    """Return what was asked in each round, read once for all guesses.

    Args:
        view: The records.
        catalogue: Another than the packaged one, such as one extended by the person's file.
        found: Topics that were found before.

    Example:
        >>> import interview_journal as ij
        >>> history = topic_history(ij.open_journal(ij.sample_path()))
        >>> history.asked[history.rounds[0].id][:2]
        ('about_you', 'team')
    """
    companies = {one.id: company_key(one.company) for one in view.applications}
    held = {one.id: one for one in view.interviews}
    answers = sorted(
        (one for one in view.answers if one.interview_id in held and one.question.strip()),
        key=lambda one: (place_in_time(held[one.interview_id]), one.position, one.id),
    )
    keys = asked_topics(answers, view.question_links).keys
    asked: dict[str, dict[str, None]] = defaultdict(dict)
    by_topic: dict[str, list[Answer]] = defaultdict(list)
    for answer, key in zip(answers, keys, strict=True):
        # The person's own word for it saves the search for a topic.
        topic = (key.startswith('"') and found.of_answer(answer, catalogue)) or key
        if topic:
            asked[answer.interview_id][topic] = None
            by_topic[topic].append(answer)
    rounds = sorted((held[one] for one in asked), key=place_in_time)
    return TopicHistory(
        tuple(rounds),
        {one: tuple(topics) for one, topics in asked.items()},
        {topic: tuple(own) for topic, own in by_topic.items()},
        {one.id: companies.get(one.application_id, "") for one in view.interviews},
    )


def likely_topics(
    history: TopicHistory, interview: Interview, needed: Iterable[str] = ()
) -> tuple[tuple[str, float], ...]:
    """Return the likeliest topics and their chances as of the morning of that round.

    Args:
        history: What was asked when; later rounds in it are not looked at.
        interview: The round.
        needed: Topics of the job's requirements.
    """
    earlier = [one for one in history.rounds if _is_before(one, interview)]
    stage = round_stage(interview.kind, interview.round)
    common = question_chances(stage)
    weights = {
        one.id: 1.0 if round_stage(one.kind, one.round) == stage else _OTHER_STAGE
        for one in earlier
    }
    came: defaultdict[str, float] = defaultdict(float)
    for one in earlier:
        for topic in history.asked[one.id]:
            came[topic] += weights[one.id]
    all_rounds = _PRIOR_ROUNDS + sum(weights.values())
    told = _told_here(history, interview, earlier)
    wanted = set(needed)
    chances = {}
    for topic in dict.fromkeys((*common, *came, *wanted)):
        chance = (_PRIOR_ROUNDS * common.get(topic, 0.0) + came[topic]) / all_rounds
        chance *= _SAME_COMPANY if topic in told else 1.0
        chances[topic] = 1 - (1 - chance) * (1 - (_NEEDED if topic in wanted else 0.0))
    ranked = sorted(chances.items(), key=lambda one: (-one[1], one[0]))
    return tuple(ranked[:LIKELY_AT_MOST])


def needed_topics(
    requirements: str,
    *,
    catalogue: Catalogue | None = None,
    found: FoundTopics = NOTHING_FOUND,
) -> dict[str, str]:
    """Return the topics of a job's requirements, each with the line that names it first.

    Args:
        requirements: One a line.
        catalogue: Another than the packaged one.
        found: Topics that were found before.

    Example:
        >>> needed_topics("Hold a budget")
        {'budget': 'Hold a budget'}
    """
    needed: dict[str, str] = {}
    for line in requirements.splitlines():
        topic = found.of_line(line, catalogue) if line.strip() else ""
        if topic:
            needed.setdefault(topic, " ".join(line.split()))
    return needed


def likely_questions(
    view: JournalView,
    interview: Interview,
    *,
    catalogue: Catalogue | None = None,
    history: TopicHistory | None = None,
    ratings: Mapping[str, RatedAnswer] | None = None,
    found: FoundTopics = NOTHING_FOUND,
) -> tuple[LikelyQuestion, ...]:
    """Return at most ten topics that may come in a round, the likeliest first.

    Args:
        view: The records.
        interview: The round, coming or past; only what was asked before it counts.
        catalogue: Another than the packaged one.
        history: What was asked when, where that was read before.
        ratings: Last scores by answer, likewise.
        found: Topics that were found before.

    Example:
        >>> import interview_journal as ij
        >>> journal = ij.open_journal(ij.sample_path())
        >>> trial_day = journal.interviews[-1]
        >>> len(likely_questions(journal, trial_day))
        10
    """
    known = topic_history(view, catalogue=catalogue, found=found) if history is None else history
    names = load_catalogue() if catalogue is None else catalogue
    needs = {one.id: one.requirements for one in view.applications}
    requirements = needs.get(interview.application_id, "")
    needed = needed_topics(requirements, catalogue=catalogue, found=found)
    scores = rated_answers(view) if ratings is None else ratings
    return tuple(
        LikelyQuestion(
            topic=topic,
            label=_label(names, known, topic),
            score=round(score, 3),
            why=_why(known, interview, topic, needed),
            best_answer_id=_best(known, interview, topic, scores),
        )
        for topic, score in likely_topics(known, interview, needed)
    )


def _label(names: Catalogue, history: TopicHistory, topic: str) -> str:
    found = names.topic(topic)
    answers = history.answers.get(topic, ())
    return (
        topic_label(topic, answers[-1].question if answers else "")
        if found is None
        else found.label
    )


def _best(
    history: TopicHistory, interview: Interview, topic: str, ratings: Mapping[str, RatedAnswer]
) -> str:
    """Return the answer to lean on: the best rated, of equals the newest; "" for none."""
    rounds = {one.id for one in history.rounds if _is_before(one, interview)}
    own = [
        one
        for one in history.answers.get(topic, ())
        if one.interview_id in rounds and (one.answer.strip() or one.better_answer.strip())
    ]
    best = max(enumerate(own), key=lambda pair: (_worth(pair[1], ratings), pair[0]), default=None)
    return "" if best is None else best[1].id


def _worth(answer: Answer, ratings: Mapping[str, RatedAnswer]) -> float:
    rated = ratings.get(answer.id, RatedAnswer())
    if answer.better_answer.strip():
        return rated.better or max(rated.given or 0.0, _BETTER_UNRATED)
    return rated.given or 0.0


def _why(history: TopicHistory, interview: Interview, topic: str, needed: Mapping[str, str]) -> str:
    earlier = [
        o for o in history.rounds if _is_before(o, interview) and topic in history.asked[o.id]
    ]
    here = history.companies.get(interview.id, "")
    own = sum(history.companies[one.id] == here for one in earlier)
    reasons = []
    if topic in needed:
        reasons.append(f"the job asks for “{needed[topic]}”")
    if earlier:
        times = f"{len(earlier)} of your rounds" if len(earlier) > 1 else "one of your rounds"
        reasons.append(f"it came in {times}{', here too' if own else ''}")
    if topic in question_chances(round_stage(interview.kind, interview.round)):
        reasons.append("it is common in a round like this")
    told = " and ".join(reasons) if len(reasons) < 3 else ", ".join(reasons)  # noqa: PLR2004
    return f"{told[:1].upper()}{told[1:]}."


def _told_here(
    history: TopicHistory, interview: Interview, earlier: Iterable[Interview]
) -> frozenset[str]:
    here = history.companies.get(interview.id, "")
    own = (history.asked[one.id] for one in earlier if here and history.companies[one.id] == here)
    return frozenset(topic for topics in own for topic in topics)


def _is_before(one: Interview, interview: Interview) -> bool:
    if one.application_id == interview.application_id and one.round != interview.round:
        return one.round < interview.round and one.held_on <= interview.held_on
    return one.held_on < interview.held_on
