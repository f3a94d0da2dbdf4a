"""`schedule --lock` and `schedule --write`: the schedule goes into files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.answer import PlanSchedule, Scheduled
from alignplan.analysis.schedule.computing import Search
from alignplan.analysis.schedule.keeping import lock_for
from alignplan.analysis.selectors.choice import choose
from alignplan.cli.changing import Way, change_plan
from alignplan.cli.scheduling import Shown, computed
from alignplan.cli.scheduling_options import Written
from alignplan.cli.viewing import Viewing, open_view
from alignplan.editing.scheduling import NewDates, dated, locked
from alignplan.errors import Misuse
from alignplan.loading.lock import lock_text
from alignplan.model.kinds import Kind
from alignplan.model.values import is_must
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.cli.settings import Settings
    from alignplan.editing.interface import Edition
    from alignplan.editing.manuscript import Manuscript

__all__ = ["write_schedule"]

_BEGUN = (Status.ACTIVE, Status.PAUSED, Status.DONE)


def write_schedule(
    settings: Settings, shown: Shown, search: Search, written: Written, *, supposed: bool
) -> int:
    """Lock the schedule or write its days; the exit code. Raises Misuse for what does not go with that."""
    option = "--lock" if written.lock else "--write"
    if (
        supposed
        or shown.at is not None
        or shown.why is not None
        or shown.check
        or (written.lock and written.write)
    ):
        raise Misuse(
            f"{option} stands for itself", "it writes the schedule of the plan as it is, and shows the change"
        )
    if written.lock and (shown.selectors or shown.exclude):
        raise Misuse("--lock is for the whole plan", "leave the selectors out")
    way = Way(written.dry_run, written.force, shown.output_format)
    return _lock(settings, search, way) if written.lock else _write_dates(settings, shown, search, way)


def _lock(settings: Settings, search: Search, way: Way) -> int:
    """Write the schedule into the file that locks it, and show the difference; the exit code."""
    viewing, found = _computed(settings, search)
    text = lock_text(lock_for(viewing.assessment, found, search.effort, search.seed))

    def edit(manuscript: Manuscript) -> Edition:
        return locked(manuscript, text)

    return change_plan(settings, way, edit)


def _write_dates(settings: Settings, shown: Shown, search: Search, way: Way) -> int:
    """Write the days of the chosen items into their files, and show the difference; the exit code."""
    viewing, found = _computed(settings, search)
    chosen = choose(viewing.assessment, tuple(shown.selectors), tuple(shown.exclude), shown=viewing.shown)
    dates = dict(_dates(found, [item for item in found.items.values() if item.node in chosen]))

    def edit(manuscript: Manuscript) -> Edition:
        return dated(manuscript, dates)

    return change_plan(settings, way, edit)


def _computed(settings: Settings, search: Search) -> tuple[Viewing, PlanSchedule]:
    viewing = open_view(settings, None)
    return viewing, computed(viewing, search)


def _dates(found: PlanSchedule, items: list[Scheduled]) -> Iterator[tuple[str, NewDates]]:
    """The days of what is still to do: what nobody knows, and the due of what is late, stay as they are."""
    for item in items:
        over = item.status is Status.DONE
        hull = item.node.kind is Kind.TACTIC and bool(found.draft.steps.get(item.node.id))
        if over or hull or not item.estimated or item.finish is None:
            continue
        begun = item.node.kind is Kind.MILESTONE or item.status in _BEGUN
        keeps = bool(item.late_days) or is_must(item.node.model.due)
        days = NewDates(None if begun else item.start, None if keeps else item.finish)
        if days != NewDates():
            yield item.node.id, days
