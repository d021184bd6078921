"""Two journals on one folder against a model that fits on a page."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from interview_journal.core.records import Answer
from interview_journal.errors import ConflictError
from interview_journal.store.journal import Journal
from tests.faults.making import Clock, all_rows, an_answer, open_at

_MEMORY = Path("/dev/shm")
WORDS = st.sampled_from(["", "=1+1", "007", "two\nlines", 'a "quote"', "é", "'tis", "NA"])
WHO = st.integers(0, 1)


class TwoJournals(RuleBasedStateMachine):
    """The model: for each id its versions as (note, removed), the last one or its rivals on top."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        where = _MEMORY if _MEMORY.is_dir() else None
        self.folder = Path(tempfile.mkdtemp(prefix="interview-journal-tests-", dir=where))
        self.clock = Clock()
        self.path = self.folder / "journal"
        self.journals = [open_at(self.path, self.clock) for _ in range(2)]
        self.past: dict[str, list[list[tuple[str, bool]]]] = {}

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def _known(self, journal: Journal, record_id: str) -> Answer | None:
        return journal.get(Answer, record_id)

    @rule(target=ids, who=WHO, note=WORDS)
    def add(self, who: int, note: str) -> str:
        self.clock.forward(minutes=1)
        answer = an_answer(len(self.past), note=note)
        saved = self.journals[who].add(answer)
        assert self.journals[who].add(answer) == saved
        self.past[saved.id] = [[(note, False)]]
        return saved.id

    @rule(record_id=ids, who=WHO, note=WORDS)
    def revise(self, record_id: str, who: int, note: str) -> None:
        self._change(record_id, who, note=note)

    @rule(record_id=ids, who=WHO)
    def remove(self, record_id: str, who: int) -> None:
        self._change(record_id, who, removed=True)

    @rule(record_id=ids, who=WHO)
    def restore(self, record_id: str, who: int) -> None:
        self.journals[who].refresh()
        base = self._known(self.journals[who], record_id)
        if base is None or not base.removed:
            return
        self._change(record_id, who, removed=False)

    def _change(self, record_id: str, who: int, **change: object) -> None:
        journal = self.journals[who]
        base = self._known(journal, record_id)
        if base is None:
            return
        self.clock.forward(minutes=1)
        past = self.past[record_id]
        was = (base.note, base.removed)
        new = (str(change.get("note", base.note)), bool(change.get("removed", base.removed)))
        top = past[-1]
        is_newest = base.revision == len(past) and was == top[0]
        try:
            journal.revise(base, **change)
        except ConflictError:
            assert len(top) > 1
            return
        if base.revision < len(past) and new in past[base.revision]:
            return  # that very revision was saved before
        if len(top) > 1:
            # Only the retry of what is among the rivals already goes through.
            assert new in top
            return
        if new == top[0]:
            return
        if is_newest:
            past.append([new])
        else:
            top.append(new)

    @rule(record_id=ids, who=WHO, which=st.integers(0, 3))
    def settle(self, record_id: str, who: int, which: int) -> None:
        journal = self.journals[who]
        journal.refresh()
        self.clock.forward(minutes=1)
        for conflict in journal.conflicts:
            if conflict.record_id == record_id:
                chosen = conflict.records[which % len(conflict.records)]
                assert isinstance(chosen, Answer)
                journal.settle(conflict, chosen)
                self.past[record_id].append([(chosen.note, chosen.removed)])

    @rule(who=WHO)
    def refresh(self, who: int) -> None:
        self.journals[who].refresh()

    @rule(who=WHO)
    def tidy(self, who: int) -> None:
        self.journals[who].tidy()

    @rule(who=WHO)
    def reopen(self, who: int) -> None:
        self.journals[who] = open_at(self.path, self.clock)

    @rule()
    def lose_the_caches(self) -> None:
        shutil.rmtree(self.path / ".known", ignore_errors=True)

    @rule()
    def replace_the_file(self) -> None:
        table = self.path / "answers.csv"
        if table.exists():
            beside = self.path / "beside.tmp"
            beside.write_bytes(table.read_bytes())
            beside.replace(table)

    @invariant()
    def the_journal_is_the_model(self) -> None:
        fresh = open_at(self.path, self.clock)
        shown = {answer.id: answer.note for answer in fresh.answers}
        tops = {record_id: past[-1] for record_id, past in self.past.items()}
        assert shown == {i: top[0][0] for i, top in tops.items() if not top[0][1]}
        assert {c.record_id for c in fresh.conflicts} == {i for i, t in tops.items() if len(t) > 1}
        for conflict in fresh.conflicts:
            rivals = [(r.note, r.removed) for r in conflict.records if isinstance(r, Answer)]
            assert rivals == tops[conflict.record_id]
        for record_id, past in self.past.items():
            record = fresh.get(Answer, record_id)
            assert record is not None
            told = [(r.revision, r.note, r.removed) for r in fresh.history(record)]
            expected = [(n, *one) for n, same in enumerate(past, 1) for one in same]
            assert told == expected
        assert {p.kind for p in fresh.problems} <= {"orphan"}
        if self.past:
            assert len(all_rows(self.path)) == len(set(all_rows(self.path)))


TestTwoJournals = TwoJournals.TestCase
TestTwoJournals.settings = settings(
    max_examples=60,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
