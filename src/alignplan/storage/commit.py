"""Carrying a change out: all of it or nothing, whatever the system refuses on the way.

All that is new is on the disk before the first file is touched, and all that was there stays beside it until the end.
"""

from __future__ import annotations

import errno
import os
import signal
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from alignplan.errors import Misuse
from alignplan.records import record
from alignplan.storage import Unreadable, digest, pending, read, reason, remove
from alignplan.storage.files import is_there, keep, make_file, put_new, sync_folder
from alignplan.storage.journal import Journal, Step

__all__ = ["Progress", "Wanted", "apply", "carry_out", "changed", "clear", "digest_at", "take_back",
           "undisturbed"]  # fmt: skip


@record
class Wanted:
    """One file by its real path in the folder, what was read of it and what it will hold; none: no file."""

    path: str
    old: bytes | None
    new: bytes | None


class Progress:
    """How far a change has come: what is being written, and the steps of which something may be done."""

    __slots__ = ("begun", "what")

    def __init__(self, what: str = "") -> None:
        self.what = what
        self.begun: list[Step] = []


def carry_out(home: str, wanted: Sequence[Wanted], unchanged: Callable[[], None]) -> None:
    """Make every change or none, with the lock on `home` held. Raises Misuse.

    `unchanged` raises Misuse where what the change was made of is no longer what was read.
    """
    unchanged()
    progress = Progress(f"into {home}")
    try:
        journal = _planned(home, wanted)
    except OSError as error:
        raise _refused(progress, error) from error
    try:
        _make_ready(journal, wanted, progress)
        unchanged()
        if len(wanted) > 1:
            journal.begin()
        apply(journal, journal.steps, progress)
        journal.end()
    except BaseException as error:
        _give_up(journal, progress, error)
        clear(journal)
        if isinstance(error, OSError):
            raise _refused(progress, error) from error
        raise
    clear(journal)


def _refused(progress: Progress, error: OSError) -> Misuse:
    return Misuse(f"cannot write {progress.what}: {reason(error)}", "nothing was written")


def _planned(home: str, wanted: Iterable[Wanted]) -> Journal:
    steps = tuple(
        Step(number, one.path, _digest(one.old), _digest(one.new)) for number, one in enumerate(wanted)
    )
    missing: set[str] = set()
    for step in steps:
        folder = os.path.dirname(step.path) if step.new is not None else ""
        while folder and not is_there(os.path.join(home, folder)):
            missing.add(folder)
            folder = os.path.dirname(folder)
    return Journal(home, os.urandom(8).hex(), steps, tuple(sorted(missing)))


def _digest(content: bytes | None) -> str | None:
    return None if content is None else digest(content)


def _make_ready(journal: Journal, wanted: Sequence[Wanted], progress: Progress) -> None:
    """Put all that is new beside what it will replace, and a second name on what is old. Raises `OSError`."""
    make_file(journal.marker, b"", lasting=False)
    for folder in journal.made:
        os.mkdir(os.path.join(journal.home, folder))
    for step, one in zip(journal.steps, wanted, strict=True):
        progress.what, target = f"`{step.path}`", journal.target(step)
        if one.old is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        if one.old is not None and one.new is not None:
            keep(target, journal.going(step), one.old)
        if one.new is not None:
            make_file(journal.coming(step), one.new, like=None if one.old is None else target)
    progress.what = f"into {journal.home}"
    if len(wanted) > 1:
        for folder in journal.folders:
            sync_folder(folder)


def apply(journal: Journal, steps: Iterable[Step], progress: Progress) -> None:
    """Make the steps; each counts as begun before anything of it is done.

    Raises `OSError`, and Misuse where others saved a file since it was read.
    """
    for step in steps:
        progress.what = f"`{step.path}`"
        if digest_at(journal.target(step)) != step.old:
            raise changed(step.path)
        progress.begun.append(step)
        try:
            _make(journal, step)
        except FileExistsError:
            raise changed(step.path) from None
        if step.old is not None and digest_at(journal.going(step)) not in (step.old, None):
            raise changed(step.path)  # others saved it after we looked and before it was replaced
    for folder in journal.folders:
        sync_folder(folder)


def _make(journal: Journal, step: Step) -> None:
    """One step, so that what it puts away can still be looked at. Raises `OSError`."""
    target, coming = journal.target(step), journal.coming(step)
    if step.new is None:
        os.rename(target, journal.going(step))
    elif step.old is None:
        put_new(coming, target)
    else:
        os.replace(coming, target)


def take_back(journal: Journal, begun: Iterable[Step]) -> None:
    """Put back what was there before the steps. What others saved since then stays. Raises `OSError`.

    What is new goes first: from then on the change cannot be finished any more, should this be interrupted too.
    """
    for step in journal.steps:
        _gone(journal.coming(step))
    undone = list(begun)
    for step in undone:
        target, kept = journal.target(step), journal.going(step)
        if digest_at(target) != step.new:
            continue
        if step.old is None:
            _gone(target)
        elif is_there(kept):
            os.replace(kept, target)
    for folder in reversed(journal.made):
        remove(os.path.join(journal.home, folder), os.rmdir)
    for folder in journal.folders:
        if undone and os.path.isdir(folder):
            sync_folder(folder)


def _give_up(journal: Journal, progress: Progress, error: BaseException) -> None:
    """Take back what was begun; where even that fails, the journal stays for the next run."""
    try:
        take_back(journal, progress.begun)
        journal.end()
    except OSError as second:
        hint = f"look at {progress.what}"
        if pending(journal.home):
            hint = "the next run of alignplan finishes it or takes it back"
        raise Misuse(f"a change failed and could not be taken back: {reason(second)}", hint) from error


def clear(journal: Journal) -> None:
    """Take away what a change put beside the plan's files. What cannot be taken away is left to the next change."""
    try:
        _clear(journal)
    finally:  # what was refused only for a moment, or interrupted
        _clear(journal)


def _clear(journal: Journal) -> None:
    *inner, marker = journal.own_files()
    for path in inner:
        remove(path)
    if not any(os.path.lexists(path) for path in inner):
        remove(marker)


def digest_at(path: str) -> str | None:
    """The digest of a file; none where there is none. Raises `OSError`.

    It is empty for what is no file, and for one that changed, or gave way to another, while it was read.
    """
    try:
        before = os.lstat(path)
        if not stat.S_ISREG(before.st_mode):
            return ""
        now = digest(read(path))
        return now if _state(os.lstat(path)) == _state(before) else ""
    except (FileNotFoundError, NotADirectoryError):
        return None
    except Unreadable as why:
        raise OSError(errno.EIO, str(why)) from None


def _state(found: os.stat_result) -> tuple[int, ...]:
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def changed(path: str) -> Misuse:
    """The refusal to write over what others saved."""
    message = f"`{path}` was changed by another program in the meantime"
    return Misuse(message, "nothing was written; run the command again")


def _gone(path: str) -> None:
    if is_there(path):  # asked first: a file system that is read-only refuses even what is not there
        os.unlink(path)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C, and being asked to end, wait until this is over."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM, signal.SIGHUP))
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
