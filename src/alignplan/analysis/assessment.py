"""A plan as of a day: every answer that rules and views share, each computed once and only when asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.analysis.answers import Answers, answers
from alignplan.analysis.doubt import in_doubt, moves_in_doubt
from alignplan.analysis.health import Health, health
from alignplan.analysis.kpis import KpiStanding, age_days, bases, is_stale, kpis_of_objectives, standings
from alignplan.analysis.kpis.age import GRACE
from alignplan.analysis.kpis.sources import Part, Source, circles, needed, sources
from alignplan.analysis.kpis.trust import untrusted
from alignplan.analysis.loops import Loops, loops
from alignplan.analysis.loose_ends import LooseEnd, loose_ends
from alignplan.analysis.planned import planned, planned_of_milestone, planned_of_span
from alignplan.analysis.progress import Figures, action_progress, milestone_progress, progress
from alignplan.analysis.risks import BORDERS, HIGH_PRIORITY, Risks, risks, without_slack
from alignplan.analysis.service import Service, service
from alignplan.analysis.shares import Shares, shares
from alignplan.analysis.standpoint import Standpoint
from alignplan.analysis.sufficiency import (
    Moved,
    Sufficiency,
    moved,
    sufficiency_of_goal,
    sufficiency_of_objective,
)
from alignplan.diagnostics.finding import Finding
from alignplan.graph.nodes import Node
from alignplan.model.entry import blank
from alignplan.model.kinds import Kind
from alignplan.model.plan import Bands
from alignplan.model.words import Meaning

if TYPE_CHECKING:
    from alignplan.analysis.armed import Contingency
    from alignplan.analysis.earned.summing import EarnedValue
    from alignplan.analysis.effects import Effects
    from alignplan.analysis.kpis.units import Clash
    from alignplan.analysis.suspects.interface import Past
    from alignplan.analysis.suspects.suspects import Suspects

__all__ = ["Assessment"]


class Assessment(Standpoint):
    """A plan on a day, with all that can be asked of it."""

    @cached_property
    def said(self) -> dict[str, list[Finding]]:
        """What rules found, by code, as far as they were asked: filled by who asks them."""
        return {}

    def asks_past(self, past: Callable[[], Past | None], parts: Collection[Meaning] | None) -> None:
        """Who is asked for the past of the plan when a rule needs it, and what of an objective makes links suspect."""
        self._past = past
        if parts is not None:
            self._suspicious = tuple(parts)

    @cached_property
    def suspects(self) -> Suspects:
        """The links whose other end changed its meaning since they were touched or confirmed. Asks git."""
        from alignplan.analysis.suspects.suspects import suspects

        self.judged_links = suspects(self, self._past, self._suspicious)
        return self.judged_links

    _past: Callable[[], Past | None] | None = None
    _suspicious: tuple[Meaning, ...] = tuple(Meaning)
    judged_links: Suspects | None = None
    """The same as far as somebody asked for them."""

    @property
    def bands(self) -> Bands:
        """The bands of health."""
        return self.graph.plan.model.health or blank(Bands)

    @cached_property
    def shares(self) -> Shares:
        """All shares."""
        return shares(self.graph, self.statuses)

    @cached_property
    def loose_ends(self) -> tuple[LooseEnd, ...]:
        """References that lead nowhere, or to something of the wrong kind."""
        return tuple(loose_ends(self.graph))

    @cached_property
    def risks(self) -> Risks:
        """High risks, what they lack, and which tactics are critical and hedged."""
        high_priority = self.thresholds.get("priority", HIGH_PRIORITY)
        return risks(self.graph, self.statuses, self.risk_borders, high_priority, without_slack(self.lock))

    @property
    def risk_borders(self) -> Mapping[str, float]:
        """From where on probabilities and amounts are medium and high, as the project set it."""
        return {name: self.thresholds.get(f"C601.{name}", usual) for name, usual in BORDERS.items()}

    @cached_property
    def contingencies(self) -> dict[str, Contingency]:
        """Where every contingency stands, by address."""
        from alignplan.analysis.armed import contingency

        return {node.id: contingency(node, self) for node in self.graph.of(Kind.CONTINGENCY)}

    def armed_in(self, node: Node) -> list[Contingency]:
        """The armed contingencies of an objective, tactic or risk."""
        own = [f"{node.id}/{name}" for name in node.model.contingencies]
        return [self.contingencies[id] for id in own if self.contingencies[id].armed]

    @cached_property
    def service(self) -> Service:
        """How many tactics serve each objective."""
        return service(self.graph, self.statuses)

    @cached_property
    def in_doubt(self) -> frozenset[str]:
        """Objectives that may be served by what could not be understood."""
        return in_doubt(self.graph, self.statuses, self.faults)

    @cached_property
    def moves_in_doubt(self) -> frozenset[str]:
        """KPIs that may be moved by what could not be understood."""
        return moves_in_doubt(self.graph, self.statuses, self.faults)

    @cached_property
    def loops(self) -> Loops:
        """Circles of objectives."""
        return loops(self.graph, self.statuses)

    @cached_property
    def answers(self) -> Answers:
        """Which findings are answered, expectations met, values lived."""
        return answers(self.graph, self.statuses)

    # ------------------------------------------------------------ figures

    @cached_property
    def progress(self) -> tuple[Figures, Figures]:
        """Progress of all objectives and of all tactics, in percent."""
        return progress(self.graph, self.statuses, self.shares, self.week)

    @cached_property
    def planned(self) -> tuple[Figures, Figures]:
        """Planned progress of all objectives and of all tactics, in percent."""
        return planned(
            self.graph, self.statuses, self.shares, self.dates, self.week, self.progress, self.lock
        )

    def progress_of(self, node: Node) -> float | None:
        """How much of an objective, tactic, action or milestone is done, in percent; `None` where it is unknown."""
        if node.kind is Kind.OBJECTIVE:
            return self.progress[0][node.id]
        if node.kind is Kind.TACTIC:
            return self.progress[1][node.id]
        if node.kind is Kind.ACTION:
            return action_progress(node.model, self.today)
        return milestone_progress(node.model, self.today) if node.kind is Kind.MILESTONE else None

    def planned_of(self, node: Node) -> float | None:
        """How much of it was to be done by today, in percent; `None` where it is unknown."""
        if node.kind is Kind.OBJECTIVE:
            return self.planned[0][node.id]
        if node.kind is Kind.TACTIC:
            return self.planned[1][node.id]
        if node.kind is Kind.ACTION:
            return planned_of_span(self.planned_span(node), self.today)
        due = self.planned_span(node).due
        return planned_of_milestone(due, self.today) if node.kind is Kind.MILESTONE else None

    @cached_property
    def kpis(self) -> dict[str, KpiStanding]:
        """Where every KPI stands, own and shared, by address."""
        return standings(self.graph, self.dates, self._kpis_of, self._made_of, self.bands, self.today)

    @cached_property
    def _kpis_of(self) -> dict[str, list[str]]:
        return kpis_of_objectives(self.graph)

    def kpis_of(self, objective: Node) -> list[KpiStanding]:
        """The KPIs that measure an objective, its own or the shared ones that it lists; none for other kinds."""
        return (
            [self.kpis[id] for id in self._kpis_of[objective.id]] if objective.kind is Kind.OBJECTIVE else []
        )

    def data_age_of(self, objective: Node) -> int | None:
        """Days since the KPIs of an objective were measured, of the oldest; `None` where nothing was."""
        ages = [age_days(kpi, self.today) for kpi in self.kpis_of(objective)]
        return max((age for age in ages if age is not None), default=None)

    def is_stale(self, kpi: KpiStanding) -> bool:
        """Whether the data of a KPI are too old, with the grace that the project allows (`M204.grace`)."""
        return is_stale(kpi, self.today, self.thresholds.get("M204.grace", GRACE))

    def health_of(self, node: Node) -> Health:
        """How it goes with an objective or tactic, and why."""
        status = self.status(node)
        if status is None or node.kind not in (Kind.OBJECTIVE, Kind.TACTIC):
            return Health(None, "")
        if self.stands_by(node):
            return Health(None, "standing by")
        figures = self.progress_of(node), self.planned_of(node)
        armed = self.armed_in(node)
        late = self.finishes.late_as_locked(node)
        return health(node, status, *figures, self.kpis_of(node), self.bands, self.today, armed, late)

    @cached_property
    def moved(self) -> Moved:
        """What all tactics bring to each KPI."""
        return moved(self.graph, self.statuses, self._base_of)

    @cached_property
    def _base_of(self) -> dict[str, str | None]:
        return bases((kpi.id for kpi in self.graph.of(Kind.KPI)), self._made_of)

    @cached_property
    def _made_of(self) -> dict[str, Source]:
        return sources(self.graph, self.graph.of(Kind.KPI))

    def made_of(self, kpi: str) -> list[str]:
        """The KPIs that a KPI is made of: its series and its parts, as far as they are there."""
        return self._needed.get(kpi, [])

    def source_of(self, kpi: str) -> Source | None:
        """What the values of a KPI are made of; none where they are its own."""
        return self._made_of.get(kpi)

    @cached_property
    def _needed(self) -> dict[str, list[str]]:
        return needed(self._made_of)

    @cached_property
    def kpi_circles(self) -> list[list[tuple[str, Part]]]:
        """KPIs that are made of themselves: each with what it names, which is the next, of the last the first."""
        return circles(self._made_of)

    @cached_property
    def unit_clashes(self) -> dict[str, Clash]:
        """KPIs that are made of units that do not match, with the first two of them."""
        if not self._made_of:
            return {}
        from alignplan.analysis.kpis.units import clashes

        return clashes({node.id: node for node in self.graph.of(Kind.KPI)}, self._made_of)

    def sufficiency_of_kpi(self, address: str) -> float | None:
        """Σ moves ÷ the change that a KPI needs, in percent; `None` where that is unknown or not defined."""
        if not self.moved.stated:
            return None
        return sufficiency_of_goal(self.kpis[address].goal, self.moved.by_kpi[address])

    def sufficiency_of(self, objective: Node) -> Sufficiency:
        """The lowest sufficiency of the KPIs of an objective."""
        return sufficiency_of_objective({kpi.id: kpi.goal for kpi in self.kpis_of(objective)}, self.moved)

    @cached_property
    def effects(self) -> Effects:
        """What moves each KPI, and what is seen of it."""
        from alignplan.analysis.effects import Effects

        return Effects(self, self._base_of)

    @cached_property
    def earned(self) -> EarnedValue:
        """What was planned, what is earned and what it has cost, in money."""
        from alignplan.analysis.earned.summing import EarnedValue

        return EarnedValue(self)

    def base_of(self, kpi: str) -> str | None:
        """The KPI whose series a KPI takes, if it takes one."""
        return self._base_of.get(kpi)

    @cached_property
    def untrusted_kpis(self) -> frozenset[str]:
        """KPIs whose values could not all be read: nothing is concluded from them."""
        return untrusted(self._base_of, self._needed, self.faults)

    def judged_kpis(self) -> Iterator[KpiStanding]:
        """The KPIs that measure a live objective, each once; parts of others that measure nothing are not judged."""
        for standing in self.kpis.values():
            if any(self.live(objective) for objective in standing.objectives):
                yield standing
