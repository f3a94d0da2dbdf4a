"""`load/1`: the answer for machines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alignplan.analysis.investment import Investment, Means, misinvested
from alignplan.analysis.load.load import Load, Loaded, Part
from alignplan.analysis.load.money import FIGURES, Money
from alignplan.analysis.load.picture import Picture
from alignplan.analysis.load.skills import SkillLoad

__all__ = ["answer"]


def answer(found: Picture) -> Mapping[str, object]:
    """Periods, skills, money and alignment; what cannot be laid against anyone, too."""
    demand = found.demand
    return {
        "by": found.by,
        "from": found.periods[0].first if found.periods else None,
        "until": found.periods[-1].last if found.periods else None,
        "periods": [entry for load in found.loads for entry in _periods(load)],
        "idle": [load.node.id for load in found.loads if found.is_idle(load)],
        "skills": [entry for skill in found.skills for entry in _skill(skill)],
        "nobody": [{"id": demand.item(one.number).id, "days": one.days} for one in demand.undone],
        "undated": [demand.item(number).id for number in demand.undated],
        "unestimated": [demand.item(number).id for number in demand.unestimated],
        "money": [*_money(found)],
        "alignment": [
            _aligned(found, one) for one in found.alignment.investments if one.objective in found.chosen
        ],
        "serves_nothing": [
            {"id": one.tactic.id, "days": one.days, "money": one.money} for one in found.alignment.unaligned
        ],
    }


def _periods(load: Load) -> Iterable[Mapping[str, object]]:
    for one in load.periods:
        yield {"who": load.node.id, "kind": load.node.kind.value, **_loaded(one)}


def _loaded(one: Loaded) -> dict[str, object]:
    return {
        "period": one.period.name,
        "from": one.period.first,
        "to": one.period.last,
        "capacity_days": one.capacity,
        "demand_days": one.demand,
        "percent": one.percent,
        "over_days": one.over,
        "items": _items(one.parts),
    }


def _items(parts: Iterable[Part]) -> list[Mapping[str, object]]:
    return [{"id": part.id, "days": part.days} for part in parts]


def _skill(found: SkillLoad) -> Iterable[Mapping[str, object]]:
    for one in found.periods:
        yield {"skill": found.skill, "holders": [node.id for node in found.holders], **_loaded(one)}


def _money(found: Picture) -> Iterable[Mapping[str, object]]:
    plan = found.plan.graph.plan
    if found.chosen.everything:
        yield {
            "id": plan.id,
            "kind": plan.kind.value,
            "title": plan.title,
            "depth": 0,
            **_amounts(found.all_money),
        }
    for row in found.rows:
        amounts = _amounts(found.money[row.id])
        yield {"id": row.id, "kind": row.kind, "title": row.title, "depth": row.depth, **amounts}


def _amounts(money: Money) -> Mapping[str, object]:
    return {**{name: getattr(money, name) for name in FIGURES}, "over": money.over}


def _aligned(found: Picture, one: Investment) -> Mapping[str, object]:
    return {
        "objective": one.objective.id,
        "of": one.above or None,
        "weight": one.group_share,
        "money_share": one.share(Means.MONEY),
        "effort_share": one.share(Means.EFFORT),
        "money": one.amounts[Means.MONEY],
        "effort_days": one.amounts[Means.EFFORT],
        "money_apart": one.apart(Means.MONEY),
        "effort_apart": one.apart(Means.EFFORT),
        "misinvested": any(misinvested(one, means, found.plan) for means in Means),
    }
