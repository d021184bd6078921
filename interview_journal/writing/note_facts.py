"""What a draft may speak of: the journal's facts, fitted to stand in a sentence.

Every value is the person's own or a date; an empty one is not known, and the template shows a
gap in its place. These are also the names that a person's own template can use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interview_journal.core.choices import ApplicationStatus, Channel, PersonKind

__all__ = ["NoteFacts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFacts:
    """The facts of one draft.

    Attributes:
        to_name: Whom it is for.
        to_first: What one calls them: "Ana", "Dr Moreau".
        to_formal: How a formal letter names them: "Ana Ruiz", "Dr Moreau".
        to_address: Their e-mail address.
        to_kind: Interviewer, recruiter or referee; None where nobody is named.
        me: The person's own name.
        company: The employer.
        role: The job's title.
        day: The day of the interview: "Wednesday", later "Wednesday 18 March".
        long_day: The same day, always with its date.
        is_over: Whether that day has passed.
        was_met: Whether this reader was there.
        topic: One thing talked about with them.
        practical: Pay, dates and the like, where nothing else was talked about.
        why_role: Why this role.
        why_company: Why this company, said to them.
        can_contribute: What the person would bring.
        promised: What was promised to this reader.
        has_link: Whether the promise holds the link itself.
        unsaid: What the person did not get to say.
        question: One question about the process.
        they_said: When an answer was to come: "within one to two weeks", "by Friday 27 March".
        they_promised: What this reader promised.
        they_promised_day: The day they named for it.
        asked_day: The day on which news was asked for before.
        is_again: Whether it is asked for once more.
        channel: How it is to go out; None where nothing is known.
        requirements: What the job needs, a line each.
        scope: What a referee agreed to speak about.
        agreed_day: The day on which the referee agreed.
        was_called: Whether the company asked the referee.
        checks: Whether the company said that it asks referees.
        claims: What the person said in the interviews, word for word.
        status: How the application stands; None where there is none.
        step: For a word to another company: "offer" or "accepted".
        tells_everyone: Whether the company also tells those it does not take.
        variant: Which of several wordings to take, from 0.
    """

    to_name: str = ""
    to_first: str = ""
    to_formal: str = ""
    to_address: str = ""
    to_kind: PersonKind | None = None
    me: str = ""
    company: str = ""
    role: str = ""
    day: str = ""
    long_day: str = ""
    is_over: bool = False
    was_met: bool = False
    topic: str = ""
    practical: str = ""
    why_role: str = ""
    why_company: str = ""
    can_contribute: str = ""
    promised: str = ""
    has_link: bool = False
    unsaid: str = ""
    question: str = ""
    they_said: str = ""
    they_promised: str = ""
    they_promised_day: str = ""
    asked_day: str = ""
    is_again: bool = False
    channel: Channel | None = None
    requirements: tuple[str, ...] = ()
    scope: str = ""
    agreed_day: str = ""
    was_called: bool = False
    checks: bool = False
    claims: tuple[str, ...] = ()
    status: ApplicationStatus | None = None
    step: str = ""
    tells_everyone: bool = False
    variant: int = 0
