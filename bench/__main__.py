"""Runs every measurement in turn, or the ones named: python -m bench [NAME ...]."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

NOT_BY_ITSELF = {
    "__main__",
    "__init__",
    "fit_contrast",  # writes weights into the package
    "load_journals",
    "rival_tests",
    "simulated_journals",
}


def main(names: list[str]) -> int:
    """Return the worst exit code; each measurement has a process of its own."""
    here = Path(__file__).parent
    known = sorted(path.stem for path in here.glob("*.py") if path.stem not in NOT_BY_ITSELF)
    unknown = set(names) - set(known)
    if unknown:
        print(
            f"There is no measurement {', '.join(sorted(unknown))}. There are: {', '.join(known)}"
        )
        return 2
    codes = []
    for name in names or known:
        print(f"\n--- {name}", flush=True)
        done = subprocess.run([sys.executable, "-m", f"bench.{name}"], cwd=here.parent, check=False)
        codes.append(done.returncode)
    return max(codes, default=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
