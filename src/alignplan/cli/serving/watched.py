"""The files that a page is made of: as long as they are as they were, so is the page."""

from __future__ import annotations

import os
from collections.abc import Iterator

from alignplan import storage
from alignplan.workspace import Plan

__all__ = ["Watched", "state_of", "state_on_disk", "watched"]

Watched = dict[str, object]
"""Paths, and what each was like; a folder's path ends in a separator."""


def watched(plan: Plan) -> Watched:
    """What a plan is read from, as it was when that was read; what git says of it, as it is now."""
    folder = plan.folder
    found: Watched = {path: _of(path) for path in _beside(folder)}
    for file in plan.loaded.files:
        found[os.path.join(folder, file.path)] = _parts(file.stamp)
    for series in plan.loaded.series:
        found[os.path.join(folder, series.path)] = _parts(series.stamp)
    for path in plan.loaded.absent:
        found[os.path.join(folder, path)] = None
    for path, state in plan.loaded.folders.items():
        found[os.path.join(path, "")] = state[0]
    return found


def _beside(folder: str) -> Iterator[str]:
    from alignplan.diagnostics.baseline import BASELINE
    from alignplan.history.standing import deciding
    from alignplan.loading.lock import LOCK

    yield from (os.path.join(folder, name) for name in (BASELINE, LOCK))
    files, free = deciding(folder)
    yield from (*files, *free)


def state_on_disk(before: Watched) -> str:
    """The state of the same files now."""
    return state_of({path: _of(path) for path in before})


def state_of(found: Watched) -> str:
    """A word for it."""
    return storage.digest(repr(sorted(found.items())).encode("utf-8", "surrogatepass"))


def _of(path: str) -> object:
    return storage.folder_changed(path) if path.endswith(os.sep) else _parts(storage.stamp(path))


def _parts(stamp: storage.Stamp | None) -> object:
    return None if stamp is None else (stamp.size, stamp.mtime, stamp.inode, stamp.changed)
