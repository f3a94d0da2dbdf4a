"""Something that will be finished on the very last day.

One day of illness, and it is late. That something lies on the critical path is no fault: every plan has one. But
where nothing is left between the scheduled finish and the due, the plan counts on nothing going wrong, and it is
better to know that before it does. The finish is that of the schedule, as for S405; no working day lies between it
and the due.

Live objectives, tactics, actions and milestones with a due of their own are judged. What ends on its due because
nobody estimated it, and its planned dates were taken, is not told. One cause gives one finding, as for S405.

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
      storage: {title: Store the samples for three weeks, duration: 3w}
      shelf-test: {title: Test them on the shelf, duration: 4w, due: 2027-01-08, after: [storage]}
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
      storage: {title: Store the samples for three weeks, duration: 3w}
      shelf-test: {title: Test them on the shelf, duration: 4w, due: 2027-01-29, after: [storage]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.punctual import just_in_time, looked_at
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at
from alignplan.rules.phrases import finishes


def find(plan: Assessment) -> Iterator[Finding]:
    """What will be finished on the last working day before it is late."""
    for told in just_in_time(plan, plan.coming):
        node = told.node
        yield at(
            "S406",
            node,
            f"`{node.id}` will be finished on {told.finish}, with no day left before its due on {node.model.due}",
            field="due",
            label="no slack",
            help="begin earlier, give it more people or less work, or agree on a later due while there is time",
            related=finishes(told),
        )


RULE = Rule(
    "S406",
    "no-slack",
    Tier.STRICT,
    Severity.INFO,
    find,
    quiet_after=("S402", "S404", "S405", "S408"),
    reach=Reach.FIGURES,
    watches=looked_at,
)
