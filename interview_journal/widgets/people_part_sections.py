"""Each part of the tab of people and dates, as a section of a sheet; referees aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from interview_journal.widgets.sheet import line, link, press, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from interview_journal.widgets.people_met import PersonLine
    from interview_journal.widgets.people_standing import Standing
    from interview_journal.widgets.people_state import PeopleState
    from interview_journal.widgets.sheet import Line, Link, Press, Section

__all__ = [
    "dates_section",
    "letters_section",
    "opener",
    "people_section",
    "record_link",
    "standing_section",
]

RECORD: Final = "1_record.ipynb"
NOBODY: Final = (
    "Nobody yet. Whom you meet in a round stands here by itself. Add a recruiter who only rang, "
    "or somebody who will be there."
)
LETTERS: Final = "Thank-you notes and answers to an offer are drafted from these words."
DATES: Final = (
    "What they tell you comes first. Where they tell you nothing, dates follow custom: a note "
    "within 24 hours, a question after a week. Each of these can be changed."
)


def opener(
    kind: str, label: str, item: str, opened: str, *, title: str = "", small: bool = False
) -> Press:
    """Return the button that opens a form, and says whether it is open."""
    expanded = opened == f"{kind}:{item}"
    return press(kind, label, item=item, title=title, small=small, expanded=expanded)


def record_link(label: str, *, primary: bool = False, item: str = "", **more: object) -> Link:
    """Return the link to the notebook in which a round is written down."""
    return link(RECORD, label, primary=primary, look="button", name="record", item=item, **more)


def standing_section(one: Standing, opened: str) -> Section:
    """Return how the application stands, and what they said of the process."""
    status = " ".join(text for text in (f"{one.status}.", one.since) if text)
    to_do = [["To do now", "\n".join(one.to_do)]] if one.to_do else []
    return section(
        "standing",
        one.company,
        lead=True,
        texts=[text for text in (one.sentence, one.role) if text],
        pairs=[["Where it stands", status], *to_do, *(list(pair) for pair in one.process.said)],
        layout="side",
        links=_add_to(one.round_id, one.round_label, one.company),
        buttons=(opener("standing", "Change where it stands", one.application_id, opened),),
        hint=one.process.unknown,
    )


def people_section(lines: Sequence[PersonLine], application_id: str, opened: str) -> Section:
    """Return the people of the application."""
    return section(
        "people",
        "People",
        texts=() if lines else (NOBODY,),
        lines=[_person(one, opened) for one in lines],
        buttons=(opener("newperson", "Add a person", application_id, opened),),
    )


def _person(one: PersonLine, opened: str) -> Line:
    title = f"Edit {one.name}"
    return line(
        one.name,
        texts=one.texts,
        pairs=[list(pair) for pair in one.rounds],
        layout="side",
        links=_add_to(one.round_id, one.round_label, one.name, small=True),
        buttons=(opener("person", "Edit", one.person_id, opened, title=title, small=True),),
    )


def _add_to(round_id: str, round_label: str, whom: str, *, small: bool = False) -> Sequence[Link]:
    if not round_id:
        return ()
    label = f"Add to {round_label}"
    return (record_link(label, item=round_id, title=f"{label}: {whom}", small=small),)


def letters_section(state: PeopleState, application_id: str, opened: str) -> Section:
    """Return what letters are made of, and what is not written yet."""
    card = [["A creative role", "Yes: a designed card is offered."]] if state.is_creative else []
    lacking = ", ".join(f"“{label}”" for label in state.lacking)
    label = "Change these words" if state.letters else "Write it down once"
    return section(
        "letters",
        "What the letters need",
        texts=(LETTERS,),
        pairs=[*(list(pair) for pair in state.letters), *card],
        buttons=(opener("letters", label, application_id, opened),),
        hint=f"Not written yet: {lacking}." if lacking else "",
    )


def dates_section(state: PeopleState, opened: str) -> Section:
    """Return what the person changed of how dates are counted."""
    return section(
        "dates",
        "How the dates are counted",
        texts=(DATES, *state.date_problems),
        pairs=[list(pair) for pair in state.dates],
        layout="side",
        buttons=(opener("dates", "Change how they are counted", "", opened),),
    )
