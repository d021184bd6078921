"""What is known of each referee."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from interview_journal.core.followup.keys import action_key
from interview_journal.core.records import Action
from interview_journal.widgets.people_referees import RefereeLine, referee_lines
from tests.widgets.people_page import NOW, facts_of

if TYPE_CHECKING:
    from interview_journal.core.choices import ActionKind
    from interview_journal.core.records import Reference
    from tests.widgets.people_page import Page


def lines(page: Page) -> tuple[RefereeLine, ...]:
    facts = facts_of(page.journal)
    return referee_lines(facts, facts.processes[0])


def act(page: Page, kind: ActionKind, reference: Reference, *about: str, **more: Any) -> None:
    given: dict[str, Any] = {
        "key": action_key(kind, *about),
        "kind": kind,
        "application_id": reference.application_id,
        "person_id": reference.person_id,
        "status": "done",
        "done_at": NOW,
    }
    page.journal.add(Action(**(given | more)))


def test_somebody_who_was_not_asked_has_not_said_yes(page: Page) -> None:
    reference = page.referee(page.application())
    (one,) = lines(page)
    assert one == RefereeLine(
        reference_id=reference.id,
        person_id=reference.person_id,
        name="Maria Gomez",
        first_name="Maria",
        texts=("Former manager", "They have not said yes so far."),
        agreed=False,
        called=False,
    )


def test_a_yes_is_told_with_its_day_and_what_it_is_about(page: Page) -> None:
    job = page.application()
    page.referee(job, consented_at=NOW - timedelta(days=2), scope="The team. Not pay.")
    page.referee(job, "Tom", consented_at=NOW)
    first, second = lines(page)
    assert first.texts[1] == "Said yes on Wednesday 4 March: The team. Not pay."
    assert second.texts[1] == "Said yes on Friday 6 March."
    assert first.agreed


def test_everything_that_happened_is_told_in_its_order(page: Page) -> None:
    job = page.application(status="rejected")
    one = page.round(job)
    maria = page.referee(job, consented_at=NOW, checked_at=NOW + timedelta(days=1))
    act(page, "tell a referee", maria, one.id, maria.person_id, interview_id=one.id)
    act(page, "thank a referee", maria, maria.id)
    act(page, "tell a referee the outcome", maria, maria.id)
    (line,) = lines(page)
    assert line.texts[2:] == (
        "Told about round 1 on Friday 6 March.",
        "Northgate Hospital asked them on Saturday 7 March.",
        "You thanked them on Friday 6 March.",
        "You told them how it ended on Friday 6 March.",
    )
    assert line.called


def test_what_was_only_put_off_or_done_for_others_is_not_told(page: Page) -> None:
    job = page.application()
    maria, tom = page.referee(job), page.referee(job, "Tom")
    act(page, "tell a referee", maria, "i_1", maria.person_id, status="skipped")
    act(page, "tell a referee", tom, "i_2", tom.person_id, application_id="p_other")
    assert all("Told" not in text for line in lines(page) for text in line.texts)


def test_told_about_a_round_that_is_gone_and_when_is_not_known(page: Page) -> None:
    maria = page.referee(page.application())
    act(page, "tell a referee", maria, "i_gone", maria.person_id, done_at=None)
    assert "Told on Friday 6 March." in lines(page)[0].texts
