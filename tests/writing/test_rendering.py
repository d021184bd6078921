"""A person's own template: it goes before ours, its mistakes are told, and it can do no harm."""

from __future__ import annotations

import pytest
from jinja2 import TemplateError

from interview_journal.core.outgoing import DRAFT_KINDS, template_name
from interview_journal.errors import TemplateMistakeError
from interview_journal.writing.drafting import draft_text
from interview_journal.writing.note_facts import NoteFacts
from interview_journal.writing.rendering import packaged_template, render

NAME = template_name("thank-you note")
FACTS = NoteFacts(to_first="Ana", me="Jo", company="Osprey", why_role="{{ 7 * 7 }} {% raw %}")


def drafted(source: str) -> str:
    return draft_text("thank-you note", FACTS, templates={NAME: source}).text


def test_the_persons_own_template_goes_before_ours() -> None:
    own = 'Subject: Hello\n\nHi {{ to_first }},\nthanks.\n\n{{ br }}{{ role or "[role]" }}\n'
    draft = draft_text("thank-you note", FACTS, templates={NAME: own})
    assert (draft.subject, draft.text) == ("Hello", "Hi Ana, thanks.\n\n[role]")
    assert draft.gaps[0].words == "[role]"


def test_a_template_can_use_ours_for_greeting_and_ending() -> None:
    own = (
        '{% import "letter.txt.j2" as letter with context %}\nSubject: Hi\n\n{{ letter.signed() }}'
    )
    assert drafted(own).endswith(",\nJo")


def test_the_shared_letter_can_be_the_persons_own() -> None:
    letter = packaged_template("letter.txt.j2").replace("Kind regards", "Cheers")
    text = draft_text("thank-you note", FACTS, templates={"letter.txt.j2": letter}).text
    assert text.endswith("Cheers,\nJo")


def test_words_that_look_like_a_template_stay_words() -> None:
    assert "{{ 7 * 7 }} {% raw %}" in draft_text("thank-you note", FACTS).text


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("Subject: a\n\n{% if %}", 3, "Expected an expression"),
        ("Subject: a\n\nok\n{{ to_frist }}", 4, "to_frist"),
        ("Subject: a\n{{ to_first", 2, "unexpected end"),
        ("Dear {{ to_first }}", 1, "begins with"),
        ('Subject: {{ role or "[role]" }}\n\nx', 1, "gap"),
        ("Subject: a\n\n{{ 1 / 0 }}", 3, "ZeroDivisionError"),
        ("Subject: a\n{{ nothing | no_filter }}", 2, "no_filter"),
        ('Subject: a\n{% include "no_such" %}', 2, "no_such"),
        ("Subject: a\n\n{{ pick() }}", 3, "ZeroDivisionError"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(source: str, line: int, words: str) -> None:
    with pytest.raises(TemplateMistakeError) as caught:
        drafted(source)
    assert (caught.value.file, caught.value.line) == (NAME, line)
    assert words in str(caught.value)
    assert f"templates/{NAME} line {line}: " in str(caught.value)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ pick.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ 'x' * 1000000000 }}",
        "{{ 10 ** 100000000 }}",
        "{{ 70000 * 70000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{% for one in range(1000000000) %}x{% endfor %}",
        "{% do bullets.__code__ %}",
        '{% include "../word_lists.py" %}',
        '{% import "/etc/passwd" as x %}',
        "{{ requirements.append(1) }}",
    ],
)
def test_a_template_reaches_nothing_but_its_facts(source: str) -> None:
    with pytest.raises(TemplateMistakeError):
        drafted(f"Subject: a\n\n{source}")


def test_small_sums_are_allowed() -> None:
    assert drafted("Subject: a\n\n{{ 6 * 7 }} {{ 7 % 4 }}") == "42 3"


def test_a_mistake_of_ours_is_never_blamed_on_the_person() -> None:
    with pytest.raises(TemplateError):
        render(NAME, {}, {})


@pytest.mark.parametrize("kind", DRAFT_KINDS)
def test_every_kind_has_its_template_and_its_first_line_is_the_subject(kind: object) -> None:
    source = packaged_template(template_name(kind))  # type: ignore[arg-type]
    lines = [line for line in source.splitlines() if not line.startswith("{")]
    assert lines[0].startswith("Subject: ")


@pytest.mark.parametrize("name", ["no_such.txt.j2", "../words.toml", "..\\words.toml", ""])
def test_only_templates_are_packaged_templates(name: str) -> None:
    with pytest.raises(KeyError):
        packaged_template(name)
