"""From a typed id to the item that is meant."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.errors import Misuse
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import CHILDREN, Kind

__all__ = ["item_named", "nearest"]

_MOST_COMPARED = 20_000
_CALENDARS = "calendars/"


def item_named(graph: PlanGraph, name: str) -> Node:
    """The item of an id or address; a nested one's bare name will do where only one has it.

    `plan` is the plan itself and `calendars/ID` a calendar, where no other item has that id. Raises Misuse.
    """
    found = graph.find(name) or graph.calendars.get(name.removeprefix(_CALENDARS))
    if found is not None:
        return found
    if name == "plan":
        return graph.plan
    nested = list(_nested(graph, name)) if "/" not in name else []
    if len(nested) == 1:
        return nested[0]
    if nested:
        listed = ", ".join(f"`{node.id}`" for node in nested[:5]) + (" …" if len(nested) > 5 else "")
        hint = f"write its address, such as `{nested[0].id}`"
        raise Misuse(f"`{name}` is in the plan {len(nested)} times: {listed}", hint)
    near = nearest(graph, name)
    hint = f"did you mean `{near}`?" if near else "`alignplan ls` lists what there is"
    raise Misuse(f"there is no `{name}` in the plan", hint)


def _nested(graph: PlanGraph, name: str) -> Iterator[Node]:
    """Items of that name inside others."""
    for kind in CHILDREN:
        for parent in graph.kinds[kind]:
            found = graph.find(f"{parent.id}/{name}")
            if found is not None:
                yield found


def nearest(graph: PlanGraph, name: str) -> str | None:
    """The id that was probably meant: of the same parent, at top level, else inside another item."""
    from difflib import get_close_matches

    parent = graph.top.get(name.partition("/")[0])
    if parent is not None:
        siblings = [node.id for node in graph.children(parent)]
        return next(iter(get_close_matches(name, siblings, n=1)), None)
    near = get_close_matches(name, _some([*graph.top, *graph.calendars]), n=1)
    if near:
        return near[0]
    nested: dict[str, str] = {}
    for kind in (Kind.OBJECTIVE, Kind.TACTIC, Kind.RISK, Kind.STAKEHOLDER):
        for node in graph.kinds[kind]:
            for child in graph.children(node):
                nested.setdefault(child.id if "/" in name else child.name, child.id)
            if len(nested) > _MOST_COMPARED:
                break
    return nested[close[0]] if (close := get_close_matches(name, _some(list(nested)), n=1)) else None


def _some(names: list[str]) -> list[str]:
    """As many as can be compared while someone waits."""
    return names[:_MOST_COMPARED]
