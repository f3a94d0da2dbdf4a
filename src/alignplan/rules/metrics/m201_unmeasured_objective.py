"""An objective without a KPI.

Nobody can tell whether an ambition is reached that nothing measures: at the end of the year it is a matter of
opinion. One KPI is enough to begin with, and it need not be perfect; it may be the objective's own, or one
from the shared `kpis` that it lists. A KPI that cannot be read (E009, E006) is not told here as well.

Live objectives are judged, long-term ones and those below them; an ambition that is measured only through its
parts can list a KPI of theirs, or take its `series`.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  loyalty: {title: Make households buy again, owner: mia, start: 2027-06-01, due: 2027-12-31}
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

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.measured import has_kpis
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Live objectives without `kpis`."""
    shared = bool(plan.graph.kinds[Kind.KPI])
    way = "add `kpis: {ID: {title: …, unit: …, baseline: …, target: …}}`"
    for objective in plan.judged(Kind.OBJECTIVE):
        if not has_kpis(objective):
            yield at(
                "M201",
                objective,
                f"nothing measures `{objective.id}`",
                field="kpis",
                label="no `kpis`",
                help=f"{way}, or `kpis: [ID]` of a shared one" if shared else way,
            )


RULE = Rule("M201", "unmeasured-objective", Tier.BASIC, Severity.WARNING, find)
