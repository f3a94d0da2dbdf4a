"""Work that has begun or ended although what it waits for has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from alignplan.analysis.linked import Waiting, waits_of
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["premature"]

_SAY_SO = ("status", "progress", "started", "finished")

_BEGUN = (Status.ACTIVE, Status.PAUSED, Status.DONE)


def premature(plan: Standpoint) -> Iterator[Waiting]:
    """The links that what happened has overtaken, in the order of the plan.

    What waits has begun, or was finished, while the end that it waits for has not come. With a lag below 0 it may have
    begun before the other is done, once that has begun.
    """
    for waiting in waits_of(plan, _may_have_begun):
        status, other = plan.status(waiting.item), plan.status(waiting.other)
        came = status in _BEGUN if waiting.to_start else status is Status.DONE
        if not came or not plan.live(waiting.other):
            continue
        leads = waiting.link.lag is not None and waiting.link.lag.amount < 0
        if (waiting.of_finish and not leads) or other not in _BEGUN:
            yield waiting


def _may_have_begun(model: Any) -> bool:
    """Whether a step says that it has begun; a tactic is as far as its steps are."""
    is_tactic = getattr(model, "actions", None) is not None
    return is_tactic or any(getattr(model, name, None) for name in _SAY_SO)
