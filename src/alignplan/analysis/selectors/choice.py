"""The items that selectors choose, in the order of the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.items import Items
from alignplan.analysis.selectors.find import item_named
from alignplan.analysis.selectors.match import test_for
from alignplan.analysis.selectors.parse import Atom, Term, parse
from alignplan.analysis.selectors.reach import above, below, reached
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["Choice", "choose"]


@record
class Choice:
    """Chosen items; `members` is none where nothing was asked: then it is all of them. `asked` is what was typed."""

    graph: PlanGraph
    members: frozenset[Node] | None = None
    asked: str = ""

    @property
    def everything(self) -> bool:
        """Whether the whole plan is chosen, because nothing was asked."""
        return self.members is None

    def __contains__(self, node: object) -> bool:
        return self.members is None or node in self.members

    def __bool__(self) -> bool:
        return bool(self.graph.count) if self.members is None else bool(self.members)

    def items(self) -> Iterator[Node]:
        """The chosen items in the order of the plan."""
        return (node for node in self.graph.items() if node in self)

    def of(self, kind: Kind) -> Iterator[Node]:
        """The chosen items of a kind, in order."""
        return (node for node in self.graph.of(kind) if node in self)


def choose(
    plan: Assessment,
    specs: tuple[str, ...] = (),
    exclude: tuple[str, ...] = (),
    *,
    shown: Callable[[str], str] = str,
) -> Choice:
    """The items that the selectors mean, without those that `exclude` means; all where there is no selector.

    `shown` says how paths are shown, since that is how they may be typed. Raises Misuse for what is no selector and for
    ids and words that are not there.
    """
    terms, without = parse(specs), parse(exclude)
    if not terms and not without:
        return Choice(plan.graph)
    evaluation = _Evaluation(Items(plan), shown)
    chosen = evaluation.any_of(terms) if terms else set(plan.graph.items())
    asked = " ".join(specs) + (" --exclude " + " ".join(exclude) if without else "")
    return Choice(plan.graph, frozenset(chosen - evaluation.any_of(without)), asked.strip())


@record
class _Evaluation:
    """Sets of items for parsed selectors."""

    items: Items
    shown: Callable[[str], str]

    def any_of(self, terms: Iterable[Term]) -> set[Node]:
        """Items for which one of the terms holds."""
        found: set[Node] = set()
        for term in terms:
            found |= self._all_of(term)
        return found

    def _all_of(self, term: Term) -> set[Node]:
        sets = [self._set(atom) for atom in term]
        return set.intersection(*sets)

    def _set(self, atom: Atom) -> set[Node]:
        atom = self._meant(atom)
        found = self._named(atom)
        both = set(found)
        if atom.up != 0:
            both |= reached(found, atom.up, partial(above, self.items))
        if atom.down != 0:
            both |= reached(found, atom.down, partial(below, self.items))
        return both

    def _meant(self, atom: Atom) -> Atom:
        """`2026+1` is one step down from `2026` where there is such an item and no `1`."""
        first, plus, last = atom.text.partition("+")
        if plus and first.isdecimal() and last.isdecimal():
            top = self.items.plan.graph.top
            if last not in top and first in top:
                return Atom(atom.text, None, first, 0, int(last))
        return atom

    def _named(self, atom: Atom) -> set[Node]:
        graph = self.items.plan.graph
        if atom.key is None:
            return {item_named(graph, atom.value)}
        test = test_for(atom, self.items, self.shown)
        candidates = graph.of(Kind(atom.value)) if atom.key == "kind" else graph.items()
        return {node for node in candidates if test(node)}
