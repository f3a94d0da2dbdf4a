"""Every reference that the format has: which field, to what kinds of items, with what weight."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any

from alignplan.graph.nodes import Node
from alignplan.model.kinds import CHILDREN, Kind
from alignplan.records import record

__all__ = ["Reference", "all_found", "reference_fields", "references"]

Steps = tuple[str | int, ...]
Sections = Sequence[tuple[Kind, Mapping[str, Any]]]


@record
class Reference:
    """A reference as it is written: `source` says `ref` in `field`, at `steps` below its own place.

    `detail` is what else the link says: an :class:`~alignplan.model.values.AfterLink` or
    :class:`~alignplan.model.values.Move`.
    """

    source: Node
    field: str
    ref: str
    kinds: frozenset[Kind]
    steps: Steps
    weight: float | None = None
    detail: Any = None


Found = Iterator[tuple[str, Steps, float | None, Any]]
Reader = Callable[[str, Any], Found]


def _one(field: str, value: Any) -> Found:
    yield value, (field,), None, None


def _many(field: str, value: Any) -> Found:
    for ref in value:
        yield ref, (field, ref), None, None


def _weighted(field: str, value: Any) -> Found:
    for ref, weight in value:
        yield ref, (field, ref), weight, None


def _after(field: str, value: Any) -> Found:
    for link in value:
        yield link.id, (field, link.id), None, link


def _moves(field: str, value: Any) -> Found:
    for move in value:
        yield move.kpi, (field, move.kpi), None, move


def _shared(field: str, value: Any) -> Found:
    if isinstance(value, tuple):
        for ref in value:
            yield ref, (field, ref), None, None


def _trigger(field: str, value: Any) -> Found:
    """Every item that a trigger speaks of; triggers nest at most as deep as YAML may."""
    pending: list[tuple[Any, Steps]] = [(value, (field,))]
    while pending:
        trigger, steps = pending.pop()
        for name in _SUBJECTS:
            ref = getattr(trigger, name)
            if ref is not None:
                yield ref, (*steps, name), None, name
        for name in ("any", "all"):
            inner = getattr(trigger, name)
            pending.extend((entry, (*steps, name, at)) for at, entry in reversed(list(enumerate(inner))))


_SUBJECTS = ("kpi", "action", "tactic", "milestone", "budget", "risk")
_SUBJECT_KINDS = {
    "kpi": frozenset((Kind.KPI,)),
    "action": frozenset((Kind.ACTION,)),
    "tactic": frozenset((Kind.TACTIC,)),
    "milestone": frozenset((Kind.MILESTONE,)),
    "budget": frozenset((Kind.TACTIC,)),
    "risk": frozenset((Kind.RISK,)),
}

_WHO = frozenset((Kind.PERSON, Kind.TEAM))
_OBJECTIVES = frozenset((Kind.OBJECTIVE,))
_TACTICS = frozenset((Kind.TACTIC,))
_STEPS = frozenset((Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))
_KPIS = frozenset((Kind.KPI,))
_RESOURCES = frozenset((Kind.RESOURCE,))
_ANYTHING = frozenset(Kind) - {Kind.PLAN, Kind.CALENDAR}
_MEANING: tuple[tuple[str, frozenset[Kind], Reader], ...] = (
    ("upholds", frozenset((Kind.VALUE,)), _many),
    ("responds_to", frozenset((Kind.FINDING,)), _many),
    ("satisfies", frozenset((Kind.EXPECTATION,)), _many),
)
_OWNER = ("owner", _WHO, _one)
_CALENDAR = ("calendar", frozenset((Kind.CALENDAR,)), _one)

_FIELDS: dict[Kind, tuple[tuple[str, frozenset[Kind], Reader], ...]] = {
    Kind.PLAN: (_CALENDAR,),
    Kind.TEAM: (("lead", frozenset((Kind.PERSON,)), _one), _CALENDAR),
    Kind.PERSON: (("team", frozenset((Kind.TEAM,)), _one), _CALENDAR),
    Kind.OBJECTIVE: (("parent", _OBJECTIVES, _weighted), _OWNER, *_MEANING, ("kpis", _KPIS, _shared)),
    Kind.KPI: (
        _OWNER,
        ("series", _KPIS, _one),
        ("numerator", _KPIS, _one),
        ("denominator", _KPIS, _one),
        ("sum", _KPIS, _many),
        ("mean", _KPIS, _weighted),
    ),
    Kind.TACTIC: (
        ("supports", _OBJECTIVES, _weighted),
        _OWNER,
        ("moves", _KPIS, _moves),
        *_MEANING,
        ("uses", _RESOURCES, _weighted),
        ("after", _STEPS, _after),
    ),
    Kind.ACTION: (
        _OWNER,
        ("assigned", _WHO, _weighted),
        ("any_of", _WHO, _weighted),
        ("uses", _RESOURCES, _weighted),
        ("after", _STEPS, _after),
    ),
    Kind.MILESTONE: (_OWNER, ("after", _STEPS, _after)),
    Kind.CONTINGENCY: (_OWNER, ("activates", _TACTICS, _many), ("when", frozenset(), _trigger)),
    Kind.RISK: (
        _OWNER,
        ("threatens", frozenset((Kind.TACTIC, Kind.OBJECTIVE)), _many),
        ("mitigated_by", _TACTICS, _many),
    ),
    Kind.DECISION: (_OWNER, ("about", _ANYTHING, _many)),
}


def reference_fields(kind: Kind) -> dict[str, frozenset[Kind]]:
    """The fields in which items of a kind refer to others, and to which kinds; a dot leads into a trigger."""
    found: dict[str, frozenset[Kind]] = {}
    for name, kinds, read in _FIELDS.get(kind, ()):
        if read is _trigger:
            found |= {f"{name}.{subject}": meant for subject, meant in _SUBJECT_KINDS.items()}
        else:
            found[name] = kinds
    return found


# A quick way to the ids in the values of a field.
_QUICK: dict[Reader, Callable[[Iterable[Any]], Iterable[str]]] = {
    _one: lambda values: values,
    _many: lambda values: [ref for value in values for ref in value],
    _weighted: lambda values: [ref for value in values for ref, _ in value],
    _after: lambda values: [link.id for value in values for link in value],
    _moves: lambda values: [move.kpi for value in values for move in value],
}
_NESTED = frozenset(kind for inner in CHILDREN.values() for _, kind in inner)
_QUICK_FIELDS = {
    kind: [
        (attrgetter(name), kinds, not kinds.isdisjoint(_NESTED), _QUICK.get(read))
        for name, kinds, read in fields
    ]
    for kind, fields in _FIELDS.items()
}


def all_found(
    kind: Kind,
    models: Collection[Any],
    known: Mapping[frozenset[Kind], frozenset[str]],
    beside: Sections = (),
) -> bool:
    """Whether every reference of some items of a kind leads, beyond doubt, to an item of the right kind.

    `known` gives the ids at top level of the items of some kinds, `beside` are the entries that stand beside nested
    items, by kind. A shortcut for the usual case, without a :class:`Reference` made: where it says no,
    :func:`references` tells.
    """
    for read, kinds, nested, names in _QUICK_FIELDS.get(kind, ()):
        values = list(filter(None, map(read, models)))
        if not values:
            continue
        if names is None:
            return False
        refs = names(values)
        if nested and beside:
            near = [entries for other, entries in beside if other in kinds]
            refs = [ref for ref in refs if not any(ref in entries for entries in near)]
            if not refs:
                continue
        if not known[kinds].issuperset(refs):
            return False
    return True


def references(node: Node) -> Iterator[Reference]:
    """What an item refers to, field by field, in the order written; nested items speak for themselves."""
    model = node.model
    for field, kinds, read in _FIELDS.get(node.kind, ()):
        value = getattr(model, field)
        if value:
            for ref, steps, weight, detail in read(field, value):
                yield Reference(node, field, ref, kinds or _SUBJECT_KINDS[detail], steps, weight, detail)
