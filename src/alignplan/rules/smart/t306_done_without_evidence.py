"""Something is done, and nothing shows it.

"Done" is the cheapest word in a plan. Evidence is a link, a document, a number: what someone would be shown who
asks a year later, and what the next plan can build on.

Objectives, tactics, actions and milestones that are done need `evidence`. Inside a tactic that is done only the
tactic itself is asked; inside one that is dropped nothing is.

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
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  price-ladder:
    title: Rework the price ladder
    supports: market-share
    owner: mia
    due: 2026-05
    status: done
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
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  price-ladder:
    title: Rework the price ladder
    supports: market-share
    owner: mia
    due: 2026-05
    status: done
    evidence: Price list of 1 June 2026
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """What is done and has no evidence."""
    for node in _done(plan):
        if node.model.evidence is None:
            yield at(
                "T306",
                node,
                f"`{node.id}` is done, and nothing shows it",
                field="evidence",
                label="no `evidence`",
                help="add `evidence:` with a link, a document or a number that shows it",
            )


def _done(plan: Assessment) -> Iterator[Node]:
    """What is done, the steps of what is done left out."""
    for objective in plan.graph.kinds[Kind.OBJECTIVE]:
        if plan.status(objective) is Status.DONE:
            yield objective
    for tactic in plan.graph.kinds[Kind.TACTIC]:
        if plan.status(tactic) is Status.DONE:
            yield tactic
        elif plan.live(tactic) and not plan.stands_by(tactic):
            for kind, steps in (
                (Kind.ACTION, tactic.model.actions),
                (Kind.MILESTONE, tactic.model.milestones),
            ):
                for name, step in steps.items():
                    if step_status(step, plan.today) is Status.DONE:
                        yield Node(kind, f"{tactic.id}/{name}", step, tactic.file, tactic)


RULE = Rule("T306", "done-without-evidence", Tier.STRICT, Severity.INFO, find, reach=Reach.OWN)
