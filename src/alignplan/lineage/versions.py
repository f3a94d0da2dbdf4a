"""The files of a plan in one version, read as far as links need them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from alignplan import storage
from alignplan.lineage.entries import EntriesReader, FileEntries
from alignplan.lineage.table import Table
from alignplan.loading.discover import included
from alignplan.storage.folders import Folder
from alignplan.text.encoding import decode

__all__ = ["Reader"]

_NOTHING = FileEntries({}, {})
_BROKEN = FileEntries({}, {}, whole=False)
_MOST_KEPT = 5_000


class Reader:
    """Reads versions of the plan with a root file of that name, each content once."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._known: dict[str, FileEntries] = {}
        self._reader = EntriesReader()
        self.complete = True
        """Whether all that was asked for could be read."""

    def take(self, table: Table, at: int, folder: Folder, sources: Iterable[Folder]) -> bool:
        """Take a table further to what the folder holds; false where the root cannot be read, and the table stays.

        Another file that cannot be read says what it said before. `sources` are where files as they were can be found.
        """
        files = self._files(folder)
        if files is None:
            return False
        new: list[FileEntries] = []
        for path, id in list(files.items()):
            if table.files.get(path) == id:
                continue
            entries = self._entries(folder, path)
            if entries.whole:
                new.append(entries)
            elif path in table.files:
                files[path] = table.files[path]
            else:
                del files[path]
        gone = [path for path, id in table.files.items() if files.get(path) != id]
        old = [self._as_it_was(path, table.files[path], sources) for path in gone]
        table.take(at, old, new)
        table.files = files
        return True

    def _files(self, folder: Folder) -> dict[str, str] | None:
        """The files, each with the hash of its content; none where the root cannot be read."""
        root = self._entries(folder, self._name)
        if not root.whole:
            return None
        paths = [self._name, *included(folder, root.include, self._name).paths]
        return {path: _id_of(folder, path) for path in paths}

    def _entries(self, folder: Folder, path: str) -> FileEntries:
        id = _id_of(folder, path)
        if id not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            self._known[id] = self._read(folder, path)
        return self._known[id]

    def _as_it_was(self, path: str, id: str, sources: Iterable[Folder]) -> FileEntries:
        if id in self._known:
            return self._known[id]
        for folder in sources:
            if _id_of(folder, path) == id:
                return self._entries(folder, path)
        return _NOTHING

    def _read(self, folder: Folder, path: str) -> FileEntries:
        try:
            text, fault = decode(folder.read(path))
        except storage.Unreadable:
            self.complete = False
            return _BROKEN
        return _BROKEN if fault is not None else self._reader.read(text)


def _id_of(folder: Folder, path: str) -> str:
    """The hash that git gives to the content of a file; empty where it cannot be read."""
    known = folder.digest(path)
    if known:
        return known
    try:
        content = folder.read(path)
    except storage.Unreadable:
        return ""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
