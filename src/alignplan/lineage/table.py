"""What is known of a past: for each item when it was last touched, for each objective when it came to mean what.

Commits have numbers, the oldest that is known 0. The table grows with each commit, so that what was looked through once
need not be looked through again; it is plain data, kept in the cache.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from alignplan.lineage.entries import FileEntries

__all__ = ["LAYOUT", "Table", "from_data", "to_data"]

LAYOUT = 1
"""Raised whenever what counts, or how it is kept, changes: what was kept before is not used then."""


@dataclass(slots=True)
class Table:
    """The past up to a commit. `cut` says that there is more before the first that is not known."""

    shallow: bool = False
    cut: bool = False
    commits: list[tuple[str, str]] = field(default_factory=list)
    """Hash and day (ISO) of each, by its number."""
    files: dict[str, str] = field(default_factory=dict)
    """The files of the last version that could be read, each with the hash of its content."""
    touched: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Item → the digest of what it says, and the commit since which it says so."""
    meant: dict[str, list[tuple[int, Any]]] = field(default_factory=dict)
    """Objective or shared KPI → what it meant from which commit on; None where it was not there."""

    @property
    def head(self) -> str:
        """The hash of the last commit; empty where there is none."""
        return self.commits[-1][0] if self.commits else ""

    def copy(self) -> Table:
        """The same, to be taken further without changing this one."""
        meant = {key: list(versions) for key, versions in self.meant.items()}
        return Table(self.shallow, self.cut, list(self.commits), dict(self.files), dict(self.touched), meant)

    def take(self, at: int, old: Iterable[FileEntries], new: Iterable[FileEntries]) -> None:
        """What changed with the commit `at`: files as they were, and as they are."""
        touched: dict[str, str] = {}
        meant: dict[str, Any] = {}
        for file in reversed(list(new)):  # of an id that stands twice the first counts
            touched.update(file.touched)
            meant.update(file.meant)
        for id, digest in touched.items():
            if id not in self.touched or self.touched[id][0] != digest:
                self.touched[id] = (digest, at)
        for key, said in meant.items():
            self._means(key, at, said)
        for file in old:
            for id in file.touched.keys() - touched.keys():
                self.touched.pop(id, None)
            for key in file.meant.keys() - meant.keys():
                self._means(key, at, None)

    def _means(self, key: str, at: int, said: Any) -> None:
        versions = self.meant.setdefault(key, [])
        if not versions or versions[-1][1] != said:
            versions.append((at, said))

    def meaning(self, key: str, at: int) -> Any:
        """What an objective (`o/ID`) or shared KPI (`k/ID`) meant at a commit; None where it was not there."""
        for since, said in reversed(self.meant.get(key, ())):
            if since <= at:
                return said
        return None


def to_data(table: Table) -> list[Any]:
    """The table as plain data."""
    return [LAYOUT, table.shallow, table.cut, table.commits, table.files, table.touched, table.meant]


def from_data(data: Any) -> Table | None:
    """The table again; none where the data are none, or of another layout."""
    try:
        layout, shallow, cut, commits, files, touched, meant = data
        if layout != LAYOUT:
            return None
        return Table(
            bool(shallow),
            bool(cut),
            [(str(id), str(day)) for id, day in commits],
            dict(files),
            {id: (str(digest), int(at)) for id, (digest, at) in touched.items()},
            {key: [(int(at), said) for at, said in versions] for key, versions in meant.items()},
        )
    except (TypeError, ValueError, AttributeError):
        return None
