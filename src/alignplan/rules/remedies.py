"""How rules fix what they find: loaded only when something is to be fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignplan.diagnostics.finding import Finding, Part, Route
from alignplan.rules.interface import Fix

if TYPE_CHECKING:
    from alignplan.editing.manuscript import Manuscript

__all__ = ["comment_removed", "exchanged", "version_stated", "written_instead"]


def written_instead(finding: Finding, manuscript: Manuscript) -> Fix:
    """What the remedy says in place of the key or value that the finding points at."""
    from alignplan.editing.values import is_plain
    from alignplan.text.patching import Plain, Put, Rename

    assert finding.remedy is not None
    new, place = finding.remedy.instead, finding.place
    route, whole = _there(manuscript.data(place.file), place.route)
    if place.part is Part.KEY and whole:
        return Fix(f"rename `{route[-1]}` to `{new}`", (Rename(route, new),))
    old = _at(manuscript.data(place.file), route)
    is_id = finding.code == "E009"
    value = new if is_id and not is_plain(new) else Plain(new)
    return Fix(f"write `{new}` in place of `{old}`", (Put(route, value),))


def _there(data: Any, route: Route) -> tuple[Route, bool]:
    """The way to what a finding points at, by keys and numbers; and whether it ends with a key of a mapping.

    A finding names an element of a list by what it says, and a value that stands alone as if it were in one.
    """
    found: list[str | int] = []
    whole = False
    for step in route:
        whole = False
        if isinstance(data, list):
            number = step if isinstance(step, int) else _element(data, step)
            if number is None or not 0 <= number < len(data):
                break
            found.append(number)
            data = data[number]
            if isinstance(step, int) or not isinstance(data, dict):
                continue
        if not isinstance(data, dict) or step not in data:
            break
        found.append(step)
        data, whole = data[step], True
    return tuple(found), whole


def _element(data: list[Any], step: str) -> int | None:
    """The number of the element that says so, or that is a mapping with such a key."""
    for number, element in enumerate(data):
        if element == step or (isinstance(element, dict) and step in element):
            return number
    return None


def _at(data: Any, route: Route) -> Any:
    for step in route:
        data = data[step]
    return data


def comment_removed(finding: Finding, manuscript: Manuscript) -> Fix:
    """Without the comment that the finding is about; a line that held nothing else goes, too."""
    from alignplan.text.patching import Edit

    assert finding.place.span is not None
    text = manuscript.text(finding.place.file)
    start = finding.place.span[0]
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip():
        return Fix("remove the comment", edits=(Edit(line, min(end + 1, len(text)), ""),))
    kept = len(text[:start].rstrip(" \t"))
    return Fix("remove the comment", edits=(Edit(kept, end - text[start:end].endswith("\r"), ""),))


def version_stated(finding: Finding, manuscript: Manuscript) -> Fix:
    """The version of the format as the first line of the file."""
    from alignplan.text.patching import Insert, Plain

    data = manuscript.data(finding.place.file)
    first = next(iter(data), None) if isinstance(data, dict) else None
    return Fix("begin with `alignplan: 1`", (Insert(("alignplan",), Plain("1"), before=first),))


def exchanged(finding: Finding, manuscript: Manuscript) -> Fix:
    """The two bounds of a range, each in the place of the other."""
    from alignplan.editing.values import as_it_stands
    from alignplan.text.patching import Put

    place = finding.place
    bounds = _at(manuscript.data(place.file), place.route)
    low, high = as_it_stands(bounds["low"]), as_it_stands(bounds["high"])
    changes = (Put((*place.route, "low"), high), Put((*place.route, "high"), low))
    return Fix("exchange `low` and `high`", changes)
