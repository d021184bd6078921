"""Who did it: the parts that verbs and nouns give, and when two of them differ."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.reading import read_answer
from interview_journal.analysis.consistency.role_parts import HELPED, LED, OTHERS, SHARED
from interview_journal.analysis.consistency.roles import RoleClaim, read_roles, roles_clash


def roles(said: str) -> list[RoleClaim]:
    return read_roles(read_answer(said))


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("I led the audit.", [LED]),
        ("I had to lead the audit.", [LED]),
        ("I went to lead the audit.", []),
        ("To lead is hard.", []),
        ("I had the lead.", []),
        ("It needs plant head approval.", []),
        ("It was head's word.", []),
        ("I head the lab.", [LED]),
        ("My lead was kind.", []),
        ("I did not lead the audit.", [OTHERS]),
        ("We led the audit.", [SHARED]),
        ("We wrote the audit.", []),
        ("I wrote the audit.", [LED]),
        ("It was Ana who led the audit.", [OTHERS]),
        ("I am the one who led the audit.", [LED]),
        ("Who led the audit is known.", [LED]),
        ("Priya wrote the audit.", [OTHERS]),
        ("She wrote the audit.", [OTHERS]),
        ("I really wrote the audit.", [LED]),
        ("I co led the audit.", [SHARED]),
        ("I led the audit together with Ana.", [SHARED]),
        ("I helped with the audit.", [HELPED]),
        ("We helped with the audit.", [HELPED]),
        ("Ana helped with the audit.", []),
        ("Helped with the audit and then led it.", [HELPED, LED]),
        ("It was, led by her.", []),
        ("I was the lead.", [LED]),
        ("I was in charge of it.", [LED]),
        ("Priya was the lead on it.", [OTHERS]),
        ("She was responsible for it.", [OTHERS]),
        ("It was the lead.", [OTHERS]),
        ("There it was responsible.", []),
        ("Was responsible for it.", []),
        ("The lead was with Ana.", [OTHERS]),
        ("The charge lay with Ana.", [OTHERS]),
        ("The charge was low.", []),
        ("I want to lead. I would lead.", []),
        ("Did you lead the audit?", []),
        ("The manager left, the assistant too.", []),
    ],
)
def test_which_part_is_told(said: str, parts: list[int]) -> None:
    assert [one.part for one in roles(said)] == parts


@pytest.mark.parametrize(
    ("one", "other", "around", "is_clash"),
    [
        ("I led the audit.", "I helped with the audit.", Circumstances(), True),
        ("I led the audit.", "I led the audit.", Circumstances(), False),
        ("We led the audit.", "I helped with the audit.", Circumstances(), False),
        ("I led the team.", "I helped the team.", Circumstances(), False),
        ("I wrote a poem.", "I helped with a poem.", Circumstances(), False),
        ("I wrote a poem.", "Ana wrote a poem.", Circumstances(), True),
        ("I wrote a poem.", "Ana wrote a poem.", Circumstances(anywhere=True), False),
        ("I wrote a poem.", "I helped with a poem.", Circumstances(same_question=True), True),
    ],
)
def test_which_parts_differ(one: str, other: str, around: Circumstances, *, is_clash: bool) -> None:
    [ours], [theirs] = roles(one), roles(other)
    assert bool(roles_clash(ours, theirs, around)) is is_clash
    assert roles_clash(ours, theirs, around) == roles_clash(theirs, ours, around)
