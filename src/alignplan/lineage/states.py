"""The state of the files on which the answers of git depend, for whoever keeps what follows from them."""

from __future__ import annotations

from alignplan import storage
from alignplan.cache.verdicts import NOTHING
from alignplan.history.standing import deciding

__all__ = ["States", "states_of"]

States = dict[str, tuple[storage.Stamp | None, str]]
"""By absolute path the stamp of a file and the digest of its content; none and nothing where it is not there."""


def states_of(folder: str) -> States:
    """Of the repository around a folder; to be asked before git is."""
    there, free = deciding(folder)
    states: States = dict.fromkeys(free, (None, NOTHING))
    for path in there:
        states[path] = _state(path)
    return states


def _state(path: str) -> tuple[storage.Stamp | None, str]:
    stamp = storage.stamp(path)
    try:
        return (None, "") if stamp is None else (stamp, storage.digest(storage.read(path)))
    except storage.Unreadable:
        return None, ""
