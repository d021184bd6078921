"""An answer's words without what would tell where they were said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from interview_journal.core.view import JournalView

__all__ = ["hiding_names", "names_to_hide"]

COMPANY: Final = "[company]"
PERSON: Final = "[name]"
_SHORTEST: Final = 3
# Words of a company's name that tell nothing by themselves.
_COMMON: Final = frozenset(
    (  # noqa: SIM905 - one word a line would be a page
        "agency bank bakery care centre center city clinic college company consulting council "
        "digital europe first foods foundation general global group health holding home hospital "
        "hotel house international labs limited local london market media national network new "
        "north office partners people primary public royal school service services shop social "
        "solutions south store studio systems team technologies technology the trust union "
        "university west east with work works and for gmbh inc llc ltd plc"
    ).split()
)


def names_to_hide(view: JournalView) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of companies, and of the people met, as they may stand in an answer."""
    companies = _with_parts(one.company for one in view.applications)
    people = _with_parts(one.name for one in view.people)
    return companies, people - companies


def hiding_names(text: str, names: tuple[frozenset[str], frozenset[str]]) -> str:
    """Return the text with these names covered.

    Example:
        >>> hiding_names("At Acme I told Ana why.", (frozenset({"Acme"}), frozenset({"Ana"})))
        'At [company] I told [name] why.'
    """
    for known, cover in zip(names, (COMPANY, PERSON), strict=True):
        if known:
            longest_first = sorted(known, key=lambda one: (-len(one), one))
            pattern = "|".join(re.escape(one) for one in longest_first)
            text = re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", cover, text)
    return text


def _with_parts(names: Iterable[str]) -> frozenset[str]:
    """Return the names, and each of their words that is a name by itself."""
    found: set[str] = set()
    for name in names:
        plain = " ".join(name.split())
        if plain:
            found.add(plain)
        found.update(
            word
            for word in re.findall(r"\w[\w&.'-]*\w", plain)
            if len(word) >= _SHORTEST and word[0].isupper() and word.casefold() not in _COMMON
        )
    return frozenset(found)
