"""What plans and items are called in pictures: never nothing."""

from __future__ import annotations

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node

__all__ = ["plan_name", "title_of"]


def title_of(node: Node) -> str:
    """The title of an item; its name where nothing of it could be read."""
    return node.title if node.title.strip() else node.name


def plan_name(plan: Assessment) -> str:
    """The title of a plan."""
    title = plan.graph.plan.model.title or ""
    return title if title.strip() else "the plan"
