"""A KPI that lacks what it takes to be judged.

Without a target or a range it says how things are, not whether that is good; without a unit nobody knows what
25 means: both are errors. Without a baseline no progress can be computed, and without an owner nobody sees to
it that it is measured: these are warnings. A range needs no baseline. Unit and baseline may come from the KPI
that `series` names (where that runs in a circle, it is told as M213). An owner left out is the owner of an
objective that the KPI measures, so that an objective without one is told as T302, not here for each of its KPIs.

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
_FROM_SERIES = (Missing.UNIT, Missing.BASELINE)


def find(plan: Assessment) -> Iterator[Finding]:
    """What the KPIs of live objectives lack."""
    circled = {id: circle[0][0] for circle in plan.kpi_circles for id, _ in circle}
    for kpi in plan.judged_kpis():
        for field in missing(kpi):
            yield _lacking(plan, kpi, field, circled.get(kpi.id))


def _lacking(plan: Assessment, kpi: KpiStanding, field: Missing, circle: str | None) -> Finding:
    message, help = _WORDS[field]
    finding = at(
        "M202", kpi.node, f"`{kpi.id}` {message}", field=field.value, label=f"no `{field}`", help=help
    )
    after: list[tuple[str, str]] = []
    if field is Missing.OWNER:
        after = [("T302", objective.id) for objective in kpi.objectives if plan.live(objective)]
    elif field in _FROM_SERIES and circle is not None and kpi.node.model.series:
        after = [("M213", circle)]
    severity = Severity.WARNING if field in _WARNINGS else None
    return replace(finding, severity=severity, after=tuple(after))


RULE = Rule("M202", "kpi-incomplete", Tier.BASIC, Severity.ERROR, find, quiet_after=("M201",))
