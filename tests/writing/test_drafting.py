"""Drafts hold facts and gaps and nothing else, whatever a journal holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_journal.api.drafting import draft_kinds_for
from interview_journal.core.choices import ActionKind, ApplicationStatus, Channel
from interview_journal.core.followup.keys import action_key
from interview_journal.core.outgoing import ADVISED_WORDS, DRAFT_KINDS, Draft, DraftKind, Tone
from interview_journal.core.records import (
    Action,
    Application,
    Encounter,
    Interview,
    Person,
    Reference,
    Setting,
)
from interview_journal.writing.drafting import draft_action, draft_text, draft_thank_you
from interview_journal.writing.note_facts import NoteFacts
from interview_journal.writing.sameness import shared_sentences
from tests.exporting.hostile import HOSTILE, any_text
from tests.records_in_memory import Records
from tests.writing.records import NEXT_DAY, NOW, due, met, osprey, panel, person, round_two
from tests.writing.vocabulary import foreign_words, words_of

if TYPE_CHECKING:
    from interview_journal.core.followup.values import DueAction

TONES: tuple[Tone, ...] = get_args(Tone)
KINDS: tuple[ActionKind, ...] = get_args(ActionKind)

nonsense = st.text("zxqj", min_size=3, max_size=6).map(lambda word: f"q{word}")
sentence = st.lists(nonsense, min_size=1, max_size=12).map(lambda words: f"{' '.join(words)}.")
notes = st.lists(sentence, max_size=3).map(" ".join)
lines = st.lists(sentence, max_size=4).map("\n".join)
some_day = st.dates(date(2026, 1, 1), date(2026, 12, 31))
moments = st.none() | st.just(datetime(2026, 3, 1, 9, tzinfo=UTC))
yes_no = st.sampled_from([True, False, None])


@st.composite
def journals(
    draw: st.DrawFn, text: st.SearchStrategy[str], name: st.SearchStrategy[str]
) -> Records:
    """Draw a journal in which any field may be empty, told in words that are in no template."""
    status = draw(st.sampled_from(get_args(ApplicationStatus)))
    job = Application(
        id="p_osprey", company=draw(name), role=draw(text), requirements=draw(text),
        why_role=draw(text), why_company=draw(text), can_contribute=draw(text), status=status,
    )  # fmt: skip
    held = Interview(
        id="i_two", application_id=job.id, round=draw(st.integers(1, 5)), held_on=draw(some_day),
        unsaid=draw(text), answer_in_days_min=draw(st.none() | st.integers(0, 60)),
        answer_in_days_max=draw(st.none() | st.integers(0, 60)),
        answer_by=draw(st.none() | some_day), further_rounds=draw(yes_no),
        tells_if_unsuccessful=draw(yes_no), checks_references=draw(yes_no),
    )  # fmt: skip
    people = [
        Person(id=f"n_{one}", application_id=job.id, name=draw(name), kind=draw(
            st.sampled_from(["interviewer", "recruiter", "referee"])
        ), email=draw(text), relation=draw(text))
        for one in range(draw(st.integers(1, 4)))
    ]  # fmt: skip
    return Records(
        applications=(job,),
        interviews=(held,),
        people=tuple(people),
        encounters=tuple(
            Encounter(
                id=f"m_{one.id}",
                interview_id=held.id,
                person_id=one.id,
                topics=draw(text),
                i_promised=draw(text),
                they_promised=draw(text),
                they_promised_by=draw(st.none() | some_day),
            )
            for one in people[: draw(st.integers(0, 4))]
        ),
        references=(
            Reference(
                id="f_one",
                application_id=job.id,
                person_id="n_0",
                scope=draw(text),
                consented_at=draw(moments),
                checked_at=draw(moments),
            ),
        ),
        settings=tuple(
            Setting(name="my_name", value=draw(text)) for _ in range(draw(st.integers(0, 1)))
        ),
    )


def every_draft(records: Records, tone: Tone, channel: Channel | None, step: str) -> list[Draft]:
    """Return each kind of draft for the first person of a journal."""
    found = []
    for kind in KINDS:
        action = due(kind, "0", interview_id="i_two", channel=channel, step=step)
        if kind == "their promise":
            action = replace(action, other_id="m_n_0")
        for wanted in draft_kinds_for(action):
            claims = tuple(one.why_role for one in records.applications if one.why_role.strip())
            found.append(
                draft_action(records, action, wanted, today=NEXT_DAY, tone=tone, claims=claims)
            )
    return found


def words_in(records: Records) -> set[str]:
    """Return every word that a journal holds."""
    tables = (records.applications, records.people, records.encounters, records.references)
    values: list[Any] = [one.value for one in records.settings]
    for one in (*(row for table in tables for row in table), *records.interviews):
        values += [getattr(one, name) for name in type(one).model_fields]
    return {word for value in values if isinstance(value, str) for word in words_of(value)}


@given(
    journals(notes | lines, sentence),
    st.sampled_from(TONES),
    st.none() | st.sampled_from(get_args(Channel)),
    st.sampled_from(["", "1", "2", "offer", "accepted"]),
)
@settings(max_examples=60, deadline=None)
def test_no_draft_holds_a_word_that_is_neither_ours_nor_the_journals(
    records: Records, tone: Tone, channel: Channel | None, step: str
) -> None:
    drafts = every_draft(records, tone, channel, step)
    assert {one.kind for one in drafts} == set(DRAFT_KINDS)
    for draft in drafts:
        assert foreign_words(draft, words_in(records)) == set(), draft.text


@given(
    journals(any_text | st.sampled_from(HOSTILE[:40]), any_text.filter(bool)),
    st.sampled_from(TONES),
    st.sampled_from([None, "phone", "text message", "agency"]),
)
@settings(max_examples=40, deadline=None)
def test_any_journal_gives_whole_drafts_whose_every_bracket_is_a_gap(
    records: Records, tone: Tone, channel: Channel | None
) -> None:
    for draft in every_draft(records, tone, channel, "1"):
        assert draft.text.count("[") == draft.text.count("]") == len(draft.gaps)
        assert "[" not in draft.subject
        assert draft.subject == " ".join(draft.subject.split()) != ""
        assert "\x1e" not in draft.text
        paragraphs = draft.text.split("\n\n")
        assert all(
            line == " ".join(line.split()) != "" for part in paragraphs for line in part.split("\n")
        )


def test_a_bracket_in_a_claim_is_no_gap() -> None:
    records = Records(applications=(Application(id="p_osprey", company="Osprey"),))
    draft = draft_action(
        records,
        due("tell a referee", "ana"),
        "referee brief",
        today=NEXT_DAY,
        claims=("I led a team of [six]", "["),
    )
    assert "- I led a team of (six)\n\n" in draft.text
    assert "six" not in {gap.words.strip("[]") for gap in draft.gaps}
    assert draft.text.count("[") == len(draft.gaps)


def test_an_empty_journal_gives_gaps_for_all_that_is_missing() -> None:
    empty = Records(
        applications=(Application(id="p_osprey", company="Osprey"),),
        interviews=(round_two(unsaid=""),),
        people=(person("Ana Ruiz", "ana"),),
    )
    draft = draft_thank_you(empty, empty.interviews[0], empty.people[0], today=NEXT_DAY)
    assert {gap.words for gap in draft.gaps} == {
        "[one thing you talked about]",
        "[why the role suits you]",
        "[why this company]",
        "[what you would bring]",
        "[your name]",
    }


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("key", ["kelly", "martin", "shreya"])
def test_a_thank_you_note_tells_all_that_belongs_into_one(tone: Tone, key: str) -> None:
    records = panel()
    reader = next(one for one in records.people if one.id == f"n_{key}")
    draft = draft_thank_you(records, records.interviews[0], reader, today=NEXT_DAY, tone=tone)
    assert 50 <= draft.word_count <= ADVISED_WORDS[1]
    assert draft.text.startswith(
        f"Dear {reader.name if tone == 'formal' else reader.name.split()[0]}"
    )
    assert draft.text.endswith("Jo Pryce")
    assert "Osprey Freight" in draft.text
    assert any(one in draft.text for one in ("started in", "early mornings", "must hold"))
    assert any(one in draft.text for one in ("ou keep your drivers", "wo friends", "well run"))
    assert any(one in draft.text for one in ("the phones", "people talking", "plan calmly"))
    topic = {"kelly": "start date", "martin": "the new depot", "shreya": "the wall with"}[key]
    assert topic in draft.text
    assert ("map [add it here]" in draft.text) is (key == "shreya")


@pytest.mark.parametrize("tone", TONES)
def test_notes_to_one_panel_share_no_sentence(tone: Tone) -> None:
    records = panel()
    (held,) = records.interviews
    notes = [
        draft_thank_you(records, held, one, today=NEXT_DAY, tone=tone).text
        for one in records.people
    ]
    assert all("[" not in text.replace("[add it here]", "") for text in notes)
    for place, text in enumerate(notes):
        others = notes[:place] + notes[place + 1 :]
        assert [text[slice(*span)] for span in shared_sentences(text, others)] == []


@pytest.mark.parametrize("tone", TONES)
def test_with_one_reason_for_three_only_the_persons_own_words_are_shared(tone: Tone) -> None:
    reasons = {
        "why_role": "It is the very work I started in, one step up.",
        "why_company": "Fifteen minutes from home on a bicycle, also in the winter.",
        "can_contribute": "I know what a late van does to the phones and how to calm them.",
    }
    records = panel(applications=(osprey(**reasons),))
    notes = [
        draft_thank_you(records, records.interviews[0], one, today=NEXT_DAY, tone=tone).text
        for one in records.people
    ]
    shared = [notes[1][slice(*span)] for span in shared_sentences(notes[1], [notes[0], notes[2]])]
    assert len(shared) == 3
    for told in shared:
        assert any(words[5:].strip(".") in told for words in reasons.values())


def test_what_was_not_said_is_told_to_one_of_a_panel_only() -> None:
    records = panel()
    told = [
        "Monday rota" in draft_thank_you(records, records.interviews[0], one, today=NEXT_DAY).text
        for one in records.people
    ]
    assert told == [False, True, False]


def test_a_recruiter_is_asked_one_question_and_an_interviewer_none() -> None:
    records = panel(interviews=(round_two(further_rounds=None, tells_if_unsuccessful=None),))
    texts = {
        one.name: draft_thank_you(records, records.interviews[0], one, today=NEXT_DAY).text
        for one in records.people
    }
    assert texts["Kelly Thorne"].count("?") == 1
    assert "whether a further round follows, and whether everyone hears" in texts["Kelly Thorne"]
    assert "?" not in texts["Martin Ochs"]


def test_a_company_that_ends_with_a_stop_ends_no_sentence_twice() -> None:
    records = panel(applications=(osprey(company="Acme Inc.", why_role="Why not? I like it..."),))
    for reader in records.people:
        for tone in TONES:
            draft = draft_thank_you(
                records, records.interviews[0], reader, today=NEXT_DAY, tone=tone
            )
            assert "Inc.." not in draft.text
            assert "?." not in draft.text


def test_a_list_of_reasons_is_shared_out_line_by_line() -> None:
    records = panel(applications=(osprey(can_contribute="- calm\n- A head for plans\n- Excel"),))
    texts = [
        draft_thank_you(records, records.interviews[0], one, today=NEXT_DAY).text
        for one in records.people
    ]
    assert ["calm" in text for text in texts] == [False, True, False]
    assert ["a head for plans" in text for text in texts] == [False, False, True]


def test_a_promise_that_was_kept_is_not_promised_again() -> None:
    kept = Action(key=action_key("my promise", "m_shreya"), status="done")
    records = panel(actions=(kept,))
    draft = draft_thank_you(records, records.interviews[0], records.people[2], today=NEXT_DAY)
    assert "map" not in draft.text


def test_a_promise_that_holds_its_link_has_no_gap() -> None:
    link = met("shreya", "The wall", i_promised="The map: https://maps.example.org/[a]")
    records = panel(encounters=(link,))
    draft = draft_thank_you(records, records.interviews[0], records.people[2], today=NEXT_DAY)
    assert "https://maps.example.org/%5Ba%5D." in draft.text
    assert draft.gaps == ()


def news(action: DueAction, **more: Any) -> str:
    return draft_action(panel(**more), action, "request for news", today=date(2026, 4, 6)).text


def test_asking_for_news_names_the_day_and_what_they_said() -> None:
    text = news(due("ask for news", "martin", interview_id="i_two", step="1"))
    assert "We spoke on Wednesday 18 March" in text
    assert "I was told to expect an answer within one to two weeks." in text


def test_somebody_who_was_not_there_did_not_speak_with_us() -> None:
    text = news(due("ask for news", "martin", interview_id="i_two", step="1"), encounters=())
    assert "I had my interview for the role of Planning lead" in text


def test_asking_a_second_time_is_another_letter() -> None:
    asked = Action(
        key=action_key("ask for news", "i_two", "1"),
        status="done",
        done_at=datetime(2026, 4, 2, 9, tzinfo=UTC),
    )
    text = news(due("ask for news", "martin", interview_id="i_two", step="2"), actions=(asked,))
    assert text.splitlines()[2].startswith("On Thursday 2 April I asked")
    assert "I will not ask a third time" in text


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("phone", "To say on the phone:"),
        ("text message", "Hello Martin, this is Jo Pryce."),
        ("agency", "Could you ask Osprey Freight"),
        ("e-mail", "Dear Martin,"),
        ("post", "Dear Martin,"),
        ("portal", "Dear Martin,"),
        (None, "Dear Martin,"),
    ],
)
def test_news_is_asked_for_by_the_channel_they_named(channel: Channel | None, words: str) -> None:
    action = due("ask for news", "martin", interview_id="i_two", step="1", channel=channel)
    assert words in news(action)


def test_their_promise_is_asked_for_by_its_own_words() -> None:
    promise = met("martin", they_promised="A call.", they_promised_by=date(2026, 3, 27))
    action = due("their promise", "martin", interview_id="i_two", other_id="m_martin")
    text = news(action, encounters=(promise,))
    assert "My notes from that day say, for Friday 27 March: a call." in text
    asked = news(due("ask for news", "martin", interview_id="i_two"), encounters=(promise,))
    assert "a call" not in asked


@pytest.mark.parametrize(("tells", "asks"), [(True, True), (False, False), (None, False)])
def test_feedback_is_asked_for_only_where_they_tell_everyone(tells: object, asks: object) -> None:
    records = panel(interviews=(round_two(tells_if_unsuccessful=tells),))
    action = due("reply to a rejection", "martin", interview_id="i_two")
    draft = draft_action(records, action, "reply to a rejection", today=NEXT_DAY)
    assert ("stronger choice?" in draft.text) is asks


@pytest.mark.parametrize("status", get_args(ApplicationStatus))
def test_a_referee_hears_how_it_ended(status: ApplicationStatus) -> None:
    facts = NoteFacts(to_first="Maria", company="Osprey", role="Planner", me="Jo", status=status)
    draft = draft_text("referee outcome", facts)
    assert [gap.words for gap in draft.gaps] == (["[how it ended]"] if status == "open" else [])


def test_another_company_is_told_of_an_offer_or_of_an_end() -> None:
    for step, words in (("offer", "I have an offer"), ("accepted", "I am withdrawing")):
        action = due("tell another company", "martin", interview_id="i_two", step=step)
        draft = draft_action(panel(), action, "word to another company", today=NEXT_DAY)
        assert words in draft.text


def test_a_brief_quotes_what_was_said_and_what_was_agreed() -> None:
    agreed = Reference(
        application_id="p_osprey",
        person_id="n_anneke",
        scope="The team. Not pay.",
        consented_at=NOW,
    )
    records = panel(
        people=(person("Anneke Visser", "anneke", kind="referee"),), references=(agreed,)
    )
    action = due("tell a referee", "anneke", interview_id="i_two")
    claims = ("I led nine people.", "We cut the wait by half.")
    draft = draft_action(records, action, "referee brief", today=NEXT_DAY, claims=claims)
    assert "\n- I led nine people.\n- We cut the wait by half.\n" in draft.text
    assert "\n- Plan 60 drivers\n- Lead a team of six\n" in draft.text
    assert "the team. Not pay." in draft.text
    assert draft.gaps == ()


@pytest.mark.parametrize("kind", DRAFT_KINDS)
@pytest.mark.parametrize("tone", TONES)
def test_every_kind_can_be_drafted_from_nothing(kind: DraftKind, tone: Tone) -> None:
    draft = draft_text(kind, NoteFacts(), tone=tone)
    assert draft.gaps
    assert draft.subject
    assert "  " not in draft.text
