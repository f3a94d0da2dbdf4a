"""Triggers of contingencies in words: when what is done."""

from __future__ import annotations

from typing import Any

from alignplan.analysis.wording import amount_text
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.views.report.interface import Seen

__all__ = ["condition"]

_WORK = ("action", "tactic", "milestone")


def condition(seen: Seen, node: Node, trigger: Any) -> str:
    """A trigger as it is written, with titles for ids; as deep as it is nested, which the reader of files limits."""
    for name, word in (("any", " or "), ("all", " and ")):
        parts = [condition(seen, node, part) for part in getattr(trigger, name)]
        if parts:
            return word.join(parts)
    if trigger.kpi is not None:
        return _of_kpi(seen, node, trigger)
    if trigger.budget is not None:
        return f"{_title(seen, node, trigger.budget)} has spent more than {trigger.above:g} % of its budget"
    if trigger.risk is not None:
        return f"{_title(seen, node, trigger.risk)} has occurred"
    named = next(getattr(trigger, name) for name in _WORK if getattr(trigger, name) is not None)
    return f"{_title(seen, node, named)} is late by {trigger.late_by}"


def _of_kpi(seen: Seen, node: Node, trigger: Any) -> str:
    title = _title(seen, node, trigger.kpi)
    way, bound = ("below", trigger.below) if trigger.below is not None else ("above", trigger.above)
    found = _found(seen, node, trigger.kpi)
    unit = seen.plan.kpis[found.id].unit if found is not None and found.id in seen.plan.kpis else None
    said = f"{bound:g} % of plan" if trigger.of is not None else amount_text(bound, unit)
    times = f", {trigger.for_} times in a row" if trigger.for_ is not None and trigger.for_ > 1 else ""
    return f"{title} is {way} {said}{times}"


def _title(seen: Seen, node: Node, id: str) -> str:
    found = _found(seen, node, id)
    return id if found is None else f"“{found.title}”"


def _found(seen: Seen, node: Node, id: str) -> Node | None:
    """What a reference of a trigger names, from where it stands."""
    for reference in references(node):
        if reference.ref == id and reference.field == "when":
            return seen.plan.graph.resolve(reference)
    return None
