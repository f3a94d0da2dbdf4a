"""More money spent than was planned.

The money comes from somewhere: from another tactic, from the reserve, or from next year. Compared are
`budget.spent` and `budget.planned` of a tactic, of what is done too, since an overrun that nobody learns from
is repeated. Either the budget was raised, then `planned` is not up to date, or someone has to decide. If it
was accepted, waive the finding with the reason.

Nothing is told where either amount is missing, nor of what was dropped or stands by.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030, currency: EUR}
people: {mia: Mia Lund}
objectives:
  share-2027:
    title: Reach 21 % by the end of 2027
    owner: mia
    start: 2026-01-01
    due: 2027-12-31
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 21}}
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2027
    owner: mia
    due: 2027-09-30
    budget: {planned: 400000, spent: 412500}
    actions: {interviews: Interview 40 buyers}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030, currency: EUR}
people: {mia: Mia Lund}
objectives:
  share-2027:
    title: Reach 21 % by the end of 2027
    owner: mia
    start: 2026-01-01
    due: 2027-12-31
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 21}}
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2027
    owner: mia
    due: 2027-09-30
    budget: {planned: 430000, spent: 412500}
    actions: {interviews: Interview 40 buyers}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at, related


def find(plan: Assessment) -> Iterator[Finding]:
    """Tactics that count and have cost more than was planned."""
    for tactic in plan.graph.of(Kind.TACTIC):
        budget = tactic.model.budget
        if budget is None or budget.spent is None or budget.planned is None:
            continue
        if budget.spent > budget.planned and plan.counts(tactic):
            yield _over(plan, tactic, budget.planned, budget.spent)


def _over(plan: Assessment, tactic: Node, planned: float, spent: float) -> Finding:
    currency = plan.graph.plan.model.currency
    unit = f" {currency}" if currency else ""
    return at(
        "R504",
        tactic,
        f"`{tactic.id}` has cost {_money(spent)}{unit}, {_money(planned)} were planned",
        field="budget",
        steps=("budget", "spent"),
        label=f"{_money(spent - planned)} over",
        help="raise `planned` if that was decided, or say where the money comes from",
        related=(related(tactic, "planned here", "budget", "planned", part=Part.VALUE),),
    )


def _money(amount: float) -> str:
    return f"{amount:,.2f}".removesuffix(".00")


RULE = Rule("R504", "over-budget", Tier.BASIC, Severity.WARNING, find, reach=Reach.OWN)
