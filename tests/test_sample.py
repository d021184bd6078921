"""The sample journal is what its story makes of it, is clean, and has something for each panel."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

import interview_journal as ij
from interview_journal.core.catalogue import load_catalogue
from interview_journal.core.choices import ACTION_KINDS
from interview_journal.core.followup.keys import action_key
from interview_journal.core.followup.plan import due_group, follow_up
from tests.programs import CHECKOUT
from tools.make_sample import make_sample

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = CHECKOUT / "data" / "sample"


@pytest.fixture(scope="module")
def sample() -> ij.Journal:
    return ij.open_journal(SAMPLE)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.iterdir()}


def test_the_committed_sample_is_what_the_script_makes(tmp_path: Path) -> None:
    (tmp_path / "sample").mkdir()
    (tmp_path / "sample" / "left_over.csv").write_text("replaced with the rest", encoding="utf-8")
    names = make_sample(tmp_path / "sample")
    made, kept = contents(tmp_path / "sample"), contents(SAMPLE)
    assert sorted(kept) == names
    different = [name for name in names if made[name] != kept[name]]
    assert different == [], "run: make docs"


def test_the_sample_has_no_problem_and_no_conflict(sample: ij.Journal) -> None:
    assert [problem.sentence for problem in sample.problems] == []
    assert sample.conflicts == ()


def test_looking_at_the_sample_leaves_no_trace() -> None:
    before = contents(SAMPLE)
    journal = ij.open_journal(SAMPLE)
    assert journal.answers
    assert journal.problems == ()
    assert contents(SAMPLE) == before


def test_the_sample_is_three_companies_and_six_rounds_in_four_months(sample: ij.Journal) -> None:
    held = [one for one in sample.interviews if one.captured_at is not None]
    assert len(sample.applications) == 3
    assert len(held) == 6
    days = sorted(one.held_on for one in held)
    assert 100 <= (days[-1] - days[0]).days <= 125
    assert {one.held_on.year for one in held} == {2026}


def test_every_answer_is_as_long_as_spoken_answers_are(sample: ij.Journal) -> None:
    lengths = [len(answer.answer.split()) for answer in sample.answers]
    assert len(lengths) >= 40
    assert min(lengths) >= 60
    assert max(lengths) <= 200


def test_every_topic_is_one_of_the_catalogue(sample: ij.Journal) -> None:
    catalogue = load_catalogue()
    unknown = {answer.topic for answer in sample.answers if not catalogue.topic(answer.topic)}
    assert unknown == set()


def test_topics_come_back_in_other_words_at_other_companies(sample: ij.Journal) -> None:
    company = {one.id: one.application_id for one in sample.interviews}
    asked = {(answer.topic, company[answer.interview_id]) for answer in sample.answers}
    again = Counter(topic for topic, _ in asked)
    assert sum(count >= 2 for count in again.values()) >= 8
    questions = [answer.question for answer in sample.answers]
    assert len(set(questions)) == len(questions)


def test_rounds_end_in_every_way_that_a_panel_must_show(sample: ij.Journal) -> None:
    outcomes = Counter(one.outcome for one in sample.interviews)
    assert outcomes["advanced"] >= 1
    assert outcomes["rejected"] == 1
    assert outcomes["silence"] == 1
    coming = [one for one in sample.interviews if one.captured_at is None]
    assert [one.outcome for one in coming] == [None]


def test_a_guess_comes_before_each_outcome_and_one_after(sample: ij.Journal) -> None:
    known = {one.id: one.outcome_known_at for one in sample.interviews if one.outcome is not None}
    before: set[str] = set()
    after: set[str] = set()
    for guess in sample.forecasts:
        known_at = known.get(guess.interview_id)
        if known_at is not None:
            (before if guess.forecast_at < known_at else after).add(guess.interview_id)
    assert before == set(known)
    assert len(after) == 1


def test_answers_are_rated_closely_again_by_a_friend_and_when_rewritten(
    sample: ij.Journal,
) -> None:
    overall = {one.answer_id for one in sample.ratings if one.criterion == "overall"}
    assert overall == {answer.id for answer in sample.answers}
    assert sum(one.blind for one in sample.ratings) >= 8
    assert {one.rater for one in sample.ratings} == {"", "Sam"}
    assert {one.target for one in sample.ratings} == {"given", "better"}
    assert any(one.score is None for one in sample.ratings)
    assert sum(bool(answer.better_answer) for answer in sample.answers) >= 4


def test_the_sample_has_a_corrected_answer_and_a_removed_one(sample: ij.Journal) -> None:
    corrected = [
        answer
        for answer in sample.answers
        if len({past.answer for past in sample.history(answer)}) > 1
    ]
    assert len(corrected) == 1
    assert len(sample.removed(ij.Answer)) == 1


def test_people_promises_and_referees_are_there(sample: ij.Journal) -> None:
    assert {person.kind for person in sample.people} == {"interviewer", "recruiter", "referee"}
    assert any(one.i_promised_by for one in sample.encounters)
    assert any(one.they_promised_by for one in sample.encounters)
    assert {one.consented_at is None for one in sample.references} == {True, False}
    assert {one.status for one in sample.actions} == {"done", "skipped", "snoozed"}
    assert sample.criteria
    assert sample.rehearsals
    assert sample.question_links


def test_every_action_stands_under_the_key_that_the_rules_give_it(sample: ij.Journal) -> None:
    tables = (sample.applications, sample.interviews, sample.people, sample.encounters)
    ids = {record.id for table in (*tables, sample.references) for record in table}
    for one in sample.actions:
        assert one.kind in ACTION_KINDS
        stem, *about = one.key.split(":")
        assert action_key(one.kind) == stem
        assert set(about) <= ids | {"1", "2"}


def test_the_last_evening_has_something_of_everything(sample: ij.Journal) -> None:
    evening = datetime(2026, 7, 1, 19, tzinfo=ZoneInfo("Europe/London"))
    due = follow_up(sample, evening).due
    assert [(due_group(one, evening), one.text) for one in due] == [
        ("now", "Ask Colin Bamber whether they will speak for you"),
        ("now", "Send Dr Isabel Moreau what you promised"),
        ("this week", "Thank Dr Isabel Moreau"),
        ("this week", "Look for what Grace Oduya promised"),
        ("this week", "Look for what Neil Fairlie promised"),
    ]
    assert [one.is_urgent for one in due] == [True, False, False, False, False]
    assert [one.is_snoozed for one in due] == [False, False, True, False, False]


def test_after_the_trial_day_the_answer_is_awaited(sample: ij.Journal) -> None:
    evening = datetime(2026, 7, 2, 19, tzinfo=ZoneInfo("Europe/London"))
    assert [one.text for one in follow_up(sample, evening).waiting] == [
        "They named Wednesday 8 July. Nothing to do until Thursday 9 July."
    ]


def test_nothing_in_the_sample_leads_to_a_real_person(sample: ij.Journal) -> None:
    # example.org is reserved, and so are these two ranges of British numbers.
    for person in sample.people:
        assert not person.email or person.email.endswith(".example.org")
        assert not person.linkedin or ".example.org/" in person.linkedin
        assert not person.phone or person.phone.startswith(("01632 960", "07700 900"))
    for application in sample.applications:
        assert "example.org" in application.posting_url


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("team", ("nine of us", "team of twelve")),
        ("notice", ("Four weeks", "Two months", "My notice is eight weeks")),
        ("budget", ("never held a budget", "manage the overtime budget")),
        ("project", ("I led the reminder project", "I helped him")),
        ("leadership", ("four years now", "in 2023")),
        ("salary", ("36 and 38", "around 40", "I said 42")),
        ("tools", ("never written SQL", "course for SQL")),
        ("why_leaving", ("merging our office", "not being pushed")),
    ],
)
def test_the_slips_that_a_panel_should_find_are_there(
    sample: ij.Journal, topic: str, words: tuple[str, ...]
) -> None:
    said = [answer.answer for answer in sample.answers if answer.topic == topic]
    for some in words:
        assert sum(some in text for text in said) == 1, some


def test_only_a_journal_let_into_git_on_purpose_goes_without_a_warning(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    shutil.copytree(SAMPLE, tmp_path / "sample")
    assert ij.open_journal(tmp_path / "sample").problems == ()
    (tmp_path / "sample" / ".gitignore").unlink()
    kinds = [problem.kind for problem in ij.open_journal(tmp_path / "sample").problems]
    assert kinds == ["version control"]
