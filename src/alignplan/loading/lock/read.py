"""The schedule that a plan was promised by: `schedule.lock.yaml` beside its root. Written by us, never a plan file.

Each item has a line of its own, in the order of the plan, so that a small change of the schedule is a small change of
the file:

    schedule: 1
    as_of: 2026-11-22
    effort: default
    seed: 0
    method: memetic
    input: 3f9c0a…
    items:
      product-line/pilot-run: {start: 2026-09-14, finish: 2026-11-26, slack: 0, who: {tomasz: 50, kitchen: 50}}
    order: [product-line/pilot-run]
    holidays: {DE-BY: [2026-01-01]}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from alignplan import storage
from alignplan.loading.beside import a_day, a_mapping, a_number, contents
from alignplan.records import record
from alignplan.storage.folders import Folder
from alignplan.text.encoding import decode

__all__ = ["LOCK", "VERSION", "KeptLock", "Lock", "LockedItem", "kept_lock", "lock_of"]

LOCK = "schedule.lock.yaml"
"""Its name, beside the root file."""
VERSION = "1"


@record
class LockedItem:
    """When an item is to be done, and by whom, with their shares of a full day in percent.

    `slack` are the working days by which it may end later without the plan ending later, told where that is less than
    one.
    """

    start: date | None
    finish: date | None
    slack: float | None = None
    who: tuple[tuple[str, float], ...] = ()


@record
class Lock:
    """A locked schedule: the day and the ways in which it was made, what it was made of (a digest), its items.

    `order` are the names of the tasks as the engine placed them; `holidays` the public holidays that were known.
    """

    as_of: date
    effort: str
    method: str
    seed: int
    input: str
    items: Mapping[str, LockedItem] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    holidays: Mapping[str, tuple[date, ...]] = field(default_factory=dict)


@record
class KeptLock:
    """The lock beside a plan with the state of its file before it was read.

    `lock` is none where there is none, or where it cannot be understood: then `fault` says why.
    """

    lock: Lock | None = None
    stamp: storage.Stamp | None = None
    digest: str = ""
    fault: str = ""


def kept_lock(folder: Folder) -> KeptLock:
    """The lock of the plan in a folder. Never raises for what the file holds."""
    if not folder.exists(LOCK):
        return KeptLock()
    stamp = folder.stamp(LOCK)
    if not folder.inside(LOCK):
        return KeptLock(fault="it leads out of the plan's folder")
    try:
        content = folder.read(LOCK)
    except storage.Unreadable as reason:
        return KeptLock(stamp=stamp, fault=str(reason))
    digest = storage.digest(content)
    text, fault = decode(content)
    if fault is not None:
        return KeptLock(None, stamp, digest, fault.message)
    try:
        return KeptLock(lock_of(text), stamp, digest)
    except ValueError as reason:
        return KeptLock(None, stamp, digest, str(reason))


def lock_of(text: str) -> Lock:
    """The lock that a text holds. Raises `ValueError` that says what is wrong with it."""
    data = contents(text, "schedule", VERSION, "locked schedule")
    items = {str(id): _item(id, entry) for id, entry in a_mapping(data.get("items"), "items").items()}
    holidays = {
        str(place): tuple(a_day(day, place) for day in _list(days, place))
        for place, days in a_mapping(data.get("holidays"), "holidays").items()
    }
    return Lock(
        a_day(data.get("as_of"), "as_of"),
        _text(data.get("effort")),
        _text(data.get("method")),
        int(a_number(data.get("seed"), "seed")),
        _text(data.get("input")),
        items,
        tuple(_text(name) for name in _list(data.get("order"), "order")),
        holidays,
    )


def _item(id: Any, entry: Any) -> LockedItem:
    if not isinstance(entry, dict):
        raise ValueError(f"`{id}` has no dates")
    who = tuple(
        (str(name), a_number(share, id)) for name, share in a_mapping(entry.get("who"), "who").items()
    )
    slack = entry.get("slack")
    start, finish = [
        None if entry.get(name) is None else a_day(entry[name], id) for name in ("start", "finish")
    ]
    return LockedItem(start, finish, None if slack is None else a_number(slack, id), who)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _list(value: Any, where: object) -> Sequence[Any]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise ValueError(f"`{where}` is no list")
    return value
