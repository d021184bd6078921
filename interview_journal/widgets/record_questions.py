"""The questions of a round as the screen shows them: the list, the editor, what was said before.

The question comes first: it is the better cue for remembering the answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.core.catalogue import load_catalogue, similar_questions
from interview_journal.core.day_words import day_words
from interview_journal.core.records import Answer
from interview_journal.core.rounds import round_title
from interview_journal.widgets import fields as f
from interview_journal.widgets.round_contents import answers_of, people_met
from interview_journal.widgets.typed_values import column_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from interview_journal.core.view import JournalView

__all__ = [
    "QUESTION_FIELDS",
    "asked_before_rows",
    "question_editor",
    "question_rows",
    "renumbered",
    "topic_label",
    "topic_slug",
]

QUESTION_FIELDS: Final = ("question", "answer", "topic", "asked_by", "note")
NOT_TO_WRITE: Final = (
    "As you said it. Leave out what is confidential to others, and patients’ names."
)
ASKED_BEFORE: Final = "You were asked this before; here is what you said"
_BEFORE_AT_MOST: Final = 2
_LINE_AT_MOST: Final = 160
_SAID_AT_MOST: Final = 1200


def topic_label(slug: str) -> str:
    """Return a topic in plain words; a topic of the person's own is its own label.

    Example:
        >>> topic_label("notice"), topic_label("Boats")
        ('Notice period and start date', 'Boats')
    """
    known = load_catalogue().topic(slug)
    return slug if known is None else known.label


def topic_slug(words: str) -> str:
    """Return what is stored for a topic as the person sees it.

    Example:
        >>> topic_slug("notice period and start date"), topic_slug(" Boats ")
        ('notice', 'Boats')
    """
    wanted = words.strip().casefold()
    for topic in load_catalogue().topics:
        if topic.label.casefold() == wanted:
            return topic.slug
    return words.strip()


def question_rows(view: JournalView, interview_id: str) -> list[f.Row]:
    """Return the questions of a round, each with its buttons."""
    answers = answers_of(view, interview_id)
    names = {person.id: person.name for person in view.people}
    last = len(answers) - 1
    return [
        _row(answer, number, names, is_first=number == 0, is_last=number == last)
        for number, answer in enumerate(answers)
    ]


def _row(
    answer: Answer, number: int, names: dict[str, str], *, is_first: bool, is_last: bool
) -> f.Row:
    title = _shortened(answer.question) or "(no question yet)"
    about = [topic_label(answer.topic) if answer.topic else "", names.get(answer.asked_by, "")]
    said = _shortened(answer.answer) or "No answer written yet."
    buttons = [
        f.button("edit", "Edit", title=f"Edit: {title}"),
        *([] if is_first else [f.button("up", "Up", title=f"Move up: {title}")]),
        *([] if is_last else [f.button("down", "Down", title=f"Move down: {title}")]),
        f.button("remove", "Remove", title=f"Remove: {title}"),
    ]
    lines = [said, " · ".join(part for part in about if part)]
    return f.row(
        answer.id, f"{number + 1}. {title}", lines=[one for one in lines if one], buttons=buttons
    )


def question_editor(view: JournalView, interview_id: str) -> list[f.Field]:
    """Return the fields of one question, what was said before right below it."""
    question, answer = column_of(Answer, "question"), column_of(Answer, "answer")
    asked, note = column_of(Answer, "asked_by"), column_of(Answer, "note")
    people = {person.id: person.name for person in people_met(view, interview_id)}
    who = [f.choice("asked_by", asked.label, people, skip="Not sure")] if people else []
    topics = [topic.label for topic in load_catalogue().topics]
    return [
        f.long("question", question.label, hint=question.help, rows=2),
        f.rows("before", ""),
        f.long("answer", answer.label, hint=NOT_TO_WRITE, rows=6),
        f.line("topic", "Topic", hint="Suggested for you; change it freely.", options=topics),
        *who,
        f.long("note", note.label, hint=note.help, rows=2),
    ]


def asked_before_rows(
    view: JournalView, question: str, interview_id: str, *, today: date
) -> list[f.Row]:
    """Return what was said when the same was asked in another round, the likest first."""
    earlier = [one for one in view.answers if one.interview_id != interview_id and one.question]
    if not question.strip() or not earlier:
        return []
    found = similar_questions(question, [one.question for one in earlier])
    rounds = {one.id: one for one in view.interviews}
    applications = {one.id: one for one in view.applications}
    rows = []
    for place_among, _score in found[:_BEFORE_AT_MOST]:
        one = earlier[place_among]
        held = rounds.get(one.interview_id)
        if held is None:
            continue
        place = round_title(held, applications.get(held.application_id))
        said = one.better_answer or one.answer or "You wrote no answer down."
        lines = [f"“{_shortened(one.question)}”", _cut(said, _SAID_AT_MOST)]
        when = day_words(held.held_on, today=today)
        rows.append(f.row(one.id, f"{ASKED_BEFORE} ({place}, {when}):", lines=lines))
    return rows


def renumbered(answers: Sequence[Answer], moved: str, step: int) -> dict[str, int]:
    """Return the new positions after one answer moved by ``step``; only those that change.

    Example:
        >>> one = Answer(id="a_1", interview_id="i_1", position=1)
        >>> two = Answer(id="a_2", interview_id="i_1", position=2)
        >>> renumbered([one, two], "a_2", -1)
        {'a_2': 1, 'a_1': 2}
    """
    order = list(answers)
    place = next((n for n, one in enumerate(order) if one.id == moved), None)
    if place is not None and 0 <= place + step < len(order):
        order.insert(place + step, order.pop(place))
    return {one.id: n for n, one in enumerate(order, start=1) if one.position != n}


def _shortened(text: str) -> str:
    return _cut(" ".join(text.split()), _LINE_AT_MOST)


def _cut(text: str, at_most: int) -> str:
    return text if len(text) <= at_most else f"{text[: at_most - 1].rstrip()}…"
