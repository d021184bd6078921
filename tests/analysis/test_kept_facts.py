"""Facts are kept without a word of the person, and come back the same or not at all."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.analysis.consistency_facts import ComparedAnswers, ConsistencyFacts
from interview_journal.analysis.kept_facts import (
    answer_digests,
    facts_digest,
    kept_facts,
    rules_digest,
    rules_version,
    stored_facts,
)
from interview_journal.analysis.occasions import Occasion, occasions
from interview_journal.analysis.told_answers import journal_matcher, told_answers
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import QuestionLink
from tests.told_journal import GERMAN, NOTICE, START, Round, maybe_pair, notice_rounds, told_journal

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal


def read(journal: Journal) -> tuple[ConsistencyFacts, dict[str, Occasion]]:
    matcher = journal_matcher(journal)
    compared = ComparedAnswers(matcher)
    for _ in compared.take_in(told_answers(journal, matcher), matcher):
        pass
    return compared.facts(), occasions(journal)


@pytest.fixture
def told(tmp_path: Path) -> Journal:
    last = notice_rounds()[1]
    one, other = maybe_pair()
    unread = Round("Acme", 2, last.held_on, [("Und?", GERMAN), (one, "Yes.")])
    maybe = Round("Cedar", 1, last.held_on, [(other, "No.")])
    return told_journal(tmp_path / "j", *notice_rounds(), unread, maybe)


def test_facts_come_back_as_they_were(told: Journal) -> None:
    facts, given = read(told)
    assert facts.findings
    assert facts.ledger
    assert facts.questions.groups
    assert facts.questions.unsure
    assert facts.unread
    kept = json.loads(json.dumps(kept_facts(facts, given)))
    assert stored_facts(kept, given) == facts


def test_the_samples_facts_come_back_as_they_were() -> None:
    facts, given = read(open_journal(sample_path()))
    assert stored_facts(kept_facts(facts, given), given) == facts


def test_no_word_of_the_person_is_kept(told: Journal) -> None:
    facts, given = read(told)
    kept = json.dumps(kept_facts(facts, given)).lower()
    ids = " ".join(given).lower()
    for one in given.values():
        for word in f"{one.answer} {one.question} {one.company} {one.asked_by}".split():
            bare = word.strip(".,?").lower()
            own = {"notice", "count", "team", "years"}
            assert len(bare) < 4 or bare in own or bare in ids or bare not in kept, bare


def test_what_could_not_be_read_back_is_not_kept(told: Journal) -> None:
    facts, given = read(told)
    (finding,) = facts.findings
    odd = [
        replace(finding, reason="Something of the person's."),
        replace(finding, quote_a="not in the answer"),
        replace(finding, answer_a="a_gone"),
        replace(finding, answer_a=None),
        replace(finding, confidence=0.123),
    ]
    whole = [kept_facts(replace(facts, findings=(one,)), given) is not None for one in odd]
    assert whole == [False, False, False, False, True]


def break_one(kept: dict[str, Any], how: int) -> Any:
    """Return the kept values with one thing wrong in them."""
    other = copy.deepcopy(kept)
    finding, mark = other["findings"][0], other["ledger"][0]
    changes = [
        lambda: finding.__setitem__(0, "no kind"),
        lambda: finding.__setitem__(2, "a word"),
        lambda: finding.__setitem__(1, "sure"),
        finding.pop,
        lambda: finding[3].__setitem__(0, "a_gone"),
        lambda: finding[3].__setitem__(0, ["a"]),
        lambda: finding[3].__setitem__(2, 10_000),
        lambda: finding[3].__setitem__(1, True),
        lambda: finding[3].__setitem__(1, 5.0),
        lambda: finding[3].__setitem__(1, -1),
        lambda: mark.__setitem__(1, "no subject"),
        lambda: mark.__setitem__(0, "a_gone"),
        lambda: mark.append(1),
        lambda: other.pop("unread"),
        lambda: other.__setitem__("unread", "a_1"),
        lambda: other.__setitem__("groups", {}),
        lambda: other["groups"].__setitem__(0, None),
        lambda: other["unsure"][0].append(other["unsure"][0][0]),
        lambda: other.__setitem__("findings", None),
    ]
    if how == len(changes):
        return None
    changes[how]()
    return other


@pytest.mark.parametrize("how", range(20))
def test_anything_wrong_is_as_nothing(told: Journal, how: int) -> None:
    facts, given = read(told)
    kept = kept_facts(facts, given)
    assert kept is not None
    assert stored_facts(break_one(kept, how), given) is None


def digest(journal: Journal, own: object = "") -> str:
    rules = rules_digest(journal, own)
    return facts_digest(rules, answer_digests(journal, occasions(journal)))


def test_the_digest_changes_with_all_that_findings_depend_on(told: Journal) -> None:
    seen = {digest(told), digest(told, "own questions")}
    first = told.answers[0]
    told.revise(first, note="A note changes nothing.")
    assert digest(told) in seen
    changes: list[tuple[Any, dict[str, Any]]] = [
        (first, {"answer": "Two weeks."}),
        (first, {"question": "Notice?"}),
        (first, {"topic": "salary"}),
        (told.applications[0], {"company": "Acme Ltd"}),
        (told.interviews[0], {"held_on": date(2026, 1, 1)}),
    ]
    for record, change in changes:
        current = told.get(type(record), record.id)
        assert current is not None
        told.revise(current, **change)
        seen.add(digest(told))
    link = told.add(QuestionLink(question_a=NOTICE, question_b=START, same=True))
    seen.add(digest(told))
    told.revise(link, same=False)
    seen.add(digest(told))
    assert len(seen) == 9


def test_the_rules_have_a_name_of_their_own() -> None:
    assert len(rules_version()) == 32
