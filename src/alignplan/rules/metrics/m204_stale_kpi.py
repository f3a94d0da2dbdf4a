"""A KPI that has not been measured for longer than it says.

Decisions that rest on an old figure rest on nothing, and a series that quietly ends is mostly the first sign
that nobody looks any more. The last actual, or the baseline before the first, is older than the `frequency`
plus half of it: 1.5 days (daily), 10.5 (weekly), 46.5 (monthly), 138 (quarterly), 549 (yearly), counted from
the longest month, quarter and year. How much later than its frequency a figure may be, in percent, is the
threshold `M204.grace` (50).

A KPI that is computed from others is as old as the last measurement of one of them, and one with `aggregate`
as its last actual, whether or not its period is over.

Nothing is told without a `frequency`, before the baseline's date, once a value on the target's day or later
is there, and of a KPI that is made of one which is told itself.

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
    due: 2027-12-31
    kpis:
      second-purchase:
        title: Households that buy again
        unit: "%"
        baseline: 54
        target: 60
        frequency: quarterly
        actuals: {2026-03-31: 55, 2026-06-30: 56}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    due: 2027-06-30
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
        frequency: quarterly
        actuals: {2026-03-31: 55, 2026-06-30: 56, 2026-09-30: 57}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    due: 2027-06-30
    actions: {letter: Write the letter}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis.age import GRACE, age_days
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at
from alignplan.rules.phrases import enumerated


def find(plan: Assessment) -> Iterator[Finding]:
    """KPIs whose last figure is too old."""
    stale = {
        kpi.id: kpi for kpi in plan.judged_kpis() if plan.is_stale(kpi) and kpi.id not in plan.untrusted_kpis
    }
    for kpi in stale.values():
        if not any(other in stale for other in plan.made_of(kpi.id)):
            yield _stale(plan, kpi)


def _stale(plan: Assessment, kpi: KpiStanding) -> Finding:
    last, frequency = kpi.measured, kpi.node.model.frequency
    assert frequency is not None
    since = f"was last measured on {last}" if last is not None else "has not been measured since its baseline"
    days = age_days(kpi, plan.today)
    parts = plan.made_of(kpi.id)
    return at(
        "M204",
        kpi.node,
        f"`{kpi.id}` {since}, {days} days ago, and is a {frequency} figure",
        field="actuals",
        label=f"{days} days old",
        help=f"measure {enumerated([f'`{part}`' for part in parts])}, which it is made of, or correct its `frequency`"
        if parts
        else "measure it and add the value to `actuals`, or correct its `frequency`",
    )


RULE = Rule("M204", "stale-kpi", Tier.BASIC, Severity.WARNING, find, thresholds={"grace": GRACE})
