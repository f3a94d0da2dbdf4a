"""A few entries of a large text, changed as if they were all of it: what is far away from a change need not be read.

A text in block style falls apart at lines that begin a key of its sections. Where each part between such lines can be
parsed alone, the whole reads as its parts do: no quote, bracket or block is open where a part ends, and a key in the
column of its siblings closes all that is deeper. What is not of this kind is left to the reader of whole texts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignplan.text.events import is_well_formed
from alignplan.text.patching.changes import Change, Delete, Edit, Insert, Plant, Put
from alignplan.text.patching.lines import after_line

__all__ = ["Window", "window"]

LARGE = 300_000
"""Characters from which on looking for a window is worth it."""
_FEW = 50
"""Changes up to which each is looked up for itself."""
_NAMES = re.compile(r"[&*](?=[\w-])(?<![^\s,\[{:-].)")
"""An anchor or alias, as far as can be seen from the signs beside it."""
_MARKS = re.compile(r"^(?:---|\.\.\.|%)", re.MULTILINE)
_LIVE = re.compile(r"^[^\s#]", re.MULTILINE)
_CONTENT = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)
_SECTION = re.compile(r"[a-z0-9][a-z0-9._-]*:[ \t]*(?:#[^\n]*)?\r?\n")


@dataclass(frozen=True, slots=True)
class Window:
    """Parts of a text, in order, none of which touches another: what is read in place of all of it."""

    text: str
    parts: tuple[tuple[int, int], ...]

    def inside(self) -> str:
        """The text of the parts."""
        return "".join(self.text[start:end] for start, end in self.parts)

    def outside(self, edits: Sequence[Edit]) -> tuple[Edit, ...] | None:
        """Edits of the text inside as edits of the whole; None where one goes over the border of a part."""
        begins: list[int] = []
        at = 0
        for start, end in self.parts:
            begins.append(at)
            at += end - start
        moved: list[Edit] = []
        for edit in edits:
            number = bisect_right(begins, edit.start) - 1
            start, end = self.parts[number]
            shift = start - begins[number]
            if edit.end + shift > end or (edit.start == begins[number] and number):
                return None
            moved.append(Edit(edit.start + shift, edit.end + shift, edit.new))
        return tuple(moved)


def window(text: str, changes: Sequence[Change]) -> Window | None:
    """The window in which `changes` can be made; None where all of the text must be read."""
    if len(text) < LARGE or len(changes) > _FEW or _NAMES.search(text) or _marks(text):
        return None
    sections: dict[str, _Section] = {}
    parts: list[tuple[int, int]] = []
    for change in changes:
        name = change.route[0] if len(change.route) > 1 else None
        if not isinstance(name, str) or (isinstance(change, Delete) and change.emptied):
            return None
        section = sections.get(name) or _section(text, name)
        near = section.near(change) if section else None
        if section is None or near is None:
            return None
        sections[name] = section
        parts += [(section.start, section.first), near]
    ends = {section.end for section in sections.values()}
    cuts = {at for part in parts for at in part} | ends
    # What follows a section is seen, too: its last entry is not the last of the text.
    merged = _merged(
        [*parts, *((end, after_line(text, end)) for end in ends if any(stop == end for _, stop in parts))]
    )
    if sum(end - start for start, end in merged) > len(text) // 2:
        return None
    return Window(text, merged) if _falls_apart(text, sorted(cuts)) else None


def _marks(text: str) -> bool:
    """Whether there is a mark of a document or a directive, but for one on top; or anything before the first key."""
    found = _MARKS.search(text)
    first = _CONTENT.search(text)
    if first is None or text[first.start() : first.end()].startswith(" "):
        return True
    return found is not None and (
        found.start() != first.start()
        or text[found.start()] != "-"
        or _MARKS.search(text, found.end()) is not None
    )


def _falls_apart(text: str, cuts: list[int]) -> bool:
    """Whether each part between two cuts can be parsed alone."""
    return all(
        is_well_formed(text[start:end]) for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
    )


def _merged(parts: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


@dataclass(frozen=True, slots=True)
class _Section:
    """A key at the top with entries below: where it begins, where its first line and all of it end, its entries."""

    text: str
    start: int
    first: int
    end: int
    margin: str
    entries: list[int]

    def near(self, change: Change) -> tuple[int, int] | None:
        """The entry that is changed, or beside which a new one stands, with its two neighbours."""
        number = self._number(change.route[1])
        if number is None:
            if not isinstance(change, (Put, Insert, Plant)) or not isinstance(change.route[1], str):
                return None
            beside = None if isinstance(change, Put) else change.before or change.after
            number = len(self.entries) - 1 if beside is None else self._number(beside)
        if number is None or number < 0:
            return None
        start = self.entries[number - 1] if number > 1 else self.first
        return start, self.entries[number + 2] if number + 2 < len(self.entries) else self.end

    def _number(self, key: str | int) -> int | None:
        """The number of the entry with that key: None where there is none, -1 where more than one may be it."""
        found = [at + 1 for at in self._lines(f"\n{self.margin}{key}")]
        if len(found) != 1:
            return -1 if found else None
        number = bisect_left(self.entries, found[0])
        return number if self.entries[number : number + 1] == found else -1

    def _lines(self, sought: str) -> Iterator[int]:
        at = self.text.find(sought, self.first - 1, self.end)
        while at >= 0:
            behind = at + len(sought)
            if self.text[behind : behind + 200].lstrip(" \t").startswith(":"):
                yield at
            at = self.text.find(sought, behind, self.end)


def _section(text: str, name: str) -> _Section | None:
    """The section of that name, where it is of the usual kind and stands once."""
    starts = [match.start() for match in re.finditer(rf"^{re.escape(name)}[ \t]*:", text, re.MULTILINE)]
    if len(starts) != 1 or not _SECTION.match(text, starts[0]):
        return None
    first = after_line(text, starts[0])
    below = _LIVE.search(text, first)
    end = below.start() if below else len(text)
    content = _CONTENT.search(text, first, end)
    if content is None:
        return None
    margin = content[0][:-1]
    found = list(re.compile(rf"^{margin}([^\s#])", re.MULTILINE).finditer(text, first, end))
    if not margin or "\t" in margin or not all(match[1].isalnum() for match in found):
        return None
    return _Section(text, starts[0], first, end, margin, [match.start() for match in found])
