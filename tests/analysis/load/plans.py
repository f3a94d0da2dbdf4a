"""A plan of people at work, and its load as plain numbers."""

from __future__ import annotations

from datetime import date

from tests.analysis.plans import assess

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.load.load import Load, all_periods, loads
from alignplan.analysis.load.periods import By
from alignplan.analysis.selectors.choice import Choice
from alignplan.loading.lock import Lock, lock_of

__all__ = ["december", "everyone", "load_of", "lock", "months", "plan_of"]

HEAD = "alignplan: 1\nplan: {title: A plan, horizon: {start: 2026-01-01, due: 2027-12-31}}\n"


def plan_of(text: str, *, locked: str = "", as_of: str = "2026-11-22") -> Assessment:
    """The plan of these sections; `locked` are the items of a locked schedule."""
    plan = assess(text if "alignplan:" in text else HEAD + text, as_of)
    plan.lock = lock(locked) if locked else None
    return plan


def lock(items: str) -> Lock:
    return lock_of(f"schedule: 1\nas_of: 2026-11-22\nseed: 0\nitems:\n{items}\n")


def december(actions: str, people: str = "mia: {}", more: str = "") -> str:
    """A tactic of Mia's in December 2026 (23 working days) with these actions."""
    listed = "".join(f"      {line.strip()}\n" for line in actions.strip().splitlines())
    return (
        f"people: {{{people}}}\n{more}objectives: {{o: O}}\n"
        "tactics:\n  t:\n    supports: o\n    owner: mia\n    start: 2026-12-01\n    due: 2026-12-31\n    actions:\n"
        f"{listed}"
    )


def everyone(plan: Assessment, by: By = By.MONTH, first: date | None = None) -> dict[str, Load]:
    demand = plan.demand
    periods = all_periods(plan, demand, by, first)
    nodes = [node for node in Choice(plan.graph).items() if node.kind in ("person", "team", "resource")]
    return {load.node.id: load for load in loads(plan, demand, nodes, periods)}


def load_of(plan: Assessment, who: str, by: By = By.MONTH) -> Load:
    return everyone(plan, by)[who]


def months(plan: Assessment, who: str, by: By = By.MONTH) -> dict[str, tuple[float, float | None]]:
    """Period → days of work and days there are; periods without work are left out."""
    return {
        one.period.name: (round(one.demand, 6), None if one.capacity is None else round(one.capacity, 6))
        for one in load_of(plan, who, by).periods
        if one.demand
    }
