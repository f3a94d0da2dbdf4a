"""A critical tactic without a plan for when it goes wrong.

Much hangs on it, so it should be thought through beforehand what happens when it is late, fails, or costs too
much: in the middle of trouble there is no time for that. A tactic is critical when its priority is high (750
or more, the threshold `priority`), when a high risk threatens it, or when it has no day of slack in
`schedule.lock.yaml`. It is hedged when it has a contingency of its own with a `when`, or when it is under high
risks and all of them are settled as C601 asks.

What begins more than 90 days after today (the threshold `lead`) is not asked yet.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
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
    priority: high
    budget: {planned: 400000}
    actions: {interviews: Interview 40 buyers}
    moves: {share-2027/share: +3}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
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
    priority: high
    budget: {planned: 400000}
    actions: {interviews: Interview 40 buyers}
    moves: {share-2027/share: +3}
    contingencies:
      slow: {when: {tactic: product-line, late_by: 10d}, then: Buy in a private-label recipe}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.hedged import hedged
from alignplan.analysis.needs import Need
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Related, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED


def find(plan: Assessment) -> Iterator[Finding]:
    """Critical tactics that are near and not hedged."""
    for tactic in plan.judged(Kind.TACTIC):
        if hedged(plan, tactic) is Need.MISSING:
            yield _unhedged(plan, tactic)


def _unhedged(plan: Assessment, tactic: Node) -> Finding:
    threats = [plan.risks.high[id] for id in plan.risks.on.get(tactic.id, ())]
    high = (tactic.model.priority or 0) >= plan.risks.high_priority
    why = "has a high priority" if high else "has no slack in the locked schedule"
    if threats:
        why = f"is threatened by `{threats[0].id}`"
    return at(
        "C602",
        tactic,
        f"`{tactic.id}` {why}, and no contingency says what happens when it goes wrong",
        field="contingencies",
        label="critical, not hedged",
        help="add `contingencies: {ID: {when: …, then: …}}`"
        + (", or settle its risks (C601)" if threats else ""),
        related=tuple(_threat(plan, risk) for risk in threats[:MOST_RELATED]),
    )


def _threat(plan: Assessment, risk: Node) -> Related:
    lacks = [str(lack) for lack in plan.risks.lacks[risk.id]]
    return related(
        risk, f"the high risk `{risk.id}`" + (f" lacks {', '.join(lacks)}" if lacks else " is settled")
    )


RULE = Rule("C602", "unhedged-tactic", Tier.STRICT, Severity.WARNING, find)
