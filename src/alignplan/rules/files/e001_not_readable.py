"""A file of the plan that cannot be read.

It is not there for the program, so nothing that stands in it is judged: it has no read permission, is larger
than 16 MiB, is a folder, a pipe or a device instead of a file, is a root file that links out of its folder, or it
is not text in UTF-8 (with or without a byte order mark). A plan of which a part is missing would look full of
gaps, so the rules that conclude from what is missing are silent until the file can be read.

A file that cannot be opened is told where `include` names it, one that is not UTF-8 at the first byte that is
not. This rule always runs, and cannot be ignored.

## Example

```yaml
# file: alignplan.yaml
alignplan: 1
plan: {title: Northwind 2030}
include: [tactics]
```

```yaml
# file: tactics/growth.yaml
objectives:
  market-share: {title: Capture 25 % of the regional market}
```

## Mended

```yaml
# file: alignplan.yaml
alignplan: 1
plan: {title: Northwind 2030}
include: ["tactics/*.yaml"]
```

```yaml
# file: tactics/growth.yaml
values:
  customer-first: Customers come first
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading

RULE = Rule("E001", "not-readable", Tier.BASIC, Severity.ERROR, from_loading("E001"))
