"""Green outside, red inside: what is said of the work is better than its figures.

Whoever reads the plan believes what it says. A stated `confidence` that is better than the health which the figures
give, a tactic that is said to be done while steps of it are open, a stated `progress` well above that of its actions:
each hides the very thing that help could still be given for. Nobody need lie for it; mostly the word is older than
the figures.

`confidence` is compared with the health that `alignplan progress` shows, of live objectives and tactics; without data
nothing is said. A confidence that is worse than the figures is welcome: people know what figures do not. A stated
`progress` is compared where a tactic has actions: from 10 points above theirs on (threshold `M207`) it is told.

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
    kpis: {second-purchase: {title: Households that buy again, unit: "%", baseline: 54, target: 67}}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    start: 2026-09-01
    due: 2027-02-28
    confidence: on track
    actions:
      letter: {title: Write the letter, progress: 20%}
      sending: {title: "Send it to 12,000 households", start: 2027-01-15}
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
    kpis: {second-purchase: {title: Households that buy again, unit: "%", baseline: 54, target: 67}}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    start: 2026-09-01
    due: 2027-02-28
    confidence: off track  # the agency left in October; a new one begins in December
    actions:
      letter: {title: Write the letter, progress: 20%}
      sending: {title: "Send it to 12,000 households", start: 2027-01-15}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.candour import is_better_than_health, open_steps, overstated, spoken_for
from alignplan.analysis.wording import percent_text
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED, enumerated


def find(plan: Assessment) -> Iterator[Finding]:
    """Objectives and tactics of which more is said than their figures show."""
    for objective in plan.judged(Kind.OBJECTIVE):
        yield from _confident(plan, objective)
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        if plan.counts(tactic):
            yield from _confident(plan, tactic)
            yield from _done(plan, tactic)
            yield from _ahead(plan, tactic)


def _confident(plan: Assessment, node: Node) -> Iterator[Finding]:
    if node.model.confidence is None or not is_better_than_health(node, plan) or _is_in_doubt(plan, node):
        return
    health = plan.health_of(node)
    shown = str(health.state.value).replace("_", " ") if health.state is not None else ""
    yield at(
        "M207",
        node,
        f"`{node.id}` is said to be {node.model.confidence}, its figures say {shown}: {health.reason}",
        field="confidence",
        label=f"the figures say {shown}",
        help=f"write `confidence: {shown}` and plan what brings it back, or bring the figures up to date",
    )


def _is_in_doubt(plan: Assessment, node: Node) -> bool:
    """Whether figures of it could not all be read: one fault is told once."""
    return any(kpi.id in plan.untrusted_kpis for kpi in plan.kpis_of(node)) or _is_faulty(plan, node)


def _is_faulty(plan: Assessment, node: Node) -> bool:
    return any(fault.item == node.id or fault.item.startswith(f"{node.id}/") for fault in plan.faults)


def _done(plan: Assessment, tactic: Node) -> Iterator[Finding]:
    if tactic.model.status is not Status.DONE:
        return
    left = open_steps(tactic, plan)
    if left and not _is_faulty(plan, tactic):
        listed = enumerated([f"`{step.name}`" for step in left])
        yield at(
            "M207",
            tactic,
            f"`{tactic.id}` is said to be done, but {listed} {'is' if len(left) == 1 else 'are'} still open",
            field="status",
            label=f"{len(left)} open",
            help="finish what is open, or drop it (`status: dropped`); or leave `status` out: the steps show it",
            related=tuple(
                related(step, f"`{step.name}` is open", part=Part.KEY) for step in left[:MOST_RELATED]
            ),
        )


def _ahead(plan: Assessment, tactic: Node) -> Iterator[Finding]:
    found = overstated(tactic, plan) if tactic.model.progress is not None else None
    if found is None or found[0] - found[1] < RULE.threshold(plan) or _is_faulty(plan, tactic):
        return
    said, shown = map(percent_text, found)
    yield at(
        "M207",
        tactic,
        f"`{tactic.id}` is said to be {said} done, its actions come to {shown}",
        field="progress",
        label=f"its actions come to {shown}",
        help="leave `progress` out: that of the actions is what counts; or bring the actions up to date",
    )


RULE = Rule(
    "M207",
    "watermelon",
    Tier.BASIC,
    Severity.WARNING,
    find,
    thresholds={"": 10.0},
    reach=Reach.FIGURES,
    watches=spoken_for,
)
