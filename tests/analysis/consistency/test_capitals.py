"""Words with a capital letter inside a sentence, found the quick way and the plain one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis.consistency.reading import capitalised_in, read_answer

PIECES = st.sampled_from(
    [
        "I",
        "We",
        "Ana",
        "met",
        "d'Or",
        "O'Neil's",
        "Émile",
        "ǅ",
        "1A",
        "a_B",
        ". ",
        " ",
        "'",
        "; ",
        "\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join)))
def test_no_name_is_missed(text: str) -> None:
    # The plain way: whatever a reading takes for a name that is not the first word of a sentence.
    names = {name for reading in read_answer(text) for name in reading.names}
    assert names == set(capitalised_in(text))


def test_what_begins_a_sentence_or_is_no_name_is_left_out() -> None:
    assert list(capitalised_in("We met. I said so. Then we left.")) == []
    assert list(capitalised_in("We met Ünal.")) == ["ünal"]
