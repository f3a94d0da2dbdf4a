"""How far the work of the tactics has come that rules look at from elsewhere: see :class:`Reach.FIGURES`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from alignplan import storage

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.rules.interface import Rule

__all__ = ["open_in", "open_of", "watched", "work_of"]

_OF_TACTIC = ("status", "progress", "started", "finished")
_OF_STEP = (*_OF_TACTIC, "effort", "duration", "elapsed", "remaining")


def watched(plan: Assessment, rules: Iterable[Rule]) -> dict[str, str]:
    """The tactics that one of the rules watches, each with a digest of its work."""
    tactics = (tactic for rule in rules if rule.watches is not None for tactic in rule.watches(plan))
    return {tactic.id: work_of(tactic.model) for tactic in tactics}


def open_in(plan: Assessment) -> dict[str, str]:
    """Of each file how much work is open in it, in short; nothing where no action of the plan says."""
    from alignplan.analysis.load.open_work import has_work

    return open_of(plan) if has_work(plan.graph) else {}


def open_of(plan: Assessment) -> dict[str, str]:
    """The same, of some files of a plan where others say."""
    from alignplan.analysis.load.amounts import amounts, digests

    known = plan.__dict__.get("demand")  # where it was asked for
    return dict(digests(amounts(plan) if known is None else known.amounts))


def work_of(tactic: Any) -> str:
    """A digest of all that says how far a tactic has come: its own words, those of its steps, what was spent."""
    spent = tactic.budget.spent if tactic.budget is not None else None
    said: list[Any] = [spent, *(getattr(tactic, name) for name in _OF_TACTIC)]
    for steps in (tactic.actions, tactic.milestones):
        said.extend([getattr(step, name, None) for name in _OF_STEP] for step in steps.values())
    return storage.digest(repr(said).encode("utf-8"))
