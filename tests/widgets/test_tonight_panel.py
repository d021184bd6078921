"""The tonight panel: what is pressed reaches the journal, and the screen follows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from interview_journal.api.journal_paths import sample_path
from interview_journal.api.opening import open_journal
from interview_journal.core.records import (
    Answer,
    Application,
    Encounter,
    Forecast,
    Interview,
    Person,
)
from interview_journal.widgets.record_place import read_place
from interview_journal.widgets.tonight_panel import TonightPanel

if TYPE_CHECKING:
    from pathlib import Path

    from interview_journal.store.journal import Journal

TODAY = date(2026, 3, 6)
NOW = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return open_journal(tmp_path / "j", now=lambda: NOW)


@pytest.fixture
def panel(journal: Journal) -> TonightPanel:
    return TonightPanel(journal)


def hold(journal: Journal, company: str = "Northgate", days: int = -1, **more: Any) -> Interview:
    job = journal.add(Application(company=company, role="Nurse"))
    day = TODAY + timedelta(days)
    told = {"account": "We talked."} if days <= 0 else {}
    return journal.add(Interview(application_id=job.id, held_on=day, **(told | more)))


def sections(panel: TonightPanel) -> dict[str, dict[str, Any]]:
    return {one["key"].split(":")[0]: one for one in (*panel.upper.sections, *panel.lower.sections)}


def words(panel: TonightPanel) -> str:
    """Return all that the sheets say."""

    def gather(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [text for one in value.values() for text in gather(one)]
        if isinstance(value, list | tuple):
            return [text for one in value for text in gather(one)]
        return []

    return "\n".join(gather(panel.upper.sections) + gather(panel.lower.sections))


def pressable(panel: TonightPanel) -> list[str]:
    """Return the labels of every button shown."""
    found: list[str] = []

    def gather(value: object) -> None:
        if isinstance(value, dict):
            found.extend(one["label"] for one in value.get("buttons", []))
            for one in value.values():
                gather(one)
        elif isinstance(value, list | tuple):
            for one in value:
                gather(one)

    gather(panel.upper.sections)
    gather(panel.lower.sections)
    return found


def type_into(panel: TonightPanel, **values: str) -> None:
    assert panel.opened is not None
    panel.opened.form.take_typed({**panel.opened.form.values, **values})


def save(panel: TonightPanel) -> None:
    assert panel.opened is not None
    panel.opened.form.press("save")


def errors(panel: TonightPanel) -> dict[str, str]:
    assert panel.opened is not None
    return dict(panel.opened.form.errors)


# The first screen ----------------------------------------------------------------------------


def test_the_first_screen_says_what_to_do_now(panel: TonightPanel) -> None:
    (welcome,) = panel.upper.sections
    assert f"{welcome['heading']} {welcome['texts'][0]}" == (
        "Just had an interview? Write it down while it’s fresh. Five minutes is enough. "
        "You can add more tomorrow. It stays on this computer. Nothing is sent."
    )
    assert [one["label"] for one in welcome["links"]] == ["Write down an interview"]
    assert welcome["links"][0]["primary"]
    assert [one["label"] for one in welcome["buttons"]] == [
        "I have one coming up",
        "Look at an example",
    ]
    assert panel.lower.sections == []


def test_showing_an_empty_journal_writes_nothing(panel: TonightPanel, journal: Journal) -> None:
    panel.look()
    assert not journal.path.exists()


def test_there_is_never_more_than_one_primary_button(panel: TonightPanel, journal: Journal) -> None:
    hold(journal)
    for name in ("own", "heard", "coming", "coming", "example"):
        panel.press(name)
        primary = [
            one
            for section in (*panel.upper.sections, *panel.lower.sections)
            for one in (*section.get("links", []), *section.get("buttons", []))
            if one.get("primary")
        ]
        opened = 0 if panel.opened is None else 1
        assert len(primary) + opened == 1


def test_the_panel_prints_nothing_of_the_journal(panel: TonightPanel, journal: Journal) -> None:
    hold(journal, "Planted Ltd")
    panel.look()
    assert "Planted" not in repr(panel) + str(panel) + repr(panel.upper) + repr(panel.children)


def test_following_the_link_asks_for_that_interview(panel: TonightPanel, journal: Journal) -> None:
    one = hold(journal)
    panel.press("record", one.id)
    assert read_place(journal.drafts, now=NOW).interview_id == one.id
    panel.press("record")
    place = read_place(journal.drafts, now=NOW)
    assert (place.interview_id, place.asked) == (None, True)


# I heard back --------------------------------------------------------------------------------


def test_an_answer_is_entered_with_its_day(panel: TonightPanel, journal: Journal) -> None:
    one = hold(journal)
    panel.press("heard")
    type_into(panel, answer="No", heard_on="2026-03-05")
    save(panel)
    saved = journal.interviews[0]
    assert (saved.id, saved.outcome) == (one.id, "rejected")
    assert saved.outcome_known_at is not None
    assert saved.outcome_known_at.date() == date(2026, 3, 5)
    assert journal.applications[0].status == "rejected"
    assert panel.opened is None
    assert "They said no." in sections(panel)["latest"]["texts"][0]


def test_the_guess_is_shown_only_after_the_answer(panel: TonightPanel, journal: Journal) -> None:
    one = hold(journal)
    journal.add(Forecast(interview_id=one.id, percent=70, forecast_at=NOW - timedelta(hours=3)))
    panel.look()
    panel.press("heard")
    assert "guess" not in words(panel)
    assert "Likely" not in str(panel.opened and panel.opened.form.fields)
    type_into(panel, answer="Yes, it goes on")
    save(panel)
    assert "your guess was “likely”" in words(panel)


def test_an_answer_can_be_taken_back(panel: TonightPanel, journal: Journal) -> None:
    hold(journal)
    panel.press("heard")
    type_into(panel, answer="Silence. I am no longer waiting")
    save(panel)
    assert [each.status for each in journal.applications] == ["silent"]
    panel.press("undo")
    assert journal.interviews[0].outcome is None
    assert journal.interviews[0].outcome_known_at is None
    assert [each.status for each in journal.applications] == ["open"]
    assert "Taken back" in words(panel)


def test_what_is_missing_is_said_beside_its_field(panel: TonightPanel, journal: Journal) -> None:
    hold(journal)
    panel.press("heard")
    type_into(panel, heard_on="")
    save(panel)
    assert set(errors(panel)) == {"answer", "heard_on"}
    type_into(panel, heard_on="2026-03-07", answer="No")
    save(panel)
    assert set(errors(panel)) == {"heard_on"}
    type_into(panel, heard_on="2026-03-04")
    save(panel)
    assert set(errors(panel)) == {"heard_on"}
    assert journal.interviews[0].outcome is None


def test_a_second_press_on_save_saves_once(panel: TonightPanel, journal: Journal) -> None:
    hold(journal)
    panel.press("heard")
    type_into(panel, answer="No")
    opened = panel.opened
    assert opened is not None
    opened.form.press("save")
    opened.form.press("save")
    assert journal.interviews[0].revision == 2


def test_a_yes_leads_on_to_the_next_round(panel: TonightPanel, journal: Journal) -> None:
    one = hold(journal)
    ana = journal.add(Person(application_id=one.application_id, name="Ana Ruiz"))
    panel.press("heard")
    type_into(panel, answer="Yes, it goes on")
    save(panel)
    assert pressable(panel)[2:5] == ["There is another round", "They made an offer", "Undo"]
    panel.press("coming", one.application_id)
    assert panel.opened is not None
    assert panel.opened.form.values["company"] == "Northgate"
    type_into(panel, held_on="2026-03-12", names="ana ruiz, Ben Osei")
    save(panel)
    assert [(r.round, r.held_on) for r in journal.interviews] == [
        (1, date(2026, 3, 5)),
        (2, date(2026, 3, 12)),
    ]
    assert [one.name for one in journal.people] == ["Ana Ruiz", "Ben Osei"]
    assert journal.encounters[0].person_id == ana.id
    assert sections(panel)["coming"]["lines"][0]["title"] == "Northgate, round 2"


def test_an_offer_is_noted_once(panel: TonightPanel, journal: Journal) -> None:
    one = hold(journal)
    for _ in range(2):
        panel.press("offer", one.application_id)
    assert (journal.applications[0].status, journal.applications[0].revision) == ("offer", 2)


def test_an_earlier_round_is_found_by_words(panel: TonightPanel, journal: Journal) -> None:
    for number in range(14):
        hold(journal, f"Company {number:02}", -1 - number)
    panel.press("heard")
    type_into(panel, words="company 13")
    assert panel.opened is not None
    (option,) = panel.opened.form.fields[1]["options"]
    assert option["label"].startswith("Company 13")
    assert panel.opened.form.values["round"] == option["value"]
    type_into(panel, words="nobody")
    save(panel)
    assert "round" in errors(panel)


# A round to come -----------------------------------------------------------------------------


def test_the_first_thing_kept_may_be_a_round_to_come(panel: TonightPanel, journal: Journal) -> None:
    panel.press("coming")
    type_into(panel, company="Northgate", held_on="2026-03-12")
    save(panel)
    (one,) = journal.interviews
    assert (one.round, one.held_on) == (1, date(2026, 3, 12))
    assert "It’s noted: Northgate, round 1, Thursday 12 March." in words(panel)
    assert journal.drafts.names() == ()


def test_company_and_day_are_required_and_the_day_may_not_be_past(
    panel: TonightPanel, journal: Journal
) -> None:
    panel.press("coming")
    save(panel)
    assert set(errors(panel)) == {"company", "held_on"}
    type_into(panel, company="Northgate", held_on="2026-03-05")
    save(panel)
    assert set(errors(panel)) == {"held_on"}
    assert journal.interviews == ()


def test_people_follow_the_company_until_somebody_is_typed(
    panel: TonightPanel, journal: Journal
) -> None:
    one = hold(journal)
    ana = journal.add(Person(application_id=one.application_id, name="Ana Ruiz"))
    journal.add(Encounter(interview_id=one.id, person_id=ana.id))
    panel.press("coming")
    type_into(panel, company="Northgate")
    assert panel.opened is not None
    assert panel.opened.form.values["names"] == "Ana Ruiz"
    type_into(panel, company="Elsewhere")
    assert panel.opened.form.values["names"] == ""
    type_into(panel, names="Chi")
    type_into(panel, company="Northgate")
    assert panel.opened.form.values["names"] == "Chi"


def test_a_half_typed_round_comes_back_after_a_crash(panel: TonightPanel, journal: Journal) -> None:
    panel.press("coming")
    type_into(panel, company="Northg")
    again = TonightPanel(open_journal(journal.path, now=lambda: NOW))
    assert again.opened is not None
    assert again.opened.form.values["company"] == "Northg"
    again.opened.form.press("cancel")
    assert TonightPanel(journal).opened is None


def test_a_second_press_on_keep_stores_one_round(panel: TonightPanel, journal: Journal) -> None:
    panel.press("coming")
    type_into(panel, company="Northgate", held_on="2026-03-12")
    opened = panel.opened
    assert opened is not None
    values = dict(opened.form.values)
    opened.form.press("save")
    opened.form.take_typed(values)
    opened.form.press("save")
    assert len(journal.interviews) == len(journal.applications) == 1


def test_a_round_can_get_another_day(panel: TonightPanel, journal: Journal) -> None:
    one = hold(journal, days=3)
    panel.look()
    panel.press("move", one.id)
    type_into(panel, held_on="")
    save(panel)
    assert "held_on" in errors(panel)
    type_into(panel, held_on="2026-03-20")
    save(panel)
    assert journal.interviews[0].held_on == date(2026, 3, 20)


def test_when_a_round_begins_can_be_told_at_once_or_later(
    panel: TonightPanel, journal: Journal
) -> None:
    panel.press("coming")
    type_into(panel, company="Northgate", held_on="2026-03-12", time="half nine")
    save(panel)
    assert set(errors(panel)) == {"time"}
    type_into(panel, time="09:30")
    save(panel)
    (one,) = journal.interviews
    assert one.started_at == datetime(2026, 3, 12, 9, 30).astimezone()
    assert "9:30 am" in str(sections(panel)["coming"]["lines"][0])
    panel.press("move", one.id)
    assert panel.opened is not None
    assert panel.opened.form.values["time"] == "09:30"
    type_into(panel, held_on="2026-03-13")
    save(panel)
    (one,) = journal.interviews
    assert one.started_at == datetime(2026, 3, 13, 9, 30).astimezone()
    panel.press("move", one.id)
    type_into(panel, time="")
    save(panel)
    (one,) = journal.interviews
    assert (one.held_on, one.started_at) == (date(2026, 3, 13), None)


def test_where_a_round_is_can_be_told_at_once_or_later(
    panel: TonightPanel, journal: Journal
) -> None:
    panel.press("coming")
    type_into(
        panel, company="Northgate", held_on="2026-03-12", place=" https://call.example.org/9 "
    )
    save(panel)
    (one,) = journal.interviews
    assert one.place == "https://call.example.org/9"
    where = sections(panel)["coming"]["lines"][0]["texts"][-1]
    assert where == [
        {"text": "Where: ", "link": ""},
        {"text": "https://call.example.org/9", "link": "https://call.example.org/9"},
    ]
    at = NOW.replace(day=12)
    one = journal.revise(one, started_at=at)
    panel.press("move", one.id)
    assert panel.opened is not None
    assert panel.opened.form.values["place"] == one.place
    type_into(panel, place="Room <4>")
    save(panel)
    (one,) = journal.interviews
    assert (one.place, one.started_at) == ("Room <4>", at)
    assert sections(panel)["coming"]["lines"][0]["texts"][-1] == "Where: Room <4>"
    panel.press("move", one.id)
    save(panel)
    assert journal.interviews[0].revision == one.revision


def test_a_round_called_off_can_be_put_back(panel: TonightPanel, journal: Journal) -> None:
    one = hold(journal, days=3)
    panel.press("off", one.id)
    panel.press("off", one.id)
    assert not journal.interviews
    assert "Taken out: Northgate, round 1" in words(panel)
    panel.press("back", one.id)
    assert [each.id for each in journal.interviews] == [one.id]


@pytest.mark.parametrize("name", ["heard", "coming"])
def test_the_button_that_opened_a_form_closes_it(
    panel: TonightPanel, journal: Journal, name: str
) -> None:
    hold(journal)
    panel.press(name)
    panel.press(name)
    assert not panel.place.children
    panel.press(name)
    assert panel.opened is not None
    panel.opened.form.press("cancel")
    assert not panel.place.children


@pytest.mark.parametrize("name", ["off", "back", "move", "offer", "undo", "unheard of"])
def test_a_press_that_came_too_late_does_no_harm(panel: TonightPanel, name: str) -> None:
    panel.press(name, "i_gone")


def test_the_save_key_saves_the_open_form(panel: TonightPanel, journal: Journal) -> None:
    panel.save_all()
    panel.press("coming")
    type_into(panel, company="Northgate", held_on="2026-03-12")
    panel.save_all()
    assert len(journal.interviews) == 1


# The example ---------------------------------------------------------------------------------


def test_the_example_is_marked_everywhere_and_can_only_be_left(
    panel: TonightPanel, journal: Journal
) -> None:
    hold(journal, "My own company")
    before = sorted((path, path.stat().st_mtime_ns) for path in sample_path().rglob("*"))
    panel.look()
    panel.press("example")
    shown = [*panel.upper.sections, *panel.lower.sections]
    assert shown[0]["heading"] == "This is an example"
    assert len(shown) > 2
    assert all(one["tag"] == "Example" for one in shown[1:])
    assert "My own company" not in words(panel)
    assert pressable(panel) == ["Back to my journal"]
    panel.press("own")
    assert "My own company" in words(panel)
    assert sorted((path, path.stat().st_mtime_ns) for path in sample_path().rglob("*")) == before


def test_the_persons_own_and_the_example_never_stand_on_the_page_together(
    panel: TonightPanel, journal: Journal
) -> None:
    hold(journal, "My own company")
    panel.look()
    seen: list[str] = []
    for sheet in (panel.upper, panel.lower):
        sheet.observe(lambda _: seen.append(words(panel)), "sections")
    panel.press("example")
    panel.press("own")
    assert len(seen) > 2
    assert not [one for one in seen if "My own company" in one and "This is an example" in one]


def test_the_sample_opened_by_itself_is_looked_at_and_never_written() -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in sample_path().rglob("*"))
    panel = TonightPanel(open_journal(sample_path()))
    assert panel.upper.sections[0]["heading"] == "This is an example"
    assert pressable(panel) == []
    for name in ("own", "coming", "heard", "undo"):
        panel.press(name)
    panel.save_all()
    assert panel.upper.sections[0]["heading"] == "This is an example"
    assert panel.opened is None
    assert sorted((path, path.stat().st_mtime_ns) for path in sample_path().rglob("*")) == before


# The files -----------------------------------------------------------------------------------


def conflicting(journal: Journal) -> Interview:
    one = hold(journal)
    other = open_journal(journal.path, now=lambda: NOW)
    theirs = other.interviews[0]
    journal.revise(one, went_well="Mine")
    other.revise(theirs, went_well="Theirs")
    journal.refresh()
    return one


def test_a_conflict_is_settled_by_choosing_side_by_side(
    panel: TonightPanel, journal: Journal
) -> None:
    one = conflicting(journal)
    panel.look()
    form = panel.rivals.form
    assert panel.place.children == (form,)
    first, second = form.rows["versions"]
    assert [first["lines"], second["lines"]] == [
        ["What went well?\nMine"],
        ["What went well?\nTheirs"],
    ]
    form.press(second["buttons"][0]["name"], second["id"])
    assert panel.place.children == ()
    assert not journal.conflicts
    assert [each.went_well for each in journal.interviews] == ["Theirs"]
    assert "Mine" in [each.went_well for each in journal.history(one)]


def vanish(journal: Journal) -> Answer:
    """Take a row away as a spreadsheet would, and return its answer."""
    one = hold(journal)
    kept = journal.add(Answer(interview_id=one.id, question="Kept?", position=1))
    gone = journal.add(Answer(interview_id=one.id, question="Gone?", position=2))
    path = journal.path / "answers.csv"
    rows = path.read_bytes().split(b"\r\n")
    path.write_bytes(b"\r\n".join(row for row in rows if gone.id.encode() not in row))
    journal.refresh()
    assert [each.id for each in journal.answers] == [kept.id]
    return gone


def test_rows_that_vanished_may_go_only_after_a_second_press(
    panel: TonightPanel, journal: Journal
) -> None:
    vanish(journal)
    panel.look()
    assert "Bring them back" in pressable(panel)
    (line,) = sections(panel)["care"]["lines"]
    panel.press("accept missing", line["buttons"][1]["item"])
    assert "Yes, they may go" in pressable(panel)
    panel.press("keep asking", line["buttons"][1]["item"])
    assert journal.problems
    panel.press("accepted", line["buttons"][1]["item"])
    assert journal.problems, "a yes without the question before it counts for nothing"
    panel.press("accept missing", line["buttons"][1]["item"])
    panel.press("accepted", line["buttons"][1]["item"])
    assert [p for p in journal.problems if not p.notice] == []
    assert "care" not in sections(panel)


def test_rows_that_vanished_are_brought_back(panel: TonightPanel, journal: Journal) -> None:
    gone = vanish(journal)
    panel.look()
    panel.press("bring back", "vanished:answers.csv")
    assert "result" in sections(panel)
    if gone.id in [each.id for each in journal.answers]:
        assert "care" not in sections(panel)
    else:
        assert "no backup" in words(panel)


def test_rows_typed_by_hand_are_taken_in(panel: TonightPanel, journal: Journal) -> None:
    one = hold(journal)
    journal.add(Answer(interview_id=one.id, question="Written"))
    path = journal.path / "answers.csv"
    header = path.read_text("utf-8-sig").splitlines()[0].replace('"', "").split(",")
    cells = {"interview_id": one.id, "position": "2", "question": "Typed"}
    row = ",".join(f'"{cells.get(name, "")}"' for name in header)
    with path.open("ab") as file:
        file.write(row.encode() + b"\r\n")
    panel.look()
    assert "Take them in" in pressable(panel)
    panel.press("tidy", "typed by hand:answers.csv")
    assert "Take them in" not in pressable(panel)
    assert {each.question for each in journal.answers} == {"Written", "Typed"}


def test_a_copy_made_by_a_cloud_folder_is_merged(panel: TonightPanel, journal: Journal) -> None:
    hold(journal)
    table = journal.path / "interviews.csv"
    (journal.path / "interviews (1).csv").write_bytes(table.read_bytes())
    panel.look()
    assert "Add the missing rows" in pressable(panel)
    panel.press("merge copies", "rival copy:interviews (1).csv")
    assert "care" not in sections(panel)
    assert len(journal.interviews) == 1


def test_a_journal_that_git_would_commit_is_told_of(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    journal = open_journal(tmp_path / "j", now=lambda: NOW)
    hold(journal)
    (journal.path / ".gitignore").write_text("# nothing\n", encoding="utf-8")
    panel = TonightPanel(journal)
    care = sections(panel)["care"]
    assert "git" in care["lines"][0]["texts"][0]


def test_a_journal_that_ignores_itself_needs_no_warning(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    journal = open_journal(tmp_path / "j", now=lambda: NOW)
    hold(journal)
    assert "care" not in sections(TonightPanel(journal))


def test_what_is_only_told_stands_folded_at_the_end(journal: Journal) -> None:
    hold(journal)
    table = journal.path / "interviews.csv"
    table.write_bytes(table.read_bytes().replace(b"We talked.", b"We talked on."))
    panel = TonightPanel(open_journal(journal.path, now=lambda: NOW))
    told = panel.lower.sections[-1]
    assert told["more"]["summary"] == "Also noticed in your files"
    assert "changed outside" in told["more"]["texts"][0]
    assert "care" not in sections(panel)


def test_many_places_are_named_and_the_rest_pointed_to(journal: Journal) -> None:
    hold(journal)
    with (journal.path / "interviews.csv").open("ab") as file:
        for number in range(9):
            file.write(f'"i_torn{number}","1"\r\n'.encode())
    panel = TonightPanel(open_journal(journal.path, now=lambda: NOW))
    (line,) = sections(panel)["care"]["lines"]
    assert len(line["more"]["texts"]) == 6
    assert "interview-journal check" in line["more"]["texts"][-1]


def test_a_journal_with_only_a_round_to_come_has_a_home_page(
    panel: TonightPanel, journal: Journal
) -> None:
    hold(journal, days=3)
    panel.look()
    assert sections(panel)["latest"]["texts"] == ["No interview is written down yet."]
    assert "I heard back" not in pressable(panel)
    assert "Nothing to do tonight, and that is right." in words(panel)


# Other notebooks -----------------------------------------------------------------------------


def test_what_another_notebook_saved_appears_when_one_looks_again(
    panel: TonightPanel, journal: Journal
) -> None:
    hold(open_journal(journal.path, now=lambda: NOW), "Saved elsewhere")
    assert "Saved elsewhere" not in words(panel)
    panel.look()
    assert "Saved elsewhere" in words(panel)


def test_an_open_form_stays_when_one_looks_again(panel: TonightPanel, journal: Journal) -> None:
    panel.press("coming")
    type_into(panel, company="Northgate")
    opened = panel.opened
    hold(open_journal(journal.path, now=lambda: NOW), "Saved elsewhere")
    panel.look()
    assert panel.opened is opened
    assert opened is not None
    assert panel.place.children == (opened.form,)


def test_reaching_a_screen_by_presses_equals_showing_it_afresh(
    panel: TonightPanel, journal: Journal
) -> None:
    hold(journal)
    panel.press("heard")
    type_into(panel, answer="No")
    save(panel)
    panel.press("undo")
    panel.press("example")
    panel.press("own")
    panel.result = None
    panel.look()
    afresh = TonightPanel(open_journal(journal.path, now=lambda: NOW))
    assert panel.upper.sections == afresh.upper.sections
    assert panel.lower.sections == afresh.lower.sections


# The second part --------------------------------------------------------------------------


def test_people_and_dates_come_to_the_front_and_go(panel: TonightPanel, journal: Journal) -> None:
    assert panel.tabs.tabs == []
    hold(journal, days=-1, account="We talked.")
    panel.look()
    assert [one["label"] for one in panel.tabs.tabs] == ["Tonight", "People and dates"]
    before = panel.body.children
    panel.choose("people")
    assert panel.tabs.front == "people"
    assert panel.upper not in panel.body.children
    panel.choose("tonight")
    assert panel.body.children == before


def test_the_save_key_saves_the_form_of_the_part_in_front(
    panel: TonightPanel, journal: Journal
) -> None:
    hold(journal, days=-1, account="We talked.")
    panel.choose("people")
    desk = panel._people_desk()
    desk.press("dates")
    assert desk.opened is not None
    desk.opened.form.take_typed({**desk.opened.form.values, "my_name": "Jo Pryce"})
    panel.save_all()
    assert journal.setting("my_name") == "Jo Pryce"


def test_the_example_has_its_own_people(panel: TonightPanel, journal: Journal) -> None:
    panel.press("example")
    panel.choose("people")
    assert panel._people_desk().state.is_sample
    assert journal.people == ()
    panel.choose("tonight")
    panel.press("own")
    assert panel.tabs.tabs == []
