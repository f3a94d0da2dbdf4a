"""What an interrupted change left: it is finished where it can be, else taken back, and nothing of it stays behind."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from alignplan.errors import Misuse
from alignplan.storage import JOURNAL, names, pending, reason, remove
from alignplan.storage.commit import Progress, apply, clear, digest_at, take_back, undisturbed
from alignplan.storage.files import is_there
from alignplan.storage.journal import Foreign, Journal, Step
from alignplan.storage.lock import WAIT, Busy, locked

__all__ = ["calm", "recover", "settle"]

_MARKER = re.compile(re.escape(JOURNAL) + r"\.([0-9a-f]{16})\Z")
_OWN_FILE = re.compile(re.escape(JOURNAL) + r"\.([0-9a-f]{16})(?:\.[0-9]{1,6})?\.(?:new|old)\Z")


def settle(folder: str, wait: float = WAIT) -> str:
    """Before a plan is read: wait for a change that is being made, finish or take back one that was interrupted.

    Gives what to tell where that cannot be: the plan is then read as it is. Costs one look where there is nothing.
    """
    if not pending(folder):
        return ""
    with calm(folder, wait) as note:
        return note


@contextmanager
def calm(folder: str, wait: float = WAIT) -> Iterator[str]:
    """The same, and while the block lasts no other run of ours writes in the folder."""
    home, note = os.path.realpath(folder), ""
    with ExitStack() as held:
        try:
            held.enter_context(locked(home, wait))
            recover(home)
        except Busy as busy:
            note = f"{busy.message}: part of a change may be missing in what is read"
        except Misuse as misuse:
            note = f"{misuse.message}{'; ' if misuse.hint else ''}{misuse.hint}"
        yield note


def recover(home: str) -> None:
    """Finish or take back what interrupted changes left in the folder with this real path, whose lock is held.

    Raises Misuse where neither can be.
    """
    try:
        if is_there(os.path.join(home, JOURNAL)):
            _settle_change(home)
    except OSError as error:
        raise Misuse(f"cannot look into {home}: {reason(error)}") from error
    _sweep(home)


def _settle_change(home: str) -> None:
    try:
        with undisturbed():
            _recover(home)
    except Foreign:
        raise Misuse(f"`{JOURNAL}` in the plan's folder was not left by a run of alignplan here",
                     "delete it if the plan says what it should") from None  # fmt: skip
    except OSError as error:
        message = (
            f"a change of this plan was interrupted, and cannot be finished or taken back: {reason(error)}"
        )
        raise Misuse(message, "run alignplan once where this folder can be written") from error


def _recover(home: str) -> None:
    journal = Journal.left_in(home)
    undone = [step for step in journal.steps if digest_at(journal.target(step)) == step.old]
    if all(_can_go_on(journal, step) for step in journal.steps):
        apply(journal, undone, Progress())
    elif all(_can_go_back(journal, step) for step in journal.steps):
        take_back(journal, [step for step in journal.steps if step not in undone])
    else:
        files = ", ".join(f"`{step.path}`" for step in journal.steps)
        raise Misuse(f"a change of {files} was interrupted, and can be neither finished nor taken back",
                     f"look at these files, then delete `{JOURNAL}` in the plan's folder")  # fmt: skip
    journal.end()
    clear(journal)


def _can_go_on(journal: Journal, step: Step) -> bool:
    """Whether a step is done, or can be; a file that others saved after it was done is theirs."""
    now, waiting = digest_at(journal.target(step)), digest_at(journal.coming(step))
    if now == step.old:
        return step.new is None or waiting == step.new
    return now == step.new or (step.new is not None and waiting is None)


def _can_go_back(journal: Journal, step: Step) -> bool:
    """Whether a step is not done, or can be undone; a file that others saved is left to them."""
    if digest_at(journal.target(step)) != step.new:
        return True
    return step.old is None or digest_at(journal.going(step)) == step.old


def _sweep(home: str) -> None:
    """Take away what killed runs left beside the plan's files: those whose marker is there, since we have the lock."""
    stale = {found[1] for name in names(home) if (found := _MARKER.match(name))}
    if not stale:
        return
    for here, folders, files in os.walk(home):
        folders[:] = [name for name in folders if name.lower() != ".git"]
        for name in files:
            own = _OWN_FILE.match(name)
            if own and own[1] in stale:
                remove(os.path.join(here, name))
    for token in stale:
        remove(os.path.join(home, f"{JOURNAL}.{token}"))
