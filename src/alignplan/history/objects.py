"""The objects of a repository by their hashes, all read by one process of git."""

from __future__ import annotations

import select
import subprocess
from collections.abc import Iterable, Mapping
from typing import IO, cast

from alignplan import storage
from alignplan.errors import Misuse
from alignplan.history import calls
from alignplan.history.calls import Git
from alignplan.history.trees import Entry, entries

__all__ = ["Missing", "Objects"]

_BATCH = 200
"""Questions at once: so many hashes fit into the smallest pipe, so that neither side waits for the other."""


class Missing(Exception):
    """An object that is not there, or cannot be read."""


class Objects:
    """Reads objects. `close` ends the process; it is begun again when something more is asked."""

    __slots__ = ("_git", "_process", "_rest", "_trees")

    def __init__(self, git: Git) -> None:
        self._git = git
        self._process: subprocess.Popen[bytes] | None = None
        self._rest = bytearray()
        self._trees: dict[str, Mapping[str, Entry]] = {}

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        self._rest.clear()
        if process is not None:
            process.kill()
            process.communicate()

    def tree(self, id: str) -> Mapping[str, Entry]:
        """What a folder holds, by name. Raises Missing."""
        found = self._trees.get(id)
        if found is None:
            found = self._trees[id] = entries(self._read(id, b"tree", storage.LARGEST), len(id) // 2)
        return found

    def put_tree(self, id: str, held: Mapping[str, Entry]) -> None:
        """Give the content of a folder that is no object, under a name that no object has."""
        self._trees[id] = held

    def blob(self, id: str, limit: int = storage.LARGEST) -> bytes:
        """The content of a file. Raises Missing, and :class:`alignplan.storage.Unreadable` over the limit."""
        return self._read(id, b"blob", limit)

    def commits(self, ids: Iterable[str]) -> Iterable[bytes]:
        """The texts of commits, in order. Raises Missing."""
        waiting = list(ids)
        for at in range(0, len(waiting), _BATCH):
            some = waiting[at : at + _BATCH]
            self._ask("".join(f"{id}\n" for id in some))
            yield from [self._answer(id, b"commit", storage.LARGEST) for id in some]

    # ------------------------------------------------------------ the process

    def _read(self, id: str, kind: bytes, limit: int) -> bytes:
        self._ask(f"{id}\n")
        return self._answer(id, kind, limit)

    def _ask(self, question: str) -> None:
        if self._process is None:
            self._process = self._git.start("cat-file", "--batch")
        try:
            cast("IO[bytes]", self._process.stdin).write(question.encode("ascii"))
        except OSError:
            self.close()
            raise Missing from None

    def _answer(self, id: str, kind: bytes, limit: int) -> bytes:
        head = self._line().split(b" ")
        if len(head) != 3:
            raise Missing(id)
        size = int(head[2])
        if size > limit:
            self.close()  # quicker than to read what nobody wants
            raise storage.Unreadable(f"it has {size:,} bytes, more than the {limit:,} that are read")
        content = self._take(size + 1)[:size]
        if head[1] != kind:
            raise Missing(id)
        return content

    def _line(self) -> bytes:
        while (end := self._rest.find(b"\n")) < 0:
            self._fill()
        return self._take(end + 1)[:end]

    def _take(self, size: int) -> bytes:
        while len(self._rest) < size:
            self._fill()
        taken = bytes(self._rest[:size])
        del self._rest[:size]
        return taken

    def _fill(self) -> None:
        """Add to what was read. Raises Missing where git has ended, Misuse where it says nothing for long."""
        assert self._process is not None
        stream = cast("IO[bytes]", self._process.stdout)
        if not select.select([stream], [], [], calls.PATIENCE)[0]:
            self.close()
            raise Misuse(
                f"git did not answer within {calls.PATIENCE:g} seconds", "see whether `git fsck` does"
            )
        part = stream.read(1 << 16)
        if not part:
            self.close()
            raise Missing
        self._rest += part
