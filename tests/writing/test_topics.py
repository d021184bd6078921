"""One topic from a list of notes: the most telling that can be said to the person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from interview_journal.core.outgoing import find_gaps
from interview_journal.writing.phrasing import small_words
from interview_journal.writing.topics import Topic, pick_topic, turned_to
from tests.exporting.hostile import any_text

SMALL = small_words(["late pay coffee loves lists referees no-access"])


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("Late running, the new depot in the north.", "the new depot in the north"),
        ("How she plans; the wall with the magnets.", "the wall with the magnets"),
        ("The shift pattern, and whether I mind early starts.", "the shift pattern"),
        ("Pay, and how the desk is split", "how the desk is split"),
        ("Her neighbour's boiler; that nobody rings back.", "your neighbour's boiler"),
        ("She asked about the rota", "the rota"),
        ("We talked a lot about lists in drawers", "lists in drawers"),
        ("- Late running\n- Lists", "late running"),
        ("We had a long talk about late shifts", "late shifts"),
        ("The ward is moving; planners who have been on a job", "planners who have been on a job"),
        ("Their new system", "your new system"),
        ("日本語、新しい倉庫", "新しい倉庫"),
    ],
)
def test_the_most_telling_topic_is_taken(notes: str, words: str) -> None:
    assert pick_topic(notes, SMALL) in (Topic(words), Topic("日本語"))


def test_pay_and_dates_go_together_where_there_is_nothing_else() -> None:
    assert pick_topic("Pay band, start date.", SMALL) == Topic("pay band and start date", True)
    assert pick_topic("Salary", SMALL) == Topic("Salary", True)


@pytest.mark.parametrize(
    "notes",
    [
        "Referees: he may ring them.",
        "That nobody rings back",
        "She lives here",
        f"{'Pay and holidays and much else ' * 4}",
        "word " * 30,
        "The pay band of the post, the start date in May, and the leave that I booked long ago",
        "The ward is moving to a new building.",
        "Osprey will open a depot; people want it and they have to wait",
    ],
)
def test_what_cannot_be_said_as_it_stands_goes_into_a_gap(notes: str) -> None:
    topic = pick_topic(notes, SMALL)
    assert topic.words.startswith("[in your words, said to them: ")
    assert len(find_gaps(topic.words)) == 1


@pytest.mark.parametrize("notes", ["", "  \n", "n/a", "---"])
def test_without_notes_there_is_no_topic(notes: str) -> None:
    assert pick_topic(notes) == Topic()


def test_a_promise_is_said_to_the_person() -> None:
    assert turned_to("the link to their form") == "the link to your form"
    assert (
        turned_to("To send him the page") == "[in your words, said to them: To send him the page]"
    )


@settings(deadline=None)
@given(any_text)
def test_a_topic_is_one_line_with_at_most_one_gap(notes: str) -> None:
    words = pick_topic(notes).words
    assert words == " ".join(words.split())
    assert words.count("[") == words.count("]") == len(find_gaps(words)) <= 1
