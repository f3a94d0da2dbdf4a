"""Weights that do not sum to 100.

Weights say how a whole is divided: an objective among its siblings, a tactic among those of its objective, a
link among all that an item serves. Weights of 40, 30 and 20 may mean that something was taken out and the rest
forgotten; 60 and 40 beside a third item without a weight leave nothing for it, so that whatever it achieves
counts for nothing.

A group is judged when all of two or more members state a weight and the sum is not 100 (± 1, the threshold
`A107`), or when some state none and the others leave nothing for them. Groups are the root objectives, the
children of a live objective, its tactics (of both those that count), and the links of one live `parent` or
`supports`. Figures work with any weights: each is divided by the sum.

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
    weight: 60
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  price-ladder:
    title: Rework the price ladder
    supports: market-share
    weight: 20
    owner: mia
    due: 2027-03
    milestones: {new-list: {title: The new price list holds, due: 2027-03}}
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
    weight: 70
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  price-ladder:
    title: Rework the price ladder
    supports: market-share
    weight: 30
    owner: mia
    due: 2027-03
    milestones: {new-list: {title: The new price list holds, due: 2027-03}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.weights import Group, Member, groups
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Related, Rule, Severity, Tier, place, related
from alignplan.rules.phrases import MOST_RELATED, number

_WHOLE = 100.0
_EXACT = 1e-9


def find(plan: Assessment) -> Iterator[Finding]:
    """Groups whose weights do not divide a whole."""
    tolerance = RULE.threshold(plan) + _EXACT
    unread = {fault.item for fault in plan.faults if fault.field == "weight"}
    for group in groups(plan):
        fault = _fault(group, tolerance)
        if fault is not None and not any(node.id in unread for node, _, _ in group.members):
            yield _finding(group, *fault)


def _fault(group: Group, tolerance: float) -> tuple[str, str] | None:
    """What is wrong with a group and the way out; nothing where its weights divide a whole."""
    total = sum(group.stated)
    if group.silent:
        if total < _WHOLE:
            return None
        one = group.silent == 1
        share = "one that states none" if one else f"{group.silent} that state none"
        way_out = f"lower them, or give {'it' if one else 'them'} a weight too, `0` if that is meant"
        return f"sum to {number(total)} and leave nothing for the {share}", way_out
    if len(group.members) < 2 or abs(total - _WHOLE) <= tolerance:
        return None
    change = f"{'raise' if total < _WHOLE else 'lower'} them by {number(abs(_WHOLE - total))} in all"
    return f"sum to {number(total)}, not 100", f"{change}, or leave one out: it takes what is left of 100"


def _finding(group: Group, what: str, help: str) -> Finding:
    """At the first stated weight; the others are related."""
    owner = group.owner
    first, *others = [member for member in group.members if member[2] is not None]
    message = f"the weights of {_described(group)} {what}"
    where = place(first[0], *first[1], part=Part.VALUE)
    silent = [member for member in group.members if member[2] is None]
    shown = (*(_related(member) for member in others), *(_related(member) for member in silent))
    return Finding("A107", message, where, owner.id, group.field, _sum(group), help, shown[:MOST_RELATED])


def _described(group: Group) -> str:
    count = len(group.members)
    if group.field in ("parent", "supports"):
        return f"the {count} objectives in `{group.field}` of `{group.owner.id}`"
    if group.owner.kind is Kind.PLAN:
        return f"the {count} objectives without a parent"
    return f"the {count} {group.field} of `{group.owner.id}`"


def _sum(group: Group) -> str:
    terms = [number(weight) for weight in group.stated]
    if len(terms) > MOST_RELATED:
        terms = [*terms[: MOST_RELATED - 1], "…"]
    total = number(sum(group.stated))
    return f"{' + '.join(terms)} = {total}" if len(terms) > 1 else f"{total} of 100"


def _related(member: Member) -> Related:
    node, steps, weight = member
    name = steps[1] if len(steps) > 1 else node.id
    if weight is None:
        return related(node, f"`{name}` states no weight", *steps[:2] if len(steps) > 1 else ())
    return related(node, f"`{name}` has {number(weight)}", *steps, part=Part.VALUE)


RULE = Rule("A107", "weights", Tier.BASIC, Severity.WARNING, find, thresholds={"": 1.0}, from_whole=True)
