"""YAML that could do more than say something, or that has no end.

Tags (`!!binary`, `!something`) ask a reader to make something of a value that the text does not show; merge
keys (`<<`) and aliases can make a few lines stand for billions of values; thousands of brackets can bring a
parser down. A plan needs none of these, so they are refused with their place. Plain anchors and aliases are
read: all of a file's aliases together may stand for 100,000 values, a file may be nested 64 levels deep and
hold 3,000,000 values.

This rule always runs, and cannot be ignored.

## Example

```yaml
alignplan: 1
plan:
  title: !!str Northwind 2030
```

## Mended

```yaml
alignplan: 1
plan:
  title: Northwind 2030
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading

RULE = Rule("E012", "unsafe-yaml", Tier.BASIC, Severity.ERROR, from_loading("E012"))
