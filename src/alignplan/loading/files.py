"""One plan file: its bytes, its tree, its models, its comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from alignplan import storage
from alignplan.diagnostics.finding import Finding, Part, Place, Related, Route
from alignplan.loading.bind import bind
from alignplan.model.entry import blank
from alignplan.model.kinds import SECTIONS, addressed
from alignplan.model.plan import PlanFile
from alignplan.storage.folders import Folder
from alignplan.text.encoding import decode
from alignplan.text.faults import TextFault
from alignplan.text.places import starts
from alignplan.text.tree import Tree, parse

__all__ = ["SourceFile", "load_file", "text_of"]

_LOCATED = 1_000_000
# In a longer text it is not looked up whose key or value a fault is: that takes much memory, and its place is known.


_WAIVER = re.compile(r"alignplan:\s*ignore")


@dataclass(slots=True)
class SourceFile:
    """What one file says.

    `whole` is false where reading stopped before its end: what is missing elsewhere may stand in it. `broken` holds
    the routes that could not be understood; `waivers` says whether its text may hold comments that waive findings.
    """

    path: str
    model: PlanFile
    findings: list[Finding] = field(default_factory=list)
    broken: set[Route] = field(default_factory=set)
    whole: bool = True
    digest: str = ""
    stamp: storage.Stamp | None = None
    waivers: bool = False
    face: str = ""
    """What it shows of itself to the rest of the plan, where that was asked for: see :mod:`alignplan.loading.faces`."""

    @property
    def lost_section(self) -> bool:
        """Whether a whole section could not be understood, with all the items that stand in it."""
        return any(not route or (len(route) == 1 and route[0] in SECTIONS) for route in self.broken)


def text_of(folder: Folder, path: str) -> str:
    """The text of a plan file as it is shown; empty where it cannot be read or lies outside the plan's folder."""
    try:
        return decode(folder.read(path))[0] if folder.inside(path) else ""
    except storage.Unreadable:
        return ""


def load_file(
    folder: Folder,
    path: str,
    *,
    root: bool = False,
    year_starts: int | None = None,
    named: Place | None = None,
    faces: bool = False,
) -> SourceFile:
    """Read, parse and bind one file. With `year_starts` left out it is taken from the file itself (the root).

    `named` is where the root file names it: there it is told when the file cannot be opened.
    """
    if root and not folder.inside(path):
        return _unreadable(path, _unopened(path, "it leads out of the plan's folder", named))
    stamp = folder.stamp(path)
    try:
        content = folder.read(path)
    except storage.Unreadable as reason:
        return _unreadable(path, _unopened(path, str(reason), named))
    text, fault = decode(content)
    digest = storage.digest(content)
    if fault is not None:
        return _unreadable(path, _finding(path, fault, ()), digest)
    tree = parse(text)
    if year_starts is None:
        year_starts = _year_starts(tree)
    bound = bind(tree.data, path, root=root, year_starts=year_starts, clean=not tree.faults)
    faults = _findings(path, text, tree.faults)
    if not tree.whole or any(fault.code == "E002" for fault in tree.faults):
        bound.findings = [replace(found, remedy=None) for found in bound.findings]  # no file to change yet
    shown = _face(tree) if faces and not (faults or bound.findings) else ""
    waivers = "alignplan:" in text and _WAIVER.search(text) is not None
    return SourceFile(
        path, bound.file, faults + bound.findings, bound.broken, tree.whole, digest, stamp, waivers, shown
    )


def _unreadable(path: str, finding: Finding, digest: str = "") -> SourceFile:
    return SourceFile(path, blank(PlanFile), [finding], {()}, False, digest)


def _unopened(path: str, reason: str, named: Place | None) -> Finding:
    message = f"`{path}` cannot be read: {reason}"
    if named is None:
        return Finding(
            "E001", message, Place(path, (), Part.VALUE, (0, 0)), help="make it a file that can be read"
        )
    help = (
        f"name its files: `{path}/*.yaml`"
        if reason == "it is a folder"
        else "make it readable, or do not include it"
    )
    return Finding("E001", message, named, field="include", label=reason, help=help)


def _findings(path: str, text: str, faults: list[TextFault]) -> list[Finding]:
    """Faults of a text as findings; those of one key or value say whose it is."""
    if not faults:
        return []
    routes = starts(text) if len(text) <= _LOCATED else {}
    found = []
    for fault in faults:
        at = fault.span if fault.first is None else fault.first
        found.append(_finding(path, fault, routes.get(at[0], ()) if fault.code != "E002" else ()))
    return found


def _finding(path: str, fault: TextFault, route: Route) -> Finding:
    related = (
        () if fault.first is None else (Related(Place(path, route, Part.KEY, fault.first), "first here"),)
    )
    item, name = addressed(route)
    return Finding(fault.code, fault.message, Place(path, route, Part.VALUE, fault.span), item, name, help=fault.help,
                   related=related)  # fmt: skip


def _face(tree: Tree) -> str:
    from alignplan.loading.faces import face

    return face(tree.data)


def _year_starts(tree: Tree) -> int:
    """The root's `plan.year_starts`, looked up before anything is bound; 0 where there is none that holds."""
    data: Any = tree.data
    plan = data.get("plan") if isinstance(data, dict) else None
    month = plan.get("year_starts") if isinstance(plan, dict) else None
    if type(month) is str and month.isdecimal() and len(month) <= 2 and 1 <= int(month) <= 12:
        return int(month)
    return 0
