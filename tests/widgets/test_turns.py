"""Long work in turns: done at once where nobody waits, step by step where a page does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from interview_journal.widgets import turns
from interview_journal.widgets.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def short_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "AT_ONCE_SECONDS", 0)
    monkeypatch.setattr(turns, "TURN_SECONDS", 0)


def steps(seen: list[int], count: int = 4) -> Iterator[int]:
    for number in range(count):
        seen.append(number)
        yield number


def test_without_a_page_all_is_done_at_once() -> None:
    seen: list[int] = []
    ended: list[bool] = []
    work = Turns(on_end=lambda: ended.append(True))
    work.begin(steps(seen))
    assert (seen, work.is_done, ended) == ([0, 1, 2, 3], True, [])


def test_with_a_page_it_goes_on_in_turns_and_tells_its_end() -> None:
    seen: list[int] = []

    async def page() -> bool:
        ended = asyncio.Event()
        work = Turns(on_end=ended.set)
        work.begin(steps(seen))
        assert (seen, work.is_done) == ([0], False)
        await asyncio.wait_for(ended.wait(), 20)
        return work.is_done

    assert asyncio.run(page())
    assert seen == [0, 1, 2, 3]


def test_what_is_begun_later_takes_the_place_of_the_earlier() -> None:
    first: list[int] = []
    second: list[int] = []

    async def page() -> None:
        ended = asyncio.Event()
        work = Turns(on_end=ended.set)
        work.begin(steps(first, 50))
        work.begin(steps(second))
        await asyncio.wait_for(ended.wait(), 20)

    asyncio.run(page())
    assert first == [0]
    assert second == [0, 1, 2, 3]


def test_what_is_known_to_take_long_waits_for_the_page_where_there_is_one() -> None:
    seen: list[int] = []

    async def page() -> None:
        ended = asyncio.Event()
        work = Turns(on_end=ended.set)
        work.begin(steps(seen), at_once=False)
        assert (seen, work.is_done) == ([], False)
        await asyncio.wait_for(ended.wait(), 20)

    asyncio.run(page())
    assert seen == [0, 1, 2, 3]
    work = Turns(on_end=lambda: None)
    work.begin(steps(seen), at_once=False)
    assert work.is_done
