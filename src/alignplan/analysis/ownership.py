"""Who answers for an item: its own owner, else that of what it stands in."""

from __future__ import annotations

from alignplan.graph.nodes import Node

__all__ = ["owner_of"]


def owner_of(node: Node) -> str | None:
    """The id of the person or team, as written; none where nobody is named.

    An action's or milestone's owner left out is the tactic's, a KPI's the objective's, a contingency's that of what it
    belongs to.
    """
    at: Node | None = node
    while at is not None:
        stated: str | None = getattr(at.model, "owner", None)
        if stated is not None:
            return stated
        at = at.parent
    return None
