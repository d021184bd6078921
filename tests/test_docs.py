"""The pages for readers are current, complete, and lead where they say."""

from __future__ import annotations

import re
import tomllib
from datetime import time
from typing import TYPE_CHECKING

import pytest

import interview_journal as ij
from interview_journal.core.followup.defaults import (
    DEFAULT_LABELS,
    NUMBER_BOUNDS,
    FollowUpDefaults,
)
from interview_journal.core.tables import TABLES
from tests.programs import CHECKOUT
from tools import make_command_reference, make_python_reference, make_table_reference

if TYPE_CHECKING:
    from pathlib import Path

PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").glob("*.md")])
NOTEBOOKS = sorted(path.name for path in (CHECKOUT / "notebooks").glob("*.ipynb"))
COMMANDS = make_command_reference.command_names()
JUPYTERLABS_LABELS = {"Run", "Run All Cells"}
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|root|home|Users|tmp|var)/|[A-Z]:\\")
HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:org|com|net|io|dev|edu|gov|info|co)\b", re.IGNORECASE)
# What a reader may be sent to. A package comes from wherever their own pip is told to look.
KNOWN_HOSTS = {"python.org", "jinja.palletsprojects.com"}
OTHER_INDEX = re.compile(r"index[-_]url", re.IGNORECASE)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def readme() -> str:
    return read(CHECKOUT / "README.md")


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", read(page), re.MULTILINE)
    plain = [re.sub(r"[^\w\- ]", "", title.lower()) for title in titles]
    return {title.strip().replace(" ", "-") for title in plain}


def broken_links(page: Path) -> list[str]:
    """Return the links of a page that lead nowhere in this checkout."""
    broken = []
    for _, _, target in LINK.findall(read(page)):
        place, _, anchor = target.partition("#")
        goal = page if not place else page.parent / place
        if target.startswith(("https://", "mailto:")):
            continue
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            broken.append(target)
    return broken


@pytest.mark.parametrize(
    "reference",
    [make_table_reference, make_command_reference, make_python_reference],
    ids=lambda module: module.REFERENCE.name,
)
def test_a_generated_page_is_current(reference: object) -> None:
    current = read(reference.REFERENCE) == reference.reference_text()  # type: ignore[attr-defined]
    assert current, "run: make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert broken_links(page) == []


def test_a_broken_link_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A title\n[a](nowhere.md) [b](#a-title) [c](#no-title)", encoding="utf-8")
    assert broken_links(page) == ["nowhere.md", "#no-title"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_picture_says_what_it_shows(page: Path) -> None:
    for mark, words, _ in LINK.findall(read(page)):
        assert not mark or len(words) >= 10


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_no_machine_and_no_other_host(page: Path) -> None:
    assert not MACHINE_PATH.search(read(page))
    assert set(HOST.findall(read(page))) <= KNOWN_HOSTS
    assert not OTHER_INDEX.search(read(page))


@pytest.mark.parametrize("said", ["get it from files.example.org", "at EXAMPLE.com/simple"])
def test_another_host_would_be_seen(said: str) -> None:
    assert not set(HOST.findall(said)) <= KNOWN_HOSTS


def test_another_index_would_be_seen() -> None:
    assert OTHER_INDEX.search("--extra-index_url".replace("_", "-"))
    assert not OTHER_INDEX.search("the index of urls")


def test_a_machines_path_would_be_seen() -> None:
    assert MACHINE_PATH.search("look in /home/ana/journal")
    assert not MACHINE_PATH.search("in data/journal or ~/interview_journal/journal")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_readme_names_every_notebook(name: str) -> None:
    assert name in readme()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    assert f"`interview-journal {name}`" in readme()


def test_the_readme_names_no_notebook_or_command_that_is_not_there() -> None:
    assert set(re.findall(r"\d_\w+\.ipynb", readme())) == set(NOTEBOOKS)
    assert set(re.findall(r"`interview-journal (\w+)", readme())) == set(COMMANDS)


@pytest.mark.parametrize("name", ij.__all__)
def test_every_public_name_stands_in_the_python_reference(name: str) -> None:
    page = read(CHECKOUT / "docs" / "python.md")
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert len(section.strip()) >= 20


@pytest.mark.parametrize("name", TABLES)
def test_every_table_stands_in_the_table_reference(name: str) -> None:
    page = read(CHECKOUT / "docs" / "tables.md")
    section = page.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    for column in TABLES[name].content_columns:
        assert f"| `{column.name}` |" in section


def test_the_readme_leads_to_every_page() -> None:
    linked = {target for _, _, target in LINK.findall(readme())}
    pages = {str(page.relative_to(CHECKOUT).as_posix()) for page in PAGES} - {"README.md"}
    assert pages <= linked


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_a_make_target_that_a_page_names_is_there(page: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", read(CHECKOUT / "Makefile"), re.MULTILINE))
    named = set(
        re.findall(r"^ +make ([a-z]+)|`make ([a-z]+)`", read(CHECKOUT / page), re.MULTILINE)
    )
    assert {name for pair in named for name in pair if name} <= targets


@pytest.mark.parametrize("page", ["CONTRIBUTING.md"])
def test_a_file_that_a_page_names_is_there(page: str) -> None:
    named = re.findall(
        r"`((?:interview_journal|tools|bench|tests|docs|data)/[\w/.]+)`", read(CHECKOUT / page)
    )
    made_by_running = {"bench/results"}
    assert [
        name for name in named if name not in made_by_running and not (CHECKOUT / name).exists()
    ] == []


@pytest.mark.parametrize("page", ["README.md", "docs/first_evening.md"])
def test_a_label_that_a_page_names_is_on_the_screen(page: str) -> None:
    named = re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", read(CHECKOUT / page))
    ours = "\n".join(map(read, (CHECKOUT / "interview_journal").rglob("*.py")))
    labels = {" ".join(label.split()) for label in named} - JUPYTERLABS_LABELS
    assert len(labels) >= 4
    assert [label for label in sorted(labels) if f'"{label}' not in ours] == []


@pytest.mark.parametrize("path", sorted((CHECKOUT / "tools").glob("*.py")), ids=lambda p: p.name)
def test_every_tool_is_explained(path: Path) -> None:
    assert f"`tools/{path.name}`" in read(CHECKOUT / "CONTRIBUTING.md")


def test_every_test_marker_is_explained() -> None:
    settings = tomllib.loads(read(CHECKOUT / "pyproject.toml"))["tool"]["pytest"]["ini_options"]
    contributing = read(CHECKOUT / "CONTRIBUTING.md")
    for marker in settings["markers"]:
        assert f"`{marker.partition(':')[0]}`" in contributing


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## ([0-9.]+)", read(CHECKOUT / "CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == ij.__version__


def test_the_way_out_without_our_program_works(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = read(CHECKOUT / "docs" / "your_data.md")
    block = page.partition("without this program:\n\n")[2]
    code = "\n".join(line[4:] for line in block.splitlines())
    monkeypatch.chdir(CHECKOUT / "data" / "sample")
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102 - it is our own page
    assert len(names["answers"]) == len(ij.open_journal(".").answers)  # type: ignore[arg-type]


def test_the_page_on_following_up_names_every_convention_as_it_is() -> None:
    page = read(CHECKOUT / "docs" / "following_up.md")
    cells = r"^\| `follow_up\.(\w+)` \| ([^|]+) \| ([^|]+) \| ([^|]*) \| ([^|]*)\|"
    rows = re.findall(cells, page, re.MULTILINE)
    assert {name: words for name, words, *_ in rows} == dict(DEFAULT_LABELS)
    usual = FollowUpDefaults()
    for name, _, value, low, high in rows:
        known = getattr(usual, name)
        if isinstance(known, int):
            assert (value, low, high.strip()) == (str(known), *map(str, NUMBER_BOUNDS[name]))
        elif isinstance(known, time):
            assert value == f"{known:%H:%M}"
