"""Makes the environment and opens the journal. Needs nothing but Python itself.

    python start.py            opens the journal (the same as: python start.py lab)
    python start.py app        opens it as plain pages, without JupyterLab around them
    python start.py test       runs every check; with arguments, only pytest with them
    python start.py lint       checks style, types and layers
    python start.py bench      measures
    python start.py docs       makes the generated files again
    python start.py setup      only makes the environment; "setup test" the one for tests
    python start.py clean      removes the environment and caches, never a journal

The environment is the folder .venv beside this file. A second run finds it unchanged by the hash of
what it was made from, so opening the journal costs no time for setting up.
"""

import sys

NEEDS = (3, 11)
if sys.version_info < NEEDS:
    import os
    import shutil

    # An old Python often has a newer one beside it, on macOS above all.
    newer = [shutil.which(f"python3.{minor}") for minor in range(20, NEEDS[1] - 1, -1)]
    found = next((path for path in newer if path), None)
    if found and os.name == "posix":
        os.execv(found, [found, *sys.argv])
    sys.exit(
        f"The journal needs Python 3.11 or newer; this is {sys.version.split()[0]}.\n"
        "Get a newer one from python.org (or your system's software centre) and start again."
    )

import compileall
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import IO, NoReturn

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = VENV / "interview-journal.json"
LOG = VENV / "setup.log"
PROJECT = HERE / "pyproject.toml"
CONSTRAINTS = HERE / "constraints.txt"
PACKAGE = HERE / "interview_journal"
EXTRAS = {"app": {"app"}, "test": {"test"}, "lint": {"test"}, "docs": {"test"}, "bench": {"bench"}}
NBVAL = ["--nbval-lax", "--nbval-current-env", "--nbval-cell-timeout=60"]
# Held to every line and branch; the rest of the package to the figure in pyproject.toml.
FULLY_COVERED = ("errors.py", "core/*", "store/*", "analysis/*")

# What pip says, and what the person can do about it.
DISK_FULL = r"No space left|Errno 28|not enough space|WinError 112"
NO_NETWORK = (
    r"NewConnectionError|name resolution|getaddrinfo|Max retries|ConnectTimeout|timed out"
    r"|Network is unreachable|Could not fetch URL|ConnectionError|ProxyError"
)
NOT_ALLOWED = r"Permission denied|Access is denied|WinError 5\b|Read-only file system"
NO_SUCH_VERSION = r"No matching distribution|ResolutionImpossible|requires a different Python"
ADVICE = {
    DISK_FULL: "The disk is full. Setting up needs about 1 GB: free some and start again.",
    NO_NETWORK: """\
There seems to be no way to the internet. It is needed once, to fetch the building blocks;
afterwards the journal works without. Connect and start again.""",
    NOT_ALLOWED: f"""\
The folder {HERE} cannot be written to.
If the journal is open in another window, close it first; otherwise move the folder into your
home folder. Then start again.""",
    NO_SUCH_VERSION: f"""\
A building block does not exist for this Python ({sys.version.split()[0]}).
Python 3.11 to 3.13 are tested: install one of them from python.org and start again.""",
}


def stop(sentence: str) -> NoReturn:
    """End with a sentence that says what to do."""
    sys.exit(f"\n{sentence}\n")


def venv_python() -> Path:
    """Return the environment's own Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def venv_program(name: str) -> str:
    """Return the path of a program that the environment brought."""
    return str(venv_python().with_name(f"{name}.exe" if os.name == "nt" else name))


def child_environment() -> dict[str, str]:
    """Return the environment of everything started here.

    Without PYTHONDONTWRITEBYTECODE: where it is set, each kernel compiles pandas anew, which takes
    seconds. Without PYTHONHOME and PYTHONPATH: they mix another Python into ours.
    """
    unwanted = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
    return {name: value for name, value in os.environ.items() if name not in unwanted}


# ------------------------------------------------------------------ the environment


def recipe_hash() -> str:
    """Return a hash of all that the environment is made from; tool settings do not count."""
    settings = tomllib.loads(PROJECT.read_text(encoding="utf-8"))
    recipe = {
        "build-system": settings["build-system"],
        "project": settings["project"],
        "wheel": settings["tool"]["hatch"],
        "constraints": CONSTRAINTS.read_text(encoding="utf-8") if CONSTRAINTS.exists() else "",
        "place": str(HERE),
    }
    return hashlib.sha256(json.dumps(recipe, sort_keys=True).encode()).hexdigest()


def interpreter() -> str:
    """Return which Python the environment leads to; a system upgrade may exchange it."""
    return os.path.realpath(venv_python())


def read_stamp() -> tuple[str, set[str]]:
    """Return the hash and the extras of the last complete set-up; empty where there is none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        recipe, extras = str(stamp["recipe"]), set(stamp["extras"])
        return (recipe, extras) if stamp["interpreter"] == interpreter() else ("", set())
    except (OSError, ValueError, KeyError, TypeError):
        return "", set()


def write_stamp(recipe: str, extras: set[str]) -> None:
    """Say that the environment is complete."""
    stamp = {"recipe": recipe, "extras": sorted(extras), "interpreter": interpreter()}
    STAMP.write_text(json.dumps(stamp), encoding="utf-8")


def set_up(extras: Iterable[str]) -> None:
    """Make the environment hold the package and these extras; at once where it already does."""
    recipe = recipe_hash()
    made_from, installed = read_stamp()
    wanted = set(extras) | installed
    if venv_python().exists() and made_from == recipe and wanted == installed:
        return
    began = time.monotonic()
    print("Setting up. This happens once and takes a minute or two.", flush=True)
    make_venv(keep=bool(made_from) or not STAMP.exists())
    STAMP.unlink(missing_ok=True)
    install(wanted)
    # pip compiles what it installs; our own folder is only linked.
    compileall.compile_dir(PACKAGE, quiet=2)
    write_stamp(recipe, wanted)
    print(f"Ready after {time.monotonic() - began:.0f} seconds.", flush=True)


def make_venv(*, keep: bool) -> None:
    """Make .venv; one that is whole is kept, unless its Python was exchanged under it."""
    if keep and venv_python().exists() and (VENV / "pyvenv.cfg").exists():
        return
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        stop(
            "This Python came without the part that makes environments. Install it and start "
            f"again:\n    sudo apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv\n"
            "(on Fedora: sudo dnf install python3-pip)"
        )
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)],
        env=child_environment(),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if made.returncode != 0:
        explain(made.stdout + made.stderr, f"The folder {VENV} could not be made.")


def install(extras: set[str]) -> None:
    """Install the package, linked to this folder, with its tested building blocks."""
    what = f"{HERE}[{','.join(sorted(extras))}]" if extras else str(HERE)
    command = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check"]
    command += ["--no-input", "--editable", what]
    if CONSTRAINTS.exists():
        command += ["--constraint", str(CONSTRAINTS)]
    code, said = run_with_progress(command)
    LOG.write_text(said, encoding="utf-8")
    if code != 0:
        explain(said, f"Setting up did not work. What was said stands in {LOG}.")


def run_with_progress(command: Sequence[str]) -> tuple[int, str]:
    """Return exit code and output of a long command, with a line on screen that counts."""
    lines: list[str] = []
    fetched = 0
    with subprocess.Popen(
        command,
        env=child_environment() | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as child:
        for line in child.stdout or ():
            lines.append(line)
            if line.startswith(("Collecting ", "Requirement already")):
                fetched += 1
            if sys.stdout.isatty() and fetched:
                print(f"\r  {fetched} building blocks looked at ...", end="", flush=True)
            if line.startswith("Installing collected"):
                print("\r  Putting them in place ...              ", flush=True)
    return child.returncode, "".join(lines)


def explain(said: str, otherwise: str) -> NoReturn:
    """End with the advice that fits what a program said."""
    for pattern, advice in ADVICE.items():
        if re.search(pattern, said, re.IGNORECASE):
            stop(advice)
    last = "".join(f"    {line}\n" for line in said.strip().splitlines()[-5:])
    stop(f"{otherwise}\n{last}Try again; if it stays, run: python start.py clean")


# ------------------------------------------------------------------ the commands


def run(command: Sequence[str], **more: str) -> int:
    """Return the exit code of a command, its output on the screen."""
    return subprocess.run(command, cwd=HERE, env=child_environment() | more, check=False).returncode


def become(command: Sequence[str]) -> int:
    """Run the journal's own command in place of this one, so that Ctrl+C reaches it alone."""
    if os.name == "posix":
        os.chdir(HERE)
        os.execve(command[0], list(command), child_environment())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return run(command)


def journal(arguments: Sequence[str]) -> int:
    """Run the `interview-journal` command."""
    return become([str(venv_python()), "-m", "interview_journal", *arguments])


def lint(arguments: Sequence[str] = ()) -> int:
    """Return 0 when style, types and layers are in order; says each step it takes."""
    del arguments
    steps = (
        [venv_program("ruff"), "check", "."],
        [venv_program("ruff"), "format", "--check", "."],
        [venv_program("mypy")],
        [venv_program("lint-imports")],
    )
    failed = []
    for step in steps:
        name = " ".join([Path(step[0]).stem, *step[1:]])
        print(f"\n--- {name}", flush=True)
        if run(step) != 0:
            failed.append(name)
    for name in failed:
        print(f"FAILED: {name}", flush=True)
    return 1 if failed else 0


def test(arguments: Sequence[str]) -> int:
    """Run every check, or with arguments pytest alone with them."""
    if arguments:
        return run([str(venv_python()), "-m", "pytest", *arguments])
    linting = [sys.executable, str(HERE / "start.py"), "lint"]
    with tempfile.TemporaryFile() as said:
        # Beside the tests: most of its time one processor would wait.
        with subprocess.Popen(linting, cwd=HERE, stdout=said, stderr=subprocess.STDOUT) as beside:
            results = {"tests": every_test(), "lint": beside.wait()}
        show(said)
    report = [str(venv_python()), "-m", "coverage", "report"]
    results["coverage"] = run(report)
    include = ",".join(f"interview_journal/{part}" for part in FULLY_COVERED)
    results["full coverage"] = run([*report, "--fail-under=100", f"--include={include}"])
    for name, result in results.items():
        print(f"{name}: {'ok' if result == 0 else 'FAILED'}", flush=True)
    return next((result for result in results.values() if result), 0)


def every_test() -> int:
    """Return 0 when every test passes: most in a browser beside the others, a few alone.

    What is killed and what writes at once is measured against clocks: nothing runs beside it.
    """
    tests, screen = HERE / "tests", ("browser", "notebooks")
    documented = [PACKAGE / name for name in ("core", "store", "analysis")]
    alone = [str(tests / "faults" / name) for name in ("test_kill.py", "test_many_writers.py")]
    # Seven eighths of the browser's files and the notebooks take about as long as the code's
    # tests and the rest.
    browser = [str(path) for path in sorted((tests / "browser").glob("test_*.py"))]
    begun = len(browser) * 7 // 8
    first = [*browser[:begun], str(tests / "notebooks"), str(HERE / "notebooks"), *NBVAL]
    code = [str(path) for path in (tests, *documented) if path.exists()] + ["--doctest-modules"]
    code += [f"--ignore={path}" for path in (*(tests / name for name in screen), *alone)]
    with tempfile.TemporaryFile() as said, start_tests("browser", first, said) as beside:
        failed = [start_tests("code", code).wait(), start_tests("screen", browser[begun:]).wait()]
        failed.append(beside.wait())
        failed.append(start_tests("alone", alone).wait())
        show(said)
    files = [f".coverage_{name}" for name in ("browser", "code", "screen", "alone")]
    failed.append(run([str(venv_python()), "-m", "coverage", "combine", *files]))
    return next((result for result in failed if result), 0)


def show(said: IO[bytes]) -> None:
    """Print what a command that ran beside others said."""
    said.seek(0)
    print(said.read().decode("utf-8", "replace"), flush=True)


def start_tests(
    name: str, arguments: Sequence[str], said: IO[bytes] | None = None
) -> subprocess.Popen[bytes]:
    """Start pytest with coverage kept under that name; its output goes to a file, or is shown."""
    command = [str(venv_python()), "-m", "pytest", *arguments, "--durations=12"]
    covers = ["--cov=interview_journal", "--cov-report=", "--cov-fail-under=0"]
    environment = child_environment() | {"COVERAGE_FILE": str(HERE / f".coverage_{name}")}
    return subprocess.Popen(
        [*command, *covers], cwd=HERE, env=environment, stdout=said, stderr=subprocess.STDOUT
    )


def bench(arguments: Sequence[str]) -> int:
    """Measure."""
    return run([str(venv_python()), "-m", "bench", *arguments])


def docs(arguments: Sequence[str]) -> int:
    """Make every generated file again: each make_* script in tools/ writes one."""
    codes = [
        run([str(venv_python()), str(script), *arguments])
        for script in sorted((HERE / "tools").glob("make_*.py"))
    ]
    return max(codes, default=0)


def clean(arguments: Sequence[str]) -> int:
    """Remove what was made here and can be made again. A journal is never touched."""
    del arguments
    names = [".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".coverage"]
    names += [".import_linter_cache", "dist", "build", "htmlcov"]
    for path in [HERE / name for name in names]:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    for room in ("interview_journal", "tests", "bench", "tools", "notebooks"):
        for name in ("__pycache__", ".ipynb_checkpoints"):
            for path in (HERE / room).rglob(name):
                shutil.rmtree(path, ignore_errors=True)
    for path in HERE.glob(".coverage_*"):
        path.unlink()
    print("Clean. Your journal was not touched.")
    return 0


def main(arguments: Sequence[str]) -> int:
    """Return the exit code of one command; without one, open the journal."""
    name, rest = (arguments[0], list(arguments[1:])) if arguments else ("lab", [])
    if name in {"-h", "--help", "help"}:
        print(__doc__)
        return 0
    if name == "clean":
        return clean(rest)
    if name == "setup":
        set_up(rest)
        return 0
    checks = {"lint": lint, "test": test, "bench": bench, "docs": docs}
    if name not in {*checks, "lab", "app"}:
        print(__doc__)
        stop(f'There is no command "{name}". The commands stand above.')
    set_up(EXTRAS.get(name, set()))
    return checks[name](rest) if name in checks else journal([name, *rest])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        stop("Stopped. Start again whenever you like; nothing is lost.")
    except OSError as error:
        explain(str(error), "Something on this computer stood in the way:")
