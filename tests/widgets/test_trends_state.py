"""What the trends panel shows, for every state of a journal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.analysis.filters import Filters
from interview_journal.analysis.trend_values import ThenAndNow
from interview_journal.api.opening import open_journal
from interview_journal.core.records import Answer, Application, Interview, Rating
from interview_journal.widgets.trends_sections import lower_sections, upper_sections
from interview_journal.widgets.trends_state import (
    ANSWER_AT_MOST,
    PAIRS_AT_MOST,
    JournalFacts,
    TrendsState,
    journal_facts,
    trends_state,
)
from tests.trend_journal import trend_journal
from tests.widgets.trend_pages import TODAY, asked, page

if TYPE_CHECKING:
    from pathlib import Path

RATED = JournalFacts(written_count=12, unrated_count=0)


def state_of(interviews: int = 12, facts: JournalFacts = RATED, **more: Any) -> TrendsState:
    filters = more.pop("filters", None)
    switches = {name: more.pop(name) for name in ("hides_scores", "is_sample") if name in more}
    return trends_state(page(interviews, filters=filters, **more), facts, today=TODAY, **switches)


def words_of(state: TrendsState) -> str:
    """Return all that the sheets and the figures say."""

    def gather(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [text for one in value.values() for text in gather(one)]
        if isinstance(value, list | tuple):
            return [text for one in value for text in gather(one)]
        return []

    return "\n".join(gather([upper_sections(state), lower_sections(state)]))


def keys(state: TrendsState) -> list[str]:
    return [one["key"] for one in (*upper_sections(state), *lower_sections(state))]


@pytest.mark.parametrize(
    ("interviews", "facts", "stage", "link"),
    [
        pytest.param(0, JournalFacts(0, 0), "empty", "1_record.ipynb", id="nothing at all"),
        pytest.param(0, JournalFacts(2, 7), "unrated", "2_rate.ipynb", id="no score yet"),
        pytest.param(0, JournalFacts(2, 0), "unrated", "1_record.ipynb", id="no question yet"),
        pytest.param(1, JournalFacts(1, 0), "one", "1_record.ipynb", id="one"),
        pytest.param(4, JournalFacts(4, 0), "few", "1_record.ipynb", id="too early"),
        pytest.param(4, JournalFacts(4, 3), "few", "2_rate.ipynb", id="scores to give"),
        pytest.param(5, RATED, "many", "2_rate.ipynb", id="a trend"),
    ],
)
def test_the_first_screen_says_what_to_do_now(
    interviews: int, facts: JournalFacts, stage: str, link: str
) -> None:
    state = state_of(interviews, facts)
    assert state.stage == stage
    assert state.next_link.file == link
    first = upper_sections(state)[0]
    assert first["level"] == 1
    assert first["texts"][0] == state.lead[0]
    primary = [one for one in (*first["links"], *first.get("buttons", ())) if one.get("primary")]
    assert [one.get("notebook") for one in primary] == [link]


def test_an_empty_journal_teaches_and_offers_an_example() -> None:
    state = state_of(0, JournalFacts(0, 0))
    assert state.figures == ()
    assert "From two interviews on" in words_of(state)
    assert "example" in [one["name"] for one in upper_sections(state)[0]["buttons"]]
    assert keys(state) == ["lead", *(["strengths", "pair:0"] if state.strengths else []), "pages"]


def test_one_answer_without_a_score_is_counted_as_one() -> None:
    assert state_of(5, JournalFacts(5, 1)).lead[0].startswith("One answer has no score yet")
    assert state_of(5, JournalFacts(5, 1200)).lead[0].startswith("1,200 answers have no score yet")


def test_below_five_the_page_says_from_when_on() -> None:
    assert "Too early for a trend. After five interviews we can look." in words_of(state_of(3))


def test_strengths_come_first_then_the_same_question_then_and_now() -> None:
    assert keys(state_of())[:3] == ["lead", "strengths", "pair:0"]


def test_then_and_now_stand_side_by_side_with_their_scores() -> None:
    (pair,) = state_of().pairs
    assert pair.heading == "Why this employer"
    assert pair.then.title == "Then: Northgate Hospital, round 1, Wednesday 4 March"
    assert (pair.then.score, pair.now.score) == ("Your score: 2 of 5", "Your score: 4 of 5")
    section = upper_sections(state_of())[2]
    assert section["layout"] == "side"
    assert len(section["lines"]) == 2


def test_long_answers_are_cut_and_can_be_read_whole() -> None:
    long = ThenAndNow("", "", asked(answer="word " * 200), asked(None, answer=""))
    state = state_of(then_and_now=(long,))
    (pair,) = state.pairs
    assert len(pair.then.answer) <= ANSWER_AT_MOST
    assert pair.then.whole == "word " * 200
    assert (pair.now.answer, pair.now.whole) == ("(no answer written down)", "")
    assert pair.heading == "Why here?"
    then, now = upper_sections(state)[2]["lines"]
    assert then["more"]["texts"] == ["word " * 200]
    assert "more" not in now
    assert "texts" not in now


def test_the_page_does_not_drown_in_pairs() -> None:
    one = ThenAndNow("t", "Topic", asked(), asked())
    state = state_of(then_and_now=(one,) * 5)
    assert len(state.pairs) == PAIRS_AT_MOST
    headings = [s.get("heading") for s in upper_sections(state) if s["key"].startswith("pair")]
    assert headings == ["The same question, then and now", None]


def test_the_number_of_looks_is_stated() -> None:
    assert "looks at 6 trends at once" in words_of(state_of())
    assert "looks at one trend" in words_of(state_of(look_count=1))
    assert state_of(look_count=0).looks == ""
    assert state_of(3).looks == ""


def test_a_single_rejection_is_explained() -> None:
    sure = next(one for one in lower_sections(state_of()) if one["key"] == "sure")
    assert sure["more"]["summary"] == "One rejection says little. Why?"
    assert "one in three" in sure["more"]["texts"][0]


def test_hidden_scores_leave_words_and_no_digit_of_a_score() -> None:
    state = state_of(hides_scores=True)
    text = words_of(state)
    assert "It was fine." in text
    assert not re.search(r"\b[1-5](\.\d)? of 5|3\.5|Your score", text)
    assert "Show scores" in text
    assert "Hide scores" not in text


def test_scores_can_be_hidden_where_there_are_any() -> None:
    assert "Hide scores" in words_of(state_of())
    assert "Hide scores" not in words_of(state_of(0, JournalFacts(2, 3)))
    assert "Show scores" in words_of(state_of(0, JournalFacts(2, 3), hides_scores=True))


def test_filters_that_leave_nothing_can_be_cleared() -> None:
    state = state_of(0, filters=Filters(company="Osprey"), strengths=(), then_and_now=())
    assert state.stage == "nothing fits"
    first = upper_sections(state)[0]
    assert (first["buttons"][0]["name"], first["buttons"][0]["primary"]) == ("clear", True)
    assert "links" not in first
    assert state.narrowed == "Only: Osprey."


def test_the_example_is_marked_and_can_be_left() -> None:
    state = state_of(is_sample=True)
    assert keys(state)[0] == "example"
    assert "pages" not in keys(state)
    assert "Back to my journal" in words_of(state)
    alone = upper_sections(state, can_leave=False)[0]
    assert "buttons" not in alone


def test_what_has_no_score_is_counted_once_an_answer(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "j")
    now = journal.now()
    job = journal.add(Application(company="Northgate"))
    held = journal.add(Interview(application_id=job.id, held_on=now.date(), account="We talked."))
    journal.add(Interview(application_id=job.id, held_on=now.date(), round=2))
    one, two, three = (
        journal.add(Answer(interview_id=held.id, position=at, question="Why?")) for at in (1, 2, 3)
    )
    for answer, more in (
        (one, {}),
        (one, {"blind": True}),
        (two, {"criterion": "structure"}),
        (two, {"target": "better"}),
        (three, {"rater": "Sam"}),
    ):
        rating = {"answer_id": answer.id, "score": 3, "rated_at": now, **more}
        journal.add(Rating.model_validate(rating))
    assert journal_facts(journal) == JournalFacts(written_count=1, unrated_count=2)


def test_the_made_up_journal_is_rated_throughout(tmp_path: Path) -> None:
    journal = trend_journal(tmp_path / "j", 6)
    assert journal_facts(journal) == JournalFacts(written_count=6, unrated_count=0)
