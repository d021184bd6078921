"""What is found in notes: by example (notes_examples.toml), and for any text at all."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from interview_journal.importing.notes import NotesDraft, parse_notes

_EXAMPLES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("notes_examples.toml").read_text(encoding="utf-8")
)["examples"]


@pytest.mark.parametrize(
    "example", [pytest.param(example, id=example["name"]) for example in _EXAMPLES]
)
def test_questions_and_answers_are_found(example: dict[str, Any]) -> None:
    draft = parse_notes(example["text"])
    assert [[item.question, item.answer] for item in draft.items] == example["found"]
    assert draft.rest == example["rest"]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Why did you leave?", False),
        ("She asked why I left.", True),
        ("I was asked about pay.", True),
        ('He asked, "Why did you leave?"', False),
    ],
)
def test_a_reported_question_says_so(text: str, reported: bool) -> None:
    assert [item.reported for item in parse_notes(text).items] == [reported]


@pytest.mark.parametrize(
    ("text", "asked_by"),
    [
        ("Priya asked me why I left.", "Priya"),
        ("Priya Shah asked me about pay.", "Priya Shah"),
        ("She asked me why I left.", ""),
        ("The panel asked me why I left.", ""),
        ("Anna: Why us?\nMe: The work.\nAnna: Good.", "Anna"),
        ("Interviewer: Why us?", ""),
        ("Salary: what do you expect?", ""),
    ],
)
def test_who_asked_is_kept_when_a_name_stands_there(text: str, asked_by: str) -> None:
    assert parse_notes(text).items[0].asked_by == asked_by


@pytest.mark.parametrize(
    "text",
    [
        "They said: fine by us.",
        "I said to Dr. Bo that it was late.",
        'She asked: "',
        "Q:",
        "Q1:\nA:",
    ],
)
def test_nothing_is_made_of_nothing(text: str) -> None:
    assert parse_notes(text).items == ()
    assert parse_notes(text).rest == text


def test_a_label_that_stands_once_is_part_of_the_question() -> None:
    assert parse_notes("Salary: what do you expect?").items[0].question.startswith("Salary:")


_PIECES = st.sampled_from(
    [
        "Why do you want to leave?",
        "She asked me why I left and I said to grow.",
        "I asked them how big the team is.",
        "tell me about a time you failed",
        "Me: ",
        "Anna: ",
        "Q: ",
        "A: ",
        "They asked:",
        "My questions:",
        "Overall: fine.",
        "- ",
        "2) ",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "What happened?",
        "“Why us?”",
        "plain words. ",
        "\N{INVERTED QUESTION MARK}Por qu\N{LATIN SMALL LETTER E WITH ACUTE}? ",
        "\N{RIGHT-TO-LEFT OVERRIDE}",
        "? ",
    ]
)
_NOTES = st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=25).map("".join))


def _solid(text: str) -> str:
    return "".join(text.split())


def _between(text: str, draft: NotesDraft) -> list[str]:
    edges = [0, *(edge for item in draft.items for edge in (item.start, item.end)), len(text)]
    return [text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]


@given(_NOTES)
@example("Why do you want to leave?I asked them how big the team is.")
def test_nothing_is_lost_and_nothing_stands_twice(text: str) -> None:
    draft = parse_notes(text)
    assert draft.rest == "\n".join(piece for piece in _between(text, draft) if piece)
    spans = [(item.start, item.end) for item in draft.items]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@given(_NOTES)
def test_a_span_slices_to_its_question_and_answer(text: str) -> None:
    for item in parse_notes(text).items:
        whole = _solid(text[item.start : item.end])
        question, answer = _solid(item.question), _solid(item.answer)
        assert question
        before, _, after = whole.partition(question)
        assert after.endswith(answer)
        # What stands in neither is a list mark, a label, "she asked me", or a joining word.
        assert len(before) <= 200
        assert len(after) - len(answer) <= 60


@given(_NOTES)
def test_equal_text_gives_equal_drafts(text: str) -> None:
    assert parse_notes(text) == parse_notes(text)


_HOSTILE = {
    "one word": "x" * 1_000_000,
    "words without a stop": "word " * 200_000,
    "marks": "? " * 100_000,
    "marks in a run": "?" * 100_000 + "x",
    "marks of two kinds": "?!" * 50_000 + "x",
    "short questions": "Why you? " * 50_000,
    "closers": ("?" + ")" * 50) * 5_000 + "x",
    "deep bullets": "- " * 100_000,
    "empty bullets": "- \n" * 50_000,
    "stops": "." * 500_000 + "x",
    "asked": "asked me, she " * 50_000,
    "labels in a line": "Q: " * 50_000,
    "names": "Anna: \n" * 50_000,
    "direction marks": "\N{RIGHT-TO-LEFT OVERRIDE}?\N{POP DIRECTIONAL FORMATTING} " * 50_000,
    "white space": " " * 500_000 + "\n" * 500_000,
    "long sentences": ("why " + "do " * 150 + "?\n") * 1_000,
}


@pytest.mark.timeout(60)  # quadratic reading of these would take hours
@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in _HOSTILE.items()])
@pytest.mark.no_cover  # counting lines would take most of the time
def test_hostile_text_is_read_in_bounded_time_and_kept(text: str) -> None:
    draft = parse_notes(text)
    held = sum(item.end - item.start for item in draft.items) + len(draft.rest)
    # Only the white space between pieces may be gone.
    assert held >= len("".join(text.split()))
