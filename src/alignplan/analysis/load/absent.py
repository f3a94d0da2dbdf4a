"""Actions that someone is to do who is away on all of their days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alignplan.analysis.load.presence import FARTHEST, Presence, day_at
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Absence", "Away", "absences"]

_OVER = (Status.DONE, Status.DROPPED)


@record
class Away:
    """Someone who is away, and the key that says so: `leave`, `from` or `until`."""

    person: Node
    key: str


@record
class Absence:
    """An action, who of those who do it are away from its first to its last day, and the field that names them."""

    action: Node
    away: tuple[Away, ...]
    field: str
    first: date
    last: date


def absences(plan: Standpoint) -> Iterator[Absence]:
    """All such actions that are open, in order."""
    people = {one.id: one for one in plan.graph.kinds[Kind.PERSON] if _may_be_away(one.model)}
    presence = Presence(plan)
    for tactic in plan.judged(Kind.TACTIC):
        for name, action in tactic.model.actions.items():
            named = _named(action, tactic.model.owner)
            if not any(who in people for group, _ in named for who in group):
                continue
            if step_status(action, plan.today) not in _OVER:
                node = Node(Kind.ACTION, f"{tactic.id}/{name}", action, tactic.file, tactic)
                yield from _absent(
                    plan, presence, node, [([people.get(who) for who in ids], field) for ids, field in named]
                )


def _named(action: Any, owner: str | None) -> list[tuple[Sequence[str], str]]:
    """Those without whom it is not done, each by themselves; and those of whom one is enough, together."""
    groups: list[tuple[Sequence[str], str]] = [((who,), "assigned") for who, _ in action.assigned]
    if action.any_of:
        groups.append((tuple(who for who, _ in action.any_of), "any_of"))
    alone = action.owner or owner
    if not groups and alone is not None and not (action.skills and action.owner is None):
        groups.append(((alone,), "owner"))
    return groups


def _absent(
    plan: Standpoint,
    presence: Presence,
    action: Node,
    groups: Sequence[tuple[Sequence[Node | None], str]],
) -> Iterator[Absence]:
    span = plan.planned_span(action)
    first = plan.today if span.start is None else max(span.start, plan.today)
    if span.due is None or span.due < first:
        return
    one, other = (first - plan.today).days, min((span.due - plan.today).days + 1, FARTHEST)
    if one >= other:
        return
    away: list[Away] = []
    field = ""
    for group, named_in in groups:
        gone = [person for person in group if person is not None and _is_gone(presence, person, one, other)]
        if len(gone) == len(group):
            away += [Away(person, _key(person.model, first, span.due)) for person in gone]
            field = field or named_in
    if away:
        yield Absence(action, tuple(away), field, first, day_at(plan.today, other - 1))


def _is_gone(presence: Presence, person: Node, first: int, last: int) -> bool:
    """Whether they work on no day, although days are worked then."""
    return not presence.days(person).count(first, last) and presence.usual(person).count(first, last) > 0


def _may_be_away(person: Any) -> bool:
    whole_days = any(leave.hours is None for leave in person.leave)
    return whole_days or person.from_ is not None or person.until is not None


def _key(person: Any, first: date, last: date) -> str:
    if person.until is not None and person.until < first:
        return "until"
    return "from" if person.from_ is not None and person.from_ > last else "leave"
