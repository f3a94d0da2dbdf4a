"""KPIs of which nothing is to be concluded: some of their values could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alignplan.diagnostics.finding import Finding

__all__ = ["untrusted"]

_VALUES = frozenset(
    ("", "actuals", "aggregate", "baseline", "checkpoints", "direction", "frequency", "path", "range", "series", "target")
)


def untrusted(base_of: Mapping[str, str | None], faults: Iterable[Finding]) -> frozenset[str]:
    """The KPIs with a fault in their values, and those that take the series of one. `base_of`: KPI → its series."""
    bad = {
        fault.item for fault in faults if fault.item in base_of and fault.field.partition("/")[0] in _VALUES
    }
    return frozenset(id for id in base_of if bad and _leads_to(id, base_of, bad))


def _leads_to(id: str, base_of: Mapping[str, str | None], bad: set[str]) -> bool:
    seen: set[str] = set()
    at: str | None = id
    while at is not None and at not in seen:
        if at in bad:
            return True
        seen.add(at)
        at = base_of.get(at)
    return False
