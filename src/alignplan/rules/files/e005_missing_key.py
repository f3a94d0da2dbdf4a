"""A key that must be there is not.

Very little must be: `alignplan` and `plan.title` in the root file, and what something would say nothing
without: the `value` of a baseline or a target, a bound of a range, the other half of a ratio, the condition
of a trigger. What else a plan should have is told by the rules of the other families, which can be set to
what your plan needs.

A key with nothing after it is a key left out.

## Example

```yaml
alignplan: 1
plan:
  organization: Northwind Foods
```

## Mended

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  organization: Northwind Foods
```

## Fix

`check --fix` begins the root file with `alignplan: 1` where that is missing: it is read as this version all the
same. What else is missing nobody else can write.

```yaml
plan: {title: Northwind 2030}
```

```yaml
alignplan: 1
plan: {title: Northwind 2030}
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading
from alignplan.rules.remedies import version_stated

RULE = Rule("E005", "missing-key", Tier.BASIC, Severity.ERROR, from_loading("E005"), fix=version_stated)
