"""Items of a plan as nodes: light values that know their model, their file and their address."""

from __future__ import annotations

from typing import Any

from alignplan.model.kinds import SECTIONS, Kind

__all__ = ["Node"]

_SECTION = {kind: section for section, kind in SECTIONS.items()}
_CHILD_SECTION = {
    Kind.EXPECTATION: "expectations",
    Kind.KPI: "kpis",
    Kind.CONTINGENCY: "contingencies",
    Kind.ACTION: "actions",
    Kind.MILESTONE: "milestones",
}


class Node:
    """An item. Two nodes are the same when kind and address are; nested ones are made when they are asked for."""

    __slots__ = ("file", "id", "kind", "model", "parent")

    def __init__(self, kind: Kind, id: str, model: Any, file: str, parent: Node | None = None) -> None:
        self.kind = kind
        self.id = id
        """The id, of a nested item its address `parent/child`."""
        self.model = model
        self.file = file
        """The path of its file, relative to the plan's folder."""
        self.parent = parent

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and self.id == other.id and self.kind is other.kind

    def __hash__(self) -> int:
        return hash(self.id)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id}>"

    @property
    def name(self) -> str:
        """The id as it is written in its file."""
        return self.id if self.parent is None else self.id[len(self.parent.id) + 1 :]

    @property
    def title(self) -> str:
        """Its title (of a person: the name); its own id where it has none."""
        title = self.model.title or (self.model.name if self.kind is Kind.PERSON else None)
        return title or self.name

    @property
    def route(self) -> tuple[str | int, ...]:
        """Where it stands in its file."""
        if self.kind is Kind.PLAN:
            return ("plan",)
        if self.parent is not None:
            return (*self.parent.route, _CHILD_SECTION[self.kind], self.name)
        return (_SECTION[self.kind], self.id)
