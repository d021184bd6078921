"""Portions of a work that two workers share: each is done once, and used in order."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from interview_journal.api import portions as module
from interview_journal.api.portions import Portions

if TYPE_CHECKING:
    import pytest


def fail() -> None:
    raise OSError


def test_the_other_worker_gets_two_at_a_time_from_the_first_one_on() -> None:
    shared = Portions(4)
    assert [shared.next_to_send(), shared.next_to_send()] == [0, 1]
    assert shared.next_to_come() == 0
    shared.bring(0, b"zero")
    assert shared.next_to_send() == 2
    assert shared.turn_of(0) is None
    assert shared.take(0) == b"zero"
    assert shared.take(0) is None


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def run_for(shared: Portions, clock: Clock, *, doing: float, using: float) -> None:
    """Let the other worker do two portions and begin two, and use both that are done."""
    for number in range(2):
        assert shared.next_to_send() == number
        clock.now += doing
        shared.bring(number, b"done")
    for number in range(2):
        assert shared.turn_of(number) is None
        assert shared.take(number) == b"done"
        clock.now += using
    assert [shared.next_to_send(), shared.next_to_send()] == [2, 3]


def test_who_would_wait_does_the_last_one_that_the_other_has_not_got() -> None:
    clock = Clock()
    shared = Portions(6, clock)
    run_for(shared, clock, doing=4, using=1)
    assert [shared.turn_of(2), shared.turn_of(2)] == [5, 4]
    shared.bring(2, b"two")
    assert shared.turn_of(2) is None
    assert shared.next_to_send() is None


def test_before_anything_is_known_nobody_waits() -> None:
    shared = Portions(4)
    assert [shared.next_to_send(), shared.next_to_send()] == [0, 1]
    assert [shared.turn_of(0), shared.turn_of(0)] == [3, 2]


def test_the_other_worker_is_waited_for_where_using_takes_longer() -> None:
    clock = Clock()
    shared = Portions(6, clock)
    run_for(shared, clock, doing=1, using=40)
    got: list[object] = []
    waiting = Thread(target=lambda: got.append(shared.turn_of(2)))
    waiting.start()
    waiting.join(0.05)
    assert waiting.is_alive()
    shared.bring(2, b"done")
    waiting.join(30)
    assert got == [None]


def test_what_nobody_has_begun_is_done_by_whoever_uses_it() -> None:
    shared = Portions(2)
    assert shared.turn_of(0) == 0
    assert shared.turn_of(0) is None
    assert shared.next_to_send() == 1


def test_nobody_waits_for_a_worker_that_is_gone() -> None:
    shared = Portions(3)
    assert shared.next_to_send() == 0
    with shared.ending():
        fail()
    assert shared.next_to_send() is None
    assert shared.next_to_come() is None
    assert [shared.turn_of(0), shared.take(0)] == [None, None]
    assert shared.turn_of(1) == 1


def test_the_other_worker_waits_until_what_it_did_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_DONE_AT_MOST", 1)
    shared = Portions(3)
    assert shared.next_to_send() == 0
    shared.bring(0, b"zero")
    sent: list[int | None] = []
    waiting = Thread(target=lambda: sent.append(shared.next_to_send()))
    waiting.start()
    waiting.join(0.05)
    assert waiting.is_alive()
    assert shared.take(0) == b"zero"
    waiting.join(30)
    assert sent == [1]


def test_who_waits_for_the_last_one_goes_on_when_it_comes() -> None:
    shared = Portions(1)
    assert shared.next_to_send() == 0
    got: list[object] = []
    waiting = Thread(target=lambda: got.extend([shared.turn_of(0), shared.take(0)]))
    waiting.start()
    waiting.join(0.05)
    assert waiting.is_alive()
    shared.bring(0, b"zero")
    waiting.join(30)
    assert got == [None, b"zero"]
