"""The lock on a plan's folder: those of us who write wait for each other.

It is a lock on the folder itself, which the system lets go with the process: no file is left behind, none grows stale.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread

from alignplan.errors import Misuse
from alignplan.storage import Unreadable, read, reason

__all__ = ["WAIT", "Busy", "locked"]

WAIT = 10.0
"""Seconds for which we wait for another writer."""


class Busy(Misuse):
    """Another run of ours has been writing for longer than we wait."""


@contextmanager
def locked(folder: str, wait: float = WAIT) -> Iterator[None]:
    """Nobody of us but the holder writes in `folder`. Raises :class:`Busy` after `wait` seconds, else Misuse."""
    handle = _opened(folder)
    try:
        free = _tried(folder, handle)
        waiting = None if free else _Waiting(handle)
    except BaseException:
        _let_go(handle)
        raise
    if waiting is not None:
        waiting.end(folder, wait)
    try:
        yield
    finally:
        _let_go(handle)


def _opened(folder: str) -> int:
    try:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise Misuse(f"cannot open the folder {folder}: {reason(error)}") from None


def _let_go(handle: int) -> None:
    with suppress(OSError):
        os.close(handle)


def _tried(folder: str, handle: int) -> bool:
    """Whether the lock was free. Raises Misuse where there are no locks: nothing is then written without one."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        raise Misuse("this system has no lock for folders, without which no plan is changed") from None
    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        message = f"cannot lock the folder {folder}: {reason(error)}"
        raise Misuse(message, "keep the plan on a file system that knows locks") from None
    return True


class _Waiting:
    """A thread that stands in the system's queue, in which the first who came is served first.

    Asking again and again would be simpler, and let the unlucky wait for ever.
    """

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._over = Event()
        self._guard = Lock()
        self._failure: OSError | None = None
        self._given_up = False
        Thread(target=self._queue, daemon=True).start()

    def _queue(self) -> None:
        from fcntl import LOCK_EX, flock

        try:
            flock(self._handle, LOCK_EX)
        except OSError as error:
            self._failure = error
        with self._guard:
            if self._given_up:
                _let_go(self._handle)  # by nobody else: its number may be another file's by then
            self._over.set()

    def end(self, folder: str, seconds: float) -> None:
        """Wait until the lock is ours; otherwise it is let go as soon as it is."""
        ours = False
        try:
            ours = self._over.wait(seconds) and self._failure is None
        finally:
            with self._guard:
                if not ours and self._over.is_set():
                    _let_go(self._handle)
                self._given_up = not ours
        if self._failure is not None:
            raise Misuse(f"cannot lock the folder {folder}: {reason(self._failure)}")
        if not ours:
            raise Busy(f"another alignplan is writing in this plan's folder{_holder(folder)}",
                       "wait until it has ended, then run the command again")  # fmt: skip


def _holder(folder: str) -> str:
    """Who holds the lock, where the system tells."""
    try:
        found = os.stat(folder)
        place = f"{os.major(found.st_dev):02x}:{os.minor(found.st_dev):02x}:{found.st_ino}"
        lines = read("/proc/locks").decode("ascii", "replace").splitlines()
    except (OSError, Unreadable):
        return ""
    for line in lines:
        words = line.split()
        if words[1:2] == ["FLOCK"] and words[5:6] == [place] and words[4].isdecimal() and words[4] != "0":
            return f": process {words[4]}{_command(words[4])}"
    return ""


def _command(process: str) -> str:
    try:
        words = read(f"/proc/{process}/cmdline").decode("utf-8", "replace").rstrip("\0").split("\0")
    except Unreadable:
        return ""
    typed = [os.path.basename(word) if number < 2 else word for number, word in enumerate(words)]
    if typed[0].startswith("python") and len(typed) > 1:
        del typed[0]
    return f" ({' '.join(typed)[:80]})" if any(typed) else ""
