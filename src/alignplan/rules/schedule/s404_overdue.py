"""Something that should be done by now, and is not.

A date that has passed says nothing any more: whoever waits for it cannot plan. Judged are actions,
milestones, tactics and objectives that are neither done nor dropped and whose own `due` is before today; a
date that they inherit is the fault of what states it. An objective is not told when it has KPIs and all of
them are met.

One cause gives one finding. Where a tactic is overdue, its overdue actions and milestones are named with it
and not told again: the tactic is what has to get a new date. Where only steps are overdue, each of them is
told. An objective whose day has passed is told beside its tactics, since its KPIs are not met.

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
    actions:
      interviews: {title: Interview 40 buyers, due: 2026-10-30, progress: 80%}
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
    actions:
      interviews: {title: Interview 40 buyers, due: 2026-10-30, finished: 2026-11-13}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.overdue import overdue, overdue_steps
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED


def find(plan: Assessment) -> Iterator[Finding]:
    """Live items that are past their own due."""
    for objective in plan.judged(Kind.OBJECTIVE):
        if overdue(plan, objective):
            yield _late(plan, objective)
    for tactic in plan.judged(Kind.TACTIC):
        steps = list(overdue_steps(plan, tactic))
        if overdue(plan, tactic):
            yield _late(plan, tactic, steps)
        else:
            for step in steps:
                yield _late(plan, step)


def _late(plan: Assessment, node: Node, steps: Sequence[Node] = ()) -> Finding:
    due = node.model.due
    days = (plan.today - due).days
    ago = "yesterday" if days == 1 else f"{days} days ago"
    rest = f", and so were {len(steps)} of its steps" if len(steps) > 1 else ", and so was one of its steps"
    unmet = ", and its KPIs are not all met" if node.kind is Kind.OBJECTIVE and plan.kpis_of(node) else ""
    return at(
        "S404",
        node,
        f"`{node.id}` was due on {due}{unmet}{rest if steps else ''}",
        field="due",
        label=ago,
        help="finish it and say so (`status: done`), give it a new `due`, or drop it",
        related=tuple(
            related(step, f"`{step.id}` was due on {step.model.due}", "due", part=Part.VALUE)
            for step in steps[:MOST_RELATED]
        ),
    )


RULE = Rule("S404", "overdue", Tier.BASIC, Severity.WARNING, find, reach=Reach.WORK)
