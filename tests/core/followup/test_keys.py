"""The names of due actions: one for each thing, for ever."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from interview_journal.core.choices import ACTION_KINDS
from interview_journal.core.followup.keys import action_key
from interview_journal.core.identity import ID_PATTERN

IDS = st.from_regex(ID_PATTERN, fullmatch=True).filter(lambda text: len(text) < 20)
KINDS = st.sampled_from(list(ACTION_KINDS))


def test_every_kind_has_a_stem_of_its_own() -> None:
    assert len({action_key(kind) for kind in ACTION_KINDS}) == len(ACTION_KINDS)


def test_the_stems_stand_as_they_were_first_kept() -> None:
    # What people did is kept under these: a changed one would bring it all back.
    assert [action_key(kind, "x") for kind in ACTION_KINDS] == [
        "write:x", "thank:x", "process:x", "news:x", "theirs:x", "mine:x", "ahead:x", "next:x",
        "consent:x", "tell:x", "thank_referee:x", "outcome:x", "reply:x", "offer:x", "others:x",
    ]  # fmt: skip


@given(KINDS, st.lists(IDS, max_size=3), KINDS, st.lists(IDS, max_size=3))
def test_two_things_never_share_a_key(
    kind: str, about: list[str], other_kind: str, other_about: list[str]
) -> None:
    same = action_key(kind, *about) == action_key(other_kind, *other_about)  # type: ignore[arg-type]  # drawn
    assert same == ((kind, about) == (other_kind, other_about))
