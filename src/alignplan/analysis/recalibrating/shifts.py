"""What can be moved from some tactics to others: money that is not spent, a person whose work has not begun."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.effort import person_days
from alignplan.analysis.recalibrating.interface import Edit
from alignplan.analysis.status import step_status
from alignplan.analysis.wording import money_text
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Shift", "money", "person"]

_LEAST = 1.0
"""Less than so many percent of all that is invested is not worth moving."""


@record
class Shift:
    """Something that can be moved: in words, between which tactics, and the edits that do it."""

    words: str
    between: tuple[Node, ...]
    edits: tuple[Edit, ...]
    notes: tuple[str, ...] = ()


def money(
    givers: Sequence[Node], takers: Sequence[Node], most: float, total: float, plan: Assessment
) -> Shift | None:
    """A first step with money: from the budget with the most that is not spent to the first of the takers that has one.

    At most what is asked for, a quarter of what is not spent there, and half of what is planned here; rounded down to
    two digits. None where that is less than 1 % of all.
    """
    giver = max(givers, key=_unspent, default=None)
    taker = next((node for node in takers if _planned(node) > 0), None)
    if giver is None or taker is None:
        return None
    amount = _rounded_down(min(most, _unspent(giver) / 4, _planned(taker) / 2))
    if amount < total * _LEAST / 100 or amount <= 0:
        return None
    edits = (
        Edit(giver, "budget.planned", _number(_planned(giver) - amount)),
        Edit(taker, "budget.planned", _number(_planned(taker) + amount)),
    )
    said = money_text(amount, plan.graph.plan.model.currency)
    whole = money_text(_rounded_down(most), plan.graph.plan.model.currency)
    notes = () if amount >= most * 0.9 else (f"a first step: the weights ask for {whole}",)
    return Shift(f"{said} from `{giver.id}` to `{taker.id}`", (giver, taker), edits, notes)


def _planned(node: Node) -> float:
    return (node.model.budget.planned or 0.0) if node.model.budget is not None else 0.0


def _unspent(node: Node) -> float:
    spent = (node.model.budget.spent or 0.0) if node.model.budget is not None else 0.0
    return max(_planned(node) - spent, 0.0)


def _rounded_down(amount: float) -> float:
    if amount < 1:
        return 0.0
    place = 10.0 ** (math.floor(math.log10(amount)) - 1)
    return math.floor(amount / place) * place


def _number(value: float) -> str:
    return f"{value:.15g}"


# ------------------------------------------------------------ people


def person(givers: Sequence[Node], takers: Sequence[Node], plan: Assessment) -> Shift | None:
    """Someone from the largest action that has not begun and keeps others who do it, to the largest open one there.

    Only to work that they know: that of their team, or where they do something already.
    """
    for action, who in sorted(_spare(givers, plan), key=lambda one: -_effort(one[0], plan)):
        places = [open for open in _open(takers, plan) if who not in _people(open)]
        known = _known_to(who, takers, plan)
        team = _team(who, plan)
        for place in sorted(places, key=lambda one: -_effort(one, plan)):
            if place.parent in known or _is_of(place, team, plan):
                words = f"`{who}` from `{action.id}` to `{place.id}`"
                return Shift(words, (action, place), tuple(_reassigned(action, place, who)))
    return None


def _known_to(who: str, tactics: Sequence[Node], plan: Assessment) -> list[Node]:
    """The tactics of which someone does or has done something."""
    actions = (
        action for tactic in tactics for action in plan.graph.children(tactic) if action.kind is Kind.ACTION
    )
    return [action.parent for action in actions if action.parent is not None and who in _people(action)]


def _actions(tactics: Sequence[Node], plan: Assessment, status: tuple[Status, ...]) -> Iterator[Node]:
    for tactic in tactics:
        for action in plan.graph.children(tactic):
            if action.kind is Kind.ACTION and step_status(action.model, plan.today) in status:
                yield action


def _spare(tactics: Sequence[Node], plan: Assessment) -> Iterator[tuple[Node, str]]:
    """Actions that have not begun, with each person on them who does not answer for them and is not alone."""
    for action in _actions(tactics, plan, (Status.PLANNED,)):
        people = [id for id, _ in action.model.assigned]
        owner = action.model.owner or (action.parent.model.owner if action.parent is not None else None)
        if len(people) > 1:
            yield from ((action, id) for id in people if id != owner and _is_person(id, plan))


def _open(tactics: Sequence[Node], plan: Assessment) -> Iterator[Node]:
    for action in _actions(tactics, plan, (Status.PLANNED, Status.ACTIVE)):
        if _effort(action, plan) > 0:
            yield action


def _effort(action: Node, plan: Assessment) -> float:
    return person_days(action.model, plan.week) or 0.0


def _people(action: Node) -> list[str]:
    """Who does it: the assigned, else the owner, else the tactic's."""
    if action.model.assigned:
        return [id for id, _ in action.model.assigned]
    owner = action.model.owner or (action.parent.model.owner if action.parent is not None else None)
    return [owner] if owner else []


def _is_person(id: str, plan: Assessment) -> bool:
    node = plan.graph.top.get(id)
    return node is not None and node.kind is Kind.PERSON


def _team(id: str, plan: Assessment) -> str | None:
    node = plan.graph.top.get(id)
    return node.model.team if node is not None and node.kind is Kind.PERSON else None


def _is_of(action: Node, team: str | None, plan: Assessment) -> bool:
    """Whether a team, or someone of it, does an action."""
    return team is not None and any(id == team or _team(id, plan) == team for id in _people(action))


def _reassigned(old: Node, new: Node, who: str) -> Iterator[Edit]:
    """Taken out there, and added here in the way in which the others are named."""
    share = dict(old.model.assigned)[who]
    assigned = new.model.assigned
    if any(part is not None for _, part in assigned):
        edit = Edit(new, f"assigned.{who}", f"{share if share is not None else 100.0:g}%")
    elif assigned:
        edit = Edit(new, "assigned", who, "+=")
    else:
        edit = Edit(new, "assigned", f"[{', '.join([*_people(new), who])}]")
    yield Edit(old, "assigned", who, "-=")
    yield edit
