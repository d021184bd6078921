"""The statements of an answer in little room: nothing of them is lost."""

from __future__ import annotations

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.analysis.consistency.polarity import read_statements
from interview_journal.analysis.consistency.reading import read_answer
from interview_journal.analysis.consistency.statements import Statements

WORDS = (
    "I we never not yet without used Java payroll would love hate remote office , . ? people with "
    "asked nobody hope though shrinking vegan"
)
SOUP = st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join)


@settings(max_examples=100, deadline=None)
@given(SOUP)
def test_what_was_put_away_comes_out_the_same(text: str) -> None:
    said = read_statements(read_answer(text))
    kept = Statements.of(said)
    assert list(kept) == said
    assert [kept[place] for place in range(len(kept))] == said
    assert [frozenset(kept.words(place)) for place in range(len(kept))] == [
        one.content for one in said
    ]
    claimed = [one for one in said if not one.is_question]
    assert kept.told() == frozenset().union(*(one.content for one in said))
    assert kept.affirmed() == frozenset().union(*(one.affirmed for one in claimed))
    assert kept.denied() == frozenset().union(*(one.denied for one in claimed))
    assert [(frozenset(one.affirmed), frozenset(one.denied)) for one in kept.sides()] == [
        (one.affirmed, one.denied) for one in claimed
    ]
    assert [(place, frozenset(words)) for place, words in kept.nevers()] == [
        (place, one.denied)
        for place, one in enumerate(said)
        if one.has_never and one.denies_self and not one.is_question
    ]
    sent = pickle.loads(pickle.dumps(kept))  # noqa: S301 - just written
    assert (sent, list(sent)) == (kept, said)


def test_statements_are_a_sequence_like_any_other() -> None:
    said = read_statements(read_answer("I used Java. I never used Scala."))
    kept, again = Statements.of(said), Statements.of(said)
    assert kept[-1] == said[-1] == again[-1]
    assert kept[:1] == said[:1] == again[:1]
    assert kept == again
    assert hash(kept) == hash(again)
    assert kept != Statements.of(said[:1])
    assert kept != said
    assert repr(kept) == "<2 statements>"
