"""A key that stands twice in one mapping.

Most readers of YAML silently keep the last of the two, so that half of what was written is gone and nobody is
told. That happens when a block is copied and its id not changed, or when two people add the same field. Here
the first holds until one of the two is removed or renamed. Two entries of different files, or of different
sections, with the same id are E008.

This rule always runs, and cannot be ignored.

## Example

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  vision: Every household in the region eats one Northwind product a week.
  title: Northwind until 2030
```

## Mended

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  vision: Every household in the region eats one Northwind product a week.
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading

RULE = Rule("E003", "duplicate-key", Tier.BASIC, Severity.ERROR, from_loading("E003"))
