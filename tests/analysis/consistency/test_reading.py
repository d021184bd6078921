"""A sentence taken apart: words, clauses, whose it is and how it is meant."""

from __future__ import annotations

import pytest

from interview_journal.analysis.consistency.lexicon import content_class, exact_words, lexicon
from interview_journal.analysis.consistency.reading import Reading, read_answer
from interview_journal.analysis.consistency.sentences import (
    SENTENCE_AT_MOST,
    split_clauses,
    split_sentences,
)
from interview_journal.analysis.consistency.words import read_words, root_of


def reading(said: str, asked: str = "") -> Reading:
    return read_answer(said, asked)[0]


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("I led 5 people.", "me"),
        ("We are 5.", "me"),
        ("You had 5.", "you"),
        ("They had 5.", "they"),
        ("My youngest is 5.", "youngest"),
        ("My old team has 5.", "team"),
        ("It was my 5 crew.", "they"),
        ("For us it was 5.", "me"),
        ("Five came.", ""),
        ("In my 5", "5"),
        ("Give my", ""),
    ],
)
def test_whose_clause_it_is(said: str, subject: str) -> None:
    one = reading(said)
    place = one.numbers[0].start if one.numbers else one.sentence.end - 1
    assert one.subject_at(place) == (subject if one.numbers else "me")


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("I earn 5.", "is"),
        ("I had 5.", "was"),
        ("I want 5.", "wants"),
        ("I would want 5.", "wants"),
        ("I would take 5.", "if"),
        ("Do I want 5?", "if"),
    ],
)
def test_how_a_number_is_meant(said: str, stance: str) -> None:
    one = reading(said)
    assert one.stance_at(one.numbers[0].start) == stance


def test_a_place_outside_of_every_clause_belongs_to_the_sentence() -> None:
    one = reading("We are five, all told.")
    assert one.clause_at(900) == (0, 22)
    assert one.clause_at(8) == (0, 12)


def test_a_negator_denies_what_follows_in_its_clause() -> None:
    one = reading("I never had 5 shops, and 6 vans.")
    assert [one.is_negated_at(number.start) for number in one.numbers] == [True, False]


def test_names_stand_with_a_capital_letter_inside_a_sentence() -> None:
    first, second = read_answer("Acme was small. I liked Acme and Ana, I did.")
    assert first.names == {"acme"}
    assert second.names == {"acme", "ana"}
    assert read_answer("Acme was small.", known_names=frozenset({"acme"}))[0].names == {"acme"}
    assert read_answer("Acme was small.")[0].names == frozenset()


def test_the_question_says_what_is_spoken_of() -> None:
    assert reading("Three.", "How many shops do you have? And vans?").asked >= {"site", "van"}
    assert reading("Three.").asked == frozenset()


def test_content_leaves_numbers_and_a_part_out() -> None:
    one = reading("Five tired nurses left the clinic.")
    end = one.sentence.end
    assert one.content(0, end) == one.about == {"tir", "nurse", "quit", "clinic"}
    assert one.content(0, end, but=(5, 17)) == {"quit", "clinic"}
    assert one.texts(5, 17) == {"tired", "nurses"}
    assert ("nurse", "quit") in one.modifiers()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I don't, she isn’t.", ["i", "do", "not", "she", "is", "not"]),
        ("I cant and wont.", ["i", "can", "not", "and", "will", "not"]),
        ("Can't! n't", ["can", "not", "not"]),
        ("I'm, you're, we've, he'll, it's", "i am you are we have he will it is".split()),  # noqa: SIM905 - one line says it
        ("Ana's o'clock", ["ana", "o'clock"]),
        ("I'd gone, I'd really walked", ["i", "had", "gone", "i", "had", "really", "walked"]),
        ("I'd go, I'd come", ["i", "would", "go", "i", "would", "come"]),
        ("under_score x2 é", ["under", "score", "x2", "é"]),
    ],
)
def test_short_forms_are_written_out(text: str, words: list[str]) -> None:
    assert [word.text for word in read_words(text)] == words


@pytest.mark.parametrize(
    ("words", "root"),
    [
        ("manage manages managed managing", "manag"),
        ("company companies", "company"),
        ("study studied studies", "study"),
        ("class classes", "class"),
        ("box boxes", "box"),
        ("child children", "child"),
        ("sell sells selling", "sell"),
        ("plan planned planning", "plan"),
        ("bus", "bus"),
        ("as", "as"),
        ("café", "café"),
    ],
)
def test_inflections_share_a_root(words: str, root: str) -> None:
    assert {root_of(word) for word in words.split()} == {root}


def test_every_word_stands_where_it_says() -> None:
    text = "  We don't know; Ana’s 5 people – 80k!"
    for word in read_words(text, 10):
        assert text[word.start - 10 : word.end - 10].lower()[:1] in (word.text[0], "d")


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Li, e.g. 4.5 of them.", ["Dr. Li, e.g. 4.5 of them."]),
        ("One\n\nTwo; three", ["One", "Two;", "three"]),
        ('He said "no." Then…', ['He said "no."', "Then…"]),
        ("Wait...what?! Yes", ["Wait...what?!", "Yes"]),
        ("  ", []),
    ],
)
def test_sentences_end_where_they_end(text: str, sentences: list[str]) -> None:
    found = split_sentences(text)
    assert [one.text for one in found] == sentences
    assert all(text[one.start : one.end] == one.text for one in found)


def test_speech_without_a_stop_is_cut_between_words() -> None:
    found = split_sentences("word " * 500)
    assert max(len(one.text) for one in found) <= SENTENCE_AT_MOST
    assert all(one.text.startswith("word") and one.text.endswith("word") for one in found)
    assert len(split_sentences("x" * 1_500)) == 3


def test_clauses_end_at_commas_but_not_in_numbers() -> None:
    [sentence] = split_sentences("I earn 50,000, but she (Ana) earns more because - well.")
    clauses = [sentence.text[begin:end].strip() for begin, end in split_clauses(sentence)]
    assert clauses[0] == "I earn 50,000,"
    assert "Ana)" in clauses


def test_the_word_lists_are_there_and_are_used() -> None:
    known = lexicon()
    assert known.class_of("salary") == "pay"
    assert known.heads_meet("person", "person")
    assert known.heads_meet("engineer", "person")
    assert not known.heads_meet("engineer", "nurse")
    assert known.months["sept"] == known.months["sep"] == 9
    assert all(exact_words(name) for name in known.exact)
    assert content_class("x") == content_class("5th") == content_class("the") == ""
