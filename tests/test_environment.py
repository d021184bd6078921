"""environment.yml, pyproject.toml and constraints.txt tell one story."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.programs import CHECKOUT

# Where conda-forge calls a package by another name; "-base" leaves out Qt.
CONDA_NAMES = {
    "matplotlib": "matplotlib-base",
    "jupyter-server": "jupyter_server",
    "tzdata": "python-tzdata",
}
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINNED = re.compile(r"^[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+$")


def runtime_requirements() -> list[Requirement]:
    """Return what an installed journal needs, with the page view that conda brings along."""
    wanted = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["app"]]
    return [Requirement(text) for text in wanted]


def all_requirements() -> list[Requirement]:
    """Return every requirement of the project and its extras."""
    extras = [one for extra in PROJECT["optional-dependencies"].values() for one in extra]
    return [Requirement(text) for text in [*PROJECT["dependencies"], *extras]]


def conda_packages() -> list[str]:
    """Return the conda part of environment.yml, bounds in one fixed order."""
    environment = yaml.safe_load((CHECKOUT / "environment.yml").read_text(encoding="utf-8"))
    return [line for line in environment["dependencies"] if isinstance(line, str)]


def pins() -> dict[str, str]:
    """Return the tested version of each distribution in constraints.txt."""
    lines = (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    split = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): number for name, number in split}


def test_conda_gets_the_same_packages_with_the_same_bounds() -> None:
    expected = {"python": PROJECT["requires-python"], "pip": ""}
    for requirement in runtime_requirements():
        name = CONDA_NAMES.get(requirement.name, requirement.name)
        expected[name] = str(requirement.specifier)
    found = {one.name: str(one.specifier) for one in map(Requirement, conda_packages())}
    assert found == expected


def test_conda_installs_the_journal_itself() -> None:
    environment = yaml.safe_load((CHECKOUT / "environment.yml").read_text(encoding="utf-8"))
    assert environment["channels"][0] == "conda-forge"
    assert {"pip": ["-e ."]} in environment["dependencies"]


def test_constraints_hold_versions_and_no_address() -> None:
    lines = (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    assert [line for line in lines if not PINNED.match(line)] == []
    assert "interview-journal" not in pins()


@pytest.mark.parametrize("requirement", all_requirements(), ids=lambda one: str(one.name))
def test_every_requirement_has_a_tested_version_within_its_bounds(
    requirement: Requirement,
) -> None:
    tested = pins()[canonicalize_name(requirement.name)]
    assert requirement.specifier.contains(Version(tested))


@pytest.mark.parametrize(
    "requirement", [Requirement(text) for text in PROJECT["dependencies"]], ids=lambda r: r.name
)
def test_every_runtime_requirement_has_both_bounds(requirement: Requirement) -> None:
    assert {one.operator for one in requirement.specifier} == {">=", "<"}


def test_the_tests_run_on_versions_within_the_bounds() -> None:
    outside = [r.name for r in runtime_requirements() if not r.specifier.contains(version(r.name))]
    assert outside == []
