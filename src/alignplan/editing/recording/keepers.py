"""Where the values of each KPI are kept: in its plan file, or in a file of measurements."""

from __future__ import annotations

from typing import Any

from alignplan.editing.manuscript import ABSENT, Manuscript, at
from alignplan.editing.recording.interface import Keeper
from alignplan.editing.recording.mapping import Mapping
from alignplan.editing.recording.series import Series, series_path
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["Keepers"]


class Keepers:
    """The keepers of a plan, each made once. KPIs that name the same file have the same one."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._of: dict[str, Keeper | Misuse] = {}
        self._series: dict[str, Series] = {}
        self._files: dict[str, dict[int, list[Node]]] = {}

    def sharing(self, kpi: Node) -> list[Node]:
        """The KPIs that have one mapping of values by an alias, first the one in which it is written."""
        values = self._values(kpi)
        if not isinstance(values, dict):
            return [kpi]
        if kpi.file not in self._files:
            shared: dict[int, list[Node]] = {}
            for node in self._manuscript.graph.of(Kind.KPI):
                if node.file == kpi.file and isinstance(own := self._values(node), dict):
                    shared.setdefault(id(own), []).append(node)
            self._files[kpi.file] = {same: nodes for same, nodes in shared.items() if len(nodes) > 1}
        found = self._files[kpi.file].get(id(values), [kpi])
        return sorted(found, key=self._line) if len(found) > 1 else found

    def _values(self, kpi: Node) -> Any:
        said = self._manuscript.said(kpi)
        return said.get("actuals") if isinstance(said, dict) else None

    def _line(self, kpi: Node) -> int:
        return self._manuscript.line(kpi.file, (*kpi.route, "actuals"))

    def of(self, kpi: Node) -> Keeper:
        """The keeper of a KPI. Raises Misuse where its values cannot be read."""
        if kpi.id not in self._of:
            try:
                self._of[kpi.id] = self._made(kpi)
            except Misuse as refused:
                self._of[kpi.id] = refused
        found = self._of[kpi.id]
        if isinstance(found, Misuse):
            raise Misuse(found.message, found.hint)
        return found

    def _made(self, kpi: Node) -> Keeper:
        said = self._manuscript.said(kpi)
        if said is ABSENT:
            shown = self._manuscript.shown(kpi.file)
            raise Misuse(f"`{kpi.id}` does not stand in {shown} as it was read", "try again")
        named = at(said, ("actuals",))
        if not isinstance(named, str):
            return Mapping(self._manuscript, kpi, self.sharing(kpi)[1:])
        path = series_path(kpi, named)
        if path not in self._series:
            self._series[path] = Series(self._manuscript, kpi, path)
        return self._series[path]
