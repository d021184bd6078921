"""A card in a real browser: on one sheet, in the right place, with nothing cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from interview_journal.core.outgoing import Draft
from interview_journal.writing.card import card_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from interview_journal.writing.card import Paper

PARAGRAPH = "Thank you for talking with me about the new depot in the north on Wednesday. "
ARABIC = "شكراً جزيلاً على حديثنا يوم الأربعاء عن المستودع الجديد في الشمال. "
CHINESE = "非常感谢您星期三抽出时间和我谈北边的新仓库。"
TEXTS = [
    f"Dear Ana,\n\n{PARAGRAPH}\n\nKind regards,\nJo",
    "\n\n".join(["Dear Ana,", PARAGRAPH * 5, PARAGRAPH * 6, "Kind regards,\nJo"]),
    "\n\n".join(["Dear Ana,", *[PARAGRAPH * 3] * 8, "Kind regards,\nJo"]),
    "\n\n".join(["W" * 400, "Kind regards,\nJo"]),
    "\n\n".join([ARABIC * 6] * 3),
    "\n\n".join([CHINESE * 12] * 3),
    "\n".join(["line"] * 20),
]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_card_prints_on_one_sheet_and_no_word_leaves_its_place(
    page: Page, tmp_path: Path, text: str, paper: Paper
) -> None:
    draft = Draft(kind="thank-you note", tone="warm", subject="", text=text, to_name="Ana")
    path = tmp_path / "card.html"
    path.write_text(card_page(draft, paper=paper), encoding="utf-8")
    page.goto(path.as_uri())
    over = page.eval_on_selector_all(
        ".told",
        "all => all.map(e => [e.scrollWidth - e.clientWidth, e.scrollHeight - e.clientHeight])",
    )
    assert len(over) == 2
    assert max(max(pair) for pair in over) <= 1
    data = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1


def test_inside_and_cover_stand_where_two_folds_bring_them(page: Page, tmp_path: Path) -> None:
    draft = Draft(kind="thank-you note", tone="warm", subject="", text=TEXTS[0], to_name="Ana")
    path = tmp_path / "card.html"
    path.write_text(card_page(draft), encoding="utf-8")
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    sheet = page.locator(".sheet").bounding_box()
    told = page.locator(".sheet .told").bounding_box()
    cover = page.locator(".sheet svg[role=img]").bounding_box()
    assert sheet is not None
    assert told is not None
    assert cover is not None
    middle = sheet["x"] + sheet["width"] / 2
    assert told["x"] > middle
    assert told["y"] + told["height"] < sheet["y"] + sheet["height"] / 2
    assert cover["x"] >= middle - 1
    assert cover["y"] >= sheet["y"] + sheet["height"] / 2 - 2
