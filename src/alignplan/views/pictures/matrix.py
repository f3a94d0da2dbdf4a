"""Objectives by tactics."""

from __future__ import annotations

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.matrix import Of
from alignplan.analysis.matrix import matrix as crossed
from alignplan.analysis.selectors.choice import Choice
from alignplan.output.figures import whole_percent
from alignplan.output.pictures.matrix import Crossing, Head, Matrix, matrix
from alignplan.output.pictures.picture import Picture
from alignplan.views.pictures.naming import title_of

__all__ = ["drawn", "picture"]

_MOST_ROWS, _MOST_COLUMNS = 60, 40


def picture(plan: Assessment, choice: Choice | None = None) -> Picture | None:
    """The chosen objectives by the chosen tactics; none where one or the other is not there."""
    found = drawn(plan, choice or Choice(plan.graph))
    return None if found is None else matrix(found)


def drawn(
    plan: Assessment, choice: Choice, rows: int = _MOST_ROWS, columns: int = _MOST_COLUMNS
) -> Matrix | None:
    """What the matrix shows: tactics in the order of the objectives that they serve first."""
    found = crossed(plan, choice, Of.TACTICS)
    if not found.rows or not found.columns:
        return None
    order = {row.id: at for at, row in enumerate(found.rows)}
    first: dict[str, int] = {}
    for cell in found.cells:
        first[cell.column] = min(first.get(cell.column, len(order)), order[cell.row])
    tactics = sorted(found.columns, key=lambda node: first.get(node.id, len(order)))
    names = ("objective", "objectives"), ("tactic", "tactics")
    counts = (len(found.rows) - rows, len(tactics) - columns)
    left = [
        f"{count} {one if count == 1 else more}"
        for count, (one, more) in zip(counts, names, strict=True)
        if count > 0
    ]
    return Matrix(
        f"Objectives × tactics of {plan.graph.plan.model.title or 'the plan'}",
        "A number is the share of the tactic's links, in percent, that leads to the objective.",
        tuple(Head(row.id, row.title, row.depth) for row in found.rows[:rows]),
        tuple(Head(node.id, title_of(node)) for node in tactics[:columns]),
        tuple(
            Crossing(
                cell.row,
                cell.column,
                "–" if cell.value is None else str(whole_percent(cell.value)),
                None if cell.value is None else cell.value / 100,
            )
            for cell in found.cells
        ),
        (f"Not shown for want of room: {', '.join(left)}. Choose fewer.",) if left else (),
    )
