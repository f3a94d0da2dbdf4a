"""The schedule: when everything is begun and done, and by whom."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.schedule.computing import Search
from alignplan.output.workbooks.sheet import Sheet
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, sheet_of
from alignplan.views.schedule import answer

__all__ = ["ORDER", "sheet"]

ORDER = 80
_KEYS = (
    "id", "title", "kind", "status", "start", "finish", "due", "must", "late_days", "slack_days", "critical",
    "estimated", "assigned", "early_start", "late_finish",
)  # fmt: skip


def sheet(seen: Seen) -> Sheet | None:
    """A row for each tactic and step; none where there is no work."""
    if not seen.plan.graph.top:
        return None
    items = list(seen.schedule.items.values())
    tasks = answer(seen.schedule, items, (), Search())["tasks"]
    assert isinstance(tasks, list)
    return sheet_of("Schedule", _entries(tasks), _KEYS)


def _entries(tasks: list[Entry]) -> Iterator[Entry]:
    for task in tasks:
        assigned = task["assigned"]
        assert isinstance(assigned, list)
        yield {**task, "assigned": ", ".join(f"{one['who']} {one['share']:g} %" for one in assigned)}
