"""What pages name is there: other pages and their headings, commands; no page loads anything from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.docs.pages import all_pages, short
from tools.docs.markdown import headings

from alignplan.cli.listing import commands

_CODE = re.compile(r"^ *```.*?^ *```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"(?:`|^\$ |^ {4})alignplan((?: -C \S+| --as-of \S+)*) ([a-z]+)", re.MULTILINE)


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
        known = target.exists() and (not anchor or anchor in headings(target.read_text(encoding="utf-8")))
        broken += [] if known else [link]
    assert broken == []


@pytest.mark.parametrize("page", all_pages(), ids=short)
def test_nothing_is_loaded_from_elsewhere(page: Path) -> None:
    text = _CODE.sub("", page.read_text(encoding="utf-8"))
    assert re.findall(r"!\[[^\]]*\]\(https?:|<(?:script|link|img|iframe)[^>]*https?:", text) == []


@pytest.mark.parametrize("page", all_pages(), ids=short)
def test_commands_that_are_named_exist(page: Path) -> None:
    known = {entry.name for entry in commands()}
    named = {match[2] for match in _COMMAND.finditer(page.read_text(encoding="utf-8"))}
    assert sorted(named - known) == []
