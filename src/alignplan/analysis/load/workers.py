"""Who does an action: those who are named, else whoever has its skills, else its owner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from alignplan.analysis.load.presence import Presence
from alignplan.analysis.manned import loads_of, workers_of
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Part", "Workers", "skilled"]

Part = tuple[str, float]
"""Someone's id, and the part of the work that they do, from 0 to 1."""
_WHO = (Kind.PERSON, Kind.TEAM)


class Workers:
    """Who does the actions of a plan. Until a schedule says which of several does one, one is as likely as another."""

    def __init__(self, plan: Standpoint, presence: Presence) -> None:
        self._graph = plan.graph
        self._presence = presence
        self._alone: dict[str | None, tuple[Part, ...]] = {None: ()}
        self._able: dict[tuple[tuple[str, ...], str | None], tuple[Part, ...]] = {}

    def of(self, action: Any, owner: str | None) -> tuple[Part, ...]:
        """Who does an action of a tactic with that owner, as far as they are there; nobody where none is named."""
        if action.assigned or action.any_of:
            return tuple([part for part in workers_of(action, owner) if self._is_there(part[0])])
        if action.skills and action.owner is None:
            able = self._with_skills(action.skills, owner)
            if able:
                return able
        alone: str | None = action.owner or owner
        if alone not in self._alone:
            self._alone[alone] = ((alone, 1.0),) if alone is not None and self._is_there(alone) else ()
        return self._alone[alone]

    def chosen(self, action: Any, owner: str | None, who: Sequence[tuple[str, float]]) -> tuple[Part, ...]:
        """The same once a schedule says `who` of several does it, with their shares of a day."""
        there = [(one, share) for one, share in who if share > 0 and self._is_there(one)]
        if not there or not (action.any_of or (action.skills and action.owner is None)):
            return self.of(action, owner)
        whole = sum(share for _, share in there)
        return tuple((one, share / whole) for one, share in there)

    def rate(self, action: Any, owner: str | None) -> float:
        """How many person-days a day all together do on it; 1 where nobody is named."""
        if action.assigned or action.any_of:
            shares = self.shares(action)
            loads = loads_of(action)
            rates = [
                self._most(who) if shares[who] is None else min(load / 100, self._most(who))
                for who, load in loads.items()
                if self._is_there(who)
            ]
            return sum(rates) or 1.0
        parts = self.of(action, owner)
        return sum(self._most(who) * part for who, part in parts) or 1.0

    def shares(self, action: Any) -> dict[str, float | None]:
        """The stated share of a full day of each who is named, in percent; none where none is stated."""
        return {**dict(action.any_of), **dict(action.assigned)}

    def daily(self, action: Any, *, stated: bool) -> dict[str, float]:
        """How much of a day each works on it who is named, where no one's work says how long it takes.

        Whoever has no share stated is wholly at it, or with `stated` not at all.
        """
        shares = self.shares(action)
        return {
            who: load / 100 if shares[who] is not None else self._most(who) * load / 100
            for who, load in loads_of(action).items()
            if self._is_there(who) and not (stated and shares[who] is None)
        }

    def _most(self, who: str) -> float:
        """What a day of someone is at most; of a team one whole person."""
        node = self._graph.top[who]
        return 1.0 if node.kind is Kind.TEAM else self._presence.rate(node)

    def _is_there(self, who: str | None) -> bool:
        node = self._graph.top.get(who) if who is not None else None
        return node is not None and node.kind in _WHO

    def _with_skills(self, skills: tuple[str, ...], owner: str | None) -> tuple[Part, ...]:
        key = (skills, owner)
        if key not in self._able:
            team = self._graph.top.get(owner) if owner is not None else None
            inside = team.id if team is not None and team.kind is Kind.TEAM else None
            people = [
                one
                for one in self._graph.kinds[Kind.PERSON]
                if skilled(one, skills) and inside in (None, one.model.team)
            ]
            self._able[key] = tuple((one.id, 1 / len(people)) for one in people)
        return self._able[key]


def skilled(who: Node, skills: tuple[str, ...]) -> bool:
    """Whether someone has all of these skills."""
    return set(skills) <= set(who.model.skills)
