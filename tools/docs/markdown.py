"""The few forms of Markdown that generated pages use, and reading them back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Block", "blocks", "cell", "console", "fenced", "headings", "note_of_origin", "table"]

_FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>```+)(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=indent)(?P=fence) *$",
    re.MULTILINE | re.DOTALL,
)
_TITLE = re.compile(r'title="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page: its language, its title, its text, and its first line's number in the page."""

    language: str
    title: str
    text: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    for match in _FENCE.finditer(page):
        language, _, rest = match["info"].strip().partition(" ")
        title = _TITLE.search(rest)
        text = "\n".join(line.removeprefix(match["indent"]) for line in match["text"].split("\n"))
        yield Block(language, title[1] if title else "", text, page.count("\n", 0, match.start()) + 2)


def headings(page: str) -> list[str]:
    """The anchors of a page's headings."""
    bare = _FENCE.sub("", page)
    return [_anchor(text) for text in re.findall(r"^#{1,6} (.+)$", bare, re.MULTILINE)]


def _anchor(heading: str) -> str:
    stated = re.search(r"\{ *#([\w-]+) *\}$", heading)
    if stated:
        return stated[1]
    plain = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def fenced(text: str, language: str = "", title: str = "") -> str:
    """A fenced block."""
    info = f'{language} title="{title}"' if title else language
    fence = "```" if "```" not in text else "````"
    return f"{fence}{info}\n{text.rstrip(chr(10))}\n{fence}\n"


def console(command: str, output: str) -> str:
    """A command and what it shows."""
    return fenced(f"$ {command}\n{output}", "console")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def cell(text: str) -> str:
    """A text as a cell: on one line, and no bar ends it."""
    return " ".join(text.split()).replace("|", "\\|")


def note_of_origin(source: str) -> str:
    """The first line of a generated page: where it comes from, and what writes it anew."""
    return f"<!-- Written by tools/docs/generate.py from {source}; edit that, then run it again. -->\n\n"
