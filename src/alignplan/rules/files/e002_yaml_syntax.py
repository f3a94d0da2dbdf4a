"""A file that is not valid YAML.

Reading stops where the text cannot be understood any more: what stands above is kept, what stands below is
lost. Most of the time it is a colon or a special character in a text without quotes, a line that is indented
differently from its neighbours, a tab in the indentation, or a bracket or quote that is not closed. Text
behind the end of the plan (a second document) is told here, too, and so are anchors that stand twice, aliases
of no anchor, and characters that cannot be seen but would end a line for some programs only.

The place is where the mistake was made, as far as that can be told: of a quote or bracket that is not closed,
its beginning. This rule always runs, and cannot be ignored.

## Example

```yaml
alignplan: 1
plan:
  title: Northwind 2030: a quarter of the market
```

## Mended

```yaml
alignplan: 1
plan:
  title: "Northwind 2030: a quarter of the market"
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading

RULE = Rule("E002", "yaml-syntax", Tier.BASIC, Severity.ERROR, from_loading("E002"))
