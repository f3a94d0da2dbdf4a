"""Alignment of assets: whether money and work go where the weights say, and what serves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.investment import Investment, effort_of, investments, money_of
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Alignment", "Unaligned", "alignment", "serves_nothing", "unaligned"]


@record
class Unaligned:
    """A tactic that counts and leads to no objective, with the person-days and the money that are stated for it."""

    tactic: Node
    days: float
    money: float


@record
class Alignment:
    """The objectives beside their siblings, and what serves none; `days` and `money` are those of the whole plan."""

    investments: tuple[Investment, ...]
    unaligned: tuple[Unaligned, ...]
    days: float
    money: float


def alignment(plan: Assessment) -> Alignment:
    """Of the whole plan."""
    counted = [tactic for tactic in plan.graph.kinds[Kind.TACTIC] if plan.counts(tactic)]
    days = sum(effort_of(tactic, plan) for tactic in counted)
    money = sum(money_of(tactic, plan) for tactic in counted)
    return Alignment(tuple(investments(plan, alone=True)), tuple(unaligned(plan)), days, money)


def unaligned(plan: Assessment) -> Iterator[Unaligned]:
    """The tactics that count, lead to no objective and have work or money."""
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        if plan.counts(tactic) and serves_nothing(plan, tactic):
            found = Unaligned(tactic, effort_of(tactic, plan), money_of(tactic, plan))
            if found.days or found.money:
                yield found


def serves_nothing(plan: Assessment, tactic: Node) -> bool:
    """Whether it supports nothing, or only objectives that are dropped. What is not known may be one that is not."""
    known = plan.graph.top
    supported = [known.get(id) for id, _ in tactic.model.supports]
    return all(
        node is not None and node.kind is Kind.OBJECTIVE and not plan.counts(node) for node in supported
    )
