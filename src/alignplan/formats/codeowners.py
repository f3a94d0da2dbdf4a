"""`CODEOWNERS`: who reviews what. Each file of the plan with the handles of those who own what stands in it.

The rules that GitHub and GitLab have in common: a pattern and its owners on a line, the last pattern that matches
holds, a blank in a path is escaped with a backslash. There is no other escape that both know, and brackets make a line
invalid on GitHub; `?` stands for any one character on both.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from alignplan.analysis.ownership import owner_of
from alignplan.formats.interface import Exported, Exporter, Source
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.text.tree import parse

__all__ = ["EXPORTER"]

_OWNED = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.KPI, Kind.RISK))
_AWKWARD = re.compile(r"[^\S ]|[\x00-\x1f\x7f#*?\\\[\]]")
_HEADER = (
    "# Made by `alignplan export codeowners` from the owners in the plan.",
    "# Change `owner` and `handle` there, then make it again.",
)


def _convert(source: Source) -> Exported:
    """A line for each file that somebody with a handle owns something in, by path."""
    graph = source.plan.graph
    owners = _owners(source)
    lines, lost = [], Counter[str]()
    for path in sorted(source.files, key=source.shown):
        names = owners.get(path, {})
        handles = dict.fromkeys(handle for name in names for handle in _handles(graph, name))
        if handles:
            lines.append(f"{_pattern(source.shown(path))} {' '.join(handles)}")
        else:
            lost["without" if names else "nobody"] += 1
    missing = dict.fromkeys(name for names in owners.values() for name in names if not _handles(graph, name))
    text = "\n".join((*_HEADER, "", *lines) if lines else _HEADER)
    return Exported(f"{text}\n", tuple(_lost(lost, list(missing))))


EXPORTER = Exporter("codeowners", "CODEOWNERS", "who reviews which file of the plan", _convert, whole=True)


# ------------------------------------------------------------ who owns something in which file


def _owners(source: Source) -> dict[str, dict[str, None]]:
    """File → the people and teams who own something in it, in the order of the file.

    What counts has an owner of its own: objectives, tactics, shared KPIs and risks that are not dropped. Steps do not:
    the tactic's owner answers for them. A file of measurements belongs to the owners of its KPIs.
    """
    found: dict[str, dict[str, None]] = {}
    for node in source.plan.graph.items():
        if node.kind in _OWNED and node.parent is None and node.model.owner and not _is_dropped(node):
            found.setdefault(node.file, {})[node.model.owner] = None
    for path, node in _measured(source):
        owner = owner_of(node)
        if owner is not None:
            found.setdefault(path, {})[owner] = None
    return found


def _is_dropped(node: Node) -> bool:
    return str(getattr(node.model, "status", None)) == Status.DROPPED


def _measured(source: Source) -> Iterator[tuple[str, Node]]:
    """The files of measurements with the KPIs that they are of."""
    series = [path for path in source.files if not path.endswith((".yaml", ".yml"))]
    trees: dict[str, Any] = {}
    for node in source.plan.graph.of(Kind.KPI) if series else ():
        if node.file not in trees:
            trees[node.file] = parse(source.text_of(node.file)).data
        stated = _at(trees[node.file], (*node.route, "actuals"))
        if isinstance(stated, str):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(node.file), stated)), node


def _at(tree: Any, route: Iterable[str | int]) -> Any:
    for step in route:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def _handles(graph: PlanGraph, name: str) -> tuple[str, ...]:
    """How someone is called; a team that has no handle by that of who leads it."""
    node = graph.find(name)
    if node is None or node.kind not in (Kind.PERSON, Kind.TEAM):
        return ()
    handles: tuple[str, ...] = node.model.handle
    if handles or node.kind is Kind.PERSON or node.model.lead is None:
        return handles
    return _handles(graph, node.model.lead)


# ------------------------------------------------------------ lines


def _pattern(path: str) -> str:
    """The pattern that means this file alone, as far as the format can say that."""
    return "/" + _AWKWARD.sub("?", path).replace(" ", "\\ ")


def _lost(files: Counter[str], missing: list[str]) -> Iterator[str]:
    if missing:
        shown = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        yield f"no handle: {shown}"
    if files["without"]:
        yield f"{_counted(files['without'])} left out: whoever owns something there has no handle"
    if files["nobody"]:
        yield f"{_counted(files['nobody'])} left out: nobody owns anything there"


def _counted(number: int) -> str:
    return "1 file" if number == 1 else f"{number} files"
