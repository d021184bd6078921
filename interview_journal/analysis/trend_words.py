"""What a look at a trend says, in plain sentences.

A screen that hides scores shows the second form, which holds no number. Neither names a
statistic, and neither judges the person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from interview_journal.analysis.trend_values import MIN_INTERVIEWS

if TYPE_CHECKING:
    from interview_journal.analysis.look import Look
    from interview_journal.analysis.trend_values import TrendVerdict

__all__ = ["TOO_EARLY", "reason_of", "trend_sentence", "trend_words"]

TOO_EARLY = "Too early for a trend. After five interviews we can look."

_NOTHING = "Nothing is rated here yet. Rate one answer, and its interview appears as the first dot."
_ONE = (
    "One rated interview so far. From two on you can see the same question then and now; "
    "after five interviews we can look for a trend."
)
_CONFOUNDED = (
    "No clear change can be told: each kind of interview had a time of its own, "
    "so a difference may come from the kind and not from you."
)
_FEW_ALIKE = (
    "No clear change can be told: too few interviews of the same kind to compare with each other."
)
_SINGLE = (
    "No clear change can be told: no kind of interview came twice, "
    "so a difference may come from the kind and not from you."
)
_FEW_DAYS = "No clear change can be told: too few different days to compare."
_PARTED = {"confounded": _CONFOUNDED, "single": _SINGLE}
_CHOOSE_A_KIND = "Choose one kind and look at it by itself."
_KEEP_RATING = "Keep rating; the next interviews will tell."
_LUCK = "Luck alone rarely does that."
_WHY_UP = "It does not say why; keep what you changed, and work on what is weakest."
_WHY_DOWN = (
    "It does not say why: you may rate more strictly now, or the talks got harder. "
    "Read two early answers again before you change anything."
)


def reason_of(look: Look) -> str:
    """Return why nothing plainer can be said; empty where nothing stands in the way."""
    if look.interview_count < MIN_INTERVIEWS:
        return f"{look.interview_count} of the {MIN_INTERVIEWS} rated interviews a trend needs."
    if look.kinds is not None and look.kinds.state in _PARTED:
        return _PARTED[look.kinds.state]
    if not look.low <= look.high:
        return _FEW_ALIKE if _has_kinds(look) else _FEW_DAYS
    return ""


def trend_sentence(look: Look, verdict: TrendVerdict, subject: str) -> str:
    """Return what the look shows, what it does not, and what to do next.

    Args:
        look: The numbers.
        verdict: What may be claimed.
        subject: "Your answers", or what else was rated.
    """
    if verdict == "not enough yet":
        return _too_early(look)
    if reason_of(look):
        return f"{reason_of(look)} {_CHOOSE_A_KIND if _has_kinds(look) else _KEEP_RATING}"
    kinds = _kind_words(look)
    over = f"over {look.interview_count} interviews"
    span = f"between {look.low:+.2f} and {look.high:+.2f}"
    if verdict == "no clear change" and _leaning(look):
        return f"{subject}: no clear change {over}{kinds}. {_leaning(look)}"
    if verdict == "no clear change":
        return (
            f"{subject}: no clear change {over}{kinds}. Anything {span} points an interview fits "
            "what you wrote down, so a small change would not show yet. "
            "Pick one answer to make better, and keep rating."
        )
    moved, why = ("better", _WHY_UP) if verdict == "improving" else ("lower", _WHY_DOWN)
    return (
        f"{subject} got {moved} {over}{kinds}: {look.slope:+.2f} points an interview "
        f"({span} fits). {_LUCK} {why}"
    )


def trend_words(look: Look, verdict: TrendVerdict, subject: str) -> str:
    """Return the same without any number."""
    if verdict == "not enough yet":
        return _too_early(look)
    if reason_of(look):
        return f"{reason_of(look)} {_CHOOSE_A_KIND if _has_kinds(look) else _KEEP_RATING}"
    kinds = _kind_words(look)
    if verdict == "no clear change" and _leaning(look):
        return f"{subject}: no clear change from interview to interview{kinds}. {_leaning(look)}"
    if verdict == "no clear change":
        return (
            f"{subject}: no clear change from interview to interview{kinds}. A small change would "
            "not show yet. Pick one answer to make better, and keep rating."
        )
    moved, why = ("better", _WHY_UP) if verdict == "improving" else ("lower", _WHY_DOWN)
    return f"{subject} got {moved} from interview to interview{kinds}. {_LUCK} {why}"


def _leaning(look: Look) -> str:
    """Return which way an unclear change leans; empty where it leans nowhere."""
    if look.low <= 0 <= look.high:
        return ""
    way = "upwards" if look.low > 0 else "downwards"
    return f"They lean {way}, but luck alone does that too often to be sure. {_KEEP_RATING}"


def _too_early(look: Look) -> str:
    return (_NOTHING, _ONE, TOO_EARLY)[min(look.interview_count, 2)]


def _has_kinds(look: Look) -> bool:
    return look.kinds is not None and look.kinds.state not in ("one kind", "alike")


def _kind_words(look: Look) -> str:
    state = look.kinds.state if look.kinds is not None else "one kind"
    if state == "within":
        return ", each compared only with others of its kind"
    if state == "alike":
        return ", all kinds together, as they hardly differ"
    return ", those of your most frequent kind" if state == "main" else ""
