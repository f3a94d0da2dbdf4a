"""Objectives, tactics and steps for sheets: what `progress` and `ls` say of each, in one entry."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.advance import Advance, advances
from alignplan.analysis.items import Items
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.views.report.interface import Seen

__all__ = ["described"]

_DEEPER_THAN_ANY = 1_000_000


def described(seen: Seen, *kinds: str) -> Iterator[dict[str, object]]:
    """The items of some kinds in the order of the tree, each once."""
    items = Items(seen.plan)
    steps = not {"action", "milestone"}.isdisjoint(kinds)
    found = advances(seen.plan, seen.all, depth=_DEEPER_THAN_ANY) if steps else seen.advances
    known: set[str] = set()
    for one in found:
        node = seen.plan.graph.find(one.id, frozenset((Kind(one.kind),)))
        if one.kind in kinds and node is not None and one.id not in known:
            known.add(one.id)
            yield _entry(seen, items, node, one)


def _entry(seen: Seen, items: Items, node: Node, one: Advance) -> dict[str, object]:
    item, model = items.of(node), node.model
    status = "standing by" if seen.plan.stands_by(node) else one.status
    return {
        "id": one.id,
        "title": one.title,
        "kind": one.kind,
        "depth": one.depth,
        "parent": item.parent,
        "serves": [id for id, _ in seen.plan.graph.supported.get(one.id, ())],
        "owner": item.owner,
        "status": status,
        "start": item.start,
        "due": item.due,
        "progress": one.progress,
        "planned_share": one.planned,
        "health": one.health,
        "reason": one.reason,
        "finish": one.finish,
        "days_late": one.days_late,
        "data_age_days": one.data_age_days,
        "started": getattr(model, "started", None),
        "finished": getattr(model, "finished", None),
        "evidence": getattr(model, "evidence", None),
    }
