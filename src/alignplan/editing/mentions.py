"""Where items name others: each reference of the plan at its very place in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from alignplan.diagnostics.finding import Route
from alignplan.editing.manuscript import Manuscript, at
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference, references
from alignplan.model.kinds import Kind

__all__ = ["Mention", "mentions"]

_OBJECTIVES = frozenset((Kind.OBJECTIVE,))


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an item: a value (`owner: mia`, an entry of a list) or a key (`{share-2026: 40}`).

    `target` is what it names, none where that is not in the plan.
    """

    source: Node
    field: str
    ref: str
    route: Route
    is_key: bool
    target: Node | None

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.source.file


def mentions(
    manuscript: Manuscript, wanted: Callable[[str], bool], meant: Callable[[Reference, Node | None], bool]
) -> Iterator[Mention]:
    """The places that name what is meant, file by file in the order of the plan.

    `wanted` says quickly, by the text of a reference alone, whether it may be one of those; `meant` is asked for it.
    """
    seen: set[tuple[str, Route]] = set()
    for node in manuscript.graph.items():
        for reference in _references(node):
            if not wanted(reference.ref):
                continue
            target = manuscript.graph.resolve(reference)
            if not meant(reference, target):
                continue
            for route, is_key in _places(manuscript, reference):
                if (node.file, route) not in seen:
                    seen.add((node.file, route))
                    yield Mention(node, reference.field, reference.ref, route, is_key, target)


def _references(node: Node) -> Iterator[Reference]:
    """What an item refers to, and what it was confirmed against: that is no link, but the same id."""
    yield from references(node)
    for id, _ in getattr(node.model, "confirmed", ()):
        yield Reference(node, "confirmed", id, _OBJECTIVES, ("confirmed", id))


def _places(manuscript: Manuscript, reference: Reference) -> Iterator[tuple[Route, bool]]:
    """Where the field of an item says what a reference says."""
    node = reference.source
    data = manuscript.data(node.file)
    if reference.field == "when":
        yield _condition(data, (*node.route,), reference.steps), False
        return
    route = (*node.route, reference.field)
    yield from _said(at(data, route), route, reference.ref)


def _said(value: Any, route: Route, ref: str) -> Iterator[tuple[Route, bool]]:
    """A value that is the reference, entries of a list, keys of a mapping, alone or in a list."""
    if isinstance(value, str):
        if value == ref:
            yield route, False
    elif isinstance(value, dict):
        if ref in value:
            yield (*route, ref), True
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _said(entry, (*route, index), ref)


def _condition(data: Any, route: Route, steps: Route) -> Route:
    """The place inside a trigger: one that stands alone where several may has no index in its file."""
    value = at(data, route)
    for step in steps:
        if isinstance(step, int) and not isinstance(value, list):
            continue
        route = (*route, step)
        value = at(value, (step,))
    return route
