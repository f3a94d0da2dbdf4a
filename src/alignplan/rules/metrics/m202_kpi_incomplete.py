"""A KPI that lacks what it takes to be judged.

Without a target or a range it says how things are, not whether that is good; without a unit nobody knows what
25 means: both are errors. Without a baseline no progress can be computed, and without an owner nobody sees to
it that it is measured: these are warnings. A range needs no baseline. Unit and baseline may come from the KPI
that `series` names; an owner left out is the owner of an objective that the KPI measures, so that an
objective without one is told as T302, not here for each of its KPIs.

A KPI is judged once, while an objective that it measures is live. Shared KPIs that only serve as parts of
others are not.

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
      second-purchase: {title: Households that buy again, unit: "%", baseline: 54}
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
      second-purchase: {title: Households that buy again, unit: "%", baseline: 54, target: 67}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.measured import Missing, missing
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at

_WORDS = {
    Missing.TARGET: ("has neither a target nor a range", "add `target: …`, or `range: {low: …, high: …}`"),
    Missing.UNIT: ("has no unit", 'add `unit: …`, such as "%", EUR, days or yes/no'),
    Missing.BASELINE: (
        "has no baseline",
        "add `baseline: {date: …, value: …}`, where it stood when the objective began",
    ),
    Missing.OWNER: ("has no owner", "add `owner: …`, a person or a team"),
}
_WARNINGS = (Missing.BASELINE, Missing.OWNER)


def find(plan: Assessment) -> Iterator[Finding]:
    """What the KPIs of live objectives lack."""
    for kpi in plan.judged_kpis():
        for field in missing(kpi):
            yield _lacking(plan, kpi, field)


def _lacking(plan: Assessment, kpi: KpiStanding, field: Missing) -> Finding:
    message, help = _WORDS[field]
    finding = at(
        "M202", kpi.node, f"`{kpi.id}` {message}", field=field.value, label=f"no `{field}`", help=help
    )
    severity = Severity.WARNING if field in _WARNINGS else None
    unowned = [("T302", objective.id) for objective in kpi.objectives if plan.live(objective)]
    return replace(finding, severity=severity, after=tuple(unowned) if field is Missing.OWNER else ())


RULE = Rule("M202", "kpi-incomplete", Tier.BASIC, Severity.ERROR, find, quiet_after=("M201",))
