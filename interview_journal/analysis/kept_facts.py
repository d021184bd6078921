"""What was read from a journal as plain values without a word of it, and back again.

Only ids and places are kept. The words are taken from the answers again, so what is kept must
belong to exactly these answers and these rules: ``facts_digest`` names both.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, get_args

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.differences import Difference
from interview_journal.analysis.consistency.findings import Said, finding_of
from interview_journal.analysis.consistency.index import Told
from interview_journal.analysis.consistency_facts import ConsistencyFacts
from interview_journal.analysis.ledger import LedgerMark, Subject
from interview_journal.analysis.question_groups import QuestionGroups
from interview_journal.core.claims import FindingKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from interview_journal.analysis.occasions import Occasion
    from interview_journal.core.claims import Finding, Span
    from interview_journal.core.view import JournalView

__all__ = [
    "answer_digests",
    "facts_digest",
    "kept_facts",
    "kept_facts_among",
    "rules_digest",
    "rules_version",
    "stored_facts",
]

_RULES: Final = (
    ("interview_journal.analysis.consistency", ""),
    ("interview_journal.analysis", "consistency_facts ledger question_groups question_matching"),
    ("interview_journal.analysis", "told_answers kept_facts occasions found_topics"),
    ("interview_journal.core", "catalogue topics topic_index question_words"),
)
"""The files that decide what is found: a whole folder, or some of one."""
_DIGEST_BYTES: Final = 12
_KINDS: Final = frozenset(get_args(FindingKind))
_SUBJECTS: Final = frozenset(get_args(Subject))
_MATTERS: Final = ("", "person", "child")
"""What a number can be of in a finding's sentence: names of ours, never the person's words."""


@cache
def rules_version() -> str:
    """Return a name for the rules as they are in this copy of the program.

    Example:
        >>> rules_version() == rules_version()
        True
    """
    digest = hashlib.sha256()
    for package, names in _RULES:
        for file in sorted(files(package).iterdir(), key=lambda one: one.name):
            stem, _, ending = file.name.rpartition(".")
            if ending in ("py", "toml", "json") and (not names or stem in names.split()):
                digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:32]


def answer_digests(view: JournalView, given: Mapping[str, Occasion]) -> dict[str, str]:
    """Return a name for each answer with all that the facts say of it, by the answer's id.

    Args:
        view: The records.
        given: The answers by their ids.
    """
    topics = {one.id: one.topic for one in view.answers}
    names = {}
    for one in given.values():
        told = [one.answer_id, one.question, one.answer, topics[one.answer_id]]
        told += [one.interview_id, one.company, one.held_on.isoformat()]
        told += [str(one.round), str(one.position)]
        data = json.dumps(told).encode()
        names[one.answer_id] = hashlib.blake2b(data, digest_size=_DIGEST_BYTES).hexdigest()
    return names


def rules_digest(view: JournalView, own_questions: object = "") -> str:
    """Return a name for what joins the answers: the rules, and the person's word on questions.

    Args:
        view: The records.
        own_questions: The questions of the person's own file.
    """
    digest = hashlib.sha256(f"{rules_version()}{own_questions!r}".encode())
    for link in view.question_links:
        said = [link.id, link.question_a, link.question_b, link.same, str(link.decided_at)]
        digest.update(json.dumps(said).encode())
    return digest.hexdigest()


def facts_digest(rules: str, answers: Mapping[str, str]) -> str:
    """Return a name for all that the facts are read from.

    Args:
        rules: As ``rules_digest`` gives it.
        answers: As ``answer_digests`` gives them.
    """
    return hashlib.sha256("\n".join((rules, *answers.values())).encode()).hexdigest()


def kept_facts(facts: ConsistencyFacts, given: Mapping[str, Occasion]) -> dict[str, Any] | None:
    """Return facts as plain values; None where they could not be read back the same.

    Args:
        facts: What was read.
        given: The answers by their ids.
    """
    findings = []
    for finding in facts.findings:
        plain = _plain_finding(finding, given)
        if plain is None:
            return None
        findings.append(plain)
    return {
        "findings": findings,
        "ledger": [[m.answer_id, m.subject, *m.span, *m.quote_span] for m in facts.ledger],
        "groups": [list(one) for one in facts.questions.groups],
        "unsure": [list(one) for one in facts.questions.unsure],
        "unread": list(facts.unread),
    }


def stored_facts(stored: Any, given: Mapping[str, Occasion]) -> ConsistencyFacts | None:  # noqa: ANN401 - whatever JSON holds
    """Return the facts of plain values; None where they are not what ``kept_facts`` makes."""
    try:
        return ConsistencyFacts(
            findings=tuple(_finding(plain, given) for plain in _list(stored["findings"])),
            ledger=tuple(_mark(plain, given) for plain in _list(stored["ledger"])),
            questions=QuestionGroups(
                groups=tuple(_ids(plain, given) for plain in _list(stored["groups"])),
                unsure=tuple(_pair(plain, given) for plain in _list(stored["unsure"])),
            ),
            unread=_ids(stored["unread"], given),
        )
    except (TypeError, ValueError, KeyError, AttributeError):
        return None


def kept_facts_among(
    stored: Any,  # noqa: ANN401 - whatever JSON holds
    given: Mapping[str, Occasion],
    answer_ids: AbstractSet[str],
) -> ConsistencyFacts | None:
    """Return the facts of plain values that stand in these answers alone.

    Args:
        stored: What ``kept_facts`` made, of these answers and others.
        given: The answers by their ids.
        answer_ids: The answers that are as they were then.
    """
    known = answer_ids
    try:
        some = {
            "findings": [
                one for one in stored["findings"] if one[3][0] in known and one[4][0] in known
            ],
            "ledger": [one for one in stored["ledger"] if one[0] in known],
            "groups": [own for own in stored["groups"] if known >= {*own}],
            "unsure": [pair for pair in stored["unsure"] if known >= {*pair}],
            "unread": [one for one in stored["unread"] if one in known],
        }
    except (TypeError, ValueError, KeyError, IndexError):
        return None
    return stored_facts(some, given)


def _plain_finding(finding: Finding, given: Mapping[str, Occasion]) -> list[Any] | None:
    sides = []
    for answer_id, quote, span in (
        (finding.answer_a, finding.quote_a, finding.span_a),
        (finding.answer_b, finding.quote_b, finding.span_b),
    ):
        text = given[answer_id].answer if answer_id is not None and answer_id in given else ""
        low = max(0, span[1] - len(quote))
        start = text.find(quote, low, span[0] + len(quote))
        sides.append([answer_id, *span, start, start + len(quote)])
    for matter in _MATTERS:
        plain = [finding.kind, finding.confidence, matter, *sides]
        try:
            if _finding(plain, given) == finding:
                return plain
        except (ValueError, KeyError):
            return None
    return None


def _finding(plain: Any, given: Mapping[str, Occasion]) -> Finding:  # noqa: ANN401
    kind, confidence, matter, one, other = plain
    if kind not in _KINDS or matter not in _MATTERS:
        raise ValueError
    first, span_a, quote_a = _side(one, given)
    second, span_b, quote_b = _side(other, given)
    difference = Difference(kind, float(confidence), span_a, quote_a, span_b, quote_b, matter)
    return finding_of(first, second, difference)


def _side(plain: Any, given: Mapping[str, Occasion]) -> tuple[Said, Span, Span]:  # noqa: ANN401
    answer_id, start, end, low, high = plain
    one = given[answer_id]
    return _said(one), _span(start, end, one), _span(low, high, one)


def _said(one: Occasion) -> Said:
    told = Told(
        one.answer_id, one.question, one.answer, "", one.interview_id, one.company, one.held_on
    )
    return Said(told, _nothing_read())


@cache
def _nothing_read() -> Any:  # noqa: ANN401 - an empty reading
    return read_for_comparison("")


def _span(start: Any, end: Any, one: Occasion) -> Span:  # noqa: ANN401
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(one.answer):
        raise ValueError
    return start, end


def _mark(plain: Any, given: Mapping[str, Occasion]) -> LedgerMark:  # noqa: ANN401
    answer_id, subject, start, end, low, high = plain
    one = given[answer_id]
    if subject not in _SUBJECTS:
        raise ValueError
    return LedgerMark(answer_id, subject, _span(start, end, one), _span(low, high, one))


def _list(plain: Any) -> Sequence[Any]:  # noqa: ANN401
    if not isinstance(plain, list):
        raise TypeError
    return plain


def _ids(plain: Any, given: Mapping[str, Occasion]) -> tuple[str, ...]:  # noqa: ANN401
    return tuple(given[answer_id].answer_id for answer_id in _list(plain))


def _pair(plain: Any, given: Mapping[str, Occasion]) -> tuple[str, str]:  # noqa: ANN401
    one, other = _ids(plain, given)
    return one, other
