"""Who is idle, and what could be laid against nobody, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.load.picture import Picture
from alignplan.model.kinds import Kind
from alignplan.views.load.cells import days

__all__ = ["idle", "notes", "summary"]

_MOST = 8


def idle(found: Picture) -> list[str]:
    """Who and what has nothing to do in these periods, a sentence for people and one for things."""
    shown = [load.node for load in found.loads if found.is_idle(load)]
    people = [node.id for node in shown if node.kind is Kind.PERSON]
    things = [node.id for node in shown if node.kind is Kind.RESOURCE]
    told = [f"Idle: {_few(people)}."] if people else []
    return told + ([f"Not used: {_few(things)}."] if things else [])


def notes(found: Picture) -> Iterator[str]:
    """Work that is in no period, or in nobody's."""
    demand = found.demand
    undone = list(demand.undone)
    if undone:
        names = [demand.item(piece.number).id for piece in undone]
        total = days(sum(piece.days for piece in undone)).text
        yield f"{total} days of work have nobody to do them: {_few(names)}"
    if demand.undated:
        names = [demand.item(number).id for number in demand.undated[: _MOST + 1]]
        yield f"nobody knows until when {_amount(len(demand.undated))} to be done: {_few(names, len(demand.undated))}"
    if demand.unestimated:
        amount = len(demand.unestimated)
        names = [demand.item(number).id for number in demand.unestimated[: _MOST + 1]]
        what = (
            "1 open action says no effort, and is"
            if amount == 1
            else f"{amount} open actions say no effort, and are"
        )
        yield f"{what} in no figure: {_few(names, amount)}"


def _amount(number: int) -> str:
    return "1 action is" if number == 1 else f"{number} actions are"


def summary(found: Picture) -> str:
    """How many have too much to do."""
    over = [load.node.kind for load in found.loads if any(one.over for one in load.periods)]
    words = [_counted(over.count(kind), *names) for kind, names in _NAMES.items() if kind in over]
    return f"{' and '.join(words)} overbooked." if words else "Nobody is overbooked."


def _counted(amount: int, one: str, many: str) -> str:
    return f"{amount} {one if amount == 1 else many}"


_NAMES = {
    Kind.PERSON: ("person", "people"),
    Kind.TEAM: ("team", "teams"),
    Kind.RESOURCE: ("asset", "assets"),
}


def _few(names: Sequence[str], total: int | None = None) -> str:
    total = len(names) if total is None else total
    more = total - _MOST
    return ", ".join(names[:_MOST]) + (f" and {more} more" if more > 0 else "")
