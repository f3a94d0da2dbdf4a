"""A target that is no longer to be reached at any speed that was ever seen.

From the last actual to the target so much is still to go, in so many days. When that is more than twice as fast as
the KPI moved at its best between two actuals, hoping for the end of the year is no plan: the target wants another
date, another value, or work that changes the pace. It is better said now than on the last day.

The best pace is the steepest step of the series in the wanted direction; where it never came nearer, any way that is
left is out of reach. How many times faster is still believed is the threshold `M212` (2), and how many actuals it
takes is `M212.actuals` (3). Judged are the KPIs of live objectives that are not met and whose day is still to come,
of a range until its `by`; a yes or no has no pace.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  loyalty:
    title: Make households buy again
    owner: mia
    start: 2026-01-01
    due: 2026-12-31
    kpis:
      second-purchase:
        title: Households that buy again
        unit: "%"
        baseline: 54
        target: 60
        checkpoints: {2026-09-30: 55.6}
        actuals: {2026-03-31: 54.2, 2026-06-30: 55, 2026-09-30: 55.6}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    due: 2026-12-20
    budget: {planned: 12000}
    moves: {loyalty/second-purchase: +6}
    actions: {letter: Write the letter}
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
    start: 2026-01-01
    due: 2027-12-31
    kpis:
      second-purchase:
        title: Households that buy again
        unit: "%"
        baseline: 54
        target: 60
        checkpoints: {2026-09-30: 55.6}
        actuals: {2026-03-31: 54.2, 2026-06-30: 55, 2026-09-30: 55.6}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    due: 2026-12-20
    budget: {planned: 12000}
    moves: {loyalty/second-purchase: +6}
    actions: {letter: Write the letter}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.pace import Pace, pace
from alignplan.analysis.wording import change_text
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at
from alignplan.rules.phrases import number


def find(plan: Assessment) -> Iterator[Finding]:
    """KPIs of live objectives that would have to move faster than is to be believed."""
    times, least = RULE.threshold(plan), int(RULE.threshold(plan, "actuals"))
    for kpi in plan.judged_kpis():
        found = pace(kpi, least) if kpi.id not in plan.untrusted_kpis else None
        if found is not None and (found.ratio is None or found.ratio > times):
            yield _beyond(kpi, found)


def _beyond(kpi: KpiStanding, found: Pace) -> Finding:
    needed = change_text(found.needed, kpi.unit)
    if found.ratio is None:
        best, label = "so far it never came nearer", "it never came nearer"
    else:
        best = f"at its best pace yet it moves {change_text(found.best, kpi.unit)} in that time"
        label = f"{number(found.ratio)} times its best pace"
    return at(
        "M212",
        kpi.node,
        f"`{kpi.id}` has {needed} to go in the {found.days} days to {found.until}; {best}",
        field="target" if kpi.target is not None else "range",
        label=label,
        help="give the target a later date or another value, or plan work that changes the pace",
    )


RULE = Rule(
    "M212",
    "out-of-reach",
    Tier.STRICT,
    Severity.WARNING,
    find,
    thresholds={"": 2.0, "actuals": 3.0},
    quiet_after=("M203",),
)
