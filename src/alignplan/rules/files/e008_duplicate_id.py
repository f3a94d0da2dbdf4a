"""An id that stands twice.

Links name items by their ids, so an id must name one. The top-level ids of a plan (values, findings,
stakeholders, teams, people, resources, objectives, tactics, kpis, risks) share one namespace over all its
files; calendars have their own, and so have the children of each item: actions, milestones, contingencies and
own KPIs of one parent together. When a block was copied and its id not changed, the second of the two is told
here, with the place of the other; until it is renamed, the first holds. First is what comes first in the order of
the files and, within one, of the sections as the format lists them.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
values:
  customer-first: Customers come first
stakeholders:
  customer-first: {title: The customers' panel, influence: low}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
values:
  customer-first: Customers come first
stakeholders:
  customers-panel: {title: The customers' panel, influence: low}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at, related

_SECTIONS = {
    Kind.TACTIC: ("actions", "milestones", "contingencies"),
    Kind.OBJECTIVE: ("kpis", "contingencies"),
}


def find(plan: Assessment) -> Iterator[Finding]:
    """The second of two items with one id."""
    for duplicate in plan.graph.duplicates:
        yield _twice(duplicate.first, duplicate.second)
    for kind, sections in _SECTIONS.items():
        for parent in plan.graph.kinds[kind]:
            if _overlap(parent, sections):
                yield from _among_children(plan, parent)


def _overlap(parent: Node, sections: tuple[str, ...]) -> bool:
    """Whether two sections of an item share a key; most items have at most one that is filled."""
    filled = [
        entries for name in sections if (entries := getattr(parent.model, name)) and isinstance(entries, dict)
    ]
    return len(filled) > 1 and len({name for entries in filled for name in entries}) < sum(map(len, filled))


def _among_children(plan: Assessment, parent: Node) -> Iterator[Finding]:
    first: dict[str, Node] = {}
    for child in plan.graph.children(parent):
        known = first.setdefault(child.id, child)
        if known is not child:
            yield _twice(known, child)


def _twice(first: Node, second: Node) -> Finding:
    where = f"in {first.file}" if first.file != second.file else "too"
    return at(
        "E008",
        second,
        f"the id `{second.id}` stands twice: it is {_article(first.kind)} {where}",
        label="the same id",
        help="give one of the two another id, and correct what refers to it",
        related=(related(first, f"`{first.id}` stands here too"),),
    )


def _article(kind: Kind) -> str:
    return f"{'an' if kind.value[0] in 'aeio' else 'a'} {kind.value}"


RULE = Rule("E008", "duplicate-id", Tier.BASIC, Severity.ERROR, find)
