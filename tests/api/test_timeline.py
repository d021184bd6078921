"""The timeline of an application of a journal on disk."""

from __future__ import annotations

from datetime import UTC, datetime

from interview_journal.api.due import follow_up_of
from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.api.timeline import application_timeline
from interview_journal.charts.rendering import TIMELINE, render
from interview_journal.charts.themes import LIGHT

EVENING = datetime(2026, 6, 23, 21, tzinfo=UTC)


def test_each_application_of_the_sample_has_a_picture_and_a_sentence() -> None:
    sample = open_journal(sample_path())
    found = follow_up_of(sample, EVENING)
    for application in sample.applications:
        given = application_timeline(sample, application.id, EVENING, follow_up=found)
        assert given.title == application.company
        assert given.sentence.startswith(f"{application.company}: ")
        assert given.frame.equals(application_timeline(sample, application.id, EVENING).frame)
        assert render(TIMELINE, given.frame, LIGHT, 400)


def test_an_application_that_is_not_there_is_said_to_be_unknown() -> None:
    given = application_timeline(open_journal(sample_path()), "p_nobody", EVENING)
    assert given.frame.empty
    assert given.sentence == "This application: nothing is known yet."
