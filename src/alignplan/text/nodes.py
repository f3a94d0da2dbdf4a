"""What a text becomes: plain data, its faults, and the limits within which it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from alignplan.records import record
from alignplan.text.faults import TextFault

__all__ = ["BROKEN", "LIMITS", "NULLS", "Broken", "Limits", "Quoted", "Tree"]

NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Quoted(str):
    """A scalar that was written in quotes or as a block: text, whatever it looks like."""

    __slots__ = ()


class Broken:
    """Stands where a value could not be understood; the fault says why. There is one, :data:`BROKEN`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "BROKEN"


BROKEN = Broken()


@record
class Limits:
    """What a file may hold. Depth counts open mappings and lists; `alias_nodes` what all aliases stand for."""

    depth: int = 64
    nodes: int = 3_000_000
    alias_nodes: int = 100_000
    faults: int = 1_000


LIMITS = Limits()
"""The limits in force."""


@dataclass(slots=True)
class Tree:
    """What was understood of a text. `whole` is false where reading stopped before the end."""

    data: Any = None
    faults: list[TextFault] = field(default_factory=list)
    whole: bool = True

    def stop(self, fault: TextFault | None) -> None:
        """Reading ended early: what was being read, and the entry read last, cannot be trusted."""
        if fault is not None:
            self.faults.append(fault)
        self.whole = False
        node = self.data
        for _ in range(2):
            if not isinstance(node, dict) or not node:
                return
            last = next(reversed(node))
            if not isinstance(node[last], dict) or node is not self.data:
                node[last] = BROKEN
                return
            node = node[last]
