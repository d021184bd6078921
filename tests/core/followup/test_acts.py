"""One word on each key: the newest, and of two in one second the one that settles it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.choices import ACTION_STATUS
from interview_journal.core.followup.acts import CLOSING, newest_words, told_of_offer
from interview_journal.core.records import Action

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def word(status: str, minutes: int, name: str = "t_1") -> Action:
    made = Action(id=name, key="a", status=status)  # type: ignore[arg-type]  # drawn
    return made.as_saved(revision=1, saved_at=NOON + timedelta(minutes=minutes))


def test_the_newest_word_counts() -> None:
    found = newest_words([word("snoozed", 5), word("done", 3, "t_2")])
    assert found["a"].status == "snoozed"


def test_of_two_in_one_second_the_one_that_settles_it_counts() -> None:
    for order in ([word("done", 3), word("open", 3, "t_2")], [word("open", 3), word("done", 3)]):
        assert newest_words(order)["a"].status == "done"


def test_a_word_that_was_never_saved_is_the_oldest() -> None:
    assert newest_words([word("done", 0), Action(key="a", status="open")])["a"].status == "done"


@given(st.lists(st.tuples(st.sampled_from(sorted(ACTION_STATUS)), st.integers(0, 3)), min_size=1))
def test_the_order_of_the_rows_has_no_say(told: list[tuple[str, int]]) -> None:
    words = [word(status, at, f"t_{place}") for place, (status, at) in enumerate(told)]
    found = newest_words(words)["a"]
    assert newest_words(words[::-1])["a"] == found
    newest = max(at for _, at in told)
    settles = any(status in CLOSING and at == newest for status, at in told)
    assert (found.status in CLOSING) == settles


def test_when_a_company_was_told_of_an_offer_is_the_last_time() -> None:
    tellings = [
        Action(
            key=f"others:p_{won}:p_b:offer",
            kind="tell another company",
            application_id="p_b",
            status="done",
            done_at=NOON + timedelta(days=won),
        )
        for won in (2, 1)
    ]
    others = [Action(key="thank:i:n", kind="thank-you note", status="done", done_at=NOON)]
    assert told_of_offer([*tellings, *others]) == {"p_b": NOON + timedelta(days=2)}


def test_a_telling_without_a_moment_is_none() -> None:
    bare = Action(key="others:p_a:p_b:offer", kind="tell another company", status="done")
    assert told_of_offer([bare]) == {}
