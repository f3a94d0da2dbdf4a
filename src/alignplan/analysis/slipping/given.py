"""What the days of an item hang on, in words that can be compared with those of another day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.values import AfterLink

__all__ = ["AFTER", "given", "links"]

AFTER = "after"
_LENGTHS = ("duration", "elapsed", "remaining")
_BETWEEN = ", "


def given(node: Node) -> dict[str, str]:
    """The fields of an action, milestone or tactic that put it where it is, as far as they say anything."""
    if node.kind is Kind.OBJECTIVE:
        return {}
    return {name: words for name, words in _fields(node) if words}


def _fields(node: Node) -> Iterator[tuple[str, str]]:
    model = node.model
    effort = getattr(model, "effort", None)
    yield "effort", "" if effort is None else str(effort.likely)
    for name in _LENGTHS:
        yield name, _word(getattr(model, name, None))
    yield "assigned", _who(model, node)
    yield "any_of", _shared(getattr(model, "any_of", ()), "%")
    yield "skills", _BETWEEN.join(getattr(model, "skills", ()))
    yield "uses", _shared(getattr(model, "uses", ()), "")
    yield AFTER, _BETWEEN.join(map(_link, model.after))
    yield "not_before", _word(model.not_before)
    for name in _days_of(node):
        yield name, _word(getattr(model, name, None))
    yield "split", "true" if getattr(model, "split", None) else ""


def links(words: str) -> list[str]:
    """The links in the words of `after`."""
    return [word for word in words.split(_BETWEEN) if word]


def _days_of(node: Node) -> tuple[str, ...]:
    """The planned days that it hangs on: those of what has no estimate; the start of a tactic holds for its steps."""
    model = node.model
    if node.kind is Kind.MILESTONE:
        return () if model.after else ("due",)
    if node.kind is Kind.TACTIC:
        return ("start",) if model.actions or model.milestones else ("start", "due")
    estimated = any(getattr(model, name) is not None for name in ("effort", *_LENGTHS))
    return () if estimated else ("start", "due")


def _word(value: Any) -> str:
    return "" if value is None else str(value)


def _who(model: Any, node: Node) -> str:
    """Those who are assigned to an action; else its owner or that of its tactic, who does it then."""
    if node.kind is not Kind.ACTION or model.assigned or (model.effort is None and model.remaining is None):
        return _shared(getattr(model, "assigned", ()), "%")
    above = node.parent.model.owner if node.parent is not None else None
    return model.owner or above or ""


def _shared(pairs: Sequence[tuple[str, float | None]], unit: str) -> str:
    return _BETWEEN.join(id if share is None else f"{id} {share:g}{unit}" for id, share in pairs)


def _link(link: AfterLink) -> str:
    """A link as it is written, its kind only where it is another than usual."""
    parts = [] if link.kind == "finish-start" else [link.kind]
    if link.lag is not None and link.lag.amount:
        parts.append(f"{link.lag.amount:+g}{link.lag.unit}")
    if link.at_most is not None:
        parts.append(f"at most {link.at_most}")
    if link.elapsed:
        parts.append("elapsed")
    return f"{link.id} ({' '.join(parts)})" if parts else link.id
