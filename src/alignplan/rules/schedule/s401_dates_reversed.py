"""Something that ends before it begins.

Two dates of one item contradict each other: one of them is mistyped, often in its year. Every window and
every figure that is computed from them would be wrong. Compared are `start` and `due`, `started` and
`finished`, the first and last day of the plan's horizon, of a person's time with the plan and of their leave,
and the dates of a KPI's baseline and target.

Only dates that an item states itself are compared, of live items and of those that stand by; `started` and
`finished` also of what is done. A date that leaves the window of something else is A106.

## Example

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  horizon: {start: 2026-01-01, due: 2025-12-31}
```

## Mended

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  horizon: {start: 2026-01-01, due: 2030-12-31}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at, related

Steps = tuple[str | int, ...]


def find(plan: Assessment) -> Iterator[Finding]:
    """Pairs of dates of which the second is before the first."""
    horizon = plan.graph.plan.model.horizon
    if horizon is not None:
        yield from _pair(
            plan.graph.plan, horizon.start, horizon.due, ("horizon", "start"), ("horizon", "due")
        )
    for person in plan.graph.of(Kind.PERSON):
        yield from _person(person)
    for objective in plan.judged(Kind.OBJECTIVE):
        yield from _pair(objective, objective.model.start, objective.model.due, ("start",), ("due",))
    for kpi in plan.judged_kpis():
        yield from _kpi(kpi.node)
    for tactic, status in plan.statuses.tactics(plan.graph):
        if status is not Status.DROPPED:
            yield from _tactic(plan, tactic, status is Status.DONE)


def _person(person: Node) -> Iterator[Finding]:
    yield from _pair(person, person.model.from_, person.model.until, ("from",), ("until",))
    for index, absence in enumerate(person.model.leave):
        steps = ("leave", index)
        yield from _pair(person, absence.from_, absence.until, (*steps, "from"), (*steps, "until"))


def _kpi(kpi: Node) -> Iterator[Finding]:
    baseline, target = kpi.model.baseline, kpi.model.target
    if baseline is not None and target is not None:
        yield from _pair(kpi, baseline.date, target.date, ("baseline", "date"), ("target", "date"))


def _tactic(plan: Assessment, tactic: Node, done: bool) -> Iterator[Finding]:
    model = tactic.model
    if _reversed(model.start, model.due) or _reversed(model.started, model.finished):
        yield from _work(tactic, model, done)
    for name, action in tactic.model.actions.items():
        if _reversed(action.start, action.due) or _reversed(action.started, action.finished):
            node = Node(Kind.ACTION, f"{tactic.id}/{name}", action, tactic.file, tactic)
            if plan.status(node) is not Status.DROPPED:
                yield from _work(node, action, not plan.live(node))


def _work(node: Node, model: Any, done: bool) -> Iterator[Finding]:
    if not done:
        yield from _pair(node, model.start, model.due, ("start",), ("due",))
    yield from _pair(node, model.started, model.finished, ("started",), ("finished",))


def _reversed(first: date | None, last: date | None) -> bool:
    return first is not None and last is not None and last < first


def _pair(node: Node, first: date | None, last: date | None, begin: Steps, end: Steps) -> Iterator[Finding]:
    if not _reversed(first, last):
        return
    words = {"due": "is due", "finished": "finished", "until": "ends", "date": "has its target"}[str(end[-1])]
    since = {"date": "baseline"}.get(str(begin[-1]), f"`{begin[-1]}`")
    what = (
        "the horizon"
        if begin[0] == "horizon"
        else f"a leave of `{node.id}`"
        if begin[0] == "leave"
        else f"`{node.id}`"
    )
    yield at(
        "S401",
        node,
        f"{what} {words} on {last}, before its {since} on {first}",
        field=str(end[0]),
        steps=end,
        part=Part.VALUE,
        label=f"before {first}",
        help="correct one of the two dates",
        related=(related(node, "the first day", *begin, part=Part.VALUE),),
    )


RULE = Rule("S401", "dates-reversed", Tier.BASIC, Severity.ERROR, find, reach=Reach.WORK)
