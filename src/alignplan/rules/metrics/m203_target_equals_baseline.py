"""A target that asks for nothing, or for the opposite of what is meant.

A target that equals the baseline cannot be reached, since it is reached already: nobody would see it get
worse. To hold a value, say which way is better (`direction`), or write a range: "stay at 0" is `range: {high:
0}`. A target on the other side of the baseline than `direction` says, or a range whose `low` is above its
`high`, contradicts itself; every figure that is computed from it would be wrong.

Judged are the KPIs of live objectives, where baseline and target are known.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  promised-day:
    title: Deliver on the promised day
    owner: mia
    start: 2027-06-01
    due: 2027-12-31
    kpis:
      on-time: {title: Orders that arrive on the promised day, unit: "%", baseline: 98, target: 98}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  promised-day:
    title: Deliver on the promised day
    owner: mia
    start: 2027-06-01
    due: 2027-12-31
    kpis:
      on-time: {title: Orders that arrive on the promised day, unit: "%", baseline: 98, range: {low: 98}}
```

## Fix

`check --unsafe-fixes` exchanges the bounds of a range whose `low` is above its `high`. Targets are yours to set.

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  promised-day:
    title: Deliver on the promised day
    owner: mia
    start: 2027-06-01
    due: 2027-12-31
    kpis:
      days: {title: Days that stock lasts, unit: days, range: {low: 38, high: 28}}
```

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  promised-day:
    title: Deliver on the promised day
    owner: mia
    start: 2027-06-01
    due: 2027-12-31
    kpis:
      days: {title: Days that stock lasts, unit: days, range: {low: 28, high: 38}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.wording import amount_text
from alignplan.model.words import Direction
from alignplan.rules.interface import (
    Finding,
    Part,
    Related,
    Remedy,
    Rule,
    Safety,
    Severity,
    Tier,
    at,
    related,
)
from alignplan.rules.remedies import exchanged


def find(plan: Assessment) -> Iterator[Finding]:
    """Targets and ranges that contradict what stands beside them."""
    for kpi in plan.judged_kpis():
        if kpi.low is not None and kpi.high is not None and kpi.low > kpi.high:
            yield _crossed(kpi)
        elif kpi.baseline is not None and kpi.target is not None:
            yield from _no_way(kpi, kpi.target.value - kpi.baseline.value)


def _crossed(kpi: KpiStanding) -> Finding:
    low, high = amount_text(kpi.low or 0.0, kpi.unit), amount_text(kpi.high or 0.0, kpi.unit)
    return at(
        "M203",
        kpi.node,
        f"the range of `{kpi.id}` begins at {low}, above its end at {high}",
        field="range",
        label="low above high",
        help="exchange `low` and `high`",
        remedy=Remedy(Safety.UNSAFE),
    )


def _no_way(kpi: KpiStanding, way: float) -> Iterator[Finding]:
    direction = kpi.node.model.direction
    assert kpi.baseline is not None
    assert kpi.target is not None
    start, end = amount_text(kpi.baseline.value, kpi.unit), amount_text(kpi.target.value, kpi.unit)
    if way == 0 and direction is None:
        yield at(
            "M203",
            kpi.node,
            f"the target of `{kpi.id}` is its baseline: {end}",
            field="target",
            steps=("target", "value"),
            label="equals the baseline",
            help="set another target; to hold the value write `range: {low: …}` or `{high: …}`, or add a `direction`",
            related=_baseline(kpi, start),
        )
    elif (way < 0 and direction is Direction.INCREASE) or (way > 0 and direction is Direction.DECREASE):
        yield at(
            "M203",
            kpi.node,
            f"`{kpi.id}` is to {direction}, but goes from {start} to {end}",
            field="direction",
            label="the other way",
            help=f"correct the target, or write `direction: {'decrease' if way < 0 else 'increase'}`",
            related=_baseline(kpi, start),
        )


def _baseline(kpi: KpiStanding, start: str) -> tuple[Related, ...]:
    if kpi.node.model.baseline is None:
        return ()
    return (related(kpi.node, f"the baseline is {start}", "baseline", part=Part.VALUE),)


RULE = Rule(
    "M203", "target-equals-baseline", Tier.BASIC, Severity.ERROR, find, quiet_after=("M202",), fix=exchanged
)
