"""Texts to send as values: their gaps are seen, and their words are counted."""

from __future__ import annotations

import pytest

from interview_journal.core.outgoing import DRAFT_KINDS, Draft, find_gaps, template_name


def note(text: str) -> Draft:
    return Draft(kind="thank-you note", tone="warm", subject="Thanks", text=text)


def test_gaps_are_found_where_they_stand() -> None:
    draft = note("Dear [name],\n\nthank you for [one thing].")
    assert [draft.text[slice(*gap.span)] for gap in draft.gaps] == ["[name]", "[one thing]"]


def test_gaps_are_no_words() -> None:
    assert note("Thank you for [one thing you talked about].").word_count == 4


@pytest.mark.parametrize("text", ["[]", "[over\ntwo lines]", "no [bracket", f"[{'x' * 201}]"])
def test_what_cannot_be_filled_is_no_gap(text: str) -> None:
    assert find_gaps(text) == ()


def test_every_kind_has_a_template_of_its_own_name() -> None:
    names = {template_name(kind) for kind in DRAFT_KINDS}
    assert len(names) == len(DRAFT_KINDS)
    assert all(name.endswith(".txt.j2") and " " not in name for name in names)
