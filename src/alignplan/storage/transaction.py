"""Changing a plan's files: what is read, decided and written as one, while no other run of ours writes.

with change(folder) as draft:
    text = draft.read("alignplan.yaml")
    draft.write("alignplan.yaml", text.replace(b"old", b"new"))
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from alignplan.errors import Misuse
from alignplan.storage import LARGEST, Unreadable, read, reason
from alignplan.storage.commit import Wanted, carry_out, changed, undisturbed
from alignplan.storage.files import is_there
from alignplan.storage.lock import WAIT, locked
from alignplan.storage.recovery import recover
from alignplan.storage.within import is_local, may_be_changed, real_path

__all__ = ["Draft", "change"]


@contextmanager
def change(folder: str, wait: float = WAIT) -> Iterator[Draft]:
    """Change files of the plan in `folder`. All is written when the block ends, and nothing where it raises.

    Waits up to `wait` seconds for other writers, and first finishes or takes back what an interrupted change left.
    Raises Misuse: then every file is as it was.
    """
    home = os.path.realpath(folder)
    with locked(home, wait):
        recover(home)
        draft = Draft(home)
        yield draft
        draft.commit(wait)


class Draft:
    """Files as they are going to be. Paths are relative to the plan's folder, with forward slashes.

    A link to a file in the folder stands for that file; one that leads out of it is refused.
    """

    def __init__(self, home: str) -> None:
        self._home = home
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes | None] = {}
        self._called: dict[str, str] = {}

    def read(self, path: str) -> bytes:
        """What a file holds, with what this draft changed in it. Raises Misuse where it cannot be read."""
        content = self.find(path)
        if content is None:
            raise Misuse(f"`{path}` cannot be read: there is no such file")
        return content

    def find(self, path: str) -> bytes | None:
        """The same; none where there is no such file."""
        real = self._real(path)
        if real in self._after:
            return self._after[real]
        if real not in self._before:
            self._before[real] = self._content(real)
        return self._before[real]

    def write(self, path: str, content: bytes) -> None:
        """Let a file hold this. What is there must have been read: nothing is replaced unseen. Raises Misuse."""
        if len(content) > LARGEST:
            raise Misuse(
                f"`{path}` would have {len(content):,} bytes, more than the {LARGEST:,} that are read"
            )
        real = self._real(path)
        if real not in self._before and self.find(path) is not None:
            del self._before[real]
            raise Misuse(f"`{path}` is there already")
        self._after[real] = content

    def remove(self, path: str) -> None:
        """Let there be no such file. Raises Misuse where there is none, and for a link."""
        self.read(path)
        if os.path.islink(os.path.join(self._home, path)):
            raise Misuse(f"`{path}` is a link", "remove it by hand, or name the file that it leads to")
        self._after[self._real(path)] = None

    def commit(self, wait: float = WAIT) -> None:
        """Write all of it or nothing; what is as it was is not written. Raises Misuse.

        The folders of the files are locked too: one of them may hold a plan of its own, which others change.
        """
        wanted = [Wanted(path, self._before[path], new) for path, new in self._after.items()]
        wanted = [one for one in wanted if one.old != one.new]
        folders = {os.path.dirname(os.path.join(self._home, one.path)) for one in wanted} - {self._home}
        with ExitStack() as locks:
            for folder in sorted(folder for folder in folders if os.path.isdir(folder)):
                locks.enter_context(locked(folder, wait))
            if wanted:
                locks.enter_context(undisturbed())
                carry_out(self._home, wanted, self._unchanged)

    def _unchanged(self) -> None:
        """All that was read is what the change was made of, whether it is written or not."""
        for real, content in self._before.items():
            if self._content(real) != content:
                raise changed(self._called[real])

    def _real(self, path: str) -> str:
        plain = posixpath.normpath(path) if path else path
        real = real_path(self._home, plain) if is_local(plain) else None
        if real is None:
            raise Misuse(f"`{path}` leads out of the plan's folder", "change the file where it is")
        if not (may_be_changed(plain) and may_be_changed(real)):
            raise Misuse(f"`{path}` is no file of a plan")
        self._called.setdefault(real, path)
        return real

    def _content(self, real: str) -> bytes | None:
        full = os.path.join(self._home, real)
        try:
            return read(full) if is_there(full) else None
        except Unreadable as why:
            words = str(why)
        except OSError as error:
            words = reason(error)
        raise Misuse(f"`{self._called[real]}` cannot be read: {words}")
