"""The built wheel, installed where nothing else is, imports whole and holds what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.programs import CHECKOUT

pytestmark = pytest.mark.slow

IMPORT_ALL = """
import importlib, json, pkgutil, interview_journal
names = [m.name for m in pkgutil.walk_packages(interview_journal.__path__, "interview_journal.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(json.dumps([interview_journal.__file__, len(names)]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout as it stands."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir"]
    built = subprocess.run(
        [*command, str(target), str(CHECKOUT)], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = target.glob("*.whl")
    return path


def runtime_closure(requirements: list[str]) -> dict[str, Distribution]:
    """Return the distributions that these requirements bring along, and nothing else."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        extras = requirement.extras or {""}
        marker = requirement.marker
        if marker is not None and not any(marker.evaluate({"extra": e}) for e in extras):
            continue
        if name in found:
            continue
        found[name] = distribution(name)
        for text in found[name].requires or ():
            inner = Requirement(text)
            wanted = any(
                (inner.marker is None) or inner.marker.evaluate({"extra": e}) for e in extras
            )
            if wanted:
                inner.marker = None
                waiting.append(inner)
    return found


def link_into(site: Path, one: Distribution) -> None:
    """Make one installed distribution importable in another environment, without a download."""
    for top in {file.parts[0] for file in one.files or () if file.parts[0] != ".."}:
        source, target = Path(str(one.locate_file(top))), site / top
        if top != "__pycache__" and source.exists() and not target.exists():
            target.symlink_to(source, target_is_directory=source.is_dir())


@pytest.fixture(scope="module")
def empty_environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel and its declared requirements only."""
    folder = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(folder, with_pip=False, symlinks=os.name == "posix")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps"]
    subprocess.run([*command, "--no-index", "--quiet", str(wheel)], check=True)
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(
        subprocess.run(
            [python, "-c", where], capture_output=True, text=True, check=True
        ).stdout.strip()
    )
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = [n for n in archive.namelist() if n.endswith(".dist-info/METADATA")]
        lines = archive.read(metadata).decode().splitlines()
    required = [line.split(":", 1)[1] for line in lines if line.startswith("Requires-Dist:")]
    try:
        for one in runtime_closure(required).values():
            link_into(site, one)
    except OSError as error:
        pytest.skip(f"this computer allows no links: {error}")
    return python


def run(python: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the environment's Python far from the checkout, with an empty home."""
    environment = {"HOME": str(home), "USERPROFILE": str(home), "PATH": os.environ["PATH"]}
    return subprocess.run(
        [python, *arguments],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_every_module_imports_with_the_declared_requirements_alone(
    empty_environment: Path, tmp_path: Path
) -> None:
    shown = run(empty_environment, "-c", IMPORT_ALL, home=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert str(CHECKOUT / "interview_journal") not in shown.stdout


def test_nothing_of_the_tests_is_within_reach(empty_environment: Path, tmp_path: Path) -> None:
    shown = run(empty_environment, "-c", "import hypothesis", home=tmp_path)
    assert "ModuleNotFoundError" in shown.stderr


def test_the_command_answers(empty_environment: Path, tmp_path: Path) -> None:
    shown = run(empty_environment, "-m", "interview_journal", "--help", home=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert "lab" in shown.stdout


def test_jupyter_finds_the_extension_and_the_save_hook(empty_environment: Path) -> None:
    prefix = empty_environment.parent.parent
    extension = prefix / "share/jupyter/labextensions/interview-journal-opener"
    assert (extension / "package.json").is_file()
    assert (extension / "static/remoteEntry.js").is_file()
    assert (extension / "static/shipped_cells.json").is_file()
    assert (prefix / "etc/jupyter/jupyter_server_config.d/interview_journal.json").is_file()


def test_the_wheel_carries_the_notebooks_and_the_sample_byte_for_byte(wheel: Path) -> None:
    carried = {"_notebooks": CHECKOUT / "notebooks", "_sample": CHECKOUT / "data/sample"}
    with zipfile.ZipFile(wheel) as archive:
        for room, folder in carried.items():
            files = [p for p in folder.rglob("*") if p.is_file() and ".ipynb_" not in str(p)]
            assert files, f"{folder} is empty"
            for path in files:
                name = f"interview_journal/{room}/{path.relative_to(folder).as_posix()}"
                assert archive.read(name) == path.read_bytes()


def test_the_wheel_holds_no_journal_and_nothing_of_the_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if "-" not in top} == {"interview_journal"}
    private = ("data/journal", "__pycache__", ".ipynb_checkpoints")
    assert not [name for name in names if any(word in name for word in private)]
    for kind in (".js", ".json", ".j2"):
        assert any(name.endswith(kind) for name in names)
