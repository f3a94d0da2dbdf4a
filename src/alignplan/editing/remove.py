"""`rm`: items go, and nothing is left that names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any

from alignplan.diagnostics.finding import Route
from alignplan.editing.interface import Edition, FileChanges, Op, Refusal, Told
from alignplan.editing.manuscript import Manuscript, at
from alignplan.editing.mentions import Mention, mentions
from alignplan.editing.sameness import called
from alignplan.editing.whole import refuse_duplicate, refuse_unread
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference
from alignplan.model.kinds import Kind, addressed
from alignplan.text.patching import Change, Delete

__all__ = ["remove"]

_MOST_TOLD = 20


def remove(manuscript: Manuscript, nodes: Sequence[Node], *, cascade: bool, force: bool) -> Edition:
    """Items go, with what is inside them; with `cascade` also every reference to them. Raises Misuse.

    Without it Refusal where something else names them. `force` removes although part of the plan could not be read.
    """
    for node in nodes:
        if node.kind is Kind.PLAN:
            raise Misuse("the plan itself cannot be removed", "remove its folder, or name an item of it")
        refuse_duplicate(manuscript, node)
        if not force:
            refuse_unread(manuscript, node.id)
    removing = _Removing(manuscript, nodes)
    named = list(mentions(manuscript, removing.may_be, removing.is_meant))
    if named and not cascade:
        raise _refusal(manuscript, nodes, named)
    gone = [node for node in nodes if not removing.is_inside(node)]
    told = [Told(Op.REMOVED, node.id, node.file, node.route) for node in gone]
    told += [
        Told(Op.CHANGED, called(one.source) or "plan", one.path, (*one.source.route, one.field), one.field)
        for one in named
    ]
    return Edition(tuple(removing.files(gone, named)), tuple(told))


class _Removing:
    """Items that go, and what else is to go with them."""

    def __init__(self, manuscript: Manuscript, nodes: Sequence[Node]) -> None:
        self.manuscript = manuscript
        self.gone = {called(node) for node in nodes}
        self.words = {word for node in nodes for word in (node.id, node.name)}
        self._above = tuple(f"{node.id}/" for node in nodes if node.kind is not Kind.CALENDAR)

    def is_inside(self, node: Node) -> bool:
        """Whether an item stands in one that goes."""
        return node.parent is not None and node.parent.id in self.gone

    def may_be(self, ref: str) -> bool:
        """Whether a reference may name something that goes, by its words alone."""
        return ref in self.words or ref.startswith(self._above) or ref.rpartition("/")[2] in self.words

    def is_meant(self, reference: Reference, target: Node | None) -> bool:
        """Whether a reference of what stays means what goes."""
        source = reference.source
        if called(source) in self.gone or self.is_inside(source):
            return False
        if target is None:
            return reference.ref.startswith(self._above)
        return called(target) in self.gone or self.is_inside(target)

    def files(self, gone: Sequence[Node], named: Sequence[Mention]) -> Iterator[FileChanges]:
        """The changes of each file, in the order of the plan."""
        for file in self.manuscript.loaded.files:
            routes = [_whole(one) for one in named if one.path == file.path]
            own = [node.route for node in gone if node.file == file.path]
            if routes or own:
                data = deepcopy(self.manuscript.data(file.path))
                # Behind before in front, so that the numbers of elements stay what they are.
                changes = [_deleted(data, route) for route in sorted(routes, reverse=True)]
                changes += [_deleted(data, route) for route in own]
                yield FileChanges(file.path, tuple(changes))


def _whole(mention: Mention) -> Route:
    """What has to go with a mention: of a trigger the whole condition."""
    return mention.route[:-1] if mention.field == "when" else mention.route


def _deleted(data: Any, route: Route) -> Change:
    """Take a value out of the data, with what it leaves empty inside its item; the change that does so."""
    while len(route) > 2 and len(at(data, route[:-1])) == 1 and not _is_item(route[:-1]):
        route = route[:-1]
    del at(data, route[:-1])[route[-1]]
    return Delete(route)


def _is_item(route: Route) -> bool:
    """Whether an item stands there."""
    return addressed(route)[1] == ""


def _refusal(manuscript: Manuscript, nodes: Sequence[Node], named: Sequence[Mention]) -> Refusal:
    told = [_told(manuscript, one) for one in named[:_MOST_TOLD]]
    more = [f"and {len(named) - _MOST_TOLD} more"] if len(named) > _MOST_TOLD else []
    what = f"`{nodes[0].id}`" if len(nodes) == 1 else f"{len(nodes)} items"
    names = "1 reference names" if len(named) == 1 else f"{len(named)} references name"
    return Refusal(f"{names} {what}", "take them out as well with --cascade, or change them first",
                   (*told, *more))  # fmt: skip


def _told(manuscript: Manuscript, mention: Mention) -> str:
    source = mention.source
    return (
        f"{manuscript.spot(mention.path, mention.route)}: `{mention.field}` of the {source.kind} `{source.id}` "
        f"names `{mention.ref}`"
    )
