"""The closed lists of the journal: what may stand in a cell, and how the screen says it.

A stored choice is a plain English word that a spreadsheet leaves alone; never true, false or
a number.
"""

from __future__ import annotations

from typing import Final, Literal

__all__ = [
    "ACTION_KINDS",
    "ACTION_STATUS",
    "APPLICATION_STATUS",
    "CHANNELS",
    "FORECAST_EVENTS",
    "FORECAST_WORDS",
    "INTERVIEW_KINDS",
    "OUTCOMES",
    "PERSON_KINDS",
    "RATING_TARGETS",
    "RESPONSE_TYPES",
    "SOURCES",
    "VERDICTS",
    "ActionKind",
    "ActionStatus",
    "ApplicationStatus",
    "Channel",
    "ForecastEvent",
    "Outcome",
    "PersonKind",
    "RatingTarget",
    "ResponseType",
    "Source",
    "VerdictWord",
]

ApplicationStatus = Literal[
    "open", "offer", "accepted", "declined", "rejected", "withdrawn", "silent"
]
APPLICATION_STATUS: Final[dict[ApplicationStatus, str]] = {
    "open": "Under way",
    "offer": "They made an offer",
    "accepted": "I accepted",
    "declined": "I declined the offer",
    "rejected": "They said no",
    "withdrawn": "I withdrew",
    "silent": "Silence, no longer waiting",
}

Outcome = Literal["advanced", "rejected", "withdrew", "silence"]
OUTCOMES: Final[dict[Outcome, str]] = {
    "advanced": "Yes, it goes on",
    "rejected": "No",
    "withdrew": "I withdrew",
    "silence": "Silence, I am no longer waiting",
}

Source = Literal["memory", "notes", "transcript"]
SOURCES: Final[dict[Source, str]] = {
    "memory": "From memory",
    "notes": "From my notes",
    "transcript": "From a transcript",
}

Channel = Literal["e-mail", "phone", "text message", "post", "portal", "agency"]
CHANNELS: Final[dict[Channel, str]] = {
    "e-mail": "E-mail",
    "phone": "Phone",
    "text message": "Text message",
    "post": "Post",
    "portal": "Their website",
    "agency": "Through the agency",
}

PersonKind = Literal["interviewer", "recruiter", "referee"]
PERSON_KINDS: Final[dict[PersonKind, str]] = {
    "interviewer": "Interviewer",
    "recruiter": "Recruiter",
    "referee": "Referee",
}

ResponseType = Literal["story", "pseudo-story", "example", "opinion", "self-description"]
RESPONSE_TYPES: Final[dict[ResponseType, str]] = {
    "story": "A story: one time it happened",
    "pseudo-story": "What usually happens, told like a story",
    "example": "An example without a story",
    "opinion": "An opinion",
    "self-description": "A description of myself",
}

RatingTarget = Literal["given", "better"]
RATING_TARGETS: Final[dict[RatingTarget, str]] = {
    "given": "The answer I gave",
    "better": "The better answer I wrote later",
}

ForecastEvent = Literal["advance", "offer"]
FORECAST_EVENTS: Final[dict[ForecastEvent, str]] = {
    "advance": "This round ends with a yes",
    "offer": "The application ends with an offer",
}
FORECAST_WORDS: Final[dict[int, str]] = {
    10: "Very unlikely",
    30: "Unlikely",
    50: "Could go either way",
    70: "Likely",
    90: "Very likely",
}
"""The five words of a guess and the percentage each stands for."""

ActionStatus = Literal["open", "done", "skipped", "snoozed", "moved"]
ACTION_STATUS: Final[dict[ActionStatus, str]] = {
    "open": "Open",
    "done": "Done",
    "skipped": "Skipped",
    "snoozed": "Later",
    "moved": "Moved to another day",
}

ActionKind = Literal[
    "write it down",
    "thank-you note",
    "ask about the process",
    "ask for news",
    "their promise",
    "my promise",
    "move on",
    "enter the next round",
    "ask a referee",
    "tell a referee",
    "thank a referee",
    "tell a referee the outcome",
    "reply to a rejection",
    "answer an offer",
    "tell another company",
]
ACTION_KINDS: Final[dict[ActionKind, str]] = {
    "write it down": "Write the interview down",
    "thank-you note": "Thank-you note",
    "ask about the process": "Ask how it goes on",
    "ask for news": "Ask for news",
    "their promise": "They promised",
    "my promise": "I promised",
    "move on": "Stop waiting",
    "enter the next round": "Enter the next round",
    "ask a referee": "Ask a referee",
    "tell a referee": "Tell a referee",
    "thank a referee": "Thank a referee",
    "tell a referee the outcome": "Tell a referee how it ended",
    "reply to a rejection": "Reply to a no",
    "answer an offer": "Answer an offer",
    "tell another company": "Tell another company",
}

VerdictWord = Literal["both fine", "things changed", "not the same thing", "would fix"]
VERDICTS: Final[dict[VerdictWord, str]] = {
    "both fine": "Both are fine",
    "things changed": "Things changed",
    "not the same thing": "Not the same thing",
    "would fix": "I would fix this",
}

INTERVIEW_KINDS: Final[tuple[str, ...]] = (
    "phone screen",
    "first interview",
    "video interview",
    "panel interview",
    "technical interview",
    "task or case",
    "trial day",
    "assessment centre",
    "final interview",
    "informal chat",
)
"""Offered for an interview's kind; any other words are kept as well."""
