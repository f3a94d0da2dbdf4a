"""The risks and contingencies that were asked for."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.armed import Contingency
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.exposure import Exposure, Total, exposure, total
from alignplan.analysis.selectors.choice import Choice
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["Register", "register"]


@record
class Register:
    """Risks and contingencies, in the order of the plan."""

    risks: tuple[Exposure, ...]
    contingencies: tuple[Contingency, ...]
    total: Total | None
    """The exposure in money of the risks."""

    def __bool__(self) -> bool:
        return bool(self.risks or self.contingencies)


def register(plan: Assessment, choice: Choice, without: Choice | None = None) -> Register:
    """The chosen risks and those that threaten a chosen item; the chosen contingencies, those of a chosen item and
    those of these risks. What `without` names is left out, and the contingencies in it.
    """
    risks = tuple(_risks(plan, choice, without))
    ids = {risk.node.id for risk in risks}
    contingencies = tuple(
        one
        for one in plan.contingencies.values()
        if (_inside(choice, one.node) or (one.node.parent is not None and one.node.parent.id in ids))
        and not (without is not None and _inside(without, one.node))
    )
    return Register(risks, contingencies, total(risks))


def _risks(plan: Assessment, choice: Choice, without: Choice | None) -> Iterator[Exposure]:
    for node in plan.graph.of(Kind.RISK):
        threatened = [link.target for link in plan.graph.linked(node, "threatens")]
        chosen = node in choice or any(target in choice for target in threatened)
        if chosen and not (without is not None and node in without):
            yield exposure(node, plan)


def _inside(choice: Choice, node: Node) -> bool:
    return node in choice or (node.parent is not None and node.parent in choice)
