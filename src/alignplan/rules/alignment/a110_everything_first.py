"""So much is first that nothing is.

Priorities and objectives direct attention by leaving things out. Someone who owns ten objectives, or eight
tactics of high priority, has to choose every morning what the plan did not choose; an ambition with a dozen
objectives below it is a list.

The rule speaks when more than `A110.objectives` (7) live objectives have one owner or one parent, and when more
than `A110.high` (3) live tactics of one owner have the priority high (750 or more, the
threshold `priority`). Owners are people or teams,
as each objective and tactic states them. What stands by is not counted.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
tactics:
  product-line: {title: Enhance the product line, supports: market-share, owner: mia, due: 2027-06,
    priority: high, milestones: {ready: On the shelf in 200 shops}}
  price-ladder: {title: Rework the price ladder, supports: market-share, owner: mia, due: 2027-03,
    priority: high, milestones: {new-list: The new price list holds}}
  listing-fund: {title: Pay listing fees for 200 shops, supports: market-share, owner: mia, due: 2027-04,
    priority: high, milestones: {contracts: Six buyers have signed}}
  tasting-tour: {title: Taste in 60 shops, supports: market-share, owner: mia, due: 2027-05,
    priority: 900, milestones: {half: 30 shops are done}}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
tactics:
  product-line: {title: Enhance the product line, supports: market-share, owner: mia, due: 2027-06,
    priority: high, milestones: {ready: On the shelf in 200 shops}}
  price-ladder: {title: Rework the price ladder, supports: market-share, owner: mia, due: 2027-03,
    priority: high, milestones: {new-list: The new price list holds}}
  listing-fund: {title: Pay listing fees for 200 shops, supports: market-share, owner: mia, due: 2027-04,
    priority: high, milestones: {contracts: Six buyers have signed}}
  tasting-tour: {title: Taste in 60 shops, supports: market-share, owner: mia, due: 2027-05,
    priority: low, milestones: {half: 30 shops are done}}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED

_WHO = (Kind.TEAM, Kind.PERSON)


@record
class _Heap:
    """A way to have too much at once: what it is of, which field brought it together, and the way out."""

    of: str
    what: str
    by: str
    help: str


_OWNED = _Heap(
    "objectives", "owns {} live objectives", "owner", "hand some of them over, or end what is not worth it"
)
_BELOW = _Heap(
    "objectives", "has {} live objectives below it", "parent", "group them, or end what is not worth it"
)
_HIGH = _Heap(
    "tactics",
    "owns {} tactics of high priority",
    "priority",
    "lower the priority of what can wait for the others",
)


def find(plan: Assessment) -> Iterator[Finding]:
    """Parents and owners with too many objectives, owners with too many tactics of high priority."""
    most, most_high = RULE.threshold(plan, "objectives"), RULE.threshold(plan, "high")
    objectives = list(plan.judged(Kind.OBJECTIVE))
    urgent_from = plan.risks.high_priority
    high = [tactic for tactic in plan.judged(Kind.TACTIC) if (tactic.model.priority or 0) >= urgent_from]
    owned, urgent = _by_owner(objectives), _by_owner(high)
    for kind in _WHO:
        for who in plan.graph.kinds[kind]:
            if len(owned.get(who.id, ())) > most:
                yield _finding(who, _OWNED, owned[who.id], most)
            if len(urgent.get(who.id, ())) > most_high:
                yield _finding(who, _HIGH, urgent[who.id], most_high)
    below = _by_parent(plan, objectives)
    for parent in objectives:
        if len(below.get(parent.id, ())) > most:
            yield _finding(parent, _BELOW, below[parent.id], most)


def _by_owner(nodes: Iterable[Node]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in nodes:
        if node.model.owner is not None:
            found.setdefault(node.model.owner, []).append(node)
    return found


def _by_parent(plan: Assessment, objectives: Iterable[Node]) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for node in objectives:
        for parent, _ in plan.graph.parents[node.id]:
            found.setdefault(parent, []).append(node)
    return found


def _finding(node: Node, heap: _Heap, many: list[Node], most: float) -> Finding:
    """About a person, a team or a parent."""
    steps = (heap.by, node.id) if heap is _BELOW else (heap.by,)
    return at(
        "A110",
        node,
        f"`{node.id}` {heap.what.format(len(many))}, more than {most:g}",
        field=heap.of,
        steps=(),
        label=f"{len(many)} at once",
        help=heap.help,
        related=tuple(
            related(other, f"`{other.id}`", *steps, part=Part.VALUE) for other in many[:MOST_RELATED]
        ),
    )


RULE = Rule(
    "A110",
    "everything-first",
    Tier.STRICT,
    Severity.WARNING,
    find,
    thresholds={"objectives": 7, "high": 3},
)
