"""A value of the wrong type, or none of those that are allowed.

The finding lists what is allowed there. It is told of a word that is not one of a field's words, of a text
where a number belongs, of a list where one value belongs, of two things that exclude each other (a KPI with a
target and a range, an action with an effort and a duration), of a place whose public holidays nobody knows, and
of an id that cannot be one: an id begins with a-z or 0-9 and goes on with those,
`.`, `_` and `-`.

Units have to match, too: those of a KPI and of what it takes its `series` from, of its `sum` or of its `mean`, and,
where it is a ratio in %, those of its numerator and denominator. Units match when they are written the same. A KPI of
units that do not match has no data.

What does not fit is left out, the rest of the entry is kept, and nothing is concluded from what is missing
then. Dates, periods, durations, percentages and money have their own rule, E007.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
stakeholders:
  retailers: {title: Retail partners, influence: huge}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
stakeholders:
  retailers: {title: Retail partners, influence: high}
```

## Fix

`check --fix` writes what can be read in one way only as the format has it: `done` for `Done`, `true` for `yes`, a
number without its quotes. `check --unsafe-fixes` also guesses: a word that is nearly the same, or the format's word
for one that people bring along from elsewhere.

```yaml
alignplan: 1
plan: {title: Northwind 2030}
stakeholders:
  retailers: {title: Retail partners, influence: High, interest: meduim}
tactics:
  leaflet: {title: Print the leaflet, status: cancelled}
```

```yaml
alignplan: 1
plan: {title: Northwind 2030}
stakeholders:
  retailers: {title: Retail partners, influence: high, interest: medium}
tactics:
  leaflet: {title: Print the leaflet, status: dropped}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, from_loading, related
from alignplan.rules.remedies import written_instead

if TYPE_CHECKING:
    from alignplan.analysis.kpis.units import Clash

_KPIS = frozenset((Kind.KPI,))
_read = from_loading("E006")


def find(plan: Assessment) -> Iterator[Finding]:
    """What was found while the files were read, and units that do not match."""
    yield from _read(plan)
    for id, clash in plan.unit_clashes.items():
        yield _clash(_kpi(plan, id), clash, _kpi(plan, clash.beside), _kpi(plan, clash.part.id or ""))


def _kpi(plan: Assessment, id: str) -> Node:
    node = plan.graph.find(id, _KPIS)
    assert node is not None
    return node


def _clash(kpi: Node, clash: Clash, beside: Node, part: Node) -> Finding:
    field = clash.part.field
    units = f"`{beside.id}` is in {clash.unit}, `{part.id}` in {clash.other}"
    whole = f"`{kpi.id}` is in %, " if field == "denominator" else ""
    ways = {
        "series": "remove `unit` here, or name another series",
        "denominator": f"give both one unit, or write that of their ratio, such as `unit: {clash.unit}/{clash.other}`",
    }
    return at(
        "E006",
        kpi,
        f"units do not match: {whole}{units}",
        field=field,
        steps=clash.part.steps,
        part=Part.KEY if field == "mean" else Part.VALUE,
        label=f"in {clash.other}, not {clash.unit}",
        help=ways.get(field, f"give both one unit, or take `{clash.part.ref}` out of `{field}`"),
        related=tuple(
            related(node, f"`{node.id}` is in {unit}", "unit", part=Part.VALUE)
            for node, unit in ((beside, clash.unit), (part, clash.other))
            if node.model.unit
        ),
    )


RULE = Rule("E006", "wrong-value", Tier.BASIC, Severity.ERROR, find, fix=written_instead)
