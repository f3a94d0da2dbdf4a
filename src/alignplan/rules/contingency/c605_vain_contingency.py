"""A contingency that activates itself, or something that is over.

When the day comes, there is nothing to fall back on: the tactic that a contingency activates is the very one
that has gone wrong, or it was done or dropped long ago. What a contingency activates should be a planned
tactic that stands by until it is called.

A contingency that was `activated` already may name what has been done since.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  share-2027:
    title: Reach 21 % by the end of 2027
    owner: mia
    start: 2026-01-01
    due: 2027-12-31
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 21}}
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2027
    owner: mia
    due: 2027-09-30
    status: active
    actions: {interviews: Interview 40 buyers}
    contingencies:
      slow:
        when: {tactic: product-line, late_by: 10d}
        activates: product-line
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  share-2027:
    title: Reach 21 % by the end of 2027
    owner: mia
    start: 2026-01-01
    due: 2027-12-31
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 21}}
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2027
    owner: mia
    due: 2027-09-30
    status: active
    actions: {interviews: Interview 40 buyers}
    contingencies:
      slow:
        when: {tactic: product-line, late_by: 10d}
        activates: private-label
  private-label:
    title: Buy in a private-label recipe
    supports: share-2027
    status: planned
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.graph.graph import Link
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, related

_OVER = {Status.DONE: "is done", Status.DROPPED: "was dropped"}


def find(plan: Assessment) -> Iterator[Finding]:
    """What live contingencies activate in vain."""
    for contingency in plan.judged(Kind.CONTINGENCY, standing_by=True):
        activated = contingency.model.activated
        # A planned tactic that activates itself stands by for that very reason, so it is judged all the same.
        quiet = plan.stands_by(contingency) or (activated is not None and activated <= plan.today)
        for link in plan.graph.linked(contingency, "activates"):
            status = plan.status(link.target)
            if contingency.parent == link.target:
                yield _vain(link, "is what it belongs to", "name another tactic, one that stands by")
            elif status in _OVER and not quiet:
                yield _vain(link, _OVER[status], "name a planned tactic, or remove the contingency")


def _vain(link: Link, why: str, help: str) -> Finding:
    target = link.target
    stated = target.model.status is not None and why.startswith(("is done", "was"))
    there = related(
        target,
        f"`{target.id}` {why}",
        *(("status",) if stated else ()),
        part=Part.VALUE if stated else Part.KEY,
    )
    return at(
        "C605",
        link.source,
        f"`{link.source.id}` activates `{target.id}`, which {why}",
        field="activates",
        steps=link.reference.steps,
        label=why,
        help=help,
        related=(there,),
    )


RULE = Rule("C605", "vain-contingency", Tier.BASIC, Severity.ERROR, find)
