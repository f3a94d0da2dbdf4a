"""The address that something new is to have: whether it can, and what it belongs to."""

from __future__ import annotations

from difflib import get_close_matches

from alignplan.editing.manuscript import Manuscript
from alignplan.errors import Misuse
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.entry import is_id, unfit_id
from alignplan.model.kinds import CHILDREN, SECTIONS, Kind

__all__ = ["article", "kind_named", "new_node", "refuse_capture", "refuse_name", "refuse_taken"]

_PARENTS = {
    kind: tuple(parent for parent, inner in CHILDREN.items() if kind in dict(inner).values())
    for inner in CHILDREN.values()
    for _, kind in inner
}
"""The kinds of items that items of a kind may stand in."""
_TOP = frozenset(SECTIONS.values())


def kind_named(word: str) -> Kind:
    """The kind of item that was typed; raises Misuse."""
    kinds = [kind.value for kind in Kind if kind is not Kind.PLAN]
    if word in kinds:
        return Kind(word)
    near = get_close_matches(word, kinds, n=1)
    hint = f"did you mean `{near[0]}`?" if near else "there are " + ", ".join(kinds)
    raise Misuse(f"there is no kind `{word}`", hint)


def article(word: str) -> str:
    """The word with its article."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def new_node(manuscript: Manuscript, kind: Kind, address: str) -> Node:
    """An item of a kind at an address, in no file yet; raises Misuse where it cannot stand there."""
    parent_id, slash, name = address.rpartition("/")
    refuse_name(name)
    if not slash:
        if kind not in _TOP:
            owners = " or ".join(article(parent) for parent in _PARENTS[kind])
            example = f"`alignplan new {kind} {_PARENTS[kind][0].upper()}/{name} …`"
            raise Misuse(f"{article(kind)} belongs to {owners}", f"write {example}")
        refuse_taken(manuscript, address, kind)
        return Node(kind, address, None, "")
    parent = _parent(manuscript.graph, kind, parent_id, address)
    refuse_taken(manuscript, address, kind)
    refuse_capture(manuscript, parent, name)
    return Node(kind, address, None, parent.file, parent)


def _parent(graph: PlanGraph, kind: Kind, id: str, address: str) -> Node:
    allowed = _PARENTS.get(kind, ())
    if not allowed:
        raise Misuse(
            f"{article(kind)} stands alone", f"write `alignplan new {kind} {address.rpartition('/')[2]} …`"
        )
    parent = graph.top.get(id)
    lists = f"`alignplan ls {' '.join(f'kind:{one}' for one in allowed)}` lists what there is"
    if parent is None:
        near = get_close_matches(id, [node.id for one in allowed for node in graph.kinds[one]], n=1)
        raise Misuse(f"there is no `{id}` in the plan", f"did you mean `{near[0]}`?" if near else lists)
    if parent.kind not in allowed:
        owners = " or ".join(article(one) for one in allowed)
        raise Misuse(f"`{id}` is {article(parent.kind)}; {article(kind)} belongs to {owners}", lists)
    return parent


def refuse_name(name: str) -> None:
    """Raises Misuse for what cannot be the id of an item."""
    if not is_id(name):
        message, hint = unfit_id(name)
        raise Misuse(message, hint)
    if name == "null":
        raise Misuse("`null` is nothing in YAML, and no id", "choose another id")


def refuse_taken(manuscript: Manuscript, address: str, kind: Kind) -> None:
    """Raises Misuse where an item has the address already; calendars have addresses of their own."""
    graph = manuscript.graph
    there = graph.calendars.get(address) if kind is Kind.CALENDAR else graph.find(address)
    if there is not None:
        where = manuscript.spot(there.file, there.route)
        hint = f"choose another id, or change it: `alignplan set {address} KEY=VALUE`"
        raise Misuse(f"`{address}` is in the plan already: {article(there.kind)}, {where}", hint)


def refuse_capture(manuscript: Manuscript, parent: Node, name: str) -> None:
    """Raises Misuse where an item beside the new one means another item by that name: it would mean the new one."""
    for sibling in manuscript.graph.children(parent):
        for reference in references(sibling):
            if reference.ref != name:
                continue
            target = manuscript.graph.resolve(reference)
            if target is not None:
                raise Misuse(
                    f"`{sibling.id}` means {article(target.kind)} by `{name}` in `{reference.field}`; "
                    f"it would mean `{parent.id}/{name}`",
                    "choose another id",
                )
