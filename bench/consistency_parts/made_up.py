"""A long journal of one made-up person, in words of our own, whose facts mostly agree."""

from __future__ import annotations

import itertools
import json
import random
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from bench.consistency_parts.paper import A_DAY, view_of
from interview_journal.core.records import Answer, Application, Interview
from tests.programs import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from interview_journal.core.view import JournalView

__all__ = ["MadeUpPerson", "made_up_journal", "retold_journal", "vocabulary"]

SLIPS: Final = 0.02
A_ROUND: Final = 8
MENTIONS: Final = 25
FEWEST_PROJECTS: Final = 40
FACTS: Final = {
    "team": (3, 15),
    "cut": (5, 60),
    "pay": (2, 90),
    "year": (2012, 2024),
    "months": (2, 20),
}
COMPANIES: Final = tuple(
    f"{first}{last}"
    for first, last in itertools.product(
        ("Al", "Bor", "Cob", "Del", "Ever", "Fjor", "Gran", "Har"), ("wick", "ton", "mere", "stad")
    )
)
TOPICS: Final = (
    ("Tell me about yourself.", "about_you"),
    ("How big is the team you lead?", "team"),
    ("How long is your notice?", "notice"),
    ("What are you most proud of?", "achievement"),
    ("Tell me of a disagreement with a colleague.", "conflict_colleague"),
    ("What do you earn now?", "current_salary"),
    ("Why do you want to leave?", "why_leaving"),
    ("Take me through a project of yours.", ""),
    ("What would you like to get better at?", "weakness"),
    ("How do you plan a week?", ""),
)
WAYS: Final = ("{}", "Right then: {}", "Last one: {}", "And now: {}", "{} Take your time.")


def vocabulary(size: int) -> list[str]:
    """Return that many made-up words, always the same.

    Example:
        >>> len(set(vocabulary(5_000))), vocabulary(2)
        (5000, ['bradal', 'braden'])
    """
    starts = ("bra", "cle", "dri", "fo", "gru", "ha", "jo", "ke", "lo", "mi", "pra", "qui", "sto")
    middles = ("", "ba", "ci", "do", "fe", "gu", "li", "mo", "na", "pe", "ri", "su", "to", "vi")
    ends = (
        *("dal", "den", "fin", "gat", "kle", "lin", "mor", "nok", "plu", "rim", "sner", "tex"),
        *("ust", "von", "wem", "xol", "yar", "zen", "bol", "cop", "dur", "erk", "fam", "gil"),
        *("hun", "isk", "jat", "lum"),
    )
    words = ("".join(parts) for parts in itertools.product(starts, middles, ends))
    return list(itertools.islice(words, size))


class MadeUpPerson:
    """Somebody who tells of projects; each has its facts, and once in fifty times one slips."""

    def __init__(self, answers: int, seed: int = 7) -> None:
        """Take how many answers there are to be: who talks more has done more."""
        self._random = random.Random(seed)
        count = max(FEWEST_PROJECTS, answers // MENTIONS)
        words = vocabulary(count + 2_000)
        self._projects, self._nouns = words[2_000:], [f"{word}s" for word in words[:1_600]]
        self._verbs = [f"{word}ed" for word in words[1_600:2_000]]

    def _fact(self, matter: str, low: int, high: int) -> int:
        """Return the true value, the same each time, or one in fifty times another."""
        value = random.Random(matter).randint(low, high)
        return self._random.randint(low, high) if self._random.random() < SLIPS else value

    def asked(self) -> tuple[str, str]:
        """Return a question and its topic."""
        question, topic = self._random.choice(TOPICS)
        return self._random.choice(WAYS).format(question), topic

    def answer(self, topic: str) -> str:
        """Return an answer of four to seven sentences: a fact or two, and talk around them."""
        project = self._random.choice(self._projects)
        own = self._own_facts(topic)
        facts = own or self._random.sample(self._project_facts(project), k=2)
        talk = [self._talk(project) for _ in range(self._random.randint(4, 7) - len(facts))]
        said = [*facts, *talk]
        self._random.shuffle(said)
        return " ".join(said)

    def _own_facts(self, topic: str) -> list[str]:
        """Return what the question asks for, where that is a fact of the person's own."""
        facts = {
            "team": lambda: (
                f"I lead a team of {self._fact('my team', 4, 12)} people at the moment."
            ),
            "notice": lambda: f"My notice is {self._fact('my notice', 2, 6)} months.",
            "current_salary": lambda: (
                f"I earn {self._fact('my pay', 40, 80)},000 euros a year now."
            ),
        }
        return [facts[topic]()] if topic in facts else []

    def _project_facts(self, project: str) -> list[str]:
        """Return what is true of a project, in words that are the project's own."""
        own = random.Random(project)
        company, verb = own.choice(COMPANIES), own.choice(self._verbs)
        things = own.sample(self._nouns, k=5)
        team, cut, pay, year, months = (
            self._fact(f"{matter} {project}", *ends) for matter, ends in FACTS.items()
        )
        return [
            f"The {project} group at {company} had {team} {things[0]}.",
            f"We {verb} the {things[1]} of {project} by {cut} percent.",
            f"The {things[2]} for {project} came to {pay}0,000 euros.",
            f"The {things[3]} of {project} went live in {year}.",
            f"It took {months} months to get the {things[4]} of {project} {verb}.",
        ]

    def _talk(self, project: str) -> str:
        pick = self._random.choice
        noun, verb = pick(self._nouns), pick(self._verbs)
        return pick(
            (
                f"I {verb} the {noun} of {project}, which nobody had {verb} before.",
                f"What I like is how the {noun} and the {pick(self._nouns)} come together.",
                f"I said that the {noun} were the hard part, since my manager {verb} them late.",
                f"It was a long day, and they asked me about {noun} and how I {verb} them.",
                f"I never {verb} {noun} without asking the people who do the {project} work.",
                f"We {verb} the {noun} first, then the {pick(self._nouns)}, then we went home.",
            )
        )


def made_up_journal(answers: int) -> tuple[JournalView, MadeUpPerson]:
    """Return a journal of that many answers, eight a round, and who gives them."""
    person = MadeUpPerson(answers)

    def told() -> Iterator[tuple[str, str, str]]:
        for _ in range(answers):
            question, topic = person.asked()
            yield question, topic, person.answer(topic)

    return _journal_of(list(told())), person


def retold_journal(answers: int) -> JournalView:
    """Return a journal of that many answers of many people, those of ours told in turn again.

    Nobody contradicts themselves as often as fifty people do each other, and nobody is asked as
    many different questions: no journal of one person is harder to compare.
    """
    own = [
        (answer["question"], "", answer["answer"])
        for path in sorted((CHECKOUT / "bench" / "data").glob("fresh_*.json"))
        for held in json.loads(path.read_text(encoding="utf-8"))["interviews"]
        for answer in held["answers"]
    ]
    return _journal_of([own[at % len(own)] for at in range(answers)])


def _journal_of(told: Sequence[tuple[str, str, str]]) -> JournalView:
    """Return a journal of questions, topics and answers, eight a round."""
    rounds = [
        Interview(
            id=f"i_{at}",
            application_id=f"p_{at % len(COMPANIES)}",
            round=1 + at % 4,
            held_on=A_DAY - timedelta(days=(len(told) // A_ROUND - at) // 4),
        )
        for at in range(-(-len(told) // A_ROUND))
    ]
    applications = tuple(
        Application(id=f"p_{at}", company=company) for at, company in enumerate(COMPANIES)
    )
    given = tuple(
        Answer(
            id=f"a_{at}",
            interview_id=f"i_{at // A_ROUND}",
            position=1 + at % A_ROUND,
            question=question,
            topic=topic,
            answer=answer,
        )
        for at, (question, topic, answer) in enumerate(told)
    )
    return view_of(applications, tuple(rounds), given)
