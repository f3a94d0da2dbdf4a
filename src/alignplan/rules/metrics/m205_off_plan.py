"""A KPI that is behind its plan, or off track.

This is what a plan is measured for: while the work goes on, the result does not come as it was planned. The
last actual is compared with the planned path (baseline, checkpoints, target; straight between them) on its
own day: *on track* when 90 % or more of the planned way was gone, or no more than 3 points of the whole way
are missing; *behind* from 70 %, or with up to 6 points; else, or once the target's date has passed short of
it, *off track*. `plan.health` (`on_track`, `at_risk`, `tolerance`) sets these bands. Outside of a range is
off track from the day from which the range holds.

A KPI is judged once, while an objective that it measures is live. If the plan was wrong and not the work,
give the KPI new checkpoints; the target may stay.

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
        target: 67
        actuals: {2026-03-31: 55, 2026-09-30: 56}
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
        target: 67
        checkpoints: {2026-09-30: 56, 2027-06-30: 61}
        actuals: {2026-03-31: 55, 2026-09-30: 56}
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
from alignplan.analysis.kpis.state import KpiState
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at

_WORDS = {KpiState.BEHIND: "behind", KpiState.OFF_TRACK: "off track"}


def find(plan: Assessment) -> Iterator[Finding]:
    """KPIs of live objectives that are behind or off track."""
    for kpi in plan.judged_kpis():
        words = _WORDS.get(kpi.state)
        if words is not None and kpi.id not in plan.untrusted_kpis:
            yield at(
                "M205",
                kpi.node,
                f"`{kpi.id}` is {words}: {kpi.reason}",
                field="actuals",
                label=words,
                help=f"`alignplan progress {kpi.objectives[0].id}+` shows the work behind it; if the path was wrong, "
                "give it new `checkpoints`",
            )


RULE = Rule("M205", "off-plan", Tier.BASIC, Severity.WARNING, find, quiet_after=("M203", "M206"))
