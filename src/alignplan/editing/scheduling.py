"""A schedule goes into the plan: its days into the files of the items, or all of it into the file that locks it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from alignplan.editing.interface import Edition, FileChanges, Op, Told
from alignplan.editing.manuscript import Manuscript
from alignplan.editing.set_fields import set_fields
from alignplan.editing.typed import Assignment, How
from alignplan.loading.lock import LOCK
from alignplan.records import record
from alignplan.text.patching import Change, Edit

__all__ = ["NewDates", "dated", "locked"]


@record
class NewDates:
    """The planned days that an item gets; none where it keeps what it has."""

    start: date | None = None
    due: date | None = None


def dated(manuscript: Manuscript, dates: Mapping[str, NewDates]) -> Edition:
    """Items with other planned days, by id."""
    files: dict[str, list[Change]] = {}
    told: list[Told] = []
    for id, days in dates.items():
        node = manuscript.graph.find(id)
        if node is None:
            continue
        edition = set_fields(manuscript, node, _assigned(days), fits=True)
        told += edition.told
        for file in edition.files:
            files.setdefault(file.path, []).extend(file.changes)
    return Edition(tuple(FileChanges(path, tuple(found)) for path, found in files.items()), tuple(told))


def _assigned(days: NewDates) -> Sequence[Assignment]:
    said = (("start", days.start), ("due", days.due))
    return [Assignment(key, How.SET, day.isoformat()) for key, day in said if day is not None]


def locked(manuscript: Manuscript, text: str) -> Edition:
    """The file that locks the schedule with another text; nothing where it says so already."""
    there = manuscript.beside(LOCK) is not None
    old = manuscript.text(LOCK) if there else ""
    if text == old:
        return Edition()
    told = Told(Op.CHANGED if there else Op.ADDED, "", LOCK, ())
    return Edition((FileChanges(LOCK, (), rows=(Edit(0, len(old), text),)),), (told,))
