"""A measurement that does not fit its series.

A slip of the keyboard (186 for 18.6), a value in another unit, or a changed way of counting makes every
figure wrong that rests on it. A step from one actual to the next that is over 5 times the median step of the
series is told, once there are 6 actuals; thresholds `M210.factor` (5) and `M210.actuals` (6). The way back
from a single wrong value is not told as well, and where most steps are 0 nothing is: there is no usual step
to compare with. If the jump is true, waive the finding with the reason, so that the next reader need not ask.

An actual that is dated after today is told, too: it is a forecast or a slip, and no figure uses it. A period
stands for its last day.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  share-2030:
    title: Capture 25 % of the regional market
    owner: mia
    start: 2026-01-01
    due: 2030-12-31
    kpis:
      share:
        title: Regional market share
        unit: "%"
        baseline: 18
        target: 25
        actuals:
          2026-05-31: 18.5
          2026-06-30: 18.6
          2026-07-31: 18.8
          2026-08-31: 19.0
          2026-09-30: 191
          2026-10-31: 19.3
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2030
    owner: mia
    due: 2027-06-30
    actions: {interviews: Interview 40 buyers}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  share-2030:
    title: Capture 25 % of the regional market
    owner: mia
    start: 2026-01-01
    due: 2030-12-31
    kpis:
      share:
        title: Regional market share
        unit: "%"
        baseline: 18
        target: 25
        actuals:
          2026-05-31: 18.5
          2026-06-30: 18.6
          2026-07-31: 18.8
          2026-08-31: 19.0
          2026-09-30: 19.1
          2026-10-31: 19.3
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2030
    owner: mia
    due: 2027-06-30
    actions: {interviews: Interview 40 buyers}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.outliers import FACTOR, LEAST, Jump, future, jump_text, jumps
from alignplan.model.values import Point
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Actuals that stand out, and actuals of days to come."""
    factor, least = RULE.threshold(plan, "factor"), int(RULE.threshold(plan, "actuals"))
    for kpi in plan.judged_kpis():
        points = kpi.node.model.actuals
        if not isinstance(points, tuple) or kpi.id in plan.untrusted_kpis:
            continue
        found = jumps([point for point in points if point.day <= plan.today], factor, least)
        if found:
            yield _outlier(kpi, found)
        ahead = future(points, plan.today)
        if ahead:
            yield _future(kpi, ahead)


def _outlier(kpi: KpiStanding, found: Sequence[Jump]) -> Finding:
    jump, others = found[-1], len(found) - 1
    step = abs(jump.after.value - jump.before.value)
    more = f"; {others} more like it before" if others else ""
    return at(
        "M210",
        kpi.node,
        f"{jump_text(kpi.id, jump, kpi.unit)}{more}",
        field="actuals",
        steps=_steps(jump.after),
        label=f"{step / jump.usual:.0f} times the median step",
        help="correct the value; if it is true, say why in its `note`, and waive this finding with that reason",
    )


def _future(kpi: KpiStanding, ahead: Sequence[Point]) -> Finding:
    first, others = ahead[0], len(ahead) - 1
    more = f", and {others} more after it" if others else ""
    return at(
        "M210",
        kpi.node,
        f"`{kpi.id}` has an actual of {first.day}, a day that is still to come{more}",
        field="actuals",
        steps=_steps(first),
        label="not yet",
        help="correct the date; what is planned for a day belongs in `checkpoints`",
    )


def _steps(point: Point) -> tuple[str, ...]:
    """The way to a measurement; where it came from a file or a period, to all of them."""
    return ("actuals", point.day.isoformat())


RULE = Rule(
    "M210", "outlier", Tier.BASIC, Severity.WARNING, find, thresholds={"factor": FACTOR, "actuals": LEAST}
)
