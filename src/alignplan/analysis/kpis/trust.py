"""KPIs of which nothing is to be concluded: some of their values could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alignplan.diagnostics.finding import Finding
from alignplan.graph.circles import components

__all__ = ["untrusted"]

_VALUES = frozenset(
    (
        "",
        "actuals",
        "aggregate",
        "baseline",
        "checkpoints",
        "direction",
        "frequency",
        "path",
        "range",
        "series",
        "target",
    )
)


def untrusted(base_of: Mapping[str, str | None], faults: Iterable[Finding]) -> frozenset[str]:
    """The KPIs with a fault in their values, and those that take the series of one. `base_of`: KPI → its series."""
    bad = {
        fault.item for fault in faults if fault.item in base_of and fault.field.partition("/")[0] in _VALUES
    }
    if not bad:
        return frozenset()
    for part in components({id: [base] if base else [] for id, base in base_of.items()}):
        if any(id in bad or base_of[id] in bad for id in part):
            bad.update(part)
    return frozenset(bad)
