"""KPIs of which nothing is to be concluded: some of their values could not be read."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

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
        "denominator",
        "direction",
        "frequency",
        "mean",
        "numerator",
        "path",
        "period",
        "range",
        "series",
        "sum",
        "target",
        "unit",
    )
)


def untrusted(
    kpis: Container[str], needed: Mapping[str, Sequence[str]], faults: Iterable[Finding]
) -> frozenset[str]:
    """The KPIs with a fault in their values, and those that are made of one. `needed`: KPI → what it is made of."""
    bad = {fault.item for fault in faults if fault.item in kpis and fault.field.partition("/")[0] in _VALUES}
    if not bad:
        return frozenset()
    for part in components(needed):
        if any(id in bad or any(other in bad for other in needed.get(id, ())) for id in part):
            bad.update(part)
    return frozenset(bad)
