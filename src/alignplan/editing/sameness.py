"""That a change of names or places changed nothing else: the same items, and each names the same others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alignplan.editing.interface import Names
from alignplan.errors import Misuse
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.kinds import Kind

__all__ = ["called", "refuse_other_meaning"]


@dataclass(frozen=True, slots=True)
class _Link:
    """A reference: its field, what it says, and what is meant by it (empty where that is not in the plan)."""

    field: str
    said: str
    meant: str


def called(node: Node) -> str:
    """The address of an item among all: calendars, and the plan itself, have names of their own."""
    if node.kind is Kind.CALENDAR:
        return f"calendars/{node.id}"
    return "" if node.kind is Kind.PLAN else node.id


def refuse_other_meaning(before: PlanGraph, after: PlanGraph, names: Names) -> None:
    """Raises Misuse where the items are not the same up to their names, or a reference means another one."""
    was = {(node.kind, names(called(node))): node for node in before.items()}
    now = {(node.kind, called(node)): node for node in after.items()}
    for kind, id in [*(key for key in was if key not in now), *(key for key in now if key not in was)]:
        raise Misuse(
            f"the {kind} `{id}` would not be what it was", "this is a fault of ours: please report it"
        )
    for key, node in was.items():
        _refuse_other_links(node, list(_links(before, node)), list(_links(after, now[key])), names)


def _refuse_other_links(node: Node, before: list[_Link], after: list[_Link], names: Names) -> None:
    for at, link in enumerate(before):
        now = after[at] if at < len(after) else _Link(link.field, "", "")
        if (now.field, now.meant) != (link.field, names(link.meant)):
            means, would = (f"`{id}`" if id else "nothing" for id in (link.meant, now.meant))
            message = f"`{link.said}` in `{link.field}` of `{node.id}` means {means}; it would mean {would}"
            raise Misuse(message, "choose another id")


def _links(graph: PlanGraph, node: Node) -> Iterator[_Link]:
    for reference in references(node):
        target = graph.resolve(reference)
        yield _Link(reference.field, reference.ref, called(target) if target is not None else "")
