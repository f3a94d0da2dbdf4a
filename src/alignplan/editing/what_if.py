"""What if: a plan with some of it supposed to be otherwise. Nothing is written, so what does not fit may stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from alignplan.analysis.selectors.find import item_named
from alignplan.analysis.supposed import Supposed
from alignplan.editing.interface import Edition, FileChanges
from alignplan.editing.manuscript import ABSENT, Manuscript, at
from alignplan.editing.overlay import laid_over, taken_out
from alignplan.editing.remove import remove
from alignplan.editing.set_fields import finished_is_missing, set_fields, with_finished
from alignplan.editing.typed import Assignment, assignments
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.text.patching import Change

__all__ = ["Step", "overlay_steps", "set_step", "without_step"]

Step = Callable[[Manuscript], tuple[Edition, tuple[Supposed, ...]]]
"""What is supposed of a plan as it then is: the changes that it takes, and how it is told."""


# ------------------------------------------------------------ --without


def without_step(names: Sequence[str]) -> Step:
    """Items, with what is inside them and every reference to them, are not there. Raises Misuse."""

    def step(manuscript: Manuscript) -> tuple[Edition, tuple[Supposed, ...]]:
        nodes = list(dict.fromkeys(item_named(manuscript.graph, name) for name in names))
        edition = remove(manuscript, nodes, cascade=True, force=True)
        return edition, tuple(Supposed("without", node.id) for node in nodes)

    return step


# ------------------------------------------------------------ --with


def overlay_steps(shown: str, overlay: Mapping[str, Any]) -> Iterator[Step]:
    """A file is laid over the plan; `shown` is its path as it is told."""
    yield lambda manuscript: (taken_out(manuscript, overlay), (Supposed("with", file=shown),))
    yield lambda manuscript: (laid_over(manuscript, overlay), ())


# ------------------------------------------------------------ --set


def set_step(typed: Sequence[str], today: date) -> Step:
    """Fields of items have other values, typed as `ID:KEY=VALUE`. Raises Misuse in the words of `set`."""

    def step(manuscript: Manuscript) -> tuple[Edition, tuple[Supposed, ...]]:
        files: dict[str, list[Change]] = {}
        told: list[Supposed] = []
        for node, words in _by_item(manuscript, typed).items():
            assigned = assignments(words)
            if finished_is_missing(manuscript, node, assigned):
                assigned = with_finished(assigned, today)
            for file in set_fields(manuscript, node, assigned, fits=True).files:
                files.setdefault(file.path, []).extend(file.changes)
            told += [_told(manuscript, node, one) for one in assigned]
        return Edition(tuple(FileChanges(path, tuple(found)) for path, found in files.items())), tuple(told)

    return step


def _by_item(manuscript: Manuscript, typed: Sequence[str]) -> dict[Node, list[str]]:
    found: dict[Node, list[str]] = {}
    for word in typed:
        id, colon, assignment = word.partition(":")
        if not colon or not id.strip() or "=" in id:
            raise Misuse(f"`{word}` is no ID:KEY=VALUE", "write it as market-share:due=2031-12-31")
        found.setdefault(item_named(manuscript.graph, id.strip()), []).append(assignment)
    return found


def _told(manuscript: Manuscript, node: Node, one: Assignment) -> Supposed:
    """What the file says today, in its own words, beside what was typed."""
    said = manuscript.said(node)
    if isinstance(said, str):
        said = {"title": said}
    today = at(said, (one.key,))
    if today is ABSENT:
        today = at(said, tuple(one.key.split(".", 1)))
    how = "" if one.how == "=" else str(one.how)[0]
    return Supposed("set", node.id, one.key, None if today is ABSENT else today, f"{how}{one.value}" or None)
