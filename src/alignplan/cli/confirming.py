"""`confirm` itself: which links are meant, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignplan.analysis.selectors.find import item_named
from alignplan.analysis.suspects.suspects import Served, Suspect
from alignplan.analysis.suspects.telling import told
from alignplan.cli.changing import Way, change_plan
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import note, plan_here
from alignplan.editing.confirm import confirm, links_named
from alignplan.editing.interface import Edition
from alignplan.editing.manuscript import Manuscript
from alignplan.errors import Misuse

__all__ = ["confirm_links"]

_MOST_TOLD = 5


def confirm_links(
    settings: Settings, way: Way, items: Sequence[str], against: Sequence[str], *, every: bool
) -> int:
    """Confirm the links that are meant, and show it; the exit code. Raises Misuse."""
    if every and items:
        raise Misuse("--all confirms every suspect link, whatever is named", "leave out --all, or the items")
    if not every and not items:
        hint = "name them, or say --all; `alignplan check --select A112` lists what is suspect"
        raise Misuse("which items were looked at?", hint)

    def edit(manuscript: Manuscript) -> Edition:
        plan = plan_here(settings)
        named = [item_named(manuscript.graph, id) for id in against]
        suspects = plan.assessment.suspects.found
        if every:
            if plan.untold:
                note(settings, plan.untold)
            wanted = {node.id for node in named}
            links = [one.link for one in suspects if not wanted or one.link.parent.id in wanted]
        else:
            links = links_named(manuscript, [item_named(manuscript.graph, id) for id in items], named)
        edition = confirm(manuscript, _of_manuscript(manuscript, links))
        return replace(edition, notes=tuple(_notes(links, suspects, changed=bool(edition.files))))

    return change_plan(settings, way, edit)


def _of_manuscript(manuscript: Manuscript, links: Sequence[Served]) -> Iterator[Served]:
    """The same links between the items as they are edited."""
    top = manuscript.graph.top
    for link in links:
        if link.child.id in top and link.parent.id in top:
            yield Served(top[link.child.id], top[link.parent.id], link.sign)


def _notes(links: Sequence[Served], suspects: Sequence[Suspect], *, changed: bool) -> Iterator[str]:
    """What had changed of each link; that there was nothing to confirm."""
    confirmed = {(link.child.id, link.parent.id) for link in links}
    known = [one for one in suspects if (one.link.child.id, one.link.parent.id) in confirmed]
    if not links:
        yield "no link is suspect"
    elif not changed:
        yield "nothing to change: confirmed already, and what it serves means the same"
    for one in known[:_MOST_TOLD]:
        yield f"`{one.link.parent.id}` {told(one)}"
    if len(known) > _MOST_TOLD:
        yield f"and {len(known) - _MOST_TOLD} more links"
