"""What risks amount to: probability × impact.

*Exposure* in money: probability × the amount that a risk would cost. *Level of exposure*, also where the impact is a
word: from the levels of probability and impact, by the matrix `LEVELS`. A probability is low below 20 %, medium below
50 %, else high; an amount of money is a high impact from 10 % of the planned budget on, medium from 3 %. These borders
are those of high risks (C601): a risk with a stated probability is high there exactly when its exposure is high.

What is unknown stays unknown: without a probability or an impact there is no exposure, and not one of 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from alignplan.analysis.kpis.decimals import exact
from alignplan.analysis.risks import impact_level
from alignplan.graph.nodes import Node
from alignplan.model.words import Level
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = [
    "LEVELS",
    "Exposure",
    "Field",
    "RiskState",
    "Total",
    "chance_level",
    "exposure",
    "heat_map",
    "mitigations",
    "total",
]


class RiskState(StrEnum):
    """Whether a risk may still happen."""

    OPEN = "open"
    OCCURRED = "occurred"
    CLOSED = "closed"


_LOW, _MEDIUM, _HIGH = Level.LOW, Level.MEDIUM, Level.HIGH
LEVELS: Mapping[Level, Mapping[Level, Level]] = {
    _HIGH: {_LOW: _MEDIUM, _MEDIUM: _HIGH, _HIGH: _HIGH},
    _MEDIUM: {_LOW: _LOW, _MEDIUM: _MEDIUM, _HIGH: _HIGH},
    _LOW: {_LOW: _LOW, _MEDIUM: _LOW, _HIGH: _MEDIUM},
}
"""Level of impact → level of probability → level of exposure."""


@record
class Exposure:
    """A risk on a day. What is unknown is `None`."""

    node: Node
    state: RiskState
    probability: Level | None
    """The level of its probability."""
    impact: Level | None
    """The level of its impact; of an amount of money unknown where nothing is planned to compare it with."""
    amount: float | None
    """Probability × impact in the plan's currency, where the impact is an amount of money."""
    level: Level | None
    """Probability × impact as a level."""
    high: bool
    """Whether it is a high risk; one without a probability may be."""

    @property
    def is_open(self) -> bool:
        """Whether it is not closed."""
        return self.state is not RiskState.CLOSED


@record
class Total:
    """The exposure in money of several risks: the sum, of how many, and of how many more it is not known."""

    amount: float
    counted: int
    unknown: int


@record
class Field:
    """A field of the heat map: the open risks of one impact and one probability, each a level or unknown."""

    impact: Level | None
    probability: Level | None
    exposure: Level | None
    risks: tuple[Exposure, ...]


def exposure(risk: Node, plan: Assessment) -> Exposure:
    """What a risk amounts to; a closed one to nothing."""
    model, state = risk.model, _state(risk, plan)
    chance = chance_level(model.probability, plan.risk_borders)
    stated = impact_level(model.impact, plan.risks.budget, plan.risk_borders)
    impact = Level(stated) if stated is not None else None
    closed = state is RiskState.CLOSED
    known = not closed and chance is not None
    return Exposure(
        node=risk,
        state=state,
        probability=chance,
        impact=impact,
        amount=_amount(model.probability, model.impact) if known else None,
        level=LEVELS[impact][chance] if known and impact is not None and chance is not None else None,
        high=risk.id in plan.risks.high,
    )


def total(found: Iterable[Exposure]) -> Total | None:
    """The exposure of the open risks whose impact is an amount of money; none where there is no such risk."""
    in_money = [one for one in found if one.is_open and isinstance(one.node.model.impact, (int, float))]
    known = [exact(one.amount) for one in in_money if one.amount is not None]
    return Total(float(sum(known)), len(known), len(in_money) - len(known)) if in_money else None


def heat_map(found: Iterable[Exposure]) -> list[Field]:
    """The fields from high impact down, each from low probability up; unknown ones where a risk is there."""
    risks = [one for one in found if one.is_open]
    impacts: list[Level | None] = [*LEVELS, *([None] if any(one.impact is None for one in risks) else [])]
    chances: list[Level | None] = [*Level, *([None] if any(one.probability is None for one in risks) else [])]
    return [
        Field(
            impact,
            chance,
            LEVELS[impact][chance] if impact is not None and chance is not None else None,
            tuple(one for one in risks if (one.impact, one.probability) == (impact, chance)),
        )
        for impact in impacts
        for chance in chances
    ]


def mitigations(risk: Node, plan: Assessment) -> list[Node]:
    """The tactics that are to make a risk smaller, each once."""
    return list({link.target.id: link.target for link in plan.graph.linked(risk, "mitigated_by")}.values())


def _state(risk: Node, plan: Assessment) -> RiskState:
    if not plan.live(risk):
        return RiskState.CLOSED
    occurred = risk.model.occurred
    return RiskState.OCCURRED if occurred is not None and occurred <= plan.today else RiskState.OPEN


def chance_level(probability: float | None, borders: Mapping[str, float]) -> Level | None:
    """The level of a probability in percent; `None`: unknown."""
    if probability is None:
        return None
    if probability >= borders["medium"]:
        return Level.HIGH
    return Level.MEDIUM if probability >= borders["high"] else Level.LOW


def _amount(probability: float | None, impact: str | float | None) -> float | None:
    if probability is None or impact is None or isinstance(impact, str):
        return None
    return float(exact(probability) * exact(impact) / 100)
