"""Where the files of a plan come from: its folder as it stands, or with some contents that are not on the disk yet."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from alignplan import storage

__all__ = ["Drafts", "Folder"]


class Folder:
    """The files in a folder, by their paths relative to it; links that lead out of it are not followed."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path
        """The folder itself, absolute."""

    def read(self, path: str) -> bytes:
        """The content of a file; raises :class:`alignplan.storage.Unreadable`."""
        return storage.read(os.path.join(self.path, path))

    def stamp(self, path: str) -> storage.Stamp | None:
        """The state of a file before it is read; none where there is no such file."""
        return storage.stamp(os.path.join(self.path, path))

    def digest(self, path: str) -> str:  # noqa: ARG002  here it is the same for all
        """What tells the content of a file from others, where that is known without reading it; else empty."""
        return ""

    def inside(self, path: str) -> bool:
        """Whether a path, with all links followed, stays in the folder."""
        return storage.inside(self.path, os.path.join(self.path, path))

    def exists(self, path: str) -> bool:
        """Whether there is anything of that name, a broken link too."""
        return os.path.lexists(os.path.join(self.path, path))

    def is_folder(self, path: str) -> bool:
        """Whether a folder has that name."""
        return os.path.isdir(os.path.join(self.path, path))

    def identity(self, path: str) -> object:
        """What two names of one file have in common; none where there is no such file."""
        try:
            found = os.stat(os.path.join(self.path, path))
        except OSError:
            return None
        return (found.st_dev, found.st_ino)

    def walk(self, visited: dict[str, storage.FolderState] | None = None) -> Iterator[str]:
        """All files below, sorted; `visited` is given the folders looked into: see :func:`alignplan.storage.walk`."""
        return storage.walk(self.path, visited)


class Drafts(Folder):
    """A folder as it would be if some files had other contents (none: if they were not there).

    `below` is what the others are read from: the folder on the disk, or as it was.
    """

    __slots__ = ("_below", "_contents")

    def __init__(self, path: str, contents: Mapping[str, bytes | None], below: Folder | None = None) -> None:
        super().__init__(path)
        self._contents = contents
        self._below = below or Folder(path)

    def read(self, path: str) -> bytes:
        """The drafted content, else that below."""
        if path not in self._contents:
            return self._below.read(path)
        content = self._contents[path]
        if content is None:
            raise storage.Unreadable("there is no such file")
        if len(content) > storage.LARGEST:
            raise storage.Unreadable(
                f"it has {len(content):,} bytes, more than the {storage.LARGEST:,} that are read"
            )
        return content

    def stamp(self, path: str) -> storage.Stamp | None:
        """None for a draft: it has no state on the disk."""
        return None if path in self._contents else self._below.stamp(path)

    def digest(self, path: str) -> str:
        """Not known of a draft without reading it."""
        return "" if path in self._contents else self._below.digest(path)

    def inside(self, path: str) -> bool:
        """Whether a path, with all links followed, stays in the folder."""
        return self._below.inside(path)

    def exists(self, path: str) -> bool:
        """Whether a draft or a file has that name."""
        return self._contents[path] is not None if path in self._contents else self._below.exists(path)

    def is_folder(self, path: str) -> bool:
        """Whether a folder has that name."""
        return path not in self._contents and self._below.is_folder(path)

    def identity(self, path: str) -> object:
        """A draft that is no file yet is known by its name."""
        there = self._below.identity(path)
        if path not in self._contents:
            return there
        return None if self._contents[path] is None else there or path

    def walk(self, visited: dict[str, storage.FolderState] | None = None) -> Iterator[str]:
        """The files below and the drafts, but for those that would be gone."""
        there = set(self._below.walk(visited))
        drafted = {path for path, content in self._contents.items() if content is not None}
        yield from sorted((there | drafted) - (self._contents.keys() - drafted))
