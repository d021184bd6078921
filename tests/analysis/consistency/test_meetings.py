"""Which answers differ from which: the later one holds how, the earlier one by whom it is met."""

from __future__ import annotations

from interview_journal.analysis.consistency.meetings import (
    NO_MEETINGS,
    Meeting,
    Meetings,
    MeetingsOfAll,
)

COUNT, DATE = Meeting(0, 0, 1), Meeting(0, 1, 0)


def some(level: float, *meetings: Meeting) -> Meetings:
    return Meetings.of(dict.fromkeys(meetings, level))


def three() -> MeetingsOfAll:
    met = MeetingsOfAll()
    met.keep("c", {"a": some(0.5, COUNT), "b": some(0.75, COUNT, DATE)})
    met.keep("b", {"a": some(0.5, COUNT)})
    return met


def test_both_answers_of_a_pair_know_each_other() -> None:
    met = three()
    assert list(met) == ["c", "b"]
    assert dict(met.earlier_than("c")) == {"a": some(0.5, COUNT), "b": some(0.75, COUNT, DATE)}
    assert list(met.later_than("a")) == ["c", "b"]
    assert met.between("c", "b") == some(0.75, COUNT, DATE)
    assert met.between("a", "b") == NO_MEETINGS
    assert sorted(met.levels()) == [32, 32, 48]
    assert list(met.later_than("c")) == []


def test_equal_meetings_are_one_object() -> None:
    met = three()
    assert met.between("c", "a") is met.between("b", "a")


def test_what_is_kept_anew_takes_the_place_of_what_was() -> None:
    met = three()
    met.keep("c", {"a": some(0.9, DATE)})
    assert met.between("c", "a") == some(0.9, DATE)
    assert list(met.later_than("a")) == ["c", "b"]


def test_a_pair_that_no_longer_differs_is_forgotten() -> None:
    met = three()
    met.keep("c", {"a": NO_MEETINGS})
    met.keep("b", {"a": NO_MEETINGS})
    assert list(met) == ["c"]
    assert list(met.later_than("a")) == []


def test_a_forgotten_answer_differs_from_none() -> None:
    met = three()
    met.forget("b")
    assert dict(met.earlier_than("c")) == {"a": some(0.5, COUNT)}
    assert list(met.later_than("a")) == ["c"]
    met.forget("a")
    met.forget("a")
    assert list(met) == []
