"""An entry taken out of its text as it is written, to be set somewhere else."""

from __future__ import annotations

import re
from typing import Any

from alignplan.text.patching.block import extent
from alignplan.text.patching.changes import Delete, Fragment, Refused, Route
from alignplan.text.patching.finding import descend, there
from alignplan.text.patching.flow import comma_after, own_start
from alignplan.text.patching.intended import settled
from alignplan.text.patching.lines import column_of, is_first_on_line, line_end, line_start
from alignplan.text.patching.nodes import Entry, Node
from alignplan.text.patching.outline import outline
from alignplan.text.patching.reading import readable
from alignplan.text.places import locate

__all__ = ["lift"]

_BREAK = re.compile(r"\r?\n")


def lift(text: str, route: Route) -> Fragment:
    """The entry at `route` with its comments; the text stays as it is.

    Raises :class:`Refused` where there is no such entry, where it stands behind an alias or merge key, and where the
    text cannot be read.
    """
    data = readable(text).data
    route = settled(Delete(route), data).route
    seen = outline(text, [route])
    spot = descend(seen, route)
    there(spot, route)
    for step in route:
        data = data[step]
    parent, entry = spot.way[-1]
    if entry.key_start > entry.head >= 0 and text[entry.head] == "?":
        raise Refused(
            "an entry that is written with `?` cannot be moved", entry.head, "write it as `key: value`"
        )
    return (_of_brackets if parent.flow else _of_lines)(text, parent, entry, data)


def _of_lines(text: str, parent: Node, entry: Entry, data: Any) -> Fragment:
    place = extent(text, parent, entry.number)
    column = column_of(text, entry.head)
    above = text[place.start : line_start(text, entry.head)] if not place.behind_dash else ""
    start = entry.key_end if entry.key_end >= 0 else entry.head + 1
    return _fragment(text, entry, above, text[start : place.stop], column, data)


def _of_brackets(text: str, parent: Node, entry: Entry, data: Any) -> Fragment:
    above = ""
    column = column_of(text, entry.head)
    if is_first_on_line(text, entry.head):
        above = text[own_start(text, parent, entry.number) : line_start(text, entry.head)]
    else:
        line = text[line_start(text, entry.head) : entry.head]
        column = len(line) - len(line.lstrip(" "))
    start = entry.key_end if entry.key_end >= 0 else entry.head
    inside = text[start : entry.end]
    if entry.key_end < 0:
        inside = f" {inside}"
    elif not inside.strip().startswith(":"):
        inside = f":{inside}"
    end = comma_after(text, entry.end)
    behind = text[
        entry.end if end is None else end + 1 : line_end(text, entry.end if end is None else end)
    ].strip()
    if behind.startswith("#"):
        inside = f"{inside}  {behind}"
    return _fragment(text, entry, above, inside, column, data)


def _fragment(text: str, entry: Entry, above: str, inside: str, column: int, data: Any) -> Fragment:
    comments = tuple(line.strip() for line in _BREAK.split(above)[:-1])
    first, *rest = _BREAK.split(inside)
    lines = (first, *(line[min(column, len(line) - len(line.lstrip(" "))) :] for line in rest))
    written = text[entry.key_start : entry.key_end] if entry.key_end >= 0 else ""
    commented = bool(comments) or ("#" in inside and _has_comment(text, entry))
    return Fragment(entry.key, written, comments, lines, data, commented, entry.node.keeps)


def _has_comment(text: str, entry: Entry) -> bool:
    """Whether a `#` behind the key of an entry begins a comment, up to the end of its last line."""
    places = locate(text)
    stop = line_end(text, entry.end)
    at = text.find("#", entry.head, stop)
    while at >= 0:
        if text[at - 1 : at] in ("", " ", "\t", "\n") and not places.in_text(at):
            return True
        at = text.find("#", at + 1, stop)
    return False
