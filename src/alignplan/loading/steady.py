"""A plan is read as one: not while a change is half made, and again where a file changed before the last was read."""

from __future__ import annotations

from collections.abc import Callable

from alignplan import storage
from alignplan.loading.load import Loaded, load
from alignplan.storage.folders import Folder

__all__ = ["load_steady"]

_TRIES = 2
"""After these no other run of ours writes while we read; an editor that saves without end does not keep us from it."""


def load_steady(
    folder: Folder, name: str, watch: Callable[[int, int], object] | None = None, *, faces: bool = False
) -> Loaded:
    """As :func:`alignplan.loading.load.load`, after a change of ours that is being made or was interrupted.

    The answer has a `note` where that could not be waited for, finished or taken back.
    """
    for _ in range(_TRIES):
        note = _settled(folder)
        loaded = load(folder, name, watch, faces=faces)
        if note or not _moved(folder, loaded):
            break
    else:
        with storage.calm(folder.path) as note:
            loaded = load(folder, name, watch, faces=faces)
    loaded.note = note
    return loaded


def _settled(folder: Folder) -> str:
    return storage.settle(folder.path) if storage.pending(folder.path) else ""


def _moved(folder: Folder, loaded: Loaded) -> bool:
    """Whether what was read may be partly of before a change and partly of after it."""
    return (
        storage.pending(folder.path)
        or any(_differs(folder, file.path, file.stamp) for file in loaded.files)
        or any(
            _differs(folder, series.path, series.stamp)
            for series in loaded.series
            if series.stamp is not None
        )
        or any(_other_names(path, state) for path, state in loaded.folders.items())
    )


def _differs(folder: Folder, path: str, before: storage.Stamp | None) -> bool:
    if before is None:
        return not folder.exists(path)
    now = folder.stamp(path)
    return now is None or _parts(now) != _parts(before)


def _parts(stamp: storage.Stamp) -> tuple[int, ...]:
    return stamp.size, stamp.mtime, stamp.inode, stamp.changed


def _other_names(path: str, state: storage.FolderState) -> bool:
    return storage.folder_changed(path) != state[0] and storage.folder_state(path)[1] != state[1]
