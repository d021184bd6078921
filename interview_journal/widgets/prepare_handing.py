"""The page on its way out of the panel: to print, for the bag, as text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from interview_journal.api.preparing import PAGE_FILES, briefing_words

if TYPE_CHECKING:
    from interview_journal.api.preparing import PageName
    from interview_journal.core.preparing.values import Briefing
    from interview_journal.store.pages import Pages
    from interview_journal.widgets.handing import Handing

__all__ = ["briefing_file_name", "hand_over"]

_NOT_PLAIN: Final = re.compile(r"[^a-z0-9]+")
_COMPANY_AT_MOST: Final = 40


def hand_over(
    handing: Handing, briefing: Briefing, page: PageName, *, pages: Pages | None = None
) -> None:
    """Hand a page over to the browser, and keep it beside the journal where it is to be printed.

    Args:
        handing: Passes it on.
        briefing: What is on the page.
        page: Which page; the text goes to the clipboard.
        pages: Where pages are kept; None keeps nothing.

    Raises:
        SaveFailedError: If the disk refuses.
    """
    words = briefing_words(briefing, page=page)
    if page == "text":
        handing.copy(words)
        return
    if pages is not None:
        pages.keep(PAGE_FILES[page], words)
    handing.give_file(briefing_file_name(briefing, page), "text/html", words.encode("utf-8"))


def briefing_file_name(briefing: Briefing, page: PageName) -> str:
    """Return a name for the file, in plain ASCII, the same each time.

    Example:
        >>> from interview_journal.core.preparing.values import Briefing, BriefingHead
        >>> head = BriefingHead(company="Café Ruíz", role="", round=2, kind="", when="",
        ...                     how_long="", days_left=1, left_words="tomorrow")
        >>> briefing_file_name(Briefing(interview_id="i_1", head=head), "bag")
        'cafe-ruiz-round-2-bag.html'
    """
    head = briefing.head
    plain = unicodedata.normalize("NFKD", head.company).encode("ascii", "ignore").decode()
    company = _NOT_PLAIN.sub("-", plain.lower())[:_COMPANY_AT_MOST].strip("-")
    parts = [company, f"round-{head.round}", *(["bag"] if page == "bag" else [])]
    return f"{'-'.join(part for part in parts if part)}.html"
