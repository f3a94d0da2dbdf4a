"""An objective that no tactic serves.

An ambition that nobody works for is a wish: its date will come, and nothing will have been done for it. Often
the work exists and only the link is missing; as often everyone thinks that someone else has planned it.

A live objective is served by the tactics that support it, and by those that support an objective below it, at
any depth. Only what counts serves: neither a dropped tactic nor one that stands by, and nothing through a
dropped objective. Paused and finished work counts. An objective whose KPIs are all met needs no tactic any
more. One that begins more than `lead` days after today (90) is not asked for tactics yet.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund, jonas: Jonas Falk}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
  known-brand:
    title: Be the brand that shoppers name first
    owner: jonas
    due: 2030
    kpis: {first-named: {title: Shoppers who name us first, unit: "%", baseline: 11, target: 30}}
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund, jonas: Jonas Falk}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
  known-brand:
    title: Be the brand that shoppers name first
    owner: jonas
    due: 2030
    kpis: {first-named: {title: Shoppers who name us first, unit: "%", baseline: 11, target: 30}}
tactics:
  product-line:
    title: Enhance the product line
    supports: [market-share, known-brand]
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.needs import Need, served
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Related, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED


def find(plan: Assessment) -> Iterator[Finding]:
    """Objectives for which a tactic is missing."""
    for objective in plan.judged(Kind.OBJECTIVE):
        if served(plan, objective) is Need.MISSING:
            below = len(plan.graph.subobjectives.get(objective.id, ()))
            reach = (
                f", nor any of the {below} objectives below it"
                if below > 1
                else ", nor the one below it"
                if below
                else ""
            )
            idle = _idle(plan, objective)
            yield at(
                "A102",
                objective,
                f"no tactic serves `{objective.id}`{reach}",
                label="nothing is planned for it" if not idle else "nothing that counts is planned for it",
                help=f"add `supports: {objective.id}` to a tactic, or `status: dropped` here",
                related=idle,
            )


def _idle(plan: Assessment, objective: Node) -> tuple[Related, ...]:
    """The tactics that support it and do not count."""
    tactics = [plan.graph.top[id] for id in plan.graph.tactics.get(objective.id, ())]
    return tuple(
        related(tactic, f"`{tactic.id}` {'stands by' if plan.stands_by(tactic) else 'is dropped'}")
        for tactic in tactics[:MOST_RELATED]
    )


RULE = Rule(
    "A102", "unserved-objective", Tier.BASIC, Severity.WARNING, find, quiet_after=("A105",), from_whole=True
)
