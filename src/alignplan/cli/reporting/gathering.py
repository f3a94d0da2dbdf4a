"""All that a report tells of a plan: asked of the workspace, of git, and of the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from alignplan.analysis.selectors.choice import Choice
from alignplan.cli.viewing import Viewing
from alignplan.output.reports.interface import Report
from alignplan.views.report.composing import composed
from alignplan.views.report.interface import Beside, Seen, Waivers

if TYPE_CHECKING:
    from alignplan.diagnostics.report import CheckAnswer
    from alignplan.graph.nodes import Node

__all__ = ["report_of"]


def report_of(viewing: Viewing, *, document: bool = False) -> Report:
    """The report of the plan that is looked at, or with `document` the plan itself, written out."""
    from alignplan.cli.reporting.past import Past, past_of

    plan = viewing.plan
    past = Past() if document else past_of(viewing)
    checked = plan.report(shown=viewing.shown)
    beside = Beside(
        _without_known(viewing, checked.answer),
        plan.gaps(Choice(plan.items)),
        _spots(viewing),
        tuple((entry.finding, entry.severity) for entry in checked.judged if entry.waived is None),
        past.comparison,
        past.before,
        None if document else _waivers(viewing),
    )
    origin = past.commit if viewing.origin is None else f"Commit {viewing.origin}"
    root = viewing.shown(plan.loaded.root.path)
    return composed(Seen(plan.assessment, beside), document=document, origin=origin, root=root)


def _without_known(viewing: Viewing, answer: CheckAnswer) -> CheckAnswer:
    """The findings that `check` shows: those of the baseline are counted only."""
    from alignplan.linting.known import of_baseline

    return of_baseline(answer, viewing.plan.baseline(shown=viewing.shown).baseline)


def _spots(viewing: Viewing) -> Callable[[Node, tuple[str, ...]], tuple[str, int]]:
    """Where a figure or an edit stands."""
    from alignplan.editing.manuscript import Manuscript

    plan = viewing.plan
    manuscript = Manuscript(plan.loaded, plan.items, plan.source.read, viewing.shown)

    def spot(node: Node, steps: tuple[str, ...]) -> tuple[str, int]:
        return viewing.shown(node.file), manuscript.line(node.file, (*node.route, *steps))

    return spot


def _waivers(viewing: Viewing) -> Waivers | None:
    """What is accepted; none where no file says so: nothing is judged twice for that."""
    if not any(file.waivers for file in viewing.plan.loaded.files):
        return None
    from alignplan.cli.accepting import waivers_of

    # Since when they are accepted may be unknown: the column says so, and nobody asked for a note.
    quiet = replace(viewing, settings=replace(viewing.settings, quiet=True))
    listed, ignored = waivers_of(quiet, Choice(viewing.plan.items))
    return Waivers(tuple(listed), tuple(ignored))
