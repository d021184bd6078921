"""What is said of findings and questions is kept at once and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from interview_journal.api.consistency import check_consistency
from interview_journal.api.opening import open_journal
from interview_journal.widgets.consistency_desk import ConsistencyDesk
from tests.told_journal import FOUR_WEEKS, NOTICE, START, Clock, told_journal

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.core.claims import Finding
    from interview_journal.store.journal import Journal


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return told_journal(tmp_path / "j")


@pytest.fixture
def finding(journal: Journal) -> Finding:
    return check_consistency(journal)[0]


def test_a_word_is_kept_with_both_answers_as_they_were(journal: Journal, finding: Finding) -> None:
    journal.revise(journal.answers[0], note="Nothing else.")
    ConsistencyDesk(journal).answer(finding, "would fix")
    (kept,) = journal.verdicts
    assert (kept.key, kept.verdict) == (finding.key, "would fix")
    assert (kept.answer_a, kept.revision_a, kept.quote_a) == (finding.answer_a, 2, FOUR_WEEKS)
    assert (kept.answer_b, kept.revision_b) == (finding.answer_b, 1)
    assert kept.decided_at is not None


def test_a_word_is_taken_back(journal: Journal, finding: Finding) -> None:
    desk = ConsistencyDesk(journal)
    desk.answer(finding, "both fine")
    desk.type_words(journal.verdicts[0].id, "half a")
    desk.take_back(finding.key)
    assert journal.verdicts == ()
    assert desk.said.verdicts == {}
    assert desk.said.typed == {}
    assert journal.drafts.names() == ()


def test_words_that_were_typed_outlive_the_kernel(journal: Journal, finding: Finding) -> None:
    desk = ConsistencyDesk(journal)
    desk.answer(finding, "things changed")
    (verdict,) = journal.verdicts
    desk.type_words(verdict.id, " eight weeks ")
    later = open_journal(journal.path, now=Clock())
    again = ConsistencyDesk(later)
    assert again.said.typed == {verdict.id: " eight weeks "}
    assert finding.key in again.said.verdicts
    again.keep_words()
    assert later.verdicts[0].what_i_will_say == "eight weeks"
    assert again.said.typed == {}
    assert again.said.verdicts[finding.key].what_i_will_say == "eight weeks"
    assert later.drafts.names() == ()


def test_words_for_a_verdict_that_went_are_dropped(journal: Journal, finding: Finding) -> None:
    desk = ConsistencyDesk(journal)
    desk.answer(finding, "things changed")
    (verdict,) = journal.verdicts
    desk.type_words(verdict.id, "eight weeks")
    journal.remove(verdict)
    assert ConsistencyDesk(journal).said.typed == {}
    desk.keep_words()
    assert journal.drafts.names() == ()


def test_the_same_words_again_are_no_new_revision(journal: Journal, finding: Finding) -> None:
    desk = ConsistencyDesk(journal)
    desk.answer(finding, "things changed")
    for _ in range(2):
        desk.type_words(journal.verdicts[0].id, "eight weeks")
        desk.keep_words()
    assert journal.verdicts[0].revision == 2


def test_a_word_on_two_questions_is_kept_and_taken_back(journal: Journal) -> None:
    desk = ConsistencyDesk(journal)
    desk.link((NOTICE, START), same=False)
    (link,) = journal.question_links
    assert (link.question_a, link.question_b, link.same) == (NOTICE, START, False)
    assert desk.said.links == {(NOTICE, START): link}
    desk.unlink(link.id)
    desk.unlink(link.id)
    desk.unlink("q_none")
    assert journal.question_links == ()
    assert desk.said.links == {}
