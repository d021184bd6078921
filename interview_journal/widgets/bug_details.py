"""What a person may send us about a bug: places in the program, and none of their words."""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path

__all__ = ["bug_details"]

_PACKAGE = Path(__file__).resolve().parent.parent


def bug_details(error: BaseException) -> str:
    """Return kind, versions and the lines of program that failed.

    The message of an exception is left out: it often quotes the value it stumbled over.

    Example:
        >>> try:
        ...     int("a private word")
        ... except ValueError as error:
        ...     details = bug_details(error)
        >>> "ValueError" in details, "private" in details
        (True, False)
    """
    lines = [
        f"{type(error).__name__} in interview_journal",
        f"Python {platform.python_version()} on {sys.platform}",
    ]
    for frame, line in traceback.walk_tb(error.__traceback__):
        code = frame.f_code
        lines.append(f"  {_place(code.co_filename)}, line {line}, in {code.co_name}")
    cause = error.__cause__ or error.__context__
    if cause is not None:
        lines.append(f"after {type(cause).__name__}")
    return "\n".join(lines)


def _place(file: str) -> str:
    """Return a file's name without the folders of this computer."""
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return "/".join(path.parts[-2:])
