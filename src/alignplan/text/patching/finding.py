"""The way down to a route: as far as the text has it."""

from __future__ import annotations

from dataclasses import dataclass

from alignplan.text.patching.changes import Refused, Route
from alignplan.text.patching.nodes import Entry, Kind, Node, Outline

__all__ = ["Spot", "anchors_on", "descend", "shown", "there"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a route leads: `way` are the entries passed, each with the node that holds it; `rest` what is not there."""

    way: tuple[tuple[Node, Entry], ...]
    node: Node | None
    rest: Route

    @property
    def owner(self) -> tuple[Node, Entry] | None:
        """The entry whose value `node` is, and the node that holds it; None at the root."""
        return self.way[-1] if self.way else None


def shown(route: Route) -> str:
    """A route as a message names it."""
    return f"`{'/'.join(str(step) for step in route)}`"


def descend(seen: Outline, route: Route) -> Spot:
    """Follow `route` as far as the text has it; refused where it leads through an alias or a key that stands twice."""
    node = seen.root
    way: list[tuple[Node, Entry]] = []
    for depth, step in enumerate(route):
        if node is None or not node.is_container:
            _through_alias(node, route, depth)
            return Spot(tuple(way), node, route[depth:])
        entry = _entry(node, step, route[: depth + 1])
        if entry is None:
            return Spot(tuple(way), node, route[depth:])
        way.append((node, entry))
        node = entry.node
    return Spot(tuple(way), node, ())


def _through_alias(node: Node | None, route: Route, depth: int) -> None:
    if node is not None and node.kind is Kind.ALIAS:
        words = (
            f"{shown(route[:depth])} is the alias `*{node.anchor}`: what is in it stands at `&{node.anchor}`"
        )
        raise Refused(words, node.start, f"change it at `&{node.anchor}`, or write it out here first")


def _entry(node: Node, step: str | int, route: Route) -> Entry | None:
    found = node.named(step)
    if len(found) > 1:
        words = f"{shown(route)} stands twice in this file"
        raise Refused(words, found[1].key_start, "keep one of the two, or give one another name")
    if not found and node.kind is Kind.MAPPING:
        _merged(node, route)
    return found[0] if found else None


def _merged(node: Node, route: Route) -> None:
    """Refused where the entry may stand in what a merge key takes in."""
    for entry in node.named("<<"):
        if not entry.key_style:
            source = f"`*{entry.node.anchor}`" if entry.node.kind is Kind.ALIAS else "another mapping"
            words = f"{shown(route)} may come from {source}, by the merge key `<<`"
            raise Refused(words, entry.key_start, "change it there, or write the keys out where they hold")


def anchors_on(seen: Outline, spot: Spot, *, renamed: bool) -> list[tuple[str, int]]:
    """The anchors on the way whose aliases elsewhere would change, too, each with its place.

    What is `renamed` keeps its value, so that only what holds it changes.
    """
    way = spot.way[:-1] if renamed else spot.way
    nodes = [entry.node for _, entry in way] + ([seen.root] if seen.root else [])
    return [(node.anchor, node.start) for node in nodes if node.anchor and node.anchor in seen.aliases]


def there(spot: Spot, route: Route) -> None:
    """Refused where the route leads nowhere."""
    if not route:
        raise Refused("the whole file cannot be changed at once", 0, "name an entry of it")
    if spot.rest:
        known = route[: len(route) - len(spot.rest)]
        at = spot.way[-1][1].head if spot.way else 0
        within = f" in {shown(known)}" if known else ""
        raise Refused(f"there is no `{spot.rest[0]}`{within}", at, "see which entries stand there")
