"""The wordings by which a question shows itself in notes, as patterns.

They were written from how people tell of interviews, not from any collection of texts. Each is
tried on one sentence of bounded length, so none can run away.
"""

from __future__ import annotations

import re

__all__ = [
    "ANSWER_STARTS",
    "CLARIFYING",
    "COMMAND",
    "FOLLOW_UP",
    "LINE_COMMAND",
    "LINE_QUESTION",
    "MINE",
    "NAMED_QUESTION",
    "REPORTED",
    "REPORTED_LATER",
    "SAID",
    "SELF_TALK",
    "SHORT_QUESTION",
    "TAG",
    "UNSURE",
    "YOU",
    "any_of",
]


def any_of(words: str) -> str:
    """Return a pattern for any of the words or phrases between the commas.

    Example:
        >>> any_of("why, how come")
        '(?:why|how come)'
    """
    return "(?:" + "|".join(word.strip() for word in words.split(",")) + ")"


def _compile(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)


_APOSTROPHE = "['\u2019]"
_ARROW = "(?:->|\u2192|=>)"
_DASH = "(?:[-\u2013\u2014]|->|\u2192|=>)"
_QUOTE = "[\"'\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019]"

_ASKED = any_of(
    "asked, asks, wanted to know, wants to know, wondered, was curious, were curious, enquired,"
    "inquired, quizzed, grilled, probed,"
    "(?:started|began|opened|kicked off|finished|ended)(?: off)? (?:by|with) asking"
)
_QUESTION_WORD = any_of("why, what, how, if, whether, where, when, who, whom, which")
_TASK = "to " + any_of(
    "describe, explain, tell, talk, walk, give, introduce, define, draw, write, solve, present,"
    "sell, name, list, rate, summari[sz]e, design, imagine, think, share, outline, compare,"
    "estimate"
)
_MATTER = any_of(f"{_QUESTION_WORD}, about, for, on, {_TASK}") + r"\b"
_OPENERS = (
    "(?:"
    + any_of(
        "so, ok, okay, right, well, now, and, then, but, also, next, first, firstly, later,"
        "finally, please, after that, at the end, at first, first of all"
    )
    + r"\b[,:]?\s+){0,3}"
)
_HEAD = r"^\W*" + _OPENERS
_WAS_ASKED = r"\b" + any_of("was, were, got, get, being, am, had been") + r"\b"
_MODAL = any_of("should, did, was, could, would, have, had, am, is, do, can, will, were, does, has")
_NOT = f"(?:n{_APOSTROPHE}?t)?"
_CAPITALISED = r"(?-i:[A-Z][\w.-]{1,30}(?: [A-Z][\w.-]{0,30})?)(?: \([^)]{0,40}\))?"
_LATELY = any_of("then, also, first, next, just, even, again, later, finally, really, kept, only")

MINE = _compile(
    rf"(?:^|[,;]\s|\b{any_of('and, then, so, but, also')}\s)",
    rf"(?:i|we)\s+(?:(?!{_WAS_ASKED})\w+\s){{0,2}}?",
    any_of("asked, wanted to know, wondered, enquired, inquired") + r"\b",
    r"|^\W*(?:then |also |and ){0,2}asked ",
    any_of("them, him, her, the panel, the interviewers?, the recruiter, the manager") + r"\b",
    r"|^\W*my (?:own )?(?:q['\u2019]?s|questions)\s*:",
    r"|^\W*my (?:\w+ )?question (?:to them |for them )?" + any_of("was, were, is") + r"\b",
)
CLARIFYING = _compile(
    "asked (?:them |her |him )?(?:",
    any_of("if, whether, what, which") + " " + any_of("they, s?he, that, it, this, one") + r"\b",
    "|to " + any_of("repeat, clarify, rephrase"),
    "|for (?:a |some )?" + any_of("moment, minute, second, time, clarification, water") + ")",
)
REPORTED = _compile(
    _HEAD,
    "(?:(?P<who>",
    any_of("they, she, he, we, it, one of them, someone, somebody, hr"),
    "|" + any_of("the, my, one, another, a, his, her, their") + r" (?:\w+ ){0,2}?\w+",
    rf"|{_CAPITALISED})\s+(?:{_LATELY}\s+){{0,2}}{_ASKED}",
    rf"|(?:i|we)\s+{any_of('was, were, got, get')}\s+(?:{_LATELY}\s+){{0,2}}asked",
    "|(?:got |was )?(?:then |also )?asked)",
    rf"(?:\s+{any_of('me, us, directly, straight away, straight out')}){{0,2}}",
    rf"\s*[,:]?\s+(?={_MATTER}|{_QUOTE})",
)
SAID = _compile(
    _HEAD,
    rf"(?:{any_of('they, she, he, one of them, someone, hr')}|(?:the|one|another) (?:\w+ )?\w+",
    rf"|(?P<who>{_CAPITALISED}))\s+(?:{_LATELY}\s+)?(?:said|goes|went|says)",
    rf"(?:\s*[,:]\s*{_QUOTE}?|\s+{_QUOTE})",
)
REPORTED_LATER = _compile(
    rf"\b(?:they|s?he|{any_of('the, one, another')} (?:\w+ ){{0,2}}\w+|(?-i:[A-Z]\w+))\s+",
    rf"(?:\w+\s+){{0,2}}?{_ASKED}(?:\s+(?:me|us))?\s*[,:]?\s+(?:{_MATTER}|{_QUOTE})",
    rf"|\b(?:i|we) {any_of('was, were, got')} (?:\w+ )?asked\b",
)
NAMED_QUESTION = _compile(
    _HEAD,
    "(?:(?:there was|there were|came|we had|i got|got) )?",
    rf"(?:{any_of('the, their, her, his, a, an, one')}\s+)?(?:(?:very|really)\s+)?(?:",
    any_of(
        "first, second, third, fourth, fifth, next, last, another, final, opening, main,"
        "hardest, trick, other, standard, usual"
    ),
    rf"\s+(?:one|question)|questions?)\s*(?:{any_of('was, is, were')}\s+)?",
    rf"(?::\s*|(?<=\s)(?={any_of('about, on, regarding, re')}\b|{_QUESTION_WORD}\b))",
)
ANSWER_STARTS = _compile(
    rf"\s*(?:[,;]|\s{_DASH})?\s+(?:{any_of('and, so, but, to which, then')}\s+)?(?<![\w'])",
    rf"(?=i\s+(?:{any_of('just, also, then, only, basically')}\s+)?",
    any_of(
        "said, told, answered, explained, replied, talked, mentioned, described, gave, spoke,"
        "admitted, asked, went with, went for"
    ),
    rf"\b)|\s+so\s+(?=i\s+\w)|\s*[,;]\s+(?=i\s+\w)|\s+{_DASH}\s+|\s*{_ARROW}\s*|:\s+(?=\S)",
)
COMMAND = _compile(
    _HEAD,
    rf"(?:{any_of('can, could, would, will')} you )?(?:please )?(?:just |briefly )?(?:",
    any_of("tell, give, show, teach, sell, walk, talk, take, run, convince") + r" (?:me|us)\b",
    "|introduce yourself|describe yourself|sell this)",
)
LINE_COMMAND = _compile(
    _HEAD + "(?:",
    any_of(
        "describe, explain, share, name, list, outline, imagine, suppose, discuss, summari[sz]e,"
        "define, rate, pick, choose, think of, talk about, go through, compare"
    ),
    r"\b(?=.{0,200}\b",
    any_of("you, your, yourself, a time, a situation, an example, the difference") + r"\b)",
    "|(?:a|an|any|some) " + any_of("time, example, situation, occasion, instance"),
    " " + any_of("when, where, in which, of, you") + r"\b)",
)
LINE_QUESTION = _compile(
    _HEAD + "(?:",
    rf"{any_of('why, what, where, when, how, who, which')}(?:\s+[\w'\u2019-]+){{0,4}}?\s+",
    any_of("do, did, would, have, are, were, can, could, will, should, might, does, is, was"),
    r"\s+(?:you|your|we)\b",
    rf"|{any_of('what, where, how, who, when')}(?:{_APOSTROPHE}?s|{_APOSTROPHE}?re|",
    rf"\s+{any_of('is, are, was, were')})\s+your\b",
    "|" + any_of("do, did, have, are, were, can, could, would, will, should") + r"\s+you\b",
    r"|why\s+(?:us|here|now|leave|this ",
    any_of("role, job, company, position, school, hospital, firm") + r"|\w+ing)\W*$)",
)
SHORT_QUESTION = _compile(_HEAD + any_of("why, what, how, where, when, who, which, any") + r"\b")
SELF_TALK = _compile(
    r"^\W*(?:" + any_of("and, but, so, then, or, maybe, perhaps, hmm?") + r"\W+){0,2}(?:",
    rf"{_MODAL}{_NOT}\s+{any_of('i, it, that, this, he, she, they, we, there')}\b",
    rf"|(?:why|what|how)\b.{{0,30}}\b{any_of('did, was, could, should, had, have, am')}{_NOT}\s+",
    r"i\b.{0,40}\b",
    any_of(
        "say, said, mention, forget, forgot, thinking, think, thought, talk, ramble, not, so,"
        "even, answer, manage"
    ),
    r"\b|",
    any_of(
        "right, ok, okay, really, huh, eh, you know, know what i mean, who knows, who cares,"
        "why not, so what, what else, what now, seriously, no, yes, yeah, maybe, hmm?"
    ),
    r"\W*$)",
)
TAG = _compile(
    r",\s*(?:" + any_of("right, ok, okay, no, eh, huh, really, you know"),
    rf"|(?:{_MODAL}|are|wo|ca|ai){_NOT}\s+{any_of('i, it, she, he, they, we, that, there')})\W*$",
)
UNSURE = _compile(
    r"^\W*(?:\d|",
    any_of(
        "the, she, he, they, it, there, this, that, we, my, maybe, probably, about, around,"
        "approx, roughly, i"
    ),
    r"\b)",
)
YOU = _compile(r"\b(?:you|your|yours|yourself|u|ur)\b")
FOLLOW_UP = _compile(
    r"^\W*(?:and|so|but|then)?\W*(?:",
    any_of(
        "why, why not, why so, why is that, why was that, how so, how come, what happened,"
        "what happened then, what happened next, what was the result, what was the outcome,"
        "what were the results, for example, such as, when was that, where was that,"
        "what would you do differently, which one, in what way, with what result"
    ),
    r"|what did (?:you|u) (?:do|learn|say|change)(?: then| next| about it| from (?:it|that))?",
    r"|how did (?:you|it|that|they|he|she) (?:\w+ ?){1,4}",
    r"|(?:can|could) you give (?:me |us )?an example)\W*$",
)
