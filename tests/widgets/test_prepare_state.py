"""What the preparing panel computes: the next answer in a swap, the place, the facts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from interview_journal.api.opening import open_journal
from interview_journal.widgets.prepare_facts import FactsOfJournal
from interview_journal.widgets.prepare_handing import briefing_file_name
from interview_journal.widgets.prepare_place import (
    PreparePlace,
    keep_prepare_place,
    read_prepare_place,
)
from interview_journal.widgets.prepare_sections import head_sections
from interview_journal.widgets.prepare_state import next_swap, prepare_state
from interview_journal.widgets.tonight_rehearsal import rehearsal_line
from interview_journal.widgets.tonight_sections import lower_sections
from interview_journal.widgets.tonight_state import tonight_state

if TYPE_CHECKING:
    from pathlib import Path

    from tests.widgets.preparing import Morning

IDS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(choices=IDS, count=st.integers(0, 3), position=st.integers(-1, 4))
def test_a_swap_keeps_the_others_and_never_picks_one_twice(
    choices: list[str], count: int, position: int
) -> None:
    picked = tuple(choices[:count])
    swapped = next_swap(picked, choices, position)
    assert len(swapped) == len(picked) == len(set(swapped))
    assert all(
        a == b for at, (a, b) in enumerate(zip(picked, swapped, strict=True)) if at != position
    )


@given(choices=IDS.filter(lambda ids: len(ids) > 3))
def test_swaps_go_through_every_choice(choices: list[str]) -> None:
    picked, seen = tuple(choices[:3]), set()
    for _ in range(len(choices) - 2):
        seen.add(picked[1])
        picked = next_swap(picked, choices, 1)
    assert seen == set(choices) - {choices[0], choices[2]}
    assert picked == tuple(choices[:3])


def test_a_pick_that_is_no_choice_gives_way_to_the_first_one() -> None:
    assert next_swap(["z"], ["a", "b"], 0) == ("a",)


def test_the_place_is_kept_and_read_back(tmp_path: Path) -> None:
    journal = open_journal(tmp_path / "j")
    assert read_prepare_place(journal) == PreparePlace()
    place = PreparePlace(
        interview_id="i_1",
        swapped=("a_3",),
        queue=("a_1", "a_2"),
        done=("a_1",),
        is_rehearsing=True,
    )
    keep_prepare_place(journal, place)
    assert read_prepare_place(journal) == place
    journal.drafts.keep("prepare-place", {"done": "a_9", "is_rehearsing": "yes"})
    assert read_prepare_place(journal) == PreparePlace()


def test_facts_are_read_once_until_something_changes(morning: Morning) -> None:
    answers = morning.fill()
    journal = morning.journal()
    facts = FactsOfJournal(journal)
    list(facts.work())
    first = facts.of(PreparePlace())
    assert facts.of(PreparePlace()) is first
    journal.revise(answers[0], note="Shy.")
    assert facts.of(PreparePlace()) is not first
    assert facts.pick(PreparePlace(), "a_none") is None
    assert FactsOfJournal(open_journal(morning.folder / "no")).pick(PreparePlace(), "a") is None


def test_while_answers_are_compared_the_page_says_so(morning: Morning) -> None:
    morning.fill()
    facts = FactsOfJournal(morning.journal()).of(PreparePlace())
    state = prepare_state(facts, PreparePlace(), is_reading=True)
    assert state.is_reading
    assert facts.briefing is not None
    assert briefing_file_name(facts.briefing, "briefing") == "northgate-hospital-round-2.html"


def test_tonight_names_the_answers_to_rehearse_and_leads_there(morning: Morning) -> None:
    morning.fill()
    journal = morning.journal()
    state = tonight_state(journal, now=journal.now())
    assert state.rehearsal is not None
    assert state.rehearsal.text == "Rehearse one answer for Northgate Hospital"
    assert state.rehearsal.why == "Ten minutes. The round is tomorrow, Thursday 5 March."
    told = json.dumps(lower_sections(state))
    assert "5_prepare.ipynb" in told
    assert "Nothing to do tonight" not in told


def test_tonight_asks_for_no_rehearsal_without_a_round_or_after_today_s(morning: Morning) -> None:
    first, *_ = morning.fill()
    journal = morning.journal()
    panel = morning.panel()
    panel.press("rehearse one", first.id)
    morning.press(panel, "grade", grade=5)
    journal.refresh()
    assert rehearsal_line(journal, journal.now()) is None


def test_the_head_says_when_where_and_with_whom(morning: Morning) -> None:
    morning.fill()
    journal = morning.journal()
    page = prepare_state(FactsOfJournal(journal).of(PreparePlace()), PreparePlace())
    assert page.where == ""
    coming = journal.interviews[-1]
    journal.revise(coming, place="At https://call.example.org/9\n<b>now</b>")
    page = prepare_state(FactsOfJournal(journal).of(PreparePlace()), PreparePlace())
    assert page.where == "Where: At https://call.example.org/9 <b>now</b>"
    when, where, who = head_sections(page)[0]["texts"]
    assert when.startswith("Tomorrow")
    assert [part["link"] for part in where] == ["", "https://call.example.org/9", ""]
    assert "".join(part["text"] for part in where) == page.where
    assert who.startswith("With Ana Silva")
