"""Numbers as they are spoken: what a question, a date or the number beside them makes of them."""

from __future__ import annotations

from datetime import date

import pytest

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.claims import read_claims
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.differences import differences
from interview_journal.analysis.consistency.fixed_matters import matter_of

NOTICE = "What is your notice period?"
TEAM = "How big is your team?"
LEAVING = "Why do you want to leave?"
WISH = "What salary do you expect?"
A_DAY = date(2026, 1, 1)


def told(said: str, asked: str = "", said_on: date | None = None) -> list[tuple[str, float, float]]:
    return [
        (one.kind, round(one.low, 1), round(one.high, 1))
        for one in read_claims(said, asked, said_on)
        if one.head != "load"
    ]


@pytest.mark.parametrize(
    ("said", "asked", "claims"),
    [
        ("I could start straight away.", NOTICE, [("notice", 1.0, 4.0)]),
        ("I could not start straight away.", NOTICE, []),
        ("A day like any other.", NOTICE, []),
        ("I could start straight away.", "", []),
        ("Not tomorrow, though. I'd need six weeks.", NOTICE, [("notice", 42.0, 42.0)]),
        ("I'd be free tomorrow. A week is what I owe.", NOTICE, [("notice", 5.6, 9.1)]),
        (
            "The queue went from nine weeks down to four.",
            "",
            [("duration", 63, 63), ("duration", 28, 28)],
        ),
        ("It went from nine weeks to four.", "", [("duration", 63, 63), ("duration", 28, 28)]),
        ("It went from the weeks to four.", "", [("count", 4, 4)]),
        ("It went from nine to four.", "", [("count", 9, 9), ("count", 4, 4)]),
        (
            "I've run it for four years and been here for ten.",
            "",
            [("duration", 1369.7, 1734.9), ("duration", 3561.2, 3926.4)],
        ),
        ("I did it for ten.", "", [("count", 10, 10)]),
        ("It took a full year.", "", [("duration", 292.2, 474.8)]),
        ("It took more than a year.", "", [("duration", 255.7, 730.5)]),
        ("It took a full", "", []),
        ("A year and a bit.", "", [("duration", 255.7, 730.5)]),
        ("Three and a bit years in all.", "", [("duration", 1004.4, 1369.7)]),
        ("The best part of a decade went into it.", "", [("duration", 2556.8, 4748.2)]),
        ("All of a week.", "", []),
        ("We had it done inside a month.", "", [("duration", 24.4, 39.6)]),
        ("Ninety-odd percent of it.", "", [("percent", 79.2, 100.8)]),
        ("A quarter of customers left.", "", [("percent", 23.0, 27.0)]),
        ("We lost a tenth of our members.", "", [("percent", 8.0, 12.0)]),
        ("A quarter of.", "", []),
        ("A third of my time is travel.", "", [("percent", 31.3, 35.3)]),
        ("A third of forty.", "", [("count", 40, 40)]),
        ("I'd say eighty percent of it.", "", [("percent", 70.4, 89.6)]),
        ("That page had 1,200 kilobytes in the budget.", "", [("count", 1200, 1200)]),
        ("I filled in Form 12 and the 24Q.", "", []),
        ("At Acme 12 people left.", "", [("count", 12, 12)]),
        ("We saw the two thousandth guest.", "", []),
        ("It was Black Friday 2024.", "", [("date", 2024.8, 2025.0)]),
        ("We opened at Easter 2021.", "", [("date", 2021.2, 2021.3)]),
        ("Well. There's thirty-one on lates.", TEAM, [("count", 31, 31)]),
    ],
)
def test_a_number_is_read(said: str, asked: str, claims: list[tuple[str, float, float]]) -> None:
    assert told(said, asked) == claims


def test_days_ago_are_a_date_where_the_day_is_known() -> None:
    said = "They made me foreman two years ago."
    assert [kind for kind, _, _ in told(said)] == ["duration"]
    assert ("date", 2023.2, 2024.2) in told(said, "", A_DAY)
    assert [kind for kind, _, _ in told("I ate two hours ago.", "", A_DAY)] == ["duration"]


@pytest.mark.parametrize(
    ("said", "is_since"),
    [
        ("After eight years there it is enough.", True),
        ("Twelve years is long enough in one place.", True),
        ("I had enough of that two years ago.", False),
        ("I've eaten there for years.", False),
    ],
)
def test_who_leaves_says_how_long_it_was(said: str, is_since: bool) -> None:
    found = read_claims(said, LEAVING, A_DAY)
    assert any(one.unit == "since" for one in found) == is_since


def test_what_is_named_now_as_a_wish_is_not_earned_yet() -> None:
    stances = [
        one.stance
        for said in ("I say now 89,000 euros.", "I get now 78,000 euros.")
        for one in read_claims(said, WISH)
    ]
    assert stances == ["wants", "is"]


def test_who_is_named_behind_plus_is_not_counted() -> None:
    [claim] = read_claims("It's just the four of us plus whoever the agency sends.", TEAM)
    assert claim.group == "team"


def kinds(
    one: str, other: str, asked: tuple[str, str] = ("", ""), *, same: bool = True
) -> list[str]:
    first, second = (
        read_for_comparison(said, question, said_on=A_DAY)
        for said, question in zip((one, other), asked, strict=True)
    )
    around = Circumstances(same_question=same, anywhere=True)
    return [each.kind for each in differences(first, second, around) if each.confidence >= 0.5]


def test_the_number_beside_ties_two_numbers() -> None:
    one, other = "It went from nine weeks down to three.", "The list, from nine weeks to six."
    assert kinds(one, other) == ["duration"]
    assert kinds(one, "The list, from ten weeks to six.") == []
    assert kinds(one, other, same=False) == []


def test_a_thousand_people_are_no_team() -> None:
    one, other = "In payroll we are two people.", "Our payroll is of 900 people."
    assert kinds(one, other) == []
    assert kinds(one, "In payroll we are five people.") == ["count"]


def test_a_part_of_the_team_is_not_the_team() -> None:
    assert kinds("I've thirty people.", "I've three team leaders.", (TEAM, TEAM)) == []


@pytest.mark.parametrize(
    ("said", "matter"),
    [
        ("I lead five nurses.", "team"),
        ("I had to lead five nurses.", "team"),
        ("To lead five nurses is new to me.", ""),
        ("I lead three apprentices.", ""),
    ],
)
def test_who_would_lead_does_not_tell_the_team(said: str, matter: str) -> None:
    assert [matter_of(one) for one in read_claims(said, TEAM)] == [matter]


def test_one_story_happened_once() -> None:
    asked = ("Tell us about the flood.", "What was your hardest week?")
    one = "The flood in the archive was in February 2022. The maps were soaked."
    other = "The archive under water, that was in summer 2021. We dried maps after the flood."
    assert kinds(one, other, asked, same=False) == ["date"]
    assert kinds("If the flood in the archive was in 2022, the maps hung.", other, asked) == []


def test_a_part_counted_behind_there_are_is_the_team_that_was_asked_for() -> None:
    [claim] = read_claims("You know the place. There's thirty-one on lates.", TEAM)
    assert (claim.head, claim.group) == ("person", "team")
    [other] = read_claims("You know the place. They took thirty-one on Monday.", TEAM)
    assert other.head != "person"


def test_a_wish_and_a_plan_are_no_day_of_a_story() -> None:
    asked = "Tell us about the fair."
    for said in ("I hope it was in 2022.", "It would have been in 2022 on the pier."):
        assert read_for_comparison(said, asked).sums == ()
    assert len(read_for_comparison("It was in 2022 on the pier.", asked).sums) == 1
    assert read_for_comparison("2022 the pier.", asked).sums == ()


def test_two_things_that_both_went_down_are_two() -> None:
    asked = "What are you proud of?", "What have you improved?"
    one = "We cut the scrap by 30 percent in a year."
    assert kinds(one, "The queues we cut by 12 percent.", asked) == []
    assert kinds(one, "The scrap we cut by 12 percent.", asked) == ["percent"]


def test_two_known_topics_speak_of_one_number_less_often() -> None:
    one = read_for_comparison("We had four testers on the harbour job.")
    other = read_for_comparison("We had six testers on the harbour.")
    plain, apart = (
        differences(one, other, Circumstances(anywhere=True, other_topic=topic))[0].confidence
        for topic in (False, True)
    )
    assert apart < plain
