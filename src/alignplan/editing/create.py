"""`new`: one more item, where its siblings live and written as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alignplan.editing.address import new_node
from alignplan.editing.assign import Assigning
from alignplan.editing.fitting import refuse_unfit
from alignplan.editing.interface import Edition, FileChanges, Op, Told
from alignplan.editing.manuscript import Manuscript, at
from alignplan.editing.order import beside, in_order
from alignplan.editing.placing import place_for, section_beside, section_of
from alignplan.editing.sections import FIRST, section_with
from alignplan.editing.typed import assignments_and_title
from alignplan.editing.values import as_it_stands
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.text.patching import Change, Insert, Plant, Put

__all__ = ["create"]

_SHORT = (Kind.VALUE,)
"""Of these most are nothing but their titles."""
_NEXT = {
    Kind.OBJECTIVE: "alignplan new kpi {id}/ID …, then alignplan new tactic ID … supports={id}",
    Kind.TACTIC: "alignplan new action {id}/ID …",
    Kind.KPI: "alignplan set {id} actuals.DATE=VALUE",
    Kind.RISK: "alignplan new contingency {id}/ID …",
    Kind.FINDING: "alignplan set OBJECTIVE responds_to+={id}",
    Kind.VALUE: "alignplan set OBJECTIVE upholds+={id}",
    Kind.STAKEHOLDER: "alignplan new expectation {id}/ID …",
    Kind.EXPECTATION: "alignplan set OBJECTIVE satisfies+={id}",
    Kind.PERSON: "alignplan set ID owner={id}",
    Kind.TEAM: "alignplan set PERSON team={id}",
}


def create(manuscript: Manuscript, kind: Kind, address: str, words: Sequence[str], *, fits: bool) -> Edition:
    """A new item of a kind at an address, with the fields that were typed. Raises Misuse."""
    node = new_node(manuscript, kind, address)
    assigning = Assigning(node, {})
    assigning.all(assignments_and_title(words, "name" if kind is Kind.PERSON else "title"))
    entry = in_order(assigning.entry, kind)
    if not entry:
        raise Misuse(f"there is nothing to say of `{address}`", 'write its title behind it: "…" or title="…"')
    if fits:
        refuse_unfit(manuscript, node, {}, entry)
    entry = as_it_stands(entry)
    if node.parent is None:
        path, change = _at_top(manuscript, node, entry)
    else:
        path, change = node.file, _inside(manuscript, node, node.parent, entry)
    told = Told(Op.ADDED, node.id, path, node.route)
    return Edition((FileChanges(path, (change,)),), (told,), _NEXT.get(kind, "").format(id=node.id))


def _at_top(manuscript: Manuscript, node: Node, entry: dict[str, Any]) -> tuple[str, Change]:
    spot = place_for(manuscript, node.kind, entry)
    data = manuscript.data(spot.path)
    section = section_of(node.kind)
    held = at(data, (section,)) or {}
    written = _written(entry, held, node.kind)
    if held:
        return spot.path, Insert(
            node.route, written, after=spot.after if spot.after in held else list(held)[-1]
        )
    if section in (data or {}):
        return spot.path, Put(node.route, written)
    after, before = section_beside(data, section)
    fragment = section_with(section, [Insert(node.route, written, after=FIRST)], apart=False)
    return spot.path, Plant((section,), fragment, after=after, before=before)


def _inside(manuscript: Manuscript, node: Node, parent: Node, entry: dict[str, Any]) -> Change:
    said = manuscript.said(parent)
    section = str(node.route[-2])
    held = at(said, (section,)) or {}
    if not isinstance(held, dict):
        hint = f"write `alignplan new kpi {node.name} …`, then `alignplan set {parent.id} kpis+={node.name}`"
        raise Misuse(f"`{parent.id}` names KPIs that stand alone", hint)
    written = _written(entry, held, node.kind)
    if held:
        return Insert(node.route, written, after=list(held)[-1])
    if not isinstance(said, dict) or not said or section in said:
        return Put(node.route, written)
    after, before = beside(section, said, parent.kind)
    return Insert((*parent.route, section), {node.name: written}, after=after, before=before)


def _written(entry: dict[str, Any], siblings: dict[str, Any], kind: Kind) -> Any:
    """A title alone where there is no more to say, and the last sibling, or most of its kind, is written so."""
    last = next(reversed(siblings.values()), "" if kind in _SHORT else {})
    short = isinstance(last, str) and list(entry) in (["title"], ["name"])
    return next(iter(entry.values())) if short else entry
