"""An objective or tactic without a due date of its own.

Without a date nothing is ever late. The horizon's end, or the date of the objective above, is the last day on
which it could still be of use; it is not the day that somebody promised.

Live objectives and tactics need a `due`; a period will do (`due: 2026-Q4`). What they inherit counts for the
figures and not here. What stands by is not asked yet: it has no dates until it is called.

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
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.needs import Need, dated
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Objectives and tactics without a `due`."""
    for kind in (Kind.OBJECTIVE, Kind.TACTIC):
        for node in plan.judged(kind):
            if dated(plan, node) is Need.MISSING:
                yield at(
                    "T303",
                    node,
                    f"`{node.id}` has no due date",
                    field="due",
                    label="no `due`",
                    help=f"add `due: DATE`{_latest(plan, node)}",
                )


def _latest(plan: Assessment, node: Node) -> str:
    latest = plan.span(node).due
    return f", not later than {latest}" if latest is not None else ", or a period such as `due: 2027-Q2`"


RULE = Rule("T303", "undated", Tier.BASIC, Severity.WARNING, find)
