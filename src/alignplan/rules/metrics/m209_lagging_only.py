"""An objective that is measured only by what comes last.

A *lagging* KPI such as revenue or market share says what has happened; when it moves, it is too late to steer. A
*leading* one moves first: trials before sales, orders placed before deliveries. An objective whose KPIs all say
`kind: lagging` is steered by the rear window. One KPI that moves early is enough.

Judged are live objectives with at least one KPI, their own or shared; a KPI that does not say its `kind` may be
either, and keeps the rule silent.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  loyalty:
    title: Make households buy again
    owner: mia
    start: 2027-06-01
    due: 2027-12-31
    kpis:
      second-purchase:
        {title: Households that buy again, kind: lagging, unit: "%", baseline: 54, target: 67}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  loyalty:
    title: Make households buy again
    owner: mia
    start: 2027-06-01
    due: 2027-12-31
    kpis:
      second-purchase:
        {title: Households that buy again, kind: lagging, unit: "%", baseline: 54, target: 67}
      answered:
        {title: Welcome letters that are answered, kind: leading, unit: "%", baseline: 3, target: 9}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.model.kinds import Kind
from alignplan.model.words import KpiKind
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED


def find(plan: Assessment) -> Iterator[Finding]:
    """Live objectives whose KPIs are all lagging."""
    for objective in plan.judged(Kind.OBJECTIVE):
        nodes = [kpi.node for kpi in plan.kpis_of(objective)]
        if nodes and all(node.model.kind is KpiKind.LAGGING for node in nodes):
            them = f"its KPI `{nodes[0].name}` does" if len(nodes) == 1 else f"all its {len(nodes)} KPIs do"
            yield at(
                "M209",
                objective,
                f"nothing tells early how `{objective.id}` goes: {them} so only afterwards",
                field="kpis",
                steps=(),
                label="lagging only",
                help="add a KPI that moves first (`kind: leading`), such as trials before sales",
                related=tuple(
                    related(node, f"`{node.name}` is lagging", "kind", part=Part.VALUE)
                    for node in nodes[:MOST_RELATED]
                ),
            )


RULE = Rule("M209", "lagging-only", Tier.ON_DEMAND, Severity.INFO, find, quiet_after=("M201",))
