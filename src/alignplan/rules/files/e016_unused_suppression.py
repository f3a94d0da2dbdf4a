"""A suppression that suppresses nothing.

What it was written for has been put right, or it stands on the wrong line. Left in the file it would one day
hide something new, on the word of someone who meant something else. It is told only where a rule that it
names ran: with rules ignored or not selected nobody knows whether it is needed.

A suppression covers the line that it stands on, or the next one where it stands alone, and all that is inside
the entry which begins there. This rule cannot be suppressed.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}  # alignplan: ignore[E009] the objectives come next week
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
```

## Fix

`check --fix` removes the comment. Where it also names rules that did not run, such as strict ones, only `check
--unsafe-fixes` does: one of them may need it.
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_engine
from alignplan.rules.remedies import comment_removed

RULE = Rule("E016", "unused-suppression", Tier.BASIC, Severity.WARNING, from_engine, fix=comment_removed)
