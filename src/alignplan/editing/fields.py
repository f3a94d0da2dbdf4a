"""From a key that was typed (`due`, `budget.planned`, `moves.market-share/share`) to a place inside an item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from alignplan.editing.order import model_of
from alignplan.editing.values import Spelling
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.loading.problems import nearest_key
from alignplan.model.cores import key_of, kinds_of
from alignplan.model.fields import known_fields
from alignplan.model.kinds import CHILDREN, Kind
from alignplan.model.values import (
    EFFORT_KEYS,
    MOVE_KEYS,
    POINT_KEYS,
    Afters,
    Allocations,
    Shares,
    Text,
    Texts,
)

__all__ = ["ALONE", "Target", "has_field", "is_listed", "target_of"]

_MODELS = ("baseline", "budget", "due", "health", "horizon", "range", "target", "when")
"""Fields that hold fields of their own."""
_BY_DAY = ("actuals", "checkpoints")
_BY_ID = ("after", "any_of", "assigned", "mean", "moves", "parent", "supports", "uses")
_ESTIMATED = ("duration", "effort", "elapsed")
ALONE = {"actuals": "value", "baseline": "value", "checkpoints": "value", "due": "date", "duration": "likely",
         "effort": "likely", "elapsed": "likely", "moves": "by", "target": "value"}  # fmt: skip
"""What a value that stands alone in these fields is the short form of."""


@dataclass(frozen=True, slots=True)
class Target:
    """The way to a value below its item, and how it is spelt. `whole` says that the field itself is meant."""

    steps: tuple[str, ...]
    spelling: Spelling

    @property
    def field(self) -> str:
        """The field of the item."""
        return self.steps[0]

    @property
    def whole(self) -> bool:
        """Whether it is the field itself, and nothing inside it."""
        return len(self.steps) == 1


def target_of(node: Node, key: str, entry: Any) -> Target:
    """What a typed key means in an item that says `entry`. Raises Misuse for a key that it does not have."""
    said = entry if isinstance(entry, dict) else {}
    if key in said and key.startswith("x-"):
        return Target((key,), Spelling.DATA)
    name, dot, rest = key.partition(".")
    if name.startswith("x-"):
        return Target((name, *rest.split(".")) if dot else (name,), Spelling.DATA)
    if name not in _kinds(node.kind):
        raise _unknown(name, _kinds(node.kind))
    _no_items(node, name, rest, said.get(name))
    if not dot:
        return Target((name,), _spelling(node.kind, name))
    return _inside(node, name, rest, said.get(name))


def has_field(kind: Kind, name: str) -> bool:
    """Whether items of a kind have a field."""
    return name in _kinds(kind)


def is_listed(kind: Kind, name: str) -> bool:
    """Whether a field holds a list, in which one value may stand alone."""
    if name == "kpis":
        return True
    model = model_of(kind)
    default = next((entry.default for entry, note in kinds_of(model) if key_of(entry, note) == name), None)
    return default == () and name not in ("moves", "checkpoints")


def is_weighted(kind: Kind, name: str) -> bool:
    """Whether what a field names may have weights, so that one is usual."""
    return _kinds(kind).get(name) in (Shares, Allocations, Afters)


@cache
def _kinds(kind: Kind) -> dict[str, Any]:
    """The keys of an item with their types."""
    return {key_of(entry, note): note for entry, note in kinds_of(model_of(kind))}


def _spelling(kind: Kind, name: str) -> Spelling:
    note = _kinds(kind)[name]
    if note == Text or Text in get_args(note):
        return Spelling.TEXT
    return Spelling.TEXTS if note == Texts else Spelling.DATA


def _no_items(node: Node, name: str, rest: str, said: Any) -> None:
    """Raises Misuse for a section of items: each has an address of its own."""
    kinds = dict(CHILDREN.get(node.kind, ()))
    if name not in kinds or (name == "kpis" and not rest and not (isinstance(said, dict) and said)):
        return
    child, _, field = rest.partition(".")
    if child:
        hint = f"`alignplan set {node.id}/{child} {field or 'KEY'}=…`"
    else:
        hint = f"`alignplan new {kinds[name]} {node.id}/ID …`, `set {node.id}/ID …` or `rm {node.id}/ID`"
    raise Misuse(f"`{name}` of `{node.id}` holds items with addresses of their own", hint)


def _inside(node: Node, name: str, rest: str, said: Any) -> Target:
    if name in _MODELS:
        return _part(name, rest, known_fields((*node.route, name)))
    if name in _ESTIMATED:
        return _part(name, rest, EFFORT_KEYS)
    if name in _BY_DAY:
        day, dot, part = rest.partition(".")
        return _part(name, part, POINT_KEYS, day) if dot else Target((name, day), Spelling.DATA)
    if name not in _BY_ID:
        raise Misuse(f"`{name}` has nothing inside", f"write {name}=…")
    id, dot, part = rest.rpartition(".")
    if name == "moves" and dot and part in MOVE_KEYS and not (isinstance(said, dict) and rest in said):
        return Target((name, id, part), Spelling.DATA)
    return Target((name, rest), Spelling.DATA)


def _part(name: str, rest: str, known: Iterable[str], *between: str) -> Target:
    keys = list(known)
    if rest not in keys:
        raise _unknown(rest, keys, ".".join((name, *between, "")))
    return Target((name, *between, rest), Spelling.TEXT if rest == "note" else Spelling.DATA)


def _unknown(name: str, known: Iterable[str], above: str = "") -> Misuse:
    near = nearest_key(name, known)
    hint = f"did you mean `{above}{near}`?" if near else "the keys there are: " + ", ".join(sorted(known))
    return Misuse(f"unknown key `{above}{name}`", hint)
