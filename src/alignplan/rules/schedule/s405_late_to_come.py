"""Something that will be finished too late, as things are.

Nothing is overdue yet, but the people who are to do it have no time for it before its due, or what it waits for
comes too late: now there is still something to be done about it. The finish is that of the schedule: as it is
locked in `schedule.lock.yaml`, else as a quick schedule of the whole plan has it. In a plan of more than
`S405.most` open steps (2000) only what is locked is judged.

Live objectives, tactics, actions and milestones with a due of their own are judged, unless it has passed (S404).
One cause gives one finding: the late steps of a late tactic are named with it, and an objective is told where
none of its tactics is.

What nobody estimated, and has planned dates alone, is told where something pushes it beyond its due: what it waits
for, or people who are busy. That it is behind, or should have begun, is no estimate of its end, and is told by its
health, which compares progress with planned progress; once its due has passed, by S404.

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
      shelf-test: {title: Test them on the shelf, duration: 4w, due: 2026-12-30, after: [storage]}
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
from alignplan.analysis.punctual import Told, late_to_come, looked_at
from alignplan.analysis.schedule.coming import MOST_STEPS
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at
from alignplan.rules.phrases import finishes


def find(plan: Assessment) -> Iterator[Finding]:
    """What will be finished after its due."""
    for told in late_to_come(plan, plan.coming):
        yield _finding(plan, told)


def _finding(plan: Assessment, told: Told) -> Finding:
    node, due = told.node, told.node.model.due
    late = max(plan.work_days.after(due, told.finish), 1)
    days = "1 working day" if late == 1 else f"{late} working days"
    return at(
        "S405",
        node,
        f"`{node.id}` will be finished on {told.finish}, {days} after its due on {due}{_with(told)}",
        field="due",
        label=f"{late} d late",
        help=f"`alignplan schedule --why {node.id}` tells what it waits for; take work off, or agree on another due",
        related=finishes(told),
    )


def _with(told: Told) -> str:
    """The parts that are late, too."""
    if not told.parts or told.node.kind is Kind.OBJECTIVE:
        return ""
    return (
        ", and so will one of its steps"
        if len(told.parts) == 1
        else f", and so will {len(told.parts)} of its steps"
    )


RULE = Rule(
    "S405",
    "late-to-come",
    Tier.BASIC,
    Severity.WARNING,
    find,
    thresholds={"most": MOST_STEPS},
    quiet_after=("S402", "S404", "S408"),
    reach=Reach.FIGURES,
    watches=looked_at,
)
