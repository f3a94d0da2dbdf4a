"""A KPI that has left its planned path for good: its last measurements are all behind or off track.

One bad figure may be chance, and M205 tells of it. When the last three in a row are behind or off track, the plan
and the world have parted: waiting for the next figure is no plan. Either the work changes, or the path does. How
many in a row is the threshold `M206` (3).

Each measurement is judged against the path as it is planned now, the last one as of today and those before it on
their own day; what was measured up to the day of the baseline does not count. So a plan that is made anew ends the
finding: a checkpoint that begins where the KPI stands, and a way from there. The target may stay. Judged is every
KPI of a live objective; M205 says no more of it.

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
        actuals: {2026-03-31: 54.5, 2026-06-30: 55.1, 2026-09-30: 56}
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
        checkpoints: {2026-09-30: 56, 2027-03-31: 59, 2027-06-30: 62}  # made anew in October
        actuals: {2026-03-31: 54.5, 2026-06-30: 55.1, 2026-09-30: 56}
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

from collections.abc import Iterator, Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.drift import drift
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.kpis.state import Judgement
from alignplan.analysis.wording import amount_text
from alignplan.model.values import Point
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """KPIs of live objectives whose last measurements are all off their path."""
    least = max(int(RULE.threshold(plan)), 1)
    for kpi in plan.judged_kpis():
        found = drift(kpi, plan.bands, least) if kpi.id not in plan.untrusted_kpis else ()
        if found:
            yield _drifting(kpi, found)


def _drifting(kpi: KpiStanding, found: Sequence[tuple[Point, Judgement]]) -> Finding:
    first, times = found[0][0].day, len(found)
    last = f"{times} measurements" if times > 1 else "measurement"
    return at(
        "M206",
        kpi.node,
        f"`{kpi.id}` drifts: the last {last}, from {first} on, {'are all' if times > 1 else 'is'} off its path; "
        f"{_now(kpi, *found[-1])}",
        field="actuals",
        label="off its path since " + first.isoformat(),
        help=f"recalibrate: `alignplan effect {kpi.id}` shows which work moves it; change that, or give the KPI new "
        "`checkpoints` from where it stands",
    )


def _now(kpi: KpiStanding, point: Point, said: Judgement) -> str:
    now = amount_text(point.value, kpi.unit)
    return (
        kpi.reason
        if said.expected is None
        else f"{now} where {amount_text(said.expected, kpi.unit)} was planned"
    )


RULE = Rule("M206", "drift", Tier.STRICT, Severity.ERROR, find, thresholds={"": 3.0}, quiet_after=("M203",))
