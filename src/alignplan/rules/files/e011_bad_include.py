"""An `include` that leads out of the plan's folder, or to no file.

A plan is a folder: what it consists of can be moved, reviewed and checked as one. A path or link that leads
out of it is not followed, so that checking the plan of someone else never reads what is none of their
business. A glob or path that matches no file is a warning: mostly it is mistyped, and a part of the plan is
missing without anyone noticing.

Globs are relative to the root file: `*` stays within one folder, `**/` is any number of folders.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
include: ["../group/*.yaml"]
```

## Mended

```yaml
# file: alignplan.yaml
alignplan: 1
plan: {title: Northwind 2030}
include: ["group/*.yaml"]
```

```yaml
# file: group/values.yaml
values:
  customer-first: Customers come first
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading

RULE = Rule("E011", "bad-include", Tier.BASIC, Severity.ERROR, from_loading("E011"))
