"""A journal as plain tuples, for the tests of what is written from it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from interview_journal.core.choices import ActionKind, Channel
from interview_journal.core.followup.values import DueAction
from interview_journal.core.records import (
    Application,
    Encounter,
    Interview,
    Person,
    Setting,
)
from tests.records_in_memory import Records

NEXT_DAY = date(2026, 3, 19)
NOW = datetime(2026, 3, 19, 18, tzinfo=UTC)


def osprey(**more: object) -> Application:
    """Return an application with all its reasons."""
    given: dict[str, object] = {
        "id": "p_osprey",
        "company": "Osprey Freight",
        "role": "Planning lead",
        "requirements": "Plan 60 drivers\nLead a team of six",
        "why_role": "It is the work I started in. I like early mornings. Plans must hold.",
        "why_company": "They keep their drivers. Two friends stayed. It is well run.",
        "can_contribute": "I know the phones. I can get people talking. I plan calmly.",
    }
    return Application(**(given | more))  # type: ignore[arg-type]


def round_two(**more: object) -> Interview:
    """Return a round of which the whole process is known."""
    given: dict[str, object] = {
        "id": "i_two",
        "application_id": "p_osprey",
        "round": 2,
        "held_on": date(2026, 3, 18),
        "answer_in_days_min": 7,
        "answer_in_days_max": 14,
        "further_rounds": False,
        "tells_if_unsuccessful": True,
        "unsaid": "The Monday rota change.",
    }
    return Interview(**(given | more))  # type: ignore[arg-type]


def person(name: str, key: str, **more: object) -> Person:
    """Return somebody at the company."""
    given: dict[str, object] = {"id": f"n_{key}", "application_id": "p_osprey", "name": name}
    return Person(**(given | more))  # type: ignore[arg-type]


def met(key: str, topics: str = "", **more: object) -> Encounter:
    """Return that somebody was met in the round."""
    given: dict[str, object] = {"id": f"m_{key}", "interview_id": "i_two", "person_id": f"n_{key}"}
    return Encounter(**(given | {"topics": topics} | more))  # type: ignore[arg-type]


def panel(**more: object) -> Records:
    """Return a round with three people in it."""
    return Records(
        **{  # type: ignore[arg-type]
            "applications": (osprey(),),
            "interviews": (round_two(),),
            "people": (
                person("Kelly Thorne", "kelly", kind="recruiter"),
                person("Martin Ochs", "martin", email="martin@osprey.example.org"),
                person("Shreya Nair", "shreya"),
            ),
            "encounters": (
                met("kelly", "Pay band, start date"),
                met("martin", "Late running, the new depot in the north"),
                met("shreya", "How she plans; the wall with the magnets", i_promised="A map."),
            ),
            "settings": (Setting(name="my_name", value="Jo Pryce"),),
            **more,
        }
    )


def due(
    kind: ActionKind, key: str = "", *, channel: Channel | None = None, **more: Any
) -> DueAction:
    """Return something that is due to the person of that key."""
    given: dict[str, Any] = {
        "application_id": "p_osprey",
        "person_id": f"n_{key}" if key else "",
        **more,
    }
    return DueAction(
        kind=kind,
        key=f"{kind}:{key}",
        from_at=NOW,
        due_at=NOW,
        text="",
        reason="",
        channel=channel,
        **given,
    )
