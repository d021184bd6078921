"""Where a sentence ends."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I left. We met Dr. Li.", ["I left.", "We met Dr. Li."]),
        ("I left . We met.", ["I left .", "We met."]),
        (". We met.", [".", "We met."]),
        ("It cost 4.5 million! Did it?", ["It cost 4.5 million!", "Did it?"]),
        ("I had to say no. I never took minutes.", ["I had to say no.", "I never took minutes."]),
        ("No. I never did.", ["No.", "I never did."]),
        ("It is bus no. 4 from there.", ["It is bus no. 4 from there."]),
    ],
)
def test_a_sentence_ends_where_nothing_is_shortened(text: str, sentences: list[str]) -> None:
    assert [one.text for one in split_sentences(text)] == sentences
