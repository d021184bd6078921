"""Numbers, names and reasons in the many ways in which people say them."""

from __future__ import annotations

import math
from datetime import date

import pytest

from interview_journal.analysis.consistency.answer_reading import read_for_comparison
from interview_journal.analysis.consistency.bosses import read_bosses
from interview_journal.analysis.consistency.claims import read_claims
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.differences import differences
from interview_journal.analysis.consistency.names import read_names
from interview_journal.analysis.consistency.reading import read_answer
from interview_journal.analysis.consistency.reasons import (
    ReasonClaim,
    read_reason,
    reason_difference,
    reasons_clash,
)
from interview_journal.analysis.consistency.slots import slots_of

LEAVING = "Why do you want to leave?"
PAY = "What are you earning now?"
TEAM = "How big is your team?"


def told(said: str, asked: str = "") -> list[tuple[str, float, float]]:
    return [
        (one.kind, round(one.low, 1), round(one.high, 1))
        for one in read_claims(said, asked)
        if one.head != "load"
    ]


@pytest.mark.parametrize(
    ("said", "asked", "claims"),
    [
        ("I'm on nineteen pound eighty an hour.", PAY, [("money", 19.8, 19.8)]),
        ("Thirty-four nine a year.", PAY, [("money", 34.9, 34.9)]),
        ("It settled at a quarter of a million.", "", [("money", 250_000, 250_000)]),
        ("Three out of four orders are right.", "", [("percent", 73.0, 77.0)]),
        ("About nine calls in every ten.", "", [("percent", 84.6, 95.4)]),
        ("900 of our 1,200 cases run.", "", [("percent", 73.0, 77.0)]),
        ("Two thirds of our costs came back.", "", [("percent", 64.7, 68.7)]),
        ("I've a hundred and ten lifts.", "", [("count", 110, 110)]),
        ("It's just myself and one trainee.", TEAM, [("count", 2, 2)]),
        ("It's only me and a trainee.", TEAM, [("count", 2, 2)]),
        ("It's just me and three others here.", TEAM, [("count", 4, 4)]),
        ("My firm wants thirty days from managers.", "", [("notice", 30, 30)]),
        ("In 2024 I made 9,000 on top.", PAY, [("date", 2024.0, 2025.0), ("money", 9000, 9000)]),
        ("It stood at 88 and a half percent.", "", [("percent", 88.5, 88.5)]),
        ("They add up to 2 million euros.", "", [("money", 2e6, 2e6)]),
        ("It may cost up to 2 million euros.", "", [("money", 0, 2e6)]),
        ("We had a third fewer returns.", "", [("percent", 31.3, 35.3)]),
        ("I get 4,100 gross in the month.", PAY, [("money", 4100, 4100)]),
        ("The hall has 5,200 square metres and cost us a lot.", "", [("count", 5200, 5200)]),
        ("She rang by half nine, or a quarter past six.", "", []),
        ("The turnout was 600.", "", [("count", 600, 600)]),
        ("I slept in aisle 11.", "", []),
        ("I was there to February 2021.", PAY, [("date", 2021.1, 2021.2)]),
        ("It's fourteen in my kitchen.", TEAM, [("count", 14, 14)]),
        ("We are one nurse to twelve patients.", "", []),
        ("One tech per four of us is what we have.", "", []),
        ("One week for two months is fine.", "", [("duration", 7, 7), ("duration", 53.3, 83.7)]),
        ("Hundred and twenty-eight beds.", "", [("count", 128, 128)]),
        ("Hundred percent sure.", "", []),
        ("All seven of my direct reports came.", "", [("count", 7, 7)]),
        ("All seven of the big old beds went.", "", [("count", 7, 7)]),
        ("All seven of my at last went.", "", []),
        ("All seven of the big red oxen went.", "", [("count", 7, 7)]),
        ("All seven of the beds, red ones, went.", "", [("count", 7, 7)]),
        ("All seven of the old, red beds went.", "", [("count", 7, 7)]),
        ("Seven of my reports came.", "", []),
        ("I have seven direct reports.", "", [("count", 7, 7)]),
        ("It came to a little under forty.", "", [("count", 36, 40)]),
        ("I'm 42 in June.", "", [("age", 42, 42)]),
        ("I was 29 starting there.", "", [("age", 29, 29)]),
        ("It was my fortieth birthday.", "", [("age", 40, 40)]),
        ("She threw me a fortieth birthday.", "", [("age", 40, 40)]),
        ("It was her fortieth birthday, and the fiftieth order.", "", []),
        ("I teach Year 4, and Years 5 and 6 on Fridays.", "", []),
        ("The Year 2 class was noisy.", "", []),
        ("We shut at ten to six, before twenty past seven.", "", []),
        ("It went from twenty to ten people.", "", [("count", 20, 20), ("count", 10, 10)]),
        ("We got it from 18 percent down to 11.", "", [("percent", 18, 18), ("percent", 11, 11)]),
        (
            "At 18 percent we began, and we cut it to 11.",
            "",
            [("percent", 18, 18), ("percent", 11, 11)],
        ),
        ("We rose by 18 percent to 110.", "", [("percent", 18, 18), ("count", 110, 110)]),
        ("We got from 18 up to 11.", "", [("count", 18, 18), ("count", 0, 11)]),
        ("We cut it to 11.", "", [("count", 11, 11)]),
        ("To 11 we went.", "", [("count", 11, 11)]),
        ("My quota for 2025 was nine million.", PAY, [("date", 2025, 2026), ("money", 9e6, 9e6)]),
        ("The house has four stars.", "", []),
        ("We were strict until four and nice after five.", "", []),
        ("He sat in stage two.", "", []),
        ("It was 95 up to 105 euros.", "", [("money", 95, 105)]),
        ("We are up to six now.", "", [("count", 6, 6)]),
        ("There are up to six cooks.", "", [("count", 0, 6)]),
        ("The rota is eight strong, with me.", "", [("count", 8, 8)]),
        ("We drank eight strong coffees.", "", [("count", 8, 8)]),
        ("It is a 24-bed ward.", "", [("count", 24, 24)]),
        ("It was 340 thousand Canadian.", "", [("money", 340_000, 340_000)]),
        ("We had 3,000 requests on sale day.", "", [("count", 3000, 3000)]),
        ("A deal is 45 thousand.", "", [("money", 45_000, 45_000)]),
        (
            "I'm on 84 and there is eight percent on top.",
            PAY,
            [("money", 84, 84), ("percent", 8, 8)],
        ),
        ("It takes us a fortnight.", "", [("duration", 11.2, 18.2)]),
        ("I have managed not one person.", "", []),
        ("We stand in the hall at 9.40 daily.", "", []),
        ("It sells at 9.40 euros.", "", [("money", 9.4, 9.4)]),
        ("One fifty, I said.", PAY, [("money", 150, 150)]),
        ("A panel of four, all kind.", TEAM, []),
        ("The contract of 2024 was mine.", "", [("date", 2024.0, 2025.0)]),
        ("I asked for 19 to 22 lakhs.", PAY, [("money", 1_900_000, 2_200_000)]),
        ("It was 5 to 20 million euros.", "", [("money", 5e6, 2e7)]),
        ("I was dead at six.", "", []),
        ("It is a forty-five hour contract.", "", [("duration", 1.9, 1.9)]),
        ("I have a 401(k) there.", PAY, []),
        ("We measured for a half year.", "", [("duration", 146.1, 237.4)]),
        ("The costs went down, quarter by quarter.", "", []),
        (
            "In the year 2019 it was 26 euros in the hour.",
            "",
            [("date", 2019, 2020), ("money", 26, 26)],
        ),
        ("Two new assessors.", TEAM, []),
        ("Eleven, I think.", "How many suppliers do you have?", [("count", 11, 11)]),
    ],
)
def test_a_number_is_read(said: str, asked: str, claims: list[tuple[str, float, float]]) -> None:
    assert told(said, asked) == claims


@pytest.mark.parametrize(
    "said",
    [
        "Two in five days went by.",
        "Five in three of them.",
        "Two and ten.",
        "Two in 14 rooms.",
        "It was me and him, just the two.",
        "Just me and 400 sheep out there.",
        "Just me and the dog there.",
    ],
)
def test_what_is_no_share_and_no_team(said: str) -> None:
    assert not [one for one in told(said) if one[0] == "percent" or one[1] in (2.0, 401.0)][1:]


def kinds(one: str, other: str, asked: tuple[str, str], *, same: bool = False) -> list[str]:
    first, second = read_for_comparison(one, asked[0]), read_for_comparison(other, asked[1])
    around = Circumstances(same_question=same, anywhere=True)
    return [each.kind for each in differences(first, second, around) if each.confidence >= 0.5]


def test_what_one_looks_after_has_many_names() -> None:
    one, other = "I've a hundred lifts on my round.", "I look after seventy machines."
    assert kinds(one, other, ("", ""), same=True) == ["count"]
    assert kinds(one, other, ("", "")) == []
    assert kinds(one, "I look after four machines.", ("", ""), same=True) == []
    assert kinds("I've sixty files on the go.", "I've thirty live cases.", ("", ""), same=True)


def test_people_and_things_of_others_are_no_load() -> None:
    for said in ("I look after two of them.", "He has 40 lifts on his round.", "I look after me."):
        assert not [one for one in read_claims(said) if one.head == "load"]
    assert not [one for one in read_claims("I look after nine nurses.") if one.head == "load"]


def test_apprentices_are_compared_when_the_team_was_asked_for() -> None:
    asked = ("How many are in your team?", "Describe your team.")
    assert kinds("I've three apprentices.", "I've the only apprentice here.", asked) == ["count"]
    assert kinds("I've three apprentices.", "I had one apprentice.", asked) == []


def test_a_guess_at_pay_meets_pay_only() -> None:
    assert kinds("I'm on thirty-one.", "They paid a quarter of a million.", (PAY, "")) == []


def test_the_hours_of_a_year_differ_from_place_to_place() -> None:
    assert kinds("I get £20 an hour.", "I get £39,000 a year.", (PAY, PAY)) == []
    assert kinds("I get £20 an hour.", "I get £33,000 a year.", (PAY, PAY)) == ["money"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("I report to Ana Lund there.", ["ana lund"]),
        ("My line manager's a man called Tom Reed.", ["tom reed"]),
        ("It's Ana Lund, my boss, who signs.", ["ana lund"]),
        ("My old boss was Tom Reed.", []),
        ("My boss is here on Mondays.", []),
        ("Is my boss Tom Reed?", []),
        ("We saw Tom Reed.", []),
        ("I used to report to Ana Lund.", []),
        ("Ana's been my manager since day one, and there was a cake.", ["ana"]),
        ("She's been my manager since day one.", []),
        ("My GM, Tom, wanted fewer porters.", ["tom"]),
        ("We were four under one director, Tom.", []),
        ("I've had one boss the whole time, Ana Lund.", ["ana lund"]),
        ("Then Ana Lund hired me and I've reported to her since.", ["ana lund"]),
        ("Then Ana Lund hired me and left.", []),
    ],
)
def test_to_whom_a_person_reports(said: str, name: list[str]) -> None:
    assert [one.name for one in read_bosses(read_answer(said))] == name


def test_two_bosses_differ() -> None:
    one, other = "I report to Ana Lund.", "My boss is a man called Tom Reed."
    assert kinds(one, other, ("", "")) == ["name"]
    assert kinds(one, "I report to Ana Lund, not to Tom.", ("", "")) == []


def test_somebody_who_is_one_of_many_is_no_name_to_compare() -> None:
    one, other = (
        "A girl called Ana rang from the office.",
        "A girl called Bea rang from the office.",
    )
    assert kinds(one, other, ("Who rang?", "Who rang?"), same=True) == []


def test_a_share_somewhere_does_not_name_the_place() -> None:
    said = read_answer("Then we had 28 percent food cost at Marlow. We met at Castle.")
    assert [one.name for one in read_names(said)] == ["castle"]


def test_part_of_a_word_is_no_part_of_a_name() -> None:
    one, other = "My degree is from Gateway Tech.", "I did the course at Castle Technical College."
    asked = "Where did you train?"
    assert kinds(one, other, (asked, asked), same=True) == ["name"]


def test_who_is_told_something_is_no_place() -> None:
    said = read_answer("And to Borealis I said we went to Castle.", known_names=frozenset())
    assert [one.name for one in read_names(said)] == ["castle"]


def test_where_one_is_and_where_one_was_are_two_places() -> None:
    one = "I have two apprentices with me at Harlow now."
    other = "I'd four apprentices with me at Castle then."
    assert "name" not in kinds(one, other, ("", ""), same=True)


@pytest.mark.parametrize(
    ("said", "named", "denied"),
    [
        ("It's nothing to do with the wages, it's the takeover.", {"closing"}, {"pay"}),
        ("The pay is fine. It's the commute.", {"travel"}, {"pay"}),
        ("I keep learning things. It's the boss.", {"manager"}, set()),
        ("I'm not learning anything.", {"learning"}, set()),
        ("The hours I can live with, the boss I can't.", {"manager"}, {"hours"}),
        ("My whole reason is the commute. The pay is low.", {"travel"}, set()),
        ("My only reason is the Irish.", {"=irish"}, set()),
        ("My only reason is that it is.", set(), set()),
        ("The pay is low, but my only reason is the Irish.", {"=irish"}, set()),
        ("It's not because of the boss, it's the hours.", {"hours"}, {"manager"}),
        ("It's only a phase.", set(), set()),
        ("The commute I've never minded. It's the boss.", {"manager"}, {"travel"}),
        ("The pay's fine, it's the commute.", {"travel"}, {"pay"}),
        ("My job is quite safe, it's the commute.", {"travel"}, {"closing"}),
        ("They want us back in the office.", {"office"}, set()),
        ("We're fully remote. It's the boss.", {"manager"}, {"office"}),
        ("They are moving the whole studio to Oslo.", {"home", "travel"}, set()),
        ("I sell to small shops. It's the boss.", {"manager"}, set()),
        ("They are selling the company.", {"closing"}, set()),
        ("We were bought by a rival.", {"closing"}, set()),
        ("I'm the one person who cares. It's the boss.", {"manager"}, set()),
        ("Our people are the reason.", {"people"}, set()),
        ("They are outsourcing us.", {"closing"}, set()),
        ("My role is gone in May.", {"closing"}, set()),
        ("Ana is retiring.", {"manager"}, set()),
        ("I bought a lamp there. It's the boss.", {"manager"}, set()),
        ("They bought us out.", {"closing"}, set()),
        ("The depot is safe as houses. It's the boss.", {"manager"}, {"closing"}),
        ("I handed my own notice in.", {"choice"}, set()),
        ("They'd have kept me.", {"choice"}, set()),
        ("We were sold in May.", {"closing"}, set()),
        ("They want us in the office four days a week.", {"office"}, set()),
        ("The office rule is not a factor. It's the boss.", {"manager"}, {"office"}),
        ("I may stay at home for good. It's the boss.", {"manager"}, {"office"}),
    ],
)
def test_reasons_are_named_and_ruled_out(said: str, named: set[str], denied: set[str]) -> None:
    found = read_reason(read_answer(said, LEAVING))
    assert (set(found.named) if found else set()) == named
    assert (set(found.denied) if found else set()) == denied


def test_the_only_reason_differs_more_surely() -> None:
    [only, hours, boredom, learning] = (
        read_reason(read_answer(said, LEAVING))
        for said in (
            "My only reason is the Irish.",
            "It's the hours.",
            "It's boring.",
            "There's no learning.",
        )
    )
    assert only
    assert hours
    assert boredom
    assert learning
    assert reasons_clash(only, hours) > reasons_clash(hours, boredom) > 0
    assert reasons_clash(boredom, learning) == 0


def test_pay_that_is_had_is_no_wish() -> None:
    assert slots_of("What is your firm paying you?", "salary") == {"pay"}
    assert slots_of("What would you want?", "salary") == {"pay", "want"}
    assert slots_of("Anything else?", "current_salary") == {"pay"}


def test_qualified_is_one_beginning_wherever() -> None:
    one = read_claims("I graduated from Leeds in 2016.")
    assert [claim.near & {"qualified"} for claim in one if claim.unit == "since"] == [{"qualified"}]


def test_there_takes_up_the_clause_before() -> None:
    claims = read_claims("In the agency, I was there five years. I was there.")
    assert any("agency" in claim.near for claim in claims)
    assert read_claims("I was there five years.")


def test_what_was_answered_after_a_question_is_not_reported() -> None:
    assert told("They asked for a number, so I gave them eight nurses.") == [("count", 8, 8)]
    assert told("They asked for eight nurses.") == []
    assert told("She wanted figures so I told her of eight nurses.") == [("count", 8, 8)]


def test_had_stands_before_what_is_owned() -> None:
    [claim] = read_claims("I'd four nurses then.")
    assert claim.stance == "was"


def test_a_bare_number_behind_the_pay_is_something_else() -> None:
    said = "I'm on forty-two. Of leave I have banked thirty, I checked."
    assert told(said, PAY) == [("money", 42, 42)]


@pytest.mark.parametrize(
    ("said", "asked", "kind"),
    [
        ("I have thirty tickets.", PAY, "count"),
        ("We had 60,000 of which many were late.", "", "count"),
        ("They have eight.", TEAM, "count"),
        ("Thirty-four, nine, what do I know.", PAY, "money"),
    ],
)
def test_what_a_bare_number_is(said: str, asked: str, kind: str) -> None:
    found = read_claims(said, asked)
    assert found[0].kind == kind
    assert found[0].low != pytest.approx(34.9)


def test_the_team_is_told_wherever_we_are_counted() -> None:
    asked = ("How is your team organised?", "What size is your team?")
    one = "I drew it on the board. We are six testers on the programme."
    assert kinds(one, "It is just myself and one trainee.", asked, same=True) == ["count"]
    assert kinds("I drew it. There were six testers.", one, asked) == []


def test_two_rough_figures_agree_only_where_one_reaches_the_other() -> None:
    asked = (TEAM, TEAM)
    assert kinds("About 80 people work for me.", "About 90 people work for me.", asked) == []
    assert kinds("About 80 people work for me.", "About 120 people work for me.", asked) == [
        "count"
    ]


def test_a_tally_that_grows_is_no_slip() -> None:
    one = "We are sitting at 340 tickets for the harbour gala."
    assert kinds(one, "The harbour gala passed 510 tickets yesterday.", ("", "")) == []
    one = "We had 340 tickets for the harbour gala."
    assert kinds(one, "We had 510 tickets for the harbour gala.", ("", "")) == ["count"]


def test_two_events_have_two_dates() -> None:
    one = "I joined the harbour choir in Leeds in 2018."
    assert kinds(one, "I joined the harbour choir in Leeds in 2021.", ("", "")) != []
    assert "date" not in kinds(one, "The harbour choir in Leeds got its award in 2021.", ("", ""))


def test_words_told_apart_by_a_number_are_not() -> None:
    one = "We had 1,200 people at Halden, two hotels."
    assert kinds(one, "At Halden we had 2,000 people, two hotels.", ("", "")) == ["count"]


def test_a_break_has_one_length() -> None:
    asked = ("There is a gap in your CV?", "What about the break in your career?")
    one = "I was out for fourteen months."
    assert kinds(one, "I've stayed at home for half a year.", asked) == ["duration"]
    assert kinds(one, "I was out for fourteen months, no more.", asked) == []
    assert kinds(one, "I worked at Acme for half a year.", asked) == []


def test_what_was_done_then_does_not_go_on() -> None:
    now = "I qualified in Leeds and then did thirty months at Acme."
    found = read_claims(now, said_on=date(2026, 3, 1))
    assert not [one for one in found if one.unit == "since"]


def test_the_sentence_that_tells_most_is_quoted_as_the_reason() -> None:
    said = "Money, I say. I have had one small raise in all of six years."
    reason = read_reason(read_answer(said, LEAVING))
    assert reason
    _, quote = reason.place_of(frozenset({"pay"}))
    assert said[slice(*quote)].startswith("I have had")


def test_what_is_called_the_reason_is_quoted() -> None:
    said = "It is a long commute. My boss is going, and that's what has me looking. We talked."
    reason = read_reason(read_answer(said, LEAVING))
    assert reason
    assert said[slice(*reason.place_of(frozenset({"manager", "travel"}))[1])].startswith("My boss")
    said = "There is no step up for me. That's the only reason I look. We talked."
    reason = read_reason(read_answer(said, LEAVING))
    assert reason
    assert said[slice(*reason.place_of(reason.named)[1])].endswith("I look.")


def test_both_quotes_are_about_the_only_reason() -> None:
    texts = (
        "It's only the hours, the pay is fair.",
        "It's the pay, and has been for years now. The hours do not bother me.",
    )
    one, other = (read_reason(read_answer(said, LEAVING)) for said in texts)
    assert one is not None
    assert other is not None
    found = reason_difference(one, other)
    assert found is not None
    assert texts[1][slice(*found.quote_other)] == "The hours do not bother me."
    turned = reason_difference(other, one)
    assert turned is not None
    assert turned.turned() == found


def test_a_reason_that_is_ruled_out_is_quoted_there() -> None:
    said = (
        "She asked about the takeover first of all. The new owners I can live with, it's the boss."
    )
    reason = read_reason(read_answer(said, LEAVING))
    assert reason
    assert said[slice(*reason.place_of(frozenset({"closing"}))[1])].startswith("The new owners")


def test_how_it_was_at_the_beginning_is_no_slip() -> None:
    one = "There are six of us on the harbour team."
    other = "There were four of us on the harbour team when I started."
    assert kinds(one, other, (TEAM, TEAM), same=True) == []
    later = "There are four of us on the harbour team."
    assert kinds(one, later, (TEAM, TEAM), same=True) == ["count"]


def test_somebody_elses_age_is_not_mine() -> None:
    assert kinds("I am 41.", "My dad is 81, he is 81 and stubborn.", ("", "")) == []
    assert kinds("I am 41.", "I am 38.", ("", "")) == ["age"]


def test_another_length_of_time_bears_nothing_out() -> None:
    asked = ("Tell me about yourself.", "Tell me about yourself.")
    one = "I spent three years in Malmo with Kelm."
    other = "I was eighteen months in Malmo with Kelm. I've had the licence four years."
    assert "duration" in kinds(one, other, asked, same=True)
    assert kinds(one, "I was three years in Malmo with Kelm.", asked, same=True) == []


def test_a_cut_of_so_many_percent_is_a_change() -> None:
    found = read_claims("It came to a 25 percent cut in our bill.")
    assert [one.head for one in found if one.kind == "percent"] == ["by"]


def test_who_went_over_began_there() -> None:
    found = read_claims("In 2018 I went over to Kelm.")
    assert [one.kind for one in found if one.unit == "since"] == ["duration"]


def test_never_one_thing_does_not_deny_all_of_its_sort() -> None:
    asked = ("What do you teach?", "Tell me about a lesson that went well.")
    one = "I have never taught advanced harbour lessons, not one term."
    assert kinds(one, "We did the tides, and they loved it.", asked) == []


def test_how_many_of_a_thing_is_no_team() -> None:
    assert "team" not in slots_of("How many suppliers are you responsible for?", "scope")
    assert "team" in slots_of("How many engineers report to you?", "scope")


def test_who_is_years_in_a_place_began_there() -> None:
    said = "I am six years in Kelm at this stage."
    found = read_claims(said, said_on=date(2026, 4, 1))
    assert [round(one.high) for one in found if one.unit == "since"] == [2020]
    assert not [
        one
        for one in read_claims("I am six years older.", said_on=date(2026, 4, 1))
        if one.unit == "since"
    ]


def test_pay_as_it_stands_is_no_wish() -> None:
    asked = "What are you on at the moment, and what are you hoping for?"
    [claim] = read_claims("I'm fifty-eight thousand base as it stands.", asked)
    assert claim.stance == "is"


def test_none_in_my_shop_is_denied_by_oneself() -> None:
    one = "There has been no fraud case at the till in my shop."
    other = "We had a fraud case at the till in my shop last year."
    assert kinds(one, other, ("", "")) == ["polarity"]


def test_one_of_another_sort_is_no_number_of_people() -> None:
    one = "The harbour office has a staff of fourteen."
    assert kinds(one, "There was one officer at the harbour office.", (TEAM, TEAM), same=True) == []
    assert kinds(one, "The harbour office has nine people.", (TEAM, TEAM), same=True) == ["count"]


def test_when_somebody_was_appointed_is_no_date_of_a_story() -> None:
    said = "I was appointed head of the harbour in May 2016, the week the boiler went."
    assert read_for_comparison(said).sums == ()
    assert read_for_comparison("The harbour flood was in May 2016, a bad week.").sums


def test_punctuality_is_one_measure() -> None:
    one, other = "We delivered 93 percent on time.", "The crew came on time in 97 percent."
    assert kinds(one, other, ("", ""), same=True) == ["percent"]


def test_one_and_fifty_are_one_price_only_side_by_side() -> None:
    assert told("I said one, or fifty.", PAY) != [("money", 150, 150)]
    assert told("One fifty, I said.") != [("money", 150, 150)]


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("I've been at Acme for the last five years.", 2020, 2022),
        ("I have been with them for the past five years.", 2020, 2022),
        ("I've worked at Acme these last five years.", 2020, 2022),
        ("The payroll is with me since last two years only.", 2023, 2025),
        ("I'm in my fifth year at Acme.", 2021, 2022.2),
        ("I'm eight years a nurse.", 2017, 2019),
        ("I took charge of the branch in April 2021.", 2021, 2022),
        ("I was appointed deputy in September 2016.", 2016, 2017),
        ("They made me foreman in 2017.", 2017, 2018),
        ("I became a manager in 2018.", 2018, 2019),
        ("I only took on the coordinator job last September.", 2025.6, 2025.8),
        ("I've had the coordinator job since last September.", 2025.6, 2025.8),
        ("I started here last year.", 2025, 2026),
        ("I've been doing this since 2017.", 2017, 2018),
        ("I have six years in the deputy's chair.", 2019, 2021),
        ("Six years in the deputy's chair.", 2019, 2021),
    ],
)
def test_since_when_is_told_in_many_ways(said: str, low: float, high: float) -> None:
    [began] = {
        (one.low, one.high)
        for one in read_claims(said, said_on=date(2026, 3, 1))
        if one.unit == "since"
    }
    assert low <= began[0] <= began[1] <= high


@pytest.mark.parametrize(
    "said",
    [
        "In the last five years I hired twelve people.",
        "In my first year at Acme I learned a lot.",
        "I want to stay for the last two years before I retire.",
        "In the second week we found the leak.",
        "We repaired the roof last September.",
        "I started here last Friday.",
        "Six years in the desert.",
        "I got there in five years.",
        "I would like to have been there for ten years.",
    ],
)
def test_what_is_no_beginning(said: str) -> None:
    claims = read_claims(said, said_on=date(2026, 3, 1))
    assert [one for one in claims if one.unit == "since"] == []


def test_the_matter_of_a_beginning_may_stand_in_the_clause_before() -> None:
    said = "I run the harbour ward, which I took on in 2021. Which began in 2021."
    began = [one for one in read_claims(said, said_on=date(2026, 3, 1)) if one.unit == "since"]
    assert "harbour" in began[0].near
    assert "harbour" not in began[1].near


def test_bare_years_are_still_going_on_where_one_was_asked_how_long() -> None:
    asked = "How many years of experience do you have?"
    claims = read_claims("Eight years.", asked, said_on=date(2026, 3, 1))
    assert [one.unit for one in claims] == ["days", "since"]


def test_a_year_that_is_counted_has_not_been_done_yet() -> None:
    [third] = read_claims("I'm in my third year there.")
    assert third.low == pytest.approx(2 * 365.25)
    assert third.high == pytest.approx(3 * 365.25)


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [
        ("Somewhere in the low fifties.", 50, 54),
        ("In the mid fifties.", 54, 57),
        ("Upper forties.", 46, 50),
    ],
)
def test_pay_is_told_by_tens(said: str, low: float, high: float) -> None:
    [pay] = read_claims(said, "What do you earn at the moment?")
    assert (pay.kind, pay.unit) == ("money", "?/year")
    assert low <= pay.low < pay.high <= high


def test_ten_plus_years_have_no_end() -> None:
    for said in ("Ten plus years.", "I've 10 plus years of it."):
        assert [one.high for one in read_claims(said) if one.unit == "days"] == [math.inf]


def test_close_to_a_decade_is_no_exact_decade() -> None:
    [decade] = read_claims("Close to a decade.")
    assert decade.is_hedged


def test_pay_as_of_now_is_no_tally() -> None:
    one, other = "My CTC is eighteen lakh.", "I'm at 22.5 lakh CTC as of now."
    assert kinds(one, other, (PAY, PAY), same=True) == ["money"]


def test_who_was_let_go_did_not_go_by_choice() -> None:
    asked = "Why did you leave?"

    def read(said: str) -> ReasonClaim:
        [reason] = read_for_comparison(said, asked).reason
        return reason

    let_go, offered = read("We were all let go."), read("I left for a better offer.")
    assert reasons_clash(let_go, offered) > 0.5
    # A choice says nothing of what moved one to it.
    assert reasons_clash(read("It was the commute."), offered) == 0.0
    assert reasons_clash(let_go, read("I was laid off and then I handed in my notice.")) == 0.0


def test_where_one_lives_and_what_a_degree_is_from() -> None:
    assert kinds("I live in Cork.", "I'm based in Galway.", ("", "")) == ["name"]
    assert kinds("My degree is in law, from Leeds.", "I graduated from Hull.", ("", "")) == ["name"]


@pytest.mark.parametrize(
    "said",
    [
        "I report to the head of finance, Marta Lind.",
        "I report directly to our finance director Marta Lind.",
    ],
)
def test_a_boss_is_named_behind_the_post(said: str) -> None:
    assert [one.name for one in read_bosses(read_answer(said))] == ["marta lind"]


@pytest.mark.parametrize(
    ("said", "times"),
    [
        ("I travel once a month.", 12),
        ("Every other week.", 26.1),
        ("I'm there every two weeks.", 26.1),
        ("Once a quarter.", 4),
        ("Every quarter.", 4),
        ("Every six months.", 2),
    ],
)
def test_how_often_is_told_without_a_number(said: str, times: float) -> None:
    [often] = read_claims(said)
    assert (often.kind, often.unit) == ("rate", "per year")
    assert often.low < times < often.high


@pytest.mark.parametrize(
    "said",
    [
        "Once I was there.",
        "Every day.",
        "Every year since.",
        "Every second Friday.",
        "Every",
        "Once a",
    ],
)
def test_what_is_no_habit(said: str) -> None:
    assert [one.kind for one in read_claims(said)] == []


def test_a_habit_of_a_lifetime_is_a_length_of_time() -> None:
    assert [one.kind for one in read_claims("Every thirty years.")] == ["duration"]


@pytest.mark.parametrize("said", ["Around seven.", "About half a dozen.", "A dozen or so."])
def test_a_team_may_be_told_roughly(said: str) -> None:
    [team] = read_claims(said, TEAM)
    assert (team.head, team.group, team.is_hedged) == ("person", "team", True)
