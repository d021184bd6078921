"""Two numbers beside each other: one matter or two, both true or not, borne out or not."""

from __future__ import annotations

from datetime import date

import pytest

from interview_journal.analysis.consistency.agreement import agree, same_matter
from interview_journal.analysis.consistency.claims import read_claims
from interview_journal.analysis.consistency.clash import (
    confidence_of,
    may_be_told,
    signs_of_clash,
)
from interview_journal.analysis.consistency.difference import Circumstances
from interview_journal.analysis.consistency.fixed_matters import matter_of
from interview_journal.analysis.consistency.number_claims import NumberClaim
from interview_journal.analysis.consistency.number_differences import (
    clash_difference,
    number_differences,
)

DAY = date(2026, 3, 4)
CHANCE = Circumstances(anywhere=True)


def claim(said: str, asked: str = "") -> NumberClaim:
    return read_claims(said, asked)[0]


def since(said: str, asked: str = "", names: frozenset[str] = frozenset()) -> NumberClaim:
    [found] = [one for one in read_claims(said, asked, DAY, names) if one.unit == "since"]
    return found


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("I earn £50,000 a year.", "I earn €50,000 a year.", False),
        ("I earn 50,000 a year.", "I earn €50,000 a year.", True),
        ("I earn £4,000 a month.", "I earn £50,000 a year.", True),
        ("I was paid £40 for it.", "I earn £50,000 a year.", True),
        ("It takes 5 days.", "It takes 5 percent.", False),
        ("I have been here since 2019.", "I worked there for 9 years.", False),
        ("Five nurses came.", "Five people came.", True),
        ("Five nurses came.", "Five porters came.", False),
        ("We meet twice a week.", "I travel 3 days a week.", True),
    ],
)
def test_which_numbers_are_of_one_matter(one: str, other: str, *, is_same: bool) -> None:
    assert same_matter(claim(one), claim(other)) is is_same
    assert same_matter(claim(other), claim(one)) is is_same


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("I earn £60,000 a year.", "I earn £5,000 a month.", True),
        ("I earn £60,000 a year.", "I earn £61,000 a year.", True),
        ("I earn £60,000 a year.", "I earn £63,000 a year.", False),
        ("My salary is sixty.", "I earn £60,000 a year.", True),
        ("My salary is sixty.", "I earn £75,000 a year.", False),
        ("My salary is sixteen.", "I earn ₹16,00,000 a year.", True),
        ("I am 41.", "I am 42.", False),
        ("200 shops opened.", "210 shops opened.", True),
        ("201 shops opened.", "213 shops opened.", False),
        ("200 shops opened.", "300 shops opened.", False),
        ("It took 20 days.", "It took 21 days.", False),
        ("More than 5 shops opened.", "9 shops opened.", True),
    ],
)
def test_which_numbers_can_both_be_true(one: str, other: str, *, both: bool) -> None:
    assert agree(claim(one), claim(other)) is both
    assert agree(claim(other), claim(one)) is both


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("I joined Acme in 2014.", "I joined Acme in 2020.", True),
        ("I joined Acme in 2014.", "I joined Borealis in 2020.", False),
        ("I joined as a senior in 2014.", "I joined as a junior in 2020.", False),
        ("I began knitting in 2014.", "I began knitting in 2020.", True),
        ("I am at Acme since 2014.", "I am here since 2020.", False),
        ("I am here since 2014.", "I am here since 2020.", False),
    ],
)
def test_which_beginnings_can_be_of_one_thing(one: str, other: str, *, are_one: bool) -> None:
    names = frozenset({"acme", "borealis"})
    ours, theirs = since(one, "", names), since(other, "", names)
    assert bool(list(number_differences([ours], [theirs], CHANCE))) is are_one


def by_chance(one: str, other: str, asked: str = "") -> float:
    """Return how sure it is that the first numbers of two texts met by chance clash."""
    ours, theirs = claim(one, asked), claim(other, asked)
    signs = signs_of_clash(ours, theirs, same_question=bool(asked), anywhere=True)
    return confidence_of(signs)


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("I am 42.", "I am only 38.", True),
        ("He is 42.", "He is only 38.", True),
        ("She will be 42.", "She turns 38 in May.", True),
        ("The oldest is 42.", "My brother is 38.", False),
        ("The oldest is 42.", "He is 38.", False),
        ("I just turned 42.", "He is 38.", False),
        ("We look after eighty patients.", "We look after sixty patients.", True),
        ("We have eighty patients.", "There are fourteen patients in our early shift.", False),
        ("It happened in March 2020.", "It was in March 2023 that she left.", False),
        ("I sold boats in March 2020.", "I sold boats in May 2023.", True),
    ],
)
def test_what_ties_two_numbers_met_by_chance(one: str, other: str, *, are_one: bool) -> None:
    assert (by_chance(one, other) >= 0.5) is are_one
    assert (by_chance(other, one) >= 0.5) is are_one


def test_shares_told_to_who_asks_for_pay_are_of_anything() -> None:
    asked = "What salary do you want?"
    match, made = (
        claim("They match four percent, I hope.", asked),
        claim("It made 60 percent.", asked),
    )
    signs = signs_of_clash(match, made, same_question=True, anywhere=True)
    assert (signs["asked"], signs["untied"]) == (1, 1)
    assert by_chance("The bonus is four percent.", "The bonus is nine percent.", asked) >= 0.5


def test_a_quota_is_no_pay() -> None:
    asked = "What are you earning now?"
    quota, base = claim("My quota is 900,000.", asked), claim("My base is 90,000.", asked)
    assert (matter_of(quota), matter_of(base)) == ("", "pay")
    assert matter_of(claim("My base is 90,000 beside the quota.", asked)) == "pay"


@pytest.mark.parametrize(
    ("said", "begins"),
    [
        ("Someone is sitting there, has been since 2016.", False),
        ("I have been sitting there since 2016.", True),
        ("The lamp came with a note in 2016.", False),
        ("We came in at nine percent in 2016.", False),
        ("I came in as a cook in 2016.", True),
        ("I came to Acme in 2016.", True),
        ("I've been four years at Acme, then came the fire.", False),
        ("I've been four years at Acme, mostly in sales.", True),
    ],
)
def test_whose_beginning_it_is(said: str, *, begins: bool) -> None:
    assert any(one.unit == "since" for one in read_claims(said, "", DAY)) is begins


def test_who_was_in_the_third_year_may_have_stayed() -> None:
    was, is_now = claim("It was in my third year."), claim("I am in my third year.")
    four, hers = claim("I taught four years."), claim("It was the third year.")
    assert agree(was, four)
    assert not agree(is_now, four)
    assert not agree(hers, four)


@pytest.mark.parametrize(
    ("said", "is_team"),
    [
        ("It varies. There's eleven analysts in our group, me included.", True),
        ("It varies. There's eleven analysts in our group, including me.", True),
        ("It varies. There's eleven analysts in our group.", False),
    ],
)
def test_who_counts_themselves_counts_the_team(said: str, *, is_team: bool) -> None:
    [found] = [one for one in read_claims(said, "How big is your team?") if one.kind == "count"]
    assert (matter_of(found) == "team") is is_team


def born(said: str) -> list[tuple[float, float]]:
    found = [one for one in read_claims(said, "", DAY) if one.unit == "born"]
    return [(round(one.low, 1), round(one.high, 1)) for one in found]


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ("I was nineteen, that was in 2001.", [(1981.0, 1983.0)]),
        ("I was nineteen in 2001.", [(1981.0, 1983.0)]),
        ("I was nineteen in all of it, in 2001.", []),
        ("Licence in 2011 at thirty years old.", [(1980.0, 1982.0)]),
        ("I'm 42.", [(1983.2, 1984.2)]),
        ("I'm 42 in June.", [(1983.2, 1985.2)]),
        ("I turn 42 next year.", [(1983.2, 1985.2)]),
        ("I'm 42 and joined in 2009.", [(1983.2, 1984.2)]),
        ("They threw me a fortieth birthday last May.", [(1984.2, 1986.2)]),
        ("I was nineteen then.", []),
        ("He was nineteen in 2001.", []),
        ("I was nine in 1991.", []),
        ("I was nineteen in 2001 and it opened in 2004.", []),
        ("I was nineteen in 2001 and thirty in 2012.", []),
        ("I'm about 42.", []),
    ],
)
def test_when_somebody_was_born(said: str, years: list[tuple[float, float]]) -> None:
    assert born(said) == years
    assert not [one for one in read_claims("I'm 42.") if one.unit == "born"]


def test_an_age_then_and_an_age_now_clash_through_the_year_of_birth() -> None:
    then = [one for one in read_claims("In 2001 I was nineteen.", "", DAY) if one.unit == "born"]
    now = [one for one in read_claims("I'm 42.", "", DAY) if one.unit == "born"]
    fits = [one for one in read_claims("I'm 44.", "", DAY) if one.unit == "born"]
    assert [one.kind for one in number_differences(then, now, CHANCE)] == ["age"]
    assert list(number_differences(then, fits, CHANCE)) == []


def test_everybody_was_younger_once() -> None:
    then, now = claim("I was nineteen then."), claim("I'm 42.")
    older = claim("I was fifty then.")
    assert list(number_differences([then], [now], Circumstances())) == []
    assert list(number_differences([now], [then], Circumstances())) == []
    assert list(number_differences([older], [now], Circumstances()))
    assert list(number_differences([then], [older], Circumstances()))


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("I have been charge nurse since 2020.", "I'm a nurse since 2011.", False),
        ("I have been charge nurse since 2020.", "I'm charge nurse since 2011.", True),
        ("I'm at Acme for four years, and from May I was here.", "I'm here for nine years.", False),
    ],
)
def test_whose_post_began(one: str, other: str, *, are_one: bool) -> None:
    ours, theirs = (
        [each for each in read_claims(said, "", DAY) if each.unit == "since"]
        for said in (one, other)
    )
    assert bool(list(number_differences(ours, theirs, CHANCE))) is are_one


def test_years_at_a_place_are_not_those_in_the_trade() -> None:
    asked = "Tell me about yourself."
    names = frozenset({"acme", "borealis"})
    [at_acme] = read_claims("I was for four years at Acme.", asked, None, names)
    [in_trade] = read_claims("I have sold tins for nine years.", asked, None, names)
    signs = signs_of_clash(at_acme, in_trade, same_question=True, anywhere=True)
    assert "other_names" in signs
    [at_acme_too] = read_claims("It was nine years at Acme.", asked, None, names)
    assert "other_names" not in signs_of_clash(at_acme, at_acme_too, anywhere=True)


def test_whom_one_knows_is_no_employer() -> None:
    assert since("I know Acme since 2014.", "", frozenset({"acme"})).names == frozenset()


def test_a_month_is_no_word_beside_a_date() -> None:
    dated = claim("We sold the boats in March 2020, and 9 percent of them in May.")
    assert dated.kind == "date"
    assert {"march", "percent"}.isdisjoint(dated.near | dated.about)


def test_what_is_counted_is_no_name() -> None:
    names = frozenset({"acme", "pms"})
    [found] = read_claims("At Acme we were four PMs.", "", None, names)
    assert found.names == {"acme"}


def test_barely_denies_nothing() -> None:
    assert not claim("I talked to barely a dozen farmers.").is_negated
    assert claim("I have never led twelve farmers.").is_negated


def test_the_question_makes_two_beginnings_one() -> None:
    ours, theirs = since("I am here since 2014."), since("I am here since 2020.")
    assert list(number_differences([ours], [theirs], Circumstances(same_question=True)))
    asked = "How many years of experience do you have?"
    ours, theirs = since("Here since 2014.", asked), since("Here since 2020.", asked)
    assert list(number_differences([ours], [theirs], CHANCE))


def test_what_another_mention_bears_out_is_no_difference() -> None:
    five, nine = claim("Five shops opened."), claim("Nine shops opened.")
    assert clash_difference(five, nine, [five], [nine], CHANCE) is not None
    assert clash_difference(five, nine, [five, nine], [nine], CHANCE) is None
    assert clash_difference(five, nine, [five], [nine, five], CHANCE) is None
    assert list(number_differences([five], [nine, five], CHANCE)) == []


def test_a_guess_at_pay_bears_nothing_out() -> None:
    bare, said, other = (
        claim("My salary is sixty."),
        claim("I earn £60,000 a year."),
        claim("I earn £80,000 a year."),
    )
    found = clash_difference(said, other, [said, bare], [other], Circumstances())
    assert found is not None


def test_a_number_of_nothing_told_bears_out_only_its_equal() -> None:
    bare, five, other = claim("It was 5."), claim("Five shops opened."), claim("Six shops opened.")
    assert clash_difference(other, five, [other, bare], [five], Circumstances()) is None
    near = claim("It was about 5.")
    assert clash_difference(other, five, [other, near], [five], Circumstances()) is not None


def test_numbers_of_nothing_told_meet_only_under_one_question() -> None:
    one, other = claim("It was 5."), claim("It was 9.")
    assert list(number_differences([one], [other], CHANCE)) == []
    assert list(number_differences([one], [other], Circumstances(same_question=True)))


@pytest.mark.parametrize(
    ("one", "other", "name", "value"),
    [
        ("The payroll job had 5 shops.", "The checkout job had 9 shops.", "other_modifier", 1.0),
        ("The payroll job had 5 shops.", "The payroll job had 9 shops.", "other_modifier", 0.0),
        ("The job had 5 shops.", "The payroll job had 9 shops.", "other_modifier", 0.0),
        ("Churn fell 5 percent.", "Margin fell 9 percent.", "other_measure", 1.0),
        ("Churn fell 5 percent.", "Churn fell 9 percent.", "same_measure", 1.0),
        ("Five people came.", "Nine nurses left.", "subset", 1.0),
        ("Two shops opened.", "Two thousand shops opened.", "far", 5.4),
        ("I had 5 shops.", "I would have 9 shops.", "supposed", 1.0),
        ("I was 30.", "I am 41.", "other_moment", 1.0),
        ("Five shops opened.", "Nine garages burned.", "untied", 1.0),
        ("Five shops opened.", "Nine shops burned.", "untied", 0.0),
        ("It took 5 years in my whole career.", "Nine years of career.", "career", 1.0),
        ("It took 5 years in my career.", "Nine years of the law.", "career", 0.0),
        ("Rain fell on dry hills, 5 huts burned.", "Nine came, but rain fell.", "untied", 0.0),
        ("The ferry went live in 2017.", "The bakery went live in 2019.", "untied", 1.0),
        ("The ferry went live in 2017.", "It finally went live in May 2019.", "untied", 0.0),
        ("The ferry went live in 2017.", "The ferry opened in 2019.", "untied", 0.0),
        ("I joined the ferry in 2017.", "I joined the bakery in 2019.", "untied", 0.0),
    ],
)
def test_what_speaks_for_and_against(one: str, other: str, name: str, value: float) -> None:
    for pair in ((claim(one), claim(other)), (claim(other), claim(one))):
        signs = signs_of_clash(*pair, anywhere=True)
        assert signs.get(name, 0.0) == pytest.approx(value, abs=0.01)
        assert 0 < confidence_of(signs) < 1


def test_two_answers_to_one_fixed_question_are_tied() -> None:
    asked = "What are you on at the moment?"
    one, other = claim("Fifty thousand.", asked), claim("Eighty thousand.", asked)
    assert matter_of(one) == "pay"
    signs = signs_of_clash(one, other, anywhere=True)
    assert signs["same_slot"] == 1.0
    assert "untied" not in signs


def test_two_achievements_are_one_only_with_a_word_in_common() -> None:
    asked = "What are you most proud of?"
    huts, boats = claim("The huts rose 5 percent.", asked), claim("Boats fell 9 percent.", asked)
    assert "untied" in signs_of_clash(huts, boats, anywhere=True)
    more_huts = claim("The huts rose 9 percent.", asked)
    assert "same_slot" in signs_of_clash(huts, more_huts, anywhere=True)


@pytest.mark.parametrize(
    ("one", "other", "is_untied"),
    [
        ("We cut the queue by 40 percent.", "We grew the herd by 9 percent.", True),
        ("We cut the queue by 40 percent.", "The queue shrank 9 percent.", False),
        ("We were at 40 percent of plan.", "I hit 9 percent.", False),
    ],
)
def test_one_question_is_answered_with_many_stories(
    one: str, other: str, *, is_untied: bool
) -> None:
    asked = "How did the plan go?"
    signs = signs_of_clash(
        claim(one, asked), claim(other, asked), same_question=True, anywhere=True
    )
    assert ("untied" in signs) == is_untied


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("The ferry went live in 2017.", "The bakery went live in 2019.", False),
        ("The ferry went live in 2017.", "It went live in May 2019.", True),
        ("The ferry sailed in 2017.", "The ferry sank in 2019.", True),
        ("We cut the queue by 40 percent.", "We grew the herd by 9 percent.", False),
        ("The queue shrank by 40 percent.", "The queue grew by 9 percent.", True),
        ("The harbour ferry was 300,000 euros.", "A bakery oven was 420,000 euros.", False),
        ("I spent 300,000 euros on it.", "I made 420,000 euros.", True),
    ],
)
def test_what_nothing_ties_need_not_be_weighed(one: str, other: str, *, may_be: bool) -> None:
    ours, theirs = claim(one), claim(other)
    assert may_be_told(ours, theirs, CHANCE.shift) == may_be
    assert may_be_told(theirs, ours, CHANCE.shift) == may_be


def test_a_change_and_a_level_are_two_things() -> None:
    change, level = claim("Errors fell by 40 percent."), claim("Errors fell to 9 percent.")
    assert not same_matter(change, level)


def test_one_nurse_is_no_team_and_the_only_nurse_is_one() -> None:
    asked = "How big is your team?"
    one = claim("One nurse is in my team.", asked)
    only = claim("I am the only nurse in the team.", asked)
    assert (matter_of(one), matter_of(only)) == ("", "team")


def test_asked_for_the_team_those_of_us_in_the_office_are_it() -> None:
    said = "There are nine of us in the office."
    assert matter_of(claim(said, "How big is your team?")) == "team"
    assert claim(said, "Where is that?").group == "site"
    assert claim("Nine work in the office.", "How big is your team?").group == "site"


def test_a_wish_and_what_is_had_are_two_matters() -> None:
    asked = "What salary do you expect?"
    wish, had = claim("I want 80k.", asked), claim("I earn 60k now.", asked)
    assert (matter_of(wish), matter_of(had)) == ("pay wanted", "pay")
    assert signs_of_clash(wish, had)["wanted"] == 1.0
