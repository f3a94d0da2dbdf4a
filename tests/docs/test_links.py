"""Links between pages lead to pages and headings that are there; no page loads anything from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.docs.pages import all_pages, short
from tools.docs.markdown import headings

_CODE = re.compile(r"^ *```.*?^ *```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def links(page: Path) -> list[str]:
    """Where a page links to, outside code."""
    return _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", all_pages(), ids=short)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists():
            broken.append(link)
        elif anchor and anchor not in headings(target.read_text(encoding="utf-8")):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", all_pages(), ids=short)
def test_nothing_is_loaded_from_elsewhere(page: Path) -> None:
    text = _CODE.sub("", page.read_text(encoding="utf-8"))
    assert re.findall(r"!\[[^\]]*\]\(https?:|<(?:script|link|img|iframe)[^>]*https?:", text) == []
