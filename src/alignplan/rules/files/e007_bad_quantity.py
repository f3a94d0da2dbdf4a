"""A date, period, duration, percentage or amount of money that is none.

Schedules, health and coverage are computed from these values, so none of them is guessed. A date is
`2026-11-22`, a period `2026-11`, `2026-Q4` or `2026`, with `plan.year_starts` also `FY2027` and `FY2027-Q1`;
a day that does not exist is no date. A duration is `6h`, `3d` (working days), `2w` (working weeks) or `1m`. A
percentage is `40%`, or 40: a bare number above 0 up to 1 could be either 1 % or 100 %, so it is told here,
too. Money is a number, in the plan's currency. A value of a KPI is a number in its unit; with a percent sign it is
one only where the unit is `%`, also in `moves` and in a trigger without `of: plan`.

## Example

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  horizon: {start: 2026-01-01, due: 2030-02-30}
```

## Mended

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  horizon: {start: 2026-01-01, due: 2030-02-28}
```

## Fix

`check --fix` writes a date that can be read in one way only as the format has it: `2026-1-5`, `31.12.2026`, `Nov
2026`. `11/05/2026` it leaves: that may be in May or in November. `check --unsafe-fixes` also guesses: the last day of
the month for a day behind its end, `3d` for `3 days`.

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  horizon: {start: 2026-1-1, due: 31.12.2030}
calendars:
  office: {holidays: [2026-12-24]}
people:
  mia: {name: Mia Lund, until: 2029-06-31}
```

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  horizon: {start: 2026-01-01, due: 2030-12-31}
calendars:
  office: {holidays: [2026-12-24]}
people:
  mia: {name: Mia Lund, until: 2029-06-30}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference, references
from alignplan.model.hedges import BOUNDS, Contingency, Trigger
from alignplan.model.kinds import CHILDREN, Kind
from alignplan.model.values import Percentage
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, from_loading
from alignplan.rules.remedies import written_instead


def find(plan: Assessment) -> Iterator[Finding]:
    """What was told while reading, and percentages of KPIs whose unit is another."""
    yield from from_loading("E007")(plan)
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        if any(isinstance(move.by, Percentage) for move in tactic.model.moves):
            yield from _of_moves(plan, tactic)
    for kind, sections in CHILDREN.items():
        if any(child is Kind.CONTINGENCY for _, child in sections):
            for parent in plan.graph.kinds[kind]:
                for name, contingency in parent.model.contingencies.items():
                    if contingency.when is not None:
                        yield from _of_trigger(plan, parent, name, contingency)


def _of_moves(plan: Assessment, tactic: Node) -> Iterator[Finding]:
    for reference in references(tactic):
        if reference.field == "moves" and isinstance(reference.detail.by, Percentage):
            yield from _misfit(
                plan, reference, reference.steps, "write the number alone, in the unit of the KPI"
            )


def _of_trigger(plan: Assessment, parent: Node, name: str, contingency: Contingency) -> Iterator[Finding]:
    """Every bound of a trigger; triggers nest at most as deep as YAML may."""
    pending: list[tuple[Trigger | None, tuple[str | int, ...]]] = [(contingency.when, ("when",))]
    while pending:
        trigger, steps = pending.pop()
        if trigger is None:
            continue
        for bound in BOUNDS:
            if trigger.kpi and trigger.of is None and isinstance(getattr(trigger, bound), Percentage):
                node = Node(Kind.CONTINGENCY, f"{parent.id}/{name}", contingency, parent.file, parent)
                reference = Reference(node, "when", trigger.kpi, frozenset((Kind.KPI,)), steps)
                help = "write the number alone, in the unit of the KPI, or add `of: plan`"
                yield from _misfit(plan, reference, (*steps, bound), help)
        for word, inner in (("any", trigger.any), ("all", trigger.all)):
            pending.extend((one, (*steps, word, index)) for index, one in reversed(list(enumerate(inner))))


def _misfit(
    plan: Assessment, reference: Reference, steps: tuple[str | int, ...], help: str
) -> Iterator[Finding]:
    kpi = plan.graph.resolve(reference)
    unit = plan.kpis[kpi.id].unit if kpi is not None and kpi.id in plan.kpis else None
    if unit is not None and unit != "%":
        message = f"the unit of `{reference.ref}` is `{unit}`, not `%`"
        yield at(
            "E007", reference.source, message, field=reference.field, steps=steps, part=Part.VALUE, help=help
        )


RULE = Rule("E007", "bad-quantity", Tier.BASIC, Severity.ERROR, find, fix=written_instead)
