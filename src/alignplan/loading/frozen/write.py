"""A frozen schedule as text: the same for the same schedule, and one line for each item."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.loading.frozen.read import VERSION, Frozen, FrozenItem
from alignplan.text.scalars import inline

__all__ = ["frozen_text"]

_HEAD = """\
# The schedule and its costs as they were frozen, written by `alignplan baseline schedule`. It is no plan file and is
# not to be edited: `alignplan schedule --against` compares with it what is scheduled now.
"""


def frozen_text(frozen: Frozen) -> str:
    """The text of the file that holds a frozen schedule."""
    return _HEAD + "\n".join(_lines(frozen)) + "\n"


def _lines(frozen: Frozen) -> Iterator[str]:
    yield f"baseline: {VERSION}"
    yield f"as_of: {frozen.as_of}"
    yield f"effort: {inline(frozen.effort)}"
    yield f"method: {inline(frozen.method)}"
    if frozen.currency is not None:
        yield f"currency: {inline(frozen.currency)}"
    yield "items:" if frozen.items else "items: {}"
    for id, item in frozen.items.items():
        yield f"  {inline(id)}: {{{', '.join(_fields(item))}}}"


def _fields(item: FrozenItem) -> Iterator[str]:
    if item.start is not None:
        yield f"start: {item.start}"
    if item.finish is not None:
        yield f"finish: {item.finish}"
    if item.cost is not None:
        yield f"cost: {item.cost:.2f}".rstrip("0").rstrip(".")
    if item.given:
        said = (
            f"{inline(name, flow=True)}: {inline(value, flow=True)}" for name, value in item.given.items()
        )
        yield f"given: {{{', '.join(said)}}}"
