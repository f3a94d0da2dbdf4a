"""The files of a plan at a commit, or as they are staged: another place for a plan's files to come from."""

from __future__ import annotations

import os
from collections.abc import Iterator

from alignplan import storage
from alignplan.errors import Misuse
from alignplan.history.objects import Missing, Objects
from alignplan.history.trees import Entry
from alignplan.storage.folders import Folder

__all__ = ["Revision"]

_MOST_LINKS = 40
_MOST_FILES = 200_000
_LONGEST_TARGET = 4096
_AWAY = "it leads out of the plan's folder"
_GONE = "there is no such file"


class Revision(Folder):
    """A folder as git keeps it; links inside of it are followed, as in a folder on the disk, others are not.

    `path` is where the folder stands, or would stand. What was read is kept, so that it can be shown once the objects
    are closed.
    """

    __slots__ = ("_contents", "_objects", "_top", "commit", "submodules")

    def __init__(self, path: str, objects: Objects, top: Entry, commit: str = "") -> None:
        super().__init__(path)
        self.commit = commit
        """The hash of the commit; empty of what is staged."""
        self._objects = objects
        self._top = top
        self._contents: dict[str, bytes] = {}
        self.submodules: dict[str, None] = {}
        """Folders that were looked into whose files are in another repository, as paths."""

    @property
    def id(self) -> str:
        """The hash of the folder's tree."""
        return self._top.id

    def close(self) -> None:
        """Let go of git."""
        self._objects.close()

    def digest(self, path: str) -> str:
        """The hash of a file's content; empty where it cannot be read."""
        try:
            entry = self._followed(path)[1]
        except storage.Unreadable:
            return ""
        return "" if entry.is_folder or entry.is_submodule else entry.id

    def read(self, path: str) -> bytes:
        """The content of a file; raises :class:`alignplan.storage.Unreadable`."""
        _, entry = self._followed(path)
        if entry.is_folder or entry.is_submodule:
            raise storage.Unreadable("it is a folder")
        if entry.id not in self._contents:
            self._contents[entry.id] = self._content(entry.id, storage.LARGEST)
        return self._contents[entry.id]

    def stamp(self, path: str) -> storage.Stamp | None:  # noqa: ARG002  the same for every path
        """None: nothing of it changes, so nothing has a state on the disk."""
        return None

    def inside(self, path: str) -> bool:
        """Whether a path, with all links followed, stays in the folder."""
        try:
            self._followed(path)
        except storage.Unreadable as reason:
            return str(reason) != _AWAY
        return True

    def exists(self, path: str) -> bool:
        """Whether there is anything of that name, a broken link too."""
        try:
            self._followed(path, last=False)
        except storage.Unreadable:
            return False
        return True

    def is_folder(self, path: str) -> bool:
        """Whether a folder has that name."""
        try:
            entry = self._followed(path)[1]
        except storage.Unreadable:
            return False
        return entry.is_folder or entry.is_submodule

    def identity(self, path: str) -> object:
        """Where a path leads in the end; none where there is no such file."""
        try:
            return self._followed(path)[0]
        except storage.Unreadable:
            return None

    def walk(self, visited: dict[str, storage.FolderState] | None = None) -> Iterator[str]:  # noqa: ARG002  see above
        """All files below, sorted; links to folders are not followed."""
        found: list[str] = []
        folders = [("", self._top)]
        while folders:
            below, top = folders.pop()
            for name, entry in self._held(top).items():
                path = f"{below}/{name}" if below else name
                if entry.is_submodule:
                    self.submodules[path] = None
                elif not entry.is_folder:
                    found += [] if name.startswith(storage.JOURNAL) else [path]
                elif not name.startswith("."):
                    folders.append((path, entry))
            if len(found) > _MOST_FILES:
                raise Misuse(
                    f"the plan's folder holds more than {_MOST_FILES:,} files", "give the plan one of its own"
                )
        yield from sorted(found)

    # ------------------------------------------------------------ names

    def _followed(self, path: str, *, last: bool = True) -> tuple[str, Entry]:
        """Where a path leads, links followed (`last`: also where the whole is one); raises Unreadable."""
        waiting = path.split("/")[::-1]
        way: list[tuple[str, Entry]] = []
        links = 0
        while waiting:
            name = waiting.pop()
            if name in ("", "."):
                continue
            if name == "..":
                if not way:
                    raise storage.Unreadable(_AWAY)
                way.pop()
                continue
            entry = self._named(name, way)
            if entry.is_link and (waiting or last):
                links += 1
                if links > _MOST_LINKS:
                    raise storage.Unreadable("too many levels of symbolic links")
                waiting.extend(self._target(entry).split("/")[::-1])
            else:
                way.append((name, entry))
        return "/".join(name for name, _ in way), way[-1][1] if way else self._top

    def _named(self, name: str, way: list[tuple[str, Entry]]) -> Entry:
        above = way[-1][1] if way else self._top
        if above.is_submodule:
            self.submodules["/".join(name for name, _ in way)] = None
        entry = self._held(above).get(name) if above.is_folder else None
        if entry is None:
            raise storage.Unreadable(_GONE)
        return entry

    def _target(self, link: Entry) -> str:
        target = os.fsdecode(self._content(link.id, _LONGEST_TARGET))
        if target.startswith("/"):
            raise storage.Unreadable(_AWAY)
        return target

    def _held(self, folder: Entry) -> dict[str, Entry]:
        try:
            return dict(self._objects.tree(folder.id)) if folder.id else {}
        except Missing:
            raise Misuse(
                "git cannot read a folder of the plan: it is damaged", "`git fsck` tells more"
            ) from None

    def _content(self, id: str, limit: int) -> bytes:
        try:
            return self._objects.blob(id, limit)
        except Missing:
            raise storage.Unreadable("git cannot read it: the repository is cut short or damaged") from None
