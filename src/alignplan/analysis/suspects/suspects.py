"""Which links of a plan are suspect, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from alignplan.analysis.changes.fields import FieldChange
from alignplan.analysis.suspects.interface import Past, Then, Touch
from alignplan.analysis.suspects.meaning import differing, meaning_of, sign_of
from alignplan.analysis.suspects.words import changed_words
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Meaning
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint
    from alignplan.graph.graph import PlanGraph

__all__ = ["UPWARD", "Meanings", "Served", "Suspect", "Suspects", "links_of", "suspects"]

UPWARD = {Kind.OBJECTIVE: "parent", Kind.TACTIC: "supports"}
"""The field in which items of a kind say what they serve."""


@record
class Served:
    """A link: an item, the objective that it serves, and the sign of what it was confirmed against (empty: never)."""

    child: Node
    parent: Node
    sign: str = ""

    @property
    def field(self) -> str:
        """The field in which the item says so."""
        return UPWARD[self.child.kind]


@record
class Suspect:
    """A link whose end changed: which parts of its meaning, and how, where the past is known.

    `touch` is when the item was last touched; none where nobody knows: then a confirmation no longer holds.
    """

    link: Served
    parts: tuple[Meaning, ...]
    changes: tuple[FieldChange, ...] = ()
    touch: Touch | None = None


@record
class Suspects:
    """The suspect links, in the order of the plan, and how many could not be judged since the past is not known.

    `from_git` says whether git was asked, and could tell; `signs` are those of the objectives that something was
    confirmed against, as they are now.
    """

    found: tuple[Suspect, ...] = ()
    undecided: int = 0
    from_git: bool = False
    signs: Mapping[str, str] = field(default_factory=dict)


class Meanings:
    """What the objectives of a plan mean, each asked once."""

    def __init__(self, graph: PlanGraph) -> None:
        self._graph = graph
        self._known: dict[str, dict[Meaning, Any]] = {}

    @cached_property
    def _shared(self) -> Mapping[str, Any]:
        return {node.id: node.model for node in self._graph.kinds[Kind.KPI]}

    def of(self, objective: Node) -> dict[Meaning, Any]:
        """What one means."""
        if objective.id not in self._known:
            self._known[objective.id] = meaning_of(objective.model, self._shared)
        return self._known[objective.id]

    def sign(self, objective: Node) -> str:
        """The sign of that."""
        return sign_of(self.of(objective))


def links_of(graph: PlanGraph, child: Node) -> Iterator[Served]:
    """The objectives that an objective or tactic serves, each once."""
    signs = dict(child.model.confirmed)
    for id in dict.fromkeys(ref for ref, _ in getattr(child.model, UPWARD[child.kind])):
        parent = graph.top.get(id)
        if parent is not None and parent.kind is Kind.OBJECTIVE and parent.id != child.id:
            yield Served(child, parent, signs.get(id, ""))


def suspects(
    plan: Standpoint, past_of: Callable[[], Past | None] | None, parts: Collection[Meaning]
) -> Suspects:
    """The suspect links of live items to live objectives; `parts` of the meaning count.

    The past is asked for only where there is a link whose confirmation does not settle it.
    """
    found: list[Suspect] = []
    undecided = 0
    signs: dict[str, str] = {}
    meanings = Meanings(plan.graph)
    past = _Asked(past_of)
    for kind in UPWARD:
        for child in plan.judged(kind):
            for link in links_of(plan.graph, child):
                if plan.live(link.parent):
                    answer = _judged(link, meanings.of(link.parent), past, parts)
                    undecided += answer is None
                    if link.sign:
                        signs[link.parent.id] = meanings.sign(link.parent)
                    found += [answer] if answer is not None and answer.parts else []
    return Suspects(tuple(found), undecided, past.told, signs)


class _Asked:
    """The past, asked for once, and only where it is needed."""

    def __init__(self, past_of: Callable[[], Past | None] | None) -> None:
        self._past_of = past_of
        self.told = False

    @cached_property
    def past(self) -> Past | None:
        """The past; none where nobody knows it."""
        found = self._past_of() if self._past_of is not None else None
        self.told = found is not None
        return found


def _judged(
    link: Served, now: dict[Meaning, Any], asked: _Asked, parts: Collection[Meaning]
) -> Suspect | None:
    """What is to be said of a link, with no parts where nothing is; none where it cannot be told."""
    gone = differing(link.sign, now) & frozenset(parts) if link.sign else frozenset()
    if link.sign and not gone:
        return Suspect(link, ())
    past = asked.past
    touch = past.touch(link.child) if past is not None else None
    if past is None or touch is None:
        return Suspect(link, _in_order(gone)) if gone else None
    if touch.is_now:
        return Suspect(link, (), touch=touch)
    then = past.then(link.child, link.parent)
    changed = _changed(then, now, parts) if then is not None else ()
    if then is not None and changed:
        return Suspect(link, changed, tuple(changed_words(then, changed)), touch)
    if touch.whole:
        return Suspect(link, (), touch=touch)
    return Suspect(link, _in_order(gone)) if gone else None


def _changed(then: Then, now: dict[Meaning, Any], parts: Collection[Meaning]) -> tuple[Meaning, ...]:
    before = meaning_of(then.objective, then.shared)
    return tuple(part for part in Meaning if part in parts and before[part] != now[part])


def _in_order(parts: Collection[Meaning]) -> tuple[Meaning, ...]:
    return tuple(part for part in Meaning if part in parts)
