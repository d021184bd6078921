"""Templates filled with facts, in a sandbox: a template is a file, and a file may be anybody's.

A fact that a template names and nobody knows is a mistake, told with file and line, and never
an empty place in a letter.
"""

from __future__ import annotations

import re
import traceback
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from interview_journal.errors import TemplateMistakeError
from interview_journal.writing.phrasing import as_phrase, as_sentence, speaks_for_itself

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment

__all__ = ["BREAK", "packaged_template", "render"]

BREAK: Final = "\x1e"
"""A line break that a template asks for; no fact can hold it."""

_TAGS_ALONE: Final = re.compile(r"(?:\{[%#].*?[%#]\})+")
_COSTLY: Final = frozenset({"*", "**", "%"})


def render(name: str, own: Mapping[str, str], context: Mapping[str, Any]) -> str:
    """Return a template filled in.

    Args:
        name: Which template.
        own: The person's own templates by their names; they go before those that are packaged.
        context: What the template can name.

    Raises:
        TemplateMistakeError: If one of the person's own templates does not work.
    """
    # Loaded with the first draft: a panel is shown before any is asked for.
    from jinja2 import TemplateError

    try:
        return _environment(tuple(sorted(own.items()))).get_template(name).render(context)
    except Exception as error:
        place = _place_of(error, own)
        if place is None:
            raise
        # Any expression may stand in a template: what it raises is a mistake in that file.
        is_told = isinstance(error, TemplateError)
        reason = _reason(error) if is_told else f"it cannot be worked out ({type(error).__name__})"
        raise TemplateMistakeError(*place, reason) from None


def packaged_template(name: str) -> str:
    """Return a template that comes with the program.

    Raises:
        KeyError: If there is none of that name.
    """
    path = files("interview_journal.writing") / "templates" / name
    if "/" in name or "\\" in name or not path.is_file():
        raise KeyError(name)
    return path.read_text(encoding="utf-8")


@lru_cache(4)
def _environment(items: tuple[tuple[str, str], ...]) -> Environment:
    """Return where templates are read; kept, as to read one costs ten times what filling does."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Refuses what could fill the computer's memory."""

        intercepted_binops = _COSTLY

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
            """Let numbers be multiplied, and no texts."""
            small = all(isinstance(one, int) and abs(one) < 1 << 16 for one in (left, right))
            if operator == "**" or not small:
                raise SecurityError(f"{operator} is for small whole numbers only")
            return super().call_binop(context, operator, left, right)

    own = dict(items)

    def load(name: str) -> tuple[str, str, Any] | None:
        if name in own:
            return _kept_breaks(own[name]), name, None
        try:
            return _kept_breaks(packaged_template(name)), name, None
        except KeyError:
            return None

    made = Sandbox(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
    )
    made.filters |= {"sentence": as_sentence, "phrase": as_phrase, "stop": _stop}
    made.tests["a_sentence"] = speaks_for_itself
    made.globals |= {"br": BREAK, "bullets": _bullets}
    return made


def _kept_breaks(source: str) -> str:
    """Return a template in which a line break is taken away only after tags that stand alone.

    At the end of a line of words it parts two words, or two paragraphs.
    """
    lines = source.split("\n")
    for place, line in enumerate(lines):
        shown = line.strip()
        if shown.endswith("%}") and shown[-3] not in "+-" and not _TAGS_ALONE.fullmatch(shown):
            lines[place] = f"{shown[:-2]}+%}}"
    return "\n".join(lines)


def _stop(text: str) -> str:
    """Return a text with a full stop, unless it has an end of its own."""
    ended = as_sentence(text)
    return text[:1] + ended[1:]


def _bullets(items: Sequence[str]) -> str:
    return "".join(f"{BREAK}- {item}" for item in items)


def _reason(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".") or "it cannot be read"


def _place_of(error: Exception, own: Mapping[str, str]) -> tuple[str, int] | None:
    """Return in which of the person's files, and on which line, a template failed."""
    from jinja2 import TemplateSyntaxError

    frames = traceback.extract_tb(error.__traceback__)
    places = [(one.filename, one.lineno or 1) for one in frames]
    if isinstance(error, TemplateSyntaxError):
        places.append((error.name or "", error.lineno))
    own_places = [place for place in places if place[0] in own]
    return own_places[-1] if own_places else None
