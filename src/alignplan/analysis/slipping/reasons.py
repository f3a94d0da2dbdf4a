"""Which change moved an item: what is written otherwise, and what it hangs on today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.answer import Ground, PlanSchedule, Scheduled
from alignplan.analysis.slipping.given import AFTER, given, links
from alignplan.analysis.slipping.slip import Move, Slip
from alignplan.graph.nodes import Node
from alignplan.loading.frozen import Frozen
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.output.figures import whole_percent

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Reasons"]

_OF_TACTIC = ("not_before", "start")
"""What a tactic says that holds for its steps, too."""


class Reasons:
    """Finds the reasons; `slips` are all items, still without any."""

    def __init__(
        self, plan: Assessment, found: PlanSchedule, frozen: Frozen, slips: Mapping[str, Slip]
    ) -> None:
        self._plan, self._found, self._frozen, self._slips = plan, found, frozen, slips

    def with_reasons(self, slip: Slip) -> Slip:
        """The same with its reasons; what is where it was has none."""
        return replace(slip, reasons=tuple(dict.fromkeys(self._of(slip))))

    def _of(self, slip: Slip) -> Iterator[str]:
        if slip.move is Move.KEPT:
            return
        if slip.move is Move.GONE:
            yield self._gone(slip.node)
            return
        assert slip.node is not None
        if slip.move is Move.NEW:
            yield _new(slip.node)
            return
        if slip.node.kind is Kind.OBJECTIVE:
            yield from self._of_objective(slip)
            return
        item = self._found.items[slip.id]
        changes = list(self._changes(item.node))
        yield from changes
        hangs = list(self._hangs(slip, item))
        yield from hangs
        if not changes and not hangs:
            yield "others and the people's time are placed otherwise"

    # ------------------------------------------------------------ what is written otherwise

    def _changes(self, node: Node) -> Iterator[str]:
        """The fields that said something else then."""
        frozen = self._frozen.items.get(node.id)
        if frozen is None:
            return
        then, now = frozen.given, given(node)
        for name in dict.fromkeys((*now, *then)):
            one, other = then.get(name, ""), now.get(name, "")
            if name == AFTER:
                yield from _relinked(links(one), links(other))
            elif one != other:
                yield f"{name} {one or 'none'} → {other or 'none'}"

    # ------------------------------------------------------------ what it hangs on

    def _hangs(self, slip: Slip, item: Scheduled) -> Iterator[str]:
        why = item.why
        other = None if why.item is None else self._slips.get(why.item)
        if why.ground in (Ground.WAITS, Ground.STEPS) and why.item is not None:
            verb = "waits for" if why.ground is Ground.WAITS else "ends with"
            yield f"{verb} `{why.item}`{_which(other)}"
        elif why.ground is Ground.BUSY:
            with_ = f" with `{why.item}`{_which(other)}" if why.item is not None else ""
            yield f"`{why.who}` is busy{with_}" if why.who else f"what it needs is busy{with_}"
        elif why.ground in (Ground.NOT_BEFORE, Ground.WINDOW) and item.node.parent is not None:
            yield from self._changes_above(item.node.parent)
        elif why.ground is Ground.DONE:
            yield f"it was done on {item.finish}"
        elif why.ground is Ground.BEGUN:
            yield f"it has begun and is {_percent(self._plan.progress_of(item.node))} done; the rest goes on from today"
        elif (
            why.ground is Ground.TODAY and slip.start_then is not None and slip.start_then < self._plan.today
        ):
            yield f"it has not begun, and was to on {slip.start_then}"
        elif why.ground is Ground.AWAY:
            yield "nobody whom it needs works before"

    def _changes_above(self, tactic: Node) -> Iterator[str]:
        for words in self._changes(tactic):
            if words.startswith(_OF_TACTIC):
                yield f"`{tactic.id}`: {words}"

    def _of_objective(self, slip: Slip) -> Iterator[str]:
        """What ends it: the last of its work; and the work that is new or gone."""
        outcome = self._found.objectives[slip.id]
        if outcome.path:
            last = outcome.path[-1]
            yield f"ends with `{last}`{_which(self._slips.get(last))}"

    def _gone(self, node: Node | None) -> str:
        """Why something is not scheduled any more."""
        if node is None:
            return "no longer in the plan"
        status = self._plan.status(node)
        if status is Status.DROPPED or (node.parent and self._plan.status(node.parent) is Status.DROPPED):
            return "dropped"
        if self._plan.stands_by(node):
            return "stands by"
        if status is Status.DONE:
            return "done"
        return "not scheduled any more"


def _new(node: Node) -> str:
    """What is new, and how long it takes."""
    said = given(node)
    length = next((said[name] for name in ("effort", "duration", "elapsed") if name in said), "")
    return f"new: {length}" if length else "new"


def _which(slip: Slip | None) -> str:
    """What became of the other item."""
    if slip is None or slip.move in (Move.KEPT, Move.GONE, Move.UNKNOWN):
        return ""
    if slip.move is Move.NEW:
        return ", which is new"
    assert slip.days is not None
    return f", which slipped {slip.days} d" if slip.days > 0 else f", which comes {-slip.days} d earlier"


def _relinked(then: list[str], now: list[str]) -> Iterator[str]:
    """Links that came and went; of another kind or lag both."""
    yield from (f"now waits for `{one}`" for one in now if one not in then)
    yield from (f"no longer waits for `{one}`" for one in then if one not in now)


def _percent(progress: float | None) -> str:
    return f"{whole_percent(progress or 0.0)} %"
