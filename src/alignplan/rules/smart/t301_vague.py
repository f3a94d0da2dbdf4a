"""A title that reads like a wish.

A title is what most people know of an objective. "World-class service" and "Improve" can mean anything, so
nobody can say whether it was done, and everyone is for it. A title with a verb and an object says what will be
other than now.

Judged are the titles of live objectives and tactics, only where `plan.language` is `en` (or `en-GB` and the
like). A title is vague when it has a word that sounds like a promise and holds nobody to anything
(*world-class, leverage, robust, appropriate, etc* …), when it has no verb, or when it has no object. The rule
works with word lists and is made to be silent where it cannot tell; it is a hint, not a grade. One finding a
title.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030, language: en}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
tactics:
  product-line:
    title: World-class products
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030, language: en}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
tactics:
  product-line:
    title: Bring three new spreads to the shelf
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.vagueness import Vague, Want, vagueness
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Objectives and tactics with a vague title, in an English plan."""
    language = (plan.graph.plan.model.language or "").casefold().replace("_", "-")
    if language.partition("-")[0] != "en":
        return
    for kind in (Kind.OBJECTIVE, Kind.TACTIC):
        for node in plan.judged(kind):
            vague = vagueness(node.model.title) if node.model.title else None
            if vague is not None:
                message, label, help = _words(vague)
                yield at(
                    "T301", node, f"the title of `{node.id}` {message}", field="title", label=label, help=help
                )


def _words(vague: Vague) -> tuple[str, str, str]:
    """The message, the few words beside the caret, and the way out."""
    if vague.want is Want.SUBSTANCE:
        return (
            f"promises nothing with “{vague.word}”",
            f"“{vague.word}”?",
            "say by what one will be able to tell, or leave it out",
        )
    if vague.want is Want.VERB:
        return "has no verb", "what is to happen?", "begin with what is done: open, cut, train, reach …"
    return "has no object", f"{vague.word} what?", f"say what you {vague.word}, and how far"


RULE = Rule("T301", "vague", Tier.STRICT, Severity.INFO, find, reach=Reach.OWN)
