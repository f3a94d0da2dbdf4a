"""A setting or suppression that does not hold.

A suppression is a promise to someone who reads the plan later: this rule, for this reason, until this day.
One that names a rule that there is not, gives no reason, or whose day has passed, suppresses nothing, and
what it was to suppress is told again. The same goes for a rule, severity or threshold in `lint` that there is
not: a mistyped `ignore` would ignore nothing and never say so.

A suppression is written `# alignplan: ignore[A101] reason, until 2027-01-31`, several rules as `[A101, T3]`;
the end may be left out. The day itself still counts. This rule cannot be suppressed.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
lint:
  ignore: [A999]
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
lint:
  ignore: [A102]
```

## Fix

`check --unsafe-fixes` removes a suppression that has ended; what it suppressed is told already. To keep it, give it
a new end instead.

```yaml
alignplan: 1
plan: {title: Northwind 2030}  # alignplan: ignore[P706] the board decides in spring, until 2026-06-30
```

```yaml
alignplan: 1
plan: {title: Northwind 2030}
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_engine
from alignplan.rules.remedies import comment_removed

RULE = Rule("E015", "bad-suppression", Tier.BASIC, Severity.ERROR, from_engine, fix=comment_removed)
