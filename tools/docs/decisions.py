"""The list of the decisions: their titles, read off the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.docs.markdown import note_of_origin

__all__ = ["decision_index", "decisions"]

_INTRODUCTION = """\
# Decisions

What was decided while `alignplan` was built and could have gone otherwise: what was asked, what was decided, what was
set aside. A decision is not rewritten; a later one may replace it.

"""


def decisions(docs: Path) -> list[tuple[str, str]]:
    """The file name and title of each decision, in order."""
    pages = sorted((docs / "decisions").glob("[0-9]*.md"))
    return [(page.name, page.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")) for page in pages]


def decision_index(docs: Path) -> Iterator[tuple[str, str]]:
    """The page that lists them."""
    lines = [f"- [{title}]({name})\n" for name, title in decisions(docs)]
    yield "decisions/index.md", note_of_origin("the pages beside it") + _INTRODUCTION + "".join(lines)
