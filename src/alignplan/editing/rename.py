"""`rename`: another id for an item, and for everything that names it."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.diagnostics.baseline import BASELINE
from alignplan.diagnostics.finding import Route
from alignplan.editing.address import article, refuse_name, refuse_taken
from alignplan.editing.baseline import renamed_in_baseline
from alignplan.editing.comments import ids_in_comments, renamed_in_suppressions
from alignplan.editing.interface import Edition, FileChanges, Op, Told
from alignplan.editing.manuscript import Manuscript, at
from alignplan.editing.mentions import Mention, mentions
from alignplan.editing.promised import renamed_promises
from alignplan.editing.sameness import called, refuse_other_meaning
from alignplan.editing.whole import refuse_duplicate, refuse_unread
from alignplan.errors import Misuse
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference
from alignplan.model.kinds import Kind
from alignplan.text.patching import Change, Plain, Put, Rename
from alignplan.text.tree import Quoted

__all__ = ["rename"]

_MOST_TOLD = 5


def rename(manuscript: Manuscript, node: Node, new: str, *, force: bool) -> Edition:
    """An item under another id, with every reference to it and to what is inside it. Raises Misuse.

    `force` renames although part of the plan could not be read, where more may name it.
    """
    address = _new_address(node, new)
    if address == node.id:
        return Edition()
    refuse_taken(manuscript, address, node.kind)
    refuse_duplicate(manuscript, node)
    if not force:
        refuse_unread(manuscript, node.id)
    renaming = _Renaming(manuscript, node, address)
    files = tuple(renaming.files())

    def holds(before: PlanGraph, after: PlanGraph) -> None:
        refuse_other_meaning(before, after, renaming.names)

    notes = (*_left(manuscript, node.id), *renaming.notes)
    return Edition(files, tuple(renaming.told), "", notes, names=renaming.names, holds=holds)


def _left(manuscript: Manuscript, old: str) -> Iterator[str]:
    """A note about the comments that keep the old id: they are a person's words."""
    places: list[str] = []
    for file in manuscript.loaded.files:
        text = manuscript.text(file.path)
        lines = sorted({text.count("\n", 0, at) + 1 for at in ids_in_comments(text, old)})
        places += [f"{manuscript.shown(file.path)}:{line}" for line in lines]
    if places:
        more = f" and {len(places) - _MOST_TOLD} more" if len(places) > _MOST_TOLD else ""
        yield f"comments still say `{old}`: {', '.join(places[:_MOST_TOLD])}{more}"


def _new_address(node: Node, new: str) -> str:
    """The new address; of a nested item its new name alone will do. Raises Misuse."""
    if node.kind is Kind.PLAN:
        raise Misuse("the plan itself has no id", "`alignplan set plan title=…` changes its title")
    parent, slash, name = new.rpartition("/")
    refuse_name(name)
    if node.parent is None:
        if slash:
            raise Misuse(f"{article(node.kind)} has an id without `/`", f"write {name}")
        return new
    if slash and parent != node.parent.id:
        hint = f"`rename` changes its name alone: `alignplan rename {node.id} {name}`"
        raise Misuse(f"`{node.id}` stays in `{node.parent.id}`", hint)
    return f"{node.parent.id}/{name}"


class _Renaming:
    """An item, its new address, and what that changes in each file."""

    def __init__(self, manuscript: Manuscript, node: Node, address: str) -> None:
        self.manuscript = manuscript
        self.node = node
        self.address = address
        self.told: list[Told] = []
        self.notes: list[str] = []
        self._below = f"{called(node)}/"

    def names(self, id: str) -> str:
        """What an address of the plan is called afterwards."""
        if id == called(self.node):
            return f"calendars/{self.address}" if self.node.kind is Kind.CALENDAR else self.address
        if id.startswith(self._below) and self.node.kind is not Kind.CALENDAR:
            return f"{self.address}/{id.removeprefix(self._below)}"
        return id

    def files(self) -> Iterator[FileChanges]:
        """The changes of each file, that of the item itself last in its own."""
        changes: dict[str, list[Change]] = {}
        for mention in mentions(self.manuscript, self._may_be, self._is_meant):
            changes.setdefault(mention.path, []).append(self._changed(mention))
            self._tell(mention)
        changes.setdefault(self.node.file, []).append(Rename(self.node.route, _name(self.address)))
        route = (*self.node.route[:-1], _name(self.address))
        self.told.insert(0, Told(Op.RENAMED, self.address, self.node.file, route, before=self.node.id))
        for file in self.manuscript.loaded.files:
            # Of the addresses of nested items only the full one is more than a word.
            comments = renamed_in_suppressions(self.manuscript.text(file.path), self.node.id, self.address)
            if comments or file.path in changes:
                yield FileChanges(file.path, tuple(changes.get(file.path, ())), comments)
        yield from self._baseline()
        yield from self._promises()

    def _baseline(self) -> Iterator[FileChanges]:
        """The changes of the file of known findings beside the plan: they are those of the item by its new name."""
        found = renamed_in_baseline(self.manuscript, self.names)
        for identity, line in found.told:
            self.told.append(Told(Op.CHANGED, identity.item, BASELINE, (), identity.where, line=line))
        if found.edits:
            yield FileChanges(BASELINE, (), rows=found.edits)

    def _promises(self) -> Iterator[FileChanges]:
        """The changes of the schedules beside the plan, locked and frozen."""
        for one in renamed_promises(self.manuscript, self.node.id, self.names, self._says):
            if one.fault:
                shown = self.manuscript.shown(one.path)
                self.notes.append(
                    f"{shown} still says `{self.node.id}`: it could not be understood ({one.fault})"
                )
            else:
                self.told.append(Told(Op.CHANGED, self.address, one.path, (), line=one.line))
                yield FileChanges(one.path, (), rows=one.edits)

    def _says(self, reference: Reference) -> str:
        """What a reference says afterwards, wherever it is kept."""
        if not self._may_be(reference.ref):
            return reference.ref
        meant = self._is_meant(reference, self.manuscript.graph.resolve(reference))
        return self._said_anew(reference.ref) if meant else reference.ref

    # ------------------------------------------------------------ what names it

    def _may_be(self, ref: str) -> bool:
        return ref in (self.node.id, self.node.name) or ref.startswith(f"{self.node.id}/")

    def _is_meant(self, reference: Reference, target: Node | None) -> bool:
        if target is not None and called(target) == called(self.node) and target.kind is self.node.kind:
            return True
        # What is named inside the item is looked up in it, whether it is there or not.
        return self.node.kind is not Kind.CALENDAR and reference.ref.startswith(f"{self.node.id}/")

    def _changed(self, mention: Mention) -> Change:
        new = self._said_anew(mention.ref)
        if mention.is_key:
            return Rename(mention.route, new)
        said = at(self.manuscript.data(mention.path), mention.route)
        return Put(mention.route, new if isinstance(said, Quoted) else Plain(new))

    def _said_anew(self, ref: str) -> str:
        """A reference with the new name: an address stays an address, a bare name a bare name."""
        if ref.startswith(f"{self.node.id}/"):
            return f"{self.address}{ref.removeprefix(self.node.id)}"
        return self.address if ref == self.node.id else _name(self.address)

    def _tell(self, mention: Mention) -> None:
        route = self._route(mention)
        id = (
            self.names(called(mention.source))
            if mention.source.kind is not Kind.CALENDAR
            else mention.source.id
        )
        self.told.append(Told(Op.CHANGED, id or "plan", mention.path, route, mention.field))

    def _route(self, mention: Mention) -> Route:
        """Where a mention stands afterwards, where its item has the new name by then."""
        route = mention.route[:-1] if mention.is_key else mention.route
        own = self.node.route
        if mention.path == self.node.file and route[: len(own)] == own:
            route = (*own[:-1], _name(self.address), *route[len(own) :])
        return route


def _name(address: str) -> str:
    return address.rpartition("/")[2]
