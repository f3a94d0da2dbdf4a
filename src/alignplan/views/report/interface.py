"""What the sections of a report see, and what each of them gives.

A section whose figures are not there is not there either: no empty frame.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.analysis.advance import Advance, advances
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effects import Effect
from alignplan.analysis.effects.chosen import chosen_effects
from alignplan.analysis.figures.interface import Found, Picture, Value, figures
from alignplan.analysis.forecast.kpis import KpiOutlook, outlooks
from alignplan.analysis.gaps import Gaps
from alignplan.analysis.recalibrating import Recalibration, recalibration
from alignplan.analysis.register import Register, register
from alignplan.analysis.selectors.choice import Choice
from alignplan.catalog import member, members
from alignplan.diagnostics.report import CheckAnswer
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.reports.interface import Section
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.changes.comparison import Comparison
    from alignplan.analysis.load.picture import Picture as LoadPicture
    from alignplan.analysis.schedule.answer import PlanSchedule
    from alignplan.analysis.schedule.computing import Search
    from alignplan.views.waivers import Ignored, Listed

__all__ = ["FIGURES", "Before", "Beside", "Seen", "Spot", "Waivers", "figures_of", "sections"]

FIGURES = ("progress", "planned", "coverage", "attainment", "kpis-on-track", "errors", "warnings", "infos")
"""Figures of the plan as a whole, as `history` and `diff` tell them."""
Spot = Callable[[Node, tuple[str, ...]], tuple[str, int]]
"""The path, as shown, and the line of what stands at some steps of an item."""


@record
class Waivers:
    """Accepted exceptions, as :mod:`alignplan.views.waivers` shows them."""

    listed: tuple[Listed, ...]
    ignored: tuple[Ignored, ...]


@record
class Before:
    """The plan as it stood a month ago: the day, its commit in words, and figures as they were judged on that day."""

    day: date
    commit: str
    figures: Mapping[str, Value]


@record
class Beside:
    """What a report tells besides the plan itself; what nobody knows is none.

    `found` is what `check` tells without what is waived. `comparison` is what changed since a month
    ago, and `before` how it stood then, both from git. `waivers` are the accepted
    exceptions.
    """

    check: CheckAnswer
    gaps: Gaps
    spot: Spot
    found: Found = ()
    comparison: Comparison | None = None
    before: Before | None = None
    waivers: Waivers | None = None


class Seen:
    """A plan on its day, with the answers that several sections show: each is computed once, when it is asked for."""

    def __init__(self, plan: Assessment, beside: Beside) -> None:
        self.plan = plan
        self.beside = beside
        self.all = Choice(plan.graph)
        """Every item."""

    @cached_property
    def picture(self) -> Picture:
        """What figures of the plan as a whole are taken of."""
        return Picture(self.plan, self.all, lambda _choice: self.beside.gaps, lambda: self.beside.found)

    @cached_property
    def figures(self) -> Mapping[str, Value]:
        """The figures of the plan as a whole."""
        return figures_of(self.picture)

    @cached_property
    def advances(self) -> list[Advance]:
        """Objectives and tactics in the order of the tree."""
        return list(advances(self.plan, self.all))

    @cached_property
    def outlooks(self) -> list[KpiOutlook]:
        """All KPIs."""
        return list(outlooks(self.plan, self.all))

    @cached_property
    def effects(self) -> list[Effect]:
        """What tactics move."""
        return list(chosen_effects(self.plan, self.all))

    @cached_property
    def register(self) -> Register:
        """Risks and contingencies."""
        return register(self.plan, self.all)

    @cached_property
    def recalibration(self) -> Recalibration:
        """What should change."""
        return recalibration(self.plan)

    @cached_property
    def search(self) -> Search:
        """How the schedule is looked for: as `schedule` does, of a large plan with less effort."""
        from alignplan.analysis.schedule.computing import Search

        return Search("default" if len(self.plan.draft.problem.tasks) <= _MANY_TASKS else "quick")

    @cached_property
    def schedule(self) -> PlanSchedule:
        """When everything is done."""
        from alignplan.analysis.schedule.computing import scheduled

        return scheduled(self.plan, self.search)

    def finish_of(self, id: str) -> tuple[date | None, int]:
        """When an objective or tactic was or will be finished by the schedule, and how many working days too late."""
        found = self.schedule.items.get(id) or self.schedule.objectives.get(id)
        return (None, 0) if found is None else (found.finish, found.late_days or 0)

    @cached_property
    def load(self) -> LoadPicture:
        """Who has how much to do; money, and where both go."""
        from alignplan.analysis.load.periods import By
        from alignplan.analysis.load.picture import Picture

        months = Picture(self.plan, self.all, By.MONTH)
        return months if len(months.periods) <= _MOST_MONTHS else Picture(self.plan, self.all, By.QUARTER)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The titles of what tables name by id: also of people and teams."""
        graph = self.plan.graph
        found = {id: node.title for id, node in graph.top.items()}
        for kind in (Kind.KPI, Kind.ACTION, Kind.MILESTONE, Kind.CONTINGENCY):
            found.update({node.id: node.title for node in graph.of(kind) if node.parent is not None})
        return found


def figures_of(picture: Picture) -> Mapping[str, Value]:
    """The figures of a plan as a whole, by name."""
    known = figures()
    return {
        name: of_plan(picture)
        for name in FIGURES
        if name in known and (of_plan := known[name].of_plan) is not None
    }


_MANY_TASKS = 600
_MOST_MONTHS = 12
"""A load map of more months than this shows quarters."""


def sections(seen: Seen, family: str) -> Iterator[Section]:
    """The sections of a family (a package of this one) that have something to show, in order."""
    package = f"{__package__}.{family}"
    found = sorted((member(package, name) for name in members(package)), key=lambda one: int(one.ORDER))
    for module in found:
        section: Section | None = module.section(seen)
        if section is not None:
            yield section
