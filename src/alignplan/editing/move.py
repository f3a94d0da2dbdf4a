"""`mv`: items into another file of the plan, as they are written, with their comments."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from typing import Any

from alignplan.diagnostics.finding import Route
from alignplan.editing.interface import Edition, FileChanges, Op, Told, unchanged_names
from alignplan.editing.manuscript import ABSENT, Manuscript, at
from alignplan.editing.placing import section_beside, section_of
from alignplan.editing.sameness import refuse_other_meaning
from alignplan.editing.sections import FIRST, section_with
from alignplan.editing.whole import refuse_duplicate
from alignplan.errors import Misuse
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.loading.beside import is_frozen
from alignplan.loading.globs import matches
from alignplan.model.kinds import Kind
from alignplan.text.patching import Change, Delete, Plain, Plant, Put, Refused, lift
from alignplan.text.places import Lines

__all__ = ["move"]

_NEVER = frozenset(("alignplan.yaml", "schedule.lock.yaml"))


def move(manuscript: Manuscript, nodes: Sequence[Node], path: str) -> Edition:
    """Top-level items into the file `path` (relative to the plan's folder), in their order. Raises Misuse."""
    for node in nodes:
        if node.parent is not None or node.kind is Kind.PLAN:
            where = f"with `{node.parent.id}`" if node.parent is not None else "in the root file"
            raise Misuse(
                f"`{node.id}` stands {where}", "only items of their own can be moved to another file"
            )
        refuse_duplicate(manuscript, node)
    _refuse_outside(manuscript, path)
    order = {node: at for at, node in enumerate(manuscript.graph.items())}
    moving = sorted({node for node in nodes if node.file != path}, key=lambda node: order[node])
    if not moving:
        return Edition()
    told = tuple(Told(Op.MOVED, node.id, path, node.route, before=node.file) for node in moving)

    def unchanged(before: PlanGraph, after: PlanGraph) -> None:
        refuse_other_meaning(before, after, unchanged_names)

    return Edition(tuple(_files(manuscript, moving, path)), told, holds=unchanged)


def _refuse_outside(manuscript: Manuscript, path: str) -> None:
    """Raises Misuse for a file that is no part of the plan, and would be none when it is made."""
    if manuscript.is_file(path):
        return
    patterns = [posixpath.normpath(pattern) for pattern in manuscript.loaded.root.model.include]
    name = posixpath.basename(path)
    if name not in _NEVER and not is_frozen(name) and any(matches(pattern, path) for pattern in patterns):
        return
    root = manuscript.shown(manuscript.root)
    others = [manuscript.shown(file.path) for file in manuscript.loaded.files]
    listed = ", ".join(others[:8]) + (" …" if len(others) > 8 else "")
    raise Misuse(f"{manuscript.shown(path)} is no file of the plan: no `include` names it",
                 f"add it to `include` in {root}, or move to one of {listed}")  # fmt: skip


def _files(manuscript: Manuscript, moving: Sequence[Node], path: str) -> Iterator[FileChanges]:
    """What each file loses, and what the other one gets."""
    sources: dict[str, list[Change]] = {}
    for node in moving:
        sources.setdefault(node.file, []).append(Delete(node.route))
    for file, changes in sources.items():
        yield FileChanges(file, tuple(changes))
    data = manuscript.data(path) if manuscript.is_file(path) else {}
    planted: list[Change] = []
    for section in dict.fromkeys(section_of(node.kind) for node in moving):
        some = [node for node in moving if section_of(node.kind) == section]
        planted += _planted(manuscript, data, section, some)
        data = {**(data or {}), section: {}}
    planted += [change for node in moving for change in _series(manuscript, node, path)]
    yield FileChanges(path, tuple(planted))


def _planted(manuscript: Manuscript, data: Any, section: str, nodes: Sequence[Node]) -> list[Change]:
    """Items behind the last of their section, in a new one where the file has none."""
    held = at(data, (section,))
    is_new = held is ABSENT
    plants: list[Plant] = []
    last = FIRST if is_new else next(reversed(held or {}), None)
    for node in nodes:
        plants.append(Plant(node.route, _lifted(manuscript, node), after=last))
        last = node.id
    if not is_new:
        return [*plants]
    after, before = section_beside(data, section)
    apart = any(len(plant.fragment.lines) > 1 for plant in plants)
    try:
        fragment = section_with(section, plants, apart=apart)
    except Refused as refused:
        ids = ", ".join(f"`{node.id}`" for node in nodes)
        raise Misuse(f"{ids} cannot stand in another file: {refused.message}", refused.help) from None
    return [Plant((section,), fragment, after=after, before=before)]


def _lifted(manuscript: Manuscript, node: Node) -> Any:
    try:
        return lift(manuscript.text(node.file), node.route)
    except Refused as refused:
        line, column = Lines(manuscript.text(node.file)).position(refused.offset)
        raise Misuse(
            f"{manuscript.shown(node.file)}:{line}:{column}: {refused.message}", refused.help
        ) from None


def _series(manuscript: Manuscript, node: Node, path: str) -> Iterator[Change]:
    """Paths of measurements are relative to their file: they lead to the same file from another folder."""
    here, there = posixpath.dirname(node.file), posixpath.dirname(path)
    if here == there:
        return
    entry = manuscript.said(node)
    routes: list[Route] = [()] if node.kind is Kind.KPI else []
    if node.kind is Kind.OBJECTIVE and isinstance(own := at(entry, ("kpis",)), dict):
        routes = [("kpis", name) for name in own]
    for route in routes:
        said = at(entry, (*route, "actuals"))
        if isinstance(said, str):
            full = posixpath.normpath(posixpath.join(here, said))
            yield Put((*node.route, *route, "actuals"), Plain(posixpath.relpath(full, there or ".")))
