"""Findings listed for the command line and for other programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from interview_journal.api.finding_lists import findings_csv, findings_values, list_findings
from interview_journal.core.records import Answer, Verdict
from tests.told_journal import GERMAN, told_journal

if TYPE_CHECKING:
    from pathlib import Path


def test_a_finding_is_listed_with_both_its_places(tmp_path: Path) -> None:
    listed = list_findings(told_journal(tmp_path / "j"))
    (row,) = csv.DictReader(io.StringIO(findings_csv(listed)))
    assert (row["company_a"], row["company_b"]) == ("Acme", "Borealis")
    assert (row["words_a"], row["words_b"]) == ("four weeks", "three months")
    assert (row["date_a"], row["asked_by_b"]) == ("2026-03-03", "Ben Okoro")
    (value,) = findings_values(listed)
    assert json.loads(json.dumps(value))["a"]["sentence"] == "My notice is four weeks."
    assert value["b"]["start"] == 13


def test_what_was_answered_is_counted_or_listed(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    key = list_findings(journal).findings[0].finding.key
    journal.add(Verdict(key=key, verdict="would fix"))
    journal.add(Answer(interview_id=journal.interviews[0].id, question="Und?", answer=GERMAN))
    listed = list_findings(journal)
    assert (listed.findings, listed.settled_count, listed.answer_count) == ((), 1, 3)
    assert [one.answer for one in listed.unread] == [GERMAN]
    every = list_findings(journal, settled=True)
    assert [one.verdict for one in every.findings] == ["would fix"]
    assert every.settled_count == 0


def test_no_cell_is_run_as_a_formula(tmp_path: Path) -> None:
    journal = told_journal(tmp_path / "j")
    journal.revise(journal.applications[0], company='=HYPERLINK("http://x")')
    (row,) = csv.DictReader(io.StringIO(findings_csv(list_findings(journal))))
    assert row["company_a"] == '\'=HYPERLINK("http://x")'
    assert row["confidence"][0] == "0" or row["confidence"][0] == "1"
