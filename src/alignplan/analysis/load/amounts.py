"""The amounts of open work, file by file: what the load of people and things hangs on that only its items look at.

A check that finds the same amounts in the files that changed need not lay demand against capacity anew; see
:mod:`alignplan.linting.again`.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import TYPE_CHECKING

from alignplan import storage
from alignplan.analysis.load.open_work import OpenWork, open_work
from alignplan.analysis.schedule.lengths import Source
from alignplan.analysis.status import step_status
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Amounts", "amounts", "digests", "note"]

Amounts = dict[str, "array[float]"]
"""File → numbers that are the same where the same is open."""
_OVER = (Status.DONE, Status.DROPPED)
_CODES = {source: -1.0 - at for at, source in enumerate(Source)}


def note(noted: array[float], work: OpenWork) -> None:
    """Note an open action: of plain effort that has not begun the days alone, as most are."""
    if work.source is Source.EFFORT and not work.begun:
        noted.append(work.days)
    else:
        noted.extend((_CODES[work.source], work.days, work.begun))


def amounts(plan: Standpoint) -> Amounts:
    """The amounts of the open work of a plan, or of some files of it."""
    found: Amounts = {}
    standing_by = plan.statuses.standing_by
    for tactic, status in plan.statuses.tactics(plan.graph):
        if tactic.model.actions and status not in _OVER and tactic.id not in standing_by:
            noted = found.setdefault(tactic.file, array("d"))
            for action in tactic.model.actions.values():
                standing = step_status(action, plan.today)
                if standing not in _OVER:
                    note(noted, open_work(action, standing, plan.week))
    return found


def digests(found: Amounts) -> Mapping[str, str]:
    """The same in short."""
    return {file: storage.digest(noted.tobytes()) for file, noted in found.items()}
