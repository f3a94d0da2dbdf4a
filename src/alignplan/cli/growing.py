"""`tree` itself: which rows there are, and their figures."""

from __future__ import annotations

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.tree import Branch, Grouping, grouped, outline
from alignplan.cli.looking import Look, show_figures
from alignplan.cli.options import WhatIf
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import Viewing
from alignplan.errors import Misuse
from alignplan.model.kinds import Kind
from alignplan.output.document import Block
from alignplan.records import record
from alignplan.views.tree import LUXURY, SPARE, TreeNode, answer, document, listed, sheet

__all__ = ["Grown", "grow"]


@record
class Grown:
    """Which rows are asked for, as it was typed."""

    selectors: list[str] | None = None
    exclude: list[str] | None = None
    depth: int | None = None
    by: str | None = None


def grow(settings: Settings, asked: Grown, output_format: str | None, at: str | None, what_if: WhatIf) -> int:
    """Print the tree of the chosen items; the exit code."""
    if asked.depth is not None and asked.depth < 1:
        raise Misuse(f"--depth {asked.depth}: a tree has at least one level", "write --depth 1 or more")
    grouping = _grouping(asked.by)

    def look(viewing: Viewing) -> Look:
        choice = viewing.choose(asked.selectors, asked.exclude)
        rows = _rows(viewing, choice, asked.depth, grouping)
        nodes = [_node(viewing.assessment, row, scheduled=viewing.is_json) for row in rows]

        def blocks() -> tuple[Block, ...]:
            return sheet(nodes) if viewing.is_sheet else document(nodes, viewing.plan.loaded.plan)

        return Look(
            lambda: answer(nodes), lambda: listed(nodes), blocks, spare=SPARE, luxury=LUXURY,
            summary=_summary(nodes, choice), nothing=_nothing(nodes, choice),
        )  # fmt: skip

    return show_figures(settings, "tree", look, output_format=output_format, at=at, what_if=what_if)


def _rows(viewing: Viewing, choice: Choice, depth: int | None, grouping: Grouping | None) -> list[Branch]:
    plan = viewing.assessment
    if grouping is not None:
        rows = grouped(plan, outline(plan.graph, choice, steps=depth is not None), grouping)
        return [row for row in rows if depth is None or row.depth <= depth]
    steps = depth is not None or _only_steps(choice)
    return outline(plan.graph, choice, steps=steps, levels=depth, references=True)


def _only_steps(choice: Choice) -> bool:
    """Whether steps were chosen and nothing that they hang below."""
    if choice.members is None:
        return False
    kinds = {node.kind for node in choice.members}
    return not kinds & {Kind.OBJECTIVE, Kind.TACTIC} and bool(kinds & {Kind.ACTION, Kind.MILESTONE})


def _node(plan: Assessment, row: Branch, *, scheduled: bool) -> TreeNode:
    """A row with its figures; those of the schedule only where they are shown."""
    if row.node is None:
        return TreeNode(row)
    progress, due = plan.progress_of(row.node), plan.span(row.node).due
    days = (plan.planned_of(row.node), plan.finishes.of(row.node)) if scheduled else (None, None)
    if row.kind not in (Kind.OBJECTIVE, Kind.TACTIC):
        return TreeNode(row, progress, None, due, *days, str(plan.status(row.node)))
    health = plan.health_of(row.node)
    return TreeNode(row, progress, health.state, due, *days, "" if health.state else health.reason)


def _grouping(by: str | None) -> Grouping | None:
    if by is None:
        return None
    if by not in list(Grouping):
        raise Misuse(f"--by {by}: no such choice", "write " + ", ".join(Grouping))
    return Grouping(by)


def _nothing(nodes: list[TreeNode], choice: Choice) -> str:
    """What there is to note where something was chosen, and none of it stands in a tree."""
    return f"{choice.asked or 'the plan'} has no objective or tactic" if choice and not nodes else ""


_COUNTED = {
    Kind.OBJECTIVE: "objective",
    Kind.TACTIC: "tactic",
    Kind.ACTION: "action",
    Kind.MILESTONE: "milestone",
}


def _summary(nodes: list[TreeNode], choice: Choice) -> str:
    """How much of what is shown, and how one item alone becomes a tree."""
    kinds = [node.branch.kind for node in nodes if node.branch.node is not None and not node.branch.reference]
    counts = [(name, kinds.count(kind)) for kind, name in _COUNTED.items() if kind in kinds]
    parts = [f"{number} {name}" if number == 1 else f"{number} {name}s" for name, number in counts]
    hint = ""
    if choice.members is not None and len(choice.members) == 1:
        alone = next(iter(choice.members))
        if alone.kind in (Kind.OBJECTIVE, Kind.TACTIC):
            hint = f" `{alone.id}+` shows what serves it."
    return f"{', '.join(parts)}.{hint}" if parts else ""
