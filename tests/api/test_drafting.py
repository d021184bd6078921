"""Drafts for what is due, of the sample journal and of small ones."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, get_args

import pytest

import interview_journal as ij
from interview_journal.api import referee_claims as module
from interview_journal.api.drafting import (
    copy_template,
    draft_for,
    draft_kinds_for,
    draft_thank_you,
)
from interview_journal.api.referee_claims import CLAIMS_AT_MOST, referee_claims
from interview_journal.core.choices import ActionKind
from interview_journal.core.followup.values import DueAction
from interview_journal.core.outgoing import ADVISED_WORDS, DRAFT_KINDS, Tone, template_name
from interview_journal.errors import TemplateMistakeError
from interview_journal.writing.note_facts import NoteFacts
from tests.programs import CHECKOUT
from tests.told_journal import Round, told_journal
from tests.writing.records import due

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

SAMPLE = CHECKOUT / "data" / "sample"
THE_MORNING_AFTER = datetime(2026, 6, 24, 8, tzinfo=UTC)


def sample() -> Journal:
    return ij.open_journal(SAMPLE, now=lambda: THE_MORNING_AFTER)


def to(journal: Journal, name: str, kind: ActionKind, **more: str) -> DueAction:
    """Return something due to somebody of a journal, after the latest round with them."""
    person = next(one for one in journal.people if one.name == name)
    rounds = [one.interview_id for one in journal.encounters if one.person_id == person.id]
    given: dict[str, Any] = {"person_id": person.id, "application_id": person.application_id}
    if rounds:
        given["interview_id"] = rounds[-1]
    return due(kind, **(given | more))


NOTES = [(one.interview_id, one.person_id) for one in sample().encounters]


@pytest.mark.parametrize(("interview_id", "person_id"), NOTES)
@pytest.mark.parametrize("tone", ["warm", "formal"])
def test_with_typical_facts_a_thank_you_note_has_the_advised_length(
    interview_id: str, person_id: str, tone: Tone
) -> None:
    journal = sample()
    held, person = journal.get(ij.Interview, interview_id), journal.get(ij.Person, person_id)
    assert held is not None
    assert person is not None
    draft = draft_thank_you(journal, held, person, tone=tone)
    assert ADVISED_WORDS[0] <= draft.word_count <= ADVISED_WORDS[1]
    assert draft.to_address == person.email


def test_what_can_be_written_for_each_thing_that_is_due() -> None:
    kinds = {kind: draft_kinds_for(due(kind)) for kind in get_args(ActionKind)}
    assert {one for told in kinds.values() for one in told} == set(DRAFT_KINDS)
    assert kinds["tell a referee"] == ("referee brief", "referee call")
    assert [kind for kind, told in kinds.items() if not told] == [
        "write it down",
        "my promise",
        "move on",
        "enter the next round",
    ]


def test_where_nothing_is_written_no_draft_is_made() -> None:
    with pytest.raises(ValueError, match="move on"):
        draft_for(sample(), due("move on"))


def test_the_usual_kind_is_taken_unless_another_is_named() -> None:
    action = to(sample(), "Neil Fairlie", "ask for news", step="1")
    assert draft_for(sample(), action).kind == "request for news"
    assert draft_for(sample(), action, kind="reply to any updates").kind == "reply to any updates"


def test_a_note_of_the_next_morning_names_the_day_without_its_date() -> None:
    action = to(sample(), "Dr Isabel Moreau", "thank-you note")
    draft = draft_for(sample(), action)
    assert draft.text.startswith("Dear Dr Moreau,")
    assert "on Tuesday" in draft.text
    assert [gap.words for gap in draft.gaps] == ["[add it here]", "[your name]"]


def test_a_brief_quotes_strong_claims_and_none_that_is_in_doubt() -> None:
    journal = sample()
    larkhill = next(one for one in journal.applications if one.company == "Larkhill Hospital")
    action = to(journal, "Anneke Visser", "tell a referee", application_id=larkhill.id)
    claims = referee_claims(journal, action)
    assert 0 < len(claims) <= CLAIMS_AT_MOST
    said = " ".join(
        one.answer
        for one in journal.answers
        if one.interview_id in {held.id for held in journal.interviews}
    )
    assert all(" ".join(claim.split()) in " ".join(said.split()) for claim in claims)
    doubted = {
        " ".join(quote.split())
        for one in ij.check_consistency(journal)
        if one.kind != "note"
        for quote in (one.quote_a, one.quote_b)
    }
    assert doubted.isdisjoint(claims)
    text = draft_for(journal, action).text
    assert all(f"- {claim}" in text for claim in claims)
    assert f"- {claims[0]}" in draft_for(journal, action, kind="referee call").text


def test_claims_made_where_the_referee_was_come_first(tmp_path: Path) -> None:
    told = [
        ("What did you do?", "I cut the missed appointments by 12 percent."),
        ("And before?", "I planned the vans at Haldane Parcels from 2012 to 2019."),
        ("Your pay?", "I ran it for 40,000 pounds a year as my salary."),
        ("Your biggest mistake?", "I led the wrong project in 2021."),
    ]
    journal = told_journal(tmp_path / "j", Round("Osprey", 1, THE_MORNING_AFTER.date(), told))
    colin = journal.add(ij.Person(kind="referee", name="Colin", relation="Manager at Haldane"))
    job = journal.applications[0]
    action = due("tell a referee", person_id=colin.id, application_id=job.id)
    claims = referee_claims(journal, action)
    assert claims == (
        "I planned the vans at Haldane Parcels from 2012 to 2019.",
        "I cut the missed appointments by 12 percent.",
    )


def test_what_was_said_to_another_company_is_not_quoted(tmp_path: Path) -> None:
    told = [("What did you do?", "I led a team of four people.")]
    journal = told_journal(tmp_path / "j", Round("Osprey", 1, THE_MORNING_AFTER.date(), told))
    other = journal.add(ij.Application(company="Elsewhere"))
    assert referee_claims(journal, due("tell a referee", application_id=other.id)) == ()


def test_a_copied_template_is_what_drafts_are_made_from(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    path = copy_template(journal, "referee thanks")
    assert path.name == template_name("referee thanks")
    before = draft_for(journal, due("thank a referee"))
    path.write_text(path.read_text("utf-8").replace("Thank you", "Many thanks"), encoding="utf-8")
    after = draft_for(journal, due("thank a referee"))
    assert after.text == before.text.replace("Thank you", "Many thanks")
    path.write_text("Subject: a\n\n{{ oh", encoding="utf-8")
    with pytest.raises(TemplateMistakeError, match="line 3"):
        draft_for(journal, due("thank a referee"))


def test_the_gaps_of_a_brief_do_not_hang_on_claims() -> None:
    action = to(sample(), "Anneke Visser", "tell a referee")
    for kind in draft_kinds_for(action):
        with_claims, without = (
            draft_for(sample(), action, kind=kind, claims=claims)
            for claims in (("I led nine people.",), ())
        )
        assert "- I led nine people." in with_claims.text
        assert [one.words for one in with_claims.gaps] == [one.words for one in without.gaps]


def test_of_a_large_journal_only_the_latest_answers_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "COMPARED_AT_MOST", 2)
    rounds = [
        Round("Acme", 1, date(2026, 1, 5), [("Your team?", "I led a team of nine people.")]),
        Round("Borealis", 1, date(2026, 2, 5), [("Your wish?", "I planned the whole winter.")]),
        Round("Osprey", 1, date(2026, 3, 5), [("Your team?", "I led a team of four people.")]),
    ]
    journal = told_journal(tmp_path / "j", *rounds)
    osprey = journal.applications[-1]
    action = due("tell a referee", application_id=osprey.id)
    assert referee_claims(journal, action) == ("I led a team of four people.",)
    monkeypatch.setattr(module, "COMPARED_AT_MOST", 3)
    assert referee_claims(journal, action) == ()


def test_the_page_for_users_names_every_template_and_every_fact() -> None:
    page = (CHECKOUT / "docs" / "drafts.md").read_text(encoding="utf-8")
    for kind, label in DRAFT_KINDS.items():
        assert f"| `{template_name(kind)}` | {label} |" in page
    for name in NoteFacts.__dataclass_fields__:
        assert f"| `{name}` |" in page


def test_the_template_on_the_page_works(tmp_path: Path) -> None:
    page = (CHECKOUT / "docs" / "drafts.md").read_text(encoding="utf-8")
    block = page.partition("A short one, whole:\n\n")[2].partition("\nThe first line")[0]
    journal = told_journal(tmp_path / "j")
    source = "\n".join(line[4:] for line in block.splitlines())
    journal.templates.keep(template_name("thank-you note"), source)
    person, held = journal.people[0], journal.interviews[0]
    draft = draft_thank_you(journal, held, person)
    assert draft.subject.startswith("Thank you for ")
    assert draft.text.startswith(f"Dear {person.name.split()[0]},\n\nthank you for talking")
