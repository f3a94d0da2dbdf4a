"""A version of the format that this program does not know.

The first line of a plan, `alignplan: 1`, says by which rules it is to be read. A later version may mean
something else with the same words, so a plan is not judged as if it were of version 1 when it says that it is
not; the finding is there to be seen before all others. A newer program may know the version.

This rule always runs, and cannot be ignored.

## Example

```yaml
alignplan: 2
plan: {title: Northwind 2030}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading

RULE = Rule("E013", "unknown-version", Tier.BASIC, Severity.ERROR, from_loading("E013"))
