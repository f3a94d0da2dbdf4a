"""Who does a piece of work, and which part of it each does."""

from __future__ import annotations

from typing import Any

__all__ = ["loads_of", "workers_of"]


def workers_of(action: Any, owner: str | None) -> list[tuple[str, float]]:
    """Who works on an action and which part of it each does: as assigned, else the owner, else the tactic's."""
    loads = loads_of(action)
    if loads:
        whole = sum(loads.values())
        return [(who, load / whole if whole else 1 / len(loads)) for who, load in loads.items()]
    alone = action.owner or owner
    return [] if alone is None else [(alone, 1.0)]


def loads_of(action: Any) -> dict[str, float]:
    """The part of a full day, in percent, that each works who is named: one of `any_of` is as likely as another."""
    loads: dict[str, float] = {}
    for named, likely in ((action.assigned, 1), (action.any_of, len(action.any_of))):
        for who, load in named:
            loads[who] = loads.get(who, 0.0) + (100.0 if load is None else load) / likely
    return loads
