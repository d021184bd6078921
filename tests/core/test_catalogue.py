"""The catalogue, and whether questions find their topic and each other."""

from __future__ import annotations

import itertools
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.catalogue import (
    SAME_SCORE,
    SUGGEST_CONFIDENCE,
    Catalogue,
    load_catalogue,
    parse_catalogue,
    question_similarity,
    similar_questions,
    suggest_topic,
)
from interview_journal.core.question_words import plain_words

_UNSEEN = [
    pytest.param(question, slug, id=question)
    for slug, questions in tomllib.loads(
        Path(__file__).with_name("unseen_questions.toml").read_text(encoding="utf-8")
    ).items()
    for question in questions.strip().split("\n")
]
_SPOKEN = st.sampled_from(
    [phrasing for topic in load_catalogue().topics for phrasing in topic.phrasings]
)


def test_there_are_many_topics_with_five_phrasings_each() -> None:
    topics = load_catalogue().topics
    assert len(topics) >= 250
    assert [topic.slug for topic in topics if len(topic.phrasings) < 5] == []
    assert {slug for topic in topics if not topic.label.strip() for slug in [topic.slug]} == set()


def test_slugs_and_labels_are_unique() -> None:
    topics = load_catalogue().topics
    assert len({topic.slug for topic in topics}) == len(topics)
    assert len({topic.label for topic in topics}) == len(topics)
    assert load_catalogue().problems == ()


def test_no_phrasing_stands_under_two_topics() -> None:
    homes: dict[str, str] = {}
    for topic in load_catalogue().topics:
        for phrasing in topic.phrasings:
            words = " ".join(plain_words(phrasing))
            assert homes.setdefault(words, topic.slug) == topic.slug, phrasing


@pytest.mark.parametrize(
    "slug",
    [
        "about_you", "current_role", "scope", "experience", "why_leaving", "why_us", "motivation",
        "salary", "current_salary", "notice", "availability", "strengths", "weakness",
        "achievement", "success", "project", "failure", "mistake", "deadline", "pressure",
        "conflict_colleague", "conflict_manager", "leadership", "management_style", "team",
        "teamwork", "mentoring", "hiring", "feedback", "customer", "stakeholders", "career_plan",
        "role_plans", "tools", "qualification", "technical", "problem_solving", "improvement",
        "metrics", "budget", "research", "safety", "gap", "relocation", "travel", "languages",
        "questions_for_us",
    ],
)  # fmt: skip
def test_a_topic_that_stored_answers_may_carry_stays(slug: str) -> None:
    assert load_catalogue().topic(slug) is not None


def test_each_phrasing_is_suggested_to_its_own_topic() -> None:
    for topic in load_catalogue().topics:
        for phrasing in topic.phrasings:
            suggestion = suggest_topic(phrasing)
            assert suggestion is not None
            assert (suggestion.slug, suggestion.confidence) == (topic.slug, 1.0)


def test_wordings_not_in_the_catalogue_find_their_topic() -> None:
    found = [
        (suggestion := suggest_topic(str(case.values[0]))) is not None
        and suggestion.slug == case.values[1]
        for case in _UNSEEN
    ]
    assert len(found) >= 100
    assert sum(found) / len(found) >= 0.97


@pytest.mark.no_cover  # counting lines would take most of the time
def test_a_left_out_phrasing_is_mostly_found_by_the_others() -> None:
    topics = load_catalogue().topics
    found = asked = 0
    for part in range(5):
        lean = Catalogue(
            tuple(
                replace(
                    topic,
                    phrasings=tuple(
                        phrasing
                        for place, phrasing in enumerate(topic.phrasings)
                        if place % 5 != part
                    ),
                )
                for topic in topics
            )
        )
        for topic in topics:
            for phrasing in topic.phrasings[part::5]:
                suggestion = suggest_topic(phrasing, catalogue=lean)
                asked += 1
                found += suggestion is not None and suggestion.slug == topic.slug
    # Many of the phrasings stand there because the others did not find them.
    assert found / asked >= 0.6


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("What was your greatest failure?", "What was your greatest success?"),
        ("Tell me about a failure of yours.", "Tell me about an achievement of yours."),
        ("What is your current job like?", "What would an ideal job be for you?"),
        ("Describe your present role.", "Describe your dream role."),
        ("Describe a conflict with a colleague.", "Describe a conflict with your manager."),
        ("A disagreement with a co-worker?", "A disagreement with your boss?"),
        ("Why do you want to work here?", "Why should we choose you?"),
        ("Why us and not others?", "Why you and not another candidate?"),
        ("What are your strengths?", "What are your weaknesses?"),
        ("What is your current salary?", "What is your expected salary?"),
        ("How do you give feedback?", "How do you take feedback?"),
        ("Why did you leave your last job?", "Why did you apply for this job?"),
        ("What motivates you?", "How do you motivate your team?"),
        ("Tell me about a tight deadline.", "Tell me about a deadline you missed."),
        ("Tell me about an angry customer.", "Tell me about an angry parent."),
        ("Why this employer?", "Why this position?"),
        ("What do you know about our firm?", "Why do you want to join our firm?"),
        ("Why did you pick nursing?", "Why did you pick our hospital?"),
        ("What did you study?", "Why did you choose to study history?"),
        ("Tell me about your team.", "Tell me about your teamwork."),
        ("When did you miss a target?", "When did you miss a deadline?"),
        ("How do you plan a shift rota?", "How do you feel about night shifts?"),
        ("Which qualities does a leader need?", "When did you lead a team?"),
    ],
)
def test_opposites_are_kept_apart(first: str, second: str) -> None:
    assert question_similarity(first, second) < SAME_SCORE


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tell me something about yourself.", "Could you take us through your CV?"),
        ("Why do you want to change jobs?", "What makes you want to leave Acme?"),
        ("What sort of pay did you have in mind?", "And your expectations as to salary?"),
        ("How soon could you start with us?", "How long is your notice period?"),
        ("Biggest weakness?", "Is there an area you need to work on?"),
        ("Have you got questions for us?", "What would you like to ask us now?"),
        ("When did you disagree with your boss?", "A time you and your manager disagreed?"),
        ("Can you work nights?", "Would weekend shifts suit you?"),
        ("Do you need a visa to work here?", "Do you have the right to work in the UK?"),
        ("notice?", "If we said yes today, how quickly could you be with us?"),
        ("They asked about my weaknesses.", "So what would you say you struggle with?"),
        ("What gets you out of bed?", "If I may ask, what drives you in your work?"),
        ("When did you drop the ball?", "Could you walk me through a mistake of yours?"),
        ("Tell me about a plan that went sideways.", "Your biggest failure, and what came of it?"),
        ("Kindly introduce yourself.", "I'd love to hear a bit about you, in your own words."),
        ("Ever butted heads with a workmate?", "How do you deal with conflicts in the team?"),
        ("Everything is urgent, so what comes first?", "How do you prioritise your tasks?"),
    ],
)
def test_the_same_question_in_other_words_is_the_same(first: str, second: str) -> None:
    assert question_similarity(first, second) >= SAME_SCORE


def test_a_guess_says_whether_it_is_sure() -> None:
    sure = suggest_topic("So, what is your notice period?")
    guess = suggest_topic("What notice do boats give a choir at sea?")
    assert sure is not None
    assert sure.is_sure
    assert guess is not None
    assert not guess.is_sure


def test_two_half_sure_guesses_at_one_topic_do_not_make_one_question() -> None:
    first = "What notice do boats give a choir at sea?"
    second = "Whose notice annoys the owls of the lighthouse?"
    assert 0 < question_similarity(first, second) < SAME_SCORE


def test_two_questions_of_a_broad_topic_are_not_the_same_for_that_alone() -> None:
    assert (
        question_similarity("How does garbage collection work?", "What is a closure?") < SAME_SCORE
    )


def test_earlier_questions_come_back_the_likeliest_first() -> None:
    asked = ["Why us?", "Your weaknesses?", "What is your biggest weakness?", "Salary?", ""]
    found = similar_questions("what is your biggest weakness", asked)
    assert [one.place for one in found] == [2, 1]
    assert found[0].score == 1.0


def test_text_that_asks_nothing_known_gets_no_topic() -> None:
    for text in ("", " ", "???", "She laughed.", "\u202e\u200f", "你好", "xqzzt blorp"):
        assert suggest_topic(text) is None
    assert question_similarity("", "") == 0.0


def test_another_script_and_odd_marks_do_no_harm() -> None:
    question = "\u2068WHAT\u2019S your\u00a0\uff2e\uff2f\uff34\uff29\uff23\uff25 period\uff1f\u2069"
    suggestion = suggest_topic(question)
    assert suggestion is not None
    assert suggestion.slug == "notice"


def test_a_megabyte_without_a_space_is_read_in_part_only() -> None:
    assert suggest_topic("x" * 1_000_000) is None
    assert question_similarity("salary " * 200_000, "salary " * 200_000) == 1.0


@given(_SPOKEN, _SPOKEN)
def test_likeness_has_no_direction_and_stays_between_nought_and_one(
    first: str, second: str
) -> None:
    score = question_similarity(first, second)
    assert 0.0 <= score <= 1.0
    assert score == question_similarity(second, first)
    assert question_similarity(first, first) == 1.0


@given(_SPOKEN, _SPOKEN, st.floats(0.0, 1.0))
def test_asked_for_more_only_it_says_the_same_of_what_is_more(
    first: str, second: str, least: float
) -> None:
    score = question_similarity(first, second)
    sooner = question_similarity(first, second, least=least)
    assert sooner == score if score >= least else sooner in (0.0, score)


@given(st.text(max_size=200))
def test_any_text_gets_a_known_topic_or_none(text: str) -> None:
    suggestion = suggest_topic(text)
    if suggestion is not None:
        assert load_catalogue().topic(suggestion.slug) is not None
        assert SUGGEST_CONFIDENCE <= suggestion.confidence <= 1.0


def test_a_persons_own_file_adds_topics_and_phrasings() -> None:
    mine = parse_catalogue(
        """
        [[topics]]
        slug = "boats"
        label = "Boats"
        phrasings = '''
        Can you handle a sailing boat?
        Have you sailed a yacht?
        '''
        [[topics]]
        slug = "notice"
        phrasings = ["When are you released from your garden leave?"]
        """
    )
    assert mine.problems == ()
    wider = load_catalogue().extended_by(mine)
    assert len(wider.topics) == len(load_catalogue().topics) + 1
    boats = suggest_topic("Have you ever sailed a boat?", catalogue=wider)
    notice = suggest_topic("When are you released from garden leave?", catalogue=wider)
    assert boats is not None
    assert boats.label == "Boats"
    assert notice is not None
    assert notice.slug == "notice"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("topics = 3", "needs a list named topics"),
        ("topics = [3]", "Topic 1 of the question file needs a slug"),
        ('topics = [{slug = "a", phrasings = 3}]', "at least one phrasing"),
        ('topics = [{phrasings = "Why?"}]', "needs a slug"),
        ("= broken", "not valid TOML"),
        ("a = " + "[" * 5_000, "not valid TOML"),
    ],
)
def test_a_broken_file_is_told_not_raised(text: str, problem: str) -> None:
    catalogue = parse_catalogue(text)
    assert catalogue.topics == ()
    assert problem in catalogue.problems[0]


def test_cues_name_ideas_that_exist() -> None:
    words = tomllib.loads(
        (Path(__file__).parents[2] / "interview_journal/core/question_words.toml").read_text(
            encoding="utf-8"
        )
    )
    seen: dict[str, str] = {}
    for idea, variants in words["ideas"].items():
        for variant in variants.split(","):
            plain = " ".join(variant.split())
            assert " ".join(plain_words(plain)) == plain, plain
            assert seen.setdefault(plain, idea) == idea, plain
    pairs = itertools.chain.from_iterable(words["opposites"])
    assert set(pairs) <= set(words["ideas"])
