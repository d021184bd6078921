"""Topics found once are known again without the words they were found in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.analysis import found_topics as module
from interview_journal.analysis.found_topics import (
    NOTHING_FOUND,
    FoundTopics,
    find_topics,
    kept_topics,
    stored_topics,
)
from interview_journal.analysis.likely_questions import likely_questions, topic_history
from tests.prepared_journal import ABOUT, ACME, AHEAD, FIRST, WHY, asked, view_of

if TYPE_CHECKING:
    from interview_journal.core.view import JournalView

NOTICE = asked(FIRST, 3, "How long is your notice?")
LAUGHED = asked(FIRST, 4, "She laughed at that.")
IDS = {NOTICE.id, LAUGHED.id}


def view() -> JournalView:
    return view_of(ACME, FIRST, AHEAD, ABOUT, WHY, NOTICE, LAUGHED)


def test_all_is_found_that_has_no_topic_by_the_person_s_word() -> None:
    found = find_topics(view())
    assert found.answers == {NOTICE.id: "notice", LAUGHED.id: ""}
    assert len(found.lines) == len(ACME.requirements.splitlines())


def test_no_word_of_the_person_is_kept() -> None:
    kept = repr(kept_topics(find_topics(view())))
    assert not [word for word in ("nurses", "Danish", "laughed", "your") if word in kept]


def test_what_is_known_is_not_looked_up_again_and_gives_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal = view()
    plain = topic_history(journal), likely_questions(journal, AHEAD)
    found = stored_topics(kept_topics(find_topics(journal)), IDS)

    def refuse(*_: object) -> str:
        raise AssertionError

    monkeypatch.setattr(module, "found_topic", refuse)
    assert plain == (
        topic_history(journal, found=found),
        likely_questions(journal, AHEAD, found=found),
    )
    with pytest.raises(AssertionError):
        topic_history(journal, found=stored_topics(kept_topics(found), {LAUGHED.id}))


@pytest.mark.parametrize(
    "stored",
    [
        None,
        [],
        {},
        {"answers": 1, "lines": {}},
        {"answers": {}, "lines": 7},
        {"answers": {NOTICE.id: "no such topic"}, "lines": {}},
        {"answers": {NOTICE.id: 5}, "lines": {}},
        {"answers": {}, "lines": {"x": ["notice"]}},
    ],
)
def test_what_makes_no_sense_is_nothing(stored: Any) -> None:
    assert stored_topics(stored, IDS) == NOTHING_FOUND == FoundTopics()
