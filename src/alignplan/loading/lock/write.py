"""A locked schedule as text: the same for the same lock, and one line for each item."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.loading.lock.read import VERSION, Lock, LockedItem
from alignplan.text.scalars import inline

__all__ = ["lock_text"]

_HEAD = """\
# The schedule as it was promised, written by `alignplan schedule --lock`. It is no plan file and is not to be edited:
# change the plan and lock it again, or remove this file to be bound by it no more.
"""


def lock_text(lock: Lock) -> str:
    """The text of the file that holds a lock."""
    return _HEAD + "\n".join(_lines(lock)) + "\n"


def _lines(lock: Lock) -> Iterator[str]:
    yield f"schedule: {VERSION}"
    yield f"as_of: {lock.as_of}"
    yield f"effort: {inline(lock.effort)}"
    yield f"seed: {lock.seed}"
    yield f"method: {inline(lock.method)}"
    yield f"input: {inline(lock.input)}"
    yield "items:"
    for id, item in lock.items.items():
        yield f"  {inline(id)}: {{{', '.join(_fields(item))}}}"
    yield "order:"
    for name in lock.order:
        yield f"  - {inline(name)}"
    if lock.holidays:
        yield "holidays:"
        for place, days in lock.holidays.items():
            yield f"  {inline(place)}:"
            yield from (f"    - {day}" for day in days)


def _fields(item: LockedItem) -> Iterator[str]:
    if item.start is not None:
        yield f"start: {item.start}"
    if item.finish is not None:
        yield f"finish: {item.finish}"
    if item.slack is not None:
        yield f"slack: {_plain(item.slack)}"
    if item.who:
        yield f"who: {{{', '.join(f'{inline(id, flow=True)}: {_plain(share)}' for id, share in item.who)}}}"


def _plain(number: float) -> str:
    return f"{number:.4f}".rstrip("0").rstrip(".")
