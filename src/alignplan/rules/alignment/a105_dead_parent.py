"""Live work that serves only what is done or dropped.

When an ambition is reached or given up, the work below it has lost its reason, and yet it goes on: people stay
assigned and money is spent. Either the work should stop as well, or it serves something else and should say so.

Judged are live objectives with a `parent` and live tactics with `supports`, what stands by too. One that serves
several is at fault only when all of them are done or dropped. The finding is told once, where the link into the
dead part stands.

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
  export:
    title: Sell in two more regions
    owner: mia
    due: 2028
    status: dropped
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  border-depot:
    title: Rent a depot behind the border
    supports: export
    owner: mia
    due: 2027-03
    milestones: {contract: {title: The contract is signed, due: 2027-03}}
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
  export:
    title: Sell in two more regions
    owner: mia
    due: 2028
    status: dropped
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  border-depot:
    title: Rent a depot behind the border
    supports: export
    owner: mia
    due: 2027-03
    status: dropped
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED, enumerated


def find(plan: Assessment) -> Iterator[Finding]:
    """Live objectives and tactics all of whose links upward end at what is over."""
    over = {node.id: node for node in plan.graph.kinds[Kind.OBJECTIVE] if not plan.live(node)}
    for kind, field in ((Kind.OBJECTIVE, "parent"), (Kind.TACTIC, "supports")) if over else ():
        for node in plan.judged(kind, standing_by=True):
            served = getattr(node.model, field)
            if served and all(ref in over for ref, _ in served):
                yield _finding(plan, node, field, list({ref: over[ref] for ref, _ in served}.values()))


def _finding(plan: Assessment, node: Node, field: str, dead: list[Node]) -> Finding:
    states = [f"`{target.id}`, which is {plan.status(target)}" for target in dead]
    served = (
        states[0]
        if len(dead) == 1
        else enumerated([f"`{target.id}` ({plan.status(target)})" for target in dead])
    )
    return at(
        "A105",
        node,
        f"`{node.id}` serves only {served}",
        field=field,
        steps=(field, dead[0].id) if len(dead) == 1 else (field,),
        part=Part.KEY if len(dead) == 1 else Part.VALUE,
        label=f"{plan.status(dead[0])}" if len(dead) == 1 else "all done or dropped",
        help=f"end it too with `status: dropped` or `done`, or let `{field}` name a live objective",
        related=tuple(
            related(target, f"`{target.id}` is {plan.status(target)}", "status", part=Part.VALUE)
            for target in dead[:MOST_RELATED]
        ),
    )


RULE = Rule("A105", "dead-parent", Tier.BASIC, Severity.ERROR, find, quiet_after=("A103",))
