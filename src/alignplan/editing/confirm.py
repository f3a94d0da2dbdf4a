"""`confirm`: an item still serves its objectives as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from alignplan.analysis.suspects.suspects import Meanings, Served, links_of
from alignplan.analysis.suspects.words import FIELDS
from alignplan.editing.address import article
from alignplan.editing.assign import Assigning
from alignplan.editing.fields import Target
from alignplan.editing.interface import Edition, FileChanges, Op, Told
from alignplan.editing.manuscript import ABSENT, Manuscript
from alignplan.editing.values import Spelling
from alignplan.editing.whole import refuse_duplicate
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.text.patching import Plain

__all__ = ["confirm", "links_named"]

_FIELD = "confirmed"
_MEANT = frozenset(field for fields in FIELDS.values() for field in fields)


def links_named(manuscript: Manuscript, children: Iterable[Node], against: Sequence[Node]) -> list[Served]:
    """The links of some items to the objectives that are named, to all where none is. Raises Misuse."""
    wanted = {node.id for node in against}
    found: list[Served] = []
    for child in dict.fromkeys(children):
        if child.kind not in (Kind.OBJECTIVE, Kind.TACTIC):
            message = f"`{child.id}` is {article(child.kind)}: objectives and tactics serve objectives"
            raise Misuse(message, "name one of them; `alignplan check --select A112` lists what is suspect")
        links = list(links_of(manuscript.graph, child))
        fitting = [link for link in links if not wanted or link.parent.id in wanted]
        if not fitting:
            raise Misuse(*_nothing(child, links, against))
        found += fitting
    return found


def _nothing(child: Node, links: Sequence[Served], against: Sequence[Node]) -> tuple[str, str]:
    if not links:
        return f"`{child.id}` serves no objective", "there is nothing to confirm it against"
    served = ", ".join(link.parent.id for link in links)
    return f"`{child.id}` does not serve `{against[0].id}`", f"it serves {served}"


def confirm(manuscript: Manuscript, links: Iterable[Served]) -> Edition:
    """Keep beside each item the sign of what its objectives mean now. Raises Misuse where that cannot be told.

    Signs of objectives that an item no longer serves go.
    """
    meanings = Meanings(manuscript.graph)
    by_child: dict[Node, list[Served]] = {}
    for link in links:
        _refuse_unread(manuscript, link.parent)
        by_child.setdefault(link.child, []).append(link)
    files: dict[str, list[Assigning]] = {}
    for child, own in by_child.items():
        refuse_duplicate(manuscript, child)
        assigning = _assigning(manuscript, child)
        served = {link.parent.id for link in links_of(manuscript.graph, child)}
        for id, _ in child.model.confirmed:
            if id not in served:
                assigning.set(_target(id), None)
        for link in own:
            sign = meanings.sign(link.parent)
            if sign != link.sign:
                assigning.set(_target(link.parent.id), Plain(sign))
        if assigning.changes:
            files.setdefault(child.file, []).append(assigning)
    changes = [
        FileChanges(path, tuple(change for one in assigned for change in one.changes))
        for path, assigned in files.items()
    ]
    told = [
        Told(Op.CHANGED, one.node.id, one.node.file, (*one.route, _FIELD), _FIELD)
        for assigned in files.values()
        for one in assigned
    ]
    return Edition(tuple(changes), tuple(told))


def _assigning(manuscript: Manuscript, child: Node) -> Assigning:
    entry = manuscript.said(child)
    if entry is ABSENT:
        raise Misuse(
            f"`{child.id}` does not stand in {manuscript.shown(child.file)} as it was read", "try again"
        )
    return Assigning(child, entry)


def _target(id: str) -> Target:
    return Target((_FIELD, id), Spelling.DATA)


def _refuse_unread(manuscript: Manuscript, parent: Node) -> None:
    """Raises Misuse where part of what an objective means could not be read."""
    refuse_duplicate(manuscript, parent)
    at = len(parent.route)
    for file in manuscript.loaded.files:
        for route in file.broken if file.path == parent.file else ():
            if parent.route[: len(route)] == route or (route[:at] == parent.route and route[at] in _MEANT):
                place = manuscript.spot(file.path, route)
                raise Misuse(
                    f"{place}: what `{parent.id}` means could not be read", "`alignplan check` tells why"
                )
