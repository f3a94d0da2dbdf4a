"""A key that the format does not have.

A mistyped key says nothing: a tactic with `suports` serves no objective, and no other rule could know that it
was meant to. The nearest known key is suggested, and what follows from its absence is not told as well. Keys
that begin with `x-` are your own: they are kept and never judged, so a field that the format does not have
can be written as `x-cost-centre`.

`alignplan`, `plan`, `include` and `lint` are known in the root file only.

## Example

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  organisation: Northwind Foods
```

## Mended

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  organization: Northwind Foods
```

## Fix

`check --unsafe-fixes` writes the nearest known key, where one is near and does not stand there already. It is a
guess: look at the diff.
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading
from alignplan.rules.remedies import written_instead

RULE = Rule("E004", "unknown-key", Tier.BASIC, Severity.ERROR, from_loading("E004"), fix=written_instead)
