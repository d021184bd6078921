"""Writes the sample journal, data/sample, from the story told in tools/sample.

Everything goes through the public API, in the order in which it happened and by a clock that
stands where the story says, so that the files are the same byte for byte each time.

Run it with: python tools/make_sample.py
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import interview_journal as ij
from interview_journal.core.choices import ActionKind
from interview_journal.core.followup.keys import action_key

CHECKOUT = Path(__file__).resolve().parent.parent
STORY = Path(__file__).resolve().parent / "sample"
SAMPLE = CHECKOUT / "data" / "sample"

IGNORE: Final = """\
# A made-up journal, committed on purpose. A person's own keeps everything out instead.
!*
# What the program may put beside the tables is of no use to anybody else.
.known/
.lock
backups/
drafts/
history/
recovered/
"""

COMPANIES: Final = ("osprey", "tidewell", "larkhill")
CLOSER: Final = ("relevance", "structure", "evidence", "contribution", "delivery")
NOT_APPLICABLE: Final = 0
ZONE: Final = "Europe/London"
BETWEEN_SAVES: Final = timedelta(seconds=10)
ID_LETTERS: Final = "abcdefghjkmnpqrstvwxyz23456789"
ID_LENGTH: Final = 16

ABOUT: Final[dict[ActionKind, tuple[str, ...]]] = {
    "thank-you note": ("interview", "person"),
    "ask for news": ("interview", "step"),
    "their promise": ("encounter",),
    "my promise": ("encounter",),
    "tell a referee": ("interview", "person"),
    "tell a referee the outcome": ("reference",),
    "reply to a rejection": ("interview",),
}
"""What names an action of a kind that the story tells of, in the order of the rules' keys."""

Kind = type[Any]
Row = dict[str, Any]
Event = tuple[datetime, Callable[[ij.Journal], object]]


class StoryClock:
    """Shows the moment that the story has reached."""

    def __init__(self) -> None:
        """Stand before everything."""
        self._moment = datetime.min.replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        """Return the moment."""
        return self._moment

    def reach(self, moment: datetime) -> None:
        """Move on to the moment, and always a little further than the last save."""
        self._moment = max(moment, (self._moment + BETWEEN_SAVES).astimezone(moment.tzinfo))


def sample_id(kind: Kind, key: str) -> str:
    """Return the id that a key of the story has in the journal: always the same, like any other."""
    number = int.from_bytes(hashlib.sha256(f"{kind.table}/{key}".encode()).digest())
    letters = []
    for _ in range(ID_LENGTH):
        number, place = divmod(number, len(ID_LETTERS))
        letters.append(ID_LETTERS[place])
    return f"{kind.id_prefix}_{''.join(letters)}"


def unwrap(name: str, value: Any) -> Any:  # noqa: ANN401 - whatever TOML holds
    """Return a text with its lines joined, but for the field that holds one point a line."""
    if not isinstance(value, str):
        return value
    return value.strip() if name == "requirements" else " ".join(value.split())


def add(kind: Kind, key: str, /, **fields: Any) -> Callable[[ij.Journal], object]:  # noqa: ANN401
    """Return the step that stores one new record."""
    values = {name: unwrap(name, value) for name, value in fields.items()}
    record = kind(id=sample_id(kind, key), **values)
    return lambda journal: journal.add(record)


def change(kind: Kind, key: str, /, **fields: Any) -> Callable[[ij.Journal], object]:  # noqa: ANN401
    """Return the step that stores a new revision."""
    values = {name: unwrap(name, value) for name, value in fields.items()}

    def do(journal: ij.Journal) -> object:
        record = journal.get(kind, sample_id(kind, key))
        if record is None:
            raise LookupError(key)
        return journal.revise(record, **values)

    return do


def rate(answer: str, at: datetime, /, **fields: Any) -> Event:  # noqa: ANN401
    """Return the event of one score, of the answer as it stands by then."""
    name = "/".join(map(str, (answer, at.isoformat(), *fields.values())))

    def do(journal: ij.Journal) -> object:
        rated = journal.get(ij.Answer, sample_id(ij.Answer, answer))
        if rated is None:
            raise LookupError(answer)
        rating = ij.Rating(
            id=sample_id(ij.Rating, name),
            answer_id=rated.id,
            answer_revision=rated.revision,
            rated_at=at,
            **fields,
        )
        return journal.add(rating)

    return at, do


def tell_application(company: str, story: Row) -> Iterator[Event]:
    """Yield the application, and the people known of it."""
    row = story["application"]
    yield row.pop("at"), add(ij.Application, company, **row)
    for person in story["people"]:
        at, key = person.pop("at"), person.pop("key")
        if person["kind"] != "referee":
            person["application_id"] = sample_id(ij.Application, company)
        yield at, add(ij.Person, key, **person)


def tell_round(company: str, row: Row) -> Iterator[Event]:
    """Yield one round: the talk, who was there, what was asked, the guess."""
    at, key = row.pop("at"), row.pop("key")
    met, answers, guesses = (row.pop(name, []) for name in ("met", "answers", "guesses"))
    if not row.pop("coming", False):
        row["captured_at"] = at
    application_id = sample_id(ij.Application, company)
    yield at, add(ij.Interview, key, application_id=application_id, time_zone=ZONE, **row)
    interview_id = sample_id(ij.Interview, key)
    for one in met:
        person = one.pop("person")
        links = {"interview_id": interview_id, "person_id": sample_id(ij.Person, person)}
        yield at, add(ij.Encounter, f"{key}/{person}", **links, **one)
    for position, answer in enumerate(answers, start=1):
        yield from tell_answer(f"{key}-{position}", at, interview_id, position, answer)
    for guess in guesses:
        made = guess.pop("at")
        name = f"{key}/{made.isoformat()}"
        yield made, add(ij.Forecast, name, interview_id=interview_id, forecast_at=made, **guess)


def tell_answer(
    key: str, at: datetime, interview_id: str, position: int, row: Row
) -> Iterator[Event]:
    """Yield one answer, its scores, and the better one written later."""
    fields = {name: row[name] for name in ("question", "answer", "topic", "note") if name in row}
    asked_by = sample_id(ij.Person, row["by"])
    links: Row = {"interview_id": interview_id, "position": position, "asked_by": asked_by}
    yield at, add(ij.Answer, key, response_type=row["type"], **links, **fields)
    if "better" in row:
        later = row["better_at"]
        better = {"better_answer": row["better"], "better_answer_at": later}
        yield later, change(ij.Answer, key, **better)
        if "better_score" in row:
            yield rate(key, later, target="better", score=row["better_score"])
    yield rate(key, at, score=row["score"])
    for criterion, score in zip(CLOSER, row.get("closer", ()), strict=False):
        yield rate(key, at, criterion=criterion, score=score or None)
    if "again" in row:
        yield rate(key, row["again"]["at"], score=row["again"]["score"], blind=True)


def tell_action(application_id: str, row: Row) -> Event:
    """Return what she did with one thing that was due, under the key that the rules give it."""
    at, interview, person = row.pop("at"), row.pop("interview"), row.pop("person")
    ids = {
        "interview": sample_id(ij.Interview, interview),
        "person": sample_id(ij.Person, person),
        "encounter": sample_id(ij.Encounter, f"{interview}/{person}"),
        "reference": sample_id(ij.Reference, row.pop("reference", "")),
        "step": row.get("step", ""),
    }
    key = action_key(row["kind"], *(ids[name] for name in ABOUT[row["kind"]]))
    if row["status"] in ("done", "skipped"):
        row["done_at"] = at
    links = {
        "application_id": application_id,
        "interview_id": ids["interview"],
        "person_id": ids["person"],
    }
    return at, add(ij.Action, key, key=key, **links, **row)


def tell_follow_up(company: str, story: Row) -> Iterator[Event]:
    """Yield what was done and heard afterwards."""
    application_id = sample_id(ij.Application, company)
    for row in story.get("references", ()):
        at, key = row.pop("at"), row.pop("key")
        links = {
            "application_id": application_id,
            "person_id": sample_id(ij.Person, row.pop("person")),
        }
        yield at, add(ij.Reference, key, **links, **row)
    for row in story.get("actions", ()):
        yield tell_action(application_id, row)
    for row in story.get("changes", ()):
        kind: Kind = {
            "answers": ij.Answer,
            "applications": ij.Application,
            "interviews": ij.Interview,
        }[row.pop("table")]
        at, key = row.pop("at"), row.pop("key")
        yield at, change(kind, key, **row)
    for row in story.get("slips", ()):
        key = f"{row['interview']}/twice"
        links = {"interview_id": sample_id(ij.Interview, row["interview"])}
        typed = {name: row[name] for name in ("question", "answer")}
        yield row["at"], add(ij.Answer, key, position=8, **links, **typed)
        yield row["removed_at"], change(ij.Answer, key, removed=True)


def tell_general(story: Row) -> Iterator[Event]:
    """Yield what belongs to no single application."""
    for row in story["criteria"]:
        at, key = row.pop("at"), row.pop("key")
        yield at, add(ij.Criterion, key, **row)
    for row in story["question_links"]:
        at, key = row.pop("at"), row.pop("key")
        yield at, add(ij.QuestionLink, key, decided_at=at, **row)
    for row in story["ratings"]:
        yield rate(row.pop("answer"), row.pop("at"), **row)


def tell_rehearsals(story: Row) -> Iterator[Event]:
    """Yield the evenings of practice."""
    for row in story.get("rehearsals", ()):
        at, answer = row["at"], row["answer"]
        name = f"{answer}/{at.isoformat()}"
        answer_id = sample_id(ij.Answer, answer)
        step = add(ij.Rehearsal, name, answer_id=answer_id, rehearsed_at=at, grade=row["grade"])
        yield at, step


def tell() -> list[Event]:
    """Return the whole story, in the order in which it happened."""
    events: list[Event] = []
    for company in COMPANIES:
        story = tomllib.loads((STORY / f"{company}.toml").read_text(encoding="utf-8"))
        events += tell_application(company, story)
        for row in story["rounds"]:
            events += tell_round(company, row)
        events += tell_follow_up(company, story)
        events += tell_rehearsals(story)
    general = tomllib.loads((STORY / "general.toml").read_text(encoding="utf-8"))
    events += tell_general(general)
    return sorted(events, key=lambda event: event[0])


def write_journal(folder: Path) -> ij.Journal:
    """Write the journal into an empty folder and return it."""
    clock = StoryClock()
    journal = ij.open_journal(folder, now=clock)
    for moment, step in tell():
        clock.reach(moment)
        step(journal)
    return journal


def make_sample(target: Path = SAMPLE) -> list[str]:
    """Write the sample into the folder, replacing the one there; return the files' names.

    Only the tables and their description are kept. The lock, the list of known rows, the
    daily backups and the drafts belong to the computer they were made on.
    """
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / "journal"
        write_journal(made)
        kept = [*sorted(made.glob("*.csv")), made / "datapackage.json"]
        if target.exists():
            shutil.rmtree(target)
        target.mkdir(parents=True)
        for path in kept:
            shutil.copyfile(path, target / path.name)
    (target / ".gitignore").write_text(IGNORE, encoding="utf-8", newline="\n")
    return sorted(path.name for path in target.iterdir())


def main() -> None:
    """Write the sample and say where it stands."""
    names = make_sample()
    print(f"the sample journal: {len(names)} files written")


if __name__ == "__main__":
    main()
