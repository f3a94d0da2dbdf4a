"""A tactic with neither money nor anyone to work on it.

What has no budget and nobody's time is not planned but hoped for. It is the first thing to stand still, and
mostly nobody notices, since nothing is spent.

A live tactic is resourced when its `budget.planned` is over 0, or when it has an open action with someone to do
it: who is `assigned`, else the action's owner, else the tactic's. A tactic that begins more than `lead` days
after today (90) is not asked yet, nor is what stands by.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
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
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
    budget: {planned: 400000}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.needs import Need, resourced
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Tactics without money and people."""
    for tactic in plan.judged(Kind.TACTIC):
        if resourced(plan, tactic) is Need.MISSING:
            yield at(
                "T305",
                tactic,
                f"`{tactic.id}` has neither a budget nor {_nobody(tactic)}",
                field="budget",
                steps=(),
                label="no money, nobody's time",
                help="add `budget: {planned: …}`, or an action with `assigned` and `effort`",
            )


def _nobody(tactic: Node) -> str:
    return (
        "anyone to do its open actions"
        if tactic.model.actions and not tactic.model.owner
        else "an open action for anyone to do"
    )


RULE = Rule("T305", "unresourced", Tier.STRICT, Severity.WARNING, find, reach=Reach.OWN)
