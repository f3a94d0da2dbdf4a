"""`recalibrate` itself: the list, all edits as a patch, and the decision on one proposal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from alignplan.cli.changing import Way, change_plan
from alignplan.cli.looking import Look, show_figures
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import Viewing, plan_here
from alignplan.errors import Misuse
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.recalibrating import Edit, Numbered, Proposal, Recalibration
    from alignplan.cli.commands.recalibrate import Deciding
    from alignplan.cli.options import WhatIf
    from alignplan.editing.interface import Edition
    from alignplan.editing.manuscript import Manuscript
    from alignplan.graph.nodes import Node
    from alignplan.output.document import Block
    from alignplan.workspace import Plan

__all__ = ["Asked", "recalibrate_plan"]


@record
class Asked:
    """What was asked for: which items, and what is to be done. What is decided on is a number or a key."""

    selectors: tuple[str, ...]
    exclude: tuple[str, ...]
    deciding: Deciding

    @property
    def diff(self) -> bool:
        """Whether the edits of all are wanted as a patch."""
        return self.deciding.diff

    @property
    def accepted(self) -> str | None:
        """The proposal to make, where one is."""
        return self.deciding.accept

    @property
    def dismissed(self) -> str | None:
        """The proposal to put away, where one is."""
        return self.deciding.dismiss

    @property
    def because(self) -> str | None:
        """The reason, where one was typed."""
        return self.deciding.because


def recalibrate_plan(settings: Settings, way: Way, asked: Asked, what_if: WhatIf) -> int:
    """List the proposals, show their edits, or decide on one; the exit code."""
    _sensible(way, asked, what_if)
    if asked.accepted is not None or asked.dismissed is not None:
        return change_plan(settings, way, _decided(settings, way, asked))
    if asked.diff:
        return change_plan(settings, way, _all_edits(settings, asked))
    return _listed(settings, way, asked, what_if)


def _sensible(way: Way, asked: Asked, what_if: WhatIf) -> None:
    """Raises Misuse for options that do not go together."""
    if asked.accepted is not None and asked.dismissed is not None:
        raise Misuse("--accept and --dismiss are two decisions", "take one after the other")
    deciding = asked.accepted is not None or asked.dismissed is not None
    if what_if and (deciding or asked.diff):
        raise Misuse(
            "what is supposed changes no files: it goes with the list alone",
            "leave --diff, --accept and --dismiss out",
        )
    if asked.because is not None and not deciding:
        raise Misuse("--because goes with a decision", "add --accept N or --dismiss N")
    if way.dry_run and not (deciding or asked.diff):
        raise Misuse("--dry-run goes with a decision", "add --accept N or --dismiss N; a list writes nothing")


# ------------------------------------------------------------ the list


def _listed(settings: Settings, way: Way, asked: Asked, what_if: WhatIf) -> int:
    from alignplan.views.recalibrate import answer, blocks, listed, sheet, summary

    def look(viewing: Viewing) -> Look:
        found = _chosen(viewing.assessment, asked, viewing.shown)

        def shown() -> list[Block]:
            return sheet(found) if viewing.is_sheet else blocks(found, _spots(viewing), _of(asked))

        return Look(
            lambda: answer(found, _spots(viewing)), lambda: listed(found), shown, summary=summary(found)
        )

    return show_figures(settings, "recalibrate", look, output_format=way.output_format, what_if=what_if)


def _of(asked: Asked) -> str:
    """Which items were asked for, as typed."""
    return " ".join((*asked.selectors, *(f"--exclude {one}" for one in asked.exclude)))


def _chosen(plan: Assessment, asked: Asked, shown: Callable[[str], str]) -> Recalibration:
    from alignplan.analysis.recalibrating import recalibration
    from alignplan.analysis.selectors.choice import choose

    found = recalibration(plan)
    if not (asked.selectors or asked.exclude):
        return found
    choice = choose(plan, asked.selectors, (), shown=shown)
    without = choose(plan, asked.exclude, shown=shown) if asked.exclude else None
    return found.chosen(choice, without)


def _spots(viewing: Viewing) -> Callable[[Node, tuple[str, ...]], tuple[str, int]]:
    from alignplan.editing.manuscript import Manuscript

    plan = viewing.plan
    manuscript = Manuscript(plan.loaded, plan.items, plan.source.read, viewing.shown)

    def spot(node: Node, steps: tuple[str, ...]) -> tuple[str, int]:
        return viewing.shown(node.file), manuscript.line(node.file, (*node.route, *steps))

    return spot


# ------------------------------------------------------------ edits


def _all_edits(settings: Settings, asked: Asked) -> Callable[[Manuscript], Edition]:
    """The edits of all chosen proposals; of two that set one field, the one with more at stake."""

    def edit(manuscript: Manuscript) -> Edition:
        from dataclasses import replace

        from alignplan.editing.decide import edited

        found = _chosen(plan_here(settings).assessment, asked, manuscript.shown)
        taken: set[tuple[Node, str]] = set()
        edits: list[Edit] = []
        notes: list[str] = []
        for one in found.proposals:
            fields = {(edit.node, edit.key) for edit in one.proposal.edits}
            if fields & taken:
                notes.append(f"{one.number} changes what another proposal changes, and is left out")
                continue
            taken |= fields
            edits += one.proposal.edits
        if not edits:
            notes.append("no proposal has an edit; `alignplan recalibrate` lists what there is")
        return replace(edited(manuscript, edits, fits=False), notes=tuple(notes))

    return edit


def _decided(settings: Settings, way: Way, asked: Asked) -> Callable[[Manuscript], Edition]:
    """The decision on the proposal that was named."""

    def edit(manuscript: Manuscript) -> Edition:
        from alignplan.editing.decide import accept, dismiss

        plan = plan_here(settings)
        found = _chosen(plan.assessment, asked, manuscript.shown)
        proposal = _named(found, asked.accepted or asked.dismissed or "").proposal
        why = asked.because or ""
        if asked.accepted is None:
            return dismiss(manuscript, proposal, settings.today, why)
        mark = _mark_after(manuscript, plan, proposal)
        return accept(manuscript, proposal, settings.today, why, mark=mark, fits=not way.force)

    return edit


def _mark_after(manuscript: Manuscript, plan: Plan, proposal: Proposal) -> str:
    """What the evidence says once the edits are made, where the same is proposed then, too; else what it says now.

    Money that is moved moves the figures that asked for it. The next step waits until they say something else.
    """
    from alignplan.analysis.recalibrating import recalibration
    from alignplan.cli.changing import new_texts
    from alignplan.editing.decide import edited
    from alignplan.workspace import Plan

    texts = new_texts(manuscript, edited(manuscript, proposal.edits, fits=False))
    drafts = {text.path: text.after.encode("utf-8") for text in texts}
    after = recalibration(Plan(plan.root, plan.as_of, drafts=drafts).assessment)
    marks = {one.proposal.key: one.proposal.mark for one in after.proposals}
    return marks.get(proposal.key, proposal.mark)


def _named(found: Recalibration, name: str) -> Numbered:
    """The proposal of a number or a key; raises Misuse."""
    for one in found.proposals:
        if name in (str(one.number), one.proposal.key):
            return one
    for proposal, node in found.kept:
        if name == proposal.key:
            raise Misuse(f"`{name}` was decided already: `{node.id}`", f"`alignplan show {node.id}` says how")
    if not found.proposals:
        raise Misuse(f"there is no proposal {name}", "there are none today")
    keys = ", ".join(f"{one.number} ({one.proposal.key})" for one in found.proposals[:5])
    raise Misuse(f"there is no proposal {name}", f"there are {keys}")
