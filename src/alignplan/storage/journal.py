"""The journal of a change over several files: what is to be finished or taken back if the run does not live to end it.

It is data only, and names nothing but files in the plan's folder. It counts where it is sealed, and where the file
system says that it was written at the nanosecond that stands in it: what came with a checkout is nobody's change.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
import time
from collections.abc import Iterator

from alignplan.records import record
from alignplan.storage import JOURNAL, LARGEST, Unreadable, digest, read
from alignplan.storage.files import is_there, put, sync_folder
from alignplan.storage.within import is_local, may_be_changed, real_path

__all__ = ["Foreign", "Journal", "Step"]

_ABOUT = "A change of this plan that was interrupted. The next run of alignplan finishes it or takes it back."
_TOKEN = re.compile(r"[0-9a-f]{16}\Z")
_DIGEST = re.compile(r"[0-9a-f]{32}\Z")


class Foreign(Exception):
    """A journal that no run of ours left here."""


@record
class Step:
    """One file, by its real path in the folder, and the digests of what it held and will hold; none: no file."""

    number: int
    path: str
    old: str | None
    new: str | None


@record
class Journal:
    """All that one change does. `made` are the folders that it makes, the outer ones first."""

    home: str
    """The real path of the plan's folder."""
    token: str
    """What tells the files of this change from those of others."""
    steps: tuple[Step, ...]
    made: tuple[str, ...] = ()

    @property
    def marker(self) -> str:
        """An empty file in the plan's folder, there as long as a file of this change may be."""
        return os.path.join(self.home, f"{JOURNAL}.{self.token}")

    def target(self, step: Step) -> str:
        """The file of a step."""
        return os.path.join(self.home, step.path)

    def coming(self, step: Step) -> str:
        """Where the new content waits, beside the file."""
        return self._beside(step, "new")

    def going(self, step: Step) -> str:
        """Where what was there is kept, beside the file."""
        return self._beside(step, "old")

    def _beside(self, step: Step, end: str) -> str:
        folder = os.path.dirname(self.target(step))
        return os.path.join(folder, f"{JOURNAL}.{self.token}.{step.number}.{end}")

    def own_files(self) -> Iterator[str]:
        """All that this change puts beside the plan's files, but the journal itself; the marker comes last."""
        for step in self.steps:
            yield from (self.coming(step), self.going(step))
        yield f"{self.marker}.new"
        yield self.marker

    @property
    def folders(self) -> list[str]:
        """The folders in which names come and go."""
        inner = {os.path.dirname(self.target(step)) for step in self.steps}
        outer = {os.path.dirname(os.path.join(self.home, folder)) for folder in self.made}
        return sorted(inner | outer)

    def begin(self) -> None:
        """Put the journal in its place: from here on the change is finished or taken back. Raises `OSError`."""
        temporary, place = f"{self.marker}.new", os.path.join(self.home, JOURNAL)
        now = time.time_ns()
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
        try:
            os.utime(handle, ns=(now, now))
            written = os.fstat(handle).st_mtime_ns  # as exactly as this file system keeps it
            put(handle, self._sealed(written))
            os.utime(handle, ns=(written, written))
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temporary, place)
        sync_folder(self.home)

    def _sealed(self, written: int) -> bytes:
        steps = [[step.path, step.old, step.new] for step in self.steps]
        data = {"about": _ABOUT, "token": self.token, "made": self.made, "steps": steps}
        body = f"{written}\n{json.dumps(data)}\n".encode()
        return digest(body).encode() + b" " + body

    def end(self) -> None:
        """Take the journal away: the change is over. Raises `OSError`."""
        place = os.path.join(self.home, JOURNAL)
        if is_there(place):
            os.unlink(place)

    @classmethod
    def left_in(cls, home: str) -> Journal:
        """The journal in a folder; raises :class:`Foreign` for one that is not ours, and `OSError`."""
        data = _unsealed(os.path.join(home, JOURNAL))
        try:
            said = json.loads(data)
            steps = tuple(Step(number, *step) for number, step in enumerate(said["steps"]))
            journal = cls(home, said["token"], steps, tuple(said["made"]))
            if _holds(journal):
                return journal
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            pass
        raise Foreign


def _unsealed(path: str) -> bytes:
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        raise Foreign
    try:
        seal, _, body = read(path).partition(b" ")
    except Unreadable as why:
        raise OSError(errno.EIO, str(why)) from None
    written, _, data = body.partition(b"\n")
    if seal != digest(body).encode() or written != str(found.st_mtime_ns).encode():
        raise Foreign
    return data


def _holds(journal: Journal) -> bool:
    """Whether a journal names only what a change of ours can be about."""
    paths = [step.path for step in journal.steps]
    digests = [kept for step in journal.steps for kept in (step.old, step.new) if kept is not None]
    return (
        _TOKEN.match(journal.token) is not None
        and all(_DIGEST.match(kept) for kept in digests)
        and all(step.old != step.new for step in journal.steps)
        and len(paths) == len(set(paths))
        and all(_is_ours(journal.home, path) for path in (*paths, *journal.made))
    )


def _is_ours(home: str, path: str) -> bool:
    return is_local(path) and may_be_changed(path) and real_path(home, path) == path
