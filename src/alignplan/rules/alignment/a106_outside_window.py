"""A date outside the time of what it serves.

A tactic that ends after its objective is due comes too late for it; an objective that outlives its parent
cannot help to reach it. Such dates are mostly left over from a plan that was moved in one place and not in the
other.

Judged are the dates that a live item states itself, never those that it inherits: `start` and `due` of an
objective lie in its parents' window and in the horizon, those of a tactic in its objectives' window and in the
horizon, those of an action or milestone in its tactic's. With several parents or objectives the window is the
span of all: the earliest start to the latest due. The target of a KPI (of a range its `by`) is not later than
the objective that it measures is due. Baselines and actuals may lie before. A bound that nothing states, or
that cannot be known, is none. What stands by is judged too.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  share-2026:
    title: Reach 19 % by the end of 2026
    owner: mia
    start: 2026
    due: 2026
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 19}}
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2026
    owner: mia
    start: 2026-02-01
    due: 2027-01-31
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2026-12-15}}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  share-2026:
    title: Reach 19 % by the end of 2026
    owner: mia
    start: 2026
    due: 2026
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 19}}
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2026
    owner: mia
    start: 2026-02-01
    due: 2026-12-31
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2026-12-15}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.windows import Outside, Setters, outside
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Reach, Related, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import enumerated

_WORDS = {
    "start": "`{id}` starts on {day}",
    "due": "`{id}` is due on {day}",
    "target": "the target of `{id}` is of {day}",
    "range": "the range of `{id}` holds from {day} on",
}


def find(plan: Assessment) -> Iterator[Finding]:
    """Stated dates outside their window."""
    setters = Setters(plan)
    for found in outside(plan):
        node = found.node
        stated = setters.of(found)
        limit = f"{'not later' if found.late else 'not earlier'} than {found.limit}"
        yield at(
            "A106",
            node,
            f"{_WORDS[found.field].format(id=node.id, day=found.day)}, {_beyond(found)}",
            field=found.field,
            steps=found.steps,
            label=limit,
            help=f"move it to {found.limit} or {'earlier' if found.late else 'later'}, or widen {_widened(stated)}",
            related=(_setting(found, stated),),
        )


def _beyond(found: Outside) -> str:
    """After the end of what, or before its start."""
    nodes = found.window.of
    names = enumerated([f"`{node.id}`" for node in nodes])
    whole = names if len(nodes) == 1 else f"the span of {names}"
    whole = "the plan's horizon" if nodes[0].kind is Kind.PLAN else whole
    return f"after {whole} ends on {found.limit}" if found.late else f"before {whole} begins on {found.limit}"


def _widened(stated: Node) -> str:
    return "the plan's `horizon`" if stated.kind is Kind.PLAN else f"`{stated.id}`"


def _setting(found: Outside, stated: Node) -> Related:
    """The place of the bound: in the window itself, or where the window has it from."""
    field, word = ("due", "ends") if found.late else ("start", "begins")
    if stated.kind is Kind.PLAN:
        return related(stated, f"the horizon {word} here", "horizon", field, part=Part.VALUE)
    inherited = stated not in found.window.of
    message = f"its {field} comes from `{stated.id}`" if inherited else f"`{stated.id}` {word} here"
    return related(stated, message, field, part=Part.VALUE)


RULE = Rule(
    "A106", "outside-window", Tier.BASIC, Severity.ERROR, find, quiet_after=("A103",), reach=Reach.STEPS
)
