"""A trigger that can never fire.

A contingency that waits for something which cannot happen gives a feeling of safety and nothing else. That is
so for `of: plan` of a KPI that has neither a target nor a range (there is no plan to fall behind), for the
budget of a tactic that has no `planned` amount, and for an item that was dropped, or that is part of one.
Each such condition is told where it stands inside `when`, also among `any` and `all`.

What ended well is no fault: a tactic that was done in time, a risk that was closed. A contingency that was
`activated` already is not judged any more.

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
    actions: {interviews: Interview 40 buyers}
    contingencies:
      too-dear: {when: {budget: product-line, above: 110%}, then: Drop the third variety}
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
    budget: {planned: 400000}
    actions: {interviews: Interview 40 buyers}
    contingencies:
      too-dear: {when: {budget: product-line, above: 110%}, then: Drop the third variety}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.triggers import Impossible, Reason, impossible
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Reach, Related, Rule, Severity, Tier, at, related

_WORDS = {
    Reason.NO_PLAN: (
        "the KPI `{id}` has neither a target nor a range",
        "give it one, or leave out `of: plan` and write a value",
    ),
    Reason.NO_BUDGET: ("`{id}` has no planned budget", "add `budget: {{planned: …}}` to it"),
    Reason.DROPPED: ("`{id}` was dropped", "let it wait for something else, or remove it"),
}


def find(plan: Assessment) -> Iterator[Finding]:
    """Conditions of live contingencies that can never hold."""
    for contingency in plan.judged(Kind.CONTINGENCY):
        activated = contingency.model.activated
        if contingency.model.when is None or (activated is not None and activated <= plan.today):
            continue
        for found in impossible(contingency, plan.graph, plan.statuses):
            yield _idle(contingency, found)


def _idle(contingency: Node, found: Impossible) -> Finding:
    message, help = _WORDS[found.reason]
    about = found.dropped or found.subject
    return at(
        "C604",
        contingency,
        f"`{contingency.id}` can never be called: {message.format(id=about.id)}",
        field="when",
        steps=found.reference.steps,
        part=Part.VALUE,
        label="never holds",
        help=help.format(),
        related=(_there(about, found.reason),),
    )


def _there(about: Node, reason: Reason) -> Related:
    if reason is Reason.DROPPED:
        return related(about, "dropped here", "status", part=Part.VALUE)
    return related(about, f"`{about.id}` stands here")


RULE = Rule("C604", "idle-trigger", Tier.BASIC, Severity.ERROR, find, reach=Reach.STEPS)
