"""What the person says of findings and questions: kept at once, taken back with one press.

Words that are typed for later ("what I will say") are kept as a draft while they are typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from interview_journal.core.records import Answer, QuestionLink, Verdict

if TYPE_CHECKING:
    from interview_journal.core.choices import VerdictWord
    from interview_journal.core.claims import Finding
    from interview_journal.store.journal import Journal

__all__ = ["VERDICT_PRESSES", "ConsistencyDesk", "Said"]

VERDICT_PRESSES: Final[dict[str, VerdictWord]] = {
    "fine": "both fine",
    "changed": "things changed",
    "other": "not the same thing",
    "fix": "would fix",
}
"""What each button says of a finding."""
_DRAFT: Final = "consistency-words"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said in this sitting, and is shown where it was asked.

    Attributes:
        verdicts: Verdicts by the finding's key.
        typed: Words not saved yet, by the verdict's id.
        links: Question links by the two questions.
    """

    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[tuple[str, str], QuestionLink] = field(default_factory=dict)


class ConsistencyDesk:
    """Keeps what is said in the journal."""

    def __init__(self, journal: Journal) -> None:
        """Take up words that were typed and not saved."""
        self._journal = journal
        self._verdicts: dict[str, Verdict] = {}
        self._links: dict[tuple[str, str], QuestionLink] = {}
        self._typed: dict[str, str] = {}
        draft = journal.drafts.get(_DRAFT)
        if draft is not None:
            known = {one.id: one for one in journal.verdicts}
            for verdict_id, text in draft.fields.items():
                if verdict_id in known:
                    self._typed[verdict_id] = text
                    self._verdicts[known[verdict_id].key] = known[verdict_id]

    @property
    def said(self) -> Said:
        """What was said in this sitting."""
        return Said(dict(self._verdicts), dict(self._typed), dict(self._links))

    # Findings -----------------------------------------------------------------------------

    def answer(self, finding: Finding, word: VerdictWord) -> None:
        """Keep the person's word on a finding."""
        sides = [
            self._journal.get(Answer, one or "") for one in (finding.answer_a, finding.answer_b)
        ]
        revisions = [1 if one is None or one.revision is None else one.revision for one in sides]
        self._verdicts[finding.key] = self._journal.add(
            Verdict(
                key=finding.key,
                answer_a=finding.answer_a or "",
                revision_a=revisions[0],
                quote_a=finding.quote_a,
                answer_b=finding.answer_b or "",
                revision_b=revisions[1],
                quote_b=finding.quote_b,
                verdict=word,
                decided_at=self._journal.now(),
            )
        )

    def take_back(self, key: str) -> None:
        """Take back every word on a finding, so that it is asked again."""
        for verdict in [one for one in self._journal.verdicts if one.key == key]:
            self._journal.remove(verdict)
            self._typed.pop(verdict.id, None)
        self._verdicts.pop(key, None)
        self._keep_draft()

    def type_words(self, verdict_id: str, text: str) -> None:
        """Keep what is typed as a draft."""
        self._typed[verdict_id] = text
        self._keep_draft()

    def keep_words(self) -> None:
        """Save all that was typed."""
        known = {one.id: one for one in self._journal.verdicts}
        for verdict_id, text in list(self._typed.items()):
            verdict = known.get(verdict_id)
            if verdict is not None and verdict.what_i_will_say != text.strip():
                saved = self._journal.revise(verdict, what_i_will_say=text.strip())
                if saved.key in self._verdicts:
                    self._verdicts[saved.key] = saved
            del self._typed[verdict_id]
        self._keep_draft()

    def _keep_draft(self) -> None:
        if self._typed:
            self._journal.drafts.keep(_DRAFT, self._typed)
        elif _DRAFT in self._journal.drafts.names():
            self._journal.drafts.discard(_DRAFT)

    # Questions ----------------------------------------------------------------------------

    def link(self, questions: tuple[str, str], *, same: bool) -> None:
        """Keep whether two questions are the same."""
        self._links[questions] = self._journal.add(
            QuestionLink(
                question_a=questions[0],
                question_b=questions[1],
                same=same,
                decided_at=self._journal.now(),
            )
        )

    def unlink(self, link_id: str) -> None:
        """Take back what was said of two questions."""
        link = self._journal.get(QuestionLink, link_id)
        if link is not None and not link.removed:
            self._journal.remove(link)
        self._links = {pair: one for pair, one in self._links.items() if one.id != link_id}
