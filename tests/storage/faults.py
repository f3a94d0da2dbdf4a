"""Operations on files that fail, one after the other, and folders compared with what they were."""

from __future__ import annotations

import fcntl
import os
import signal
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

OPERATIONS = ("fchmod", "fchown", "fsync", "fstat", "link", "lstat", "mkdir", "open", "read", "rename", "replace", "rmdir",
              "scandir", "stat", "unlink", "utime", "write")  # fmt: skip

LOOKING = ("fstat", "lstat", "read", "scandir", "stat")
"""After these everything is as it was: a run that is killed before the next is killed at the same place."""

State = dict[str, str]


class Counter:
    """How many operations there were, and before which one something was done: its name and its last argument."""

    def __init__(self) -> None:
        self.seen = 0
        self.at_act: tuple[object, ...] = ()


@contextmanager
def at_operation(
    number: int, act: Callable[[], object], *, on: bool = False, but: Collection[str] = ()
) -> Iterator[Counter]:
    """Before the operation of that number (`on`: and each later one) `act` is called, which may raise.

    Operations named in `but` do not count.
    """
    counter = Counter()
    close = os.close

    def count(*operation: object) -> None:
        counter.seen += 1
        if counter.seen == number or (on and counter.seen > number):
            counter.at_act = (operation[0], operation[-1])
            act()

    def counted(name: str, whole: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*arguments: Any, **named: Any) -> Any:
            count(name, *arguments)
            return whole(*arguments, **named)

        return operation

    def closed(handle: int) -> None:
        """It is closed whatever is said of it; nothing is said of one that was only read."""
        is_written = fcntl.fcntl(handle, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY
        close(handle)
        if is_written:
            count("close", handle)

    with ExitStack() as patches:
        for name in set(OPERATIONS) - set(but):
            patches.enter_context(patch.object(os, name, counted(name, getattr(os, name))))
        patches.enter_context(patch.object(os, "close", closed))
        patches.enter_context(patch.object(fcntl, "flock", counted("flock", fcntl.flock)))
        yield counter


def raising(error: BaseException) -> Callable[[], object]:
    """An act that raises."""

    def act() -> None:
        raise error

    return act


def state(folder: Path) -> State:
    """Every file with its content and mode; every folder with its mode; hidden ones too."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name, mode = path.relative_to(folder).as_posix(), oct(path.lstat().st_mode)
        if path.is_symlink():
            found[name] = f"-> {os.readlink(path)}"
        else:
            found[name] = mode if path.is_dir() else f"{mode} {path.read_text(errors='replace')}"
    return found


def child(act: Callable[[], object], number: int, disturb: Callable[[], object]) -> int:
    """Carry out `act` in a process of its own, which is disturbed at an operation; how it ended."""
    process = os.fork()
    if process == 0:
        ended = 9
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            with at_operation(number, disturb, but=LOOKING) as counter:
                act()
            ended = 0 if counter.seen < number else 1
        except KeyboardInterrupt:
            ended = 2
        finally:
            os._exit(ended)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def files(found: State) -> State:
    """The plan's files alone: an empty folder may stay of a run that was killed, and what the next one takes away."""
    return {
        name: kept
        for name, kept in found.items()
        if not kept.startswith("0o4") and ".alignplan-change" not in name
    }
