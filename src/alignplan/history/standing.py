"""The files that decide where HEAD stands: as long as they are as they were, git answers what it answered."""

from __future__ import annotations

import os
from collections.abc import Iterator

from alignplan import storage

__all__ = ["deciding"]

_MOST_LINKS = 5
_LARGEST = 1 << 24


def deciding(folder: str) -> tuple[list[str], list[str]]:
    """The files that decide it for the repository around a folder, and the names that must stay free.

    Without a repository there are no such files, and no `.git` may come to the folder or to one above it.
    """
    free: list[str] = []
    above = os.path.realpath(folder)
    while True:
        found = os.path.join(above, ".git")
        if os.path.lexists(found):
            return list(_files(found)), free
        free.append(found)
        parent = os.path.dirname(above)
        if parent == above:
            return [], free
        above = parent


def _files(found: str) -> Iterator[str]:
    """Of a repository, or of a worktree, whose `.git` is a file that says where its own folder is."""
    own = found
    if os.path.isfile(found):
        yield found
        own = os.path.join(os.path.dirname(found), _text(found).removeprefix("gitdir:").strip())
    pointer = os.path.join(own, "commondir")
    yield pointer
    common = os.path.join(own, _text(pointer)) if _text(pointer) else own
    name = "HEAD"
    for _ in range(_MOST_LINKS):
        here = own if name == "HEAD" else common
        yield os.path.join(here, name)
        said = _text(os.path.join(here, name))
        if not said.startswith("ref:"):
            break
        name = said.removeprefix("ref:").strip()
    for folder in dict.fromkeys((own, common)):
        yield os.path.join(folder, "reftable", "tables.list")
    yield os.path.join(common, "packed-refs")
    yield os.path.join(common, "shallow")


def _text(path: str) -> str:
    try:
        return storage.read(path, _LARGEST).decode("utf-8", "surrogateescape").strip()
    except storage.Unreadable:
        return ""
