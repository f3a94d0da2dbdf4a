"""Whether an item can say what it is to say: told before anything is written, in the words of `check`."""

from __future__ import annotations

from typing import Any

from alignplan.diagnostics.finding import Finding
from alignplan.editing.manuscript import ABSENT, Manuscript
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.loading.bind import bind
from alignplan.model.kinds import Kind

__all__ = ["refuse_unfit"]


def refuse_unfit(manuscript: Manuscript, node: Node, before: Any, after: Any) -> None:
    """Raises Misuse for the first fault that an item has with its new fields, and did not have before."""
    known = {_words(fault) for fault in _faults(manuscript, node, before)}
    for fault in _faults(manuscript, node, after):
        if _words(fault) not in known:
            raise Misuse(_said(fault, node), fault.help)


def _faults(manuscript: Manuscript, node: Node, entry: Any) -> list[Finding]:
    """What reading the item alone finds. What is inside it speaks for itself."""
    if entry is ABSENT:
        return []
    data: Any = entry
    for step in reversed(node.route):
        data = {step: data}
    is_root = node.kind is Kind.PLAN
    return bind(data, node.file, root=is_root, year_starts=manuscript.year_starts).findings


def _words(fault: Finding) -> tuple[object, ...]:
    return (fault.code, fault.place.route, fault.message)


def _said(fault: Finding, node: Node) -> str:
    """The message with the key that it is about, where it is not about the keys themselves."""
    steps = [str(step) for step in fault.place.route[len(node.route) :]]
    key = ".".join(steps)
    return fault.message if f"`{key}`" in fault.message or not key else f"{key}: {fault.message}"
