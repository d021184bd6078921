"""Numbers of things and people: "eight backend engineers", "a team of 5", "the only designer"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final

from interview_journal.analysis.consistency.amounts import Amount
from interview_journal.analysis.consistency.lexicon import PERSON, exact_words, lexicon
from interview_journal.analysis.consistency.mentions import PHRASE_ENDS, Mention
from interview_journal.analysis.consistency.periods import per_year, period_after
from interview_journal.analysis.consistency.reading import Reading
from interview_journal.analysis.consistency.words import Word

__all__ = [
    "WORDS_OF_ONLY",
    "group_of",
    "noun_class",
    "read_count",
    "read_only_ones",
    "read_ordinal",
]

_RANKED: Final = exact_words("counted_by_order")
"""Things told apart by their number: "8th grade"."""
_ONLY_ORDERED: Final = frozenset({"thing", "time", "one", "largest"})
_OF_PEOPLE: Final = frozenset(
    {("of", "us"), ("of", "them"), ("on", "payroll"), ("on", "staff"), ("under", "me")}
)
_ARE_MINE: Final = frozenset({("on", "payroll"), ("on", "staff"), ("under", "me")})
"""Behind a number these tell that it is the size of one's own team."""
_OF_REPORTS: Final = frozenset({"direct", "my"})
_OF_AND_TWO: Final = 3
_NAMED: Final = 3
_OWNED: Final = frozenset({"my", "our", "the", "those", "these", "his", "her", "their", "your"})
_ROUGHLY: Final = frozenset({"odd", "ish"})
_ASKER_REACH: Final = 3
_ASKERS: Final = frozenset({"interviewers", "assessors", "faces", "recruiters", "panellists"})
_THERE_ARE: Final = frozenset({"are", "is", "were", "was"})
_PRONOUNS: Final = frozenset({"us", "them"})
_PREDICATES: Final = frozenset(
    {"are", "were", "is", "was", "have", "had", "did", "do", "will", "would", "got", "left", "came"}
)
_BEYOND: Final = frozenset({"under", "over", "short", "ahead", "behind", "up", "down"})
"""Behind "we were three thousand" these tell of money or time."""
_VERBS: Final = exact_words("classes_of_verbs")
_VAGUE: Final = exact_words("vague_counts")
"""Everybody says two things and three times; no two of them are one."""
_IN_OUR: Final = frozenset({("in", "the"), ("in", "my"), ("in", "our")})
_WE_WERE: Final = ("were", "we")
_OF_A_CROWD: Final = frozenset({"attendance", "turnout", "audience", "crowd"})
"""Before "was about 2,000" these count people."""
_MOST_BEFORE: Final = 10_000
"""A larger number does not count the noun before it."""
_NOUN_REACH: Final = 4
_GROUP_REACH: Final = 6
_BESIDES: Final = frozenset({"plus", "besides", "without", "except", "not"})
"""Who is named behind these is not among those who are counted."""
_OF_US: Final = ("of", "us")
_LEADS: Final = frozenset({"report", "lead"})
_ASKED_FOR_TEAM: Final = frozenset({"report", "lead", "team"})
_OWNERS: Final = frozenset({"the", "my", "our"})
_MYSELF: Final = frozenset({"me", "myself"})
_ONLY_JUST: Final = frozenset({"just", "only"})
_ARTICLES: Final = frozenset({"a", "an"})
_FEW: Final = 10
WORDS_OF_ONLY: Final = frozenset({"only", "sole", "lone", "just"})
"""Without one of these a sentence has no "the only nurse"."""
_THE_ONLY: Final = WORDS_OF_ONLY - {"just"}


def read_ordinal(mention: Mention) -> Amount | None:
    """Return "8th grade", "3rd child"; None for ordinals that only put things in order."""
    if mention.last.form != "ordinal" or not mention.after:
        return None
    noun = mention.after[0]
    is_spelled = mention.last.in_words
    if noun.text not in _RANKED and (is_spelled or noun.text in PHRASE_ENDS):
        return None
    if noun.root in lexicon().units or noun.text in _ONLY_ORDERED:
        return None
    head = "grade" if noun.text.startswith("grade") else lexicon().class_of(noun.root)
    return replace(mention.amount, head=f"no. {head}", word=noun.root, end=noun.end)


def read_count(mention: Mention) -> Amount | None:
    """Return a number of something, or how often; None for what only puts things in order.

    The last noun-like word behind the number is the head.
    """
    if mention.last.form == "ordinal" or _is_panel(mention):
        return None
    if _is_some_of_them(mention):
        whole = _whole_of(mention)
        return None if whole is None else _of_things(mention, whole)
    if mention.last.form in ("times", "decade") and mention.last.in_words:
        return _how_often(mention)
    if mention.after and mention.gap() == "-" and mention.next_text not in _ROUGHLY:
        # "A 24-bed ward", "a five-person team": what is counted comes first.
        return _of_things(mention, mention.after[0])
    noun = None if _is_strong(mention) else mention.noun()
    return _counted_before(mention) if noun is None else _of_things(mention, noun)


def _is_panel(mention: Mention) -> bool:
    """Return whether those who asked are counted: "a panel of four", "two new assessors"."""
    if mention.texts_before(2) == ("of", "panel"):
        return True
    return not _ASKERS.isdisjoint(mention.texts_after(_ASKER_REACH))


def _is_strong(mention: Mention) -> bool:
    """Return whether "the rota is eight strong" stands there, and no "eight strong coffees"."""
    if mention.next_text != "strong":
        return False
    after = mention.after
    if len(after) == 1 or after[1].text in PHRASE_ENDS:
        return True
    return bool(mention.reading.text(after[0].end, after[1].start).strip())


def _of_things(mention: Mention, noun: Word) -> Amount | None:
    """Return a number of what the noun behind it names; None where that is next to nothing."""
    if noun.text in _VAGUE or noun.root in _VAGUE:
        return None
    if noun.text == "reports" and not _OF_REPORTS.isdisjoint(mention.texts_after(3)):
        # "Seven direct reports" are seven people.
        return replace(mention.amount, head=PERSON, word=PERSON, end=noun.end)
    head = noun_class(noun.root)
    period, end = period_after(noun.end, [word for word in mention.after if word.start >= noun.end])
    if period:
        return per_year(mention.amount, period, head, end)
    return replace(mention.amount, head=head, word=noun.root, end=noun.end)


def noun_class(root: str) -> str:
    """Return the class of what is counted: "two lifts" are none of "it lifted the mood"."""
    head = lexicon().class_of(root)
    return root if head in _VERBS else head


def _is_some_of_them(mention: Mention) -> bool:
    """Return whether only a part is counted: "two of my team", "three of them are new"."""
    texts = mention.texts_after(3)
    if texts[:2] == ("of", "them") and _THERE_ARE.isdisjoint(mention.texts_before(2)):
        return True
    if texts[:1] != ("of",) or len(texts) < _OF_AND_TWO:
        return False
    return texts[1] in _OWNED or (texts[1] in _PRONOUNS and texts[2] in _PREDICATES)


def _whole_of(mention: Mention) -> Word | None:
    """Return what is counted in "all seven of my direct reports"; None where it is a part."""
    if mention.texts_before(1) != ("all",):
        return None
    named: list[Word] = []
    for word in mention.after[2 : 2 + _NAMED]:
        if word.text in PHRASE_ENDS or (named and word.start > named[-1].end + 1):
            break
        named.append(word)
        if word.text.endswith("s"):
            break
    return named[-1] if named else None


def _how_often(mention: Mention) -> Amount | None:
    """Return "twice a week", "once daily"."""
    period, end = period_after(mention.last.end, mention.after)
    return per_year(mention.amount, period, "times", end) if period else None


def _counted_before(mention: Mention) -> Amount:
    """Return "a team of 5", "5 of us", "there were eight", "headcount is 40"."""
    if _is_of_people(mention):
        return replace(mention.amount, head=PERSON, word=PERSON)
    known = lexicon()
    if mention.amount.low <= _MOST_BEFORE:
        passed = PHRASE_ENDS, known.lists["ignored"]
        near = mention.before[:_NOUN_REACH]
        noun = next((one for one in near if not any(one.text in words for words in passed)), None)
        if any(one.text in _OF_A_CROWD for one in near):
            return replace(mention.amount, head=PERSON, word=PERSON)
        if noun is not None and noun.root in known.classes and not noun.text.endswith("ed"):
            return replace(mention.amount, head=known.class_of(noun.root), word=noun.root)
    return mention.amount


def _is_of_people(mention: Mention) -> bool:
    """Return whether the words around a bare number say that it counts people."""
    groups = lexicon().groups
    if _is_strong(mention):
        return True
    follow = mention.texts_after(2)
    if follow in _OF_PEOPLE or mention.next_text == "altogether":
        return True
    if follow in _IN_OUR and any(
        word.root in groups or word.root == "room" for word in mention.after[2:3]
    ):
        return True
    texts = mention.texts_before(2)
    if texts[:1] == ("of",):
        return any(word.root in groups for word in mention.before[1:2])
    return texts == _WE_WERE and mention.next_text not in _BEYOND


def group_of(reading: Reading, amount: Amount) -> str:
    """Return what a number of people is the size of, the word nearest to it first; "" if unsaid."""
    if amount.kind != "count":
        return ""
    known = lexicon()
    start, end = clause = reading.clause_at(amount.start)
    before, after = reading.before(amount.start), reading.after(amount.end)
    behind = takewhile(lambda word: word.text not in _BESIDES, after[:_GROUP_REACH])
    near = [
        word
        for word in (*before[:_GROUP_REACH], *behind)
        if start <= word.start < end and _is_group(word)
    ]
    if near:
        said = known.groups[min(near, key=lambda word: abs(word.start - amount.start)).root]
        # Asked for the team, "there are nine of us in the office" tells its size.
        is_ours = tuple(word.text for word in after[:2]) == _OF_US and "team" in reading.asked
        return "team" if said == "site" and is_ours else said
    if not known.is_person(amount.head):
        return ""
    is_mine = tuple(word.text for word in after[:2]) in _ARE_MINE
    if is_mine or not _LEADS.isdisjoint(reading.content(*clause)):
        return "team"
    asked = (known.groups[name] for name in sorted(reading.asked) if name in known.groups)
    return next(asked, "team" if reading.asked & _ASKED_FOR_TEAM else "")


def _is_group(word: Word) -> bool:
    """Return whether a word is one for a group; who watches the children is at work."""
    return word.root in lexicon().groups and word.text != "watches"


def _only_with(reading: Reading) -> Iterator[Amount]:
    """Yield "just myself and one trainee": the people there are, the person among them."""
    words = reading.words
    for place, word in enumerate(words[:-3]):
        if word.text not in _MYSELF or words[place + 1].text != "and":
            continue
        if not place or words[place - 1].text not in _ONLY_JUST:
            continue
        begin = words[place + 2].start
        number = next((one for one in reading.numbers if one.start == begin), None)
        others = number.value if number is not None else 1.0
        noun = words[place + 3]
        if (number is None and words[place + 2].text not in _ARTICLES) or others > _FEW:
            continue
        head = PERSON
        yield Amount(
            "count", 1 + others, 1 + others, head=head, word=head, start=word.start, end=noun.end
        )


def read_only_ones(reading: Reading) -> Iterator[Amount]:
    """Yield "the only designer", "the sole nurse": a number of people as well as any.

    Example:
        >>> from interview_journal.analysis.consistency.reading import read_answer
        >>> [found.head for found in read_only_ones(read_answer("I was the only nurse.")[0])]
        ['nurse']
    """
    if reading.said.isdisjoint(WORDS_OF_ONLY):
        return
    words = reading.words
    yield from _only_with(reading)
    for place, word in enumerate(words[1:-1], start=1):
        if word.text in _THE_ONLY and words[place - 1].text in _OWNERS:
            noun: Word = words[place + 1]
            head = lexicon().class_of(noun.root)
            if lexicon().is_person(head) and not noun.text.endswith("s"):
                yield Amount(
                    "count",
                    1.0,
                    1.0,
                    head=head,
                    word=noun.root,
                    start=words[place - 1].start,
                    end=noun.end,
                )
