"""A verdict renewed after a few files changed: where that is sure, only those are read and judged again.

What it takes was kept beside the verdict: see :mod:`alignplan.linting.memory`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence

from alignplan import storage
from alignplan.cache import verdicts
from alignplan.cache.answers import from_data, to_data
from alignplan.diagnostics.baseline import BASELINE
from alignplan.diagnostics.report import CheckAnswer
from alignplan.errors import Misuse
from alignplan.linting.again import judged_again
from alignplan.linting.memory import Memory
from alignplan.storage.folders import Folder

__all__ = ["renew"]


def renew(
    key: str, entry: verdicts.Entry, changed: Sequence[str], root: str, shown: Callable[[str], str]
) -> verdicts.Entry | None:
    """The entry for the plan as it is now; none where it has to be checked as a whole.

    `changed` are the files that differ from the entry's, absolute, `root` the root file; `shown` turns a path relative
    to its folder into one to print.
    """
    made = time.time_ns()
    folder = os.path.dirname(root)
    kept = _kept(key, entry)
    paths = [os.path.relpath(path, folder).replace(os.sep, "/") for path in changed]
    if kept is None or not all(path in kept[0].files for path in paths):
        return None
    again = judged_again(Folder(folder), *kept, paths, shown)
    if again is None:
        return None
    answer = _without_known(entry, Folder(folder), again.answer)
    if answer is None:
        return None
    read = {os.path.join(folder, file.path): (file.stamp, file.digest) for file in again.files}
    whole = to_data(again.answer) if answer.known else None
    new = verdicts.renewed(entry, made, read, to_data(answer), whole)
    verdicts.store(key, new)
    verdicts.store_memory(key, new, again.memory.to_data())
    return new


def _without_known(entry: verdicts.Entry, folder: Folder, answer: CheckAnswer) -> CheckAnswer | None:
    """The answer without what the baseline has; none where that is not the one of the entry any more."""
    known = entry["files"][os.path.join(folder.path, BASELINE)][4]
    if known == verdicts.NOTHING:
        return answer
    from alignplan.linting.known import kept_baseline, of_baseline

    try:
        kept = kept_baseline(folder, BASELINE)
    except Misuse:
        return None
    return of_baseline(answer, kept.baseline) if kept.digest == known else None


def _kept(key: str, entry: verdicts.Entry) -> tuple[Memory, CheckAnswer] | None:
    """What is kept of the check; none where it is damaged, or nothing is."""
    try:
        memory = Memory(*verdicts.memory(key, entry))
        answer = from_data(entry["whole" if "whole" in entry else "answer"])
    except (OSError, storage.Unreadable, ValueError, LookupError, TypeError, AttributeError):
        return None
    return (memory, answer) if len(memory.symbols) == len(answer.findings) else None
