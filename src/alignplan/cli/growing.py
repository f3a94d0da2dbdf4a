"""`tree` itself: which rows there are, and their figures."""

from __future__ import annotations

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.tree import Branch, Grouping, grouped, outline
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import Viewing, open_view
from alignplan.errors import Misuse
from alignplan.model.kinds import Kind
from alignplan.views.tree import LUXURY, SPARE, TreeNode, answer, document, sheet

__all__ = ["grow"]


def grow(
    settings: Settings,
    selectors: list[str] | None,
    exclude: list[str] | None,
    depth: int | None,
    by: str | None,
    output_format: str | None,
    at: str | None = None,
) -> int:
    """Print the tree of the chosen items; the exit code."""
    if depth is not None and depth < 1:
        raise Misuse(f"--depth {depth}: a tree has at least one level", "write --depth 1 or more")
    grouping = _grouping(by)
    viewing = open_view(settings, output_format, at)
    choice = viewing.choose(selectors, exclude)
    nodes = [_node(viewing.assessment, row) for row in _rows(viewing, choice, depth, grouping)]
    if viewing.is_json:
        return viewing.show("tree", answer(nodes), ())
    if viewing.is_sheet:
        return viewing.show("tree", {}, sheet(nodes))
    return viewing.show("tree", {}, document(nodes, viewing.plan.loaded.plan), spare=SPARE, luxury=LUXURY,
                        summary=_summary(nodes, choice))  # fmt: skip


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


def _node(plan: Assessment, row: Branch) -> TreeNode:
    if row.node is None:
        return TreeNode(row)
    progress, due = plan.progress_of(row.node), plan.span(row.node).due
    if row.kind not in (Kind.OBJECTIVE, Kind.TACTIC):
        return TreeNode(row, progress, None, due, str(plan.status(row.node)))
    health = plan.health_of(row.node)
    return TreeNode(row, progress, health.state, due, "" if health.state else health.reason)


def _grouping(by: str | None) -> Grouping | None:
    if by is None:
        return None
    if by not in list(Grouping):
        raise Misuse(f"--by {by}: no such choice", "write " + ", ".join(Grouping))
    return Grouping(by)


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
